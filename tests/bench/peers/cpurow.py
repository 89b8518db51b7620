# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row about what is done to bodies."""

import contextlib
import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from typing import Any

from . import aiohttppeer, inflight
from .bench import Bench
from .comparison import INFLIGHT, Peer, Plan, Row, times_as_fast_as
from .nginx import Nginx
from .work import Work

BODIES = 8  # each under many URLs
BODY_BYTES = 1_000_000
AT_ONCE = 64
FILTER = "{count: (.items | length), total: ([.items[] | select(.active) | .price] | add)}"
PIPELINE = {"inflight": 1, "name": "totals", "stages": [
    {"stage": "decode"}, {"stage": "digest"}, {"stage": "json"}, {"stage": "jq", "filter": FILTER}]}


def _item(drawn: random.Random, number: int) -> dict[str, object]:
    words = ["amber", "basalt", "cedar", "delta", "ember", "flint", "grove", "harbour"]
    return {"id": number, "name": " ".join(drawn.choices(words, k=3)), "price": drawn.randrange(1, 100_000),
            "active": drawn.random() < 0.5, "rating": round(drawn.uniform(0, 5), 2), "tags": drawn.sample(words, 3),
            "seller": {"id": drawn.randrange(10_000), "country": drawn.choice(["de", "fr", "jp", "br"])}}


def _body(seed: int) -> tuple[bytes, dict[str, int]]:
    """JSON of a megabyte, and what the filter makes of it."""
    drawn = random.Random(seed)
    items: list[dict[str, Any]] = []
    size = 0
    while size < BODY_BYTES:
        items.append(_item(drawn, len(items)))
        size += len(json.dumps(items[-1])) + 2
    total = sum(item["price"] for item in items if item["active"])
    return json.dumps({"items": items}).encode(), {"count": len(items), "total": total}


@contextlib.contextmanager
def prepare(bench: Bench, server: Nginx) -> Iterator[Plan]:
    folder = server.www / "gzip"
    expected: dict[str, dict[str, int]] = {}  # by SHA-256
    for seed in range(BODIES):
        body, output = _body(seed)
        (folder / f"{seed}.json").write_bytes(gzip.compress(body, 6))
        expected[hashlib.sha256(body).hexdigest()] = output
    pipeline = bench.folder / "totals.json"
    pipeline.write_text(json.dumps(PIPELINE))
    urls = [f"http://127.0.0.1:{server.plain}/gzip/{number % BODIES}.json?{number}"
            for number in range(bench.count(2000, AT_ONCE))]
    work = Work(urls, AT_ONCE, sha256=frozenset(expected))

    def is_right(record: dict[str, object]) -> bool:
        return record["output"] == expected[str(record["sha256"])]

    yield Plan(
        f"{len(urls):,} × 1 MB of gzipped JSON: decode, parse, jq, digest; {AT_ONCE} at a time",
        [Peer(INFLIGHT, lambda _: inflight.fetch(bench, work, inflight.NO_SESSION, "-p", str(pipeline),
                                                 also=is_right)),
         Peer("aiohttp", lambda _: aiohttppeer.fetch(bench, work, "--totals", also=is_right)),
         Peer("aiohttp and a pool of processes",
              lambda _: aiohttppeer.fetch(bench, work, "--totals", "--processes", also=is_right))],
        [times_as_fast_as("aiohttp", 3)],
        ("Python does in Python what the filter does: the distribution has no jq for it, and that is quicker.",
         "The pool of processes is shown as what can be had of Python; the goal is about aiohttp alone.",
         "Of peaks of memory, that of the largest process counts."))


ROWS = [Row("cpu", "gzip, JSON, jq and digest", prepare)]
