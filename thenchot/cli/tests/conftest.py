"""A founded demo with a small book, the commands run in this process as `run(...)` and what they said."""

import sys
from dataclasses import dataclass

import pytest

GROUPS = ("begin", "writing", "importing")
OFFICE, SECOND = "van.phong", "pho.bi.thu"


@dataclass
class Said:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capfd):
    """`run("record", …)` as the office; `run(…, by=None)` without an account."""
    from thenchot.cli import app, main

    monkeypatch.setattr(app, "GROUPS", GROUPS)
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setattr(sys, "argv", ["thenchot"])

    def run(*arguments, by=OFFICE):
        from thenchot.sealed import labels

        labels._held = None
        capfd.readouterr()
        monkeypatch.setenv("THENCHOT_LANGUAGE", "vi")  # `--language` stays for the whole process
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments), *(["--as", by] if by else [])])
        out, err = capfd.readouterr()
        return Said(ended.value.code or 0, out, err)

    return run


@pytest.fixture
def book(installation):
    """A province with two communes, three cells, four members; today is 21/11/2026."""
    from thenchot.access.tests.book import begin
    from thenchot.sealed import directory, opening

    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()
