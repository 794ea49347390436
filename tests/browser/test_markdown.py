"""What an `.md` seed may hold, as a reader's browser shows it."""

from __future__ import annotations

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
