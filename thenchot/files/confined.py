"""A worker process that parses what came from outside: nothing but its bytes goes in, only JSON comes out.

The worker's half is `confine` and `say`; it calls `confine` once everything it needs is imported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from threading import Timer
from typing import Any

from .limits import LIMITS
from .refusals import Refused

ANSWER = 4 * LIMITS.text + 100 * LIMITS.area


def ask(module: str, asked: dict[str, Any], data: bytes) -> Generator[Any, None, None]:
    """The worker's answers, one by one; Refused when it dies, takes too long or says too much.

    `module` is run with `asked` as one line of JSON and then `data` on its standard input; it has no
    environment. Close the generator when enough has been heard.
    """
    environment = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}  # Windows needs it
    command = [sys.executable, "-I", "-X", "utf8", "-m", module]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment, close_fds=True
    ) as process:
        clock = Timer(LIMITS.wait, process.kill)
        clock.start()
        try:
            send(process, json.dumps(asked).encode() + b"\n" + data)
            yield from answers_of(process)
        finally:
            clock.cancel()
            process.kill()
    if process.returncode not in (0, -9):
        raise Refused("memory")


def send(process: subprocess.Popen[bytes], data: bytes) -> None:
    """The worker reads everything before it answers; if it has died, its silence is the answer."""
    assert process.stdin
    with suppress(BrokenPipeError):
        process.stdin.write(data)
    with suppress(BrokenPipeError):
        process.stdin.close()


def answers_of(process: subprocess.Popen[bytes]) -> Iterator[Any]:
    assert process.stdout
    total = 0
    while line := process.stdout.readline(ANSWER):
        total += len(line)
        if total > ANSWER:
            raise Refused("text", limit=LIMITS.text)
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            raise Refused("memory") from None


def refusal(line: Any, codes: dict[str, str]) -> Refused:
    """A refusal the worker may speak: `codes` says for what, and which count its sentence prints."""
    code, place, given = line.get("refused"), line.get("place"), line.get("given")
    known = isinstance(code, str) and isinstance(given, dict) and codes.get(code) == ",".join(given)
    if not known or not isinstance(place, str) or not all(whole(value) for value in (given or {}).values()):
        return Refused("memory")
    return Refused(code, place, **(given or {}))


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def confine() -> None:
    """Bounds on memory and time; no new file, socket or process. Where there are no rlimits, the clock."""
    with suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, LIMITS.memory),
            (resource.RLIMIT_CPU, LIMITS.processor),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_NOFILE, 3),
        ):
            resource.setrlimit(what, (most, most))


def say(answer: Any) -> None:
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def say_no(no: Refused) -> None:
    say({"refused": no.code, "place": no.place, "given": no.given})
