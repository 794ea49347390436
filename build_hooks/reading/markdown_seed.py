"""The text of an `.md` seed → headline, sections and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown import Markdown

from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedError, SeedWarning
from build_hooks.reading.characters import one_line, quote
from build_hooks.reading.direction_markup import direction_references, reference_warnings
from build_hooks.reading.page_reader import Page, read_page
from build_hooks.reading.sections import sections_of
from build_hooks.reading.seed_markup import Refusal, refusals
from build_hooks.sections import Section


class MarkdownSeed(NamedTuple):
    """An `.md` seed without its front matter, read."""

    headline: str
    """Its plain text; empty where there is none."""

    sections: tuple[Section, ...]
    """The plain text of headings and paragraphs; that of a paragraph with only an image is empty."""

    body: str
    """The Markdown below the headline."""

    has_text: bool
    """Whether a reader sees something other than headings, be it a list or an image."""

    warnings: tuple[SeedWarning, ...] = ()
    """What of its Markdown readers do not get."""


def read_markdown(
    text: str, source: str, markdown: Markdown, title: str | None = None, first_line: int = 1
) -> MarkdownSeed:
    """Read the body of an `.md` seed.

    Args:
        text: The text after the front matter, with a line feed at each line end.
        source: The file's path from the project's root, for messages.
        markdown: A converter with the site's extensions, so that the paragraphs are those of the page.
        title: The headline where front matter gives it. A first line `# …` is then part of the text, unless it
            says the same.
        first_line: The number of the text's first line in the file.

    Returns:
        The headline, the text in sections, the body as written, and a warning for each line in which a reference
        turns the direction of text, and for each kind of thing that `seed_markup` refuses.

    Raises:
        SeedError: Where an extension cannot convert the text, or a link in it is no address.
    """
    headline, body = title or "", text.strip("\n")
    refused: tuple[Refusal, ...] = ()
    references: frozenset[str] = frozenset()
    first, _, rest = body.partition("\n")
    # To Python-Markdown `#عنوان` is a heading too.
    if re.match("#(?!#)", first):
        written = " ".join(element.text for element in _page(first, source, markdown).elements)
        if title is None or fold(written) == fold(title):
            headline, body = title or written, rest.strip("\n")
            refused, references = refusals(markdown), direction_references(markdown)
    page = _page(body, source, markdown)
    return MarkdownSeed(
        headline,
        sections_of((element.text, element.is_heading) for element in page.elements),
        body,
        page.has_text,
        (
            *reference_warnings(references | direction_references(markdown), text, first_line, source),
            *_warnings((*refused, *refusals(markdown)), text, first_line, source),
        ),
    )


def _warnings(refused: Sequence[Refusal], text: str, first_line: int, source: str) -> Iterator[SeedWarning]:
    """Yield one warning for each kind of refusal, at the place of its first."""
    for kind in dict.fromkeys(refusal.kind for refusal in refused):
        first, *others = (refusal.written for refusal in refused if refusal.kind == kind)
        # Unless it was put together from pieces, as an address from its definition.
        place = text.find(first.partition("\n")[0])
        more = f" and {len(others)} more" if others else ""
        yield SeedWarning(
            f"{kind.value}: {quote(first)}{more}; write it otherwise, or let seeds do as they please: "
            "trust_markdown: true below extra.nashir in mkdocs.yml",
            source,
            None if place < 0 else first_line + text.count("\n", 0, place),
        )


def _page(text: str, source: str, markdown: Markdown) -> Page:
    try:
        html = markdown.reset().convert(text)
    # Extensions are other people's code, and deep nesting exhausts the stack.
    except Exception as error:
        reason = one_line(str(error)) or type(error).__name__
        raise SeedError(
            f"cannot convert the Markdown: {reason}; mend the text or the extension", source
        ) from error
    page = read_page(html)
    for link in page.links:
        _demand_address(link, source)
    return page


def _demand_address(link: str, source: str) -> None:
    """Raise SeedError where a link cannot be read as an address, on which MkDocs would stop with a traceback."""
    try:
        urlsplit(link)
    except ValueError as error:
        raise SeedError(f"the link {quote(link)} is no address; mend it", source) from error
