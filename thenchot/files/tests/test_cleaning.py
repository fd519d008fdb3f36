"""A Word file that has been through other hands comes out clean, with a list of what went."""

import pytest

from thenchot.files.cleaning import clean
from thenchot.files.documents import read_document
from thenchot.files.door import admit
from thenchot.files.profiles import TEMPLATE, TO_CLEAN
from thenchot.files.refusals import Refused

from .word_files import DOCUMENT, GOOD, LINKS, field, linked, with_body, with_part, word
from .workbooks import OFFICE, PACKAGE, packed, parts_of

BY = 'w:id="1" w:author="x"'
SPACE = 'xml:space="preserve"'
CHANGED = (
    f"<w:p><w:r><w:t {SPACE}>Có </w:t></w:r><w:del {BY}><w:r><w:delText>11</w:delText></w:r></w:del>"
    f"<w:ins {BY}><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    f"</w:rPr><w:t {SPACE}> cuộc</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    f"<w:r><w:t {SPACE}>Hai </w:t></w:r></w:p><w:p><w:r><w:t>dòng</w:t></w:r></w:p>"
)
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r><w:r><w:t>13</w:t></w:r></w:p>"
COMMENTED = word("Có 12 cuộc.", also=lambda made: made.add_comment(made.paragraphs[0].runs, "xem lại"))


def with_template():
    parts = parts_of(GOOD)
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"</w:settings>", b'<w:attachedTemplate r:id="rId1" xmlns:r="%s"/></w:settings>' % OFFICE.encode()
    )
    link = (
        f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="file:///C:/a.dotm"'
        ' TargetMode="External"/>'
    )
    parts["word/_rels/settings.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{link}</Relationships>'
    return packed(parts)


CASES = {
    "changes": (with_body(CHANGED), "tracked_accepted", ["Có 12 cuộc", "Hai dòng"]),
    "hidden": (with_body(HIDDEN), "hidden_removed", ["13"]),
    "comments": (COMMENTED, "comments_removed", []),
    "fields": (with_body(field("DDEAUTO x")), "fields_flattened", ["12"]),
    "links": (linked("image", "http://example.test/a.png"), "links_removed", []),
    "template": (with_template(), "template_removed", []),
}


def texts(given):
    return [line.text for line in read_document(given, profile=TO_CLEAN).lines]


@pytest.mark.parametrize("name", CASES)
def test_what_may_not_be_kept_goes_and_the_rest_stays(name):
    data, note, text = CASES[name]
    with pytest.raises(Refused):
        admit(data, {"docx"}, profile=TEMPLATE)

    cleaned = clean(data)

    assert [one.code for one in cleaned.removed] == [note]
    assert texts(cleaned.admitted) == texts(data)
    assert texts(cleaned.admitted)[1:] == text
    assert b"<w:ins" not in parts_of(cleaned.admitted.data)[DOCUMENT]


def test_comments_go_with_all_that_leads_to_them():
    parts = parts_of(clean(COMMENTED).admitted.data)

    assert not [name for name in parts if "comments" in name]
    assert b"comments" not in parts["[Content_Types].xml"] + parts[LINKS] + parts[DOCUMENT]


def test_clean_file_stays_byte_for_byte():
    cleaned = clean(GOOD)

    assert parts_of(cleaned.admitted.data) == parts_of(GOOD)
    assert cleaned.removed == ()


def test_other_parts_stay_byte_for_byte():
    data = with_body(CHANGED)
    before, after = parts_of(data), parts_of(clean(data).admitted.data)

    assert {name for name in before if before[name] != after[name]} == {DOCUMENT}


def test_macros_are_not_cleaned_away():
    with pytest.raises(Refused, match="macro"):
        clean(with_part("word/vbaProject.bin", b"x"))
