"""Every rule, state and line has its words; they say how a closing stands."""

from string import Formatter

from thenchot.law.words import say
from thenchot.snapshot.closing import actions, rules, words
from thenchot.snapshot.closing.events import Line, Why
from thenchot.snapshot.closing.listing import STEPS, standing
from thenchot.snapshot.tests.province import AT

from .conftest import CLERK, DEPUTY


def test_rules_and_their_sentences_are_the_same_set():
    assert set(words.OBJECTIONS) == {rule.name for rule in rules.RULES}
    assert set(words.STATES) == set(words.STEPS) == set(STEPS)
    assert set(words.LINES) == set(Line) and set(words.WHY) == set(Why)


def test_a_sentence_asks_only_for_what_its_rule_tells():
    import inspect

    for rule in rules.RULES:
        source = inspect.getsource(rule.test)
        blanks = {blank for _, blank, _, _ in Formatter().parse(str(words.OBJECTIONS[rule.name])) if blank}
        assert [blank for blank in blanks if f'"{blank}"' not in source] == [], rule.name


def test_how_a_closing_stands_in_words(office, close, catalogue):
    first = close()
    assert words.state(standing(first)) == "đã chốt, chưa nộp"
    actions.submit(office, first, by=CLERK, at=AT)
    second = actions.replace(office, first, Why.CORRECTED, by=CLERK, at=AT, catalogue=catalogue)
    assert words.state(standing(first)) == "đã nộp; đã có bản thay thế"
    actions.review(office, second, by=CLERK, at=AT)
    actions.approve(office, second, by=DEPUTY, at=AT)
    assert words.state(standing(second)) == "thay thế lần 2, đã chốt, chưa nộp"
    assert words.title(standing(second)) == "Chốt thay thế lần 2: Từ 01/01/2023 đến 01/03/2023"
    assert words.title(standing(close(line=Line.ORGANISING))).endswith("(Tổ chức)")


def test_a_refusal_is_said_in_full(close):
    import pytest

    from thenchot.law.recording import Refused

    code = close()
    with pytest.raises(Refused) as refusal:
        close()
    (finding,) = refusal.value.findings
    assert code in say(finding.objection)
