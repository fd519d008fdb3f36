"""Fifty planted persons are found in no byte of anything an installation leaves on disk (S11).

They come in by an import; the commands that show, count, export, close, rotate and back up run over them;
some are killed in the middle. Then every file is read: data folder, keys, temporary folder, exports,
backups. Compressed columns are opened first; a server's databases are read row by row.
"""

import unicodedata

import pyarrow.parquet as pq
import pytest
from django.db import connections

from thenchot.access.tests.book import AT, begin
from thenchot.cli.tests.everything import process
from thenchot.cli.tests.lists import member, workbook
from thenchot.demo.canaries import CANARIES
from thenchot.ledger import reading
from thenchot.sealed import directory, opening, store
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System

pytestmark = pytest.mark.long


def spellings(text):
    """A text in every form in which it could lie in a file."""
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    forms |= {form.encode("unicode_escape").decode() for form in forms}
    return {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")}


WANTED = {
    spelling: canary
    for canary in CANARIES
    for text in (canary.name, canary.name.upper(), canary.number, canary.phone)
    for spelling in spellings(text)
}


def found_in(content):
    return {canary.number for spelling, canary in WANTED.items() if spelling in content}


def contents(folder):
    """(what, bytes) of every file, and of what a compressed file holds."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes()
            yield path, str(path).encode()
            if path.suffix == ".parquet":
                yield path, str(pq.read_table(path).to_pylist()).encode()


def rows_of_a_server():
    for alias in connections:
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                for row in cursor.fetchall():
                    yield (
                        f"{alias}.{table}",
                        b" ".join(
                            bytes(cell) if isinstance(cell, memoryview | bytes) else str(cell).encode()
                            for cell in row
                        ),
                    )


@pytest.fixture
def browsed(installation, tmp_path):
    """The installation after everything was done with it, and the folder of all it left behind."""
    opening.use(None)
    left, given = tmp_path / "left", tmp_path / "given"
    for folder in (left, left / "tmp", given):
        folder.mkdir()
    installation.environment |= {"TMPDIR": str(left / "tmp"), "COLUMNS": "200"}
    book = begin()
    rows = [member(n, name=c.name, number=c.number, card=f"0998{n:08d}") for n, c in enumerate(CANARIES)]
    workbook(given / "list.xlsx", rows)
    asks = ("--as", "van.phong")

    def do(*arguments, killed_at=0):
        connections.close_all()
        done = process(installation, *arguments, *asks, killed_at=killed_at, place=tmp_path)
        assert killed_at or done.returncode == 0, done.stderr
        return done

    do("import", "carried_over", given / "list.xlsx", killed_at=60)
    do("import", "carried_over", given / "list.xlsx")
    person = store.by_number(CANARIES[0].number)
    held = PersonFile(
        person=person, names=(Dated(CANARIES[0].name),), personal_number=CANARIES[0].number,
        phones=(CANARIES[0].phone,), addresses=(Dated(CANARIES[1].name),),
    )  # fmt: skip
    store.put_persons([held], at=AT, randomness=System())
    store.put_notes([CANARIES[2].name], at=AT, randomness=System())
    assert CANARIES[0].name in do("show", CANARIES[0].number).stdout
    assert CANARIES[7].name in do("figures", "M01", "--rows").stdout
    do("figures", "--movement")
    do("close", "prepare", "--period", "2026@2026-11-20")
    do("export", left / "exported", killed_at=3)
    do("export", left / "exported")
    asks = ()
    do("backup", left / "backups", killed_at=9)
    do("backup", left / "backups")
    do("keys", "rotate", killed_at=4)
    do("keys", "rotate")
    yield book, left
    opening.use(None)
    directory.forget()


def test_the_search_itself_finds_what_is_there(tmp_path):
    for place, canary in enumerate((CANARIES[0], CANARIES[49])):
        for number, spelling in enumerate(sorted(spellings(canary.name) | spellings(canary.phone))):
            (tmp_path / f"{place}-{number}").write_bytes(b"\x00\xff" + spelling + b"\xfe")
    assert all(found_in(content) for path, content in contents(tmp_path) if content.startswith(b"\x00\xff"))


def test_no_canary_in_any_byte(browsed, installation):
    _book, left = browsed
    assert reading.rows("SELECT count(*) FROM ledger_entry WHERE kind = 'people.registered'")[0][0] >= 50
    looked, hits = 0, {}
    for folder in (installation.home, installation.home.parent):
        for path, content in contents(folder):
            if "given" not in path.parts:
                looked += 1
                if found := found_in(content):
                    hits[str(path)] = sorted(found)[:3]
    for where, content in rows_of_a_server():
        if found := found_in(content):
            hits[where] = sorted(found)[:3]
    assert hits == {}
    assert looked > 30 and any(left.rglob("book-*")) and any(left.rglob("personal-*"))
