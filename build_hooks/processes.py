"""Work that is shared out among processes, one for each processor."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, Self, TypeVar, cast

Item = TypeVar("Item")
Share = TypeVar("Share")
Told = TypeVar("Told")
Result = TypeVar("Result")

# Few enough that the processes end together, many enough that taking them costs nothing.
_AT_ONCE = 8
_WORTH_SHARING = 500


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


_threads_are_harmless = False


def can_fork() -> bool:
    """Say whether a forked process can share this one's work.

    Elsewhere than on Linux forking is not safe, nor beside other threads, whose locks a forked process would never
    see opened (https://docs.python.org/3/library/os.html#os.fork), unless they are known.
    """
    return sys.platform == "linux" and (_threads_are_harmless or threading.active_count() == 1)


def fork_beside_threads() -> None:
    """From now on, fork beside other threads, too.

    Only where all that they share with the work are locks of the streams, which a forked process leaves alone, and
    those that Python sees to itself, of imports and of logging: so it is with the threads of a server and of what
    watches files.
    """
    global _threads_are_harmless  # noqa: PLW0603  # as all of a process may fork, or none
    _threads_are_harmless = True


class InCommon(Generic[Item]):
    """Items that several processes go through together: each gets those that no other has taken."""

    def __init__(self, items: Sequence[Item], long: int = 0) -> None:
        """Begin.

        Args:
            items: The items.
            long: How many of the first ones take so long that each is taken by itself.
        """
        self._items = items
        self._long = long
        # Where those begin that are left, and where they end.
        self._left = multiprocessing.get_context("fork" if can_fork() else None).Array("L", [0, len(items)])

    def __iter__(self) -> Iterator[Item]:
        """Yield items from the first one on, in order, as long as some are left."""
        return self._from(self._take_first)

    def __reversed__(self) -> Iterator[Item]:
        """Yield items from the last one on, as long as some are left; those that are taken together stay in order.

        Who begins at this end has to do with other items than who begins at the first one, and asks other things once.
        """
        return self._from(self._take_last)

    def taken(self) -> int:
        """Return how many have been taken so far."""
        first, behind = self._edges()
        return len(self._items) - (behind - first)

    def __len__(self) -> int:
        """Return how many there are in all."""
        return len(self._items)

    def _from(self, take: Callable[[], slice]) -> Iterator[Item]:
        while items := self._items[take()]:
            yield from items

    def _take_first(self) -> slice:
        with self._left.get_lock():
            first, behind = self._edges()
            self._left[0] = taken = min(behind, first + (1 if first < self._long else _AT_ONCE))
            return slice(first, taken)

    def _take_last(self) -> slice:
        with self._left.get_lock():
            first, behind = self._edges()
            self._left[1] = taken = max(first, behind - (1 if behind <= self._long else _AT_ONCE))
            return slice(taken, behind)

    def _edges(self) -> tuple[int, int]:
        return self._left[0], self._left[1]


class Shares(Generic[Result]):
    """Shares of a work, done in processes of their own while this one does something else."""

    def __init__(
        self, work: Callable[[Share], Result], shares: Sequence[Share], weight: int = _WORTH_SHARING
    ) -> None:
        """Begin; where no process can be forked, or it is not worth it, all is done when the results are asked for.

        Args:
            work: What is done with each share; its results have to be picklable, what it knows need not.
            shares: The work, cut up.
            weight: How many articles all of it is worth.
        """
        self.is_postponed = not _is_shared(weight)
        self._postponed: Callable[[], list[Result]] = lambda: [work(share) for share in shares]
        self._started: list[tuple[BaseProcess, Connection]] = (
            [] if self.is_postponed else [_start(work, share) for share in shares]
        )
        self._at_work = {connection for _, connection in self._started}

    def __enter__(self) -> Self:
        """Have the processes ended where what stands under `with` fails."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind:
            self.stop()

    def is_done(self, seconds: float) -> bool:
        """Wait for that long, and say whether every process has ended its share; what is postponed has not begun."""
        # Only for those still at work: one that has ended ends a wait at once, and whoever asks again would never rest.
        if self._at_work:
            self._at_work.difference_update(wait(self._at_work, seconds))
        return not self._at_work

    def results(self) -> list[Result]:
        """Wait for the results, in the order of the shares.

        Raises:
            Exception: What `work` raised.
            RuntimeError: A process was ended from outside, for want of memory for example.
        """
        if self.is_postponed:
            with nothing_collected():
                return self._postponed()
        answers = [_answer(process, connection) for process, connection in self._started]
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
        return cast(list[Result], answers)

    def stop(self) -> None:
        """End the processes, whatever they have done by now; after `results` there is nothing to end."""
        for process, connection in self._started:
            process.kill()
            process.join()
            connection.close()


class InTwoSteps(Shares[Result], Generic[Told, Result]):
    """A work whose second step needs what is known only later, done in a process of its own beside this one.

    One process more would copy the memory that both touch once again, which took longer than the second step.
    """

    def __init__(
        self,
        first: Callable[[], Share],
        second: Callable[[Share, Told], Result],
        weight: int = _WORTH_SHARING,
    ) -> None:
        """Begin with the first step; see `Shares`.

        Args:
            first: The first step.
            second: The second one, of what the first one gives and what is told.
            weight: How many articles all of it is worth.
        """
        theirs, self._ours = multiprocessing.Pipe(duplex=False)
        self._told: list[Told] = []

        def work(told: Connection) -> Result:
            self._ours.close()
            return second(first(), self._told[0] if self._told else told.recv())

        super().__init__(work, [theirs], weight)
        if not self.is_postponed:
            theirs.close()

    def tell(self, told: Told) -> None:
        """Tell what the second step needs; call it once."""
        if self.is_postponed:
            self._told.append(told)
            return
        # Where the process has ended, the result says so.
        with suppress(BrokenPipeError):
            self._ours.send(told)

    def result(self) -> Result:
        """Wait for the result; see `Shares.results`."""
        [result] = self.results()
        return result


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep Python from looking for what nobody needs: nearly all that a build makes it does need, or goes by itself.

    Looking takes a tenth of the time of a build. Nor is what was made looked over later: that would take a second at
    once, and again when the process ends.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def leave_to_the_system(what: object) -> None:
    """Keep something in memory until the process has ended, which frees all at once.

    To take apart what a build of 10,000 articles has made takes a twentieth of one in which little has changed.
    """
    # A ring, which only looking for garbage would find, and that is not done to what is frozen.
    ring = [what]
    ring.append(ring)
    gc.freeze()


class Garbage:
    """What builds leave in a process that builds again and again: a twentieth of what one needs, in rings."""

    def __init__(self) -> None:
        self._kept = 0

    def collect(self) -> None:
        """Free it where there may be much of it; call this before each build but the first.

        To look through all that a site of 10,000 articles keeps in memory takes 0.3 s, so that is done once there is
        half as much again as after the first build, or after the first one behind the last look.
        """
        count = gc.get_freeze_count()
        if not self._kept:
            self._kept = count
        elif count > self._kept * 1.5:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._kept = 0


def in_shares(work: Callable[[Item], Result], items: Sequence[Item], weight: int = 1) -> list[Result]:
    """Return what `work` gives of each item, in order; see `in_runs`."""

    def of_all(run: Sequence[Item]) -> list[Result]:
        return [work(item) for item in run]

    return list(chain.from_iterable(in_runs(of_all, items, weight)))


def in_runs(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], weight: int = 1) -> list[Result]:
    """Return what `work` gives of runs of items, in order, each processor doing one run.

    Few items are one run, done in this process, as others would take longer to start than they save.

    Args:
        work: What is done with each run; its results have to be picklable.
        items: The work.
        weight: How many articles an item is worth.
    """
    count = processors() if _is_shared(len(items) * weight) else 1
    runs = [items[len(items) * part // count : len(items) * (part + 1) // count] for part in range(count)]
    others = Shares(work, runs[1:])
    # This process does not only wait.
    return [work(runs[0]), *others.results()]


def _is_shared(weight: int) -> bool:
    """Say whether work that is worth this many articles is done in processes of its own."""
    return weight >= _WORTH_SHARING and can_fork()


def _start(work: Callable[[Share], Result], share: Share) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    connection, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, share, theirs), daemon=True)
    with warnings.catch_warnings():
        # From Python 3.12 on it warns of every thread of the process, those too that NumPy keeps ready and that only
        # NumPy wakes; of Python's own `can_fork` has judged.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    theirs.close()
    return process, connection


def _work(work: Callable[[Share], Result], share: Share, answer: Connection) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that began ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Another thread may have been writing, and its lock is never opened here; `multiprocessing` flushes what there is.
    sys.stdout = sys.stderr = None
    try:
        with nothing_collected():
            result: Result | Exception = work(share)
    except Exception as error:
        result = error
    answer.send(result)


def _answer(process: BaseProcess, connection: Connection) -> object:
    try:
        return connection.recv()
    except EOFError:
        return RuntimeError("A process of the build was ended from outside; is there enough memory?")
    finally:
        connection.close()
        process.join()
