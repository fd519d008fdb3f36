"""Asking the confined process about a Word file that has passed the door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from thenchot.files.limits import LIMITS
from thenchot.files.refusals import Refused

MOST = 64 * 1024 * 1024  # bytes of one answer


def work(do: str, files: Sequence[bytes], **given: Any) -> tuple[dict[str, Any], bytes]:
    """What the process says and the file it made. Refused where it dies, takes too long, or finds no Word."""
    asked = json.dumps({"do": do, "given": given, "sizes": [len(one) for one in files]}).encode()
    environment = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}  # Windows needs it
    command = [sys.executable, "-I", "-X", "utf8", "-m", "thenchot.reports.word.working"]
    try:
        done = subprocess.run(
            command, input=b"".join([asked, b"\n", *files]), stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=environment, timeout=LIMITS.wait, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Refused("memory") from None
    head, _line, made = done.stdout.partition(b"\n")
    if done.returncode or not head or len(done.stdout) > MOST:
        raise Refused("memory")
    try:
        answer = json.loads(head)
    except ValueError:
        raise Refused("memory") from None
    if not isinstance(answer, dict) or "refused" in answer:
        raise Refused("broken")
    said, size = answer.get("said"), answer.get("size")
    if not isinstance(said, dict) or size != len(made):
        raise Refused("memory")
    return said, made
