"""What the door tolerates depends on what a file is wanted for."""

import pytest

from thenchot.files.door import admit
from thenchot.files.profiles import CHECK, FORM, TEMPLATE, TO_CLEAN
from thenchot.files.refusals import Refused
from thenchot.files.sheets.fetching import check
from thenchot.files.word import markup as word_markup

from .word_files import DOCUMENT, GOOD, field, linked, with_body, with_part, word
from .workbooks import GOOD as BOOK
from .workbooks import book, packed, parts_of, sheet_of

TRACKED = '<w:p><w:ins w:id="9" w:author="x"><w:r><w:t>12</w:t></w:r></w:ins></w:p>'
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>13</w:t></w:r></w:p>"
COMMENTED = word("Có 12 cuộc.", also=lambda made: made.add_comment(made.paragraphs[0].runs, "xem lại"))


INNER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HIDING = field("D", " x").replace("</w:instrText></w:r>", "</w:instrText></w:r>" + INNER, 1)
DRAWING = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="v"><v:imagedata src="http://example.test/a"/></v:shape></w:pict>'
    "</w:r></w:p>"
)


def changed(old, new):
    return {name: part.replace(old, new) for name, part in parts_of(GOOD).items()}


def code(data, profile, kinds=("docx",), name=""):
    with pytest.raises(Refused) as refused:
        admit(data, kinds, name, profile)
    return refused.value.code


WORD = {
    "macro by part": (lambda: with_part("word/vbaProject.bin", b"x"), "macro"),
    "macro by type": (lambda: packed(changed(b"document.main", b"document.macroEnabled.main")), "macro"),
    "activeX": (lambda: with_part("word/activeX/activeX1.xml", "<a/>"), "activex"),
    "embedding": (lambda: with_part("word/embeddings/a.xlsx", BOOK), "embedding"),
    "picture from elsewhere": (lambda: linked("image", "http://example.test/a.png"), "external_link"),
    "template": (lambda: linked("attachedTemplate", "file:///C:/a.dotm"), "template"),
    "another document": (lambda: linked("aFChunk", "a.html", "Internal"), "embedding"),
    "DTD": (lambda: with_part("word/x.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "dtd"),
    "part twice": (lambda: packed([*parts_of(GOOD).items(), ("WORD/document.xml", b"")]), "duplicate_part"),
    "DDE": (lambda: with_body(field("DDEAUTO c:\\\\x")), "field"),
    "DDE split over runs": (lambda: with_body(field(" D", "DE", " cmd /k")), "field"),
    "DDE in a simple field": (
        lambda: with_body('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;x&quot;"/></w:p>'),
        "field",
    ),
    "a field that hides its name": (lambda: with_body(HIDING), "field"),
    "picture in an old drawing": (lambda: with_body(DRAWING), "external_link"),
    "drawing that runs": (lambda: with_part("word/media/a.svg", "<svg><script>x</script></svg>"), "macro"),
    "drawing that fetches": (lambda: with_part("word/media/a.svg", '<a href="http://x/">'), "external_link"),
    "archive inside": (lambda: with_part("word/inner.zip", GOOD), "strange_part"),
    "path upwards": (lambda: with_part("../x.xml", "<a/>"), "path"),
    "deep": (lambda: with_body("<w:sdt>" * 200 + "</w:sdt>" * 200), "depth"),
    "bomb": (lambda: with_part("word/x.xml", b"<a>" + b" " * 55_000_000 + b"</a>"), "ratio"),
    "long text": (lambda: with_body(f"<w:p><w:r><w:t>{'1 2 ' * 300_000}</w:t></w:r></w:p>"), "line"),
    "no document": (lambda: packed({k: v for k, v in parts_of(GOOD).items() if k != DOCUMENT}), "not_word"),
    "a workbook": (lambda: BOOK, "not_word"),
    "rich text": (lambda: b"{\\rtf1 x}", "old_word"),
    "old Word": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "old_word"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORD)
@pytest.mark.parametrize("profile", [CHECK, TEMPLATE], ids=["check", "template"])
def test_word_file_that_is_refused_for_checking_and_as_template(name, profile):
    make, expected = WORD[name]

    refused = {expected} if name != "bomb" else {"ratio", "line"}

    assert code(make(), profile) in refused


@pytest.mark.parametrize(
    ("data", "expected"),
    [(with_body(TRACKED), "tracked"), (with_body(HIDDEN), "hidden_text"), (COMMENTED, "comments")],
)
def test_changes_hidden_text_and_comments_are_tolerated_where_a_file_is_only_checked(data, expected):
    assert [note.code for note in admit(data, {"docx"}, profile=CHECK).notes] == [expected]
    assert code(data, TEMPLATE) == expected


def test_place_of_what_is_refused_is_a_paragraph():
    with pytest.raises(Refused) as refused:
        admit(with_body(TRACKED), {"docx"}, profile=TEMPLATE)

    assert refused.value.place == "đoạn 2"


def test_what_can_be_cleaned_is_let_in_to_be_cleaned():
    found = {
        note.code
        for data in (with_body(field("DDE x")), linked("attachedTemplate", "file:///C:/a.dotm"))
        for note in admit(data, {"docx"}, profile=TO_CLEAN).notes
    }

    assert found == {"field", "template"}


def test_hyperlinks_page_numbers_and_hidden_paragraph_marks_pass():
    mark = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    data = with_body(field(' HYPERLINK "http://example.test/DDE"') + field("PAGE") + mark)

    assert not admit(data, {"docx"}, profile=TEMPLATE).notes
    assert not admit(linked("hyperlink", "http://example.test/"), {"docx"}, profile=TEMPLATE).notes


def test_every_part_of_a_word_file_is_handed_on():
    data = with_part("word/media/a.png", b"\x89PNG")

    assert parts_of(admit(data, {"docx"}, profile=TEMPLATE).data) == parts_of(data)


FETCH = {
    'WEBSERVICE("http://x")': "formula_runs",
    '_xlfn.WEBSERVICE("http://x")': "formula_runs",
    'SUM(1,_xlfn.FILTERXML("a","b"))': "formula_runs",
    'call("a","b")': "formula_runs",
    'REGISTER.ID("a","b")': "formula_runs",
    'RTD("a",,"b")': "formula_runs",
    'IMAGE("http://x")': "formula_runs",
    'HYPERLINK("http://x","a")': "formula_link",
    'HYPERLINK(A1,"a")': "formula_link",
    'HYPERLINK("#A1"&"x","a")': "formula_link",
    "cmd|'/C calc'!A0": "dde",
    "[1]Sheet1!A1": "external_link",
    "'C:\\[a.xlsx]Sheet1'!A1+1": "external_link",
    'SUM(A1:A3)&" WEBSERVICE("': "",
    'HYPERLINK("#Sheet2!A1","xem")': "",
    "SUM(Table1[2024])": "",
    "SUM(Bang[[#This Row],[Nam]])": "",
    "'a|b'!A1+VLOOKUP(1,B:C,2)": "",
    "RECALL(1)": "",
}


@pytest.mark.parametrize("formula", FETCH)
def test_formula_of_a_form_calculates_and_does_not_fetch(formula):
    assert check(formula) == FETCH[formula]


def form(formula):
    return book([["a", 1]], also=lambda made, sheet: sheet.write_formula("C7", f"={formula}"))


def test_form_keeps_formulas_locked_sheets_and_merged_cells():
    def also(made, sheet):
        sheet.write_formula("C7", "=SUM(B1:B1)")
        sheet.merge_range("A9:C9", "Cộng")
        sheet.protect()
        made.add_worksheet("Ẩn").hide()

    data = book([["a", 1]], also=also)
    admitted = admit(data, {"xlsx"}, profile=FORM)

    assert parts_of(admitted.data) == parts_of(data)
    assert {(note.code, note.place) for note in admitted.notes} == {
        ("form_formulas", "Sheet1"), ("form_locked", "Sheet1"), ("form_merged", "Sheet1"),
        ("form_hidden", "Ẩn"),
    }  # fmt: skip


def test_formula_that_fetches_names_its_cell_wherever_it_hides():
    with pytest.raises(Refused) as refused:
        admit(form('WEBSERVICE("http://x")'), {"xlsx"}, profile=FORM)

    assert (refused.value.code, refused.value.place) == ("formula_runs", "Sheet1!C7")


@pytest.mark.parametrize(
    "inside",
    [
        "<conditionalFormatting><cfRule><formula>RTD(1)</formula></cfRule></conditionalFormatting>",
        "<dataValidations><dataValidation><formula1>RTD(1)</formula1></dataValidation></dataValidations>",
        '<extLst><ext xmlns:m="m"><m:f>RTD(1)</m:f></ext></extLst>',
        '<sheetData><row r="1"><c r="A1"><f>RT<!-- -->D(1)</f></c></row></sheetData>',
    ],
)
def test_formulas_that_are_in_no_cell_are_looked_through_too(inside):
    assert code(sheet_of(inside), FORM, ("xlsx",)) == "formula_runs"


def test_name_that_runs_is_refused():
    parts = parts_of(BOOK)
    names = b'<definedNames><definedName name="Lay">CALL("x")</definedName></definedNames><calcPr'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<calcPr", names)

    assert code(packed(parts), FORM, ("xlsx",)) == "formula_runs"


def test_form_with_five_thousand_columns_is_refused():
    assert code(book([[1] * 5_000]), FORM, ("xlsx",)) == "columns"


def test_form_with_a_connection_is_refused():
    parts = {**parts_of(BOOK), "xl/connections.xml": b"<connections/>"}

    assert code(packed(parts), FORM, ("xlsx",)) == "external_link"


def test_fields_that_fetch_are_known_by_their_first_word():
    assert word_markup.fetches(" ddeauto x") and word_markup.fetches('INCLUDETEXT"x"')
    assert not word_markup.fetches(' HYPERLINK "http://a/DDE"')
    assert not word_markup.fetches(f" IF {word_markup.NESTED} = 1")
    assert word_markup.fetches(f"D{word_markup.NESTED} x")
