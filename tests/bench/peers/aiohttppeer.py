# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python with aiohttp, doing what Inflight does."""

from pathlib import Path

from .bench import Bench
from .processes import run_measured
from .records import Check, lost_records
from .work import Run, Work

SCRIPT = Path(__file__).with_name("aiohttpscript.py")


def fetch(bench: Bench, work: Work, *flags: str, also: Check = lambda record: True) -> Run:
    with bench.scratch() as folder:
        results = folder / "results.jsonl"
        command = [bench.python, "-I", str(SCRIPT), str(work.write_list(folder)), str(results),
                   "--at-once", str(work.at_once), "--per-host", str(work.most_per_host), *flags]
        if work.authority:
            command += ["--authority", str(work.authority)]
        measured = run_measured(command, folder, bench.environment)
        return Run.of(measured, lost_records(results, work, also))
