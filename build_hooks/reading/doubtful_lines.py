"""Lines around the trailer of which one can doubt whether they are labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedWarning
from build_hooks.reading.characters import quote
from build_hooks.reading.fields import FRONT_MATTER_FIELDS, SPEAKERS, Field, field_named, name_like
from build_hooks.reading.labels import is_sentence
from build_hooks.reading.trailer import NEAR_THE_END, Ending, counts_in_front_matter, labels_near_the_end

# A missing keywords line is told of with the keywords, and a description may be text.
_MAY_BE_STRANDED = frozenset({Field.WRITING_STYLES, Field.DATE, Field.UPDATED, Field.TAGS, Field.SLUG})


def doubts(ending: Ending, declared: Collection[Field], source: str) -> Iterator[SeedWarning]:
    """Yield a warning for each line that may be meant otherwise than it is read.

    Args:
        ending: The text and the trailer, parted.
        declared: The fields that the trailer and the front matter declare.
        source: The file's path from the project's root.
    """
    for field in SPEAKERS:
        if field not in declared:
            yield from _byline_in_the_text(ending, field, source)
    for number, label in ending.above:
        if label.field in FRONT_MATTER_FIELDS:
            message = counts_in_front_matter(label, "readers see this line as text")
            yield SeedWarning(message, source, number)
    yield from _misspelt(ending, source)
    if not ending.trailer:
        yield from _stranded(ending, declared, source)
    for line in ending.misplaced:
        message = (
            "this line stands among the labels and reads like text, so readers see it below the text; "
            "move it above the labels"
        )
        yield SeedWarning(message, source, line.number)


def _byline_in_the_text(ending: Ending, field: Field, source: str) -> Iterator[SeedWarning]:
    number, label = next((line for line in reversed(ending.above) if line.label.field is field), (0, None))
    # Of sentences behind a label that comes again there is no doubt: it is a conversation.
    if label and not (is_sentence(label) and fold(label.label) in ending.spoken):
        message = (
            f"{quote(label.label)} is taken for a speaker here, so this line is text; if it is the article's "
            f"{field}, write it in front matter or below the keywords"
        )
        yield SeedWarning(message, source, number)


def _misspelt(ending: Ending, source: str) -> Iterator[SeedWarning]:
    for number, label in ending.above[-NEAR_THE_END:]:
        meant = name_like(label.label) if label.field is None else None
        if meant and not (is_sentence(label) and field_named(meant) in SPEAKERS):
            message = (
                f"{quote(label.label)} is no label, so readers see this line as text; "
                f"write {quote(meant)} if it is that label"
            )
            yield SeedWarning(message, source, number)


def _stranded(ending: Ending, declared: Collection[Field], source: str) -> Iterator[SeedWarning]:
    for line, label in labels_near_the_end(ending.text[1:]):
        if label.field in _MAY_BE_STRANDED and label.field not in declared:
            message = f"{quote(label.label)} is text here, as text follows it; move this line to the end"
            yield SeedWarning(message, source, line.number)
