"""A breakdown drawn as bars that are links to the rows: the same picture on screen and on paper."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Any

import altair
import vl_convert
from django.utils.safestring import SafeString

from thenchot.snapshot.figures import Number
from thenchot.surface.numbers import number

from . import svg

FONT, INK, SOFT, LEAF = "Be Vietnam Pro", "#23282b", "#5a6163", "#1f4f4a"
KEPT = 64  # pictures in memory
BAR = 30  # pixels of height for each

_pictures: OrderedDict[str, SafeString] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Bar:
    """One part: its name, its number, where it leads (nowhere: empty)."""

    label: str
    value: Number
    address: str = ""


def bars(parts: Sequence[Bar], title: str) -> SafeString:
    """An SVG ready for the page, drawn once for the same content."""
    said = json.dumps([title, *([bar.label, str(bar.value), bar.address] for bar in parts)])
    key = sha256(said.encode()).hexdigest()
    with _lock:
        if key in _pictures:
            _pictures.move_to_end(key)
            return _pictures[key]
    drawn = vl_convert.vegalite_to_svg(_specification(parts), allowed_base_urls=[])
    links = [svg.Link(bar.address, f"{bar.label}: {number(bar.value)}") for bar in parts]
    made = svg.allowed(drawn, title, links)
    with _lock:
        _pictures[key] = made
        while len(_pictures) > KEPT:
            _pictures.popitem(last=False)
    return made


def _specification(parts: Sequence[Bar]) -> dict[str, Any]:
    """Every bar carries its place in the list as its link; `svg` puts the address there."""
    rows = [
        {"part": bar.label, "value": float(bar.value), "said": number(bar.value), "place": place,
         "link": svg.PLACE.format(place)}
        for place, bar in enumerate(parts)
    ]  # fmt: skip
    order = altair.EncodingSortField(field="place", order="ascending")
    base = altair.Chart(altair.Data(values=rows)).encode(
        y=altair.Y("place:N", sort=order, title=None, axis=altair.Axis(labelExpr="''", ticks=False)),
        x=altair.X("value:Q", title=None, axis=None),
    )
    labels = [bar.label for bar in parts]
    named = altair.Axis(
        labelExpr=f"{json.dumps(labels, ensure_ascii=False)}[datum.value]", ticks=False, domain=False,
        labelLimit=260, labelPadding=8,
    )  # fmt: skip
    y = altair.Y("place:O", sort=order, title=None, axis=named)
    drawn = base.mark_bar(color=LEAF, height=18).encode(y=y, href="link:N")
    numbers = base.mark_text(align="left", dx=6, color=INK, fontSize=13).encode(y=y, text="said:N")
    chart = (drawn + numbers).properties(width=420, height=BAR * len(parts))
    found: dict[str, Any] = (
        chart.configure_view(stroke=None)
        .configure_axis(labelFontSize=13, labelColor=INK, labelFont=FONT)
        .configure_text(font=FONT)
        .to_dict()
    )
    return found
