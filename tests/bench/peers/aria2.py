# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""aria2c, for files."""

from pathlib import Path

from .bench import Bench
from .processes import run_measured
from .work import Run, Work


def fetch(bench: Bench, work: Work, downloads: Path) -> Run:
    with bench.scratch() as folder:
        names = [url.rsplit("/", 1)[1] for url in work.urls]
        listed = folder / "aria2.txt"
        listed.write_text("".join(f"{url}\n  out={name}\n" for url, name in zip(work.urls, names)))
        command = ["aria2c", "--no-conf=true", "-q", "-j", str(work.at_once), "-x1", "--file-allocation=none",
                   "-i", str(listed), "-d", str(downloads)]
        measured = run_measured(command, folder, bench.environment)
        return Run.of(measured, 0 if measured.status == 0 else len(work.urls))
