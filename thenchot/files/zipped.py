"""A ZIP with some parts replaced: every other part keeps its place, its name and its packed bytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from .refusals import Refused

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LOCAL_FIELDS = struct.Struct("<4s5H3I2H")
CENTRAL_FIELDS = struct.Struct("<4s6H3I5H2I")
END_FIELDS = struct.Struct("<4s4H2IH")
BY_DESCRIPTOR = 0x08  # sizes stand behind the data, not before it


@dataclass
class Entry:
    """One line of the directory at the end: its fields as they stand, and the names behind them."""

    fields: list[int]
    name: bytes
    rest: bytes

    @property
    def offset(self) -> int:
        return self.fields[15]

    def packed(self) -> bytes:
        return CENTRAL_FIELDS.pack(CENTRAL, *self.fields) + self.name + self.rest


def part_of(data: bytes, name: str) -> bytes:
    """The unpacked bytes of a part; Refused when there is none."""
    with opened(data) as archive:
        try:
            return archive.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError):
            raise Refused("broken", name) from None


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive for reading; Refused when it is none."""
    try:
        return zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile:
        raise Refused("broken") from None


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts replaced by these bytes; Refused for one that is not there, or twice."""
    if not parts:
        return data
    try:
        entries, start, end = directory(data)
        return _written(data, entries, start, end, {name.encode(): part for name, part in parts.items()})
    except (struct.error, IndexError):
        raise Refused("broken") from None


def directory(data: bytes) -> tuple[list[Entry], int, bytes]:
    """The entries as listed, where the list begins, and what follows it."""
    place = data.rfind(END)
    if place < 0:
        raise Refused("broken")
    _, _, _, _, number, size, start, _ = END_FIELDS.unpack_from(data, place)
    entries, at = [], start
    while at < start + size:
        mark, *fields = CENTRAL_FIELDS.unpack_from(data, at)
        name, extra, comment = fields[9:12]
        at += CENTRAL_FIELDS.size
        if mark != CENTRAL or 0xFFFFFFFF in (fields[7], fields[8], fields[15]):
            raise Refused("broken")
        rest = data[at + name : at + name + extra + comment]
        entries.append(Entry(fields, data[at : at + name], rest))
        at += name + extra + comment
    if len(entries) != number or start + size != place:
        raise Refused("broken")  # a second directory, or something between: two programs would differ
    return entries, start, data[place:]


def _written(data: bytes, entries: list[Entry], start: int, end: bytes, parts: dict[bytes, bytes]) -> bytes:
    names = [entry.name for entry in entries]
    if strange := [name for name in parts if names.count(name) != 1]:
        raise Refused("broken", strange[0].decode(errors="replace"))
    anew = BytesIO()
    by_place = sorted(entries, key=lambda entry: entry.offset)
    ends = [entry.offset for entry in by_place[1:]] + [start]
    anew.write(data[: by_place[0].offset])
    for entry, stop in zip(by_place, ends, strict=True):
        chunk = data[entry.offset : stop]
        entry.fields[15] = anew.tell()
        anew.write(_replaced(chunk, entry, parts[entry.name]) if entry.name in parts else chunk)
    begins = anew.tell()
    for entry in entries:
        anew.write(entry.packed())
    mark, *fields = END_FIELDS.unpack_from(end)
    fields[4:6] = [anew.tell() - begins, begins]
    anew.write(END_FIELDS.pack(mark, *fields) + end[END_FIELDS.size :])
    return anew.getvalue()


def _replaced(chunk: bytes, entry: Entry, part: bytes) -> bytes:
    """A local header, its names and the packed part; the directory's line says the same."""
    mark, *fields = LOCAL_FIELDS.unpack_from(chunk)
    name = chunk[LOCAL_FIELDS.size : LOCAL_FIELDS.size + fields[8]]
    if mark != LOCAL or name != entry.name:
        raise Refused("broken", entry.name.decode(errors="replace"))
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    body = packer.compress(part) + packer.flush() if fields[2] else part
    sizes = [zlib.crc32(part), len(body), len(part)]
    fields[1] &= ~BY_DESCRIPTOR
    entry.fields[2] &= ~BY_DESCRIPTOR
    fields[5:8] = entry.fields[6:9] = sizes
    # What some programs add behind the name repeats the sizes: it goes.
    entry.rest = entry.rest[entry.fields[10] :]
    fields[9] = entry.fields[10] = 0
    return LOCAL_FIELDS.pack(mark, *fields) + name + body
