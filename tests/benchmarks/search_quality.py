"""How well the search finds: `python -m tests.benchmarks.search_quality FOLDER`.

FOLDER has `seeds/`, `questions.jsonl` (`{"query", "relevant": [seed]}`) and `words.jsonl` (also `"kind"`).
Every query goes through `search.js` in Node, over HTTP. Prints recall at 5 and the mean reciprocal rank of the first
ten for the questions and for each kind of word, over all and over each half of a split by document, then what a query
loads and how long it takes; last, recall at 5 of some of them through the real search box in a browser.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from zlib import crc32

from tests.benchmarks.box import ask_box
from tests.benchmarks.site import Asked, ask, code_size, read_documents, write_site
from tests.browser.search_site import write_search_site

_BOX_QUERIES = 60


@dataclass(frozen=True, slots=True)
class _Judged:
    kind: str
    half: int
    rank: int | None
    """The place of the first relevant result, from 1; None where it is not among the first ten."""


def main(folder: Path) -> None:
    """Measure and print."""
    cases = [{"kind": "questions"} | case for case in _lines(folder / "questions.jsonl")]
    cases += _lines(folder / "words.jsonl")
    queries = [str(case["query"]) for case in cases]
    documents = read_documents(folder / "seeds")
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as place:
        site = Path(place) / "site"
        cost = write_site(documents, site)
        asked = ask(queries, site)
        sample = range(0, len(cases), len(cases) // _BOX_QUERIES)
        shown = ask_box(
            [queries[number] for number in sample], write_search_site(Path(place) / "box", documents)
        )
    judged = [_judge(case, answer) for case, answer in zip(cases, asked, strict=True)]
    print(f"{len(documents)} documents, the index adds {cost}\n")
    print("                    n  recall@5    MRR   halves: recall@5, MRR")
    by_kind: defaultdict[str, list[_Judged]] = defaultdict(list)
    for one in judged:
        by_kind[one.kind].append(one)
    for kind, some in by_kind.items():
        halves = [
            "{:.3f} {:.3f}".format(*_figures([one.rank for one in some if one.half == half]))
            for half in (0, 1)
        ]
        recall, mrr = _figures([one.rank for one in some])
        print(f"{kind:15} {len(some):5}     {recall:.3f}  {mrr:.3f}   {' | '.join(halves)}")
    print_costs(asked)
    in_box = [_rank(cases[number], some.urls) for number, some in zip(sample, shown, strict=True)]
    print(f"\n{len(shown)} queries through the box: recall@5 {_figures(in_box)[0]:.3f}", end="")
    print(f", the page's search loads at most {max(some.transferred for some in shown) / 1000:.1f} KB")


def print_costs(asked: Sequence[Asked]) -> None:
    """Print what queries load and how long they take."""
    code = code_size()
    loaded = sorted(answer.transferred for answer in asked)
    warm = sorted(answer.warm for answer in asked)
    print(f"\ncode, gzipped: {code / 1000:.1f} KB")
    print(f"a query, code included: mean {(sum(loaded) / len(loaded) + code) / 1000:.1f} KB", end="")
    print(f", 95 % below {(loaded[len(loaded) * 95 // 100] + code) / 1000:.1f} KB", end="")
    print(f", most {(loaded[-1] + code) / 1000:.1f} KB")
    print(f"an answer once loaded: mean {sum(warm) / len(warm):.1f} ms, most {warm[-1]:.1f} ms")
    print(f"nothing loaded: mean {sum(answer.cold for answer in asked) / len(asked):.1f} ms")


def _lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _judge(case: dict[str, object], answer: Asked) -> _Judged:
    half = crc32(str(case["relevant"]).encode()) % 2
    return _Judged(str(case["kind"]), half, _rank(case, answer.urls))


def _rank(case: dict[str, object], urls: Sequence[str]) -> int | None:
    relevant = case["relevant"]
    assert isinstance(relevant, list)
    found = [unquote(url).strip("/").removeprefix("articles/") for url in urls]
    return next((place for place, seed in enumerate(found, 1) if seed in relevant), None)


def _figures(ranks: Sequence[int | None]) -> tuple[float, float]:
    """Return recall at 5 and the mean reciprocal rank."""
    count = max(1, len(ranks))
    recall = sum(rank is not None and rank <= 5 for rank in ranks) / count
    return recall, sum(1 / rank for rank in ranks if rank) / count


if __name__ == "__main__":
    main(Path(sys.argv[1]))
