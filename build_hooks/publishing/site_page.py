"""A page of the site, before MkDocs has it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import frontmatter

from build_hooks.publishing.head import Head
from build_hooks.publishing.term_links import TextLink

# Wider than any value: YAML would fold long ones over several lines.
_NEVER_FOLD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class SitePage:
    """A Markdown page with front matter, and what its template shows around the text."""

    path: str
    """Where it stands below the site's root, not percent-encoded, with a final slash; empty for the front page."""

    front_matter: Mapping[str, object]
    """What the page's front matter holds: at least `title` and `template`."""

    view: object
    """What the template reads as `page.view`."""

    body: str = ""
    """The text in Markdown."""

    text_links: Mapping[int, Sequence[TextLink]] = field(default_factory=dict)
    """Links to put into the paragraphs of the text when it is HTML, by the paragraph's number."""

    seed: str | None = None
    """The seed that it is made of, from the project's root; None for a listing."""

    modified: datetime.date | None = None
    """The day on which its text last changed, where that is known."""

    head: Head | None = None
    """What it says of itself in its `<head>`; None before that is written."""

    @property
    def source_path(self) -> str:
        """The page's path as a Markdown file below `docs/`.

        Always an `index.md`: `x.md` beside `x/index.md` would be one page in the site, and MkDocs takes a seed
        named `index` or `README` for its folder's own page.
        """
        return f"{self.path}index.md"

    def markdown(self) -> str:
        """Return the page as MkDocs reads it: Markdown with front matter."""
        return markdown_page(self.front_matter, self.body)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is written as it is."""

    path: str
    """Where it stands below the site's root, not percent-encoded."""

    content: str | bytes


def markdown_page(front_matter: Mapping[str, object], body: str) -> str:
    """Return `body`, a text in Markdown, under its front matter, with a final newline."""
    post = frontmatter.Post(body)
    # Not by keyword: an editor's own field may be called `content`.
    post.metadata.update(front_matter)
    return frontmatter.dumps(post, sort_keys=False, width=_NEVER_FOLD) + "\n"
