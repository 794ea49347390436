"""What is no article is refused before it takes memory or time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.reading.limits import MOST_BYTES, MOST_LINES
from tests.conftest import ROOT
from tests.reading.test_direction import read

TEXT = "هذه فقرة أولى تقول شيئًا وتنتهي بنقطة."


def errors(text: str) -> list[str]:
    """Return the errors of a seed."""
    with pytest.raises(SeedErrors) as caught:
        read(text)
    return [str(error) for error in caught.value.errors]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """100 MB take no more memory than a seed of the largest size, and the message says how many there are."""
    (tmp_path / "seeds").mkdir()
    with (tmp_path / "seeds" / "x.txt").open("wb") as file:
        file.write("عنوان\n".encode())
        file.truncate(100_000_000)
    script = (
        "import resource, sys; from pathlib import Path; from markdown import Markdown\n"
        "from build_hooks.reading.collection import read_collection\n"
        f"root = Path({str(tmp_path)!r})\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: read_collection(root / 'seeds', root, Markdown())\n"
        "except Exception as error: print(error)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    message, kilobytes = done.stdout.splitlines()
    assert (
        "seeds/x.txt: it has 100,000,000 bytes, and a seed may have 4,000,000; part it into several articles"
        == message
    )
    assert int(kilobytes) < 50_000


def test_a_seed_of_the_largest_size_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    text = f"عنوان\n{TEXT} "
    text += "أ" * ((MOST_BYTES - len(text.encode())) // 2)
    assert read(text).article.headline == "عنوان"


@pytest.mark.parametrize("blank", ["\n", "\r\n", "\r", "أ\n"])
def test_too_many_lines(blank: str) -> None:
    """Blank ones count."""
    with pytest.raises(SeedError) as caught:
        read(f"عنوان\n{TEXT}\n" + blank * 1_000_000)
    message = "it has 1,000,002 lines, and a seed may have 20,000; part it into several articles"
    assert f"seeds/x.txt:{MOST_LINES + 1}: {message}" == str(caught.value)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            "1: the headline has 1,001 characters, and there may be 1,000; write a shorter one on a line of its own",
            f"{'ع' * 1001}\n{TEXT}\n",
        ),
        (
            "3: 1,001 values in one list, and there may be 1,000; keep those that tell most",
            f"عنوان\n{TEXT}\nKeywords: {'، '.join(f'ك{n}' for n in range(1001))}\n",
        ),
        (
            f'3: "{"ع" * 59}…" has 501 characters, and there may be 500; part it with commas',
            f"عنوان\n{TEXT}\nTags: أ، {'ع' * 501}\n",
        ),
        (
            f'3: "{"ع" * 59}…" has 501 characters, and there may be 500; shorten it',
            f"عنوان\n{TEXT}\nAuthor: {'ع' * 501}\n",
        ),
        (
            f'3: "{"ع" * 59}…" has 5,001 characters, and there may be 5,000; shorten it',
            f"عنوان\n{TEXT}\nDescription: {'ع' * 5001}\n",
        ),
        (
            f'2: "{"ع" * 59}…" has 1,001 characters, and there may be 1,000; shorten it',
            f"---\ntitle: {'ع' * 1001}\n---\n{TEXT}\n",
        ),
    ],
)
def test_too_much_of_one_thing(expected: str, text: str) -> None:
    """Each has a limit, far above what an article needs."""
    assert [f"seeds/x.txt:{expected}"] == errors(text)


@pytest.mark.parametrize("piece", ["[a](", "كلمة ", "|أ|ب|\n", "- بند\n"])
def test_markdown_without_a_blank_line(piece: str) -> None:
    """The line is that where it begins; as much in two parts is read."""
    with pytest.raises(SeedError) as caught:
        read(f"---\nkeywords: أ\n---\n# عنوان\n\nنص.\n{piece * (20_000 // len(piece))}\n", "x.md")
    message = "more than 20,000 characters without a blank line begin here; part them with one"
    assert f"seeds/x.md:6: {message}" == str(caught.value)
    half = "كلمة " * 3_000
    assert 2 == len(read(f"---\nkeywords: أ\n---\n# عنوان\n\n{half}\n \n{half}", "x.md").article.paragraphs)


def test_what_is_within_the_limits() -> None:
    """The largest of everything is read."""
    keywords = "، ".join(f"ك{n}" for n in range(999))
    trailer = f"Keywords: {keywords}، {'ع' * 500}\nAuthor: {'ع' * 500}\nDescription: {'ع' * 5000}\n"
    article = read(f"{'ع' * 1000}\n{TEXT}\n{trailer}").article
    assert (1000, 1000) == (len(article.keywords), len(article.headline))
