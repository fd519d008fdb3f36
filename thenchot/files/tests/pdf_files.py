"""PDF files for tests, well-formed and hostile, made by code."""

import zlib


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
