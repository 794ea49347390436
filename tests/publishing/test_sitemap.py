from __future__ import annotations

import datetime
import gzip

import pytest
from lxml import etree  # type: ignore[import-untyped]

from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import PlannedFiles
from build_hooks.publishing.sitemap import MOST_ADDRESSES, Place, robots, sitemap
from tests.readers import xml_errors

SITE = Publication("ناشر", "", "https://example.org/sub/path/", "icon.svg")
DAY = datetime.date(2026, 11, 24)


def addresses(content: str | bytes) -> list[str]:
    """Return the addresses in a sitemap or an index of sitemaps, which was validated."""
    data = content.encode() if isinstance(content, str) else content
    assert [] == xml_errors(data, "sitemap.xsd")
    return [entry[0].text for entry in etree.fromstring(data)]


def by_path(planned: PlannedFiles) -> dict[str, str | bytes]:
    """Return the files by their paths, which were known before."""
    files = {file.path: file.content for file in planned.make()}
    assert list(planned.paths) == list(files)
    return files


def test_one_file_holds_a_small_site() -> None:
    """Addresses are percent-encoded; a day stands only where it is known."""
    files = by_path(sitemap([Place(""), Place("articles/أ & ب/", DAY)], SITE))
    assert ["sitemap.xml", "sitemap.xml.gz"] == list(files)
    content = files["sitemap.xml"]
    assert [SITE.absolute(""), f"{SITE.absolute('articles/')}%D8%A3%20%26%20%D8%A8/"] == addresses(content)
    assert isinstance(content, str)
    assert 1 == content.count("<lastmod>2026-11-24</lastmod>") == content.count("<lastmod>")
    compressed = files["sitemap.xml.gz"]
    assert isinstance(compressed, bytes)
    assert content.encode() == gzip.decompress(compressed)


@pytest.mark.parametrize("count", [MOST_ADDRESSES, MOST_ADDRESSES + 1, 2 * MOST_ADDRESSES + 1])
def test_a_large_site_has_an_index(count: int) -> None:
    """Beyond 50,000 addresses `sitemap.xml` names files of at most 50,000, in which no address is lost."""
    files = by_path(sitemap([Place(f"a/{number}/") for number in range(count)], SITE))
    parts = [name for name in files if name.startswith("sitemap-")]
    found = [address for name in parts or ["sitemap.xml"] for address in addresses(files[name])]
    assert [SITE.absolute(f"a/{number}/") for number in range(count)] == found
    assert (-(-count // MOST_ADDRESSES) if count > MOST_ADDRESSES else 0) == len(parts)
    if parts:
        assert [SITE.absolute(name) for name in parts] == addresses(files["sitemap.xml"])


def test_no_file_is_too_large() -> None:
    """It is parted by bytes as well, counted with all around the addresses."""
    files = by_path(sitemap([Place(f"a/{number}/", DAY) for number in range(100)], SITE, most_bytes=1000))
    parts = [content for name, content in files.items() if name.startswith("sitemap-")]
    assert len(parts) > 1
    assert all(700 < len(part) <= 1000 for part in parts[:-1])
    assert 100 == sum(len(addresses(part)) for part in parts)


def test_robots_find_the_sitemap() -> None:
    """Everything may be read."""
    content = robots(SITE).content
    assert isinstance(content, str)
    assert [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.org/sub/path/sitemap.xml",
    ] == content.splitlines()
