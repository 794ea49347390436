"""Readers see exactly the characters that the editor wrote."""

from __future__ import annotations

import random
from pathlib import Path, PurePath

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from build_hooks.arabic.direction import closed
from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.article_body import LinkedText, body
from build_hooks.publishing.article_html import TermLink, article_html
from build_hooks.publishing.escape import PlainReferences
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import parse_seed
from build_hooks.sections import Locator, Section
from tests.conftest import ROOT, BuildSite
from tests.factory import an_article
from tests.publishing.test_escape import HOSTILE

# A letter in front keeps a paragraph from being taken for anything else than text; a full stop behind it, from being
# taken for a subheading.
HOSTILE_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("*_`[](){}<>#+-.!|~^&;:=/\\\"'$%@?, \tاب12"), max_size=40),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=40),
)
PARAGRAPHS = st.lists(
    st.builds("{} {}.".format, st.sampled_from("نn"), HOSTILE_TEXT.map(str.strip)), min_size=1, max_size=6
)


def site_markdown() -> Markdown:
    """Return a converter with the extensions of the site."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(
        extensions=[*config.markdown_extensions, Anchors(), PlainReferences()],
        extension_configs=config.mdx_configs,
    )


def seen(html: str, selector: str) -> list[str]:
    """Return the text of what `selector` finds, runs of white space as one, as a browser shows them."""
    return [spaced(node.text()) for node in LexborHTMLParser(html).css(selector)]


def spaced(text: str) -> str:
    """Return `text` with each run of HTML's white space as one space."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)


def published(paragraphs: list[str]) -> list[str]:
    """Return what readers get of paragraphs: what is written, and an end of what turns its direction."""
    return [spaced(closed(text)) for text in paragraphs]


@given(PARAGRAPHS)
@example(["ن <script>alert(1)</script>.", "ن [TOC]."])
@example(["ن \u202eقلب.", "ن \u2067[قلب]\u2069."])
def test_seed_to_html(paragraphs: list[str]) -> None:
    """From the bytes of a seed to the HTML of its text, each paragraph stays what it was."""
    seed = "\n".join(["عنوان", *paragraphs]).encode()
    article = parse_seed(seed, PurePath("x.txt"), "seeds/x.txt", site_markdown(), CommitDays()).article
    html = site_markdown().convert(body(article, {}))
    assert published(paragraphs) == seen(f"<article>{html}</article>", "article > p")


@given(PARAGRAPHS, st.data())
def test_links_leave_the_text_as_it_is(paragraphs: list[str], data: st.DataObject) -> None:
    """Whatever part of a paragraph is a link to a term, the paragraph reads as before."""
    seed = "\n".join(["عنوان", *paragraphs]).encode()
    article = parse_seed(seed, PurePath("x.txt"), "seeds/x.txt", site_markdown(), CommitDays()).article
    links: dict[Locator, list[TermLink]] = {}
    for number, text in enumerate(article.paragraphs, 1):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        # A mention is a run of whole words.
        if text[start:end] == text[start:end].strip():
            links[number] = [TermLink(start, end, "keywords/ن و/")]
    html = site_markdown().convert(body(article, links))
    assert published(paragraphs) == seen(f"<article>{html}</article>", "article > p")
    assert len(links) == len(seen(html, "a"))
    # MkDocs makes addresses of the names of files.
    html = LinkedText(article, links).finished(html.replace('index.md"', '"'))
    assert html == article_html(article, links).content


@given(st.lists(HOSTILE_TEXT.map(str.strip).filter(bool), min_size=1, max_size=4))
@example(["أ", "أ", "Article", "؟", "p1", "# أ #", "أ <b>&amp;</b> \"'"])
def test_headings_are_the_same_without_markdown(subheadings: list[str]) -> None:
    """Subheadings and the contents made of them are to the byte what Markdown makes of them."""
    article = an_article(sections=tuple(Section(one, (f"ن {one}.",)) for one in subheadings))
    markdown = site_markdown()
    expected = markdown.convert(body(article, {}))
    text = article_html(article, {})
    assert expected == text.content
    tokens = markdown.toc_tokens  # type: ignore[attr-defined]  # the extension's
    assert [(token["name"], f"#{token['id']}") for token in tokens] == [
        (one.title, one.url) for one in text.contents
    ]


def test_seed_to_page(copy_of_project: Path, build_site: BuildSite) -> None:
    """200 seeds of hostile text, built into whole pages: headline and paragraphs are shown as written."""
    chance = random.Random(11)
    project = copy_of_project
    written: dict[str, list[str]] = {}
    for number in range(200):
        marks = "*_`[](){}<>#+-.!|~^&;:=/\\\"'$%@?,"
        noise = ["".join(chance.choices(marks + "ابجد  12", k=30)) for _ in range(5)]
        lines = [f"ن {text}." for text in (*noise, *chance.sample(HOSTILE, 3))]
        written[f"{number}"] = lines
        (project / "seeds" / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    site = build_site(project / "mkdocs.yml", strict=False)
    for name, (headline, *paragraphs) in written.items():
        page = site.page(f"articles/{name}/")
        assert [spaced(headline)] == seen(page, "h1")
        assert [spaced(text) for text in paragraphs] == seen(page, "#article > p")
        assert [] == LexborHTMLParser(page).css(
            "#article :is(script, iframe, img, style, [onclick], [onerror])"
        )
