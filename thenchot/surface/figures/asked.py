"""Figures asked of an organisation, and what the account may see of the answer (security.md 4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.masking import SENSITIVE, Mask, Pool
from thenchot.snapshot.opened import NotDeclared
from thenchot.snapshot.sources import Live, Source

ONLY_AT_CLOSINGS = _(
    "Đồng chí xem được con số; danh sách do đơn vị quản lý. Số liệu này chỉ xem ở các lần chốt."
)
NOT_CROSSED = _("Phân tổ nhạy cảm không kết hợp với chiều khác cho người không mở danh sách.")
ONE_SENSITIVE = _("Mỗi bảng chỉ có một chiều phân tổ nhạy cảm.")
POOLED = _("Phân tổ này không tách riêng cho đơn vị: có ô dưới 5 người, đã gộp vào các đơn vị còn lại.")


class NotShown(Exception):
    """A breakdown that may not be shown to this account; `sentence` says why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass
class Asked:
    """One question: a source, an organisation, and whether the account may open rows and see names."""

    source: Source
    organisation: int
    sees_rows: bool = True
    sees_names: bool = True
    _masks: dict[tuple[str, str], Mask] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return self.source.catalogue

    @property
    def live(self) -> Live | None:
        """The source where it is the book itself."""
        return self.source if isinstance(self.source, Live) else None

    def sensitive(self, code: str) -> bool:
        figure = self.catalogue.figures.get(code)
        return figure is not None and figure.sensitive

    def hidden(self, code: str, by: str = "", organisation: int | None = None) -> bool:
        """Whether a number may not be shown to somebody who may not open the rows.

        `organisation` is the one asked about, or one under it. Never for an arbitrary day, never recast.
        """
        if self.sees_rows or code not in self.catalogue.figures:
            return False
        if by not in SENSITIVE and not self.sensitive(code):
            return False
        if not isinstance(self.source, Closed):
            return True
        node = self.organisation if organisation is None else organisation
        return node not in self._mask(self.source, code, by).shown

    def pool(self, code: str) -> Pool | None:
        """The organisations directly below of which only the sum may be shown."""
        if self.sees_rows or not self.sensitive(code) or not isinstance(self.source, Closed):
            return None
        return self._mask(self.source, code, "").pools.get(self.organisation)

    def _mask(self, source: Closed, code: str, by: str) -> Mask:
        if (code, by) not in self._masks:
            self._masks[code, by] = source.mask(code, by)
        return self._masks[code, by]

    def need_breakdown(self, code: str, by: Sequence[str]) -> None:
        """Raises NotShown, NotDeclared."""
        dimensions = self.catalogue.populations[self.catalogue.figures[code].population].dimensions
        if not 1 <= len(by) <= 2 or len(set(by)) < len(by) or set(by) - set(dimensions):
            raise NotDeclared(code, tuple(by))
        touched = set(by) & SENSITIVE
        if len(touched) > 1:
            raise NotShown(ONE_SENSITIVE)
        if self.sees_rows or not (touched or self.sensitive(code)):
            return
        if not isinstance(self.source, Closed):
            raise NotShown(ONLY_AT_CLOSINGS)
        if len(by) > 1 or self.sensitive(code):
            raise NotShown(NOT_CROSSED)
        if self.hidden(code, by[0]):
            raise NotShown(POOLED)


def coded(asked: Asked, code: str, by: Sequence[str] = ()) -> bool:
    """Whether rows open to codes, with nothing beside a code by which it could be matched to a name."""
    return asked.sensitive(code) or bool(set(by) & SENSITIVE)


def titles(catalogue: Catalogue) -> dict[str, str]:
    """What every figure, share and stated figure is called in the reader's language."""
    english = (get_language() or "vi").startswith("en")
    declared: dict[str, Any] = {**catalogue.figures, **catalogue.ratios, **catalogue.stated}
    return {code: one.en if english else one.vi for code, one in declared.items()}
