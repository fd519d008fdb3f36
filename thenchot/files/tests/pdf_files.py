"""PDF files for tests, well-formed and hostile, made by code."""

import textwrap
import zlib

MAP = "\n".join(
    [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *(
            "32 beginbfrange\n"
            + "\n".join(f"<{n:02X}00> <{n:02X}FF> <{n:02X}00>" for n in range(start, start + 32))
            + "\nendbfrange"
            for start in range(0, 256, 32)
        ),
        "endcmap end end",
    ]
)


def vietnamese(lines, rows=34, letters=76):
    """A PDF of these paragraphs, broken to rows of so many letters and pages of so many rows."""
    broken = [row for line in lines for row in textwrap.wrap(line, letters) or [""]]
    pages = [broken[start : start + rows] for start in range(0, len(broken), rows)]
    made = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]"
        b"/ToUnicode 5 0 R>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/DW 500/FontDescriptor 6 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        5: b"<</Length %d>>stream\n%s\nendstream" % (len(MAP), MAP.encode()),
        6: b"<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200"
        b"/ItalicAngle 0/CapHeight 700/StemV 80>>",
    }
    kids = []
    for number, page in enumerate(pages):
        drawn = "".join(
            f"BT /F1 13 Tf 50 {780 - 21 * place} Td <{row.encode('utf-16-be').hex()}> Tj ET\n"
            for place, row in enumerate(page)
        )
        packed = zlib.compress(drawn.encode())
        kids.append(f"{10 + 2 * number} 0 R")
        made[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {11 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        ).encode()
        made[11 + 2 * number] = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (
            len(packed),
            packed,
        )
    made[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    return written(made)


def pdf(*pages, catalog="", objects=(), size=13):
    """A PDF of these pages; each is a list of (left, base line, text) or of texts in rows from the top.

    Letters are those of Latin-1. `catalog` goes into the root object; `objects` follow the pages, from
    number 100 on.
    """
    kids, made = [], {}
    for number, rows in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {place[3] if len(place) > 3 else size} Tf {place[0]} {place[1]} Td ({place[2]}) Tj ET\n"
            for place in placed(rows)
        ).encode("latin-1")
        page, stream = 10 + 2 * number, 11 + 2 * number
        kids.append(f"{page} 0 R")
        made[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        ).encode()
        packed = zlib.compress(drawn)
        made[stream] = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    made[1] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    made[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    made[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"
    for number, one in enumerate(objects, 100):
        made[number] = one if isinstance(one, bytes) else one.encode()
    return written(made)


def placed(rows):
    for number, row in enumerate(rows):
        yield row if isinstance(row, tuple) else (72, 760 - 18 * number, row)


def written(made):
    data, places = b"%PDF-1.7\n", {}
    for number, one in sorted(made.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start, most = len(data), max(made) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % most
    for number in range(1, most):
        place = places.get(number)
        data += b"0000000000 65535 f \n" if place is None else b"%010d 00000 n \n" % place
    return data + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (most, start)


def packed_object(inside):
    """An object that stands in a stream of objects."""
    body = b"200 0 " + inside
    packed = zlib.compress(body)
    return b"<</Type /ObjStm/N 1/First 6/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (
        len(packed),
        packed,
    )
