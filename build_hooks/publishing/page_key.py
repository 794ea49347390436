"""The digest of all that a page shows, by which the next build knows that it is to be the same again."""

from __future__ import annotations

import copyreg
import io
import pickle
from dataclasses import astuple

from build_hooks.cache import digest
from build_hooks.model import Article, Term
from build_hooks.publishing.site_page import SitePage


def page_key(shell: bytes, page: SitePage, *rest: object) -> bytes:
    """Return the digest of a page.

    Args:
        shell: The digest of what the page has in common with others.
        page: What it has for itself.
        rest: Whatever else its document hangs on.
    """
    written = io.BytesIO()
    pickler = _Pickler(written, pickle.HIGHEST_PROTOCOL)
    # Each object is written where it stands: else equal pages whose parts are the same objects or not would differ.
    pickler.fast = True
    pickler.dump((page, rest))
    return digest(shell, written.getbuffer())


class _Pickler(pickle.Pickler):
    """Writes a page with its articles and terms told by name: all that a page shows of them."""

    dispatch_table = copyreg.dispatch_table.copy()


def _article(article: Article) -> tuple[type, tuple[object, ...]]:
    # One that was not read from a seed has no digest.
    told = (article.digest, article.is_scheduled) if article.digest else astuple(article)
    return tuple, told


_Pickler.dispatch_table[Article] = _article
_Pickler.dispatch_table[Term] = lambda term: (str, (term.slug, term.name))
