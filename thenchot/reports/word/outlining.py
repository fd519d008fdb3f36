"""An outline of a report, written as text, made into a Word file with its numbers already bound. Pure.

Lines `# …` and `## …` are headings. `⟦M16⟧` is a figure of the report's period, `⟦M16:cumulative⟧` of another
seen from it, `⟦M16@2020-01-01..2022-12-31⟧` of one that is named, `~1` its decimals, `/M15` its base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thenchot.reports import layout

from .controls import wrap
from .official import BLANK
from .package import Package
from .text import paragraphs, text_of

PLACE = Path(__file__).parent.parent / "outlines"
TOKEN = re.compile(
    r"⟦(?P<code>[A-Za-z0-9_.]+)(?:/(?P<base>[A-Za-z0-9_.]+))?(?:~(?P<places>\d))?"
    r"(?::(?P<mode>\w+))?(?:@(?P<period>[^⟧]+))?⟧"
)
NAME = re.compile(r"[a-z0-9-]{1,40}\Z")
STAND_IN = "0"  # until the numbers are counted


@dataclass(frozen=True)
class Wanted:
    """A number of the outline by its tag: what it counts."""

    tag: str
    code: str
    base: str
    places: int
    mode: str
    period: str


@dataclass(frozen=True)
class Outline:
    """The head's words by name, then the lines."""

    said: dict[str, str]
    lines: tuple[str, ...]


def names() -> list[str]:
    """The outlines that are shipped."""
    return sorted(one.stem for one in PLACE.glob("*.txt"))


def shipped(name: str) -> Outline:
    """One of them. LookupError."""
    if not NAME.match(name) or name not in names():
        raise LookupError(name)
    return read((PLACE / f"{name}.txt").read_text("utf-8"))


def read(text: str) -> Outline:
    """The words of the head stand before the first empty line."""
    head, _gap, rest = text.partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Outline(said, tuple(line.strip() for line in rest.splitlines() if line.strip()))


def word_of(
    outline: Outline, *, superior: str, issuer: str, letters: str, place: str, day: date, demo: bool = False
) -> tuple[bytes, list[Wanted]]:
    """The Word file with every number bound and standing at 0, and what each counts.

    `letters`: those of the issuer's papers, as `TU`.
    """
    word = layout.paper(issuer, landscape=False, demo=demo)
    said = outline.said
    number = f"Số {BLANK}-BC/{letters}"
    layout.party_head(word, layout.Head(superior, issuer, number, place, day))
    if not superior:  # at the top of a province nothing stands over it
        first = word.tables[0].rows[0].cells[0].paragraphs[0]._p
        first.getparent().remove(first)
    layout.title(word, "BÁO CÁO", said.get("abstract", ""))
    wanted: list[Wanted] = []
    spans: list[tuple[int, list[tuple[int, int, str]]]] = []
    first = len(paragraphs(word.element.body))
    for offset, line in enumerate(outline.lines):
        heading, text = line.startswith("#"), line.lstrip("# ")
        plain, found = _without_tokens(text, wanted)
        layout.body(word, plain, bold=heading).paragraph_format.keep_with_next = heading
        spans.append((first + offset, found))
    layout.page_numbers(word)
    signing = tuple(one.strip() for one in said.get("signing", "").split(";"))
    recipients = [one.strip() for one in said.get("recipients", "").split(";") if one.strip()]
    layout.signed(word, recipients, layout.Signature(signing, said.get("post", "")))
    return _bound(layout.bytes_of(word), spans), wanted


def _without_tokens(text: str, wanted: list[Wanted]) -> tuple[str, list[tuple[int, int, str]]]:
    """The line with a 0 in place of each token, where these stand; the tokens go to `wanted`."""
    plain, at, found = "", 0, []
    for token in TOKEN.finditer(text):
        plain += text[at : token.start()]
        tag = f"n{len(wanted) + 1}"
        given = token.groupdict()
        wanted.append(
            Wanted(
                tag, given["code"], given["base"] or "", int(given["places"] or 0),
                given["mode"] or "this", given["period"] or "",
            )
        )  # fmt: skip
        found.append((len(plain), len(plain) + len(STAND_IN), tag))
        plain, at = plain + STAND_IN, token.end()
    return plain + text[at:], found


def _bound(data: bytes, spans: list[tuple[int, list[tuple[int, int, str]]]]) -> bytes:
    package = Package.read(data)
    lines = paragraphs(package.body)
    for place, found in spans:
        assert "⟦" not in text_of(lines[place])
        for start, end, tag in reversed(found):
            wrap(lines[place], start, end, tag)
    return package.bytes()
