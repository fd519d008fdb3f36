"""B1: the 31-column file in, five members edited, back into the same file; only the five differ."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, AT, B1, P1, A
from thenchot.demo.national_file import made_up, workbook
from thenchot.exchange.national import uploads
from thenchot.exchange.national.comparing import Verdict
from thenchot.files.refusals import Refused
from thenchot.law.correcting import Reason
from thenchot.ledger.entries import WITHDRAW
from thenchot.ledger.writing import Draft
from thenchot.reports.member_list.columns import CLEAN_UP_28, IMPORT_31
from thenchot.rooms.membership.events import Died, Exempted, Moved, Recognised
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.people.events import FileChanged
from thenchot.sealed import store
from thenchot.sealed.persons import Dated
from thenchot.sealed.randomness import System
from thenchot.sealed.unsealed import fetch
from thenchot.surface import changing, together
from thenchot.surface.national import acts as national_acts
from thenchot.surface.national import file as national_file
from thenchot.surface.national import held as national
from thenchot.surface.national import lines as national_lines
from thenchot.surface.national.held import Clerk
from thenchot.surface.troubles import Stop

CELLS = ["c21", "c22", "c23", "c24"]
DAY = date(2026, 11, 20)
REAL = "0" + "01085012345"  # as a number of somebody real would look


@pytest.fixture
def book(installation):
    from thenchot.access.tests.book import begin
    from thenchot.sealed import directory, labels, opening

    opening.use(None)
    labels._held = None
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def clerk(book):
    office = book.account("to.chuc", (Role.ORGANISING, book.top))
    return Clerk(book.desk, office.id, AT, book.top)


def brought(clerk, data, name="dsdv.xlsx"):
    return national.bring(clerk, data, name, organisation=clerk.office, day=DAY)


def taken_in(clerk, data, changes=False):
    look = brought(clerk, data)
    with together.book_held():
        return look, national_acts.bring_in(clerk, look, changes=changes, on_paper=True)


def verdicts(look):
    found = {}
    for one in look.results:
        found[str(one.verdict)] = found.get(str(one.verdict), 0) + 1
    return found


def person_of(look, number):
    return next(one.person for one in look.results if one.line.values["personal_number"] == number)


def edited(book, look, people):
    """Five members, each changed in one way that the file has a column for."""
    moved, died, exempt, renamed, probationer = (person_of(look, one["personal_number"]) for one in people)
    to = next(one for one in (A1, A2) if one != membership_of(moved, as_of=DAY).cell)
    file = fetch([renamed])[renamed]
    new = replace(file, names=(*file.names, Dated("Nguyễn Văn <Đổi> & Tên", date(2026, 3, 1))))
    written = store.put_persons([new], at=AT, randomness=System())[renamed]
    cell = {one: membership_of(one, as_of=DAY).cell for one in (died, exempt, renamed, probationer)}
    joined = membership_of(probationer, as_of=DAY).joined_on
    official = date(joined.year + 1, joined.month, joined.day)
    book.write(
        Moved(about=moved, effective_on=date(2026, 5, 1), organisation=to, cell=to, why="internal"),
        Died(about=died, effective_on=date(2026, 6, 2), organisation=cell[died]),
        Exempted(about=exempt, effective_on=date(2026, 7, 3), organisation=cell[exempt]),
        FileChanged(
            about=renamed, effective_on=date(2026, 3, 1), organisation=cell[renamed], **written._asdict()
        ),
        Recognised(about=probationer, effective_on=official, organisation=cell[probationer]),
    )
    return {
        moved: {"organisation": f"c{to}"},
        died: {"status": "Từ trần", "left_on": date(2026, 6, 2)},
        exempt: {"status": "Miễn sinh hoạt", "left_on": date(2026, 7, 3)},
        renamed: {"name": "Nguyễn Văn <Đổi> & Tên"},
        probationer: {"official_on": official},
    }


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(data):
    """Every cell of the list as XML, by its name."""
    root = etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
    return {one.get("r"): etree.tostring(one) for one in root.iter("{*}c")}


def value_of(data, place):
    """As a reader of the file sees it."""
    root = etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
    cell = next(one for one in root.iter("{*}c") if one.get("r") == place)
    if cell.get("t") == "inlineStr":
        return "".join(cell.itertext()), cell.get("s")
    return "".join(cell.itertext()), cell.get("s")


@pytest.mark.parametrize(("layout", "days", "many"), [(IMPORT_31, True, 300), (CLEAN_UP_28, False, 60)])
def test_five_edited_members_are_the_only_difference(book, clerk, layout, days, many):
    people = made_up(many, CELLS)
    probationer = next(one for one in people if one["official_on"] is None)
    active = [one for one in people if one["status"] == "active" and one["official_on"]]
    first = next(one for one in active if one["organisation"] in ("c21", "c22"))
    four = [first, *[one for one in active if one is not first][:3]]
    data = workbook(people, layout, days=days)
    look, outcome = taken_in(clerk, data)
    assert verdicts(look) == {"new": many}
    assert len({e.about for e in outcome.recorded.entries}) == many
    assert verdicts(brought(clerk, data)) == {"same": many}, "the same file again brings nothing"

    look = brought(clerk, data)
    expected = edited(book, look, [*four, probationer])
    look = brought(clerk, data)
    assert verdicts(look) == {"differs": 5, "same": many - 5}
    changes = {(one.person, one.column): one for one in national_file.written(look)}
    assert {person: {c for p, c in changes if p == person} for person in expected} == {
        person: set(fields) for person, fields in expected.items()
    }
    back = national_file.write_back(clerk, look, numbers=False)
    before, after = cells(data), cells(back.data)
    differ = {place for place in after if after[place] != before.get(place)}
    assert differ == {one.place for one in changes.values()} and before.keys() <= after.keys()
    old, new = parts(data), parts(back.data)
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == ["xl/worksheets/sheet1.xml"]
    packed, anew = raw_parts(data), raw_parts(back.data)
    assert [name for name in packed if packed[name] != anew[name]] == ["xl/worksheets/sheet1.xml"]
    again = brought(clerk, back.data)
    assert verdicts(again) == {"same": many}, "the file now says what the book says"
    for one in again.found.lines:
        assert one.values["personal_number"].startswith("099") and len(one.values["personal_number"]) == 12
    day = changes[next(p for p, c in changes if c == "official_on"), "official_on"]
    _, style = value_of(back.data, day.place)
    letters = day.place.rstrip("0123456789")
    filled = [place for place in before if place.rstrip("0123456789") == letters and b"<v" in before[place]]
    other = filled[-1]
    assert not days or style == value_of(data, other)[1], "a new day looks like the others of its column"


def raw_parts(data):
    """The packed bytes of every part."""
    found = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for one in archive.infolist():
            start = one.header_offset + 30 + len(one.filename.encode())
            found[one.filename] = data[start : start + one.compress_size]
    return found


def test_importing_is_undone_as_one(book, clerk):
    data = workbook(made_up(12, CELLS))
    _, outcome = taken_in(clerk, data)
    act_set = outcome.recorded.entries[0].act_set
    with together.book_held():
        whole = changing.withdrawn(changing.standing_of_set(act_set), with_dependents=False)
        drafts = [Draft(e.act, 7, WITHDRAW, e.root, str(Reason.TYPED_WRONG)) for e in whole]
        book.desk.record(drafts, by=clerk.by, at=AT)
    assert verdicts(brought(clerk, data)) == {"new": 12}
    _, again = taken_in(clerk, data)
    assert len({e.about for e in again.recorded.entries}) == 12, "and may come in again, each once"
    assert {e.about for e in again.recorded.entries} == {e.about for e in outcome.recorded.entries}
    assert verdicts(brought(clerk, data)) == {"same": 12}


def test_the_same_upload_sent_twice_is_one_act_set(clerk):
    look, first = taken_in(clerk, workbook(made_up(3, CELLS)))
    with together.book_held():
        second = national_acts.bring_in(clerk, look, changes=False)
    assert second.recorded.again
    assert [e.seq for e in second.recorded.entries] == [e.seq for e in first.recorded.entries]


def test_columns_that_are_not_held_are_not_read(book, clerk):
    """Whatever stands in them: hostile, far too long, a number that looks real."""
    people = [
        {**one, "religion": f"=CMD|{n}", "home_detail": "CANH-BAO" * 50, "old_id": REAL}
        for n, one in enumerate(made_up(5, CELLS))
    ]
    data = poisoned(workbook(people), "CANH-BAO", REAL)
    look, _ = taken_in(clerk, data)
    assert verdicts(look) == {"new": 5}, "a demo does not refuse for a number it does not read"
    head = national_said_keep(look)
    assert "CANH-BAO" not in repr(look.found) + repr(head)
    assert REAL not in repr(look.found) + repr(head)
    moved = person_of(brought(clerk, data), people[0]["personal_number"])
    book.write(Died(about=moved, effective_on=date(2026, 6, 2), organisation=A1))
    back = national_file.write_back(clerk, brought(clerk, data), numbers=False)
    assert back.data.count(b"PK\x03\x04") == data.count(b"PK\x03\x04")
    assert parts(back.data)["xl/sharedStrings.xml"] == parts(data)["xl/sharedStrings.xml"]


def national_said_keep(look):
    from thenchot.surface.national import said as national_said

    return national_said.keep(look)


def poisoned(data, text, number):
    """The same file with this in a column that is not held."""
    from thenchot.files.markup import column_letters
    from thenchot.files.sheets.workbook import changed

    names = [column.name for column in IMPORT_31.columns]
    values = {}
    for row in range(3, 8):
        values["DSDV", f"{column_letters(names.index('home_detail'))}{row}"] = text
        values["DSDV", f"{column_letters(names.index('old_id'))}{row}"] = number
    return changed(data, values)


def test_names_that_begin_like_a_formula_stay_text(book, clerk):
    people = made_up(2, CELLS)
    people = [{**people[0], "name": '=HYPERLINK("http://x")'}, {**people[1], "name": "+84 @SUM"}]
    data = workbook(people)
    look, _ = taken_in(clerk, data)
    person = person_of(brought(clerk, data), people[0]["personal_number"])
    assert fetch([person])[person].name == '=HYPERLINK("http://x")'
    file = fetch([person])[person]
    store.put_persons([replace(file, names=(Dated("=1+1"),))], at=AT, randomness=System())
    look = brought(clerk, data)
    back = national_file.write_back(clerk, look, numbers=False)
    (change,) = national_file.written(look)
    assert value_of(back.data, change.place)[0] == "=1+1"
    assert b"<f" not in cells(back.data)[change.place]


def test_a_demo_refuses_a_file_that_looks_real(clerk):
    people = [
        {**one, "personal_number": f"001{n:09d}", "card_number": ""}
        for n, one in enumerate(made_up(5, CELLS))
    ]
    with pytest.raises(Refused) as no:
        brought(clerk, workbook(people))
    assert no.value.code == "looks_real"
    assert not uploads.of(clerk.by, AT), "and nothing of it is kept"


def test_rows_that_cannot_be_taken_say_why(book, clerk):
    people = made_up(8, CELLS)
    people[0] = {**people[0], "personal_number": "09900"}
    people[1] = {**people[1], "sex": "không rõ"}
    people[2] = {**people[2], "born_on": "31/02/1990"}
    people[3] = {**people[3], "organisation": "Chi bộ không có"}
    people[4] = {**people[4], "name": ""}
    people[5] = {**people[5], "personal_number": people[6]["personal_number"]}
    people[7] = {**people[7], "status": "died", "left_on": date(2026, 2, 1)}
    look = brought(clerk, workbook(people))
    said = [str(one.verdict) for one in look.results]
    assert said == ["unread"] * 5 + ["new", "twice", "gone"]
    assert [one.why[0].code for one in look.results[:5]] == [
        "not_twelve", "not_a_code", "no_such_day", "no_such_organisation", "required",
    ]  # fmt: skip
    head = national_said_keep(look)
    assert head["places"] == [("Chi bộ không có", 1)]


def test_somebody_elsewhere_is_told_from_nobody(book, clerk):
    """An office of commune A learns of a member of commune B no more than that the number is taken."""
    office = book.account("xa.a", (Role.OFFICE, A))
    of_a = Clerk(book.desk, office.id, AT, A)
    person = {**made_up(1, ["c21"])[0], "personal_number": "099000000102", "card_number": ""}
    look = brought(of_a, workbook([person]))
    assert [str(one.verdict) for one in look.results] == ["elsewhere"]
    assert look.results[0].person is None
    known = {**person, "personal_number": f"099{AN:09d}"}
    assert str(brought(of_a, workbook([known])).results[0].verdict) == Verdict.DIFFERS


def test_what_the_office_taught_is_remembered(book, clerk):
    from thenchot.exchange.national import remembered

    people = [{**one, "organisation": "Chi bộ Bản Pắc (cũ)"} for one in made_up(2, CELLS)]
    data = workbook(people)
    assert verdicts(brought(clerk, data)) == {"unread": 2}
    remembered.remember(clerk.office, remembered.ORGANISATION, "Chi bộ Bản Pắc (cũ)", str(B1))
    assert verdicts(brought(clerk, data)) == {"new": 2}
    _, outcome = taken_in(clerk, data)
    assert {e.organisation for e in outcome.recorded.entries} == {B1}


def test_changes_with_their_day_come_in_when_asked(book, clerk):
    people = made_up(6, ["c21"], until=date(2025, 12, 31))
    data = workbook(people)
    taken_in(clerk, data)
    told = [dict(one) for one in people]
    active = [n for n, one in enumerate(people) if one["status"] == "active" and one["official_on"]]
    told[active[0]] |= {"status": "died", "left_on": date(2026, 4, 5)}
    told[active[1]] |= {"organisation": "c22"}
    later = workbook(told)
    look, _ = taken_in(clerk, later, changes=True)
    dead, moved = (person_of(look, people[n]["personal_number"]) for n in active[:2])
    assert membership_of(dead, as_of=DAY).died_on == date(2026, 4, 5)
    assert membership_of(moved, as_of=DAY).cell == A2
    assert verdicts(brought(clerk, later)) == {"same": 6}


def test_a_number_that_changes_needs_the_second_person(book, clerk):
    data = workbook(made_up(2, CELLS))
    taken_in(clerk, data)
    look = brought(clerk, data)
    person = person_of(look, made_up(2, CELLS)[0]["personal_number"])
    file = fetch([person])[person]
    store.put_persons([replace(file, personal_number="099999999999")], at=AT, randomness=System())
    look = brought(clerk, data)
    with pytest.raises(Stop):
        national_file.write_back(clerk, look, numbers=False)
    asked = national_file.write_back(clerk, look, numbers=True)
    assert asked.what == "export_numbers" and "099999999999" not in asked.contents
    assert national_file.write_back(clerk, look, numbers=True).code == asked.code, "asked once"
    other = book.account("nguoi.hai", (Role.CONFIRMER, book.top))
    book.desk.confirm(asked.code, by=other.id, at=AT)
    back = national_file.write_back(clerk, national.again(clerk, look.upload.code), numbers=True)
    (change,) = national_file.written(look)
    assert value_of(back.data, change.place)[0] == "099999999999"


def test_the_list_is_worked_off_line_by_line(book, clerk):
    from thenchot.exchange.national import lines

    people = made_up(4, ["c21", "c22"])
    data = workbook(people)
    taken_in(clerk, data)
    person = person_of(brought(clerk, data), people[0]["personal_number"])
    cell = membership_of(person, as_of=DAY).cell
    book.write(Exempted(about=person, effective_on=date(2026, 7, 3), organisation=cell))
    newer = made_up(5, ["c21", "c22"])[4]
    look = brought(clerk, workbook([*people[:3], newer]))
    moved = national_lines.reconcile(clerk, look)
    told = national_lines.page(clerk, state="", number=0)
    assert len(told) == moved.opened
    assert {one["sort"] for one in told} == {
        "khác nhau",
        "có trong tệp, chưa có trong sổ",
        "có trong sổ, không có trong tệp",
    }
    assert sum(one["person"] is None for one in told) == 1
    # Nobody of the four of the small book, nor the fourth of the file, is in this one.
    assert sum(one["theirs"] == "không có trong tệp" for one in told) == 5
    codes = [one["code"] for one in told if one["column"]]
    assert lines.assign(clerk.office, codes, mender="national", until=date(2026, 12, 1)) == len(codes) == 2
    stay = next(one["code"] for one in told if one["theirs"] == "không có trong tệp")
    lines.close(clerk.office, [stay], reason="moved", today=DAY)
    back = national_file.write_back(clerk, look, numbers=False)
    moved = national_lines.reconcile(clerk, brought(clerk, back.data))
    assert (moved.opened, moved.equal) == (0, 2), "what was written back agrees now"
    found = lines.counts(clerk.office)
    assert found["equal"] == 2 and found["closed"] == 1


def test_only_whose_scope_it_is(book, clerk):
    from thenchot.access.desk import NotAllowed

    office = book.account("xa.a", (Role.OFFICE, A))
    with pytest.raises(NotAllowed):
        national.bring(Clerk(book.desk, office.id, AT, A), workbook(made_up(1, ["c23"])), "x.xlsx",
                       organisation=book.top, day=DAY)  # fmt: skip
    look = brought(clerk, workbook(made_up(1, ["c24"])))
    with pytest.raises(Stop):
        national.again(Clerk(book.desk, office.id, AT, A), look.upload.code)
    assert P1


def test_the_list_outlives_a_change_of_keys(book, clerk):
    """Rotation takes the lines along; a file that is still here is read again or brought again."""
    from thenchot.exchange.national import lines
    from thenchot.sealed import opening, rotation

    look = brought(clerk, workbook(made_up(2, CELLS)))
    national_lines.reconcile(clerk, look)
    before = [one.said for one in lines.every(clerk.office)]
    opening.keyring().rotate(System())
    rotation.rewrite_under_new_generation(randomness=System())
    rotation.destroy_old_generations(randomness=System())
    assert [one.said for one in lines.every(clerk.office)] == before != []


def test_an_erased_person_is_in_no_line_and_no_file(book, clerk):
    from thenchot.exchange.national import lines

    data = workbook(made_up(2, CELLS))
    taken_in(clerk, data)
    look = brought(clerk, workbook(made_up(1, CELLS)))
    national_lines.reconcile(clerk, look)
    gone = next(one.line.person for one in lines.every(clerk.office) if one.line.person)
    for forget in (lines.forget_person, uploads.forget_person):
        forget(gone)
    assert gone not in {one.line.person for one in lines.every(clerk.office)}
    assert uploads.of(clerk.by, AT) == []


def test_a_file_is_kept_for_a_day(clerk):
    from datetime import timedelta

    from thenchot.exchange.national.models import Part, Upload

    look = brought(clerk, workbook(made_up(1, CELLS)))
    later = replace(clerk, at=AT + timedelta(hours=25))
    with pytest.raises(Stop):
        national.again(later, look.upload.code)
    assert not Upload.objects.exists() and not Part.objects.exists()


def test_a_header_taught_once_is_read(book, clerk):
    from thenchot.exchange.national import remembered
    from thenchot.files.sheets.workbook import changed

    data = changed(workbook(made_up(3, CELLS), CLEAN_UP_28), {("DSDV", "B1"): "Tên người theo hồ sơ"})
    with pytest.raises(Stop):
        brought(clerk, data)
    remembered.remember(clerk.office, remembered.COLUMN, "Tên người theo hồ sơ", "name")
    assert verdicts(brought(clerk, data)) == {"new": 3}
    data = changed(workbook(made_up(3, CELLS), CLEAN_UP_28), {("DSDV", "G1"): "tên"})
    remembered.remember(clerk.office, remembered.COLUMN, "Tôn giáo", "other_name")
    assert "religion" not in brought(clerk, data).found.places, "a column that is not held cannot be taught"
