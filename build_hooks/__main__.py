"""The editor's commands: `python -m build_hooks show seeds/x.txt`, and likewise `check` and `vocabulary`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import yaml
from markdown import Markdown
from markdown.extensions import Extension

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.vocabulary_draft import draft_vocabulary
from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.article_pages import source_page
from build_hooks.reading.collection import Reading, assemble, first_commit_days, read_collection, read_seed
from build_hooks.reading.direction_markup import DirectionMarkup
from build_hooks.reading.seed_markup import SeedMarkup

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
VOCABULARY = "seeds/vocabulary.yml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name, by default those of the process.

    Returns:
        The exit code: 0 where all is well, 1 where a seed cannot be published, 2 where the arguments are wrong.
    """
    options = _parser().parse_args(arguments)
    command: Callable[[Sequence[Path]], int] = options.command
    try:
        return command(options.files)
    except SeedErrors as errors:
        print(errors, file=sys.stderr)
        return 1


def show(files: Sequence[Path]) -> int:
    """Print the Markdown page, front matter included, that each of `files` becomes."""
    for reading in _readings(files):
        print(source_page(reading.article), end="")
    return 0


def check(files: Sequence[Path]) -> int:
    """Print what is wrong, and what to look at, in `files`, or in all seeds where there are none."""
    collection = assemble(_readings(files)) if files else read_collection(SEEDS, ROOT, _markdown())
    read_vocabulary(SEEDS / "vocabulary.yml", VOCABULARY)
    for warning in collection.warnings:
        print(f"{warning} (warning)")
    print(f"{len(collection.articles)} can be published")
    return 0


def vocabulary(_: Sequence[Path]) -> int:
    """Print entries, ready to edit, for the keywords that the vocabulary file lacks."""
    collection = read_collection(SEEDS, ROOT, _markdown())
    print(
        draft_vocabulary(collection.articles, read_vocabulary(SEEDS / "vocabulary.yml", VOCABULARY)), end=""
    )
    return 0


def _readings(files: Iterable[Path]) -> list[Reading]:
    """Read each file on its own; all that is wrong in any of them is raised together."""
    commit_days, markdown = first_commit_days(ROOT), _markdown()
    readings: list[Reading] = []
    errors: list[SeedError] = []
    for file in files:
        try:
            readings.append(read_seed(file.resolve(), ROOT, markdown, commit_days))
        except SeedErrors as found:
            errors += found.errors
    if errors:
        raise SeedErrors(errors)
    return readings


def _markdown() -> Markdown:
    # The extensions that mkdocs.yml lists at first; the editor's own change no more here than an excerpt.
    extensions: list[str | Extension] = [
        "attr_list",
        "def_list",
        "footnotes",
        "tables",
        Anchors(),
        DirectionMarkup(),
    ]
    return Markdown(extensions=extensions if _trusts_markdown() else [*extensions, SeedMarkup()])


class _Loader(yaml.SafeLoader):
    """A loader to which `!ENV` and the like, which MkDocs and extensions read, are nothing."""


_Loader.add_constructor(None, lambda *_: None)


def _trusts_markdown() -> bool:
    """Say whether mkdocs.yml lets `.md` seeds do as they please; a mistake in it is the build's to name."""
    try:
        options = _Loader((ROOT / "mkdocs.yml").read_bytes()).get_single_data()["extra"]["nashir"]
        return options["trust_markdown"] is True
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m build_hooks", description="Look at seeds without building the site."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    show_parser = commands.add_parser("show", help="print the Markdown page that a seed becomes")
    show_parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    show_parser.set_defaults(command=show)
    check_parser = commands.add_parser("check", help="say what is wrong in some seeds, or in all")
    check_parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    check_parser.set_defaults(command=check)
    draft_parser = commands.add_parser(
        "vocabulary", help="print entries for keywords that the vocabulary lacks"
    )
    draft_parser.set_defaults(command=vocabulary, files=())
    return parser


if __name__ == "__main__":
    sys.exit(main())
