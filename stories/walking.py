"""Every address of the site, its parts filled from the small book, and what docs/access.csv says of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.urls import URLPattern, get_resolver, reverse

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, AT, B1, BINH, CHI, A, B, Book
from thenchot.ledger import reading
from thenchot.ledger.kinds import KINDS, PERSON
from thenchot.reports.drafts import keeping as drafts
from thenchot.reports.drafts.shapes import Content, Number, Owned
from thenchot.reports.forms import keeping
from thenchot.reports.forms.own import forms as own_forms
from thenchot.reports.word.tests.files import word
from thenchot.rooms.documents.events import Asked, DeadlineSet
from thenchot.sealed import store
from thenchot.sealed.randomness import System
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.period import month
from thenchot.web.entering.form import ORGANISATION_IN_ADDRESS, PERSON_IN_ADDRESS, action_of

TABLE = Path(__file__).parent.parent / "docs" / "access.csv"
RELATIONS = ("inside", "outside", "above")  # seen from a role in commune A
NOBODY = "unknown"
DEADLINE, TITLE = "walked", 4_001
# A form each of a person's membership, post and record, and of an organisation.
FORMS = ("membership.died", "offices.left", "people.adjusted", "organisations.renamed")


@dataclass(frozen=True)
class Door:
    """One address: its name, its view, what its parts are called and by which converter they are read."""

    name: str
    view: Callable[..., Any]
    parts: Mapping[str, Any]

    @property
    def action(self) -> str | None:
        return self.view.action and str(self.view.action)

    @property
    def open(self) -> bool:
        return not getattr(self.view, "login_required", True)

    @property
    def of_a_closing(self) -> bool:
        """Whether its address names a closing."""
        return "code" in self.parts and (self.name.startswith("closings:") or self.name == "papers:feedback")

    @property
    def of_a_draft(self) -> bool:
        """Whether its address names a draft of a report."""
        return self.name.startswith("reports:") and "code" in self.parts

    @property
    def of_a_form(self) -> bool:
        """Whether its address names an uploaded form, or one that went out, and nothing besides."""
        return self.name.startswith("forms:") and len(self.parts) == 1

    @property
    def methods(self) -> tuple[str, ...]:
        """Views of others and the two switches say themselves what they answer."""
        return getattr(self.view, "methods", ())


@dataclass(frozen=True)
class Visit:
    """An address with nothing left open, and the question of the table it answers."""

    door: Door
    address: str
    relation: str
    actions: tuple[str, ...]  # any of these is enough; none: the view asks more than the table
    about: str
    body: Mapping[str, str] = field(default_factory=dict)  # what is sent with it

    @property
    def there(self) -> bool:
        """Whether something stands there; nobody has reported anything in this book, or brought a file."""
        return not self.door.name.startswith("own:ans") and self.door.name not in OF_A_FILE

    @property
    def moves(self) -> bool:
        """Whether it is about cell A1 or its member; a closing and an uploaded form are commune A's."""
        of_another = self.door.of_a_closing or self.door.of_a_form or self.door.of_a_draft
        return self.about in ("organisation", "person") and not of_another

    def __str__(self) -> str:
        return f"{self.door.name} {self.address} ({self.relation})"


def doors(
    patterns: Any = None, namespace: str = "", before: Mapping[str, Any] | None = None
) -> Iterator[Door]:
    """Whatever the resolver knows, in its order."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        parts = {**(before or {}), **one.pattern.converters}
        if isinstance(one, URLPattern):
            yield Door(f"{namespace}{one.name}", one.callback, parts)
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from doors(one.url_patterns, inner, parts)


def table() -> dict[tuple[str, str], dict[str, str]]:
    """(action, relation) → role → yes, no or second, as an office has signed it."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(line["action"], line["relation"]): line for line in csv.DictReader(file)}


class Walk:
    """The addresses of a book. `prepare` first, so that there is something behind each.

    Inside is commune A with its cell, outside commune B, above the province; unknown is nobody.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.places = {
            "inside": (A1, AN),
            "outside": (B1, BINH),
            "above": (book.top, CHI),
            NOBODY: (909_090, 909_091),
        }
        self.closings: dict[str, str] = {}
        self.forms: dict[str, str] = {}
        self.drafts: dict[str, str] = {}

    def prepare(self) -> None:
        """A letter with a deadline, kept by commune A and asked of its cells; a closing of each place."""
        self.book.write(
            DeadlineSet(
                about=A, effective_on=date(2026, 11, 2), deadline=DEADLINE, asks="report", title=TITLE,
                due_on=date(2026, 11, 30),
            ),
            *(Asked(about=one, effective_on=date(2026, 11, 2), deadline=DEADLINE, of=A) for one in (A1, A2)),
        )  # fmt: skip
        store.put_named({TITLE: "Báo cáo công tác phát triển đảng viên tháng 11"}, at=AT, randomness=System())
        second = self.book.account("soat", (Role.OFFICE, self.book.top))
        for relation, organisation in (("inside", A), ("outside", B), ("above", self.book.top)):
            self.closings[relation] = self._closed(organisation, by=second.id)
            self.drafts[relation] = self._draft(organisation)
            self.forms[relation] = self._form(organisation, by=second.id)

    def _closed(self, organisation: int, *, by: int) -> str:
        """October closed: prepared by the office, looked through `by` a second, approved by the head."""
        desk, office, head = self.book.desk, accounts.named("van.phong").id, accounts.named("pho.bi.thu").id
        code = closing.prepare(desk, organisation, month(2026, 10), by=office, at=AT)
        closing.review(desk, code, by=by, at=AT)
        closing.approve(desk, code, by=head, at=AT)
        return code

    def _draft(self, organisation: int) -> str:
        """A report being written, with two sections and a number nobody has bound."""
        file = word("BÁO CÁO", [("1. Tổ chức", True)], "Kết nạp 7 đảng viên.", [("2. Dân vận", True)], "Đủ.")
        number = Number("n1", "7")
        content = Content("Báo cáo tháng 11", numbers=(number,), sections=(Owned("1. Tổ chức"),))
        code = f"{organisation:012x}"[-12:]
        drafts.begin(code, organisation, "2026-11@2026-11-20", content, file, by=1, at=AT)
        return code

    def _form(self, organisation: int, *, by: int) -> str:
        """A form of the organisation with one cell bound, and one that went out, under the same code."""
        code, (data, binding) = f"form{organisation}"[:16], own_forms.FORMS["to-chuc"].make(0)
        keeping.begin(code, organisation, binding, data, by=by, at=AT)
        keeping.send(code, code, 1, organisation, "2026-10", data, by=by, at=AT)
        return code

    def visits(self, *relations: str) -> Iterator[Visit]:
        """Every address under each relation that makes a difference to it."""
        for door in doors():
            for relation in relations or RELATIONS:
                found = list(self.of(door, relation))
                yield from found
                if all(visit.about in ("home", "", "own") for visit in found):
                    break

    def of(self, door: Door, relation: str) -> Iterator[Visit]:
        """One address, in the kinds it comes in."""
        about = getattr(door.view, "about", "")
        actions = (door.action,) if door.action else ()
        first = Visit(door, "", relation, actions, about)
        if door.name.startswith("own:") and about != "person":
            yield replace(first, address=self._address(door, relation), about="own")
        elif door.name.startswith("entering:"):
            yield from self._of_entering(first)
        elif door.of_a_form:
            yield replace(first, address=self._address(door, relation), about="organisation")
        elif door.of_a_draft:
            asked = tuple(str(action) for action in door.view.actions)
            yield replace(first, address=self._address(door, relation), actions=asked, about="organisation")
        elif door.of_a_closing:
            asked = OF_A_CLOSING.get(door.name, actions)
            yield replace(first, address=self._address(door, relation), actions=asked, about="organisation")
        else:
            more = f"?{QUERIES[door.name]}" if door.name in QUERIES else ""
            yield replace(first, address=f"{self._address(door, relation)}{more}")

    def _of_entering(self, visit: Visit) -> Iterator[Visit]:
        """Forms ask for the right to record their kind, about whom the address names."""
        door, relation = visit.door, visit.relation
        organisation, person = self.places[relation]
        if "kind" in door.parts:
            for kind in FORMS:
                of_person = KINDS[kind].subject == PERSON
                body = {"about": str(person if of_person else organisation)}
                query = {PERSON_IN_ADDRESS: person} if of_person else {ORGANISATION_IN_ADDRESS: organisation}
                yield replace(
                    visit, address=f"{self._address(door, relation, kind=kind)}?{urlencode(query)}",
                    actions=(str(action_of(KINDS[kind])),), about="person" if of_person else "organisation",
                    body=body,
                )  # fmt: skip
        elif door.name in OF_A_LINE:
            address = self._address(door, relation)
            yield replace(visit, address=address, actions=OF_A_LINE[door.name], about="person")
        elif door.name in ("entering:end", "entering:merge", "entering:split", "entering:move"):
            address = f"{self._address(door, relation)}?{ORGANISATION_IN_ADDRESS}={organisation}"
            yield replace(visit, address=address, actions=("record_organisations",), about="organisation",
                          body={"about": str(organisation)})  # fmt: skip
        else:
            yield replace(visit, address=self._address(door, relation))

    def _address(self, door: Door, relation: str, **given: Any) -> str:
        return reverse(door.name, kwargs={part: given.get(part) or self.fill(door, part, relation)
                                          for part in door.parts})  # fmt: skip

    def fill(self, door: Door, part: str, relation: str) -> Any:
        """What stands in a part of an address; KeyError for one this walk has never seen."""
        organisation, person = self.places[relation]
        if part == "seq":
            return 909_092 if relation == NOBODY else reading.entries(person)[-1].seq
        known = {
            "organisation": organisation,
            "person": person,
            "act_set": 909_093 if relation == NOBODY else 77,
            "kind": "probation",
            "box": "effective_on",
            "deadline": DEADLINE,
            "item": "khong-co",
            "paper": "roll",
            "key": "admission.cell_vote",
            "code": self._code(door, relation),
            "form": "to-chuc" if "organisation" in door.parts else self.forms.get(relation, "khong-co"),
            "serial": self.forms.get(relation, "khong-co"),
            "line": "in",
        }
        return known[part]

    def _code(self, door: Door, relation: str) -> str:
        if door.of_a_draft:
            return self.drafts.get(relation, "khong-co")
        if door.of_a_closing:
            return self.closings.get(relation, "khong-co")
        return "M01" if door.name.startswith("figures:") else "khong-co"


# What an address means nothing without.
QUERIES = {"figures:moved": "ben=tang"}
OF_A_FILE = ("national:file", "national:write")
OF_A_CLOSING = {"closings:replace": ("prepare_closing",)}
OF_A_LINE = {
    "entering:history": ("see_person", "correct"),
    "entering:adjust": ("correct",),
    "entering:correct": ("correct",),
    "entering:check_correction": ("correct",),
    "entering:annul": ("annul",),
}
