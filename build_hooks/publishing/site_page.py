"""A page of the site, before MkDocs has it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import frontmatter

from build_hooks.publishing.article_body import LinkedText
from build_hooks.publishing.urls import page_file, source_path

# Wider than any value: YAML would fold long ones over several lines.
_NEVER_FOLD = 2**31 - 1


class SitePage(NamedTuple):
    """A Markdown page with front matter, and what its template shows around the text."""

    path: str
    """Where it stands below the site's root, not percent-encoded, with a final slash; empty for the front page."""

    front_matter: Mapping[str, object]
    """What the page's front matter holds: at least `title` and `template`."""

    view: object
    """What the template reads as `page.view`."""

    text: LinkedText | None = None
    """The text of an article; a listing has none."""

    def markdown(self) -> str:
        """Return the page as MkDocs reads it: Markdown with front matter."""
        return markdown_page(self.front_matter, self.text.markdown() if self.text else "")


class PlannedPage(NamedTuple):
    """A page that is worked out where it is written: all pages of a large site at once would fill the memory."""

    path: str
    """That of the page."""

    template: str
    """The name of its template."""

    make: Callable[[], SitePage]
    """Works the page out."""

    seed: str | None = None
    """The seed that it is made of, from the project's root; None for a listing."""

    modified: datetime.date | None = None
    """The day on which its text last changed, where that is known."""

    needs_markdown: bool = False
    """Whether its text is an editor's own Markdown."""

    shows: Callable[[], bytes] | None = None
    """Tells of all that it shows, without working it out; None where it has to be worked out for that."""

    @property
    def source_path(self) -> str:
        """The page's path as a Markdown file below `docs/`."""
        return source_path(self.path)

    @property
    def file(self) -> str:
        """The path of its file below the site's root."""
        return page_file(self.path)


class Run(NamedTuple):
    """Pages that follow each other, which the next build mostly finds unchanged all together."""

    paths: Sequence[str]
    """Those of the pages."""

    shows: Callable[[], bytes]
    """Tells of all that they show."""


class SiteFile(NamedTuple):
    """A file of the site that is written as it is."""

    path: str
    """Where it stands below the site's root, not percent-encoded."""

    content: str | bytes


class PlannedFiles(NamedTuple):
    """Files that are worked out where they are written, as they are large or many."""

    paths: Sequence[str]
    """Those of the files that have a name of their own, on which nothing else may stand."""

    make: Callable[[], Iterable[SiteFile]]
    """Works them out."""


class NamedFolder(NamedTuple):
    """A folder that is named for what it holds: in the next site it has another name, and mostly the same files."""

    path: str
    """Where it stands below the site's root, not percent-encoded, without a final slash."""

    contents: Mapping[str, bytes]
    """By name what its files hold."""

    keys: Mapping[str, bytes]
    """By name the digests of that."""

    directory: SiteFile
    """The file that tells its name."""


class PlannedFolder(NamedTuple):
    """A folder that is worked out where it is written."""

    paths: Sequence[str]
    """As those of `PlannedFiles`."""

    make: Callable[[], NamedFolder]
    """Works it out."""


def markdown_page(front_matter: Mapping[str, object], body: str) -> str:
    """Return `body`, a text in Markdown, under its front matter, with a final newline."""
    post = frontmatter.Post(body)
    # Not by keyword: an editor's own field may be called `content`.
    post.metadata.update(front_matter)
    return frontmatter.dumps(post, sort_keys=False, width=_NEVER_FOLD) + "\n"
