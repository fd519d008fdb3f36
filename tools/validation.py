"""docs/validation.md from the rules themselves: what acts are checked for together, and by which article.

python -m tools.validation   write the file
"""

from __future__ import annotations

from pathlib import Path

from thenchot.law.objections import Rule
from thenchot.law.recording import REGISTERED
from thenchot.law.words import OBJECTIONS

FILE = Path(__file__).parent.parent / "docs" / "validation.md"
WEIGHT = {"impossible": "refused", "against": "recorded as on the paper, then reviewed"}
HEAD = """# Combined rules

Every field is checked by its type. The rules below look at an act together with the story so far, its other
fields, the neighbours' stories and the law of the day. *Refused*: cannot have happened. *Reviewed*: recorded
after *đúng như văn bản* and listed under *Cần xem lại*; only listed, without the tick, where the value of the
law is unverified. For the rooms each rule has a story that breaks it and one just inside, in
`tests/test_rules.py` of the room. Written by `python -m tools.validation`; a test compares.
"""


def text() -> str:
    """The whole file."""
    rooms = {room: list(rules) for room, rules in REGISTERED.items()}
    named = {rule.name for rules in rooms.values() for rule in rules}
    ground = sorted(set(OBJECTIONS) - named)
    parts = [HEAD, *(_room(room, rules) for room, rules in rooms.items())]
    every = ", ".join(f"`{name}`" for name in ground)
    return "\n".join([*parts, f"## Every act\n\n{every}: refused.\n"])


def _room(room: str, rules: list[Rule]) -> str:
    lines = [f"## {room}\n", "| rule | a breach is | values | article |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(_line, rules)]) + "\n"


def _line(rule: Rule) -> str:
    keys = ", ".join(f"`{key}`" for key in rule.keys)
    cites = " ".join(rule.cites.split()).replace("|", "/")
    return f"| `{rule.name}` | {WEIGHT[rule.grade]} | {keys} | {cites} |"


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    django.setup()
    FILE.write_text(text(), encoding="utf-8")
