# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""scriptedserver.py PLAN ORIGINS: a server of HTTP/1.1 that answers as late as its plan says.

Prints the ports of its origins as a JSON list, then serves until it is ended. The plans:
  mixed   log-normal latencies, the same in every run; 2 % take 2 s; 2 % answer 503 once or twice, then 200
  hold    takes requests and never answers

In `mixed` a path is /RUN/NUMBER: the number decides what happens, the run makes failures happen anew.
"""

import asyncio
import collections
import json
import math
import random
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

SLOW_SECONDS = 2.0
MEDIAN_SECONDS = 0.04
SIGMA = 0.8
MOST_SECONDS = 1.0
BODY = json.dumps({"answer": 42, "text": "x" * 264}).encode()


@dataclass(frozen=True)
class Answer:
    seconds: float
    status: int = 200

    def head(self) -> bytes:
        reason = "OK" if self.status == 200 else "Service Unavailable"
        return (f"HTTP/1.1 {self.status} {reason}\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(BODY)}\r\n\r\n").encode()


Plan = Callable[[str], Answer | None]


def hold(_path: str) -> None:
    return None


def fate_of(number: int) -> tuple[float, int]:
    """Its latency, and how often 503 comes before 200: the same in any order of requests and in any run.

    Nothing is both slow and failing: one such would decide how long the whole takes.
    """
    drawn = random.Random(number)
    kind = drawn.random()
    if kind < 0.02:
        return SLOW_SECONDS, 0
    latency = min(MOST_SECONDS, MEDIAN_SECONDS * math.exp(drawn.gauss(0, SIGMA)))
    return latency, drawn.choice((1, 2)) if kind < 0.04 else 0


class Mixed:
    def __init__(self) -> None:
        self._asked: collections.Counter[str] = collections.Counter()

    def __call__(self, path: str) -> Answer:
        number = int(path.rsplit("/", 1)[1])
        self._asked[path] += 1
        latency, failures = fate_of(number)
        return Answer(latency, 503 if self._asked[path] <= failures else 200)


class Connection(asyncio.Protocol):
    """One request at a time, kept alive. None of the peers sends a body or pipelines."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._loop = asyncio.get_running_loop()
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            request, self._received = self._received.split(b"\r\n\r\n", 1)
            answer = self._plan(request.split(b" ", 2)[1].decode("ascii"))
            if answer:
                self._loop.call_later(answer.seconds, self._send, answer.head() + BODY)

    def _send(self, data: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(data)


async def serve(plan: Plan, origins: int) -> None:
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(lambda: Connection(plan), "127.0.0.1", 0, backlog=1024)
               for _ in range(origins)]
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    await asyncio.Event().wait()


def main() -> int:
    plan, origins = sys.argv[1], int(sys.argv[2])
    plans: dict[str, Plan] = {"mixed": Mixed(), "hold": hold}
    try:
        asyncio.run(serve(plans[plan], origins))
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
