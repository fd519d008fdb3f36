"""`python -m thenchot.cli.tests.warm`: each line it reads is a command, run in a process forked for it.

Answers each with its exit code, or minus the signal that ended it. The command kills itself, as a power cut
would, at the Nth thing it does to a file or a database.
"""

import json
import os
import signal
import sys

import django


def main():
    django.setup()
    import duckdb  # noqa: F401
    import pyarrow.parquet  # noqa: F401

    import thenchot.cli  # noqa: F401

    os.chdir("/")
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            run(asked)
        _, status = os.waitpid(child, 0)
        ended = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        print(ended, flush=True)


def run(asked):
    """In the forked process: the command, and nothing of it is left when it returns."""
    for number, name, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, f"{asked['folder']}/out", os.O_WRONLY | os.O_CREAT),
        (2, f"{asked['folder']}/error", os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(name, flags, 0o600), number)
    sys.argv = ["thenchot", *asked["arguments"]]
    die_at(asked["killed_at"], asked["place"])
    code = 1
    try:
        from thenchot.cli import main as command

        command()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def die_at(limit, place):
    seen = 0

    def tick():
        nonlocal seen
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

    from django.db import connections

    for alias in connections:
        connections[alias].execute_wrappers.append(statement)
    sys.addaudithook(hook)


if __name__ == "__main__":
    main()
