"""A small site with the search box and the search page, and nothing else of the theme."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.index import search_index
from tests.conftest import ROOT
from tests.indexing.search.collection import DOCUMENTS

_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"

# What Material's style sheet says of every page.
_FRAME = "*, ::before, ::after { box-sizing: inherit } html { box-sizing: border-box } body { margin: 0 }"

# `data-scripted` is what `theme.js` sets where there are scripts.
_SHELL = f"""<!doctype html>
<html lang="ar" dir="rtl" data-scripted>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{{{{ title }}}}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{{{{ 'assets/frame.css' | url }}}}">
<link rel="stylesheet" href="{{{{ 'assets/css/nashir.css' | url }}}}">
<link rel="stylesheet" href="{{{{ 'assets/css/search.css' | url }}}}">
</head>
<body>
<header class="n-masthead"><div class="n-wrap">
<a class="n-brand" href="{{{{ '.' | url }}}}">ناشر</a>
{{% include "partials/search-box.html" %}}
</div></header>
<div class="n-wrap">{{% block main %}}<p id="p1">نص</p><textarea></textarea>{{% endblock %}}</div>
</body>
</html>
"""


def write_search_site(folder: Path, documents: Sequence[SearchDocument] = DOCUMENTS) -> Path:
    """Write a site with the documents into a new folder."""
    shutil.copytree(ROOT / "docs/assets", folder / "assets")
    (folder / "assets/frame.css").write_text(_FRAME, encoding="utf-8")
    for path, content in search_index(documents).items():
        file = folder / "assets/search" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    _write_page(folder / "index.html", "main.html", "", "الرئيسية")
    _write_page(folder / "search/index.html", "search.html", "../", "البحث")
    for document in documents:
        _write_page(folder / unquote(document.url) / "index.html", "main.html", "../../", document.title)
    return folder


def _write_page(file: Path, template: str, root: str, title: str) -> None:
    loader = ChoiceLoader([DictLoader({"main.html": _SHELL}), FileSystemLoader(ROOT / "build_hooks/theme")])
    environment = Environment(loader=loader, autoescape=False)  # noqa: S701, as MkDocs has it
    environment.filters["url"] = lambda path: root + path
    file.parent.mkdir(parents=True, exist_ok=True)
    page = {"meta": {"template": template}}
    file.write_text(environment.get_template(template).render(page=page, title=title), encoding="utf-8")
