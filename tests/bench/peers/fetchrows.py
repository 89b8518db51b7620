# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows about many small answers: how fast they come when the server is slow, and when it is not."""

import contextlib
from collections.abc import Iterator

from . import aiohttppeer, curl, inflight
from .bench import Bench
from .comparison import INFLIGHT, Goal, Peer, Plan, Row, at_most_times_ideal, times_as_fast_as, times_the_time_of
from .nginx import LATE_SECONDS, Nginx
from .work import Work

CURL = "curl -Z"
AIOHTTP = "aiohttp"
WITH_SESSION = "Inflight with its session"


def _peers(bench: Bench, work: Work, *names: str) -> list[Peer]:
    known = {
        INFLIGHT: lambda _: inflight.fetch(bench, work, inflight.NO_SESSION),
        WITH_SESSION: lambda _: inflight.fetch(bench, work),
        AIOHTTP: lambda _: aiohttppeer.fetch(bench, work),
        CURL: lambda _: curl.fetch(bench, work),
    }
    return [Peer(name, known[name]) for name in names]


def _latency(at_once: int) -> Row:
    @contextlib.contextmanager
    def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
        count = bench.count(2000, at_once)
        work = Work(server.late_urls(count), at_once, sha256=frozenset({server.small_sha256}))
        ideal = count / at_once * LATE_SECONDS
        waves = -(-count // at_once) * LATE_SECONDS
        yield Plan(f"{count:,} URLs of one origin that answers after 100 ms, {at_once} at a time",
                   _peers(bench, work, INFLIGHT, AIOHTTP, CURL),
                   [at_most_times_ideal(ideal, 1.05), times_as_fast_as(AIOHTTP, 1), times_as_fast_as(CURL, 1)],
                   (f"{-(-count // at_once)} whole waves of {at_once} take {waves:.3f} s: without any start-up "
                    f"that is {waves / ideal:.3f} × the ideal.",))

    return Row(f"latency{at_once}", f"latency-bound, {at_once} at a time", prepare)


def _small(name: str, title: str, at_once: int, goals: list[Goal], *peers: str) -> Row:
    @contextlib.contextmanager
    def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
        urls = server.small_urls(bench.count(20_000, at_once))
        work = Work(urls, at_once, sha256=frozenset({server.small_sha256}))
        notes = (f"curl's most is {curl.MOST_AT_ONCE} at a time.",) if at_once > curl.MOST_AT_ONCE else ()
        yield Plan(f"{len(urls):,} × 300 B of JSON over keep-alive, {at_once} at a time",
                   _peers(bench, work, *peers), goals, notes)

    return Row(name, title, prepare)


def _tls(name: str, http2: bool, goals: list[Goal], *peers: str) -> Row:
    version = "HTTP/2" if http2 else "HTTP/1.1"

    @contextlib.contextmanager
    def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
        urls = server.small_urls(bench.count(20_000, 64), server.tls2 if http2 else server.tls1)
        work = Work(urls, 64, sha256=frozenset({server.small_sha256}),
                    authority=server.certificates.authority, http2=http2)
        yield Plan(f"{len(urls):,} × 300 B of JSON over TLS with {version}, 64 at a time",
                   _peers(bench, work, *peers), goals)

    return Row(name, f"small answers over TLS, {version}", prepare)


ROWS = [
    _latency(64),
    _latency(256),
    _small("small", "small answers", 64, [times_as_fast_as(AIOHTTP, 3), times_as_fast_as(CURL, 1)],
           INFLIGHT, AIOHTTP, CURL),
    _small("small-session", "small answers, with a session and without", 64,
           [times_the_time_of(INFLIGHT, WITH_SESSION)], INFLIGHT, WITH_SESSION),
    _tls("tls1", False, [times_as_fast_as(CURL, 1)], INFLIGHT, AIOHTTP, CURL),
    _tls("tls2", True, [times_as_fast_as(CURL, 1)], INFLIGHT, CURL),
    _small("at512", "small answers, 512 at a time", 512, [times_as_fast_as(AIOHTTP, 3), times_as_fast_as(CURL, 0.9)],
           INFLIGHT, AIOHTTP, CURL),
]
