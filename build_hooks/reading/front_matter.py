"""YAML front matter → declarations.

python-frontmatter says what front matter looks like and which loader is safe. Its `parse` is not used: it
leaves no line numbers, strips the text, takes a file that it cannot split for one without front matter, and
reads JSON and TOML where their modules happen to be installed. Values of fields are taken as written, not as
YAML 1.1 types them, to which `no` is False, `12:30` is 750 and `010` is 8.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from build_hooks.arabic.direction import first_control, without_controls
from build_hooks.errors import SeedError, SeedWarning
from build_hooks.reading.characters import code_point, first_forbidden, is_blank, one_line, quote
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.fields import (
    FRONT_MATTER_KEYS,
    LIST_FIELDS,
    Field,
    field_named,
    is_key_of_templates,
    nearest_name,
)
from build_hooks.reading.labels import split_item, split_values, unique
from build_hooks.reading.lines import direction_warning
from build_hooks.reading.yaml_errors import fullwidth_colon, mistake_of

_BOUNDARY = YAMLHandler.FM_BOUNDARY
# libyaml's composer recurses, and takes the process down when the stack is full.
_DEEPEST = 50
_NULL = "tag:yaml.org,2002:null"
_NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})
_LONGEST_NUMBER = 1000


@dataclass(slots=True)
class FrontMatter:
    """What the front matter of a seed says."""

    declarations: dict[Field, Declaration] = field(default_factory=dict)
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that Nashir has no use for, with their values as YAML types them: templates may have."""

    errors: list[SeedError] = field(default_factory=list)
    warnings: list[SeedWarning] = field(default_factory=list)


def split_front_matter(text: str, source: str) -> tuple[str | None, str, int]:
    """Part the front matter from the text.

    Args:
        text: A whole seed, with a line feed at each line end.
        source: The file's path from the project's root, for messages.

    Returns:
        The front matter with as many line feeds before it as make its line numbers those of the file, None
        where there is none; the text after it; the number of the text's first line.

    Raises:
        SeedError: Where front matter is opened but not closed.
    """
    # Nearly all seeds are seen to have none by their first character.
    first = text.lstrip()[:1]
    if first != "-" and not is_blank(first):
        return None, text, 1
    lines = text.split("\n")
    begin = next((index for index, line in enumerate(lines) if not is_blank(line)), 0)
    if not _is_boundary(lines[begin]):
        return None, text, 1
    for end in range(begin + 1, len(lines)):
        if _is_boundary(lines[end]):
            front = "\n" * (begin + 1) + "\n".join(lines[begin + 1 : end])
            return front, "\n".join(lines[end + 1 :]), end + 2
    raise SeedError("front matter begins here and does not end; close it with a line ---", source, begin + 1)


def _is_boundary(line: str) -> bool:
    # Looking at the first character spares the expression on every other line.
    assert _BOUNDARY is not None
    return line.startswith("-") and _BOUNDARY.match(line) is not None


def read_front_matter(text: str, source: str) -> FrontMatter:
    """Read front matter.

    Keys are the fields' names, English or Arabic, in any letter case. A key without a value declares nothing.

    Args:
        text: The YAML between the `---` lines, where its line numbers are those of the file.
        source: The file's path from the project's root, for messages.

    Returns:
        The declarations, what else stands there, a warning for each key that nobody knows, and an error for each value
        that cannot be used.

    Raises:
        SeedError: Where the text is not YAML, or not `key: value` lines.
    """
    return _Reading(text, source).read()


class _Loader(SafeLoader):  # type: ignore[misc, valid-type]  # libyaml's where it is installed
    """A loader without `<<` merging, by which a few lines can be made to fill the memory."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        return


class _Reading:
    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.line_ends = [match.start() for match in re.finditer("\n", text)]
        self.loader: Any = None
        self.found = FrontMatter()

    def read(self) -> FrontMatter:
        try:
            self._forbid_deep_nesting()
            self.loader = _Loader(self.text)
            root = self.loader.get_single_node()
        except yaml.YAMLError as error:
            raise self._bad_yaml(error) from error
        if root is None:
            return self.found
        if not isinstance(root, yaml.MappingNode):
            if mistake := fullwidth_colon(self.text.split("\n"), self._line(root)):
                raise SeedError(mistake.message, self.source, mistake.line)
            raise self._error(
                "front matter holds no `key: value` lines; write them, or delete the --- lines", root
            )
        for key, value in root.value:
            try:
                self._read_pair(key, value)
            except SeedError as error:
                self.found.errors.append(error)
        return self.found

    def _forbid_deep_nesting(self) -> None:
        depth = 0
        for event in yaml.parse(self.text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                line = self._line_at(event.start_mark.index) if event.start_mark else None
                raise SeedError("front matter is nested too deeply; make it simpler", self.source, line)

    def _read_pair(self, key: yaml.Node, value: yaml.Node) -> None:
        if not isinstance(key, yaml.ScalarNode):
            raise self._error("a key of front matter must be a word", key)
        name = one_line(self._checked(key))
        known = field_named(name.replace("_", " ").replace("-", " "))
        if name in self.found.extra or known in self.found.declarations:
            raise self._error(f"{quote(name)} stands here a second time; delete one of them", key)
        if known is None:
            self.found.extra[name] = self._constructed(key, value)
            if not is_key_of_templates(name):
                self._warn_of_unknown(name, key)
        elif value.tag != _NULL:
            self._declare(known, name, key, value)

    def _warn_of_unknown(self, name: str, key: yaml.Node) -> None:
        near = nearest_name(name)
        advice = f"write {near}" if near else f"the keys are {FRONT_MATTER_KEYS}"
        message = f"unknown key {quote(name)}; {advice}"
        self.found.warnings.append(SeedWarning(message, self.source, self._line(key)))

    def _declare(self, known: Field, name: str, key: yaml.Node, value: yaml.Node) -> None:
        is_list = isinstance(value, yaml.SequenceNode)
        if known in LIST_FIELDS or (is_list and known is Field.AUTHOR):
            values = self._list(known, name, key, value)
        elif isinstance(value, yaml.ScalarNode):
            values = tuple(filter(None, (one_line(self._checked(value)),)))
        else:
            raise self._error(f"{quote(name)} takes one text; write `{name}: …` on one line", key)
        # An empty list is a list; an empty text says nothing.
        if values or is_list or known in LIST_FIELDS:
            self.found.declarations[known] = Declaration(values, self._line(key), is_list)

    def _list(self, known: Field, name: str, key: yaml.Node, value: yaml.Node) -> tuple[str, ...]:
        if isinstance(value, yaml.ScalarNode):
            return split_values(one_line(self._checked(value)), known)
        if isinstance(value, yaml.SequenceNode) and all(isinstance(i, yaml.ScalarNode) for i in value.value):
            items = [(self._checked(item), item.style) for item in value.value if item.tag != _NULL]
            return unique(part for written, style in items for part in split_item(one_line(written), style))
        raise self._error(f"{quote(name)} takes a list of texts; write `{name}: [first, second]`", key)

    def _checked(self, node: yaml.Node) -> str:
        """Return a scalar as written, but for what turns the direction of text.

        YAML's escapes can smuggle in what the file may not hold.
        """
        text = str(node.value)
        index = first_forbidden(text)
        if index is not None:
            raise self._error(f"the character {code_point(text[index])} cannot be published; delete it", node)
        control = first_control(text)
        if control:
            self.found.warnings.append(direction_warning(control, self.source, self._line(node)))
        return without_controls(text)

    def _constructed(self, key: yaml.Node, value: yaml.Node) -> object:
        unreadable = f"cannot read the value of {quote(str(key.value))}; write it as a text"
        for scalar in _scalars(value):
            scalar.value = self._checked(scalar)
            # YAML reads 1:30 to the base of 60, which takes the square of its length.
            if scalar.tag in _NUMBERS and len(scalar.value) > _LONGEST_NUMBER:
                raise self._error(unreadable, key)
        try:
            return self.loader.construct_document(value)
        # For a tag that does not fit, as in `!!timestamp x`, PyYAML raises whatever befalls it: AttributeError,
        # KeyError, IndexError …
        except Exception as error:
            raise self._error(unreadable, key) from error

    def _bad_yaml(self, error: Exception) -> SeedError:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        line = self._line_at(mark.index) if mark else 1
        mistake = mistake_of(reason, self.text.split("\n"), line)
        return SeedError(f"front matter is not YAML: {mistake.message}", self.source, mistake.line)

    def _error(self, message: str, node: yaml.Node) -> SeedError:
        return SeedError(message, self.source, self._line(node))

    def _line(self, node: yaml.Node) -> int:
        return self._line_at(node.start_mark.index)

    def _line_at(self, index: int) -> int:
        # Not the mark's own line: YAML counts U+2028 as a line end, editors do not.
        return bisect_left(self.line_ends, index) + 1


def _scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    """Give each scalar in a node once, however often aliases repeat it."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
        else:
            waiting.extend(node.value)
