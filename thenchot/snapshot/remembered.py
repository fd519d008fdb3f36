"""Answers worked out for a question, kept as long as the engine keeps the question: pages ask again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from .asking import Question, ask
from .engine import Engine
from .period import Period
from .tree import View

Answer = TypeVar("Answer")

_lock = threading.Lock()
_answers: WeakKeyDictionary[Question, dict[Any, Any]] = WeakKeyDictionary()


def remembered(
    engine: Engine, period: Period, view: View, what: str, work_out: Callable[[], Answer]
) -> Answer:
    """The answer called `what` for a period. When the book grew, the engine has other questions."""
    question = ask(engine, period, view)
    with _lock:
        known = _answers.setdefault(question, {})
    with question.lock:
        if (what, period) not in known:
            known[what, period] = work_out()
        found: Answer = known[what, period]
        return found
