from __future__ import annotations

from build_hooks.publishing.site_size import LIMIT, SiteSize, site_size


def test_the_size_is_that_of_all_files() -> None:
    """Files are counted under their top folder, the largest first."""
    sizes = {"index.html": 10, "articles/a/index.html": 2000, "articles/b.png": 500, "tags/x": 100}
    size = site_size({path: (length, 0) for path, length in sizes.items()})
    assert SiteSize(4, {"articles/": 2500, "tags/": 100, "./": 10}) == size
    assert ["articles/", "tags/", "./"] == list(size.bytes_of)
    assert 2610 == size.bytes


def test_the_summary_names_what_takes_the_room() -> None:
    """Beyond five folders the rest is one sum."""
    size = SiteSize(12345, {f"{name}/": 10_000_000 * (9 - number) for number, name in enumerate("abcdefg")})
    expected = "The site has 12,345 files and 420.0 MB: a/ 90.0 MB, b/ 80.0 MB, c/ 70.0 MB, d/ 60.0 MB, e/ 50.0 MB, the rest 70.0 MB"
    assert expected == size.summary()
    assert "0 files" in SiteSize(0, {}).summary()


def test_a_site_near_the_limit_is_warned_of() -> None:
    """From 80 % of GitHub Pages' 1 GB on it says so, and what takes most room."""
    assert SiteSize(1, {"articles/": int(0.8 * LIMIT) - 1}).warning() is None
    warning = SiteSize(1, {"articles/": int(0.8 * LIMIT), "tags/": 0}).warning()
    assert warning is not None
    assert warning.startswith(
        "The site has 80% of the 1 GB that GitHub Pages publishes, most of it in articles/;"
    )
