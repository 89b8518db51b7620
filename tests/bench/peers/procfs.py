# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the system tells of a process that goes on."""

import os
import time
from pathlib import Path

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
QUIET_SECONDS = 0.5
POLL_SECONDS = 0.02
NOTHING_SECONDS = 0.001  # what timers take of the processor meanwhile
REST_SHARE = 0.1
MOST_SECONDS = 20.0


def resident_bytes(process: int) -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_BYTES


def open_files(process: int) -> int:
    return len(os.listdir(f"/proc/{process}/fd"))


def thread_count(process: int) -> int:
    return len(os.listdir(f"/proc/{process}/task"))


def only_child(process: int) -> int:
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def cpu_seconds(process: int) -> float:
    """Of all its threads, by the clock that clock_getcpuclockid() gives: /proc tells it in hundredths alone."""
    return time.clock_gettime((~process << 3) | 2)


def await_quiet(process: int) -> tuple[float, float]:
    """When it did something last, and how much of the processor it had until then."""
    last, used = time.monotonic(), cpu_seconds(process)
    while time.monotonic() - last < QUIET_SECONDS:
        time.sleep(POLL_SECONDS)
        now = cpu_seconds(process)
        if now - used > NOTHING_SECONDS:
            last, used = time.monotonic(), now
    return last, used


def await_rest(process: int) -> None:
    """Until it does next to nothing: the probe of --report-stalls never lets it be quiet."""
    end = time.monotonic() + MOST_SECONDS
    used = -MOST_SECONDS
    while (now := cpu_seconds(process)) - used > REST_SHARE * QUIET_SECONDS and time.monotonic() < end:
        used = now
        time.sleep(QUIET_SECONDS)
