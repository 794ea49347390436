"""What pages have for themselves, written without a site around it."""

from __future__ import annotations

from mkdocs.config import load_config

from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.shell import ShownPage
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.snippets import Snippets
from build_hooks.publishing.urls import root
from tests.conftest import ROOT

SITE = Publication("ناشر", "", "https://example.org/", "icon.svg")

_ENVIRONMENT = load_config(str(ROOT / "mkdocs.yml")).theme.get_env()
_PIECES = frozenset(_ENVIRONMENT.list_templates("html"))
_HEADS = Heads(SITE)


def html_of(page: SitePage) -> str:
    """Return the head of a page, and what stands in its template's own piece, if there is one."""
    _ENVIRONMENT.globals["show"] = Snippets()
    shown = ShownPage(page.front_matter, page.view, root=root(page.path), head=_HEADS.of(page))
    own = f"pieces/{page.front_matter['template']}"
    pieces = ("pieces/head.html", "pieces/title.html", *([own] if own in _PIECES else []))
    return "\n".join(_ENVIRONMENT.get_template(name).render(page=shown) for name in pieces)
