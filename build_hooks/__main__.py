"""The editor's commands: `python -m build_hooks show seeds/x.txt`, and likewise `check` and `vocabulary`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from markdown import Markdown
from markdown.extensions import Extension

from build_hooks.errors import SeedError, SeedErrors, SeedWarning, both
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.vocabulary_draft import draft_vocabulary
from build_hooks.model import Vocabulary
from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.article_pages import source_page
from build_hooks.publishing.escape import PlainReferences
from build_hooks.reading.characters import one_line
from build_hooks.reading.collection import (
    Reading,
    assemble,
    find_seeds,
    first_commit_days,
    read_collection,
    read_seed,
)
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
    """Print what is wrong, and what to look at, in `files`, or in all seeds where none are named."""
    # The vocabulary is looked at anyway.
    seeds = [file for file in files if file.resolve() != (ROOT / VOCABULARY).resolve()]
    collection, (_, warning) = both(
        lambda: assemble(_readings(seeds)) if files else read_collection(SEEDS, ROOT, _markdown()),
        _read_vocabulary,
    )
    for remark in (*collection.warnings, *([warning] if warning else [])):
        print(f"{remark} (warning)")
    if files and not seeds:
        print(f"{VOCABULARY} is in order")
        return 0
    print(f"{len(collection.articles)} can be published")
    return 0


def vocabulary(_: Sequence[Path]) -> int:
    """Print entries, ready to edit, for the keywords that the vocabulary file lacks."""
    collection, known = both(lambda: read_collection(SEEDS, ROOT, _markdown()), _read_vocabulary)
    print(draft_vocabulary(collection.articles, known[0]), end="")
    return 0


def _read_vocabulary() -> tuple[Vocabulary, SeedWarning | None]:
    return read_vocabulary(ROOT / VOCABULARY, VOCABULARY)


def _readings(files: Iterable[Path]) -> list[Reading]:
    """Read each file, and all seeds of a folder, on its own; all that is wrong is raised together."""
    commit_days, markdown = first_commit_days(ROOT), _markdown()
    readings: list[Reading] = []
    errors: list[SeedError] = []
    for file in _seeds_of(files, errors):
        try:
            readings.append(read_seed(file, ROOT, markdown, commit_days))
        except SeedErrors as found:
            errors += found.errors
    if errors:
        raise SeedErrors(errors)
    return readings


def _seeds_of(files: Iterable[Path], errors: list[SeedError]) -> Iterator[Path]:
    """Yield the files, and in the place of a folder its seeds; what is wrong in one goes to `errors`."""
    for file in map(Path.resolve, files):
        if file.is_dir():
            found = find_seeds(file, ROOT)
            errors += found.errors
            yield from (Path(seed.path) for seed in found.seeds)
        else:
            yield file


def _markdown() -> Markdown:
    """Return a converter with the extensions that a build has; see `main.on_config`."""
    settings = _settings()
    options = _extension_options(settings.get("markdown_extensions"))
    extensions: list[str | Extension] = [*options, Anchors(), PlainReferences(), DirectionMarkup()]
    if not _trusts_markdown(settings):
        extensions.append(SeedMarkup())
    try:
        return Markdown(extensions=extensions, extension_configs=options)
    # An extension, which anybody may have written, raises whatever befalls it.
    except Exception as error:
        message = f"cannot use markdown_extensions: {one_line(str(error))}; mend them"
        raise SeedErrors([SeedError(message, "mkdocs.yml")]) from error


class _Loader(yaml.Loader):
    """MkDocs' own loader, which takes Python's names for options, but that `!ENV` and the like are nothing to it."""


_Loader.add_constructor(None, lambda *_: None)


def _settings() -> dict[str, object]:
    """Return what mkdocs.yml says; a mistake in it is the build's to name."""
    try:
        settings = _Loader((ROOT / "mkdocs.yml").read_bytes()).get_single_data()
    except (OSError, yaml.YAMLError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _extension_options(listed: object) -> dict[str, dict[str, object]]:
    """Return by name the options of those Markdown extensions that MkDocs always has, and of those that are listed."""
    options: dict[str, dict[str, object]] = {"toc": {}, "tables": {}, "fenced_code": {}}
    for entry in listed if isinstance(listed, list) else [listed]:
        if isinstance(entry, str):
            options.setdefault(entry, {})
        elif isinstance(entry, dict):
            for name, some in entry.items():
                # What is nothing to the loader is left to the extension.
                given = some.items() if isinstance(some, dict) else ()
                options[name] = {option: value for option, value in given if value is not None}
    return options


def _trusts_markdown(settings: Mapping[str, object]) -> bool:
    """Say whether `.md` seeds may do as they please."""
    extra = settings.get("extra")
    options = extra.get("nashir") if isinstance(extra, dict) else None
    return isinstance(options, dict) and options.get("trust_markdown") is True


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
