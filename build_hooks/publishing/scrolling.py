"""What is wider than the page and scrolls sideways: without a script the keyboard reaches only what takes the focus."""

from __future__ import annotations

from operator import itemgetter

from build_hooks.reading.html_elements import VOID
from build_hooks.reading.placed_parser import PlacedParser, with_changes

# Groups and not regions: each region would have to have a name of its own.
_TABLE = '<div class="n-scroll" tabindex="0" role="group" aria-label="جدول">'
_CODE = ' tabindex="0" role="group" aria-label="شيفرة"'


def reachable(html: str) -> str:
    """Return `html`, the text of a page that was Markdown, with its tables and blocks of code as stops for the keyboard.

    What scrolls around a table is not the table itself, which some browsers would take for none then.
    """
    if "<table" not in html.lower() and "<pre" not in html.lower():
        return html
    finder = _ScrollFinder(html)
    finder.read()
    return with_changes(html, sorted(finder.found, key=itemgetter(0)))


class _ScrollFinder(PlacedParser):
    """Finds where something is to be put into the HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[tuple[int, int, str]] = []
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "code" and self._open and self._open[-1][0] == "pre":
            self._put(self.place + len("<code"), _CODE)
        if tag not in VOID:
            self._open.append((tag, self.place))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if all(tag != name for name, _ in self._open):
            return
        name, start = "", 0
        while name != tag:
            name, start = self._open.pop()
        if tag == "table" and all(name != "table" for name, _ in self._open):
            self._put(start, _TABLE)
            self._put(self.html.index(">", self.place) + 1, "</div>")

    def _put(self, place: int, written: str) -> None:
        self.found.append((place, place, written))
