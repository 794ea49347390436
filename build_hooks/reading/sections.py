"""Subheadings and paragraphs in a row → sections."""

from __future__ import annotations

from collections.abc import Iterable

from build_hooks.sections import Section

Block = tuple[str, bool]
"""A subheading or a paragraph, and whether it is a subheading."""


def sections_of(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Gather each subheading with the paragraphs below it, and first those above the first subheading."""
    sections: list[tuple[str | None, list[str]]] = []
    for text, is_subheading in blocks:
        if is_subheading:
            sections.append((text, []))
        elif sections:
            sections[-1][1].append(text)
        else:
            sections.append((None, [text]))
    return tuple(Section(subheading, tuple(paragraphs)) for subheading, paragraphs in sections)
