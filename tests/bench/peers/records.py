# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything that was asked for is there."""

import json
from collections.abc import Callable
from pathlib import Path

from .work import Work

Check = Callable[[dict[str, object]], bool]


def lost_records(path: Path, work: Work, also: Check = lambda record: True) -> int:
    """How many of the work's answers no line of the file has, whole and as the server sent them."""
    if not path.exists():
        return len(work.urls)
    good: set[int] = set()
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            whole = record["status"] == 200 and record.get("state", "succeeded") == "succeeded"
            if whole and (not work.sha256 or record["sha256"] in work.sha256) and also(record):
                good.add(record["id"])
    return len(work.urls) - len(good & set(range(len(work.urls))))
