"""For every rule a story that breaks it and one just inside: parameters of the rooms' tests."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

Pairs = Mapping[str, tuple[str, str]]  # rule: (a story that breaks it, a story just inside)


def breaking(pairs: Pairs) -> list[object]:
    """Parameters: rule, story that breaks it."""
    return [pytest.param(rule, broken, id=rule) for rule, (broken, _) in pairs.items()]


def inside(pairs: Pairs) -> list[object]:
    """Parameters: story just inside."""
    return [pytest.param(held, id=rule) for rule, (_, held) in pairs.items()]
