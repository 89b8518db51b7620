# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""aiohttpscript.py URLS RESULTS [OPTION…]: fetches a list with aiohttp, reads each body as JSON, takes its digest and
writes a record of it as JSON Lines, as a person would write that who knows the library.

Tries again as Inflight does by default. --totals does in Python what the row about CPU does in jq; --processes takes
what is done to bodies to as many processes as there are cores.
"""

import argparse
import asyncio
import datetime
import gzip
import hashlib
import json
import random
import ssl
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TextIO

import aiohttp

RETRIES = 2
RETRY_DELAY = 0.5
MOST_DELAY = 30.0
TRANSIENT = {408, 425, 429, 500, 502, 503, 504}


def totals(value: dict) -> dict:
    """What jq does elsewhere: {count: (.items | length), total: ([.items[] | select(.active) | .price] | add)}"""
    return {"count": len(value["items"]), "total": sum(item["price"] for item in value["items"] if item["active"])}


def judge(body: bytes, encoding: str, wants_totals: bool) -> dict:
    """What is said of a body."""
    if encoding == "gzip":
        body = gzip.decompress(body)
    value = json.loads(body)
    return {"bytes": len(body), "sha256": hashlib.sha256(body).hexdigest(),
            "snippet": body[:200].decode("utf-8", "replace"), "output": totals(value) if wants_totals else None}


class Fetcher:
    def __init__(self, session: aiohttp.ClientSession, results: TextIO, options: argparse.Namespace,
                 pool: ProcessPoolExecutor | None) -> None:
        self._session = session
        self._results = results
        self._totals: bool = options.totals
        self._pool = pool

    async def run(self, jobs: Iterator[tuple[int, str]]) -> None:
        """One of several that share the jobs."""
        for number, url in jobs:
            await self._fetch(number, url)

    async def _fetch(self, number: int, url: str) -> None:
        started = datetime.datetime.now(datetime.timezone.utc).isoformat()
        begun = time.monotonic()
        record = {"id": number, "url": url, "status": None, "error": None, "started": started}
        for attempt in range(RETRIES + 1):
            if attempt > 0:
                await asyncio.sleep(random.uniform(0, min(MOST_DELAY, RETRY_DELAY * 2 ** (attempt - 1))))
            try:
                record |= await self._attempt(url)
            except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
                record["error"] = str(error)
                continue
            if record["status"] not in TRANSIENT:
                break
        record["duration_ms"] = round((time.monotonic() - begun) * 1000, 3)
        self._results.write(json.dumps(record) + "\n")

    async def _attempt(self, url: str) -> dict:
        async with self._session.get(url) as response:
            body = await response.read()
            answer = {"status": response.status, "error": None, "final_url": str(response.url),
                      "content_type": response.content_type,
                      "headers": [[name.lower(), value] for name, value in response.headers.items()]}
            if response.status != 200:
                return answer
            if not self._pool:
                return answer | judge(body, "", self._totals)  # decoded by aiohttp
            encoding = response.headers.get("Content-Encoding", "")
            loop = asyncio.get_running_loop()
            return answer | await loop.run_in_executor(self._pool, judge, body, encoding, self._totals)


async def fetch_all(urls: list[str], results: TextIO, options: argparse.Namespace,
                    pool: ProcessPoolExecutor | None) -> None:
    tls = ssl.create_default_context(cafile=options.authority) if options.authority else None
    connector = aiohttp.TCPConnector(limit=options.at_once, limit_per_host=options.per_host, ssl=tls)
    async with aiohttp.ClientSession(connector=connector, auto_decompress=pool is None) as session:
        fetcher = Fetcher(session, results, options, pool)
        jobs = iter(enumerate(urls))
        # Where one origin could keep others waiting, the connector alone decides who goes on.
        workers = options.at_once if options.per_host >= options.at_once else len(urls)
        await asyncio.gather(*(fetcher.run(jobs) for _ in range(workers)))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("urls")
    parser.add_argument("results")
    parser.add_argument("--at-once", type=int, default=64)
    parser.add_argument("--per-host", type=int, default=8)
    parser.add_argument("--authority")
    parser.add_argument("--totals", action="store_true")
    parser.add_argument("--processes", action="store_true")
    options = parser.parse_args()
    with open(options.urls, encoding="utf-8") as file:
        urls = file.read().split()
    pool = ProcessPoolExecutor() if options.processes else None
    with open(options.results, "w", encoding="utf-8") as results:
        asyncio.run(fetch_all(urls, results, options, pool))
    if pool:
        pool.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
