"""Values between a worker and who asked it, as JSON; every answer is checked by its type. Pure."""

from __future__ import annotations

import math
import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

DECIMAL = re.compile(r"-?\d{1,60}(\.\d{1,40})?(E[+-]?\d{1,3})?\Z", re.ASCII)


class NotOfThisKind(ValueError):
    """An answer that is not of the form agreed. Never holds what it was."""


def pack(value: Any) -> Any:
    """A dataclass as the list of its fields, a Decimal as text; tuples as lists, None, text and numbers as
    they are."""
    if is_dataclass(value):
        return [pack(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, (tuple, list)):
        return [pack(one) for one in value]
    return str(value) if isinstance(value, Decimal) else value


def unpack(kind: Any, given: Any) -> Any:
    """The value of this type that `pack` made; NotOfThisKind for anything else."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), given)
    if origin is tuple:
        return _tuple(get_args(kind), given)
    if is_dataclass(kind):
        hints = _hints(kind)
        if not isinstance(given, list) or len(given) != len(hints):
            raise NotOfThisKind
        return kind(*[unpack(one, value) for one, value in zip(hints, given, strict=True)])
    return _plain(kind, given)


@cache
def _hints(kind: Any) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[one.name] for one in fields(kind)]


def _one_of(kinds: tuple[Any, ...], given: Any) -> Any:
    for kind in kinds:
        try:
            return unpack(kind, given)
        except NotOfThisKind:
            continue
    raise NotOfThisKind


def _tuple(kinds: tuple[Any, ...], given: Any) -> tuple[Any, ...]:
    if not isinstance(given, list):
        raise NotOfThisKind
    if kinds[1:] == (...,):
        return tuple(unpack(kinds[0], one) for one in given)
    if len(given) != len(kinds):
        raise NotOfThisKind
    return tuple(unpack(kind, one) for kind, one in zip(kinds, given, strict=True))


def _plain(kind: Any, given: Any) -> Any:
    if kind is Decimal and isinstance(given, str) and DECIMAL.match(given):
        return Decimal(given)
    if kind is float and isinstance(given, (int, float)) and type(given) is not bool and math.isfinite(given):
        return float(given)
    if kind is NoneType and given is None:
        return None
    if kind in (str, int, bool) and type(given) is kind:
        return given
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(given, str):
        try:
            return kind(given)
        except ValueError:
            pass
    raise NotOfThisKind
