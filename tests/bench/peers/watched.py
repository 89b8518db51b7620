# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of Inflight that are watched while they go on, since a window does not end by itself."""

import contextlib
import os
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass

from .bench import Bench
from .inflight import NO_SESSION, limits, read_stalls
from .processes import MOST_SECONDS, measured, measuring
from .procfs import await_rest, only_child, resident_bytes
from .work import Run, Work


@dataclass(frozen=True)
class Watched:
    run: Run  # from the first record to the last
    start_up: float  # seconds to the first record
    resident: int  # bytes, once all records were there and the window was at rest


class RecordStream:
    """Records that come through a pipe as jobs end: only their number matters."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.count = 0
        self.first = 0.0
        self.last = 0.0
        self.succeeded = 0
        self._rest = b""

    def read_until(self, count: int) -> None:
        while self.count < count:
            data = os.read(self._descriptor, 1 << 18)
            now = time.monotonic()
            if not data:
                return
            *lines, self._rest = (self._rest + data).split(b"\n")
            if lines and not self.count:
                self.first = now
            if lines:
                self.last = now
            self.count += len(lines)
            self.succeeded += sum(b'"state":"succeeded"' in line[:2000] for line in lines)


def watch(bench: Bench, work: Work, face: list[str], environment: Mapping[str, str]) -> Watched:
    """Records go to stdout, where both faces write them as soon as they are there; then the program is ended."""
    with bench.scratch() as folder, contextlib.ExitStack() as stack:
        urls = work.write_list(folder)
        command = [str(bench.program), *face, "--report-stalls", NO_SESSION, "-i", str(urls), "-o", "-", *limits(work)]
        read_end, write_end = os.pipe()
        stack.callback(os.close, read_end)
        process = stack.enter_context(measuring(command, folder, bench.environment | environment, write_end))
        os.close(write_end)
        stream = RecordStream(read_end)
        stream.read_until(len(work.urls))
        resident = 0
        if "--headless" not in face:
            program = only_child(process.pid)
            await_rest(program)
            resident = resident_bytes(program)
            process.send_signal(signal.SIGTERM)
        process.wait(MOST_SECONDS)
        cost = measured(folder)
        stalls = read_stalls((folder / "stderr").read_text())
        run = Run(stream.last - stream.first, cost.cpu, cost.peak_kib / 1024, len(work.urls) - stream.succeeded, stalls)
        return Watched(run, stream.first - cost.begun, resident)
