# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row about what stays when all is done: one process that gets its work in three parts, with a rest after each.

Idle connections are kept for a minute, idle threads of a pool for half of one: what is there then has come to stay.
"""

import contextlib
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO

from .bench import Bench
from .comparison import INFLIGHT, Goal, Peer, Plan, Results, Row
from .inflight import NO_SESSION, limits
from .nginx import Nginx
from .processes import running
from .procfs import await_quiet, open_files, resident_bytes, thread_count
from .work import Rest, Run, Work

PARTS = 3
PART_URLS = 20_000
AT_ONCE = 64
MOST_REST_SECONDS = 90.0
POLL_SECONDS = 0.5


class RecordCount:
    """Counts the records that come from a pipe, so that it never fills."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self.good = 0
        self._lines = 0
        self._grown = threading.Condition()
        threading.Thread(target=self._count, args=(pipe,), daemon=True).start()

    def _count(self, pipe: IO[bytes]) -> None:
        for line in pipe:
            with self._grown:
                self._lines += 1
                self.good += b'"state":"succeeded"' in line[:2000]
                self._grown.notify_all()

    def await_lines(self, count: int, seconds: float) -> None:
        with self._grown:
            self._grown.wait_for(lambda: self._lines >= count, seconds)


def _await_return(count: Callable[[], int], start: int) -> int:
    """What there is beyond the start once it is back there, or when it had its time."""
    end = time.monotonic() + MOST_REST_SECONDS
    while (beyond := count() - start) > 0 and time.monotonic() < end:
        time.sleep(POLL_SECONDS)
    return beyond


def rest(bench: Bench, server: Nginx, part: int) -> Run:
    work = Work(server.small_urls(PARTS * part), AT_ONCE)
    command = [str(bench.program), "--headless", "-n", "-q", NO_SESSION, "-i", "-", "-o", "-", *limits(work)]
    with bench.scratch() as folder, \
            running(command, cwd=folder, env=bench.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL) as process:
        records = RecordCount(process.stdout)
        await_quiet(process.pid)
        files, threads = open_files(process.pid), thread_count(process.pid)
        resident = []
        begun = time.monotonic()
        for begin in range(0, PARTS * part, part):
            process.stdin.write("".join(f"{url}\n" for url in work.urls[begin:begin + part]).encode())
            process.stdin.flush()
            records.await_lines(begin + part, MOST_REST_SECONDS)
            await_quiet(process.pid)
            resident.append(resident_bytes(process.pid))
        seconds = time.monotonic() - begun
        left = Rest(_await_return(lambda: open_files(process.pid), files),
                    _await_return(lambda: thread_count(process.pid), threads), resident[-1] / resident[0])
        return Run(seconds, lost=PARTS * part - records.good, rest=left)


def _worst(of: str) -> Callable[[Results], float]:
    return lambda results: max(getattr(run.rest, of) for run in results[INFLIGHT].all)


def _growth(results: Results) -> float:
    return statistics.median(run.rest.growth for run in results[INFLIGHT].all)


@contextlib.contextmanager
def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
    part = bench.count(PART_URLS, AT_ONCE)
    yield Plan(
        f"{PARTS} × {part:,} × 300 B of JSON by one process, which gets them from a pipe and rests after each",
        [Peer(INFLIGHT, lambda _: rest(bench, server, part))],
        [Goal("descriptors beyond those before the first part", _worst("descriptors"), 0, unit=""),
         Goal("threads beyond those before the first part", _worst("threads"), 0, unit=""),
         Goal("memory after the last part at most 1.10 × that after the first", _growth, 1.10)],
        ("Each job's state and its URL's place in the list stay, some hundred bytes a job. Time is with the rests.",))


ROWS = [Row("rest", "what stays when all is done", prepare)]
