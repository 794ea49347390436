"""The text of an article in Markdown."""

from __future__ import annotations

from build_hooks.publishing.article_body import LinkedText, body, first_mentions, text_links
from build_hooks.publishing.term_links import TextLink
from build_hooks.sections import Section
from tests.factory import an_article

ARTICLE = an_article(
    "مجلد/x",
    headline="داعش",
    sections=(Section(None, ("في داعش، وقسد.",)), Section("عن داعش", ("وداعش.",))),
)


def test_the_first_mention_in_the_text_is_a_link() -> None:
    """Headline and subheadings stay without links; the second mention of a term is plain text."""
    terms = [
        ("keywords/قسد/", [(1, 9, 13)]),
        ("keywords/داعش/", [(0, 0, 4), (1, 3, 7), (2, 3, 7), (3, 0, 5)]),
    ]
    address = "../../../keywords/%D8%AF%D8%A7%D8%B9%D8%B4/index.md"
    other = "../../../keywords/%D9%82%D8%B3%D8%AF/index.md"
    assert f"في [داعش]({address})، [وقسد]({other})&#46;\n\n## عن داعش\n\nوداعش&#46;" == body(
        ARTICLE, first_mentions(ARTICLE, terms)
    )


def test_a_term_in_headings_only_has_no_link() -> None:
    """Headings are no place for links."""
    assert "](" not in body(ARTICLE, first_mentions(ARTICLE, [("keywords/داعش/", [(2, 3, 7)])]))


def test_markdown_of_the_editor_stays() -> None:
    """An `.md` seed's text is its own; its links are for the HTML, as a browser takes them."""
    article = an_article("x", markdown="*داعش*", text=("داعش",))
    links = first_mentions(article, [("keywords/داعش/", [(1, 0, 4)])])
    assert "*داعش*" == body(article, links)
    assert {1: [TextLink(0, 4, "../../keywords/داعش/")]} == text_links(article, links)
    html = '<p id="p1"><em>داعش</em></p>'
    assert html.replace("داعش", '<a href="../../keywords/داعش/">داعش</a>') == LinkedText(
        article, links
    ).finished(html)
    assert html == LinkedText(ARTICLE, links).finished(html)
