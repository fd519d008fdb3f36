"""The JSON of a check has exactly the form that is promised."""

import json

from thenchot.reports.answer import answer, exit_code, verdicts
from thenchot.reports.checking.check import check
from thenchot.reports.reading import lines_of, read

TEXT = "Kỷ luật 12 đảng viên, gồm: khiển trách 8, cảnh cáo 3.\nCó 812/1.733 chi bộ có chi ủy, chiếm 46,9%."


def given(text: str) -> dict[str, list[dict[str, object]]]:
    reading = read(lines_of(text))
    return json.loads(json.dumps(answer(reading, check(reading))))


def test_the_keys_are_those_that_were_promised() -> None:
    said = given(TEXT)
    assert list(said) == ["figures", "relations"]
    assert list(said["figures"][0]) == [
        "line", "start", "end", "text", "value", "unit", "bound", "noun", "period", "figure", "score",
        "verdict",
    ]  # fmt: skip
    assert list(said["figures"][0]["period"]) == ["from", "to", "as_of"]
    assert list(said["relations"][0]) == [
        "kind",
        "lines",
        "expression",
        "expected",
        "printed",
        "verdict",
        "say",
    ]


def test_a_figure_bears_the_worst_verdict_and_numbers_are_numbers() -> None:
    said = given(TEXT)
    by_text = {one["text"]: one for one in said["figures"]}
    assert by_text["12"]["verdict"] == "fails" and by_text["812"]["verdict"] == "rounded"
    assert by_text["1.733"]["value"] == 1733 and by_text["46,9%"]["value"] == 46.9
    (sum_,) = [one for one in said["relations"] if one["kind"] == "sum"]
    assert (sum_["lines"], sum_["expression"], sum_["expected"], sum_["printed"]) == ([1], "8 + 3", 11, 12)


def test_a_figure_in_no_relation_has_no_verdict() -> None:
    assert [one["verdict"] for one in given("Ban hành 5 nghị quyết.")["figures"]] == [None]
    assert verdicts(()) == {}


def test_the_exit_code_says_whether_something_fails() -> None:
    assert exit_code(check(read(lines_of(TEXT)))) == 1
    assert exit_code(check(read(lines_of("Có 36/36 chi bộ có chi ủy.")))) == 0
