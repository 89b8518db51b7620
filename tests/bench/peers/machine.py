# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""On what and with what was measured."""

import os
import platform
import re
import subprocess
from pathlib import Path

from .bench import Bench
from .packages import executable


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found.group(1).strip() if found else "unknown"


def machine() -> str:
    model = _first(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text())
    memory = int(_first(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())) / 2**20
    system = _first(r'^PRETTY_NAME="?([^"\n]+)', Path("/etc/os-release").read_text())
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {model}, {memory:.0f} GiB, {system}, Linux {platform.release()}"


def build_type(program: Path) -> str:
    """Of the tree that the program was built in."""
    for folder in program.resolve().parents:
        cache = folder / "CMakeCache.txt"
        if cache.exists():
            return _first(r"^CMAKE_BUILD_TYPE:\w+=(.*)$", cache.read_text())
    return "unknown build"


def versions(bench: Bench) -> dict[str, str]:
    python = _output(bench.python, "-c", "import aiohttp, sys; print(sys.version.split()[0], aiohttp.__version__)")
    words = (python.split() + ["unknown"] * 2)[:2]
    inflight = _first(r"([\d.]+)", _output(str(bench.program), "--version"))
    return {
        "Inflight": f"{inflight} ({build_type(bench.program)})",
        "nginx": _first(r"nginx/([\d.]+)", _output(executable("nginx"), "-v")),
        "curl": _first(r"^curl ([\d.]+)", _output("curl", "--version")),
        "aria2": _first(r"^aria2 version ([\d.]+)", _output("aria2c", "--version")),
        "Python": words[0],
        "aiohttp": words[1],
    }
