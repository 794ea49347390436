"""The READMEs keep their word: commands run, examples build, tables and links are true."""

from __future__ import annotations

import datetime
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from build_hooks.arabic.dates import parse_date
from build_hooks.errors import SeedErrors
from build_hooks.reading.collection import read_collection
from build_hooks.reading.fields import _FIELDS, FRONT_MATTER_FIELDS, field_named
from tests.conftest import ROOT, BuildSite
from tests.previews import free_port, wait_for

ENGLISH, ARABIC = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.ar.md"))
_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the language and the content of each fenced block, without its indentation."""
    return [(language, dedent(content).removesuffix("\n")) for _, language, content in _FENCED.findall(text)]


def blocks_in(language: str) -> list[str]:
    """Return the blocks of README.md in one language."""
    return [content for found, content in blocks(ENGLISH) if found == language]


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the table below the heading `heading`, without its head."""
    section = re.split(r"^#+ ", text.partition(f"# {heading}\n")[2], flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


SMALLEST, COMPLETE = (f"{seed}\n" for seed in blocks_in("text"))
[IN_MARKDOWN] = (f"{seed}\n" for seed in blocks_in("markdown"))
[GET] = (block for block in blocks_in("sh") if block.startswith("git clone"))
SITE_URL = "https://YOU.github.io/nashir/"


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor's machine, on which README.md was followed as far as `make site`."""

    folder: Path
    """The clone."""

    origin: Path
    """The repository that it was cloned from, in place of the one on GitHub."""

    port: int
    """Where the preview listens."""

    environment: Mapping[str, str]

    def run(
        self, block: str, *, folder: Path | None = None, activated: bool = True, fails: bool = False
    ) -> str:
        """Run a block of commands in a shell, by default in the clone, and return what it printed."""
        activate = f". {shlex.quote(str(self.folder / '.venv/bin/activate'))}\n" if activated else ""
        done = subprocess.run(
            ["sh", "-e", "-c", activate + block],
            check=False,
            cwd=folder or self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert (done.returncode != 0) == fails, f"{block}\n{done.stdout}"
        return done.stdout

    def git(self, *arguments: str) -> str:
        """Ask the repository that the clone pushes to."""
        return self.run(shlex.join(("git", f"--git-dir={self.origin}", *arguments)), activated=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A clone made by README.md's own commands, with its examples as seeds, in which `make site` was run."""
    if sys.platform == "win32":
        pytest.skip("the commands are for a POSIX shell; those for Windows are compared with them")
    place = tmp_path_factory.mktemp("desk")
    desk = Desk(place / "nashir", place / "origin.git", free_port(), _environment(place))
    _publish_checkout(desk, place / "checkout")
    desk.run(GET, folder=place, activated=False)
    with (desk.folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"dev_addr: 127.0.0.1:{desk.port}\n")
    (desk.folder / "seeds/water.txt").write_text(COMPLETE, encoding="utf-8")
    (desk.folder / "seeds/dams.md").write_text(IN_MARKDOWN, encoding="utf-8")
    desk.run("make site", activated=False)
    return desk


def _environment(place: Path) -> Mapping[str, str]:
    """Return the environment of a user who has Python, make and git, but no virtual environment."""
    own = {"ARGS", "PYTHON", "PYTHONPATH", "SITE_URL", "VIRTUAL_ENV", "MFLAGS"}
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in own and not name.startswith(("MAKE", "GIT_"))
    }
    programs = place / "bin"
    programs.mkdir()
    python = programs / "python3"
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(_base_python())} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    ours = str(Path(sys.executable).parent)
    others = [folder for folder in environment["PATH"].split(os.pathsep) if folder != ours]
    config = place / "gitconfig"
    config.write_text(
        "[user]\n\tname = An editor\n\temail = editor@example.org\n"
        f'[url "file://{place}/origin.git"]\n\tinsteadOf = https://github.com/YOU/nashir.git\n',
        encoding="utf-8",
    )
    return environment | {
        "PATH": os.pathsep.join((str(programs), *others)),
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def _base_python() -> str:
    return str(getattr(sys, "_base_executable", sys.executable))


def _publish_checkout(desk: Desk, checkout: Path) -> None:
    """Make the checkout as it is now, committed or not, the repository to clone."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".git", *ignored))
    desk.run(
        "git init --quiet --initial-branch main\n"
        "git add .\n"
        "git commit --quiet --message 'Begin'\n"
        f"git clone --quiet --bare . {shlex.quote(str(desk.origin))}",
        folder=checkout,
        activated=False,
    )


def has_example(desk: Desk) -> bool:
    """Tell whether the built site has the page of README.md's example."""
    page = desk.folder / "site/articles/water/index.html"
    return page.exists() and "السدود وما تحفظه" in page.read_text("utf-8")


def check_clone(desk: Desk, block: str) -> None:
    """The clone is there, with the workflow that publishes it."""
    assert (desk.folder / ".github/workflows/publish.yml").is_file()


def check_site(desk: Desk, block: str) -> None:
    """The site is built from nothing but Python, make and git."""
    shutil.rmtree(desk.folder / "site")
    desk.run(block, activated=False)
    assert has_example(desk)


def check_build(desk: Desk, block: str) -> None:
    """The site is built, by commands that need no make."""
    shutil.rmtree(desk.folder / "site")
    desk.run(block, activated="activate" not in block)
    assert has_example(desk)


def check_tests(desk: Desk, block: str) -> None:
    """The target runs lint, types and all tests, this one too, so here it is only asked what it would do."""
    assert block == "make test"
    recipe = desk.run("make --dry-run test", activated=False)
    assert all(f"python -m {command}\n" in recipe for command in ("ruff check .", "mypy"))
    assert re.search(r"python -m pytest *$", recipe)


def check_preview(desk: Desk, block: str) -> None:
    """The preview answers, shows an edited seed within seconds, and ends when it is told to."""
    seed = desk.folder / "seeds/water.txt"
    with _running(desk, block) as log:
        wait_for("السدود وما تحفظه", f"http://127.0.0.1:{desk.port}/articles/water/", 60, log)
        seed.write_text(COMPLETE.replace("السدود وما تحفظه", "السدود وما فيها"), encoding="utf-8")
        try:
            wait_for("السدود وما فيها", f"http://127.0.0.1:{desk.port}/articles/water/", 30, log)
        finally:
            seed.write_text(COMPLETE, encoding="utf-8")


@contextmanager
def _running(desk: Desk, block: str) -> Iterator[Path]:
    log = desk.folder.parent / "log"
    activate = "" if block.startswith("make") else ". .venv/bin/activate\n"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            ["sh", "-e", "-c", activate + block],
            cwd=desk.folder,
            env=desk.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A group of its own, which Ctrl+C in a terminal would reach as a whole.
            start_new_session=True,
        )
    try:
        yield log
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        if not _falls_silent(desk.port, 20):
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail(f"the preview did not end:\n{log.read_text('utf-8')}")


def _falls_silent(port: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) != 0:
                return True
        time.sleep(0.1)
    return False


VOCABULARY = next(block for block in blocks_in("yaml") if block.startswith("terms:"))


def check_commands(desk: Desk, block: str) -> None:
    """The editor's commands find nothing wrong, and show the page of the example."""
    output = desk.run(block)
    assert output.count("can be published") == 2
    assert output.count("title: المياه في العراق بين موسمين") == 1


def check_draft(desk: Desk, block: str) -> None:
    """The keywords of the examples are drafted, but for those that the vocabulary has."""
    terms = [entry["term"] for entry in yaml.safe_load(desk.run(block))["terms"]]
    assert terms[:2] == ["السدود", "المياه"]
    assert "العراق" not in terms


def check_push(desk: Desk, block: str) -> None:
    """The new articles are on the branch that the workflow publishes."""
    desk.run(block, activated=False)
    assert desk.git("log", "-1", "--format=%s", "main") == "Add an article\n"
    assert {"seeds/water.txt", "seeds/dams.md"} <= set(
        desk.git("ls-tree", "-r", "--name-only", "main").splitlines()
    )


def check_gh_deploy(desk: Desk, block: str) -> None:
    """The site is on the branch `gh-pages`, with the domain, and 404.html has links for its sub-path."""
    domain = desk.folder / "docs/CNAME"
    domain.write_text("news.example.org\n", encoding="utf-8")
    try:
        desk.run(block)
    finally:
        domain.unlink()
    assert desk.git("show", "gh-pages:CNAME") == "news.example.org\n"
    assert "السدود وما تحفظه" in desk.git("show", "gh-pages:articles/water/index.html")
    assert 'href="/nashir/archive/"' in desk.git("show", "gh-pages:404.html")


CHECKS: Mapping[str, Callable[[Desk, str], None]] = {
    GET: check_clone,
    "make site": check_site,
    "make serve": check_preview,
    "make test": check_tests,
    "python3 -m venv .venv\n. .venv/bin/activate\npip install -r requirements.txt\nmkdocs build": check_build,
    "mkdocs serve": check_preview,
    "cd ..\nmkdocs build -f nashir/mkdocs.yml": check_build,
    "mkdocs build --strict": check_build,
    "python -m build_hooks check\n"
    "python -m build_hooks check seeds/water.txt\n"
    "python -m build_hooks show seeds/water.txt": check_commands,
    "python -m build_hooks vocabulary": check_draft,
    'git add seeds\ngit commit -m "Add an article"\ngit push': check_push,
    f"SITE_URL={SITE_URL} mkdocs gh-deploy": check_gh_deploy,
}


@pytest.mark.parametrize("block", dict.fromkeys(blocks_in("sh")), ids=lambda block: block.splitlines()[-1])
def test_commands(desk: Desk, block: str) -> None:
    """Every command of README.md does what README.md says."""
    assert block in CHECKS, "no check knows these commands"
    CHECKS[block](desk, block)


@pytest.mark.parametrize("block", blocks_in("bat"), ids=lambda block: block.splitlines()[-1])
def test_commands_for_windows(block: str) -> None:
    """The commands for Windows are those that are tested, in Windows' notation."""
    tested = block.replace("python ", "python3 ").replace(r".venv\Scripts\activate", ". .venv/bin/activate")
    assert re.sub(r"(?m)^set (\S+)\n", r"\1 ", tested) in CHECKS


@pytest.mark.parametrize("block", blocks_in("console"))
def test_error(desk: Desk, copy_of_project: Path, block: str) -> None:
    """What is wrong is said as README.md shows it, with exit code 1."""
    command, _, expected = block.removeprefix("$ ").partition("\n")
    wrong = COMPLETE.replace("24 تشرين الثاني 2026", "30/2/2026")
    (copy_of_project / "seeds/water.txt").write_text(wrong, encoding="utf-8")
    assert f"{expected}\n" == desk.run(command, folder=copy_of_project, fails=True)


def test_kinds_of_blocks() -> None:
    """There is no kind of fenced block that no test looks at."""
    assert {"text", "markdown", "sh", "bat", "console", "yaml"} == {
        language for language, _ in blocks(ENGLISH)
    }


def read(html: str) -> dict[str, object]:
    """Return what a reader finds on an article's page."""
    page = LexborHTMLParser(html)

    def texts(selector: str) -> list[str]:
        return [" ".join(node.text().split()) for node in page.css(selector)]

    def links(index: str) -> list[str]:
        names = page.css(f".n-article a[href*='/{index}/'] bdi:first-child")
        return list(dict.fromkeys(name.text() for name in names))

    return {
        "headline": texts("h1"),
        "paragraphs": texts("#article > p"),
        "subheadings": texts("#article > h2"),
        "keywords": links("keywords"),
        "tags": links("tags"),
        "date": texts("time"),
        "author": texts(".n-author"),
    }


EXAMPLES: Mapping[str, tuple[str, str, dict[str, object]]] = {
    "smallest": (
        "water.txt",
        SMALLEST,
        {
            "headline": ["المياه في العراق بين موسمين"],
            "paragraphs": ["تراجعت مناسيب الأنهار هذا العام إلى أدنى مستوى لها منذ عقد."],
            "subheadings": [],
            "keywords": ["العراق", "المياه"],
            "tags": [],
            "date": [],
            "author": [],
        },
    ),
    "complete": (
        "water.txt",
        COMPLETE,
        {
            "headline": ["المياه في العراق بين موسمين"],
            "paragraphs": [
                "تراجعت مناسيب الأنهار هذا العام إلى أدنى مستوى لها منذ عقد، بحسب وزارة الموارد المائية.",
                "تقول الوزارة إن الخزين في السدود يكفي حتى نهاية الصيف، وإن الخطة الزراعية خُفّضت إلى النصف.",
            ],
            "subheadings": ["السدود وما تحفظه"],
            "keywords": ["العراق", "المياه", "السدود"],
            "tags": ["بيئة", "صحفي", "مهني"],
            "date": ["24 نوفمبر 2026"],
            "author": ["ليلى حسن"],
        },
    ),
    "in Markdown": (
        "dams.md",
        IN_MARKDOWN,
        {
            "headline": ["السدود في أرقام"],
            "paragraphs": ["في العراق سدود كبيرة يوضح الجدول سعتها بمليارات الأمتار المكعبة."],
            "subheadings": ["السعة"],
            "keywords": ["السدود", "المياه"],
            "tags": ["بيئة"],
            "date": ["20 نوفمبر 2026"],
            "author": [],
        },
    ),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(copy_of_project: Path, build_site: BuildSite, example: str) -> None:
    """Each example seed becomes, without a warning, the article that README.md tells of."""
    name, seed, expected = EXAMPLES[example]
    (copy_of_project / "seeds" / name).write_text(seed, encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml")
    assert expected == read(site.page(f"articles/{Path(name).stem}/"))


PATHS: Mapping[str, tuple[str, ...]] = {
    "/": ("",),
    "/articles/<path of the seed below seeds/, without .txt or .md>/": (
        "articles/water/",
        "articles/2026/dams/",
    ),
    "/keywords/": ("keywords/",),
    "/keywords/<keyword>/": ("keywords/العراق/",),
    "/keywords/index.jsonl": ("keywords/index.jsonl",),
    "/search/?q=…": ("search/",),
    "/tags/": ("tags/",),
    "/tags/<tag>/": ("tags/بيئة/", "tags/صحفي/"),
    "/archive/": ("archive/",),
    "/archive/2026/": ("archive/2026/",),
    "/archive/2026/11/": ("archive/2026/11/",),
    "/archive/undated/": ("archive/undated/",),
    "/feed.xml": ("feed.xml",),
    "/feed.json": ("feed.json",),
    "/tags/<tag>/feed.xml": ("tags/بيئة/feed.xml",),
    "/sitemap.xml": ("sitemap.xml",),
    "/robots.txt": ("robots.txt",),
    "/404.html": ("404.html",),
}


def test_paths(copy_of_project: Path, build_site: BuildSite) -> None:
    """Every page in README.md's table is in the site, with a headline; so is every other file."""
    named = [path for row in rows(ENGLISH, "What stands where") for path in _CODE.findall(row[0])]
    assert list(PATHS) == named
    seeds = copy_of_project / "seeds"
    (seeds / "2026").mkdir()
    (seeds / "water.txt").write_text(COMPLETE, encoding="utf-8")
    (seeds / "2026/dams.md").write_text(IN_MARKDOWN, encoding="utf-8")
    (seeds / "undated.txt").write_text(SMALLEST.replace("بين موسمين", "اليوم"), encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SITE_URL)
    for path in (path for paths in PATHS.values() for path in paths):
        is_page = path.endswith((".html", "/")) or not path
        assert ("<h1" if is_page else "") in site.page(path), path


LABELS = rows(ENGLISH, "Labels")


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row[0])
def test_labels(row: list[str]) -> None:
    """The names in one row of README.md's table are all names of one field."""
    [field] = {field_named(name) for cell in row[:2] for name in _CODE.findall(cell)}
    assert field is not None


def test_all_labels() -> None:
    """README.md names every label, but for those that stand in front matter only."""
    named = {name.casefold() for row in LABELS for cell in row[:2] for name in _CODE.findall(cell)}
    labels = [field for field in _FIELDS.values() if field not in FRONT_MATTER_FIELDS]
    assert len(labels) == len(named)
    assert set(labels) == set(map(field_named, named))


DATES = _CODE.findall(ENGLISH.partition("### Dates\n")[2].partition("\n###")[0])


@pytest.mark.parametrize("date", DATES)
def test_dates(date: str) -> None:
    """Each way to write a date is read as the same day."""
    assert datetime.date(2026, 11, 24) == parse_date(date)


Seeds = Mapping[str, str | bytes]

_KEYWORDS = "Keywords: أ\n"
ERRORS: Mapping[str, tuple[Seeds, ...]] = {
    "no headline, or no text": ({"a.md": "---\nkeywords: أ\n---\nنص.\n"}, {"a.txt": "عنوان\n" + _KEYWORDS}),
    "a date that cannot be read": ({"a.txt": f"عنوان\nنص.\n{_KEYWORDS}Date: غدًا\n"},),
    "front matter that is not YAML": ({"a.txt": f"---\n[\n---\nعنوان\nنص.\n{_KEYWORDS}"},),
    "an encoding that cannot be read, or a control character": (
        {"a.txt": b"\x81\x8d\xff\xff\n"},
        {"a.txt": f"عنوان\nن\0ص.\n{_KEYWORDS}"},
    ),
    "two articles with one address": (
        {"a.txt": f"عنوان\nنص.\n{_KEYWORDS}", "a.md": "---\nkeywords: أ\n---\n# آخر\n\nنص.\n"},
    ),
    "an alias that cannot be a path in the site": (
        {"a.txt": f"---\naliases: https://example.org/a\n---\nعنوان\nنص.\n{_KEYWORDS}"},
    ),
    "a file or folder that cannot be read, or a link that leads out of `seeds/`": (
        {"a.txt": "→ mkdocs.yml"},
    ),
}
WARNINGS: Mapping[str, tuple[Seeds, ...]] = {
    "no keywords": ({"a.txt": "عنوان\nنص.\n"},),
    "an unknown label below a known one, which readers do not see, or an unknown key of front matter; the page keeps it": (
        {"a.txt": f"عنوان\nنص.\n{_KEYWORDS}المزاج: هادئ\n"},
        {"a.txt": f"---\nalias: old\nhide: [toc]\n---\nعنوان\nنص.\n{_KEYWORDS}"},
    ),
    "a second line for a label that takes one value; the first counts": (
        {"a.txt": f"عنوان\nنص.\n{_KEYWORDS}Author: أ\nAuthor: ب\n"},
    ),
    "an encoding that was detected": ({"a.txt": COMPLETE.encode("cp1256")},),
    "two articles with one headline": (dict.fromkeys(("a.txt", "b.txt"), f"عنوان\nنص.\n{_KEYWORDS}"),),
    "a sentence below a label, which readers see at the end of the text": (
        {"a.txt": f"عنوان\nنص.\n{_KEYWORDS}وقال الوزير: سنعمل معا.\n"},
    ),
    "`Author` or `Source` taken for a speaker": (
        {"a.txt": f"عنوان\nنص.\nالكاتب: أكتب لمن يقرأ.\n{_KEYWORDS}"},
    ),
}


def write(seeds: Seeds, folder: Path) -> None:
    """Write seeds into a folder; a text `→ file` stands for a link."""
    folder.mkdir()
    for name, content in seeds.items():
        if isinstance(content, bytes):
            (folder / name).write_bytes(content)
        elif content.startswith("→ "):
            (folder / name).symlink_to(ROOT / content.removeprefix("→ "))
        else:
            (folder / name).write_text(content, encoding="utf-8")


def test_remarks() -> None:
    """The table of README.md names the errors and the warnings that are tried here."""
    errors, warnings = zip(*rows(ENGLISH, "What can be wrong"), strict=True)
    assert list(ERRORS) == list(filter(None, errors))
    assert list(WARNINGS) == list(filter(None, warnings))


@pytest.mark.parametrize("claim", ERRORS)
def test_errors(tmp_path: Path, claim: str) -> None:
    """What README.md calls an error is one, and the only one, with its place."""
    for number, seeds in enumerate(ERRORS[claim]):
        project = tmp_path / str(number)
        project.mkdir()
        write(seeds, project / "seeds")
        with pytest.raises(SeedErrors) as raised:
            read_collection(project / "seeds", project, Markdown())
        [error] = raised.value.errors
        assert error.source.startswith("seeds/a.")


@pytest.mark.parametrize("claim", WARNINGS)
def test_warnings(tmp_path: Path, claim: str) -> None:
    """What README.md calls a warning is one, and the only one, and the articles are there."""
    for number, seeds in enumerate(WARNINGS[claim]):
        project = tmp_path / str(number)
        project.mkdir()
        write(seeds, project / "seeds")
        collection = read_collection(project / "seeds", project, Markdown())
        assert 1 == len(collection.warnings)
        assert len(seeds) == len(collection.articles)


def test_options(copy_of_project: Path, build_site: BuildSite) -> None:
    """The options give the site its name and menu, and each article a link to edit its seed."""
    config = copy_of_project / "mkdocs.yml"
    text = config.read_text("utf-8")
    options = [block for block in blocks_in("yaml") if block != VOCABULARY]
    for block in options:
        for option in re.split(r"\n(?=\w)", block):
            name = option.partition(":")[0]
            text = re.sub(rf"(?m)^{name}:.*\n(?:[ -].*\n)*", "", text) + option + "\n"
    config.write_text(text, encoding="utf-8")
    (copy_of_project / "seeds/water.txt").write_text(COMPLETE, encoding="utf-8")
    page = LexborHTMLParser(build_site(config).page("articles/water/"))
    assert ["المياه في العراق بين موسمين – اسم موقعك"] == [title.text() for title in page.css("title")]
    assert ["الرئيسية", "الأرشيف", "عن الموقع"] == [link.text() for link in page.css("header nav a")]
    [edit] = [link for link in page.css("a") if "حرّر" in link.text()]
    assert "https://github.com/YOU/nashir/edit/main/seeds/water.txt" == edit.attributes["href"]


def test_vocabulary(copy_of_project: Path, build_site: BuildSite) -> None:
    """The vocabulary that README.md shows gives tags, another name and a description."""
    seeds = copy_of_project / "seeds"
    (seeds / "vocabulary.yml").write_text(VOCABULARY, encoding="utf-8")
    (seeds / "water.txt").write_text(COMPLETE, encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml")
    assert "الشرق الأوسط" in site.page("articles/water/")
    assert "دولة عربية يجري فيها دجلة والفرات." in site.page("keywords/العراق/")
    assert "انظر <a" in site.page("keywords/بلاد-الرافدين/")


def test_arabic_blocks() -> None:
    """README.ar.md has the same commands and examples in the same order."""
    assert blocks(ENGLISH) == blocks(ARABIC)


def test_arabic_direction() -> None:
    """README.ar.md is set from right to left, but for what a terminal or a configuration file holds."""
    assert ARABIC.startswith('<div dir="rtl">\n\n')
    assert ARABIC.endswith("\n\n</div>\n")
    opened = re.findall(r'(<div dir="ltr">\n\n)?```(\w+)\n.*?\n```\n(\n</div>\n)?', ARABIC, re.DOTALL)
    assert len(blocks(ARABIC)) == len(opened)
    for before, language, after in opened:
        assert (language not in {"text", "markdown"}) == bool(before) == bool(after), language


@pytest.mark.parametrize(
    ("english", "arabic", "columns"),
    [("Labels", "الحقول", 2), ("What stands where", "ما في الموقع", 1)],
)
def test_arabic_tables(english: str, arabic: str, columns: int) -> None:
    """README.ar.md names the same labels and paths."""
    expected, found = (
        [[_CODE.findall(cell) for cell in row[:columns]] for row in rows(text, heading)]
        for text, heading in ((ENGLISH, english), (ARABIC, arabic))
    )
    assert expected
    assert expected == found


@pytest.mark.parametrize("name", ["README.md", "README.ar.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links(name: str) -> None:
    """Every file that a document links to is there."""
    text = _FENCED.sub("", (ROOT / name).read_text("utf-8"))
    links = re.findall(r"\]\(([^)#]+)", text)
    assert links
    for link in links:
        assert link.startswith("https://") or (ROOT / link).is_file(), link


def test_pictures() -> None:
    """The pictures are shown by both READMEs, are small, and are no part of the site."""
    pictures = sorted((ROOT / ".github/images").iterdir())
    assert pictures
    for picture in pictures:
        assert f"](.github/images/{picture.name})" in ENGLISH
        assert f"](.github/images/{picture.name})" in ARABIC
        assert picture.stat().st_size <= 150 * 1024


def test_targets_in_contributing() -> None:
    """Every `make` command in CONTRIBUTING.md is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert {"site", "serve", "test", "lock"} <= named <= targets
