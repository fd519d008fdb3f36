"""A Word document given back: the same package with a few parts changed by a confined worker."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from .. import confined
from ..documents import CODES, WORKER, asked_of
from ..door import Admitted
from ..refusals import Refused
from ..sheets.archive import BROKEN, left_out
from ..wire import pack


@dataclass(frozen=True)
class Remark:
    """What is to be said of the letters from `start` to `end` of a line (counted from 1); the first of the
    `paragraphs` is printed bold where there are more."""

    line: int
    start: int
    end: int
    paragraphs: tuple[str, ...]


def with_comments(admitted: Admitted, remarks: Sequence[Remark], author: str, initials: str) -> bytes:
    """The same document with a comment at each place; every other part byte for byte. Refused."""
    asked = {**asked_of(admitted), "comments": pack(tuple(remarks)), "author": author, "initials": initials}
    with closing(confined.ask(WORKER, asked, admitted.data)) as answers:
        parts = parts_of(next(answers, None))
    return repacked(admitted, parts)


def parts_of(answer: Any) -> dict[str, bytes]:
    """The changed parts as the worker gives them; Refused for anything else."""
    if isinstance(answer, dict) and "refused" in answer:
        raise confined.refusal(answer, CODES)
    parts = answer.get("parts") if isinstance(answer, dict) else None
    if not isinstance(parts, dict) or not all(isinstance(text, str) for text in parts.values()):
        raise Refused("memory")
    if not all(name.endswith((".xml", ".rels")) and ".." not in name for name in parts):
        raise Refused("memory")
    return {name: text.encode() for name, text in parts.items()}


def repacked(admitted: Admitted, parts: dict[str, bytes], without: Sequence[str] = ()) -> bytes:
    """The package the door passed, with these parts instead of its own or besides them."""
    buffer = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(admitted.data)) as old, zipfile.ZipFile(buffer, "w") as new:
            names = [name for name in old.namelist() if name not in without]
            for name in [*names, *(name for name in parts if name not in names)]:
                one = zipfile.ZipInfo(name)
                # Pictures are packed already.
                one.compress_type = zipfile.ZIP_STORED if left_out(name) else zipfile.ZIP_DEFLATED
                new.writestr(one, parts[name] if name in parts else old.read(name))
    except BROKEN:
        raise Refused("broken") from None
    return buffer.getvalue()
