"""Comments stand exactly at their letters; nothing else of the document changes."""

from io import BytesIO

import docx
import pytest

from thenchot.files.documents import read_document
from thenchot.files.refusals import Refused
from thenchot.files.word.answers import Remark, parts_of, with_comments

from .test_documents import run, with_footnotes
from .word_files import DOCUMENT, LINKS, field, with_body, with_part, word
from .workbooks import parts_of as parts_in

AUTHOR, INITIALS = "Rà soát số liệu", "RS"
SPLIT = (
    f"<w:p>{run('Có 1.')}{run('7', '<w:b/>')}{run('33 đảng viên')}<w:r><w:tab/><w:t>và 5</w:t></w:r></w:p>"
)


def remark(line, start, end, *paragraphs):
    return Remark(line, start, end, paragraphs or ("Chưa khớp", "Dòng 2"))


def answered(data, *remarks):
    read = read_document(data)
    return read, with_comments(read.admitted, remarks, AUTHOR, INITIALS)


def commented_letters(data):
    """Comment id → the letters between its marks."""
    found, opened = {}, []
    for one in docx.Document(BytesIO(data)).element.body.iter():
        name = one.tag.rpartition("}")[2]
        if name == "commentRangeStart":
            opened.append(one.values()[0])
        elif name == "commentRangeEnd":
            opened.remove(one.values()[0])
        elif name in ("t", "tab"):
            for key in opened:
                found[key] = found.get(key, "") + (one.text or "\t")
    return found


@pytest.mark.parametrize(
    ("start", "end"), [(3, 8), (0, 2), (3, 4), (4, 6), (18, 22), (0, 22), (20, 22), (9, 13), (17, 18)]
)
def test_marks_stand_around_the_letters_whatever_runs_they_are_in(start, end):
    read, given = answered(with_body(SPLIT), remark(2, start, end))

    assert commented_letters(given) == {"0": read.lines[1].text[start:end]}
    assert [line.text for line in read_document(given).lines] == [line.text for line in read.lines]


def test_several_comments_in_one_line_and_at_one_place():
    places = [(3, 8), (9, 18), (3, 8), (20, 22), (4, 12)]

    read, given = answered(with_body(SPLIT), *[remark(2, *place) for place in places])

    text = read.lines[1].text
    assert commented_letters(given) == {str(n): text[a:b] for n, (a, b) in enumerate(places)}


def test_comment_has_its_author_and_paragraphs():
    _read, given = answered(word("Có 12 cuộc."), remark(1, 3, 5, "Chưa khớp", "12 \x1b khác 13"))

    (comment,) = docx.Document(BytesIO(given)).comments
    assert (comment.author, comment.initials) == (AUTHOR, INITIALS)
    assert [one.text for one in comment.paragraphs] == ["Chưa khớp", "12   khác 13"]
    assert comment.paragraphs[0].runs[0].bold


def test_only_the_parts_that_must_change_do():
    data = with_part("word/media/a.png", b"\x89PNG")
    before, after = parts_in(data), parts_in(answered(data, remark(1, 0, 4))[1])

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {DOCUMENT, LINKS, "[Content_Types].xml", "word/comments.xml"}
    assert before.keys() <= after.keys()


def test_runs_keep_their_format_when_they_are_split():
    _read, given = answered(with_body(SPLIT), remark(2, 4, 6))

    paragraph = docx.Document(BytesIO(given)).paragraphs[1]
    assert [(one.text, bool(one.bold)) for one in paragraph.runs if one.text] == [
        ("Có 1", False), (".", False), ("7", True), ("33 đảng viên", False), ("\tvà 5", False),
    ]  # fmt: skip


def test_comments_of_others_stay():
    def also(made):
        made.add_comment(made.paragraphs[0].runs, "xem lại", author="x", initials="x")

    _read, given = answered(word("Có 12 cuộc.", also=also), remark(1, 3, 5))

    assert [one.author for one in docx.Document(BytesIO(given)).comments] == ["x", AUTHOR]


def test_comment_on_a_footnote_stands_where_the_text_leads_to_it():
    _read, given = answered(with_footnotes(), remark(3, 10, 11))

    body = parts_in(given)[DOCUMENT]
    assert (
        body.index(b"commentRangeStart") < body.index(b"footnoteReference") < body.index(b"commentRangeEnd")
    )


def test_comment_in_a_field_and_a_cell():
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('45')}</w:p></w:tc></w:tr></w:tbl>"
    _read, given = answered(with_body(field("REF x") + table), remark(2, 0, 2), remark(3, 1, 2))

    assert commented_letters(given) == {"0": "12", "1": "5"}


@pytest.mark.parametrize("place", [(9, 0, 1), (1, 0, 999), (1, 3, 3), (1, -1, 2)])
def test_comment_on_no_letters_is_refused(place):
    with pytest.raises(Refused, match="memory"):
        answered(word("Có 12 cuộc."), remark(*place))


@pytest.mark.parametrize(
    "answer", [None, [], {}, {"parts": []}, {"parts": {"a.xml": 1}}, {"parts": {"../a.xml": ""}}]
)
def test_an_answer_that_is_not_of_the_form_is_refused(answer):
    with pytest.raises(Refused, match="memory"):
        parts_of(answer)
