# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that end with the driver, whatever happens to it."""

import contextlib
import ctypes
import json
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEASURE = Path(__file__).with_name("measure.py")
MOST_SECONDS = 900
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Measured:
    """One run of a program, from its start to its end."""

    begun: float  # of time.monotonic()
    seconds: float
    cpu: float  # seconds, user and system
    peak_kib: int
    status: int


def allow_many_open_files() -> None:
    """For all that is started from here: servers and programs have hundreds of connections."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if most == resource.RLIM_INFINITY else min(8192, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def end_with_parent() -> None:
    """Called in the child: the driver may be killed in a way that leaves it no time to clean up."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@contextlib.contextmanager
def running(command: Sequence[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is there while the block runs."""
    process = subprocess.Popen(command, preexec_fn=end_with_parent, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                pipe.close()


@contextlib.contextmanager
def measuring(command: Sequence[str], folder: Path, environment: Mapping[str, str],
              stdout: int | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A command whose cost measured() tells once it has ended. Its stdout and stderr are files in `folder`."""
    helper = [sys.executable, "-I", "-S", str(MEASURE), str(folder / "measured.json"), str(MOST_SECONDS), *command]
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        with running(helper, cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL,
                     stdout=out if stdout is None else stdout, stderr=err) as process:
            yield process


def measured(folder: Path) -> Measured:
    return Measured(**json.loads((folder / "measured.json").read_text()))


def run_measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    with measuring(command, folder, environment) as process:
        process.wait()
    return measured(folder)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def await_port(port: int, process: subprocess.Popen[bytes], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError(f"nothing listens on port {port}")
