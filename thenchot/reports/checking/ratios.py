"""What a count makes of its base in per cent, as a relation; what such a relation can hang on."""

from __future__ import annotations

from fractions import Fraction

from .attached import Share
from .numbers import shown, worked_out
from .page import Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role


def ratio(share: Share, count: Seen, base: Seen) -> Fraction:
    """In percent; “vượt 3%” is what lies above a hundred."""
    true = Fraction(count.figure.value) * 100 / Fraction(base.figure.value)
    return true - 100 if share.above else true


def said_ratio(
    share: Share,
    count: Seen,
    base: Seen,
    verdict: Verdict,
    reason: str,
    hangs_on: str = "",
    kind: Kind = Kind.SHARE,
) -> Relation:
    true = ratio(share, count, base)
    if base.role is Role.TARGET and kind is Kind.SHARE:
        kind, reason = Kind.TARGET, reason.replace("share_", "target_")
    return relation(
        kind, verdict, (count.figure, base.figure, share.seen.figure),
        f"{shown(count.figure.value)} ÷ {shown(base.figure.value)}", reason, expected=true,
        printed=share.seen.figure, innocent="other_base_or_typed", hangs_on=hangs_on,
        count=count.figure.text, base=base.figure.text, share=share.seen.figure.text,
        true=worked_out(true, share.seen.figure),
    )  # fmt: skip


def doubt(share: Share, count: Seen, base: Seen) -> str:
    if count.loose or base.loose or share.seen.loose:
        return "bounds"
    if share.qualified:
        return "unprinted_base"
    if count.times != base.times and count.sort == base.sort:
        return "times_or_persons"
    return ""


def unprinted(share: Share, count: Seen | None) -> Relation:
    figures = (share.seen.figure,) if count is None else (count.figure, share.seen.figure)
    return relation(
        Kind.SHARE, Verdict.UNKNOWN, figures, share.seen.figure.text, "base_unprinted",
        printed=share.seen.figure, share=share.seen.figure.text,
    )  # fmt: skip
