"""Every sentence about figures that meet or do not. Vietnamese is the source."""

from __future__ import annotations

from bisect import bisect_left

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .checking.relations import Relation, Verdict
from .reading.written import Reading

VERDICTS = {
    Verdict.HOLDS: _("khớp"),
    Verdict.ROUNDED: _("khớp sau làm tròn"),
    Verdict.FAILS: _("chưa khớp"),
    Verdict.DEPENDS: _("cần xem lại"),
    Verdict.UNKNOWN: _("chưa đủ căn cứ"),
}

EQUATIONS = {
    "sum": _("{sum} = {total}, văn bản ghi {whole}"),
    "share": _("{count} ÷ {base} = {true}%, văn bản ghi {share}"),
    "target": _("{count} so với chỉ tiêu {base} là {true}%, văn bản ghi {share}"),
    "average": _("{total} ÷ {length} = {true}, văn bản ghi {average}"),
    "change": _("{expression} = {true}, văn bản ghi {said}"),
    "growth": _("{expression} = {true}%, văn bản ghi {said}"),
}

HOW = {
    "exact": _("khớp"),
    "rounded": _("khớp sau làm tròn"),
    "cut": _("khớp nếu bỏ phần lẻ, không làm tròn"),
    "over": _("khớp với chữ “trên”"),
    "under": _("khớp với chữ “dưới”"),
    "nearly": _("khớp với chữ “gần”"),
}

REASONS = {
    "sum_more": _("tổng ghi {whole}, các phần cộng được {total} (nhiều hơn {gap}): {sum}"),
    "sum_less": _("tổng ghi {whole}, các phần cộng được {total} (ít hơn {gap}): {sum}"),
    "part_within": _("{part} nằm trong {whole}"),
    "part_exceeds": _("phần ghi {part}, lớn hơn tổng {whole}"),
    "share_differs": _("{count} ÷ {base} = {true}%, văn bản ghi {share}"),
    "share_of_other": _(
        "{count} ÷ {base} = {true}%, văn bản ghi {share} nhưng không nói rõ tính trên số nào"
    ),
    "base_unprinted": _("{share}: văn bản không ghi đủ số đếm và số gốc để tính lại"),
    "whole_exact": _("{share} của {base} là {count}"),
    "whole_rounded": _("{share} của {base} tương ứng với {count}, khớp sau làm tròn"),
    "whole_none": _("không có số nguyên nào của {base} cho {share} (gần nhất là {low}% và {high}%)"),
    "target_differs": _("{count} so với chỉ tiêu {base} là {true}%, văn bản ghi {share}"),
    "target_implied": _("{count} đạt {share} nghĩa là chỉ tiêu {target}; văn bản không ghi chỉ tiêu"),
    "target_unprinted": _(
        "{count} đạt {share}: không có chỉ tiêu nguyên nào cho tỷ lệ này, văn bản không ghi chỉ tiêu"
    ),
    "of_within": _("{count} trong {base}"),
    "of_exceeds": _("ghi {count} trong {base}, số đầu lớn hơn số sau"),
    "of_target_passed": _("{count} so với chỉ tiêu {base}, vượt chỉ tiêu"),
    "average_if": _(
        "{total} chia cho {length} là {true}, khớp với {average} chỉ khi tính đúng khoảng thời gian đó"
    ),
    "average_differs": _("{total} ÷ {length} = {true}, văn bản ghi {average}"),
    "change_differs": _("{expression} = {true}, văn bản ghi {said}"),
    "change_exceeds": _("ghi tăng {said}, trong khi tất cả chỉ có {now}"),
    "growth_differs": _("{expression} = {true}%, văn bản ghi {said}"),
    "hundred_exact": _("các tỷ lệ cộng lại đủ 100%: {sum}"),
    "hundred_rounded": _("các tỷ lệ cộng lại là {total}%, khớp sau làm tròn: {sum}"),
    "hundred_differs": _("các tỷ lệ cộng lại là {total}%, so với 100% thì lệch {gap}%: {sum}"),
    "roll_part_exceeds": _(
        "dòng {part_line} ghi {part} (chỉ một phần), lớn hơn {whole} (tất cả) ở dòng {whole_line}"
    ),
    "roll_exceeds": _("dòng {part_line} ghi {part}, lớn hơn tổng số {whole} ở dòng {whole_line}"),
    "repeated_same": _("dòng {first_line} và dòng {later_line} cùng ghi {first}"),
    "repeated_differs": _(
        "dòng {first_line} ghi {first}, dòng {later_line} ghi {later} cho cùng một nội dung"
    ),
    "dates_differ": _(
        "văn bản số {name}: dòng {first_line} ghi ngày {first}, dòng {later_line} ghi ngày {later}"
    ),
}

INNOCENT = {
    "overlapping_or_typed": _("Có thể một người, một việc được tính ở nhiều phần, hoặc một số ghi nhầm."),
    "part_missing_or_typed": _("Có thể còn thiếu một phần, hoặc một số ghi nhầm."),
    "other_whole": _("Có thể hai số khác kỳ, hoặc phần này thuộc một tổng khác."),
    "other_base_or_typed": _("Có thể tỷ lệ tính trên số gốc khác, làm tròn lên, hoặc một số ghi nhầm."),
    "target_not_whole": _("Có thể chỉ tiêu không phải số nguyên, hoặc tỷ lệ tính theo cách khác."),
    "target_or_typed": _("Có thể số sau là chỉ tiêu chứ không phải tổng số, hoặc hai số ghi đổi chỗ."),
    "other_length": _("Có thể khoảng thời gian tính khác với khoảng ghi trong câu."),
    "other_period_or_typed": _("Có thể hai số khác kỳ hoặc khác ngày lấy số liệu, hoặc một số ghi nhầm."),
    "other_period_or_times": _("Có thể hai số khác kỳ, khác ngày lấy số liệu, hoặc một số tính theo lượt."),
    "number_used_again": _(
        "Có thể là hai văn bản cùng số của hai năm hoặc hai nhiệm kỳ, hoặc một ngày ghi nhầm."
    ),
}

HANGS_ON = {
    "bounds": _("Tùy vào số chính xác đứng sau chữ trên, dưới, gần."),
    "times_or_persons": _("Tùy vào số nào tính theo lượt, số nào tính theo người hay tổ chức."),
    "unlisted_parts": _("Tùy vào danh sách có kể hết các phần hay không."),
    "unread_number": _("Tùy vào một số khác trong câu mà máy chưa đọc được."),
    "overlapping": _("Tùy vào các phần có trùng nhau hay không."),
    "two_periods": _("Tùy vào hai số có cùng kỳ hay không."),
    "unprinted_base": _("Tùy vào số gốc mà văn bản không ghi."),
    "other_base": _("Tùy vào tỷ lệ tính trên số nào: một số khác trong đoạn cho đúng tỷ lệ này."),
    "unprinted_target": _("Tùy vào chỉ tiêu mà văn bản không ghi."),
    "target_or_total": _("Tùy vào số sau là chỉ tiêu hay là tổng số."),
    "unstated_period": _("Tùy vào khoảng thời gian mà văn bản không ghi rõ."),
    "two_documents": _("Tùy vào đó là một hay hai văn bản."),
    "rows_of_table": _("Tùy vào dòng, cột nào của bảng được cộng vào tổng."),
}


def say(relation: Relation, reading: Reading) -> str:
    """One finding in words: where, the arithmetic, what it depends on, a possible innocent reason."""
    given = {"expression": relation.expression, **dict(relation.given)}
    for key in ("share",):
        if key in given and "%" not in given[key]:
            given[key] += "%"
    sentences = [f"{where(relation, reading)}: {arithmetic(relation.reason, given)}."]
    if relation.hangs_on:
        sentences.append(str(HANGS_ON[relation.hangs_on]))
    if relation.innocent:
        sentences.append(str(INNOCENT[relation.innocent]))
    return " ".join(sentences)


def arithmetic(reason: str, given: dict[str, str]) -> str:
    if reason in REASONS:
        return str(REASONS[reason]).format(**given)
    equation, _mark, how = reason.rpartition("_")
    return gettext("{equation}: {how}").format(
        equation=str(EQUATIONS[equation]).format(**given), how=HOW[how]
    )


def where(relation: Relation, reading: Reading) -> str:
    """“Dòng 16, 31”, or the place of a table's cell or a footnote."""
    places = {number: place for number in relation.lines if (place := _place(reading, number))}
    named = [places[number] for number in relation.lines if number in places]
    plain = [str(number) for number in relation.lines if number not in places]
    told = named[:1] if len(named) > 3 and not plain else named
    if plain:
        told.insert(0, gettext("Dòng {numbers}").format(numbers=", ".join(plain)))
    return "; ".join(told)


def _place(reading: Reading, number: int) -> str:
    """Looked up, not looked for: a long report has as many findings as lines, in the order of numbers."""
    at = bisect_left(reading.lines, number, key=lambda line: line.number)
    return reading.lines[at].place if at < len(reading.lines) else ""
