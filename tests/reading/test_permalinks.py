from __future__ import annotations

from pathlib import PurePath

import pytest

from build_hooks.errors import SeedError
from build_hooks.model import Article
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.permalinks import alias, clashes, permalink


def failure(seed: str, slug: str | None = None) -> str:
    """Return the error for a permalink."""
    with pytest.raises(SeedError) as caught:
        permalink(PurePath(seed), Declaration((slug,), 3) if slug is not None else None, "seeds/x.txt")
    return str(caught.value)


@pytest.mark.parametrize(
    ("expected", "seed", "slug"),
    [
        ("x", "x.txt", None),
        ("a/b/x", "a/b/x.md", None),
        ("X", "X.TXT", None),
        ("x.tar", "x.tar.txt", None),
        ("خبر عاجل", "خبر عاجل.txt", None),
        ("y", "x.txt", "y"),
        ("a/خبر", "a/x.txt", "خبر"),
        ("a.b/c", "a.b/x.txt", "c"),
        ("م" * 127 + "a", "x.txt", "م" * 127 + "a"),
    ],
)
def test_permalink(expected: str, seed: str, slug: str | None) -> None:
    """It is the path below `seeds/` without the suffix; a slug takes the place of the name, in its folder."""
    assert expected == permalink(PurePath(seed), Declaration((slug,), 1) if slug else None, "x")


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "\u200f",
        ".",
        "..",
        ".x",
        "a/b",
        "../x",
        "a\\b",
        "a\nb",
        "a\u2028b",
        "م" * 128,
        "a.",
        "a\u00a0",
        "a\u202eb",
        "C:",
        *(f"a{character}b" for character in '<>:"|?*'),
    ],
)
def test_slugs_that_are_refused(slug: str) -> None:
    """A slug is one visible name, and not longer than a folder's name may be."""
    assert failure("x.txt", slug).startswith("seeds/x.txt:3: the slug ")


@pytest.mark.parametrize(
    "slug", ["con", "NUL", "aux.x", "Com1", "lpt9", "com¹", "con .a", "index.html", "Index.HTML", "card.png"]
)
def test_slugs_that_are_no_folder_everywhere(slug: str) -> None:
    """Windows keeps the names of its devices, whatever follows; and a page's folder has files of its own."""
    assert failure("x.txt", slug).startswith(f'seeds/x.txt:3: the slug "{slug}" cannot be used: ')
    assert failure(f"{slug}.txt").endswith("; rename it")
    assert failure(f"{slug}/x.txt").endswith("; rename it")


@pytest.mark.parametrize(
    "slug", ["index", "404", "assets", "keywords", "README", "console", "a.con", "com", "lpt10"]
)
def test_slugs_that_only_look_reserved(slug: str) -> None:
    """Below `articles/` they are names like others."""
    assert slug == permalink(PurePath("x.txt"), Declaration((slug,), 1), "x")


def test_a_path_that_is_too_long() -> None:
    """A path as a whole has a limit too, below that of the file system."""
    folders = "/".join(["مجلد"] * 227)
    assert f"{folders}/ab" == permalink(PurePath(f"{folders}/ab.txt"), None, "x")
    assert failure(f"{folders}/مجلد.txt").startswith(
        "seeds/x.txt: its address has 2051 bytes, and 2048 are allowed; put the file in fewer folders"
    )


@pytest.mark.parametrize(
    "seed", ["a\nb.txt", "\udcff.txt", "a\x07/x.txt", "\u200f.txt", "a..txt", "a .txt", "a?.txt"]
)
def test_file_names_that_are_refused(seed: str) -> None:
    """A name that is not UTF-8, or holds a line break or what some system has no files of, makes no address."""
    assert failure(seed).endswith("; rename it")
    assert "\n" not in failure(seed)


@pytest.mark.parametrize(
    "written", ["C:/Windows/x", "c:x", "a/b|c", "../x", "https://example.org/x", "a?p=1"]
)
def test_aliases_that_are_refused(written: str) -> None:
    """A former address is a path in this site, on every system."""
    with pytest.raises(
        SeedError, match=r"^seeds/x\.txt:2: the alias .* cannot be used: .*; write a path like "
    ):
        alias(written, "seeds/x.txt", 2)


def article(seed: str, address: str) -> Article:
    """Make an article of which only the place counts."""
    return Article(seed=seed, permalink=address, headline="", sections=())


@pytest.mark.parametrize(
    ("first", "second"), [("x", "x"), ("a/x", "a/X"), ("\u0623", "\u0627\u0654"), ("Straße", "STRASSE")]
)
def test_clash_names_both_files(first: str, second: str) -> None:
    """Names that one file system takes for the same clash on all of them."""
    found = clashes([article("seeds/a.txt", first), article("seeds/b.txt", second)])
    expected = f'seeds/b.txt: has the permalink "{second}", as has seeds/a.txt; rename one of the files, or give one a slug'
    assert [expected] == [str(error) for error in found]


def test_no_clash() -> None:
    """Another folder, another hamza, another place."""
    names = ["x", "a/x", "b/x", "أ", "ا"]
    assert clashes(article(name, name) for name in names) == []
