"""What is wider than the page, for those who read with the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.publishing.scrolling import reachable

CODE = '<code tabindex="0" role="group" aria-label="شيفرة"'
TABLE = '<div class="n-scroll" tabindex="0" role="group" aria-label="جدول">'


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        (f"<pre>{CODE}>x</code></pre>", "<pre><code>x</code></pre>"),
        (
            f'<pre><span></span>{CODE} class="y">x</code></pre>',
            '<pre><span></span><code class="y">x</code></pre>',
        ),
        (f"{TABLE}<table><tr><td>x</table></div>y", "<table><tr><td>x</table>y"),
        # Within another only that one scrolls.
        (f"{TABLE}<table><tr><td><table></table></table></div>", "<table><tr><td><table></table></table>"),
        (f"{TABLE}<table></table></div>{TABLE}<TABLE></TABLE></div>", "<table></table><TABLE></TABLE>"),
        # Code in a line wraps, and what an editor of hand-written pages has in a script is none.
        ("<p><code>x</code></p>", "<p><code>x</code></p>"),
        ("<script>'<table></table><pre><code>'</script>", "<script>'<table></table><pre><code>'</script>"),
        ("<table><tr><td>", "<table><tr><td>"),
        ("</table></pre><code>", "</table></pre><code>"),
        ("<pre><b></pre><code>", "<pre><b></pre><code>"),
    ],
)
def test_what_scrolls_takes_the_focus(expected: str, html: str) -> None:
    """Blocks of code and tables are stops, with a name; a table that is never closed stays as it is."""
    assert expected == reachable(html)


@given(
    st.lists(st.sampled_from(["<table>", "</table>", "<pre>", "</pre>", "<code>", "</code>", "<br>", "نص\n"]))
)
def test_all_else_stays(parts: list[str]) -> None:
    """Without what it puts in, the text is what it was."""
    html = "".join(parts)
    assert html == reachable(html).replace(CODE, "<code").replace(TABLE, "").replace("</div>", "")
