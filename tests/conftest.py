"""What tests of all kinds share: collections of seeds, and built sites."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests.hostile_site import HostileArticle, write_hostile_project

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

# Builds take their time on a busy machine. Where a change is judged, chance has no say.
settings.register_profile("nashir", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("nashir")


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What `mkdocs build` made, and what it said."""

    folder: Path
    """The site: `index.html` and all the rest."""

    output: str
    """What MkDocs printed, on both streams."""

    def page(self, path: str) -> str:
        """Return the HTML of the page at `path`, given as in a link from the root: `articles/x/`."""
        file = self.folder / path
        return (file / "index.html" if path in {"", "."} or path.endswith("/") else file).read_text("utf-8")


class BuildFailedError(Exception):
    """`mkdocs build` ended with an exit code other than 0; the message is what it printed."""

    def __init__(self, exit_code: int, output: str) -> None:
        super().__init__(f"mkdocs build ended with exit code {exit_code}:\n{output}")
        self.exit_code = exit_code
        self.output = output


BuildSite = Callable[..., BuiltSite]


def build(
    config_file: Path,
    folder: Path,
    *,
    strict: bool = True,
    site_url: str | None = None,
    working_directory: Path = ROOT,
) -> BuiltSite:
    """Build the project of `config_file` into `folder` with `mkdocs build`, as an editor would."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    environment.pop("SITE_URL", None)
    if site_url is not None:
        environment["SITE_URL"] = site_url
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config_file), "-d", str(folder)]
    done = subprocess.run(
        [*command, "--strict"] if strict else command,
        check=False,
        cwd=working_directory,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode != 0:
        raise BuildFailedError(done.returncode, done.stdout)
    return BuiltSite(folder, done.stdout)


def build_preview(project: Path) -> BuiltSite:
    """Build `project` into its `site/` as `mkdocs serve` does, without the server."""
    preview = (
        "from mkdocs.commands.build import build; from mkdocs.config import load_config;"
        "config = load_config('mkdocs.yml', site_dir='site');"
        "config.plugins.on_startup(command='serve', dirty=False); build(config)"
    )
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", preview], check=True, cwd=project, env=environment)
    return BuiltSite(project / "site", "")


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Return `build`, with a new folder of the test's own as the place of each site."""
    count = 0

    def build_into_new_folder(config_file: Path, **options: object) -> BuiltSite:
        nonlocal count
        count += 1
        return build(config_file, tmp_path / f"site-{count}", **options)  # type: ignore[arg-type]

    return build_into_new_folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The checkout's own site, built once."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("nashir") / "site")


@pytest.fixture
def copy_of_project(tmp_path: Path) -> Path:
    """A copy of the checkout's project, without its seeds, for a test to put its own into `seeds/`."""
    return copy_project(tmp_path / "project")


def copy_project(project: Path) -> Path:
    """Copy the checkout's project, without its seeds, to the new folder `project`, and return that."""
    project.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name in ("build_hooks", "docs"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    (project / "seeds").mkdir()
    return project


@pytest.fixture(scope="session")
def arabic_indic_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site in Arabic-Indic figures with Hijri dates, of 105 articles; only one has figures in its own texts."""
    folder = tmp_path_factory.mktemp("arabic-indic")
    project = copy_project(folder / "project")
    for number in range(104):
        name = "ابتثجحخدذرزسشصضطظعغفقكلمنه"[number % 26] + "أوير"[number // 26]
        seed = f"خبر {name}\nنص عن بغداد. وبغداد مدينة.\nKeywords: بغداد\nTags: مدن\nDate: 2026-10-{number % 28 + 1:02}"
        (project / f"seeds/{name}.txt").write_text(seed, encoding="utf-8")
    written = "قمة 2030 و٣ دول\nنص من 1900 و٤.\nKeywords: G20، قمة ٣، قمة بغداد، قمة البصرة\nDate: 1900-02-03"
    (project / "seeds/old.txt").write_text(written, encoding="utf-8")
    config = project / "mkdocs.yml"
    chosen = "\nextra:\n  nashir:\n    digits: arabic-indic\n    hijri: true\n"
    config.write_text(config.read_text("utf-8") + chosen, encoding="utf-8")
    return build(config, folder / "site", site_url="https://example.org/")


@pytest.fixture(scope="session")
def many_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hundreds of real seeds where they are at hand, else with generated ones."""
    if shared := os.environ.get("NASHIR_SHARED"):
        real = Path(shared) / "search" / "seeds"
        if real.is_dir():
            return real
    folder = tmp_path_factory.mktemp("many-seeds")
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(_generated_seed(number), encoding="utf-8")
    return folder


_SUBJECTS = "الحكومة|البرلمان|المدينة|الجامعة|المجتمع|القضاء|الصحافة|وزارة الزراعة".split("|")
_VERBS = "تدرس|تناقش|تواجه|تعلن|تؤجّل|تراجع".split("|")
_OBJECTS = "خطةً جديدةً|أزمةَ المياه|قانونَ الموازنة|نتائجَ الانتخابات|إصلاحَ التعليم".split("|")
_PLACES = "في العراق|في القاهرة|في إقليم كردستان|بالرباط|خلال عام 2026|منذ ٣ أشهر".split("|")
_KEYWORDS = "العراق|مصر|المغرب|إقليم كردستان|الأمم المتحدة|الانتخابات|المياه|النازحون".split("|")
_STYLES = "Professional|Journalistic|Professional/Journalistic".split("|")


def _generated_seed(number: int) -> str:
    chance = random.Random(number)

    def clause() -> str:
        return " ".join(chance.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _PLACES))

    def paragraph() -> str:
        return f"{clause()}، و{clause()}. «{clause()}»، بحسب التقرير: {clause()}."

    lines = [f"{clause()} ({number})"]
    lines += [paragraph() for _ in range(chance.randint(1, 4))]
    for _ in range(chance.randint(0, 2)):
        lines += [clause(), *(paragraph() for _ in range(chance.randint(1, 3)))]
    lines.append("Keywords: " + "، ".join(chance.sample(_KEYWORDS, 4)))
    lines.append("Writing Style: " + chance.choice(_STYLES))
    return "\n\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuiltSite, list[HostileArticle]]:
    """A site in which every payload stands in every field, with its articles; built once."""
    project = tmp_path_factory.mktemp("hostile") / "project"
    articles = write_hostile_project(project)
    site = build(project / "mkdocs.yml", project / "site", strict=False, site_url="https://example.org/")
    return site, articles
