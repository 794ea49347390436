from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_hooks.cache import Cache
from build_hooks.indexing.catalogue import take_stock
from build_hooks.indexing.search import digests
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.model import Article, Vocabulary
from build_hooks.publishing.site import search_index
from build_hooks.publishing.site_page import NamedFolder
from tests.conftest import BuildSite
from tests.factory import an_article
from tests.indexing.search.collection import any_document, read_texts


@pytest.mark.parametrize("seed", range(3))
def test_what_builds_before_have_left_makes_no_difference(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each of many edits, the files are those of a build without a cache, with several batches, some full."""
    monkeypatch.setattr(digests, "_IN_A_BATCH", 16)
    monkeypatch.setattr(digests, "MOST_DOCUMENTS", 24)
    chance = random.Random(seed)
    articles = [_any_article(chance) for _ in range(100)]
    for _ in range(12):
        cache = Cache(tmp_path)
        assert _files(articles, Cache()) == _files(articles, cache)
        cache.sweep()
        place = chance.randrange(len(articles))
        edit = chance.choice((0, 1, 2, 3))
        # The last is what a vocabulary does: another name for a keyword, in an article whose seed is as it was.
        other = replace(articles[place], keywords=("اسم",)) if edit == 3 else _any_article(chance)
        articles[place : place + (edit > 0)] = [other] * (edit != 2)


def test_an_edit_leaves_other_articles_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one article has changed, the search looks at it and at no other."""
    chance = random.Random(0)
    articles = [_any_article(chance, words=500) for _ in range(50)]
    cache = Cache(tmp_path)
    _files(articles, cache)
    cache.sweep()
    asked: list[str] = []

    def asking(article: Article, *rest: object) -> SearchDocument:
        asked.append(article.permalink)
        return article_document(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("build_hooks.publishing.search_pages.article_document", asking)
    articles[25] = _any_article(chance, words=500)
    _files(articles, Cache(tmp_path))
    assert {articles[25].permalink} == set(asked)


def test_hand_written_pages_are_found(copy_of_project: Path, build_site: BuildSite) -> None:
    """Pages in `docs/` stand in the index behind the articles, but for those that say they should not."""
    docs = copy_of_project / "docs"
    (copy_of_project / "seeds/x.txt").write_text("عنوان\nنص المقال.\nKeywords: ك\n", "utf-8")
    (docs / "about.md").write_text(
        "# عنا\n\nمن *نحن*.\n\n## كيف تكتب إلينا\n\n<b>بالبريد</b> &amp; الهاتف.\n", "utf-8"
    )
    (docs / "صفحة.md").write_text("---\ntitle: حقوق النشر\n---\nكل الحقوق محفوظة.\n", "utf-8")
    (docs / "hidden.md").write_text("---\nsearch:\n  exclude: true\n---\n# سر\n", "utf-8")
    folder = build_site(copy_of_project / "mkdocs.yml").folder / "assets/search"
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }
    [article, *pages] = read_texts(files)
    assert "عنوان" == article[1][0]
    assert [
        [["about/"], ["عنا"], ["من نحن.", "p1", "بالبريد & الهاتف.", "p2"], ["كيف تكتب إلينا"]],
        [["%D8%B5%D9%81%D8%AD%D8%A9/"], ["حقوق النشر"], ["كل الحقوق محفوظة.", "p1"], [""]],
    ] == [[url, title, passages, headings] for url, title, _, _, _, passages, headings, _ in pages]


def _files(articles: Sequence[Article], cache: Cache) -> NamedFolder:
    """Return the files of the search."""
    return search_index(take_stock(articles, Vocabulary()), [], cache).make()


def _any_article(chance: random.Random, words: int = 0) -> Article:
    document = any_document(chance)
    text = " ".join(passage.text for passage in document.passages) + " كلام" * words
    return an_article(
        str(chance.randrange(10**9)),
        day=f"2026-01-{chance.randrange(1, 29):02}",
        text=(text,),
        keywords=document.keywords,
        digest=text.encode(),
    )
