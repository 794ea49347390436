"""The site as a whole, as other programs are told of it: its name, its address, its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from build_hooks.arabic.dates import EGYPTIAN
from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import Digits
from build_hooks.errors import SeedError
from build_hooks.publishing.urls import url

LANGUAGE = "ar"

CARDS = 200
"""For how many of the newest articles a card is drawn, unless `extra.nashir.cards` says otherwise."""

_LOCALE = "ar_AR"
_LOCALES: Mapping[str, str] = {
    "algeria": "ar_DZ",
    "egypt": "ar_EG",
    "gulf": "ar_SA",
    "iraq": "ar_IQ",
    "levant": "ar_LB",
    "mauritania": "ar_MR",
    "morocco": "ar_MA",
    "tunisia": "ar_TN",
}
"""By region the country that stands for it (Unicode CLDR); without one, Facebook's Arabic of no country."""

_MONTHS: Mapping[str, str] = {
    "algeria": "algerian",
    "egypt": EGYPTIAN,
    "gulf": EGYPTIAN,
    "iraq": "levantine",
    "levant": "levantine",
    "mauritania": "mauritanian",
    "morocco": "moroccan",
    "tunisia": "algerian",
}
"""By region the tradition in which its newspapers name the months, a key of `arabic.dates.MONTHS`."""


class Publication(NamedTuple):
    """The site as a whole."""

    name: str
    description: str
    """The site's own summary; empty where the editor gives none."""

    address: str | None
    """Where the site stands, with a final slash; None where that is not known."""

    logo: str
    """The path of its mark below the site's root: an SVG, or any image that browsers show."""

    locale: str = _LOCALE
    """Language and country in Open Graph's form: `ar_IQ`."""

    notation: Notation = USUAL
    """How numbers and dates are written."""

    cards: int = CARDS
    """For how many of the newest articles a card is drawn."""

    has_cards: bool = True
    """Whether cards can be drawn at all."""

    policy: str = ""
    """The content security policy of its pages; empty in a preview, into whose pages MkDocs puts a script."""

    def absolute(self, path: str) -> str:
        """Return the whole address, percent-encoded, of what stands at `path` below the site's root.

        Only for a site whose address is known.
        """
        assert self.address
        return self.address + url(path)


def address_of(site_url: str | None) -> str | None:
    """Return `site_url` of mkdocs.yml as a URI (RFC 3986), with Arabic letters encoded; None where it is not set."""
    if not site_url:
        return None
    parts = urlsplit(site_url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return parts._replace(netloc=host, path=quote(parts.path, safe="/%")).geturl()


def locale(options: Mapping[str, object]) -> str:
    """Return the locale of the region that `extra.nashir.region` names.

    Raises:
        SeedError: Where Nashir does not know it.
    """
    region = _region(options)
    return _LOCALES[region] if region else _LOCALE


def notation(options: Mapping[str, object]) -> Notation:
    """Return what `region`, `digits` and `hijri` under `extra.nashir` say of numbers and dates.

    Raises:
        SeedError: Where one of them is none of its values.
    """
    region = _region(options)
    return Notation(
        months=_MONTHS[region] if region else EGYPTIAN, digits=_digits(options), hijri=_hijri(options)
    )


def _digits(options: Mapping[str, object]) -> Digits:
    digits = options.get("digits", Digits.WESTERN)
    if not isinstance(digits, str) or digits not in set(Digits):
        raise SeedError(
            f"extra.nashir.digits is {digits!r}; write western for 0123456789 or arabic-indic for ٠١٢٣٤٥٦٧٨٩",
            "mkdocs.yml",
        )
    return Digits(digits)


def _hijri(options: Mapping[str, object]) -> bool:
    hijri = options.get("hijri", False)
    if not isinstance(hijri, bool):
        raise SeedError(
            f"extra.nashir.hijri is {hijri!r}; write true for Hijri dates beside the Gregorian ones, else false",
            "mkdocs.yml",
        )
    return hijri


def _region(options: Mapping[str, object]) -> str | None:
    region = options.get("region")
    if region is None:
        return None
    if not isinstance(region, str) or region not in _LOCALES:
        known = ", ".join(_LOCALES)
        raise SeedError(f"extra.nashir.region is {region!r}; write one of {known}", "mkdocs.yml")
    return region


def number_of_cards(options: Mapping[str, object]) -> int:
    """Return what `extra.nashir.cards` says.

    Raises:
        SeedError: Where it is no number of articles.
    """
    number = options.get("cards", CARDS)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        message = (
            f"extra.nashir.cards is {number!r}; write for how many articles a card is drawn, like {CARDS}"
        )
        raise SeedError(message, "mkdocs.yml")
    return number
