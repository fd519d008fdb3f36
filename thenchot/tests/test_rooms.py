"""Every room explains itself: its README names all its kinds, rules and figures."""

from importlib import import_module
from pathlib import Path

import pytest

from thenchot.ledger.kinds import KINDS
from thenchot.snapshot.catalogue import CATALOGUE
from tools.field_inventory import load_every_kind

HOUSE = Path(__file__).parents[1]
ROOMS = sorted(path.parent.name for path in HOUSE.glob("rooms/*/events.py"))


def declared(room, module, name):
    """What a room declares in a module it may not have."""
    if not (HOUSE / "rooms" / room / f"{module}.py").exists():
        return []
    return getattr(import_module(f"thenchot.rooms.{room}.{module}"), name)


def test_the_plan_shows_every_floor():
    plan = (HOUSE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    floors = {path.parent.name for path in HOUSE.glob("*/__init__.py")} - {"tests"}
    assert len(floors) > 10
    assert [name for name in sorted(floors) if f"\n  {name}/ " not in plan] == []


def test_there_are_rooms():
    assert {"organisations", "people", "membership", "offices"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_the_readme_names_every_kind_rule_and_figure(room):
    load_every_kind()
    names = [kind for kind, act in KINDS.items() if act.__module__.startswith(f"thenchot.rooms.{room}.")]
    assert names
    assert [name for name in names if not name.startswith(f"{room}.")] == []
    names += [rule.name for rule in declared(room, "rules", "RULES")]
    names += [getattr(figure, "code", figure) for figure in declared(room, "figures", "FIGURES")]
    readme = (HOUSE / "rooms" / room / "README.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in readme] == []


def test_every_share_is_printed_to_two_places():
    """As the printed reports do (68,78%); averages of years have one."""
    shares = [ratio for ratio in CATALOGUE.ratios.values() if ratio.unit == "percent"]
    assert shares
    assert [ratio.code for ratio in shares if ratio.decimals != 2] == []
