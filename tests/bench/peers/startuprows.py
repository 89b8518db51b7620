# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows about starting: until the first request is at the server, and until the window is painted.

The program's files are in the page cache after the first round, as they are for a person who uses it.
"""

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator

from .aiohttppeer import SCRIPT
from .bench import Bench
from .comparison import INFLIGHT, Peer, Plan, Row, at_most_seconds
from .display import Display, display
from .inflight import NO_SESSION
from .nginx import Nginx
from .processes import running
from .work import Run

REPEATED = 5  # runs of which a round takes the median
MOST_SECONDS = 20
POLL_SECONDS = 0.0005
ANSWER = (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
          b"Connection: close\r\n\r\n{}")


def _median(runs: list[float]) -> float:
    return sorted(runs)[len(runs) // 2]


def first_request(bench: Bench, command: list[str]) -> float:
    """Seconds from the start of the command to the first byte of its request; {url} is where it is to go."""
    with bench.scratch() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(MOST_SECONDS)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        asked = [part.format(url=url, folder=folder) for part in command]
        (folder / "urls.txt").write_text(url + "\n")
        begun = time.monotonic()
        with running(asked, cwd=folder, env=bench.environment, stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL) as process:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(MOST_SECONDS)
                connection.recv(1)
                seconds = time.monotonic() - begun
                connection.sendall(ANSWER)
            process.wait(MOST_SECONDS)
        return seconds


def first_paint(bench: Bench, screen: Display) -> float:
    environment = bench.environment | screen.environment()
    screen.remember_blank()
    begun = time.monotonic()
    with running([str(bench.program), NO_SESSION], env=environment, stdout=subprocess.DEVNULL,
                 stderr=subprocess.DEVNULL) as process:
        while not screen.is_painted():
            if time.monotonic() - begun > MOST_SECONDS or process.poll() is not None:
                raise RuntimeError("the window was not painted")
            time.sleep(POLL_SECONDS)
        seconds = time.monotonic() - begun
    while screen.is_painted() and time.monotonic() - begun < MOST_SECONDS:
        time.sleep(POLL_SECONDS)
    return seconds


@contextlib.contextmanager
def prepare_start(bench: Bench, _server: Nginx) -> Iterator[Plan]:
    commands = {
        INFLIGHT: [str(bench.program), "--headless", "-q", NO_SESSION, "-i", "{folder}/urls.txt"],
        "curl": ["curl", "-q", "-s", "{url}"],
        "aiohttp": [bench.python, "-I", str(SCRIPT), "{folder}/urls.txt", "{folder}/results.jsonl"],
    }

    def peer(name: str) -> Peer:
        return Peer(name, lambda _: Run(_median([first_request(bench, commands[name]) for _ in range(REPEATED)])))

    yield Plan("from the start of the process to the first byte of its request at the server",
               [peer(name) for name in commands], [at_most_seconds(0.150)])


@contextlib.contextmanager
def prepare_paint(bench: Bench, _server: Nginx) -> Iterator[Plan]:
    with display(bench.folder / "display") as screen:
        yield Plan("from the start of the process until the window is painted, on Xvfb",
                   [Peer(INFLIGHT, lambda _: Run(_median([first_paint(bench, screen) for _ in range(REPEATED)])))],
                   [at_most_seconds(0.300)],
                   ("Painted: a tenth of the screen's pixels have changed, read from its frame buffer.",))


ROWS = [Row("startup", "start to first request", prepare_start), Row("paint", "start to first paint", prepare_paint)]
