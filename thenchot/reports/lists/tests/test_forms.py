"""Papers of text: a page each, what is known filled in, the rest dots; heads of organisations."""

from datetime import date

import pytest

from thenchot.reports.layout import Head
from thenchot.reports.lists import admission, forms, heads, letters, recognition, residence
from thenchot.reports.lists.admission import Case

from .files import HEAD, SIGNER, STAMP, member, part, said

PERSON = member("Vàng A Sùng", born="05/12/1996", joined=date(2026, 1, 15), residence="Chi bộ thôn Nà Bon")


def case(**more):
    given = {
        "cell_head": HEAD, "committee_head": HEAD, "cell": "Chi bộ thôn Nà Tông",
        "committee": "Đảng ủy xã Hồng Sơn", "person": PERSON, "members": 20, "probationary": 2,
        "resolved_on": date(2025, 12, 20), "ends": date(2027, 1, 15),
    }  # fmt: skip
    return Case(**(given | more))


def made(pages):
    return forms.word(pages, STAMP, title="x")


def test_each_form_of_a_set_begins_a_page():
    for pages, first, last in (
        (admission.admission(case()), "3-KNĐ", "9-KNĐ"),
        (recognition.recognition(case()), "10-KNĐ", "16-KNĐ"),
    ):
        content = made(pages)
        assert part(content, "word/document.xml").count("<w:pageBreakBefore/>") == 6
        assert f"Mẫu {first}" in said(content) and f"Mẫu {last}" in said(content)
        assert "2-KNĐ " not in said(content).replace("12-KNĐ", "") and "1-HSĐV" not in said(content)


def test_what_is_known_stands_in_the_forms():
    text = said(made(admission.admission(case())))
    assert "Ngày 20 tháng 12 năm 2025, Chi bộ thôn Nà Tông đã họp" in text
    assert "Tổng số đảng viên của chi bộ: 20 đảng viên; chính thức 18, dự bị 2" in text
    assert "Hết hạn dự bị ngày: 15/01/2027" in said(made(recognition.recognition(case())))


def test_a_self_review_is_left_to_the_person():
    text = said(made(recognition.recognition(case())[:1]))
    assert recognition.OWN_HAND in text


def test_a_slip_names_the_cell_of_the_residence_and_holds_dots():
    content = made(residence.slips(HEAD, [PERSON, member("Lý Thị Mai")], year=2026))
    text = said(content)
    assert "Kính gửi: Chi ủy chi bộ thôn Nà Bon" in text and "Lý Thị Mai" in text
    assert part(content, "word/document.xml").count('w:leader="dot"') >= 20


def test_nothing_is_no_paper():
    with pytest.raises(ValueError, match="no page"):
        made([])


def test_a_reminder_names_who_is_silent():
    asked = letters.Asked(
        what="Báo cáo tháng 11", letter="45-CV/TU, 01/11/2026", issuer="", due_on=date(2026, 11, 25),
        data_to=None, asked=23, silent=[("Chi bộ thôn Nà Tông", date(2026, 11, 20))],
    )  # fmt: skip
    text = said(made([letters.reminder(HEAD, SIGNER, asked, on=date(2026, 11, 26))]))
    assert "đã trả lời 22/23 đơn vị; còn 1 đơn vị" in text
    assert "về việc báo cáo tháng 11" in text and "20/11/2026" in text


@pytest.mark.parametrize(
    ("line", "head", "letters_"),
    [
        (["Đảng bộ tỉnh Tuyên Quang"], ("", "Tỉnh ủy Tuyên Quang", "Tuyên Quang"), "TU"),
        (
            ["Đảng bộ xã Hồng Sơn", "Đảng bộ tỉnh Tuyên Quang"],
            ("Đảng bộ tỉnh Tuyên Quang", "Đảng ủy xã Hồng Sơn", "Hồng Sơn"),
            "ĐU",
        ),
        (
            ["Chi bộ thôn Nà Tông", "Đảng bộ xã Hồng Sơn", "Đảng bộ tỉnh Tuyên Quang"],
            ("Đảng bộ xã Hồng Sơn", "Chi bộ thôn Nà Tông", "Hồng Sơn"),
            "CB",
        ),
        (["c21", "c11"], ("c11", "c21", ""), "ĐU"),
    ],
)
def test_an_organisation_issues_as_its_committee(line, head, letters_):
    found = heads.issuer(line)
    assert (found.head.superior, found.head.issuer, found.head.place) == head
    assert found.letters == letters_
    assert found.numbered("CV") == Head(*head[:2], f"Số       -CV/{letters_}", head[2])
