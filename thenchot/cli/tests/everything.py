"""Every group of commands at once, and commands as processes of their own that end at a chosen step."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ALL = ("begin", "accounts", "writing", "importing", "looking", "closing", "proving", "keeping", "law")


class Warm:
    """A process with everything loaded that forks for each command: a kill costs no second of loading."""

    def __init__(self, installation):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "thenchot.cli.tests.warm"],
            env=installation.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )

    def run(self, arguments, killed_at, place):
        with tempfile.TemporaryDirectory() as folder:
            asked = {"arguments": arguments, "killed_at": killed_at, "place": place, "folder": folder}
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            said = [(Path(folder) / name).read_text("utf-8", "replace") for name in ("out", "error")]
        return subprocess.CompletedProcess(arguments, code, *said)

    def end(self):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def process(installation, *arguments, killed_at=0, place="/nowhere"):
    """A command as a process; killed at its Nth write where asked."""
    if installation.warm is None:
        installation.warm = Warm(installation)
    return installation.warm.run([str(one) for one in arguments], killed_at, str(place))
