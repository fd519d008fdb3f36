"""Beside which box the sentence of a rule stands; what is not listed stands over the form."""

from __future__ import annotations

from thenchot.law.objections import Objection

# A fact of the objection that is called like a box stands for that box; these rules name another.
BOXES = {
    "not_signed_in_the_future": "signed_on",
    "within_the_book": "effective_on",
    "paper_is_a_number": "paper",
    "signer_is_of_the_list": "signer",
    "member_that_day": "about",
    "not_a_member_already": "about",
    "nothing_after_death": "about",
    "cell_exists_that_day": "cell",
    "cell_is_a_cell": "cell",
    "moving_changes_the_cell": "cell",
    "guest_of_one_other_cell": "cell",
    "residence_is_another_cell": "cell",
    "sent_to_another_organisation": "to",
    "temporary_ends_after_it_begins": "until",
    "temporary_is_of_a_few_months": "until",
    "ground_is_a_clause": "ground",
    "only_probationers_fail_recognition": "ground",
    "decision_has_its_day": "decided_on",
    "ceremony_follows_the_decision": "effective_on",
    "decision_follows_the_resolution": "decided_on",
    "old_enough_at_the_resolution": "resolved_on",
    "not_too_old_at_the_resolution": "resolved_on",
    "schooled_as_the_day_requires": "general",
    "admission_is_decided_in_time": "decided_on",
    "ceremony_is_held_in_time": "effective_on",
    "former_members_are_readmitted": "about",
    "recognised_from_the_end_of_probation": "effective_on",
    "cell_considers_after_probation": "resolved_on",
    "cell_considers_in_time": "resolved_on",
    "recognition_is_decided_in_time": "signed_on",
    "only_probationers_are_recognised": "about",
    "badge_is_one_of_the_law": "years",
    "badge_comes_with_its_party_age": "years",
    "badge_is_given_once": "years",
    "badge_is_presented_on_its_day": "effective_on",
    "seat_exists_that_day": "seat",
    "seat_is_of_the_posts_kind": "seat",
    "cells_have_no_standing_committee": "post",
    "post_is_not_held_already": "post",
    "post_left_was_held": "post",
    "one_secretary_at_a_time": "post",
    "deputies_of_a_cell_are_few": "post",
    "parent_exists_that_day": "parent",
    "parent_is_of_a_higher_level": "parent",
    "moving_changes_the_parent": "parent",
    "no_organisation_stands_above_itself": "parent",
    "organisation_has_a_parent": "parent",
    "code_is_free": "code",
    "place_exists_that_day": "place",
    "heir_is_another": "heir",
    "heir_exists_that_day": "heir",
    "dissolved_goes_to_its_parent": "heir",
    "level_is_of_its_day": "type",
    "term_is_two_years_apart": "term",
    "congress_of_a_term_is_held_once": "term",
    "born_before_that_day": "birth",
    "born_before_joining": "birth",
}
# The form of somebody new asks for the day of birth, the book keeps its month.
INSTEAD = {"birth": "born"}


def box_of(objection: Objection, names: set[str]) -> str:
    """The name of the box, of those the form has; empty for the form as a whole."""
    wanted = BOXES.get(objection.rule) or _by_facts(objection, names)
    if wanted not in names:
        wanted = INSTEAD.get(wanted, "")
    return wanted if wanted in names else ""


def _by_facts(objection: Objection, names: set[str]) -> str:
    if objection.rule == "field_of_its_type":
        return str(objection.facts.get("field", ""))
    if "day" in objection.facts:
        return "effective_on"
    return next((name for name in objection.facts if name in names), "")
