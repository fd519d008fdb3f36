"""Numbers are bound wherever they stand, filled in their formatting, and what was lost is named."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thenchot.reports.word.controls import Fault, controls, faults, fill, marked, spans, unwrap, wrap
from thenchot.reports.word.names import made, parse, w, written
from thenchot.reports.word.text import paragraphs, text_of

from .files import package, word


def bound(*lines, find="31", tag="n1"):
    """The body of a file with its first `find` bound."""
    one = package(*lines)
    for paragraph in paragraphs(one.body):
        at = text_of(paragraph).find(find)
        if at >= 0:
            assert wrap(paragraph, at, at + len(find), tag, "Đảng viên mới kết nạp")
            return one
    raise AssertionError(find)


def test_a_number_inside_a_run_is_bound_and_filled():
    one = bound("Kết nạp 31 đảng viên.")
    assert [(c.tag, c.text, c.whole) for c in controls(one.body)] == [("n1", "31", True)]
    assert fill(one.body, {"n1": "1.421"}) == ["n1"]
    assert text_of(paragraphs(one.body)[0]) == "Kết nạp 1.421 đảng viên."


def test_a_number_split_over_runs_keeps_the_formatting_of_its_first_letter():
    one = bound([("Kết nạp 3", True), ("1", False), (" đảng viên", False)])
    fill(one.body, {"n1": "32"})
    (paragraph,) = paragraphs(one.body)
    assert text_of(paragraph) == "Kết nạp 32 đảng viên"
    (control,) = controls(one.body)
    (run,) = control.element.iter(w("r"))
    assert run.find(f"{w('rPr')}/{w('b')}") is not None


def test_half_of_a_number_in_a_link_comes_together():
    one = package(["Kết nạp 3", "1 đảng viên"])
    (paragraph,) = paragraphs(one.body)
    link = made("hyperlink")
    run = paragraph.findall(w("r"))[1]
    run.addprevious(link)
    link.append(run)
    assert wrap(paragraph, 8, 10, "n1")
    fill(one.body, {"n1": "45"})
    assert text_of(paragraph) == "Kết nạp 45 đảng viên"


def test_somebody_elses_braces_stay_text():
    one = bound("Kết nạp 31 {{ tong_so }} {% for x in y %} ⟦n1⟧")
    fill(one.body, {"n1": "7"})
    assert text_of(paragraphs(one.body)[0]) == "Kết nạp 7 {{ tong_so }} {% for x in y %} ⟦n1⟧"


def test_the_result_of_a_field_is_not_bound():
    one = package("Trang 31")
    (paragraph,) = paragraphs(one.body)
    run = paragraph.find(w("r"))
    run.addprevious(made("r", made("fldChar", fldCharType="begin")))
    run.addnext(made("r", made("fldChar", fldCharType="end")))
    assert not wrap(paragraph, 6, 8, "n1") and not controls(one.body)


def test_a_control_of_somebody_else_is_left_alone():
    one = bound("Kết nạp 31 đảng viên.")
    (element,) = one.body.iter(w("sdt"))
    element.find(f"{w('sdtPr')}/{w('tag')}").set(w("val"), "ngay-ky")
    assert controls(one.body) == [] and fill(one.body, {"n1": "5", "ngay-ky": "5"}) == []
    unwrap(one.body)
    assert next(one.body.iter(w("sdt")), None) is not None


def test_lost_doubled_and_broken_controls_are_named():
    one = bound("Kết nạp 31 đảng viên.")
    (element,) = one.body.iter(w("sdt"))
    assert faults(controls(one.body), ["n1", "n2"]) == {"n2": Fault.LOST}
    element.addnext(parse(written(element)))
    assert faults(controls(one.body), ["n1"]) == {"n1": Fault.DOUBLED}
    element.getparent().remove(element)
    for node in one.body.iter(w("t")):
        if node.text == "31":
            node.text = " "
    assert faults(controls(one.body), ["n1"]) == {"n1": Fault.BROKEN}
    assert fill(one.body, {"n1": "5"}) == []


def test_a_control_inside_ours_is_not_put():
    one = bound("Kết nạp 31 đảng viên.")
    (paragraph,) = paragraphs(one.body)
    assert not wrap(paragraph, 8, 9, "n2")


def test_taken_out_the_text_is_what_it_was():
    one = bound("Kết nạp 31 đảng viên.")
    unwrap(one.body)
    assert text_of(paragraphs(one.body)[0]) == "Kết nạp 31 đảng viên."
    assert controls(one.body) == []


def test_a_number_in_a_table_is_bound():
    from docx import Document

    from thenchot.reports.word.package import Package

    document = Document()
    document.add_table(1, 2).rows[0].cells[1].text = "31"
    from io import BytesIO

    out = BytesIO()
    document.save(out)
    one = Package.read(out.getvalue())
    cell = next(p for p in paragraphs(one.body) if text_of(p) == "31")
    assert wrap(cell, 0, 2, "n1") and controls(one.body)[0].whole


PIECES = st.lists(st.text("ab 1.,\u1ea1", min_size=1, max_size=5), min_size=1, max_size=6)


@given(pieces=PIECES, data=st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_the_runs_only_the_bound_letters_change(pieces, data):
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    body = made("body", made("p"))
    for piece in pieces:
        node = made("t")
        node.text = piece
        body[0].append(made("r", node))
    (paragraph,) = paragraphs(body)
    assert wrap(paragraph, start, end, "n1")
    assert text_of(paragraph) == text and spans(paragraph) == [(start, end, "n1")]
    assert marked(paragraph) == f"{text[:start]}⟦n1⟧{text[end:]}"
    if text[start:end].strip():
        fill(body, {"n1": "99"})
        assert text_of(paragraph) == f"{text[:start]}99{text[end:]}"
    assert etree.fromstring(etree.tostring(body)) is not None


def test_what_is_not_touched_goes_out_as_it_came(tmp_path):
    from io import BytesIO
    from zipfile import ZipFile

    from thenchot.reports.word.package import Package

    data = word("Kết nạp 31 đảng viên.")
    one = Package.read(data)
    wrap(paragraphs(one.body)[0], 8, 10, "n1")
    old, new = ZipFile(BytesIO(data)), ZipFile(BytesIO(one.bytes()))
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"] and old.namelist() == new.namelist()
