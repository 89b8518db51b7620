# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what was measured reaches the goals."""

from dataclasses import dataclass

from .comparison import INFLIGHT, Goal, Measurement, Results, Runs

LONGEST_STALL_MS = 16.0


@dataclass(frozen=True)
class Verdict:
    goal: Goal
    value: float  # of the medians
    spread: tuple[float, float]  # of the rounds, each by itself
    text: str


def _round(results: Results, number: int) -> Results:
    return {name: Runs(name, [runs.all[number]]) for name, runs in results.items()}


def _losses(goal: Goal, results: Results) -> list[str]:
    """Of all whose time the goal is about. What did not do all of its work cannot be compared."""
    concerned = {INFLIGHT, *goal.peers} if INFLIGHT in results else set(results)
    return [f"{name} lost {results[name].lost}" for name in sorted(concerned) if results[name].lost]


def _worst_stall(results: Results) -> float:
    return max((stalls.p999 for runs in results.values() for run in runs.all for stalls in run.stalls.values()),
               default=0.0)


def _judge(goal: Goal, results: Results) -> Verdict:
    value = goal.value(results)
    rounds = range(min(len(runs.all) for runs in results.values()))
    values = [goal.value(_round(results, number)) for number in rounds]
    lost = _losses(goal, results)
    reached = "–" if goal.bound is None else "met" if goal.is_met(value) else "**missed**"
    return Verdict(goal, value, (min(values), max(values)), f"invalid: {', '.join(lost)}" if lost else reached)


def verdicts(measurement: Measurement) -> list[Verdict]:
    goals = list(measurement.plan.goals)
    if any(run.stalls for runs in measurement.results.values() for run in runs.all):
        goals.append(Goal(f"p99.9 of the event loops in every run at most {LONGEST_STALL_MS:g} ms",
                          _worst_stall, LONGEST_STALL_MS, unit="ms"))
    return [_judge(goal, measurement.results) for goal in goals]
