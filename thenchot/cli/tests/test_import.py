# ruff: noqa: E501 (one bad list a line)

import re
from datetime import date

import pytest

from thenchot.access.tests.book import A1, AN, BEGINS
from thenchot.files.tests.workbooks import book as xlsx
from thenchot.files.tests.workbooks import sheet_of, with_part
from thenchot.ledger import reading
from thenchot.rooms.membership.reading import members_of
from thenchot.sealed import store
from thenchot.sealed.unsealed import fetch

from .lists import HEADERS, member, members, workbook

DAY = date(2026, 6, 1)


def state():
    """What there is: entries, sealed files."""
    from thenchot.sealed import tables

    return reading.size(), tables.ask("SELECT count(*) FROM sealed_record")[0][0]


def act_set_in(said):
    return re.search(r"--act-set (\d+)", said.out)[1]


def test_a_list_of_members_becomes_files_and_acts_in_one_act_set(book, run, tmp_path):
    size = reading.size()
    said = run("import", "carried_over", members(tmp_path / "list.xlsx", 3))
    assert (said.code, "Đã nạp 3 dòng." in said.out) == (0, True)
    written = reading.of_act_sets([int(act_set_in(said))])
    acts = [e.kind for e in written if e.kind != "law.to_review"]
    assert acts == ["people.registered", "people.file_changed", "membership.carried_over"] * 3
    assert reading.size() == size + len(written)
    person = store.by_number("099500000002")
    assert person in members_of(A1, as_of=BEGINS)
    (file,) = fetch([person]).values()
    assert (file.label, file.born_on, file.card_number) == (
        "Lò Văn 2 (1970)",
        date(1970, 3, 5),
        "099100000002",
    )
    changed = next(e.act for e in written if e.about == person and e.kind == "people.file_changed")
    assert store.versions([person])[person] == (changed.version, changed.digest)


def test_the_same_file_again_is_the_same_act(book, run, tmp_path):
    file = members(tmp_path / "list.xlsx", 2)
    run("import", "carried_over", file)
    before = state()
    said = run("import", "carried_over", file)
    assert (said.code, "đã ghi trước đó" in said.out, state()) == (0, True, before)


def test_an_import_is_undone_and_its_people_come_again_under_the_same_codes(book, run, tmp_path):
    file = members(tmp_path / "list.xlsx", 2)
    act_set = act_set_in(run("import", "carried_over", file))
    person = store.by_number("099500000001")
    said = run("annul", "--act-set", act_set, "--reason", "typed_wrong")
    assert said.code == 0, said
    assert person not in members_of(A1, as_of=DAY)
    refused = run("import", "carried_over", file)
    assert refused.code == 1 and "rồi hủy" in refused.err
    mended = workbook(tmp_path / "mended.xlsx", [member(1, name="Lò Văn Một"), member(2)])
    assert run("import", "carried_over", mended).code == 0
    assert store.by_number("099500000001") == person and person in members_of(A1, as_of=DAY)
    assert fetch([person])[person].name == "Lò Văn Một"
    assert run("annul", "--act-set", act_set, "--reason", "typed_wrong").code == 1


def test_a_dry_run_writes_nothing(book, run, tmp_path):
    before = state()
    said = run("import", "carried_over", members(tmp_path / "list.xlsx", 2), "--dry-run")
    assert (said.code, "2 dòng hợp lệ" in said.out, state()) == (0, True, before)


def test_the_template_has_the_headers_the_import_reads(book, run, tmp_path):
    from thenchot.files.tables import read_table

    assert run("import", "carried_over", "--template", tmp_path / "mau.xlsx", by=None).code == 0
    headers = read_table(tmp_path / "mau.xlsx").headers
    filled = workbook(tmp_path / "filled.xlsx", [member(1)])
    assert {h.strip("*") for h in HEADERS} <= {h.strip("*") for h in headers}
    assert run("import", "carried_over", filled).code == 0
    assert run("import", "carried_over", tmp_path / "mau.xlsx").code == 2


def test_organisations_of_one_file_stand_under_each_other(book, run, tmp_path):
    headers = ["Mã", "Tên", "Loại", "Loại hình", "Cấp trên trực tiếp", "Tính từ ngày"]
    rows = [
        ["x1", "Đảng bộ xã Nà Hang", "đảng bộ cơ sở", "xã, phường, thị trấn", "08", "01/01/2026"],
        ["x1.1", "Chi bộ Nà Tông", "cell", "residential", "x1", "01/01/2026"],
    ]
    said = run("import", "organisations.carried_over", workbook(tmp_path / "tree.xlsx", rows, headers))
    assert said.code == 0, said
    from thenchot.surface.subjects import names_of, subject

    assert names_of([subject("x1.1")]) == {subject("x1.1"): "Chi bộ Nà Tông"}
    assert reading.story(subject("x1.1")).value("parent") == str(subject("x1"))


# Bad input: each a sentence that names the row and the rule; the book and the sealed store as before.

TWO = [member(1), member(2)]


@pytest.mark.parametrize(
    ("rows", "headers", "code", "sentence"),
    [
        (TWO, HEADERS[1:], 2, "Thiếu cột “Họ và tên”"),
        ([r[:6] + r[7:] for r in TWO], [h for h in HEADERS if "Tổ chức" not in h], 2, "Thiếu cột “Tổ chức Đảng sinh hoạt”"),
        (TWO, [*HEADERS[:5], "Số định danh cá nhân", *HEADERS[6:]], 2, "“Số định danh cá nhân” có hai lần"),
        ([member(1, born="3/25/1970")], None, 2, "Sheet1!C2: “Sinh ngày” viết tháng trước ngày"),
        ([member(1, born="5/3/70")], None, 2, "Sheet1!C2: năm của “Sinh ngày” chỉ có hai chữ số"),
        ([member(1, born="31/02/1970")], None, 2, "Sheet1!C2: “Sinh ngày” là ngày không có trong lịch"),
        ([member(1), member(2, cell="không-có")], None, 2, "Sheet1!G3: không tìm thấy “Tổ chức Đảng sinh hoạt”"),
        ([member(1, sex="khác")], None, 2, "Sheet1!B2: giá trị không thuộc danh mục của “Giới tính”"),
        ([member(1, ethnicity="Kinh Bắc")], None, 2, "Sheet1!D2: giá trị không thuộc danh mục của “Dân tộc”"),
        ([member(1), member(2, number="0995 0000 0001")], None, 1, "Dòng 3: “Số định danh cá nhân” trùng với dòng 2"),
        ([member(1), member(2, card="099100000001")], None, 1, "Dòng 3: “Số thẻ Đảng” trùng với dòng 2"),
        ([member(1), member(2, number=f"099{AN:09d}")], None, 1, "Dòng 3: “Số định danh cá nhân” đã có trong một hồ sơ khác"),
        ([member(1), member(2, joined="12/03/1965")], None, 1, "Dòng 3, Chuyển vào sổ: "),
        ([member(1), member(2, born="12/03/2030")], None, 1, "[born_before_that_day]"),
        ([member(1), member(2, cell="c11")], None, 1, "Dòng 3, Chuyển vào sổ: "),
        ([member(1), member(2, name="")], None, 2, "Sheet1!A3: cột “Họ và tên” bắt buộc nhưng ô trống"),
        ([], None, 2, "Dưới tiêu đề không có dòng nào"),
    ],
)  # fmt: skip
def test_a_bad_list_is_refused_whole_with_the_row_and_the_rule(
    book, run, tmp_path, rows, headers, code, sentence
):
    before = state()
    said = run("import", "carried_over", workbook(tmp_path / "list.xlsx", rows, headers))
    assert sentence in said.err, said
    assert (said.code, state()) == (code, before)
    assert "Traceback" not in said.err


def test_numbers_that_lost_their_zeros_are_named_by_their_cells(book, run, tmp_path):
    row = member(1)
    row[4] = 99500000001
    said = run("import", "carried_over", workbook(tmp_path / "list.xlsx", [row]))
    assert (said.code, "Sheet1!E2" in said.err, "số 0 ở đầu thì đã mất" in said.err) == (2, True, True)


def test_eth_and_decomposed_marks_become_one_spelling(book, run, tmp_path):
    name = "Ðào Thi\u0323 Hoa"  # Icelandic Eth, a dot of its own
    said = run(
        "import", "carried_over", workbook(tmp_path / "list.xlsx", [member(1, name=name, ethnicity="H'Mông")])
    )
    assert said.code == 0, said
    assert fetch([store.by_number("099500000001")]).popitem()[1].name == "Đào Thị Hoa"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsm", b"PK\x03\x04", "Tệp có macro"),
        ("a.xlsx", with_part("xl/vbaProject.bin", b"x"), "Tệp có macro"),
        ("a.xlsx", b"PK\x03\x04 broken", "Tệp bị hỏng"),
        ("a.xlsx", b"", "Không có dữ liệu trong tệp"),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 100, "dạng Excel cũ"),
        (
            "a.xlsx",
            with_part("xl/worksheets/sheet1.xml", b"<worksheet>" + b"<c>" + b"<a></a>" * 6_000_000),
            "Tệp có quá nhiều ô",
        ),
        (
            "a.xlsx",
            sheet_of('<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>'),
            "công thức",
        ),
        ("a.csv", ("a;b\n" + "1;2\n" * 100_001).encode(), "hơn 100.000 dòng"),
        ("a.xlsx", xlsx([["Tên"], ["031" + "099001234"]]), "Tệp có vẻ là dữ liệu thật"),
    ],
)
def test_a_hostile_file_is_refused_at_the_door(book, run, tmp_path, name, data, sentence):
    before = state()
    (tmp_path / name).write_bytes(data)
    said = run("import", "carried_over", tmp_path / name)
    assert sentence in said.err, said
    assert (said.code, state()) == (2, before)


def test_a_file_that_is_not_there(book, run, tmp_path):
    said = run("import", "carried_over", tmp_path / "nowhere.xlsx")
    assert (said.code, "Không có tệp" in said.err) == (2, True)


def test_a_kind_nobody_knows(book, run, tmp_path):
    said = run("import", "membership.admited", tmp_path / "x.xlsx")
    assert (said.code, "membership.admitted" in said.err) == (2, True)
