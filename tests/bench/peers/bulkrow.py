# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row about large files."""

import contextlib
import hashlib
import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from . import aria2, curl, inflight
from .bench import Bench
from .comparison import INFLIGHT, Goal, Peer, Plan, Row, at_most_memory
from .nginx import Nginx
from .work import Run, Work

FILES = 10
FILE_BYTES = 200 * 1000 * 1000
BLOCK = 1 << 20


def _make_file(path: Path, size: int, seed: int) -> str:
    """Its SHA-256. A block that no compression finds, again and again: what is sent is not looked at."""
    block = random.Random(seed).randbytes(BLOCK)
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for begin in range(0, size, BLOCK):
            part = block[:min(BLOCK, size - begin)]
            file.write(part)
            digest.update(part)
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _downloading(bench: Bench, expected: frozenset[str], fetch: Callable[[Path], Run]) -> Run:
    """Into a folder of its own, of which every file is looked at."""
    downloads = bench.folder / "downloads"
    downloads.mkdir()
    os.sync()  # what the run before this one wrote is not written at this one's cost
    try:
        run = fetch(downloads)
        found = {_sha256(path) for path in downloads.rglob("*") if path.is_file()}
        return replace(run, lost=max(run.lost, len(expected - found)))
    finally:
        shutil.rmtree(downloads)


@contextlib.contextmanager
def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
    folder = server.www / "bulk"
    size = bench.count(FILE_BYTES)
    names = [f"{number}.bin" for number in range(FILES)]
    digests = frozenset(_make_file(folder / name, size, seed) for seed, name in enumerate(names))
    work = Work([f"http://127.0.0.1:{server.plain}/bulk/{name}" for name in names], FILES, sha256=digests)

    def peer(name: str, fetch: Callable[[Path], Run]) -> Peer:
        return Peer(name, lambda _: _downloading(bench, digests, fetch))

    try:
        yield Plan(
            f"{FILES} × {size / 1e6:g} MB to disk, all at a time",
            [peer(INFLIGHT, lambda to: inflight.fetch(bench, work, inflight.NO_SESSION, "-p", "download",
                                                      "--save-dir", str(to))),
             peer("curl -Z", lambda to: curl.fetch(bench, work, str(to / "{number}.bin"))),
             peer("aria2c", lambda to: aria2.fetch(bench, work, to))],
            [Goal("at least 1 × the best",
                  lambda results: min(results[name].seconds for name in ("curl -Z", "aria2c")) /
                  results[INFLIGHT].seconds, 1, True, peers=("curl -Z", "aria2c")),
             at_most_memory(150)],
            ("Inflight runs its pipeline `download`, which takes a SHA-256 of what it saves; the others only save.",))
    finally:
        for path in folder.iterdir():
            path.unlink()


ROWS = [Row("bulk", "large files to disk", prepare)]
