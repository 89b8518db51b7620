# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the server of scripted latencies in a process of its own."""

import contextlib
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .processes import running
from .scriptedserver import BODY

SCRIPT = Path(__file__).with_name("scriptedserver.py")
BODY_SHA256 = hashlib.sha256(BODY).hexdigest()


@contextlib.contextmanager
def scripted(plan: str, origins: int = 1) -> Iterator[list[int]]:
    """The ports of its origins."""
    command = [sys.executable, "-I", str(SCRIPT), plan, str(origins)]
    with running(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        ports: list[int] = json.loads(process.stdout.readline())
        yield ports
