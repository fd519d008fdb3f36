"""A checked list as JSON: counts, findings by cell, tables. Field names are the house's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from thenchot.ledger.days import iso
from thenchot.reports.member_list.findings import Finding

from .asked import Answer
from .told import label, sentence


def as_json(answer: Answer) -> dict[str, Any]:
    """What `check-list --json` writes; days in ISO form, in the precision they are known."""
    checked = answer.checked
    return {
        "file": answer.name,
        "layout": checked.mapped.layout.name,
        "today": iso(checked.today),
        "rows": len(checked.members),
        "roll": checked.roll,
        "cells": checked.cells,
        "left_aside": list(checked.left_aside),
        "columns_not_read": list(checked.unread),
        "waves": [iso(one) for one in checked.waves],
        "findings": [_finding(answer, one) for one in checked.findings],
        "tables": [
            {
                "by": table.by,
                "total": table.total,
                "lines": [
                    {"code": one.code, "label": one.label, "members": one.members, "women": one.women,
                     "probationary": one.probationary}
                    for one in table.lines
                ],
            }
            for table in checked.tables
        ],
    }  # fmt: skip


def _finding(answer: Answer, one: Finding) -> dict[str, Any]:
    members = [answer.checked.members[at] for at in one.members]
    return {
        "group": str(one.group),
        "code": one.code,
        "weight": str(one.weight),
        "place": one.place,
        "column": one.column,
        "organisation": one.organisation,
        "rows": [member.number for member in members],
        "persons": [label(member) for member in members],
        "given": {
            name: iso(value) if isinstance(value, date) else value for name, value in one.given.items()
        },
        "wave": iso(one.wave) if one.wave else None,
        "say": sentence(one, members[1:]),
    }
