"""The schooling of new members: a deck whose cards sum to the printed shares of 2020–2022."""

from __future__ import annotations

from thenchot.rooms.people.events import General, Professional

from .dice import Dice
from .targets import ADMITTED, DEGREES, QUALIFIED, UPPER_SECONDARY

Profile = tuple[General, Professional]
LOWER_QUALIFIED = 12  # qualified without upper secondary schooling


def deck(dice: Dice) -> list[Profile]:
    """One card for each of the 3,334 admissions, shuffled."""
    lower = ADMITTED - UPPER_SECONDARY
    between = QUALIFIED - DEGREES
    cards: list[Profile] = [(General.UPPER_SECONDARY, Professional.UNIVERSITY)] * (DEGREES - 90)
    cards += [(General.UPPER_SECONDARY, Professional.MASTER)] * 90
    cards += [(General.LOWER_SECONDARY, Professional.VOCATIONAL)] * LOWER_QUALIFIED
    ranks = (Professional.COLLEGE, Professional.SECONDARY, Professional.VOCATIONAL)
    cards += [(General.UPPER_SECONDARY, ranks[i % 3]) for i in range(between - LOWER_QUALIFIED)]
    cards += [(General.LOWER_SECONDARY, Professional.NONE)] * (lower - LOWER_QUALIFIED)
    cards += [(General.UPPER_SECONDARY, Professional.NONE)] * (ADMITTED - len(cards))
    return dice.shuffled(cards)
