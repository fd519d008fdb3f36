"""close, verify, export, backup, restore, keys, law: as people run them."""

import json
from datetime import date

import pytest

from thenchot.access.tests.book import AN, AT, NAMES, A, B
from thenchot.cli.tests.everything import ALL
from thenchot.ledger import proof, reading
from thenchot.rooms.documents.actions import with_asked
from thenchot.rooms.documents.events import Asks, DeadlineSet
from thenchot.sealed import directory, opening, store, tables, unsealed
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System

SECOND = "pho.bi.thu"


@pytest.fixture
def do(run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ALL)
    return run


def answer(said):
    assert said.code == 0, said.err
    return json.loads(said.out)


@pytest.fixture
def closed(book, do):
    made = answer(do("close", "prepare", "--period", "2026@2026-11-20", "--json"))["code"]
    assert do("close", "review", made, by=SECOND).code == 0
    return made


def test_a_closing_from_first_to_last_step(book, do, closed):
    assert do("close", "approve", closed).code == 3  # the preparer asks a second person
    book.account("duyet", ("confirmer", book.top))
    assert do("close", "approve", closed, by="duyet").code == 0
    assert do("close", "submit", closed).code == 0
    said = do("close", "return", closed, "--sentence", "Lệch 2 đảng viên", "--figure", "M01")
    assert said.code == 0 and "Lệch 2 đảng viên" in do("close", "show", closed).out
    made = answer(do("close", "replace", closed, "--why", "returned", "--json"))
    assert (made["number"], made["replaces"]) == (2, closed)
    assert answer(do("close", "movement", made["code"], "--json"))["changes"] == []
    assert [one["code"] for one in answer(do("close", "list", "--json"))] == [made["code"], closed]
    assert do("close", "verify", closed).code == 0 and do("verify", "--closings").code == 0
    (first,) = answer(do("figures", "--all", "--json"))  # what is not approved is not closed
    assert (
        first["code"] == closed
        and {"M01": "4"}.items() <= {f["code"]: f["shown"] for f in first["figures"]}.items()
    )


def test_without_a_unit_only_where_it_is_said_and_everywhere_after(book, do, closed):
    letter = DeadlineSet(
        about=book.top, effective_on=date(2026, 11, 3), paper="812-CV/VPTU", deadline="abcdef0123456789",
        asks=Asks.FIGURES, title=1, due_on=date(2026, 11, 25), data_to=date(2026, 11, 20),
    )  # fmt: skip
    book.write(*with_asked(letter, [A, B]))
    book.account("duyet", ("confirmer", book.top))
    said = do("close", "approve", closed, by="duyet")
    assert said.code == 1 and "2 đơn vị chưa xác nhận số liệu: c11, c12" in said.err
    refused = do("close", "approve", closed)  # whoever only asks is told at once, too
    assert refused.code == 1 and "chốt thiếu và in 0/2" in refused.err
    said = do("close", "approve", closed, "--lacking", by="duyet")
    assert said.code == 0 and "Chốt thiếu, 0/2 đơn vị. Chưa xác nhận số liệu: c11, c12." in said.out
    assert "thiếu, 0/2 đơn vị" in do("figures", "M01", "--closing", closed).out
    assert answer(do("close", "show", closed, "--json"))["lacking"] == {"asked": 2, "units": [str(A), str(B)]}


def test_a_tampered_byte_of_a_closing_is_named(book, do, closed):
    from thenchot.snapshot.closing.folder import path_of

    for name in ("figures.parquet", "manifest.json", "rows/members.values.parquet"):
        file = path_of(closed) / name
        whole = file.read_bytes()
        file.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
        said = do("verify", "--closings")
        assert said.code == 1 and closed in said.out
        assert do("close", "approve", closed, by=SECOND).code in (1, 4)
        file.write_bytes(whole)


def test_verify_says_what_it_proves_and_what_not(book, do):
    said = do("verify", "--guards")
    assert said.code == 0 and "CHỨNG MINH ĐƯỢC" in said.out and "KHÔNG CHỨNG MINH ĐƯỢC" in said.out
    found = answer(do("verify", "--guards", "--json"))
    tried = set(found["attempts"])
    assert {"UPDATE entry", "DELETE entry"} < tried and all(found["attempts"].values())
    assert {"REPLACE entry"} < tried or {"TRUNCATE ledger_entry"} < tried
    assert len(found["does_not_prove"]) >= 6 and do("verify", by="nobody").code == 1


def test_a_file_swapped_behind_the_programs_back_is_found(book, do):
    from datetime import date

    from thenchot.rooms.people.events import FileChanged

    file = PersonFile(person=AN, names=(Dated(NAMES[AN]),), personal_number=f"099{AN:09d}")
    told = store.put_persons([file], at=AT, randomness=System())[AN]
    book.write(FileChanged(about=AN, effective_on=date(2026, 11, 21), organisation=21,
                           version=told.version, digest=told.digest))  # fmt: skip
    assert do("verify").code == 0
    tables.run("UPDATE sealed_record SET blob = %s WHERE subject = %s", [b"x" * 60, AN])
    assert do("verify").code == 1


def test_records_without_an_entry_are_counted_and_go(book, do):
    store.put_notes(["chữ không ai ghi"], at=AT.replace(year=2025), randomness=System())
    assert answer(do("verify", "--json"))["unrecorded"] == 1
    assert answer(do("keys", "forget-unrecorded", "--json", by=None))["deleted"] == 1
    assert answer(do("verify", "--json"))["unrecorded"] == 0 and unsealed.fetch([AN])


def test_a_checkpoint_kept_elsewhere(book, do, tmp_path):
    kept = tmp_path / "checkpoint.txt"
    kept.write_text(proof.notes()[-1][3], encoding="utf-8")
    assert do("verify", "--checkpoint", kept).code == 0
    body = kept.read_text(encoding="utf-8")
    kept.write_text(body.replace("\n29", "\n28", 1), encoding="utf-8")
    assert do("verify", "--checkpoint", kept).code == 2


def test_an_exported_book_is_never_written_over(book, do, tmp_path):
    assert do("export", tmp_path / "x").code == 0
    assert do("export", tmp_path / "x").code == 2
    assert len((tmp_path / "x" / "entries.jsonl").read_text().splitlines()) == reading.size()


def test_backup_restore_and_the_drill(book, do, tmp_path, installation):
    papers = []
    for sheet in book.begun.sheets:
        papers.append(tmp_path / sheet.letter)
        papers[-1].write_text("\n".join(sheet.lines()), encoding="utf-8")
    assert do("keys", "check-sheets", "--sheet", papers[0], "--sheet", papers[1], by=None).code == 0
    assert do("keys", "check-sheets", "--sheet", papers[0], "--sheet", papers[0], by=None).code == 2
    kept, size = answer(do("backup", tmp_path / "b", "--json", by=None)), reading.size()
    assert do("backup", tmp_path / "b").code == 1  # the office is not the administrator
    installation.renew()
    opening.settings.THENCHOT_KEY_FILE.unlink()
    opening.use(None)
    directory.forget()
    said = do("restore", kept["book"], kept["personal"], "--sheet", papers[0], "--sheet", papers[2], by=None)
    assert said.code == 0, said.err
    assert reading.size() == size and NAMES[AN] in do("figures", "M01", "--rows").out
    again = do("restore", kept["book"], kept["personal"], "--sheet", papers[0], "--sheet", papers[2], by=None)
    assert again.code == 1 and "trống" in again.err


def test_sheets_renewed_open_and_the_old_do_not(book, do, tmp_path):
    old = []
    for sheet in book.begun.sheets[:2]:
        old += ["--sheet", tmp_path / sheet.letter]
        old[-1].write_text("\n".join(sheet.lines()), encoding="utf-8")
    new = answer(do("keys", "renew-sheets", "--json", by=None))["sheets"]
    files = []
    for lines in new[:2]:
        files += ["--sheet", tmp_path / f"new-{lines[0][0]}"]
        files[-1].write_text("\n".join(lines), encoding="utf-8")
    assert do("keys", "check-sheets", *files, by=None).code == 0
    assert do("keys", "check-sheets", *old, by=None).code == 1


def test_law_shown_loaded_and_refused(book, do):
    (value,) = answer(do("law", "show", "probation.months", "--on", "2026-05-01", "--json"))
    assert value["value"] == "12"
    local = (
        "law",
        "load",
        "probation.months",
        "18",
        "--since",
        "2026-06-01",
        "--scope",
        "province:08",
        "--source",
        "x",
    )
    assert do(*local).code == 0
    assert do(*local, "--grade", "read").code == 3  # đã đối chiếu: the second person
    assert do("law", "load", "probation.months", "2:3", *local[4:]).code == 2
    assert (
        do(
            "law",
            "load",
            "probation.months",
            "6",
            "--since",
            "2026-06-01",
            "--scope",
            "nowhere",
            "--source",
            "x",
        ).code
        == 2
    )
    assert do("law", "show", "probation.weeks").code == 2 and do("law", "misfit").code == 0
    assert do("law", "upgrade").code == 1  # the administrator's
