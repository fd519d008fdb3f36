"""Sentences stand beside boxes that exist, for rules that exist."""

from thenchot.law.objections import IMPOSSIBLE, Objection
from thenchot.law.recording import rules
from thenchot.ledger.kinds import BASE, KINDS
from thenchot.surface.kinds import recorded
from thenchot.web.entering.beside import BOXES, box_of

# What `law.recording` itself says of the form of an act.
OF_THE_FORM = {
    "not_signed_in_the_future", "within_the_book", "paper_is_a_number", "signer_is_of_the_list",
}  # fmt: skip


def test_every_rule_named_is_a_rule():
    assert BOXES.keys() - {rule.name for rule in rules()} - OF_THE_FORM == set()


def test_every_box_named_is_a_field_of_some_kind():
    fields = {field.name for kind in recorded() for field in KINDS[kind].fields()} | set(BASE)
    assert set(BOXES.values()) - fields == set()


def test_a_sentence_about_birth_stands_beside_the_day_of_birth_of_somebody_new():
    said = Objection("born_before_that_day", IMPOSSIBLE, {})
    assert (box_of(said, {"birth"}), box_of(said, {"born"}), box_of(said, {"cell"})) == ("birth", "born", "")


def test_what_names_no_box_stands_over_the_form():
    assert box_of(Objection("some_rule", IMPOSSIBLE, {"count": 3}), {"cell", "effective_on"}) == ""
