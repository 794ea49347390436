"""The shell: what all pages of a template at the same depth have in common, rendered once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from types import MethodType
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, FunctionLoader, Template
from jinja2.runtime import Context
from jinja2.utils import internalcode

from build_hooks.cache import digest
from build_hooks.publishing.document import mend, without_indentation
from build_hooks.publishing.head import Head
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.urls import root, url

_PIECES = "pieces/"
# A folder that no page has: MkDocs writes a shorter link to where a page stands itself.
_NOWHERE = "\1/"


class ShownPage(NamedTuple):
    """What the templates read as `page`: the part of a page of MkDocs' that they use."""

    meta: Mapping[str, object]
    view: object
    path: str = ""
    """Where it stands below the site's root, not percent-encoded."""

    root: str = ""
    """The way to the site's root."""

    content: str = ""
    toc: Sequence[object] = ()
    head: Head | None = None
    edit_url: str | None = None
    is_homepage: bool = False

    @property
    def url(self) -> str:
        """Its address, relative to the site's root."""
        # Of those that the press fills in, no piece asks for it.
        return url(self.path)


def encoded(html: str) -> bytes:
    """Return HTML as it is written in a file, as MkDocs writes it: with references where UTF-8 has no form for a character."""
    return html.encode(errors="xmlcharrefreplace")


class PieceContext(Context):
    """The context of a piece, in which calls of plain methods cost no more than in Python.

    Jinja asks of whatever is called whether it is to be given the context, which takes longer than most of what pieces
    call. Functions say so by an attribute, so a method whose function has none is not asked.
    """

    @internalcode
    def call(self, function: Callable[..., Any], /, *args: Any, **options: Any) -> Any:
        """Call a function for a template; `options` are Jinja's own, too."""
        if type(function) is MethodType and not options and not function.__func__.__dict__:
            return function(*args)
        return super().call(function, *args, **options)


class Piece:
    """A part of a document that each page has for itself."""

    def __init__(self, template: Template, context: dict[str, object]) -> None:
        self._template = template
        # Made once: making one for each page takes as long as rendering a short piece.
        self._context = template.new_context(context)

    def render(self, page: ShownPage) -> bytes:
        """Return the part for `page`."""
        self._context.parent["page"] = page
        html = "".join(self._template.root_render_func(self._context))
        return encoded(without_indentation(html).strip("\n"))


class Shell(NamedTuple):
    """A rendered template, cut up at its pieces."""

    literals: tuple[bytes, ...]
    """What stands before, between and after the pieces, encoded once for all pages."""

    pieces: tuple[Piece, ...]

    digest: bytes
    """That of all that its pages have in common, less the templates of pieces."""

    def fill(self, page: ShownPage) -> bytes:
        """Return the document of `page`."""
        parts = [self.literals[0]]
        for piece, literal in zip(self.pieces, self.literals[1:], strict=True):
            parts += (piece.render(page), literal)
        return b"".join(parts)


class Shells:
    """Renders shells, each when its first page asks for it.

    A template in `pieces/` is what a page has for itself. In a shell a mark stands in its place, so that whatever
    the templates around it print is printed once for all pages that share the template and the depth.
    """

    def __init__(self, env: Environment, context_at: Callable[[str], dict[str, object]]) -> None:
        """Begin.

        Args:
            env: MkDocs' own environment, with what plugins added to it.
            context_at: Gives the context of a page's template by its address relative to the site's root.
        """
        self._env = env
        self._context_at = context_at
        assert env.loader
        self._marked = env.overlay(loader=ChoiceLoader([FunctionLoader(_mark), env.loader]))
        self._unindented = env.overlay(loader=FunctionLoader(self._without_indentation))
        self._unindented.context_class = PieceContext
        self._shells: dict[tuple[str, str, int], Shell] = {}

    def document(self, page: SitePage, head: Head | None, edit_url: str | None) -> bytes:
        """Return the document of `page`: what MkDocs would make of it."""
        html = page.text.html() if page.text else None
        shown = ShownPage(
            meta=page.front_matter,
            view=page.view,
            path=page.path,
            root=root(page.path),
            content=html.content if html else "",
            toc=html.contents if html else (),
            head=head,
            edit_url=edit_url,
        )
        return self.shell(str(page.front_matter["template"]), page.path).fill(shown)

    def shell(self, template: str, path: str) -> Shell:
        """Return the shell of `template` for pages as deep as `path` below the same folder."""
        folder, depth = path[: path.find("/")], path.count("/")
        key = (template, folder, depth)
        if key not in self._shells:
            self._shells[key] = self._render(template, f"{folder}/{_NOWHERE * (depth - 1)}")
        return self._shells[key]

    def in_common(self) -> bytes:
        """Return the digest of what all pages have in common whose shells were asked for so far."""
        return digest(*sorted(shell.digest for shell in self._shells.values()))

    def _render(self, template: str, path: str) -> Shell:
        stranger = ShownPage(meta={"template": template}, view=object(), path=path, root=root(path))
        context = self._context_at(stranger.url)
        html = mend(self._marked.get_template(template).render(context, page=stranger))
        # A literal, the name of a piece, a literal, …
        cut = html.split("\0")
        pieces = (Piece(self._unindented.get_template(name), context) for name in cut[1::2])
        literals = map(encoded, cut[::2])
        return Shell(tuple(literals), tuple(pieces), digest(html.encode(errors="surrogatepass")))

    def _without_indentation(self, name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template without the indentation that would otherwise be looked for in each of its pages.

        What it leaves are blank lines, where a tag stands on a line of its own and does not end in `-%}`.
        """
        assert self._env.loader
        source, filename, is_up_to_date = self._env.loader.get_source(self._env, name)
        return without_indentation(source), filename, is_up_to_date


def _mark(name: str) -> str | None:
    return f"\0{name}\0" if PurePosixPath(name).match(f"{_PIECES}*.html") else None
