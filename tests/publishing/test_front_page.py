"""The front page, with few articles and with many."""

from __future__ import annotations

from collections.abc import Sequence

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.model import Article, Vocabulary
from build_hooks.publishing.front_page import FrontView, front_page
from build_hooks.publishing.snippets import Snippets
from tests.factory import an_article, build_catalogue
from tests.publishing.test_round_trip import seen


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
    notation = Notation(months="levantine")
    view = front([tagged(0, "أمن")], notation)
    assert view.lead
    assert view.lead.tag
    assert "أمن" == view.lead.tag.text
    (when,) = seen(Snippets(notation).when(view.lead), "p")
    assert "1 كانون الأول 2099 – القراءة: دقيقة واحدة" == when
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
    shown = [view.lead.article, *(teaser.article for teaser in view.latest)]
    shown += (article for tag in view.by_tag for article in tag.articles)
    assert 20 + 6 == len({article.permalink for article in shown}) == len(shown)
    assert view.older
