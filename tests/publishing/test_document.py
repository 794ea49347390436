"""What becomes of a rendered document."""

from __future__ import annotations

import gzip

from build_hooks.publishing.document import mend
from tests.conftest import BuiltSite


def test_indentation_goes() -> None:
    """Blank lines and the templates' indentation are left out; a space that is not theirs stays."""
    assert "<p>\n<b>نص</b>\n</p> \u00a0و" == mend("<p>\n\n    <b>نص</b>  \n  \n</p> \u00a0و")


def test_white_space_that_means_something_stays() -> None:
    """So it does in code, in fields and in scripts."""
    for name in ("pre", "textarea", "script", "style"):
        verbatim = f"<{name} class=x>\n\n  نص\n\n  آخر\n</{name}>"
        assert f"<i>\n{verbatim}\n</i>" == mend(f"<i>\n  {verbatim}\n  </i>")


def test_what_is_never_closed_is_text() -> None:
    """Elements of one name do not stand in each other, and what has no end keeps nothing behind it."""
    assert "<pre>\n</pre>\n<pre>\nنص <PRE>\n" == mend("<pre>\n</pre>  \n<pre>\n  نص <PRE> \n")
    assert "<pre>\n  <pre>\n</Pre>\n</pre>" == mend("<pre>\n  <pre>\n</Pre> \n </pre>")
    assert "<ſcript>\n" == mend("<ſcript> \n")


def test_nothing_of_the_base_template_is_left_that_is_never_shown(built_site: BuiltSite) -> None:
    """The direction stands on `<html>`; Material's switches and boxes are gone from every kind of page."""
    for path in ("", "articles/000_e859778222280836/", "keywords/", "about/", "404.html"):
        html = built_site.page(path)
        assert '<html lang="ar" dir="rtl">' in html
        for unused in ("md-toggle", "md-overlay", "md-dialog", "md-skip", "data-md-component"):
            assert unused not in html, (path, unused)


def test_materials_style_sheet_comes_where_it_is_needed(built_site: BuiltSite) -> None:
    """Tables, notes and code occur only in what is written in Markdown."""
    assert "assets/stylesheets/main." in built_site.page("about/")
    for path in ("", "articles/000_e859778222280836/", "keywords/", "search/", "404.html"):
        assert "assets/stylesheets/" not in built_site.page(path), path


def test_style_sheets_and_scripts_stay_light(built_site: BuiltSite) -> None:
    """Beside search at most 30 KB of CSS and 20 KB of JavaScript, compressed."""
    for folder, most in (("css", 30), ("js", 20)):
        files = (built_site.folder / "assets" / folder).iterdir()
        assert 0 < sum(len(gzip.compress(file.read_bytes())) for file in files) <= most * 1024, folder
