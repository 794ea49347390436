"""How long builds take: `python -m tests.benchmarks.build_time GENERATOR [--articles N …] [--hugo PROGRAM]`.

GENERATOR is a script that is called with a number and a folder and writes that many seeds there. For each number a
line is printed for a build with pages, mentions and listings alone, one for a build with everything but cards: search,
related articles, feeds, heads, the sitemap and the keyword index for programs, both without a cache, and one each for
the next build where a seed was changed, one of today was added or removed, one was added to a day of the past, or
nothing was. With PROGRAM, which is Hugo, its build of the same texts with a page for each article and keyword is timed
between them, so that the ratios come from one run on one machine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import ROOT

_ARTICLES = (1000, 10_000)
# What else the machine does takes half as much again at times.
_RUNS = 5

# Leaves out what only the second kind of build has.
_BARE = """
import numpy

from build_hooks.indexing import related
from build_hooks.publishing import site
from build_hooks.publishing.site_page import NamedFolder, SiteFile

related.count_stems = related.weigh_stems = lambda *_: None
related.nearest_articles = lambda articles, *_: numpy.full((len(articles), 5), -1, numpy.int32)
site.search_batches = lambda holdings: []
site.search_folder = lambda *_: NamedFolder("assets/search/none", {}, {}, SiteFile(site.SEARCH_DIRECTORY, ""))
site.keyword_file = lambda index, *_: SiteFile(site.KEYWORD_FILE, "")
"""

_NO_CARDS = "\nextra:\n  nashir:\n    cards: 0\n"

_HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "x"\ndisableKinds = ["RSS"]\n[taxonomies]\nkeyword = "keywords"\n',
    "layouts/_default/baseof.html": (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
        '<body><header><a href="/">x</a></header>{{ block "main" . }}{{ end }}<footer>x</footer></body></html>'
    ),
    "layouts/_default/single.html": (
        '{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .GetTerms "keywords" }}'
        '<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article>{{ end }}'
    ),
    "layouts/_default/list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages 50).Pages }}<li>'
        '<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>'
        '{{ template "_internal/pagination.html" . }}{{ end }}'
    ),
}


@dataclass(frozen=True, slots=True)
class Run:
    """One build."""

    seconds: float
    processors: float
    """Seconds of all processors together."""

    memory: int
    """Bytes of the largest process, at its most."""

    output: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else None)
    parser.add_argument("generator", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=_ARTICLES)
    parser.add_argument("--hugo", type=Path)
    options = parser.parse_args()
    for count in options.articles:
        # Disks are slow and uneven.
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            _measure(options.generator, count, options.hugo, Path(folder))


def _measure(generator: Path, count: int, hugo: Path | None, folder: Path) -> None:
    bare, whole = folder / "bare", folder / "whole"
    seeds = whole / "seeds"
    subprocess.run(
        [sys.executable, str(generator), str(count), str(seeds)], check=True, stdout=subprocess.DEVNULL
    )
    _write_project(bare, more_program=_BARE)
    (bare / "seeds").symlink_to(seeds)
    _write_project(whole, address="https://example.org/", more_settings=_NO_CARDS)
    if hugo:
        _write_hugo(seeds, folder / "hugo")
    best: dict[str, Run] = {}
    for _ in range(_RUNS):
        runs = {
            "bare": _build_anew(bare),
            "whole": _build_anew(whole),
            **_edited(whole),
        }
        if hugo:
            shutil.rmtree(folder / "hugo" / "public", ignore_errors=True)
            runs["Hugo"] = _run([str(hugo)], folder / "hugo", {})
        for name, run in runs.items():
            best[name] = min(best.get(name, run), run, key=lambda one: one.seconds)
    # How Python was compiled makes a fifth of the time.
    print(
        f"\n{count:,} articles, {os.cpu_count()} processors, the best of {_RUNS} runs, Python {sys.version}"
    )
    for name, run in best.items():
        ratio = f", {run.seconds / best['Hugo'].seconds:.2f} of Hugo's" if hugo and name != "Hugo" else ""
        print(
            f"{name:7} {run.seconds:6.2f} s{ratio} ({run.processors:.1f} s of processors, {run.memory / 1e6:.0f} MB)"
        )
        for line in re.findall(r"nashir: (.* articles, .*|The site has .*)", run.output):
            print(f"       {line}")


def _write_project(
    project: Path, *, address: str = "", more_program: str = "", more_settings: str = ""
) -> None:
    for name in ("build_hooks", "docs"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    # Not as a hook of its own: beside another one a build does more itself.
    with (project / "build_hooks" / "main.py").open("a", encoding="utf-8") as program:
        program.write(more_program)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = re.sub("^site_url:.*$", f"site_url: {address}", settings, flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(settings + more_settings, "utf-8")


def _build_anew(project: Path) -> Run:
    for name in (".cache", "site"):
        shutil.rmtree(project / name, ignore_errors=True)
    return _build(project)


def _edited(project: Path) -> dict[str, Run]:
    """Build after each of some edits, which leave the seeds as they were."""
    seed = min((project / "seeds").glob("*.txt"))
    new = seed.with_name("new.txt")
    text = seed.read_text("utf-8")
    runs = {}
    seed.write_text(text.replace("\n", "\nجملة جديدة عن كلمات أخرى.\n", 1), "utf-8")
    runs["changed"] = _build(project)
    past = f"عنوان آخر {text}"
    today = f"Date: {datetime.now(UTC).date()}"
    new.write_text(re.sub("^Date:.*$", today, past, flags=re.MULTILINE), "utf-8")
    runs["added"] = _build(project)
    new.unlink()
    runs["removed"] = _build(project)
    new.write_text(past, "utf-8")
    runs["past"] = _build(project)
    new.unlink()
    _build(project)
    runs["nothing"] = _build(project)
    seed.write_text(text, "utf-8")
    return runs


def _build(project: Path) -> Run:
    command = [sys.executable, "-m", "mkdocs", "build"]
    return _run(command, project, {"NO_MKDOCS_2_WARNING": "1"})


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> Run:
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        environment = {**os.environ, **environment}
        # An editor's Python keeps what it has compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode:
        raise SystemExit(text)
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, text)


def _write_hugo(seeds: Path, folder: Path) -> None:
    for name, text in _HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "content" / "articles").mkdir(parents=True)
    for seed in seeds.glob("*.txt"):
        headline, *lines = seed.read_text("utf-8").splitlines()
        fields = dict(line.split(":", 1) for line in lines if re.match(r"(Keywords|Date):", line))
        body = [line for line in lines if not re.match(r"[\w ]+:", line)]
        matter = {
            "title": headline,
            "date": fields.get("Date", "").strip() or None,
            "keywords": [one.strip() for one in re.split("[,،]", fields.get("Keywords", "")) if one.strip()],
        }
        page = json.dumps(matter, ensure_ascii=False) + "\n" + "\n\n".join(body)
        (folder / "content" / "articles" / f"{seed.stem}.md").write_text(page, "utf-8")


if __name__ == "__main__":
    main()
