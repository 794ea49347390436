"""Work that is shared out among processes."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection, wait

import pytest

from build_hooks import processes
from build_hooks.processes import InCommon, InTwoSteps, Shares, in_shares
from tests.conftest import ROOT

CAN_FORK = processes.can_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be three, whatever the machine has, and let processes be forked, whatever threads other tests left."""
    monkeypatch.setattr(processes, "processors", lambda: 3)
    monkeypatch.setattr(processes, "can_fork", lambda: True)


def test_results_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many items are cut into runs, none is lost, and more than one process works on them."""
    monkeypatch.setattr(processes, "_WORTH_SHARING", 10)
    items = list(range(10))
    results = in_shares(lambda item: (os.getpid(), item * item), items)
    assert [item * item for item in items] == [square for _, square in results]
    assert 3 == len({process for process, _ in results})


def test_few_items_are_done_at_once() -> None:
    """Nor is anything started for none."""
    assert [os.getpid()] * 3 == in_shares(lambda _: os.getpid(), [1, 2, 3])
    assert [] == in_shares(lambda _: os.getpid(), [])


def _listed(items: Iterable[int]) -> list[int]:
    return list(items)


def test_items_in_common_are_taken_once() -> None:
    """However fast each process is, every item is done by exactly one of them."""
    common = InCommon(list(range(1000)))
    shares: list[Iterable[int]] = [common, common, reversed(common)]
    results = Shares(_listed, shares).results()
    assert list(range(1000)) == sorted(item for result in results for item in result)


def test_items_in_common_are_taken_from_both_ends() -> None:
    """From the last one on, too, few at a time and these in order; those that are taken one by one are no others."""
    common = InCommon(list(range(20)), long=2)
    first, last = iter(common), reversed(common)
    assert [0, *range(12, 16)] == [next(first), *(next(last) for _ in range(4))]
    assert [16, 17, 18, 19, *range(4, 12)] == [next(last) for _ in range(12)]
    assert [[1, 2, 3], []] == [[*first], [*last]]
    assert 20 == common.taken()


def test_what_takes_long_is_taken_alone() -> None:
    """Else one process would have it all, while others have nothing left to do."""
    common = InCommon(list(range(20)), long=2)
    one, another = iter(common), iter(common)
    assert [0, 1, 2] == [next(one), next(another), next(one)]
    assert list(range(3, 20)) == sorted([*one, *another])


def test_an_error_is_raised_where_the_results_are_asked_for() -> None:
    """What went wrong in another process goes wrong here."""

    def work(_: int) -> None:
        raise ValueError("no")

    shares = Shares(work, [1, 2])
    with pytest.raises(ValueError, match="no"):
        shares.results()


def test_a_process_that_was_killed_is_no_success() -> None:
    """Nothing is published that was only half made."""
    here = os.getpid()

    def work(_: int) -> None:
        assert here != os.getpid()
        os.kill(os.getpid(), signal.SIGKILL)

    shares = Shares(work, [1])
    with pytest.raises(RuntimeError, match="ended from outside"):
        shares.results()


@pytest.mark.parametrize("weight", [1, processes._WORTH_SHARING])
def test_a_second_step_knows_what_is_told_later(weight: int) -> None:
    """Wherever it is done; more than a pipe holds may be told while the first step is not done yet."""
    told = "x" * 1_000_000
    work: InTwoSteps[str, tuple[int, str]] = InTwoSteps(os.getpid, lambda *both: both, weight)
    with work:
        work.tell(told)
    process, text = work.result()
    assert told == text
    assert (weight == 1) == (process == os.getpid())


def test_a_first_step_that_was_killed_is_no_success() -> None:
    """Nor does it matter that nobody is there any more to be told."""
    work: InTwoSteps[str, str] = InTwoSteps(
        lambda: os.kill(os.getpid(), signal.SIGKILL), lambda _, told: told
    )
    work.is_done(60)
    work.tell("x" * 1_000_000)
    with pytest.raises(RuntimeError, match="ended from outside"):
        work.result()


def test_a_work_that_is_told_nothing_can_be_ended() -> None:
    """Where something else failed, no process waits for ever."""
    work: InTwoSteps[str, int] = InTwoSteps(os.getpid, lambda process, _: process)
    with pytest.raises(ValueError, match="no"), work:
        raise ValueError("no")
    [(process, _)] = work._started
    assert not process.is_alive()


def test_nothing_is_forked_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their locks would stay closed for ever; the work is done here instead."""
    monkeypatch.setattr(processes, "can_fork", CAN_FORK)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not CAN_FORK()
        assert [os.getpid()] * 2 == Shares(lambda _: os.getpid(), [1, 2]).results()
        assert {os.getpid()} == set(in_shares(lambda _: os.getpid(), range(1000)))
    finally:
        stop.set()
        thread.join()


def test_where_threads_are_known_others_are_forked_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """And wait for nothing that a thread holds which was writing at that time."""
    here, never = os.getpid(), threading.Event()

    class Stream(io.StringIO):
        def flush(self) -> None:
            # In a forked process the lock stays as it was.
            if os.getpid() != here:
                never.wait()

    monkeypatch.setattr(processes, "can_fork", CAN_FORK)
    monkeypatch.setattr(processes, "_threads_are_harmless", False)
    monkeypatch.setattr(sys, "stdout", Stream())
    monkeypatch.setattr(sys, "stderr", Stream())
    thread = threading.Thread(target=never.wait)
    thread.start()
    try:
        processes.fork_beside_threads()
        shares = Shares(lambda _: os.getpid(), [1, 2])
        assert here not in shares.results()
    finally:
        never.set()
        thread.join()


def test_what_builds_leave_is_freed_before_it_fills_the_memory() -> None:
    """Rings of objects, which only a search for garbage finds; not each time, as that takes long."""
    # In a process of its own: what is kept is weighed against all that there is, and of tests there is very much.
    code = """
import weakref
from build_hooks.processes import Garbage, nothing_collected

class Ring:
    def __init__(self):
        self.itself = self

def build():
    with nothing_collected():
        kept.append([[] for _ in range(1000)])
        rings = [Ring() for _ in range(100)]
    return weakref.ref(rings[0])

garbage, kept = Garbage(), []
garbage.collect()
first, builds = build(), 1
while first() is not None and builds < 1000:
    garbage.collect()
    build()
    builds += 1
print(builds)
"""
    assert 3 < int(_printed(code)) < 1000


def test_progress_is_told() -> None:
    """How many items are taken can be seen from outside, and whether all processes have ended."""
    common = InCommon(list(range(20)))
    assert (0, 20) == (common.taken(), len(common))
    shares = Shares(list, [common, common])
    while not shares.is_done(1.0):
        pass
    assert 20 == common.taken()
    assert 20 == sum(map(len, shares.results()))


def test_those_that_have_ended_are_not_waited_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait for a process that has ended is over at once: while another is at work, asking again would never rest."""
    end, told = os.pipe()
    waited: list[int] = []

    def noted_wait(connections: set[Connection], seconds: float) -> Sequence[object]:
        waited.append(len(connections))
        return wait(connections, seconds)

    monkeypatch.setattr(processes, "wait", noted_wait)
    shares = Shares(lambda slow: os.read(end, 1) if slow else b"", [False, True])
    assert not shares.is_done(60)
    os.write(told, b".")
    assert shares.is_done(60)
    assert shares.is_done(60)
    assert [2, 1] == waited
    assert [b"", b"."] == shares.results()


def test_what_is_left_to_the_system_is_never_taken_apart() -> None:
    """A process that ends does not free it piece by piece."""
    code = (
        "from build_hooks.processes import leave_to_the_system\n"
        "class Told:\n"
        "    def __del__(self): print('freed')\n"
        "told = Told()\n"
    )

    assert "freed\n" == _printed(code)
    assert "" == _printed(code + "leave_to_the_system(told)\n")


def _printed(code: str) -> str:
    """Return what a process of its own prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
