"""Every group of commands at once, and commands as processes of their own that end at a chosen step."""

import subprocess
import sys

ALL = ("begin", "accounts", "writing", "importing", "looking", "closing", "proving", "keeping", "law")

# Kills itself, as a power cut would, at the Nth thing it does to a file or a database.
KILLED_AT = """
import os, signal, sys
limit, place, sys.argv = int(sys.argv[1]), sys.argv[2], ["thenchot", *sys.argv[3:]]
seen = 0
def tick():
    global seen
    seen += 1
    if seen == limit:
        os.kill(os.getpid(), signal.SIGKILL)
def hook(event, args):
    wrote = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
    if (wrote or event in ("os.rename", "os.mkdir", "os.remove")) and str(args[0]).startswith(place):
        tick()
def statement(execute, sql, params, many, context):
    if sql.lstrip()[:6] in ("INSERT", "UPDATE", "DELETE"):
        tick()
    return execute(sql, params, many, context)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
import django
django.setup()
from django.db import connections
for alias in connections:
    connections[alias].execute_wrappers.append(statement)
sys.addaudithook(hook)
from thenchot.cli import main
main()
"""


def process(installation, *arguments, killed_at=0, place="/nowhere"):
    """A command as a process; killed at its Nth write where asked."""
    return subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(killed_at), str(place), *map(str, arguments)],
        env=installation.environment,
        capture_output=True,
        text=True,
        cwd="/",
    )
