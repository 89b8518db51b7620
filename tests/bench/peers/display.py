# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A display without a screen. Its frame buffer is a file, so that painting is seen from outside, with no request to
the X server that could delay it."""

import contextlib
import mmap
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .packages import executable
from .processes import running

WIDTH, HEIGHT = 1400, 900
HEAD_BYTES = 4096  # more than the header of the file
STEP = 4 * 1021  # pixels are 4 bytes; a prime number of them, so that samples fall on no column
PAINTED_SHARE = 0.1


@dataclass
class Display:
    name: str
    _pixels: mmap.mmap
    _blank: bytes = b""

    def _sample(self) -> bytes:
        return self._pixels[HEAD_BYTES::STEP]

    def remember_blank(self) -> None:
        self._blank = self._sample()

    def is_painted(self) -> bool:
        """A tenth of the screen is not what it was: more than a cursor or a frame, less than any window."""
        changed = sum(now != before for now, before in zip(self._sample(), self._blank))
        return changed > PAINTED_SHARE * len(self._blank)

    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}


@contextlib.contextmanager
def display(folder: Path) -> Iterator[Display]:
    folder.mkdir(exist_ok=True)
    read_end, write_end = os.pipe()
    command = [executable("Xvfb"), "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
               "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    with running(command, pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        with (folder / "Xvfb_screen0").open("rb") as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels:
                yield Display(f":{number}", pixels)
