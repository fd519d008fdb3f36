"""The closed list of what an account may be allowed, by role; docs/access.csv is its hand-written oracle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .events import Role
from .holdings import DataClass


class Answer(StrEnum):
    """What a role may: do it, not do it, or ask a second person."""

    YES, NO, SECOND = "yes", "no", "second"


class Of(StrEnum):
    """What an action is about."""

    ORGANISATION = "organisation"
    PERSON = "person"
    INSTALLATION = "installation"  # a role counts only where it is held at the top of the book


class Action(StrEnum):
    RECORD_ORGANISATIONS = "record_organisations"
    RECORD_MAP = "record_map"
    RECORD_PEOPLE = "record_people"
    RECORD_MEMBERSHIP = "record_membership"
    RECORD_OFFICES = "record_offices"
    CLEAR_REVIEW = "clear_review"
    CORRECT = "correct"
    ANNUL = "annul"
    ANNUL_OLD = "annul_old"
    IMPORT = "import"
    UNDO_IMPORT = "undo_import"
    UNDO_OLD_IMPORT = "undo_old_import"
    PREPARE_CLOSING = "prepare_closing"
    REVIEW_CLOSING = "review_closing"
    APPROVE_CLOSING = "approve_closing"
    SUBMIT_CLOSING = "submit_closing"
    RECEIVE_CLOSING = "receive_closing"
    ISSUE = "issue"
    BIND_FORM = "bind_form"
    DRAFT_REPORT = "draft_report"
    WRITE_SECTION = "write_section"
    RECONCILE = "reconcile"
    SEE_FIGURES = "see_figures"
    SEE_ROWS = "see_rows"
    SEE_NAMES = "see_names"
    SEE_ROLL = "see_roll"
    SEE_PERSON = "see_person"
    SEE_GRADES = "see_grades"
    SEE_ORGANISATION = "see_organisation"
    FIND = "find"
    REVEAL = "reveal"
    EXPORT = "export"
    EXPORT_MANY = "export_many"
    EXPORT_NUMBERS = "export_numbers"
    ERASE = "erase"
    GRANT_ROLE = "grant_role"
    GRANT_CELL_ROLE = "grant_cell_role"
    END_ROLE = "end_role"
    CONFIRM = "confirm"
    LOAD_VALUE = "load_value"
    LOAD_VALUE_READ = "load_value_read"
    VERIFY = "verify"
    BACKUP = "backup"
    RESTORE = "restore"
    ROTATE_KEYS = "rotate_keys"
    MANAGE_ACCOUNTS = "manage_accounts"
    RESET_ACCOUNT = "reset_account"
    UPGRADE = "upgrade"
    SEE_LOG = "see_log"
    SEE_TASKS = "see_tasks"
    RECORD_DEADLINE = "record_deadline"
    ANSWER_DEADLINE = "answer_deadline"
    ANSWER_ERROR = "answer_error"
    SEE_OWN_RECORD = "see_own_record"
    REPORT_OWN_ERROR = "report_own_error"
    SEE_WHO_LOOKED = "see_who_looked"
    SEE_LAW = "see_law"
    SIGN_IN_SETTINGS = "sign_in_settings"


@dataclass(frozen=True)
class Right:
    """Who may do an action: about what, by role; `above`: also to what stands over it; `own`: to oneself.

    `anyone`: every account that is not blocked, whatever its roles.
    """

    of: Of
    roles: Mapping[Role, Answer]
    holds: DataClass | None = None
    above: bool = False
    own: bool = False
    anyone: bool = False
    managed: bool = False  # not for cadres managed above the role's level
    reaches_back: bool = False  # also to a person who left long ago


R = Role
OFFICE = (R.OFFICE, R.ORGANISING)
# Those who work with records open a figure to its rows; a leader has figures, masked (security 4.2), and the
# roll and summaries of the own organisation, each with its line in the log.
READERS = (R.CELL_SECRETARY, *OFFICE, R.INSPECTION, R.INSPECTION_LEAD, R.CONFIRMER)


def _yes(of: Of, *roles: Role, **more: object) -> Right:
    return Right(of, dict.fromkeys(roles, Answer.YES), **more)  # type: ignore[arg-type]


def _second(of: Of, *roles: Role, **more: object) -> Right:
    return Right(of, dict.fromkeys(roles, Answer.SECOND), **more)  # type: ignore[arg-type]


A, D, O, P, I = Action, DataClass, Of.ORGANISATION, Of.PERSON, Of.INSTALLATION  # noqa: E741
RIGHTS: dict[Action, Right] = {
    A.RECORD_ORGANISATIONS: _yes(O, *OFFICE, holds=D.ACTS),
    A.RECORD_MAP: _yes(I, *OFFICE, holds=D.ACTS),
    A.RECORD_PEOPLE: _yes(P, *OFFICE, holds=D.ACTS),
    A.RECORD_MEMBERSHIP: _yes(P, *OFFICE, holds=D.ACTS),
    A.RECORD_OFFICES: _yes(P, *OFFICE, holds=D.ACTS),
    A.CLEAR_REVIEW: _yes(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.CORRECT: _yes(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.ANNUL: _yes(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.ANNUL_OLD: _second(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.IMPORT: _yes(O, *OFFICE, holds=D.ACTS),
    A.UNDO_IMPORT: _yes(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.UNDO_OLD_IMPORT: _second(P, *OFFICE, holds=D.ACTS, reaches_back=True),
    A.PREPARE_CLOSING: _yes(O, R.OFFICE, holds=D.FIGURES),
    A.REVIEW_CLOSING: _yes(O, *OFFICE, R.CONFIRMER, holds=D.FIGURES),
    A.APPROVE_CLOSING: _second(O, R.OFFICE, holds=D.FIGURES),
    A.SUBMIT_CLOSING: _yes(O, R.OFFICE, holds=D.FIGURES),
    A.RECEIVE_CLOSING: _yes(O, R.OFFICE, holds=D.FIGURES),
    A.ISSUE: _second(O, R.OFFICE, holds=D.FIGURES),
    A.BIND_FORM: _yes(O, *OFFICE, holds=D.FIGURES),
    A.DRAFT_REPORT: _yes(O, R.OFFICE, holds=D.FIGURES),
    A.WRITE_SECTION: _yes(O, *OFFICE, R.INSPECTION, R.INSPECTION_LEAD, holds=D.FIGURES),
    A.RECONCILE: _yes(O, *OFFICE, holds=D.ROLL),
    A.SEE_FIGURES: _yes(O, *READERS, R.LEADER, holds=D.FIGURES),
    A.SEE_ROWS: _yes(O, *READERS, holds=D.ACTS),
    A.SEE_NAMES: _yes(O, *READERS, holds=D.ROLL),
    A.SEE_ROLL: _yes(O, *READERS, R.LEADER, holds=D.ROLL),
    A.SEE_PERSON: _yes(P, R.CELL_SECRETARY, R.ORGANISING, R.LEADER, holds=D.SUMMARY, own=True),
    A.SEE_GRADES: _yes(
        P, R.ORGANISING, R.INSPECTION, R.INSPECTION_LEAD, R.LEADER, holds=D.GRADES, own=True, managed=True
    ),
    A.SEE_ORGANISATION: _yes(O, *READERS, R.LEADER, R.PETITION, above=True),
    A.FIND: _yes(P, R.CELL_SECRETARY, *OFFICE, R.INSPECTION, R.INSPECTION_LEAD, R.LEADER, holds=D.ROLL),
    A.REVEAL: _yes(P, R.ORGANISING, holds=D.SUMMARY, own=True),
    A.EXPORT: _yes(O, *OFFICE, holds=D.ROLL),
    A.EXPORT_MANY: _second(O, *OFFICE, holds=D.ROLL),
    A.EXPORT_NUMBERS: _second(O, R.ORGANISING, holds=D.SUMMARY),
    A.ERASE: _second(P, *OFFICE, reaches_back=True),
    A.GRANT_ROLE: _second(O, R.CONFIRMER),
    A.GRANT_CELL_ROLE: _yes(O, R.CONFIRMER),
    A.END_ROLE: _yes(O, R.CONFIRMER),
    A.CONFIRM: _yes(O, R.CONFIRMER),
    A.LOAD_VALUE: _yes(I, *OFFICE),
    A.LOAD_VALUE_READ: _second(I, *OFFICE),
    A.VERIFY: _yes(I, *OFFICE, R.CONFIRMER, R.AUDITOR, R.ADMINISTRATOR),
    A.BACKUP: _yes(I, R.ADMINISTRATOR),
    A.RESTORE: _yes(I, R.ADMINISTRATOR),
    A.ROTATE_KEYS: _yes(I, R.ADMINISTRATOR),
    A.MANAGE_ACCOUNTS: _yes(I, R.ADMINISTRATOR),
    A.RESET_ACCOUNT: _second(I, R.ADMINISTRATOR),
    A.UPGRADE: _yes(I, R.ADMINISTRATOR),
    A.SEE_LOG: _yes(I, R.AUDITOR),
    A.SEE_TASKS: _yes(O, R.CELL_SECRETARY, *OFFICE, R.CONFIRMER, holds=D.ROLL),
    A.RECORD_DEADLINE: _yes(O, *OFFICE),
    A.ANSWER_DEADLINE: _yes(O, R.CELL_SECRETARY, *OFFICE),
    A.ANSWER_ERROR: _yes(P, *OFFICE, holds=D.ACTS),
    A.SEE_OWN_RECORD: Right(P, {}, own=True),
    A.REPORT_OWN_ERROR: Right(P, {}, own=True),
    A.SEE_WHO_LOOKED: Right(P, {}, own=True),
    A.SEE_LAW: _yes(I, *R, anyone=True),
    A.SIGN_IN_SETTINGS: _yes(I, *R, anyone=True),
}

# Roles a confirmer grants alone; every other grant needs the level above (security 4.3.3).
GRANTED_ALONE = frozenset({R.CELL_SECRETARY, R.KEY_HOLDER})
# What an act of a room is, when it records.
RECORDING = {
    "organisations": A.RECORD_ORGANISATIONS,
    "people": A.RECORD_PEOPLE,
    "membership": A.RECORD_MEMBERSHIP,
    "offices": A.RECORD_OFFICES,
    "documents": A.RECORD_DEADLINE,
}
# Kinds that other people record than the rest of their room.
OF_THEIR_OWN = {
    "documents.answered": A.ANSWER_DEADLINE,
    "people.error_reported": A.REPORT_OWN_ERROR,
    "people.error_answered": A.ANSWER_ERROR,
}


def recording(kind: str) -> Action | None:
    """What it is to record an act of a kind; nothing for what no room lists."""
    return OF_THEIR_OWN.get(kind) or RECORDING.get(kind.partition(".")[0])


def second_person_required(action: Action) -> bool:
    """Whether whoever may do this at all must ask a second person."""
    return Answer.SECOND in RIGHTS[action].roles.values()
