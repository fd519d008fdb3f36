"""A report beside the annex it was issued with: the signed facts verified, every edited number named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.files.door import admit
from thenchot.files.limits import DOCX
from thenchot.files.profiles import CHECK
from thenchot.files.word.answers import Remark
from thenchot.reports.drafts.edited import Edited, edited
from thenchot.reports.drafts.facts import Facts, NoFacts, read_facts, verify

from .checked import Checked

CHANGED = gettext_lazy("Chữ ký không khớp: phụ lục đã bị thay đổi hoặc của cơ sở dữ liệu khác.")
NOT_OURS = {
    "file": gettext_lazy("Tệp không phải tệp Word."),
    "none": gettext_lazy("Tệp này không mang số liệu ký kèm."),
    "format": gettext_lazy("Số liệu ký kèm không đọc được."),
    "no_book": gettext_lazy("Máy này chưa lập sổ nên không có khóa để kiểm chữ ký của phụ lục."),
}


@dataclass(frozen=True)
class Beside:
    """The facts that were issued; whether the file is the issued one byte for byte; what was edited."""

    facts: Facts
    same: bool
    edited: tuple[Edited, ...]


def annex_facts(data: bytes, name: str, key: Ed25519PublicKey) -> Facts:
    """The facts of an annex, signed with this installation's key. Refused at the door; NoFacts."""
    facts = read_facts(admit(data, {DOCX.name}, name, CHECK).data)
    verify(facts, key)
    return facts


def beside(checked: Checked, facts: Facts) -> Beside:
    """A checked report beside the facts it was issued with."""
    same = sha256(checked.admitted.original).hexdigest() == facts.report
    return Beside(facts, same, () if same else tuple(edited(facts, checked.lines)))


def why(no: NoFacts) -> str:
    """The sentence of an annex that does not pass."""
    return str(NOT_OURS.get(str(no), CHANGED))


def summary(found: Beside) -> str:
    """How the file stands to the issued one, in a sentence."""
    if found.same:
        return _("Tệp đúng là bản đã ban hành, không khác chỗ nào.")
    if not found.edited:
        return _("Tệp không còn đúng từng byte như bản đã ban hành, nhưng không số nào khác.")
    return _("{count} số khác bản đã ban hành.").format(count=len(found.edited))


def sentence(one: Edited) -> str:
    """Which number was issued, what stands now, in which sentence."""
    said = (
        _("Số {number}: đã ban hành {printed}, nay là {now}. {sentence}")
        if one.now
        else _("Số {number}: đã ban hành {printed}, nay câu đã sửa hoặc không còn. {sentence}")
    )
    fact = one.fact
    whole = fact.sentence.replace("⟦⟧", f"⟦{fact.printed}⟧")
    return said.format(number=fact.number, printed=fact.printed, now=one.now, sentence=whole)


def remarks(found: Beside, checked: Checked) -> Iterator[Remark]:
    """Each edited number as a comment where it stands now; of one that is gone, at the line it stood on."""
    title = _("Rà soát số liệu: khác bản đã ban hành")
    for one in found.edited:
        line = next((at for at in _lines_near(checked, one.line)), None)
        if line is None:
            return
        whole = line != one.line or not one.end
        start, end = (0, len(checked.lines[line - 1].text)) if whole else (one.start, one.end)
        yield Remark(line, start, end, (title, sentence(one)))


def _lines_near(checked: Checked, line: int) -> list[int]:
    """Lines with letters to hang a comment on, the nearest first."""
    written = [one.number for one in checked.lines if one.text]
    return sorted(written, key=lambda number: (abs(number - line), number))


def as_json(found: Beside) -> dict[str, Any]:
    """What JSON says under `issued`."""
    return {
        "code": found.facts.code,
        "numbers": len(found.facts.facts),
        "same_file": found.same,
        "edited": [
            {"number": one.fact.number, "line": one.fact.line, "printed": one.fact.printed, "now": one.now,
             "say": sentence(one)}
            for one in found.edited
        ],
    }  # fmt: skip
