# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables, as Markdown that can be read in a terminal, too."""

import datetime
from collections.abc import Mapping, Sequence

from .comparison import Measurement, Runs
from .verdicts import verdicts
from .work import Stalls

GOAL_HEADS = ["row", "goal", "measured", "rounds", "verdict"]
TIME_HEADS = ["row", "program", "median s", "min..max s", "CPU s", "peak MiB", "stalls p99.9 / max (at work) ms", "lost"]
EXPLANATION = """\
Medians of {rounds} rounds that took every program in turn, all on 127.0.0.1, servers and programs on the same cores.
Time, CPU (user and system) and peak of resident memory are of the whole process, unless a note says otherwise; stalls
are the worst of all rounds, of the main and of the engine's event loop, with how long of the longest its thread was at
work: for the rest it waited, for a processor or in a call into the system. "Lost" is what no record or file was there
for, as the server sent it: a goal is invalid where a program it is about lost anything.{scaled}"""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[column]) for line in [heads, *rows]) for column in range(len(heads))]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |\n"

    return line(heads) + "|" + "|".join("-" * (width + 2) for width in widths) + "|\n" + "".join(map(line, rows))


def _number(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _quantity(value: float, unit: str) -> str:
    return f"{value:.2f} ×" if unit == "×" else f"{value:.0f} {unit}".rstrip()


def _stalls(runs: Runs) -> str:
    loops = [loop for loop in ("main", "engine") if any(loop in run.stalls for run in runs.all)]
    return ", ".join(_worst([run.stalls[loop] for run in runs.all if loop in run.stalls]) for loop in loops) or "–"


def _worst(stalls: Sequence[Stalls]) -> str:
    longest = max(stalls, key=lambda each: each.longest)
    return f"{max(each.p999 for each in stalls):.1f} / {longest.longest:.1f} ({longest.at_work:.1f})"


def _goal_rows(measurement: Measurement) -> list[list[str]]:
    return [[measurement.row.name, verdict.goal.text, _quantity(verdict.value, verdict.goal.unit),
             "..".join(_quantity(value, verdict.goal.unit).split()[0] for value in verdict.spread), verdict.text]
            for verdict in verdicts(measurement)]


def _time_rows(measurement: Measurement) -> list[list[str]]:
    return [[measurement.row.name, runs.name, _number(runs.seconds), "..".join(map(_number, runs.spread)),
             _number(runs.cpu), _number(runs.peak_mib, 1), _stalls(runs), str(runs.lost)]
            for runs in measurement.results.values()]


def goal_table(measurements: Sequence[Measurement]) -> str:
    return _table(GOAL_HEADS, [row for each in measurements for row in _goal_rows(each)])


def time_table(measurements: Sequence[Measurement]) -> str:
    return _table(TIME_HEADS, [row for each in measurements for row in _time_rows(each)])


def _work_list(measurements: Sequence[Measurement]) -> str:
    return "".join(f"- **{each.row.name}**: {each.plan.work}. {' '.join(each.plan.notes)}".rstrip() + "\n"
                   for each in measurements)


def markdown(measurements: Sequence[Measurement], machine: str, versions: Mapping[str, str], rounds: int,
             scale: float) -> str:
    today = datetime.date.today().isoformat()
    scaled = "" if scale == 1 else f"\n\n**Only {scale:g} of the work was done: no figures to go by.**"
    programs = ", ".join(f"{name} {version}" for name, version in versions.items())
    return "\n".join([
        f"Measured on {today} by `tests/bench/compare`: {machine}.", f"{programs}.\n",
        EXPLANATION.format(rounds=rounds, scaled=scaled).rstrip() + "\n",
        "### Goals\n", goal_table(measurements), "### Times\n", time_table(measurements),
        "### What was done\n", _work_list(measurements)])
