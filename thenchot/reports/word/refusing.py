"""Headings of matters the program keeps nothing of: the heading stays, with one sentence under it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from copy import deepcopy

from .names import Element, made, w
from .outline import Section, sections, whole_sections
from .text import paragraphs, set_text

SENTENCE = "Phần này nhập trực tiếp trong Word; phần mềm không quản lý nội dung này."
# The words of such headings (design 1): what people think and believe is not kept here.
MATTERS = re.compile(
    r"bảo vệ chính trị nội bộ|tiêu chuẩn chính trị|lịch sử chính trị|dư luận xã hội|tình hình tư tưởng"
    r"|tôn giáo|tín ngưỡng|quan điểm sai trái|nền tảng tư tưởng|âm mưu|thế lực thù địch|nắm tình hình"
    r"|tà đạo|đạo lạ|quan hệ với nước ngoài",
    re.IGNORECASE,
)


def refused(found: Collection[Section]) -> list[int]:
    """Which sections, by their place, stand under such a heading."""
    return [place for place, one in enumerate(found) if MATTERS.search(one.title)]


def empty_refused(root: Element, styles: Element | None = None) -> list[str]:
    """Take out what stands under such headings; the headings that were met."""
    titles = []
    found = sections(root, styles)
    lines = paragraphs(root)
    for place in refused(found):
        one = whole_sections(found, place)
        titles.append(one.title)
        inside = [line for line in lines[one.first + 1 : one.last] if line.getparent() is not None]
        _empty(lines[one.first], inside)
    return titles


def _empty(heading: Element, inside: list[Element]) -> None:
    """One paragraph with the sentence in place of all of them; a table goes with its cells."""
    look = next((one for one in inside if one.getparent().tag == w("body")), None)
    sentence = made("p")
    properties = look.find(w("pPr")) if look is not None else None
    if properties is not None:
        sentence.append(deepcopy(properties))
        for held in sentence.iter(w("sectPr")):
            held.getparent().remove(held)
    node = made("t")
    set_text(node, SENTENCE)
    sentence.append(made("r", made("rPr", made("i")), node))
    heading.addnext(sentence)
    for line in inside:
        table = _outermost(line)
        one = table if table is not None else line
        if one.getparent() is None:
            continue
        if one.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            for run in one.findall(w("r")):
                one.remove(run)
        else:
            one.getparent().remove(one)


def _outermost(line: Element) -> Element | None:
    tables = list(line.iterancestors(w("tbl")))
    return tables[-1] if tables else None
