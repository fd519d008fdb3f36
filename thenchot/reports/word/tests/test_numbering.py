"""Page numbers of a file that came without a head: top centre, 13 pt, none on the first page."""

from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT

from thenchot.reports import layout
from thenchot.reports.word.names import parse, w
from thenchot.reports.word.numbering import number_pages
from thenchot.reports.word.package import Package

from .files import package


def opened(one):
    """As another program reads it."""
    return Document(BytesIO(one.bytes()))


def numbers(header):
    return [node.text for node in header._element.iter(w("instrText"))]


def made(change):
    word = Document()
    word.add_paragraph("Kết nạp 31 đảng viên.")
    change(word)
    return Package.read(layout.bytes_of(word))


def test_from_the_second_page_in_the_middle_of_the_top():
    one = package("Kết nạp 31 đảng viên.")
    assert number_pages(one)
    (section,) = opened(one).sections
    assert section.different_first_page_header_footer
    assert numbers(section.header) == ["PAGE"] and numbers(section.first_page_header) == []
    line = section.header.paragraphs[0]
    assert line.alignment == layout.CENTRE and {run.font.size.pt for run in line.runs} == {13}


def test_a_file_with_numbers_keeps_its_own_wherever_they_stand():
    one = made(layout.page_numbers)
    before = dict(one.parts)
    assert not number_pages(one) and one.parts == before


def test_twice_numbers_once():
    one = package("Kết nạp 31 đảng viên.")
    number_pages(one)
    again = Package.read(one.bytes())
    assert not number_pages(again)


def banner(word):
    word.sections[0].header.paragraphs[0].text = "BẢN DỰ THẢO"


def test_what_stood_over_every_page_stays_there_on_the_first_too():
    one = made(banner)
    number_pages(one)
    (section,) = opened(one).sections
    assert [line.text for line in section.header.paragraphs][1:] == ["BẢN DỰ THẢO"]
    assert [line.text for line in section.first_page_header.paragraphs] == ["BẢN DỰ THẢO"]
    assert numbers(section.header) == ["PAGE"] and numbers(section.first_page_header) == []


def annex(word):
    word.add_section().orientation = WD_ORIENT.LANDSCAPE
    word.add_paragraph("Phụ lục")


def test_an_annex_across_the_page_goes_on_counting():
    one = made(annex)
    number_pages(one)
    first, second = opened(one).sections
    assert second.header.is_linked_to_previous and numbers(second.header) == ["PAGE"]
    assert first.different_first_page_header_footer and not second.different_first_page_header_footer


def test_a_file_without_any_page_setting():
    one = package("Kết nạp 31 đảng viên.")
    one.body.remove(one.body.find(w("sectPr")))
    assert number_pages(one)
    assert parse(one.bytes() and one.parts[one.main]).find(f".//{w('titlePg')}") is not None
    assert numbers(opened(one).sections[0].header) == ["PAGE"]
