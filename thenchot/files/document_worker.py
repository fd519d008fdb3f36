"""The process that reads one document: its lines as JSON.

in:   {"kind", "main"} on one line, then the bytes of the file as the door hands them on;
      for a Word document with "clean", or with "author", "initials" and
      "comments" [[line, start, end, [paragraph …]] …]
out:  [text, sort, place, level, table, row, column] for each line, then
      {"notes": [[code, place, count] …], "lines": n}; for comments {"parts": {name: text}} alone,
      for "clean" with {"without": [name …], "removed": {code: count}};
      or {"refused": code, "place": "…", "given": {…}} at any point, and nothing after it
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from thenchot.files.confined import confine, say, say_no
from thenchot.files.lines import DocumentLine, Lines
from thenchot.files.refusals import Note, Refused
from thenchot.files.wire import pack, unpack

READS = {"docx": "thenchot.files.word.cleaning", "pdf": "thenchot.files.pdf.text"}


def main() -> None:
    """One file in, its lines out."""
    asked = json.loads(sys.stdin.buffer.readline())
    prepare(asked["kind"])
    confine()
    try:
        data = sys.stdin.buffer.read()
        if "clean" in asked:
            say(cleaned(data, asked["main"]))
            return
        if "comments" in asked:
            say({"parts": with_comments(data, asked)})
            return
        lines, notes = read(asked["kind"], data, asked["main"])
        for line in lines:
            say(pack(line))
        say({"notes": pack(notes), "lines": len(lines)})
    except Refused as no:
        say_no(no)
    except (MemoryError, RecursionError):
        say_no(Refused("memory"))


def prepare(kind: str) -> None:
    """Import what reads this kind, before the doors are shut."""
    if kind in READS:
        import_module(READS[kind])


def read(kind: str, data: bytes, main: str) -> tuple[Lines, list[Note]]:
    """The lines of a document the door has passed; Refused when they are too many or cannot be read."""
    if kind == "docx":
        return read_word(data, main)
    if kind == "pdf":
        from thenchot.files.pdf import text as pdf_text

        found = pdf_text.read(data)
        return found.lines, found.notes
    return read_text(data)


def read_word(data: bytes, main: str) -> tuple[Lines, list[Note]]:
    from thenchot.files.word.parts import WordParts
    from thenchot.files.word.text import WordText

    text = WordText(WordParts.read(data, main))
    if not any(line.text.strip() for line in text.lines):
        raise Refused("empty")
    return text.lines, text.notes()


def with_comments(data: bytes, asked: dict[str, Any]) -> dict[str, str]:
    from thenchot.files.word.comments import Comment, commented
    from thenchot.files.word.parts import WordParts

    comments = unpack(tuple[Comment, ...], asked["comments"])
    parts = commented(WordParts.read(data, asked["main"]), comments, asked["author"], asked["initials"])
    return {name: part.decode() for name, part in parts.items()}


def cleaned(data: bytes, main: str) -> dict[str, Any]:
    from thenchot.files.word.cleaning import Cleaning
    from thenchot.files.word.parts import WordParts

    done = Cleaning(WordParts.read(data, main))
    parts = {name: part.decode() for name, part in done.parts.items()}
    return {"parts": parts, "without": done.without, "removed": dict(done.removed)}


def read_text(data: bytes) -> tuple[Lines, list[Note]]:
    """Lines as they are given, empty ones too: they are counted from 1."""
    lines = Lines()
    for text in data.decode().split("\n"):
        lines.append(DocumentLine(text.removesuffix("\r")))
    while lines and not lines[-1].text.strip():
        lines.pop()
    return lines, []


if __name__ == "__main__":
    main()
