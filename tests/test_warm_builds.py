"""A build that knows what the one before worked out gives the same site as one that knows nothing."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.build_forks import BuildForks, build_forks
from tests.conftest import ROOT, _generated_seed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

_PLACES = ("بغداد", "دمشق", "الرباط", "قسد", "وهرين")


@dataclass(frozen=True, slots=True)
class Desk:
    """One project twice: built again and again, and built anew each time."""

    warm: Path
    cold: Path
    warm_forks: BuildForks
    cold_forks: BuildForks
    chance: random.Random

    def write(self, name: str, text: str) -> None:
        """Give a file of both projects another text."""
        for project in (self.warm, self.cold):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return (self.warm / name).read_text(encoding="utf-8")

    def move(self, name: str, new: str | None) -> None:
        """Rename a file in both projects; without a new name, delete it."""
        for project in (self.warm, self.cold):
            if new is None:
                (project / name).unlink()
            else:
                (project / name).rename(project / new)

    def seed(self) -> str:
        """Return any seed."""
        seeds = sorted((self.warm / "seeds").rglob("*.txt"))
        return self.chance.choice(seeds).relative_to(self.warm).as_posix()

    def differing(self) -> list[str]:
        """Build both; return the files that are not the same."""
        assert 0 == self.warm_forks.build().exit_code
        for name in (".cache", "site"):
            shutil.rmtree(self.cold / name, ignore_errors=True)
        assert 0 == self.cold_forks.build().exit_code
        warm, cold = digests(self.warm / "site"), digests(self.cold / "site")
        assert len(cold) > 100
        return sorted(name for name in warm.keys() | cold.keys() if warm.get(name) != cold.get(name))


def digests(site: Path) -> dict[str, str]:
    """Return the digest of each file of a site by its path."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def _add(desk: Desk) -> None:
    number = desk.chance.randrange(1000, 9999)
    place = desk.chance.choice(_PLACES)
    text = f"{_generated_seed(number)}Keywords: {place}، كلمة {number}\nDate: 2026-0{number % 9 + 1}-11\n"
    desk.write(f"seeds/new/{number}.txt", text)


def _change(desk: Desk) -> None:
    name = desk.seed()
    headline, _, rest = desk.read(name).partition("\n")
    desk.write(name, f"{headline}\nجملة جديدة عن {desk.chance.choice(_PLACES)} وعن بوهرين في وهرين.\n{rest}")


def _change_headline(desk: Desk) -> None:
    name = desk.seed()
    desk.write(name, f"عنوان {desk.chance.randrange(10**6)} {desk.read(name)}")


def _change_time(desk: Desk) -> None:
    name = desk.seed()
    kept = [line for line in desk.read(name).splitlines() if not line.startswith("Date: ")]
    # Some day that others have too, so that the time alone parts them.
    day, hour = f"2026-0{desk.chance.randrange(1, 10)}-11", desk.chance.randrange(10, 24)
    desk.write(name, "\n".join([*kept, f"Date: {day}T{hour}:00+03:00", ""]))


def _change_credits(desk: Desk) -> None:
    name = desk.seed()
    text = re.sub("^(Author|Source): .*\n", "", desk.read(name), flags=re.MULTILINE)
    person = f"كاتب {desk.chance.randrange(100)}"
    desk.write(name, f"{text.rstrip()}\nAuthor: {person}\nSource: وكالة {person}\n")


def _remove(desk: Desk) -> None:
    desk.move(desk.seed(), None)


def _rename(desk: Desk) -> None:
    name = desk.seed()
    desk.move(name, f"{name.removesuffix('.txt')}-{desk.chance.randrange(1000)}.txt")


def _hide(desk: Desk) -> None:
    name = desk.seed()
    desk.write(name, f"---\ndraft: true\n---\n{desk.read(name)}")


def _change_vocabulary(desk: Desk) -> None:
    place = desk.chance.choice(_PLACES)
    kind = desk.chance.choice(("place", "organisation", "person"))
    desk.write(
        "seeds/vocabulary.yml",
        f"terms:\n  - term: {place}\n    also: [اسم آخر, الحكومة]\n    kind: {kind}\n    tags: [{kind}]\n"
        f"styles:\n  Professional: مهني {kind}\n",
    )


def _change_option(desk: Desk) -> None:
    settings = desk.read("mkdocs.yml").partition("\nextra:")[0]
    digits = desk.chance.choice(("western", "arabic-indic"))
    hijri = desk.chance.choice(("true", "false"))
    desk.write("mkdocs.yml", settings + _options(digits, hijri))


def _options(digits: str, hijri: str) -> str:
    # Drawing cards takes longer than all the rest.
    return f"\nextra:\n  nashir:\n    cards: 2\n    digits: {digits}\n    hijri: {hijri}\n"


def _change_name(desk: Desk) -> None:
    settings = desk.read("mkdocs.yml")
    desk.write("mkdocs.yml", settings.replace("site_name: ", f"site_name: {desk.chance.choice(_PLACES)} "))


def _change_template(desk: Desk) -> None:
    name = desk.chance.choice(("pieces/article.html", "article.html", "partials/footer.html"))
    file = f"build_hooks/theme/{name}"
    desk.write(file, desk.read(file) + f"<p>{desk.chance.randrange(1000)}</p>\n")


def _change_document(desk: Desk) -> None:
    desk.write("docs/about.md", f"# صفحة {desk.chance.randrange(1000)}\n\nنص.\n")


def _change_nothing(desk: Desk) -> None:
    for seed in (desk.warm / "seeds").rglob("*.txt"):
        seed.touch()


def _spoil_site(desk: Desk) -> None:
    pages = sorted((desk.warm / "site").rglob("index.html"))
    for page in desk.chance.sample(pages, 3):
        page.unlink()
    changed = next(page for page in pages if page.exists())
    changed.write_bytes(changed.read_bytes()[:-1] + b"?")
    (desk.warm / "site/stray.html").touch()


def _spoil_cache(desk: Desk) -> None:
    for file in (desk.warm / ".cache").rglob("*"):
        if file.is_file() and not file.suffix and desk.chance.random() < 0.5:
            file.write_bytes(file.read_bytes()[:-1])


def _lose_cache(desk: Desk) -> None:
    shutil.rmtree(desk.warm / ".cache")


EDITS: tuple[Callable[[Desk], None], ...] = (
    _add,
    _change,
    _change_headline,
    _change_time,
    _change_credits,
    _remove,
    _rename,
    _hide,
    _change_vocabulary,
    _change_option,
    _change_name,
    _change_template,
    _change_document,
    _change_nothing,
    _spoil_site,
    _spoil_cache,
    _lose_cache,
)


@pytest.fixture
def projects(copy_of_project: Path, tmp_path: Path) -> Mapping[str, Path]:
    """One project twice, with seeds of all kinds."""
    seeds = copy_of_project / "seeds"
    for number in range(30):
        date = f"Date: 2026-0{number % 9 + 1}-11\n" if number % 3 else ""
        (seeds / f"{number}.txt").write_text(_generated_seed(number) + date, "utf-8")
    (seeds / "x.md").write_text("---\nkeywords: [بغداد]\n---\n# عنوان\n\nنص عن **بغداد** والرباط.\n", "utf-8")
    shutil.copy(ROOT / "seeds/vocabulary.yml", seeds)
    with (copy_of_project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(_options("western", "false"))
    cold = tmp_path / "cold"
    shutil.copytree(copy_of_project, cold)
    return {"warm": copy_of_project, "cold": cold}


@pytest.fixture
def desks(projects: Mapping[str, Path], tmp_path: Path) -> Iterator[Callable[[int], Desk]]:
    """Return what gives the desk of a sequence of edits, by its number."""
    with ExitStack() as stack:
        warm, cold = (
            stack.enter_context(build_forks(project, tmp_path / f"{name}.log"))
            for name, project in projects.items()
        )
        # Only then has the build ended that each begins with.
        assert [0, 0] == [forks.build().exit_code for forks in (warm, cold)]
        yield lambda number: Desk(projects["warm"], projects["cold"], warm, cold, random.Random(number))


@pytest.mark.parametrize(("number", "edits"), [(0, len(EDITS)), (1, 8)])
def test_warm_and_cold_builds_give_one_site(desks: Callable[[int], Desk], number: int, edits: int) -> None:
    """After each of a random sequence of edits, the site is byte for byte what a build without a cache makes."""
    desk = desks(number)
    assert [] == desk.differing()
    for edit in desk.chance.sample(EDITS, edits):
        edit(desk)
        assert [] == desk.differing(), edit.__name__
