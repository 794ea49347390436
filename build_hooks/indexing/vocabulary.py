"""The editor's authority file, `seeds/vocabulary.yml` → `Vocabulary`.

Values are taken as written, not as YAML 1.1 types them, to which `no` is False and `12:30` is 750.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from frontmatter.default_handlers import SafeLoader

from build_hooks.arabic.direction import first_control
from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedError, SeedErrors, SeedWarning
from build_hooks.model import Heading, Kind, Vocabulary
from build_hooks.reading.characters import code_point, first_forbidden, one_line, quote
from build_hooks.reading.decoding import decode
from build_hooks.reading.labels import split_item
from build_hooks.reading.limits import read_bytes
from build_hooks.reading.yaml_errors import mistake_of

_KEYS = ("terms", "styles")
_TERM_KEYS = ("term", "also", "kind", "tags", "see_also", "description", "wikidata")

_NULL = "tag:yaml.org,2002:null"
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_DEEPEST = 20
"""How deeply the file may be nested; what Nashir reads takes three levels."""


def read_vocabulary(path: Path, source: str) -> tuple[Vocabulary, SeedWarning | None]:
    """Read the vocabulary.

    Args:
        path: the file.
        source: its path from the project's root, for messages.

    Returns:
        What it says, an empty vocabulary where there is no such file, or nothing in it; and a warning where its
        encoding was detected.

    Raises:
        SeedErrors: where it cannot be read, or anything in it is wrong, with all of it, each error with its line.
    """
    # A link that leads nowhere is there, too.
    if not os.path.lexists(path):
        return Vocabulary(), None
    try:
        text, warning = decode(vocabulary_bytes(path, source), source)
        return _Reader(text, source).read(), warning
    except SeedError as error:
        raise SeedErrors([error]) from error


def vocabulary_bytes(path: Path, source: str) -> bytes:
    """Return what the file holds.

    Raises:
        SeedError: where it cannot be read, or is too large.
    """
    return read_bytes(str(path), source, kind="the vocabulary", advice="keep the terms that tell most")


class _Reader:
    """Turns the nodes of the file into a vocabulary, and gathers what is wrong."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.line_ends = [match.start() for match in re.finditer("\n", text)]
        self.errors: list[SeedError] = []
        self.names: dict[str, tuple[str, yaml.Node]] = {}
        """By fold each name with where it stands."""
        self.terms: set[str] = set()
        self.pointers: list[tuple[str, str, yaml.Node]] = []
        """Each term with a name that it wants seen, and where that stands."""

    def read(self) -> Vocabulary:
        root = self._compose()
        if root is None:
            return Vocabulary()
        fields = self._fields(root, "the vocabulary", _KEYS)
        headings = tuple(self._headings(fields["terms"]) if "terms" in fields else ())
        styles = self._styles(fields["styles"]) if "styles" in fields else {}
        if self.errors:
            raise SeedErrors(sorted(self.errors, key=lambda error: error.line or 0))
        return Vocabulary(headings, styles)

    def _compose(self) -> yaml.Node | None:
        try:
            self._forbid_deep_nesting()
            root: yaml.Node | None = yaml.compose(self.text, Loader=SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            reason = getattr(error, "problem", None) or str(error)
            line = self._line_at(mark.index) if mark else 1
            mistake = mistake_of(reason, self.text.split("\n"), line)
            message = f"the vocabulary is not YAML: {mistake.message}"
            raise SeedError(message, self.source, mistake.line) from error
        return None if root is None or root.tag == _NULL else root

    def _forbid_deep_nesting(self) -> None:
        depth = 0
        for event in yaml.parse(self.text, Loader=SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                line = self._line_at(event.start_mark.index) if event.start_mark else 1
                raise SeedError("the vocabulary is nested too deeply; see the README", self.source, line)

    def _headings(self, node: yaml.Node) -> Iterator[Heading]:
        if not isinstance(node, yaml.SequenceNode):
            if node.tag != _NULL:
                self._complain('"terms" takes a list; begin each entry with `- term: …`', node)
            return
        for entry in node.value:
            if (heading := self._heading(entry)) is not None:
                yield heading
        self._check_see_also()

    def _heading(self, node: yaml.Node) -> Heading | None:
        fields = self._fields(node, "an entry of the vocabulary", _TERM_KEYS)
        if "term" not in fields:
            if isinstance(node, yaml.MappingNode):
                self._complain("this entry has no term; write `term: …`", node)
            return None
        term = self._name(fields["term"], "term")
        also, see_also = self._names(fields, "also"), self._names(fields, "see_also")
        self._claim([(term, fields["term"]), *also])
        self.pointers += [(term, name, place) for name, place in see_also]
        self.terms.add(term)
        return Heading(
            term=term,
            also=tuple(name for name, _ in also),
            kind=self._kind(fields),
            tags=tuple(name for name, _ in self._names(fields, "tags")),
            see_also=tuple(name for name, _ in see_also),
            description=self._text(fields, "description"),
            wikidata=self._wikidata(fields),
        )

    def _fields(self, node: yaml.Node, what: str, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        """Give the values of a mapping by its keys, which must be known and stand there once."""
        if not isinstance(node, yaml.MappingNode):
            self._complain(f"{what} takes `key: value` lines; it may have {', '.join(known)}", node)
            return {}
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if name not in known:
                self._complain(f"{what} has no {quote(name)}; it may have {', '.join(known)}", key)
            elif name in fields:
                self._complain(f"{quote(name)} stands here a second time; delete one of them", key)
            else:
                fields[name] = value
        return fields

    def _names(self, fields: Mapping[str, yaml.Node], key: str) -> list[tuple[str, yaml.Node]]:
        """Give the names in a list, each with its node."""
        node = fields.get(key)
        if node is None or node.tag == _NULL:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._complain(f"{quote(key)} takes a list; write `{key}: [first, second]`", node)
            return []
        return [(name, item) for item in node.value for name in self._parts(item, key)]

    def _parts(self, node: yaml.Node, key: str) -> list[str]:
        """Give the names in an item; more than one where Arabic commas part it."""
        name = self._name(node, key)
        # A term may hold one, and to see it nobody writes it otherwise.
        if key == "see_also" or not isinstance(node, yaml.ScalarNode):
            return [name] if name else []
        return list(filter(None, map(one_line, split_item(name, node.style))))

    def _name(self, node: yaml.Node, key: str) -> str:
        """Give a name, empty where there is none that can be used."""
        text = self._scalar(node, key)
        if text is None:
            return ""
        if not text:
            self._complain(f"{quote(key)} is empty here; write a name or delete it", node)
        elif control := _BIDI_CONTROLS.search(text):
            self._complain_of_mark(control[0], text, node)
        else:
            return text
        return ""

    def _text(self, fields: Mapping[str, yaml.Node], key: str) -> str | None:
        node = fields.get(key)
        text = self._scalar(node, key) if node is not None else None
        if node is not None and text and (control := first_control(text)):
            self._complain_of_mark(control, text, node)
        return text or None

    def _scalar(self, node: yaml.Node, key: str) -> str | None:
        """Give a text as written, on one line; None, with a complaint, where it is none."""
        if not isinstance(node, yaml.ScalarNode):
            self._complain(f"{quote(key)} takes a text here; write it on one line", node)
            return None
        text = "" if node.tag == _NULL else str(node.value)
        # The file itself holds no such character, but YAML's escapes can make one.
        index = first_forbidden(text)
        if index is not None:
            self._complain(f"the character {code_point(text[index])} cannot be published; delete it", node)
            return None
        return one_line(text)

    def _kind(self, fields: Mapping[str, yaml.Node]) -> Kind | None:
        kind = self._text(fields, "kind")
        if kind is None or kind in set(Kind):
            return Kind(kind) if kind else None
        self._complain(f"there is no kind {quote(kind)}; write one of {', '.join(Kind)}", fields["kind"])
        return None

    def _wikidata(self, fields: Mapping[str, yaml.Node]) -> str | None:
        item = self._text(fields, "wikidata")
        if item is not None and not _WIKIDATA.fullmatch(item):
            self._complain(
                f"{quote(item)} is no item of Wikidata; write its number like Q2429253", fields["wikidata"]
            )
        return item

    def _claim(self, names: list[tuple[str, yaml.Node]]) -> None:
        """Take names for a term, each of which must be new."""
        for name, node in names:
            taken, place = self.names.setdefault(fold(name), (name, node))
            if name and place is not node:
                known = f"{quote(taken)} in line {self._line(place)}"
                self._complain(f"{quote(name)} is the same name as {known}; delete one of them", node)

    def _check_see_also(self) -> None:
        for term, name, node in self.pointers:
            if name == term:
                self._complain(f"{quote(name)} refers to itself; delete it", node)
            elif name not in self.terms:
                self._complain(
                    f"there is no term {quote(name)} to see; write a term of this file as it stands there",
                    node,
                )

    def _styles(self, node: yaml.Node) -> dict[str, str]:
        if not isinstance(node, yaml.MappingNode):
            if node.tag != _NULL:
                self._complain('"styles" takes lines like `Professional: مهني`', node)
            return {}
        styles: dict[str, str] = {}
        for key, value in node.value:
            name, label = self._name(key, "styles"), self._name(value, "styles")
            if name in styles:
                self._complain(f"{quote(name)} stands here a second time; delete one of them", key)
            elif name and label:
                styles[name] = label
        return styles

    def _complain_of_mark(self, mark: str, text: str, node: yaml.Node) -> None:
        self._complain(f"the invisible character {code_point(mark)} stands in {quote(text)}; delete it", node)

    def _complain(self, message: str, node: yaml.Node) -> None:
        self.errors.append(SeedError(message, self.source, self._line(node)))

    def _line(self, node: yaml.Node) -> int:
        return self._line_at(node.start_mark.index)

    def _line_at(self, index: int) -> int:
        # Not the mark's own line: YAML counts U+2028 as a line end, editors do not.
        return bisect_left(self.line_ends, index) + 1
