"""Documents read as lines: Word as it looks when accepted, PDF rows joined again, text as given."""

import json
import os
import zlib

import pytest

from thenchot.files import documents
from thenchot.files.documents import read_document
from thenchot.files.refusals import Refused

from .pdf_files import packed_object, pdf, vietnamese
from .word_files import GOOD, W, field, with_body, with_part, word
from .workbooks import GOOD as BOOK
from .workbooks import OFFICE, packed, parts_of

ALTERNATIVE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def texts(data, name=""):
    return [line.text for line in read_document(data, name).lines]


def body(xml):
    """The texts of this XML."""
    return texts(with_body(xml))[1:]


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


CELL = "<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def cell(text, about=""):
    return CELL.format(text=text, about=about)


def test_paragraphs_headings_and_captions_in_order():
    def also(made):
        made.add_heading("1. Kết nạp", level=2)
        made.add_paragraph("")
        made.add_paragraph("Bảng 1. Đảng viên", style="Caption")

    lines = read_document(word("Có 12 cuộc.", also=also)).lines

    assert [(line.text, line.sort, line.level) for line in lines] == [
        ("Có 12 cuộc.", "paragraph", 0), ("1. Kết nạp", "heading", 2), ("", "paragraph", 0),
        ("Bảng 1. Đảng viên", "caption", 0),
    ]  # fmt: skip


def test_cells_are_named_by_table_row_and_column():
    span, first = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{cell('a', span)}{cell('b')}</w:tr>"
        f"<w:tr>{cell('c', first)}{cell('d')}{cell('e')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('f')}{cell('g')}</w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("h")}</w:tr>'
    )

    lines = read_document(with_body(f"<w:tbl>{rows}</w:tbl>")).lines[1:]

    assert [(line.text, line.row, line.column) for line in lines] == [
        ("a", 1, 1), ("b", 1, 3), ("c", 2, 1), ("d", 2, 2), ("e", 2, 3), ("f", 3, 2), ("g", 3, 3),
    ]  # fmt: skip
    assert lines[4].place == "Bảng 1, dòng 2, cột 3"
    assert {line.table for line in lines} == {1}


def test_text_is_read_as_it_looks_when_all_is_accepted():
    changed = (
        f'<w:p>{run("Có ")}<w:del w:id="1"><w:r><w:delText>11</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("12")}</w:ins><w:moveFrom w:id="3">{run("13")}</w:moveFrom>'
        f"{run(' cuộc')}</w:p>"
    )

    read = read_document(with_body(changed))

    assert read.lines[1].text == "Có 12 cuộc"
    assert [(note.code, note.count) for note in read.notes] == [("tracked", 3)]


HIDDEN, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"<w:p>{run('1', HIDDEN)}{run('2')}</w:p>", "2"),
        (f"<w:p>{run('1', SHOWN)}</w:p>", "1"),
        (f"<w:p>{run('Có 36')}{run('1', RAISED)}{run(' cuộc')}</w:p>", "Có 36 cuộc"),
        (f"<w:p>{run('1.')}{run('7')}{run('33')}</w:p>", "1.733"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>", "a\tb\n-"),
        (field("PAGE"), ""),
        (field("REF x"), "12"),
        ('<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>', ""),
        (f"<w:p><w:hyperlink>{run('xem 5')}</w:hyperlink></w:p>", "xem 5"),
        (f"<w:sdt><w:sdtContent><w:p>{run('8')}</w:p></w:sdtContent></w:sdt>", "8"),
    ],
)  # fmt: skip
def test_letters_that_are_seen_are_read(xml, expected):
    assert body(xml) == [expected]


def test_text_boxes_follow_their_paragraph_and_are_read_once():
    box = f"<w:txbxContent><w:p>{run('31')}</w:p></w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="{ALTERNATIVE}"><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    read = read_document(with_body(f"<w:p>{run('trước')}<w:r>{both}</w:r>{run(' sau')}</w:p>"))

    assert [(line.text, line.place) for line in read.lines[1:]] == [
        ("trước sau", ""), ("31", "Hộp văn bản 1"),
    ]  # fmt: skip
    assert [note.code for note in read.notes] == ["text_boxes"]


def with_footnotes():
    parts = parts_of(
        with_body('<w:p><w:r><w:t>Có 9</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>')
    )
    parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Trong đó 4 nữ</w:t></w:r></w:p>'
        "</w:footnote>"
        "</w:footnotes>"
    )
    link = f'<Relationship Id="rId98" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())
    return packed(parts)


def test_footnotes_stand_behind_the_text():
    lines = read_document(with_footnotes()).lines[1:]

    assert [(line.text, line.sort, line.place) for line in lines] == [
        ("Có 9", "paragraph", ""), (" Trong đó 4 nữ", "footnote", "Chú thích 1"),
    ]  # fmt: skip


def test_old_fonts_are_told():
    fonts = '<w:rFonts w:ascii=".VnTime"/>'

    assert [note.place for note in read_document(with_body(f"<w:p>{run('x', fonts)}</w:p>")).notes] == [
        ".VnTime"
    ]


def test_rows_of_a_pdf_are_joined_to_paragraphs():
    rows = [
        (108, 700, "In the year there were 12 meetings and 30 visits to the communes by every"),
        (72, 680, "member of the committee, of which 7 were in the mountains and 5 were in the"),
        (72, 660, "lowlands."),
        (108, 640, "In the same year 44 members were admitted."),
        (72, 620, "- 12 of them women;"),
    ]

    lines = read_document(pdf(rows)).lines

    assert [line.text.split()[-1] for line in lines] == ["lowlands.", "admitted.", "women;"]
    assert lines[1].place == "Trang 1, đoạn 2"


def test_vietnamese_paragraphs_come_out_of_a_pdf_as_they_went_in():
    paragraphs = [
        "Trong 9 tháng năm 2023, kết nạp 1.733 đảng viên, đạt 103% chỉ tiêu; trong đó nữ 812 đồng chí.",
        "Giai đoạn 2020 - 2022 các cấp ủy tổ chức 52 cuộc kiểm tra, giám sát theo chương trình 2021 - 2025.",
        "- Khai trừ 4 đảng viên.",
    ]

    assert texts(vietnamese(paragraphs)) == paragraphs


def test_page_numbers_and_running_heads_are_dropped():
    def page(number):
        text = [
            (72, 700 - 18 * row, f"Line {number * row} of the text that is long enough") for row in range(9)
        ]
        return [(280, 800, "OFFICE OF THE COMMITTEE"), *text, (290, 40, str(number))]

    read = read_document(pdf(*[page(number) for number in range(1, 5)]))

    assert not [line for line in read.lines if "OFFICE" in line.text]
    assert [line.text.split()[-1] for line in read.lines] == ["enough"]
    assert [(note.code, note.count) for note in read.notes] == [("chrome", 8)]


def test_footnotes_and_their_marks_in_a_pdf():
    rows = [
        (72, 700, "There were 36"),
        (147, 704, "1", 7),
        (155, 700, "meetings held."),
        (72, 60, "1 Of which 4.", 9),
    ]

    lines = read_document(pdf([(72, 720, "There were 40 more of them held."), *rows])).lines

    assert [(line.text, line.sort) for line in lines] == [
        ("There were 40 more of them held. There were 36 meetings held.", "paragraph"),
        ("1 Of which 4.", "footnote"),
    ]  # fmt: skip


PDFS = {
    "JavaScript": (lambda: pdf(["a"], catalog="/OpenAction<</S/JavaScript/JS(x)>>"), "pdf_program"),
    "JavaScript with an escaped name": (
        lambda: pdf(["a"], catalog="/OpenAction<</S/Java#53cript/J#53(x)>>"), "pdf_program",
    ),
    "JavaScript in packed objects": (
        lambda: pdf(["a"], objects=[packed_object(b"<</S/JavaScript/JS(x)>>")]), "pdf_program",
    ),
    "launch": (lambda: pdf(["a"], catalog="/OpenAction<</S/Launch/F(a.exe)>>"), "pdf_program"),
    "file inside": (lambda: pdf(["a"], objects=["<</Type/EmbeddedFile/Length 0>>"]), "embedding"),
    "password": (lambda: pdf(["a"]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R"), "encrypted"),
    "XFA": (lambda: pdf(["a"], catalog="/AcroForm<</XFA 9 0 R>>"), "pdf_form"),
    "501 pages": (lambda: pdf(*[["a"]] * 501), "pages"),
    "no text": (lambda: pdf([]), "scanned"),
    "no PDF": (lambda: b"%PDF-1.7\nnothing", "broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_pdf_that_is_refused(name):
    make, expected = PDFS[name]
    with pytest.raises(Refused) as refused:
        read_document(make())

    assert refused.value.code == expected


def test_three_letters_in_a_picture_are_no_program():
    picture = b"<</Subtype/Image/Length 20>>stream\n/JS /Launch /Encrypt\nendstream"

    assert texts(pdf(["a"], objects=[picture])) == ["a"]


def test_text_is_read_line_by_line_as_given():
    assert texts("\ufeffMột\r\n\r\nHai\n\n".encode()) == ["Một", "", "Hai"]
    assert texts("Một".encode("utf-16")) == ["Một"]


LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")


def content(text, times):
    """A PDF whose page is drawn by this, packed, so many times over."""
    packing = zlib.compressobj(1)
    packed = b"".join(packing.compress(text) for _ in range(times)) + packing.flush()
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return pdf([]).replace(b"/Contents 11 0 R", b"/Contents 99 0 R").replace(
        b"2 0 obj", b"99 0 obj\n%s\nendobj\n2 0 obj" % stream, 1
    )  # fmt: skip


def packed_bomb():
    blanks = zlib.compress(b" " * 400_000_000, 1)
    return pdf(["a"], objects=[b"<</Type/ObjStm/N 1/First 6>>stream\n%s\nendstream" % blanks])


HOSTILE = {
    "six hundred million blanks on a page of PDF": (lambda: content(b" " * 1_000_000, 600), "memory"),
    "ten million states on a page of PDF": (lambda: content(b"q " * 500_000, 20), "memory"),
    "a bomb of objects in a PDF": (packed_bomb, "unpacked"),
    "pages of PDF that hold themselves": (
        lambda: pdf(["a"]).replace(b"/Kids[10 0 R]", b"/Kids[ 2 0 R]"), "broken",
    ),
    "entities": (lambda: with_part("word/x.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;&b;</a>'), "dtd"),
    "nested two hundred deep": (lambda: with_body("<w:sdt>" * 200 + "</w:sdt>" * 200), "depth"),
    "a password": (lambda: LOCKED, "encrypted"),
    "line of ten million letters": (lambda: b"1 " * 5_000_000, "line"),
    "paragraph of two million letters": (
        lambda: with_body("<w:p>" + "<w:r><w:t>1 2 3 4 5 6 7 8 9 10</w:t></w:r>" * 80_000 + "</w:p>"), "line",
    ),
    "very many lines": (lambda: b"1\n" * 200_000, "paragraphs"),
    "very many paragraphs": (lambda: with_body("<w:p/>" * 150_000), "paragraphs"),
    "larger than fifty megabytes": (lambda: b"a\n" * 26_000_000, "size"),
    "not Unicode": (lambda: "Đảng".encode("cp1258", "replace"), "encoding"),
    "only pictures": (lambda: word(""), "empty"),
    "a workbook": (lambda: BOOK, "not_word"),
    "macro": (lambda: with_part("word/vbaProject.bin", b"x"), "macro"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document_is_refused_soon(name):
    make, expected = HOSTILE[name]
    data = make()
    began = sum(os.times()[:4])

    with pytest.raises(Refused) as refused:
        read_document(data)

    assert refused.value.code == expected
    assert sum(os.times()[:4]) - began < 5  # of processor, the worker's too


def test_fifty_megabytes_of_pictures_are_read():
    noise = os.urandom(1_000_000) * 48

    assert texts(with_part("word/media/a.png", noise)) == ["Toàn đảng bộ có 1.733 đảng viên."]


def test_name_must_say_what_the_bytes_are():
    for data, name in ((GOOD, "a.pdf"), (pdf(["a"]), "a.docx"), (b"a", "a.docx"), (b"a", "a.pdf")):
        with pytest.raises(Refused) as refused:
            read_document(data, name)
        assert refused.value.code == "wrong_kind"


LINE = ["a", "paragraph", "", 0, 0, 0, 0]
ANSWERS = [
    [],
    [LINE],
    [LINE, {"notes": [], "lines": 2}],
    [LINE, {"notes": [["x", "", 0]], "lines": 1}],
    [LINE, {"lines": 1}],
    [["a", "title", "", 0, 0, 0, 0], {"notes": [], "lines": 1}],
    [["a", "paragraph", "", 0, 0, 0, -1], {"notes": [], "lines": 1}],
    [["a", "paragraph", "", 0, 0, 0, True], {"notes": [], "lines": 1}],
    [["a"], {"notes": [], "lines": 1}],
    [{"refused": "macro", "place": "", "given": {}}],
    [{"refused": "line", "place": "", "given": {"limit": "x"}}],
]


@pytest.mark.parametrize("answers", ANSWERS, ids=json.dumps)
def test_an_answer_that_is_not_of_the_form_is_refused(answers):
    with pytest.raises(Refused, match="memory"):
        documents.collect(iter(answers))
