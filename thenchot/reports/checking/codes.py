"""Every code that a relation can carry; their sentences stand in `reports/checking_words.py`."""

from __future__ import annotations

# How a number stands to the printed one, behind the name of its equation: `sum_rounded`.
HOW = ("exact", "rounded", "cut", "over", "under", "nearly")
EQUATIONS = ("sum", "share", "target", "average", "change", "growth")
SINGLE = frozenset({
    "sum_more", "sum_less", "part_within", "part_exceeds", "share_differs", "share_of_other",
    "base_unprinted", "whole_exact", "whole_rounded", "whole_none", "target_differs", "target_implied",
    "target_unprinted", "of_within", "of_exceeds", "of_target_passed", "average_if", "average_differs",
    "change_differs", "change_exceeds", "growth_differs", "hundred_exact", "hundred_rounded",
    "hundred_differs", "roll_part_exceeds", "roll_exceeds", "repeated_same", "repeated_differs",
    "dates_differ",
})  # fmt: skip
REASONS = SINGLE | {f"{equation}_{how}" for equation in EQUATIONS for how in HOW}
INNOCENT = frozenset({
    "overlapping_or_typed", "part_missing_or_typed", "other_whole", "other_base_or_typed", "target_not_whole",
    "target_or_typed", "other_length", "other_period_or_typed", "other_period_or_times", "number_used_again",
})  # fmt: skip
HANGS_ON = frozenset({
    "bounds", "times_or_persons", "unlisted_parts", "unread_number", "overlapping", "two_periods",
    "unprinted_base", "other_base", "unprinted_target", "target_or_total", "unstated_period", "two_documents",
    "rows_of_table",
})  # fmt: skip
