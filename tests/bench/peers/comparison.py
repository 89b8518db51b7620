# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows, and how they are measured: in rounds that take every peer in turn, so that whatever else the machine does
falls on all of them."""

import statistics
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from .bench import Bench
from .nginx import Nginx
from .work import Run

INFLIGHT = "Inflight"


@dataclass(frozen=True)
class Peer:
    name: str
    run: Callable[[int], Run]  # of a round


@dataclass(frozen=True)
class Runs:
    """Of one peer."""

    name: str
    all: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.all)

    @property
    def spread(self) -> tuple[float, float]:
        times = [run.seconds for run in self.all]
        return min(times), max(times)

    @property
    def cpu(self) -> float | None:
        return _median([run.cpu for run in self.all if run.cpu is not None])

    @property
    def peak_mib(self) -> float | None:
        return _median([run.peak_mib for run in self.all if run.peak_mib is not None])

    @property
    def lost(self) -> int:
        return sum(run.lost for run in self.all)


def _median(values: list[float]) -> float | None:
    return statistics.median(values) if values else None


Results = dict[str, Runs]


@dataclass(frozen=True)
class Goal:
    text: str
    value: Callable[[Results], float]
    bound: float | None  # none where it is only told
    at_least: bool = False  # else at most
    unit: str = "×"
    peers: tuple[str, ...] = ()  # whose losses void it, besides Inflight's own

    def is_met(self, value: float) -> bool:
        if self.bound is None:
            return True
        return value >= self.bound if self.at_least else value <= self.bound


def times_as_fast_as(peer: str, factor: float) -> Goal:
    return Goal(f"at least {factor:g} × {peer}",
                lambda results: results[peer].seconds / results[INFLIGHT].seconds, factor, True, peers=(peer,))


def at_most_times(peer: str, factor: float, of: str = INFLIGHT) -> Goal:
    return Goal(f"at most {factor:.2f} × {peer}",
                lambda results: results[of].seconds / results[peer].seconds, factor, peers=(peer, of))


def times_the_time_of(peer: str, of: str) -> Goal:
    return Goal(f"told only: {of} ÷ {peer}", lambda results: results[of].seconds / results[peer].seconds, None,
                peers=(peer, of))


def at_most_times_ideal(seconds: float, factor: float) -> Goal:
    return Goal(f"at most {factor:g} × the ideal of {seconds:.3f} s",
                lambda results: results[INFLIGHT].seconds / seconds, factor)


def at_most_seconds(seconds: float, of: str = INFLIGHT) -> Goal:
    return Goal(f"under {seconds * 1000:.0f} ms", lambda results: results[of].seconds * 1000, seconds * 1000, unit="ms")


def at_most_memory(mib: float) -> Goal:
    return Goal(f"memory under {mib:g} MiB", lambda results: results[INFLIGHT].peak_mib or 0, mib, unit="MiB")


@dataclass(frozen=True)
class Plan:
    """A row that is ready to be measured."""

    work: str  # what is done, with its numbers
    peers: list[Peer]
    goals: list[Goal]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    name: str
    title: str
    prepare: Callable[[Bench, Nginx], AbstractContextManager[Plan]]


@dataclass(frozen=True)
class Measurement:
    row: Row
    plan: Plan
    results: Results


def measure(row: Row, bench: Bench, server: Nginx, rounds: int, say: Callable[[str], None]) -> Measurement:
    with row.prepare(bench, server) as plan:
        results = {peer.name: Runs(peer.name) for peer in plan.peers}
        for number in range(rounds):
            for peer in plan.peers:
                run = peer.run(number)
                results[peer.name].all.append(run)
                lost = f", {run.lost} lost" if run.lost else ""
                say(f"{row.name}: round {number + 1}/{rounds}, {peer.name}: {run.seconds:.3f} s{lost}")
        return Measurement(row, plan, results)
