"""What an `.md` seed may hold, as a reader's browser shows it."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.conftest import BuiltSite, build, copy_project

SEED = """---
title: عنوان
keywords: [بغداد]
---
نص فيه *مائل* و**غليظ** و`code` وHTML وحاشية[^1] وأخرى[^2].

## عنوان ثان

### ثالث

#### رابع

##### خامس Fifth

###### سادس

> اقتباس.

مصطلح
:   تعريف.

| يسار | يمين | وسط | بلا |
|:-----|-----:|:---:|-----|
| أ    | ب    | ج   | د   |

```text
code
```

*[HTML]: لغة توصيف النص

[^1]: حاشية.
[^2]: حاشية أخرى.
"""
PAGE = "articles/x/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with an article that holds what Markdown has."""
    folder = tmp_path_factory.mktemp("markdown")
    project = copy_project(folder / "project")
    (project / "seeds/x.md").write_text(SEED, encoding="utf-8")
    return build(project / "mkdocs.yml", folder / "site")


def styles(page: Page, selector: str, name: str) -> list[str]:
    """Return what a property of CSS comes to in each element of the article's text that `selector` finds."""
    found: list[str] = page.eval_on_selector_all(
        f"#article :is({selector})", "(all, name) => all.map(one => getComputedStyle(one)[name])", name
    )
    return found


def sizes(page: Page, selector: str) -> list[float]:
    """Return the sizes of type, in those of the text around."""
    body = float(styles(page, "p", "fontSize")[0].removesuffix("px"))
    return [round(float(size.removesuffix("px")) / body, 2) for size in styles(page, selector, "fontSize")]


def test_columns_are_aligned_as_written(open_page: OpenPage, serve: Serve, site: BuiltSite) -> None:
    """Left is left, as GitHub has it; a column of which nothing is said begins where lines begin."""
    page = open_page(serve(site.folder) + PAGE)
    aligned = [style.removeprefix("-webkit-") for style in styles(page, "th, td", "textAlign")]
    assert ["left", "right", "center", "right"] * 2 == aligned


def test_all_has_a_size_to_read(open_page: OpenPage, serve: Serve, site: BuiltSite) -> None:
    """Nothing is much smaller than the text around it, and headings are no smaller than that, each below the one above."""
    page = open_page(serve(site.folder) + PAGE)
    headings = [sizes(page, f"h{level}")[0] for level in range(2, 7)]
    assert headings == sorted(headings, reverse=True)
    assert headings[0] > headings[1] + 0.1
    assert headings[-1] >= 1
    assert {1.0} == set(sizes(page, "p > :is(em, strong, abbr), blockquote p, dt, dd"))
    assert {0.85} == set(sizes(page, "code, .footnote, .footnote p, .footnote-backref"))
    # Figures of notes stand in a `<sup>`, which is smaller by itself.
    assert sizes(page, "sup") == sizes(page, ".footnote-ref")
    assert min(sizes(page, "*")) > 0.8


def test_headings_keep_their_letters(open_page: OpenPage, serve: Serve, site: BuiltSite) -> None:
    """None is in capitals that nobody wrote, and all have the face of headings."""
    page = open_page(serve(site.folder) + PAGE)
    assert {"none"} == set(styles(page, "h2, h3, h4, h5, h6", "textTransform"))
    assert all("Headline" in face for face in styles(page, "h2, h3, h4, h5, h6", "fontFamily"))


@pytest.mark.parametrize("width", [320, 1280])
def test_notes_lead_back(open_page: OpenPage, serve: Serve, site: BuiltSite, width: int) -> None:
    """The way back from a note is seen, says in Arabic where it leads, and has room for a finger."""
    page = open_page(serve(site.folder) + PAGE, width=width)
    links = page.locator(".footnote-backref")
    assert ["↑", "↑"] == links.all_inner_texts()
    assert [f"العودة إلى موضع الحاشية {number} في النص" for number in (1, 2)] == [
        link.get_attribute("title") for link in links.all()
    ]
    assert {"1"} == set(styles(page, ".footnote-backref", "opacity"))
    boxes = [link.bounding_box() for link in links.all()]
    assert all(box and box["width"] >= 44 and box["height"] >= 36 for box in boxes)
    first, second = boxes
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"] + 0.5
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("forced_colors", [False, True])
def test_emphasis_is_upright(
    open_page: OpenPage,
    serve: Serve,
    site: BuiltSite,
    media: Literal["screen", "print"],
    forced_colors: bool,
) -> None:
    """Arabic has no italics: emphasis is told by weight, which stays on paper and in the system's colours."""
    page = open_page(serve(site.folder) + PAGE, forced_colors=forced_colors)
    page.emulate_media(media=media)
    assert ["normal"] == styles(page, "em", "fontStyle")
    assert ["700"] == styles(page, "em", "fontWeight")


def test_emphasis_is_not_stress(open_page: OpenPage, serve: Serve, site: BuiltSite) -> None:
    """Where there are colours, they tell `*` from `**`."""
    page = open_page(serve(site.folder) + PAGE)
    assert styles(page, "em", "color") != styles(page, "strong", "color")
