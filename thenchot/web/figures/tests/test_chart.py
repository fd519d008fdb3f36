"""The drawing of a breakdown: links of our own on bars, nothing else let in, made once, with a name."""

from thenchot.access.tests.book import A
from thenchot.web.figures import chart, svg

from .conftest import text

HOSTILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">'
    '<script>x()</script><style>*{}</style><foreignObject/><image href="https://a.example/x.png"/>'
    '<use href="#a"/><g style="fill:red" onclick="x()" class="y">'
    '<path d="M0,0" fill="url(#g)" stroke="red"/></g>'
    '<a xlink:href="https://then-chot.invalid/0"><path d="M1,1"/></a>'
    '<a xlink:href="https://then-chot.invalid/1"><path d="M2,2"/></a>'
    '<a xlink:href="javascript:x()"><path d="M3,3"/></a><text x="1">Nữ &lt;b&gt;</text></svg>'
)

BAD = (
    "script", "style", "foreignObject", "image", "<use", "onload", "onclick", "url(", "invalid",
    "other.example", 'class="y',
)  # fmt: skip


def test_only_what_is_on_the_list_comes_through():
    links = [svg.Link("/so-lieu/1/M01/?chieu=sex", "Nữ: 3"), svg.Link("//other.example/", "x")]
    made = svg.allowed(HOSTILE, 'Theo "giới tính" <i>', links)
    for bad in BAD:
        assert bad not in made, bad
    assert '<a href="/so-lieu/1/M01/?chieu=sex" aria-label="Nữ: 3"><path d="M1,1"' in made
    assert made.count("<a ") == 1 and 'stroke="red"' in made
    assert "&lt;i&gt;" in made and "Nữ &lt;b&gt;" in made


def test_the_same_content_is_drawn_once(monkeypatch):
    bars = [chart.Bar("Nữ", 1412, "/a/"), chart.Bar("Nam “A”", 3)]
    first = chart.bars(bars, "Giới tính")
    monkeypatch.setattr(chart.vl_convert, "vegalite_to_svg", None)
    assert chart.bars(bars, "Giới tính") is first
    assert "1.412" in first and "Be Vietnam Pro" in first and "Nam “A”" in first
    assert 'aria-label="Nữ: 1.412"' in first and first.count("<a ") == 1


def test_bars_lead_to_the_rows_of_their_cell(book, office):
    answer = office.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=to-chuc")
    drawn = answer.context["chart"]
    assert f'href="/so-lieu/{A}/M01/' in drawn
    assert "<script" not in drawn and "style=" not in drawn
    one = office.get(f"/so-lieu/{book.top}/M01/?chieu=sex&o=male")
    assert one.context["page"].paginator.count == 4 and "Giới tính: nam" in text(one)
    none = office.get(f"/so-lieu/{book.top}/M01/?chieu=sex&o=female")
    assert none.context["page"].paginator.count == 0


def test_two_dimensions_are_a_table_whose_sums_meet(book, office):
    answer = office.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=sex&va=age-band")
    crossed = answer.context["crossed"]
    assert sum(crossed.sums) == crossed.total == 4
    assert office.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=religion").status_code == 404
