# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be fetched, and what one program's fetching of it was measured to cost."""

from dataclasses import dataclass, field
from pathlib import Path

from .processes import Measured


@dataclass(frozen=True)
class Work:
    urls: list[str]
    at_once: int
    per_host: int | None = None  # as many as at once, unless given
    sha256: frozenset[str] = frozenset()  # what a body may have; anything when empty
    authority: Path | None = None  # of the servers' certificates
    http2: bool = False

    @property
    def most_per_host(self) -> int:
        return self.per_host or self.at_once

    def write_list(self, folder: Path) -> Path:
        path = folder / "urls.txt"
        path.write_text("".join(url + "\n" for url in self.urls))
        return path


@dataclass(frozen=True)
class Run:
    """`seconds` is what the row compares; where that is not the whole time of the process, the row says so."""

    seconds: float
    cpu: float | None = None
    peak_mib: float | None = None
    lost: int = 0
    stalls: dict[str, "Stalls"] = field(default_factory=dict)
    rest: "Rest | None" = None

    @staticmethod
    def of(measured: Measured, lost: int, stalls: "dict[str, Stalls] | None" = None) -> "Run":
        return Run(measured.seconds, measured.cpu, measured.peak_kib / 1024, lost, stalls or {})


@dataclass(frozen=True)
class Stalls:
    """Latency of one event loop, in milliseconds."""

    p999: float
    longest: float
    at_work: float  # of the longest, how long the thread had a processor


@dataclass(frozen=True)
class Rest:
    """What a process had when it had done everything, beside what it had before."""

    descriptors: int
    threads: int
    growth: float  # of memory, from the rest after the first part to that after the last
