# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, in the terminal."""

import re
from pathlib import Path

from .bench import Bench
from .processes import run_measured
from .records import Check, lost_records
from .work import Run, Stalls, Work

UNITS = {"ms": 1.0, "s": 1000.0}
NO_SESSION = "--no-session"


def limits(work: Work) -> list[str]:
    flags = ["-j", str(work.at_once), "--max-per-host", str(work.most_per_host)]
    if work.authority:
        flags += ["--cacert", str(work.authority)]
    return flags + (["--http2"] if work.http2 else [])


def command(bench: Bench, work: Work, urls: Path, *flags: str) -> list[str]:
    """Everything that is not a limit of the work is as by default."""
    return [str(bench.program), "--headless", "-n", "--report-stalls", "-i", str(urls), *limits(work), *flags]


def read_stalls(text: str) -> dict[str, Stalls]:
    """What --report-stalls says of each loop."""
    stalls = {}
    for loop, cells in re.findall(r"^(main|engine) thread\s+(.*)$", text, re.MULTILINE):
        times = [float(number.replace(",", "")) * UNITS[unit]
                 for number, unit in re.findall(r"([\d.,]+)\s(ms|s)\b", cells)]
        if len(times) >= 6:
            stalls[loop] = Stalls(p999=times[3], longest=times[4], at_work=times[5])
    return stalls


def fetch(bench: Bench, work: Work, *flags: str, also: Check = lambda record: True) -> Run:
    """The work with a record a job written as JSON Lines."""
    with bench.scratch() as folder:
        results = folder / "results.jsonl"
        asked = command(bench, work, work.write_list(folder), "-o", str(results), *flags)
        measured = run_measured(asked, folder, bench.environment)
        stalls = read_stalls((folder / "stderr").read_text())
        return Run.of(measured, lost_records(results, work, also), stalls)
