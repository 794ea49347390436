"""The front page, with few articles and with many."""

from __future__ import annotations

from collections.abc import Sequence

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.indexing.catalogue import build_catalogue
from build_hooks.model import Article, Vocabulary
from build_hooks.publishing.front_page import FrontView, front_page
from tests.factory import an_article


def front(articles: Sequence[Article], notation: Notation = USUAL) -> FrontView:
    """Return the front page's view of a site with `articles`."""
    page = front_page(build_catalogue(articles, Vocabulary()), "", notation).make()
    assert isinstance(page.view, FrontView)
    return page.view


def tagged(number: int, *tags: str) -> Article:
    """Return an article, the older the higher its number, with `tags`."""
    return an_article(
        f"{number:03}",
        day=f"20{99 - number // 12}-{12 - number % 12:02}-01",
        tags=tags,
        writing_styles=("مهني",),
    )


def test_one_article_leads() -> None:
    """It has its tag, its day and its reading time, and the page repeats nothing."""
    view = front([tagged(0, "أمن")], Notation(months="levantine"))
    assert view.lead
    assert view.lead.tag
    assert view.lead.day
    assert ("أمن", "دقيقة واحدة", "1 كانون الأول 2099") == (
        view.lead.tag.text,
        view.lead.reading_time,
        view.lead.day.text,
    )
    assert ((), (), None) == (view.latest, view.by_tag, view.older)


def test_a_writing_style_is_no_kicker() -> None:
    """An article without tags has none above its headline."""
    lead = front([tagged(0)]).lead
    assert lead
    assert lead.tag is None


def test_many_articles_stand_under_their_tags_too() -> None:
    """Three of each tag that has as many left; no article stands on the page twice."""
    articles = [tagged(number, "أمن" if number % 2 else "رياضة") for number in range(60)]
    view = front([*articles, tagged(60, "ثقافة")])
    assert ["أمن", "رياضة"] == [tag.link.text for tag in view.by_tag]
    assert view.lead
    shown = [view.lead, *view.latest, *(teaser for tag in view.by_tag for teaser in tag.teasers)]
    assert 20 + 6 == len({teaser.url for teaser in shown}) == len(shown)
    assert view.older
