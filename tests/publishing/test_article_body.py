"""The text of an article in Markdown."""

from __future__ import annotations

from build_hooks.model import Appearance, Heading, Mention, Section, Term
from build_hooks.publishing.article_body import LinkedText, body, first_mentions, text_links
from build_hooks.publishing.term_links import TextLink
from tests.factory import a_term, an_article

ARTICLE = an_article(
    "مجلد/x",
    headline="داعش",
    sections=(Section(None, ("في داعش، وقسد.",)), Section("عن داعش", ("وداعش.",))),
)


def appears(name: str, *mentions: Mention) -> tuple[Term, Appearance]:
    """Return a term that occurs at `mentions`."""
    return a_term(Heading(name), name), Appearance(ARTICLE, mentions=mentions)


def test_the_first_mention_in_the_text_is_a_link() -> None:
    """Headline and subheadings stay without links; the second mention of a term is plain text."""
    terms = [
        appears("قسد", Mention(1, 9, 13, "وقسد")),
        appears("داعش", Mention(0, 0, 4, "داعش"), Mention(1, 3, 7, "داعش"), Mention(2, 0, 5, "وداعش")),
    ]
    address = "../../../keywords/%D8%AF%D8%A7%D8%B9%D8%B4/index.md"
    other = "../../../keywords/%D9%82%D8%B3%D8%AF/index.md"
    assert f"في [داعش]({address})، [وقسد]({other})&#46;\n\n## عن داعش\n\nوداعش&#46;" == body(
        ARTICLE, first_mentions(terms)
    )


def test_a_term_in_headings_only_has_no_link() -> None:
    """Headings are no place for links."""
    assert "](" not in body(ARTICLE, first_mentions([appears("داعش", Mention("h1", 3, 7, "داعش"))]))


def test_markdown_of_the_editor_stays() -> None:
    """An `.md` seed's text is its own; its links are for the HTML, as a browser takes them."""
    article = an_article("x", markdown="*داعش*", text=("داعش",))
    mentions = first_mentions([appears("داعش", Mention(1, 0, 4, "داعش"))])
    assert "*داعش*" == body(article, mentions)
    assert {1: [TextLink(0, 4, "../../keywords/داعش/")]} == text_links(article, mentions)
    html = '<p id="p1"><em>داعش</em></p>'
    assert html.replace("داعش", '<a href="../../keywords/داعش/">داعش</a>') == LinkedText(
        article, mentions
    ).finished(html)
    assert html == LinkedText(ARTICLE, mentions).finished(html)
