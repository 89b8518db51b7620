# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers, from the distribution: installed when they are missing, as ./run-tests does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PEERS = ["nginx-light", "libnginx-mod-http-echo", "curl", "aria2", "python3-aiohttp", "openssl", "xvfb"]


def install_missing() -> bool:
    """Says itself what is wrong when it fails."""
    script = '. .ci/setup.sh; need "to compare Inflight" "$@"'
    return subprocess.run(["bash", "-euc", script, "need", *PEERS], cwd=REPOSITORY, check=False).returncode == 0


def executable(name: str) -> str:
    """Debian keeps servers where only root's path looks."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if not found:
        raise RuntimeError(f"{name} is not installed")
    return found


def python_with_aiohttp() -> str:
    """The distribution's, even where another Python comes first in the path."""
    for python in ("/usr/bin/python3", sys.executable):
        asked = [python, "-c", "import aiohttp"]
        if os.path.exists(python) and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return python
    raise RuntimeError("no Python with aiohttp was found")


def default_program() -> Path:
    return REPOSITORY / "build" / "release" / "inflight"
