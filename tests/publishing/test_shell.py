"""What pages have in common, and the pieces that they have for themselves."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context

from build_hooks.publishing.shell import PieceContext, Shells, ShownPage


class Show:
    """What the templates call."""

    def twice(self, text: str, end: str = "") -> str:
        return f"{text}{text}{end}"

    @pass_context
    def title(self, context: Context) -> str:
        return str(context["page"].meta["title"])


PIECE = """
{%- macro marked(text) %}<b>{{ text }}</b>{% endmacro -%}
{{ show.twice("a") }} {{ show.twice("b", end=".") }} {{ show.title() }} {{ marked("c") }}
{% for letter in "de" %}{{ show.twice(letter) }}{% endfor %}
"""


def shells() -> Shells:
    """Return those of a site with one template, which has one piece."""
    templates = {"x.html": "<p>{% include 'pieces/x.html' %}</p>", "pieces/x.html": PIECE}
    return Shells(Environment(loader=DictLoader(templates)), lambda _: {"show": Show()})  # noqa: S701


def pages() -> Iterator[tuple[str, ShownPage]]:
    """Yield titles with pages that have them."""
    for title in ("عنوان", "\ud800", "و"):
        yield title, ShownPage(meta={"title": title}, view=None, path="x/")


def test_a_piece_is_filled_in_for_each_page() -> None:
    """Whatever it calls gets what it asks for; what UTF-8 has no form for is written as MkDocs writes it."""
    shell = shells().shell("x.html", "x/")
    assert all(isinstance(piece._context, PieceContext) for piece in shell.pieces)
    for title, page in pages():
        expected = f"<p>aa bb. {title} <b>c</b>\nddee</p>"
        assert expected.encode(errors="xmlcharrefreplace") == shell.fill(page)
