# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows about the window: what it costs beside the terminal, and what a finished job takes in it."""

import contextlib
from collections.abc import Iterator

from .bench import Bench
from .comparison import INFLIGHT, Goal, Peer, Plan, Results, Row, at_most_times
from .display import Display, display
from .nginx import Nginx
from .watched import watch
from .work import Run, Work

HEADLESS = ["--headless", "-n"]
WINDOW = ["--start"]
AT_ONCE = 64


def _small_work(server: Nginx, count: int) -> Work:
    return Work(server.small_urls(count), AT_ONCE)


@contextlib.contextmanager
def prepare_window(bench: Bench, server: Nginx) -> Iterator[Plan]:
    work = _small_work(server, bench.count(20_000, AT_ONCE))
    with display(bench.folder / "display") as screen:
        yield Plan(
            f"{len(work.urls):,} × 300 B of JSON, {AT_ONCE} at a time, records to stdout",
            [Peer("headless", lambda _: watch(bench, work, HEADLESS, {}).run),
             Peer(INFLIGHT, lambda _: watch(bench, work, WINDOW, screen.environment()).run)],
            [at_most_times("headless", 1.10)],
            ("Time from the first record to the last: what comes before is in the rows about start-up. "
             "Inflight is here the window.",))


@contextlib.contextmanager
def prepare_table(bench: Bench, server: Nginx) -> Iterator[Plan]:
    few, many = bench.count(10_000, AT_ONCE), bench.count(100_000, 10 * AT_ONCE)

    def resident(screen: Display, count: int) -> Run:
        """Its memory at the end stands in for its peak."""
        watched = watch(bench, _small_work(server, count), WINDOW, screen.environment())
        return Run(watched.run.seconds, watched.run.cpu, watched.resident / 2**20, watched.run.lost, watched.run.stalls)

    def per_job(results: Results) -> float:
        grown = (results[f"{many:,} jobs"].peak_mib or 0) - (results[f"{few:,} jobs"].peak_mib or 0)
        return grown * 2**20 / (many - few)

    with display(bench.folder / "display") as screen:
        yield Plan(
            f"the window with {few:,} and with {many:,} finished jobs of 300 B each",
            [Peer(f"{count:,} jobs", lambda _, count=count: resident(screen, count)) for count in (few, many)],
            [Goal("under 2,000 B a finished job", per_job, 2000, unit="B")],
            ("Memory is what is resident once all is done and the window at rest, with the bodies that it keeps; "
             "a job's is the difference of the two. Time is from the first record to the last.",))


ROWS = [Row("window", "window open against headless", prepare_window),
        Row("table", "memory of a finished job in the table", prepare_table)]
