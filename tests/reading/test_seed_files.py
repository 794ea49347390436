from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_hooks.reading.seed_files import SeedFile, SeedFiles, find_seeds, source_of


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """An empty folder of seeds in a project."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def write(folder: Path, *names: str) -> None:
    """Write files, with the folders they need."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(seeds: Path) -> list[str]:
    """Return the seeds that are found without an error."""
    files = find_seeds(seeds, seeds.parent)
    assert files.errors == ()
    return [seed.below for seed in files.seeds]


def stateless(files: SeedFiles) -> list[SeedFile]:
    """Return seeds without what hangs on when they were written."""
    return [seed._replace(state=None) for seed in files.seeds]


def blamed(seeds: Path) -> list[str]:
    """Return the errors."""
    return [str(error) for error in find_seeds(seeds, seeds.parent).errors]


def test_text_and_markdown_in_all_folders(seeds: Path) -> None:
    """Suffixes count in any letter case; a folder may have the name of a seed."""
    write(seeds, "a.txt", "b.MD", "c.Txt", "sub/d.txt", "sub/sub/خبر.md", "e.txt/f.txt")
    assert found(seeds) == ["a.txt", "b.MD", "c.Txt", "e.txt/f.txt", "sub/d.txt", "sub/sub/خبر.md"]


def test_names_of_a_seed(seeds: Path) -> None:
    """A seed is known by where it is opened, by where it stands in the folder, and as messages name it."""
    write(seeds, "sub/\u2028.txt")
    expected = SeedFile(str(seeds / "sub" / "\u2028.txt"), "sub/\u2028.txt", r"seeds/sub/\u2028.txt", None)
    assert [expected] == stateless(find_seeds(seeds, seeds.parent))
    assert [expected._replace(source=r"sub/\u2028.txt")] == stateless(find_seeds(seeds, seeds))


def test_what_is_passed_over(seeds: Path) -> None:
    """Hidden files and folders, README files and other types of files are no seeds."""
    write(seeds, ".a.txt", ".git/b.txt", "README.md", "readme.txt", "README-ar.md", "sub/README.txt")
    write(seeds, "vocabulary.yml", "c.txt~", "d.docx", "txt", "e.txt.bak")
    assert found(seeds) == []


def test_missing_folder(tmp_path: Path) -> None:
    """It holds no seeds."""
    assert found(tmp_path / "seeds") == []


def test_links_within_seeds(seeds: Path) -> None:
    """A link to a seed is a seed; a folder is read once, where it stands."""
    write(seeds, "sub/a.txt")
    (seeds / "b.txt").symlink_to("sub/a.txt")
    (seeds / "link").symlink_to("sub")
    assert found(seeds) == ["b.txt", "sub/a.txt"]


def test_links_in_circles(seeds: Path) -> None:
    """They do not hang."""
    write(seeds, "sub/a.txt")
    (seeds / "sub" / "up").symlink_to("..")
    (seeds / "self").symlink_to("self")
    assert found(seeds) == ["sub/a.txt"]
    (seeds / "loop.txt").symlink_to("loop.txt")
    assert blamed(seeds) == ["seeds/loop.txt: this is not a file with text; delete it"]


def test_links_that_leave_seeds(seeds: Path) -> None:
    """What stands elsewhere is not published by accident."""
    write(seeds.parent, "outside/a.txt", "seeds-too/b.txt", "notes.yml")
    (seeds / "a.txt").symlink_to("../outside/a.txt")
    (seeds / "sub").symlink_to("../outside")
    (seeds / "b.md").symlink_to(seeds.parent / "seeds-too" / "b.txt")
    (seeds / "gone.txt").symlink_to("../gone.txt")
    (seeds / "notes.yml").symlink_to("../notes.yml")
    (seeds / ".hidden.txt").symlink_to("../outside/a.txt")
    reason = "this link leads out of seeds/; copy here what it leads to"
    expected = [f"seeds/{name}: {reason}" for name in ("a.txt", "b.md", "gone.txt", "sub")]
    assert expected == sorted(blamed(seeds))


def test_link_that_seeds_is_itself(tmp_path: Path) -> None:
    """The folder of seeds may stand elsewhere as a whole."""
    write(tmp_path, "elsewhere/a.txt")
    (tmp_path / "seeds").symlink_to("elsewhere")
    assert found(tmp_path / "seeds") == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_what_is_no_file(seeds: Path) -> None:
    """Reading a pipe would wait for ever."""
    os.mkfifo(seeds / "pipe.txt")
    assert blamed(seeds) == ["seeds/pipe.txt: this is not a file with text; delete it"]


def test_folder_that_cannot_be_read(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the others are read."""
    write(seeds, "a.txt", "sub/b.txt")
    real = os.scandir

    def scandir(folder: str) -> object:
        if folder.endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    files = find_seeds(seeds, seeds.parent)
    assert stateless(files) == [SeedFile(str(seeds / "a.txt"), "a.txt", "seeds/a.txt", None)]
    assert [str(error) for error in files.errors] == [
        "seeds/sub: cannot read the folder: Permission denied; mend it or delete it"
    ]


def test_source_of() -> None:
    """Messages name a file by its path from the root, on one line, whatever bytes it has."""
    assert source_of(Path("/project/seeds/a.txt"), Path("/project")) == "seeds/a.txt"
    assert source_of(Path("/elsewhere/a.txt"), Path("/project")) == "/elsewhere/a.txt"
    assert source_of(Path("/p/seeds/\udcff\n.txt"), Path("/p")) == r"seeds/\udcff\n.txt"
