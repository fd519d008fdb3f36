"""The guide says what is there: pictures, links, addresses, commands, the words on the buttons."""

import re
from pathlib import Path

import pytest
import typer
from babel.messages.pofile import read_po
from django.urls import resolve

from thenchot.cli.app import commands

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "guide").glob("*/*.md"))
READ_ON = {"vi": "README.md", "en": "README.en.md"}
MOST_BYTES = 120_000
# In bold and yet no word of the site.
EMPHASIS = {"hai người", "một lần", "đã chốt", "●", "!"}
VIETNAMESE = [page for page in PAGES if page.parent.name == "vi"]

each = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")


@pytest.fixture(scope="module")
def words():
    with (ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = read_po(file)
    said = {
        text for one in catalogue for text in ([one.id] if isinstance(one.id, str) else one.id or []) if text
    }
    return {text.lower() for text in said}


def test_the_pages_of_both_languages_are_named_alike_and_told_in_the_readme():
    names = {language: [page.name for page in PAGES if page.parent.name == language] for language in READ_ON}
    assert len(names["vi"]) >= 4 and names["vi"] == names["en"]
    for language, found in names.items():
        readme = (ROOT / READ_ON[language]).read_text(encoding="utf-8")
        assert all(f"docs/guide/{language}/{name}" in readme for name in found)


@each
def test_every_link_and_picture_is_there(page):
    for place in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        target = page.parent / place
        assert target.exists(), place
        assert target.suffix != ".png" or target.stat().st_size <= MOST_BYTES, place


def test_no_picture_lies_there_for_nothing():
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    lying = {path.name for path in (ROOT / "docs" / "guide" / "pictures").glob("*.png")}
    assert {name for name in lying if f"pictures/{name}" not in told} == set()


@each
def test_every_address_leads_to_a_page(page):
    for address in re.findall(r"`(/[a-z][\w./-]*/)`", page.read_text(encoding="utf-8")):
        resolve(address)


@each
def test_every_command_and_option_is_there(page):
    group = typer.main.get_command(commands())
    for line in re.findall(r"bin/thenchot ([^`\n]+)", page.read_text(encoding="utf-8")):
        parts, command = line.split(), group
        while parts:
            part = parts.pop(0)
            if part == "--as":
                parts.pop(0)
            elif part.startswith("--"):
                assert part in {name for one in command.params for name in one.opts}, line
            elif part in getattr(command, "commands", {}):
                command = command.commands[part]
            else:
                assert not hasattr(command, "commands"), f"no command {part}: {line}"


@pytest.mark.parametrize("page", VIETNAMESE, ids=lambda page: page.stem)
def test_every_word_in_bold_stands_on_the_site(page, words):
    told = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    bold = set(re.findall(r"\*\*(.+?)\*\*", told)) - EMPHASIS
    assert {one for one in bold if one.lower() not in words} == set()
