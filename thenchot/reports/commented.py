"""Findings as remarks in the margin of the report itself: the same Word file with comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _

from thenchot.files.word.answers import Remark, with_comments

from ..files.door import Admitted
from .checking.relations import Relation, Verdict
from .checking_words import VERDICTS, say
from .reading.written import Figure, Reading

AUTHOR, INITIALS = "Rà soát số liệu", "RS"
TOLD = (Verdict.FAILS, Verdict.DEPENDS)


def commented(
    admitted: Admitted,
    reading: Reading,
    relations: Collection[Relation],
    verdicts: Collection[Verdict] = TOLD,
    also: Iterable[Remark] = (),
) -> bytes:
    """The Word document with a comment at each finding of these verdicts; nothing else of it changes.

    `also`: what else is to be said there. Refused when the package cannot be written; ValueError for a
    document that is no Word file.
    """
    if admitted.kind != "docx":
        raise ValueError(admitted.kind)
    said = [*also, *remarks(reading, relations, verdicts)]
    return with_comments(admitted, said, AUTHOR, INITIALS)


def remarks(
    reading: Reading, relations: Collection[Relation], verdicts: Collection[Verdict] = TOLD
) -> Iterator[Remark]:
    """What is said, at the letters it is about; a finding about no figure stands at its first line."""
    for one in relations:
        if one.verdict not in verdicts:
            continue
        said = (_("Rà soát số liệu: {verdict}").format(verdict=VERDICTS[one.verdict]), say(one, reading))
        if one.figures:
            figure = spoken_of(one, reading)
            yield Remark(figure.line, figure.start, figure.end, said)
        elif text := reading.lines[one.lines[0] - 1].text:
            yield Remark(one.lines[0], 0, len(text), said)


def spoken_of(relation: Relation, reading: Reading) -> Figure:
    """The figure that a finding is about: the one with the printed value, else the first."""
    figures = [reading.figures[ordinal] for ordinal in relation.figures]
    return next((one for one in figures if one.value == relation.printed), figures[0])
