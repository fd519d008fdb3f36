"""Which organisation a printed figure is of, as sentences and rows of tables name it."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.checking.whose import Held
from thenchot.reports.reading.reader import lines_of, read

NAMES = {
    1: "Đảng bộ tỉnh Cao Bằng", 2: "Đảng bộ xã Hòa An", 3: "Đảng bộ phường Sông Hiến", 4: "Đảng bộ xã Quảng Uyên",
    5: "Chi bộ Bản Cườm", 6: "Chi bộ Bản Cườm", 7: "Đảng bộ xã Hạ Lang", 8: "Đảng bộ phường Hạ Lang",
}  # fmt: skip


def whose(text):
    """(organisation, name in the report, whether several bear it) of each figure."""
    reading, held = read(lines_of(text)), Held(1, lambda: NAMES)
    found = (held.of(one, reading.lines[one.line - 1]) for one in reading.figures)
    return [(one.organisation, one.named, one.several) for one in found]


OWN = (0, "", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn Đảng bộ có 41.000 đảng viên.", [OWN]),
        ("Đảng bộ tỉnh Cao Bằng có 41.000 đảng viên.", [OWN]),
        ("Ban Thường vụ Tỉnh ủy khai trừ 3 đảng viên.", [OWN]),
        ("Đảng bộ xã Hòa An có 412 đảng viên.", [(2, "Đảng bộ xã Hòa An", False)]),
        ("Tại phường Sông Hiến, kết nạp 9 đảng viên.", [(3, "phường Sông Hiến", False)]),
        (
            "Kết nạp 12 đảng viên tại xã Hòa An, 7 đảng viên ở phường Sông Hiến.",
            [(2, "xã Hòa An", False), (3, "phường Sông Hiến", False)],
        ),
        (
            "Toàn Đảng bộ có 412 đảng viên; xã Hòa An 42 đảng viên, xã Quảng Uyên 51 đảng viên.",
            [OWN, (2, "xã Hòa An", False), (4, "xã Quảng Uyên", False)],
        ),
        ("Ủy ban Kiểm tra Đảng ủy xã Hòa An kiểm tra 2 đảng viên.", [(2, "Đảng ủy xã Hòa An", False)]),
        ("Chi bộ Bản Cườm kết nạp 2 đảng viên.", [(None, "Chi bộ Bản Cườm", True)]),
        ("Đảng bộ Hạ Lang kết nạp 2 đảng viên.", [(None, "Đảng bộ Hạ Lang", True)]),
        ("Đảng bộ xã Nguyên Bình kết nạp 4 đảng viên.", [(None, "Đảng bộ xã Nguyên Bình", False)]),
        ("Tại các xã Hòa An, xã Quảng Uyên kết nạp 9 đảng viên.", [(None, "xã Quảng Uyên", False)]),
        ("Ban Thường vụ Tỉnh ủy làm việc với xã Hòa An về 3 đảng viên.", [(None, "xã Hòa An", False)]),
        ("Đảng bộ xã Hòa An đã họp. Toàn tỉnh kết nạp 200 đảng viên.", [OWN]),
    ],
)
def test_the_sentence_names_it(text, expected):
    assert whose(text) == expected


def test_the_head_of_a_row_names_it():
    table = "Đơn vị | Kết nạp | Khai trừ\nXã Hòa An | 12 | 3\nXã Minh Tâm | 5 | 6\nBản Cườm | 4 | 2\nTổng cộng | 21 | 11"

    assert whose(table)[::2] == [
        (2, "Xã Hòa An", False), (None, "Xã Minh Tâm", False), (None, "Bản Cườm", True), OWN,
    ]  # fmt: skip


def test_a_report_that_names_nobody_asks_for_no_names():
    def asked():
        raise AssertionError

    reading = read(lines_of("Kết nạp 12 đảng viên, khai trừ 3 đảng viên."))

    assert {Held(1, asked).of(one, reading.lines[0]).organisation for one in reading.figures} == {0}
