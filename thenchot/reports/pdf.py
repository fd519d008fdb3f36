"""A Word file as PDF, by the LibreOffice of the machine: without network, with little of anything.

Offered only where the network can be taken from that process; a program of that size is not trusted with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

SECONDS, MEMORY, FILE = 90, 4 * 1024**3, 128 * 1024**2
NAME = "giay"
# No macro, no link, no active content, whatever a file says.
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
SETTINGS = {"DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true",
            "DisableActiveContent": "true", "MacroSecurityLevel": "3"}  # fmt: skip
_turn = Lock()  # one at a time: each takes a processor and hundreds of megabytes


class NoPdf(RuntimeError):
    """No PDF was made: it took too long, too much, or there is none who could make it."""


def offered() -> bool:
    """Whether this machine can make one, and shut the maker off."""
    return _maker() is not None


def pdf_of(word: bytes) -> bytes:
    """The file as PDF; what is written meanwhile lies in a folder that is gone afterwards. NoPdf."""
    maker = _maker()
    if maker is None:
        raise NoPdf("none")
    with _turn, TemporaryDirectory(prefix="thenchot-pdf-") as name:
        folder = Path(name)
        (folder / f"{NAME}.docx").write_bytes(word)
        _profile(folder)
        _run([*maker, *_asked(folder)], folder)
        made = folder / f"{NAME}.pdf"
        data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(b"%PDF-"):
        raise NoPdf("broken")
    return data


@lru_cache(maxsize=1)
def _maker() -> tuple[str, ...] | None:
    """The command up to LibreOffice's own arguments: bounds, then a network with nothing in it.

    Asked once: programs do not come and go while the site runs.
    """
    programs = [shutil.which(one) for one in ("prlimit", "unshare", "soffice")]
    if sys.platform != "linux" or None in programs:
        return None
    bounds, apart, office = (str(one) for one in programs)
    shut = (bounds, f"--as={MEMORY}", f"--cpu={SECONDS}", f"--fsize={FILE}", "--core=0", apart,
            "--map-root-user", "--net")  # fmt: skip
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run([*shut, "true"], capture_output=True, timeout=10, check=False, env={})
        return (*shut, office) if done.returncode == 0 else None
    return None


def _asked(folder: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nodefault",
        "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder),
        str(folder / f"{NAME}.docx"),
    ]  # fmt: skip


def _profile(folder: Path) -> None:
    place = folder / "profile" / "user"
    place.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{SECURITY}"><prop oor:name="{key}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for key, value in SETTINGS.items()
    )
    (place / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        "utf-8",
    )


def _run(command: list[str], folder: Path) -> None:
    """In a group of its own, so that whatever it started ends with it."""
    environment = {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        env=environment, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise NoPdf("time") from None
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    if code:
        raise NoPdf("failed")
