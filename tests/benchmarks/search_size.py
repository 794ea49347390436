"""What the search of a large collection costs: `python -m tests.benchmarks.search_size GENERATOR N`.

GENERATOR is a script that is called with a number and a folder and writes that many seeds there. Prints what
the index adds to a build, its size, and what queries load: headlines, keywords, pairs of common words, and words
with a slip.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from build_hooks.indexing.search.documents import SearchDocument
from tests.benchmarks.search_quality import print_costs
from tests.benchmarks.site import ask, read_documents, write_site

_QUERIES_PER_KIND = 50


def main(generator: Path, count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as place:
        seeds, site = Path(place) / "seeds", Path(place) / "site"
        subprocess.run([sys.executable, str(generator), str(count), str(seeds)], check=True)
        documents = read_documents(seeds)
        cost = write_site(documents, site)
        print(f"{len(documents)} documents, {os.cpu_count()} cores: the index adds {cost}")
        _print_files(site / "assets/search")
        for kind, queries in _queries(documents).items():
            print(f"\n{kind}, such as {queries[0]}")
            print_costs(ask(queries, site))


def _print_files(folder: Path) -> None:
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for file in folder.glob("*/*.bin"):
        sizes[file.stem.partition("-")[0]].append(file.stat().st_size)
    for name, some in sorted(sizes.items()):
        print(f"{name:10} {len(some):6} files, {sum(some) / 1e6:8.2f} MB, most {max(some) / 1000:.1f} KB")


def _queries(documents: Sequence[SearchDocument]) -> dict[str, list[str]]:
    chance = random.Random(1)
    chosen = chance.sample(documents, min(_QUERIES_PER_KIND, len(documents)))
    words = Counter(
        word for document in chosen for passage in document.passages for word in passage.text.split()
    )
    common = [word for word, _ in words.most_common(400)][40:]
    return {
        "headlines": [document.title for document in chosen],
        "keywords": [document.keywords[0] for document in chosen if document.keywords],
        "sentences": [document.passages[0].text.partition(".")[0] for document in chosen],
        "common words": [" ".join(chance.sample(common, 4)) for _ in chosen],
        "slips": [_with_slip(document.title.split()[-1], chance) for document in chosen],
    }


def _with_slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + chance.choice("ابتجدرسعفقكلمنهوي") + word[place + 1 :]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
