"""What may not stand in a PDF, found in its bytes: passwords, programs, files inside."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ..limits import LIMITS, MB
from ..refusals import Refused

STREAM = re.compile(rb"stream\r?\n")
END = b"endstream"
# Names of PDF are case-sensitive; `#4a` inside a name stands for a letter.
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKS = {
    b"Encrypt": "encrypted", b"JavaScript": "pdf_program", b"JS": "pdf_program", b"Launch": "pdf_program",
    b"EmbeddedFile": "embedding", b"EmbeddedFiles": "embedding", b"RichMedia": "embedding",
    b"XFA": "pdf_form", b"ImportData": "pdf_program", b"SubmitForm": "pdf_program", b"GoToR": "pdf_link",
    b"GoToE": "pdf_link",
}  # fmt: skip
NAME = re.compile(rb"/([A-Za-z0-9#]{2,40})")
OBJECTS = re.compile(rb"/Type\s*/ObjStm")
LOOK_BACK = 2_000


def check(data: bytes) -> None:
    """Nothing, or Refused with what stands in the file, in objects in the open or packed into streams."""
    unpacked = 0
    for piece, packed in pieces(data):
        if packed:
            piece = inflated(piece, len(data), unpacked)
            unpacked += len(piece)
        for mark in NAME.finditer(piece):
            code = MARKS.get(plain(mark[1]))
            if code:
                raise Refused(code)


def plain(name: bytes) -> bytes:
    return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name) if b"#" in name else name


def pieces(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """What stands outside streams, and each stream of objects as it is packed. Contents and pictures are
    neither: there, three letters mean nothing."""
    begin = 0
    while found := STREAM.search(data, begin):
        before = data[begin : found.start()]
        yield before, False
        end = data.find(END, found.end())
        end = len(data) if end < 0 else end
        if OBJECTS.search(before[-LOOK_BACK:]):
            yield data[found.end() : end], True
        begin = end + len(END) if end < len(data) else end
    yield data[begin:], False


def inflated(packed: bytes, size: int, before: int) -> bytes:
    """A stream of objects unpacked, within the bounds of every archive; as it is where it is not packed."""
    most = min(LIMITS.unpacked - before, max(MB, LIMITS.ratio * size))
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(packed, max(most, 1))
    except zlib.error:
        return packed
    if unpacking.unconsumed_tail:
        raise Refused("unpacked", limit=LIMITS.unpacked // MB)
    return found
