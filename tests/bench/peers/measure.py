# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py RESULT SECONDS COMMAND…: runs a command and writes what it cost to RESULT, as JSON.

A process of its own, since the peak of memory that wait4() tells of a child is never less than that of the process
that started it: the driver, which reads results of any size, would show through in every figure. SIGTERM is passed
on; after SECONDS the command is killed.
"""

import json
import os
import signal
import sys
import time


def main() -> int:
    result, seconds, *command = sys.argv[1:]
    passed_on = {signal.SIGTERM, signal.SIGINT, signal.SIGALRM}
    signal.pthread_sigmask(signal.SIG_BLOCK, passed_on)
    begun = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, setsigmask=())
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGTERM))
    signal.signal(signal.SIGINT, lambda *_: os.kill(child, signal.SIGTERM))
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(int(seconds))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, passed_on)
    _, status, usage = os.wait4(child, 0)
    ended = time.monotonic()
    measured = {"begun": begun, "seconds": ended - begun, "cpu": usage.ru_utime + usage.ru_stime,
                "peak_kib": usage.ru_maxrss, "status": os.waitstatus_to_exitcode(status)}
    with open(result, "w", encoding="utf-8") as file:
        json.dump(measured, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
