#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# screenreader.py PROGRAM: what a screen reader gets from the window, over AT-SPI on a real bus: the names of what is in
# it, the rows of the table in words, and orders given to a row. Brings its own display and its own buses.
import os
import subprocess
import sys
import time

import pyatspi

PATIENCE = 30  # seconds

NAMES = [
    ("URLs", "text"), ("Fetch", "push button"), ("Pause", "check box"), ("Cancel all", "push button"),
    ("Retry failed", "push button"), ("Jobs", "table"), ("Filter", "text"), ("Concurrency", "spin button"),
    ("Per host", "spin button"), ("Details", "frame"), ("Origins", "frame"), ("Errors", "frame"),
    ("Pipeline", "frame"), ("Runs", "frame"),
]
STATES = {"Queued", "Waiting", "Running", "Succeeded", "Failed", "Cancelled"}


def wait(what, condition):
    """The first true value of `condition`, which is asked until then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except Exception:  # what is asked may have gone since
            pass
        time.sleep(0.05)
    sys.exit(f"This did not come: {what}")


def application():
    return next((each for each in pyatspi.Registry.getDesktop(0) if each and each.name == "inflight"), None)


def find(root, name, role):
    return pyatspi.findDescendant(root, lambda each: each.name == name and each.getRoleName() == role)


def act(thing, name):
    action = thing.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    if name not in names:
        sys.exit(f"“{thing.name}” has no action {name}, but {names}")
    action.doAction(names.index(name))


class Jobs:
    """The table, as it is read cell by cell."""

    def __init__(self, table):
        self.table = table.queryTable()
        self.columns = [self.table.getColumnDescription(i) for i in range(self.table.nColumns)]

    def count(self):
        return self.table.nRows

    def cell(self, row, column):
        return self.table.getAccessibleAt(row, self.columns.index(column))

    def state(self, row):
        return self.cell(row, "State").name.split(",")[0].split(" ")[0]

    def with_state(self, state):
        return next((row for row in reversed(range(self.count())) if self.state(row) == state), None)


def check_names(app):
    for name, role in NAMES:
        wait(f"{role} “{name}”", lambda: find(app, name, role))


def check_rows(jobs):
    wanted = {"URL", "State", "Stages", "Status", "Size", "Time", "Cancel"}
    if not wanted <= set(jobs.columns):
        sys.exit(f"Columns are missing: {wanted - set(jobs.columns)}")
    for row in range(jobs.count()):
        if jobs.state(row) not in STATES:
            sys.exit(f"Row {row} is in no known state: “{jobs.cell(row, 'State').name}”")
        for column in jobs.columns:
            if not jobs.cell(row, column).name:
                sys.exit(f"The {column} of row {row} says nothing")


def cancel_a_row(jobs):
    """A job may end by itself while its button is looked for: then another one is cancelled."""
    state = "Running"
    while state != "Cancelled":
        # From the end: the demo's last jobs stay longer than the rest.
        row = wait("a running job", lambda: jobs.with_state("Running"))
        cell = jobs.cell(row, "Cancel")
        if jobs.state(row) != "Running":
            continue
        act(cell, "Press")
        state = wait(f"row {row} ends", lambda: jobs.state(row) != "Running" and jobs.state(row))


def show_details_of_a_row(app, jobs):
    act(jobs.cell(0, "URL"), "Press")
    wait("the details of row 0", lambda: find(app, "Overview", "page tab").getState().contains(pyatspi.STATE_SHOWING))


def select_a_row(jobs):
    act(jobs.cell(1, "State"), "Toggle")
    wait("row 1 is selected", lambda: jobs.cell(1, "URL").getState().contains(pyatspi.STATE_SELECTED))


def check():
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
    program = subprocess.Popen([sys.argv[1], "--demo", "--start", "--no-session"], env=environment)
    try:
        app = wait("the window on the bus", application)
        check_names(app)
        jobs = wait("the jobs", lambda: Jobs(find(app, "Jobs", "table")))
        wait("sixty rows", lambda: jobs.count() == 60)
        check_rows(jobs)
        cancel_a_row(jobs)
        select_a_row(jobs)
        show_details_of_a_row(app, jobs)
    finally:
        program.kill()
        program.wait()
    print("A screen reader can read the window, and act in it.")


def main():
    """On a display whose number nobody else takes, and with buses that know of it."""
    if "--here" in sys.argv:
        check()
        return
    told, tells = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                                "-noreset"],
                               pass_fds=[tells], stderr=subprocess.DEVNULL)
    try:
        os.close(tells)
        with os.fdopen(told) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()
        os.environ.pop("XAUTHORITY", None)
        sys.exit(subprocess.call(["dbus-run-session", "--", sys.executable, __file__, sys.argv[1], "--here"]))
    finally:
        display.kill()
        display.wait()


main()
