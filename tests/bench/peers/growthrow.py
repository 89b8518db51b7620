# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row about long lists: what a job takes, in time and memory, while it waits.

The server takes requests and never answers, one job at a time is in flight, and the program is left alone until it
has nothing more to do: then every job is queued, and what it took is what they took.
"""

import contextlib
import math
import time
from collections.abc import Iterator

from .bench import Bench
from .comparison import Goal, Peer, Plan, Results, Row
from .inflight import NO_SESSION
from .nginx import Nginx
from .processes import running
from .procfs import await_quiet, resident_bytes
from .scripted import scripted
from .work import Run, Work

SIZES = (1_000, 10_000, 100_000, 1_000_000)


def queue(bench: Bench, work: Work) -> Run:
    with bench.scratch() as folder:
        command = [str(bench.program), "--headless", "-q", NO_SESSION, "--first-byte-timeout", "0", "-j", "1",
                   "-i", str(work.write_list(folder))]
        begun = time.monotonic()
        with running(command, cwd=folder, env=bench.environment) as process:
            last, used = await_quiet(process.pid)
            resident = resident_bytes(process.pid)
            lost = len(work.urls) if process.poll() is not None else 0
            process.kill()
        return Run(last - begun, used, resident / 2**20, lost)


def name(size: int) -> str:
    return f"{size:,} jobs"


def each(results: Results, few: int, many: int, of: str) -> float:
    """What each of those jobs costs that `many` has more than `few`: what every run costs drops out."""
    most, least = (getattr(results[name(size)], of) or 0.0 for size in (many, few))
    return float(most - least) / (many - few)


@contextlib.contextmanager
def prepare(bench: Bench, _server: Nginx) -> Iterator[Plan]:
    sizes = [bench.count(size, 10) for size in SIZES]
    steps = list(zip(sizes, sizes[1:]))

    def memory_each(results: Results) -> float:
        return each(results, sizes[0], sizes[-1], "peak_mib") * 2**20

    def growth(of: str) -> Goal:
        """The last step against the one before: the first is lost in the noise of what every run costs."""
        def ratio(results: Results) -> float:
            before = each(results, *steps[-2], of)
            return each(results, *steps[-1], of) / before if before > 0 else math.nan

        said = "time" if of == "cpu" else "memory"
        return Goal(f"{said} a job with {sizes[-1]:,} at most 1.20 × that with {sizes[-2]:,}", ratio, 1.20)

    with scripted("hold") as (port,):
        def run(size: int) -> Run:
            work = Work([f"http://127.0.0.1:{port}/items/{number:07}" for number in range(size)], 1)
            return queue(bench, work)

        yield Plan(
            "jobs queued from a list, for a server that never answers",
            [Peer(name(size), lambda _, size=size: run(size)) for size in sizes],
            [growth("cpu"), growth("peak_mib"), Goal("under 600 B a queued job", memory_each, 600, unit="B")],
            ("Time is from the start until the program did nothing for half a second; memory is what was resident "
             "then. A job's is that of those which a run has more than the next smaller one; its time is the "
             "processor's.",))


ROWS = [Row("growth", "jobs that wait", prepare)]
