# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row that is as the net is: many origins, some answers late, some that fail at first."""

import contextlib
from collections.abc import Iterator

from . import aiohttppeer, inflight
from .bench import Bench
from .comparison import INFLIGHT, Peer, Plan, Row, times_as_fast_as
from .nginx import Nginx
from .scripted import BODY_SHA256, scripted
from .work import Work

ORIGINS = 40
AT_ONCE = 64
PER_HOST = 8


@contextlib.contextmanager
def prepare(bench: Bench, _server: Nginx) -> Iterator[Plan]:
    count = bench.count(2000, ORIGINS)
    with scripted("mixed", ORIGINS) as ports:
        def work(run: str) -> Work:
            """The same for every run, but for a name by which the server knows that failures are due again."""
            urls = [f"http://127.0.0.1:{ports[number % ORIGINS]}/{run}/{number}" for number in range(count)]
            return Work(urls, AT_ONCE, PER_HOST, frozenset({BODY_SHA256}))

        yield Plan(
            f"{count:,} URLs over {ORIGINS} origins, log-normal latencies, 2 % slow (2 s), 2 % failing once or twice, "
            f"then succeeding; {AT_ONCE} at a time, {PER_HOST} an origin, 2 retries",
            [Peer(INFLIGHT, lambda round_: inflight.fetch(bench, work(f"i{round_}"), inflight.NO_SESSION)),
             Peer("aiohttp", lambda round_: aiohttppeer.fetch(bench, work(f"a{round_}")))],
            [times_as_fast_as("aiohttp", 1)],
            ("The back-off of both is random (full jitter), and with it the end of the last jobs.",))


ROWS = [Row("mixed", "many origins, slow and failing answers", prepare)]
