# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all rows share: where the program is, where files may be, how much work there is."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Bench:
    program: Path
    python: str  # one that has aiohttp
    folder: Path
    scale: float

    def count(self, whole: int, least: int = 1) -> int:
        """How much of a row's work is to be done: a smoke test does a hundredth."""
        return max(least, round(whole * self.scale))

    @property
    def environment(self) -> dict[str, str]:
        """The person's settings, proxies and language are none of a measurement's."""
        kept = {name: value for name, value in os.environ.items()
                if not name.lower().endswith("_proxy") and name not in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY")}
        own = {f"XDG_{kind}_HOME": str(self.folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        return kept | own | {"LC_ALL": "C.UTF-8", "TMPDIR": str(self.folder)}

    @contextlib.contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for one run."""
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=self.folder))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def workspace() -> Iterator[Path]:
    """On a disk where there is one: /tmp may be memory."""
    folder = Path(tempfile.mkdtemp(prefix="inflight-compare-", dir=os.environ.get("TMPDIR", "/var/tmp")))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
