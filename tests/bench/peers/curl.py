# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""curl -Z, which only downloads."""

from pathlib import Path

from .bench import Bench
from .processes import run_measured
from .work import Run, Work

MOST_AT_ONCE = 300  # what curl allows


def write_config(folder: Path, urls: list[str], output: str) -> Path:
    """`output` may have {number} in it."""
    path = folder / "curl.conf"
    with path.open("w", encoding="utf-8") as file:
        for number, url in enumerate(urls):
            file.write(f'url = "{url}"\noutput = "{output.format(number=number)}"\n')
    return path


def fetch(bench: Bench, work: Work, output: str = "/dev/null") -> Run:
    with bench.scratch() as folder:
        config = write_config(folder, work.urls, output)
        command = ["curl", "-q", "-s", "-Z", "--parallel-max", str(min(work.at_once, MOST_AT_ONCE)),
                   "-w", "%{http_code}\\n", "-K", str(config)]
        # Over HTTP/2 it would open a connection for every transfer if it did not wait for the first one.
        command += ["--http2"] if work.http2 else ["--http1.1", "--parallel-immediate"]
        if work.authority:
            command += ["--cacert", str(work.authority)]
        measured = run_measured(command, folder, bench.environment)
        answered = (folder / "stdout").read_text().split().count("200")
        return Run.of(measured, len(work.urls) - answered)
