"""Word documents for tests, well-formed and hostile, made by code."""

from io import BytesIO

import docx

from .workbooks import OFFICE, packed, parts_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, LINKS = "word/document.xml", "word/_rels/document.xml.rels"


def word(*paragraphs, also=None):
    """A document as python-docx writes it, without its template's own thumbnail; `also(document)` may add."""
    made = docx.Document()
    for one in paragraphs:
        made.add_paragraph(one)
    if also:
        also(made)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def with_body(xml, data=None):
    """A document with this XML before its last section."""
    parts = parts_of(data or GOOD)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
    return packed(parts)


def with_part(name, data):
    return packed({**parts_of(GOOD), name: data})


def linked(kind, target, mode="External"):
    """A document whose text points to something."""
    parts = parts_of(GOOD)
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    parts[LINKS] = parts[LINKS].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    return packed(parts)


def field(*codes):
    """A field whose code is split over runs."""
    inside = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


GOOD = word("Toàn đảng bộ có 1.733 đảng viên.")
