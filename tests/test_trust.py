"""What an `.md` seed may do to its page: show a text, unless mkdocs.yml trusts it; and what a preview may."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import BuildFailedError, BuildSite, BuiltSite, build_preview

SEED = (
    "---\nkeywords: [ك]\ndate: 2026-11-24\n---\n# عنوان\n\n<b>نص</b> [رابط](javascript:x)\n\n<script>x()</script>\n\n"
    "![صورة](https://elsewhere.example/x.png){: onerror=x() }\n"
)
WARNINGS = [
    'seeds/x.md:7: HTML is shown as text: "<b>" and 3 more',
    'seeds/x.md:7: a link that is no address of a page is left out: "javascript:x"',
    'seeds/x.md:11: an image of another site is shown as a link, as that site would learn who reads: "https://elsewhere.example/x.png"',
]


def write(project: Path, options: str = "") -> Path:
    """Write the seed into `project`, and `options` below its `extra.nashir`; return its configuration."""
    (project / "seeds/x.md").write_text(SEED, encoding="utf-8")
    (project / "docs/about.md").write_text(
        "# عن الموقع\n\n<b>نص</b>\n\n| أ |\n|--:|\n| ب |\n", encoding="utf-8"
    )
    config = project / "mkdocs.yml"
    if options:
        with config.open("a", encoding="utf-8") as file:
            file.write(f"extra:\n  nashir:\n    {options}\n")
    return config


def found(site: BuiltSite, selector: str) -> list[str]:
    """Return the tags of what `selector` finds in the article's page and in its entry of the feed."""
    feed = json.loads((site.folder / "feed.json").read_text("utf-8"))["items"][0]["content_html"]
    page = LexborHTMLParser(site.page("articles/x/")).css_first("#article")
    assert page
    return [str(node.tag) for tree in (page, LexborHTMLParser(feed)) for node in tree.css(selector)]


def test_a_seed_is_text(copy_of_project: Path, build_site: BuildSite) -> None:
    """On the page and in the feed, HTML is text, and each kind of thing left out has a warning with its place."""
    site = build_site(write(copy_of_project), strict=False, site_url="https://example.org/")
    assert [] == found(site, "b, script, img, [onerror], [href^=javascript]")
    assert ["a", "a"] == found(site, "[href='https://elsewhere.example/x.png']")
    assert "&lt;script&gt;x()&lt;/script&gt;" in site.page("articles/x/")
    for warning in WARNINGS:
        assert warning in site.output
    with pytest.raises(BuildFailedError, match="warnings"):
        build_site(copy_of_project / "mkdocs.yml")


def test_hand_written_pages_are_trusted(copy_of_project: Path, build_site: BuildSite) -> None:
    """HTML in a page of `docs/` is HTML; its tables have no style in an attribute, which the policy forbids."""
    page = LexborHTMLParser(build_site(write(copy_of_project), strict=False).page("about/"))
    assert ["نص"] == [node.text() for node in page.css("#article b")]
    assert [] == page.css("[style]")
    assert ["right", "right"] == [node.attributes["align"] for node in page.css("th, td")]


def test_a_trusted_seed_may_hold_html(copy_of_project: Path, build_site: BuildSite) -> None:
    """With `trust_markdown: true`, HTML in a seed is HTML, and nobody is warned."""
    config = write(copy_of_project, "trust_markdown: true")
    site = build_site(config, strict=True, site_url="https://example.org/")
    assert ["b", "script", "img"] * 2 == found(site, "b, script, img")


def test_trust_is_true_or_false(copy_of_project: Path, build_site: BuildSite) -> None:
    """Anything else is an error that says what to write."""
    config = write(copy_of_project, "trust_markdown: sometimes")
    message = "mkdocs.yml: extra.nashir.trust_markdown is 'sometimes'; write true or false"
    with pytest.raises(BuildFailedError, match=message):
        build_site(config)


@pytest.mark.parametrize(("options", "expected"), [("", WARNINGS), ("trust_markdown: true", [])])
def test_check_warns_as_the_build_does(copy_of_project: Path, options: str, expected: list[str]) -> None:
    """`python -m build_hooks check` knows whether mkdocs.yml trusts seeds."""
    write(copy_of_project, options)
    command = [sys.executable, "-m", "build_hooks", "check", "seeds/x.md"]
    done = subprocess.run(command, check=True, cwd=copy_of_project, capture_output=True, encoding="utf-8")
    *warnings, count = done.stdout.splitlines()
    assert "1 can be published" == count
    assert len(expected) == len(warnings)
    assert all(line.startswith(warning) for line, warning in zip(warnings, expected, strict=True))


def test_a_preview_has_no_policy(copy_of_project: Path) -> None:
    """`mkdocs serve` puts a script into every page, which a policy would forbid: none has one, redirects neither."""
    write(copy_of_project)
    (copy_of_project / "seeds/vocabulary.yml").write_text(
        "terms:\n- term: ك\n  also: [ل]\n", encoding="utf-8"
    )
    site = build_preview(copy_of_project).folder
    pages = list(site.rglob("*.html"))
    assert {"404.html", "index.html"} == {page.name for page in pages}
    assert (site / "keywords/ل/index.html") in pages
    for page in pages:
        assert "Content-Security-Policy" not in page.read_text("utf-8")
