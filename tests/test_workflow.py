"""The workflow that publishes the site asks for no more than it needs, and runs what there is."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
import yaml

from build_hooks.publishing.release import build_day
from tests.conftest import ROOT

WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
# YAML 1.1 reads the key `on` as true.
EVENTS: dict[str, Any] = WORKFLOW[True]
JOBS: dict[str, Any] = WORKFLOW["jobs"]
STEPS: list[dict[str, Any]] = [step for job in JOBS.values() for step in job["steps"]]


def steps_using(action: str, steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps that use `action`, in whichever version."""
    return [step for step in steps if step.get("uses", "").startswith(f"{action}@")]


def test_events() -> None:
    """A push publishes from main only, a day what is due then; a pull request is never published."""
    assert EVENTS["push"] == {"branches": ["main"]}
    assert set(EVENTS) == {"push", "pull_request", "workflow_dispatch", "schedule"}
    assert JOBS["build"]["if"] == "github.event_name != 'pull_request'"
    assert JOBS["deploy"]["needs"] == "build"


def test_the_day_is_that_of_the_run() -> None:
    """Not that of the last commit: an article may be due today that was committed yesterday."""
    [schedule] = EVENTS["schedule"]
    minute, hour, *every_day = schedule["cron"].split()
    begins = datetime.datetime(2026, 1, 1, int(hour), int(minute), tzinfo=datetime.UTC)
    yesterday = {
        "SOURCE_DATE_EPOCH": str(int((begins - datetime.timedelta(minutes=int(minute) + 1)).timestamp()))
    }
    today = {"SOURCE_DATE_EPOCH": str(int(begins.timestamp()))}
    assert build_day(yesterday) < build_day(today)
    assert every_day == ["*", "*", "*"]
    assert "SOURCE_DATE_EPOCH" not in str(JOBS["build"])


def test_permissions() -> None:
    """Each job may do what it has to and nothing else."""
    assert WORKFLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "test": {"contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_full_history() -> None:
    """Every checkout brings all commits, from which undated seeds take their dates, and leaves no token behind."""
    checkouts = steps_using("actions/checkout", STEPS)
    assert len(checkouts) == 2
    assert all(step["with"] == {"fetch-depth": 0, "persist-credentials": False} for step in checkouts)


def test_commands() -> None:
    """Every command is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = [step["run"].strip() for step in STEPS if "run" in step]
    assert commands
    for command in commands:
        call = re.fullmatch(r"(?:[A-Z_]+=\S+(?: [^()]*\))? )*make ([a-z]+)", command)
        assert call, command
        assert call[1] in targets


def test_address() -> None:
    """The site is built for the address that Pages gives it, with the slash that Pages leaves out."""
    [build] = [step for step in JOBS["build"]["steps"] if "run" in step]
    [pages] = steps_using("actions/configure-pages", JOBS["build"]["steps"])
    assert build["env"] == {"SITE_URL": f"${{{{ steps.{pages['id']}.outputs.base_url }}}}/"}


def test_warm_builds() -> None:
    """What publishes finds what the build before kept, and its site, once; what tests builds anew."""
    [cache] = steps_using("actions/cache", STEPS)
    steps = JOBS["build"]["steps"]
    [build] = [step for step in steps if "run" in step]
    assert steps.index(cache) < steps.index(build)
    assert cache["with"]["path"].split() == [".cache/*", "!.cache/spare", "site"]
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])
    assert "run_id" in cache["with"]["key"]


@pytest.mark.parametrize("step", [step for step in STEPS if "uses" in step], ids=lambda step: step["uses"])
def test_actions(step: dict[str, Any]) -> None:
    """Only GitHub's own actions are used, each by its major version."""
    assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
