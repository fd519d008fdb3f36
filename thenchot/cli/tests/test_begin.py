import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from thenchot.ledger import reading

ROOT = Path(__file__).parents[3]
INIT = [
    "init",
    "--code", "tq", "--name", "Đảng bộ tỉnh", "--top-code", "08", "--type", "province", "--holding", "d2",
    "--begins", "01/01/2026", "--office", "van.phong", "--confirmer", "pho.bi.thu", "--decision", "12-QĐ/TU",
    "--decided", "02/01/2026",
]  # fmt: skip


@pytest.fixture(autouse=True)
def closed():
    from thenchot.sealed import opening

    opening.use(None)
    yield
    opening.use(None)


def test_init_writes_the_founding_and_the_first_two_in_one_act_set(installation, run):
    said = run("--json", *INIT, by=None)
    assert said.code == 0, said
    begun = json.loads(said.out)
    assert reading.founding().value("mode") == "service"
    assert len(begun["sheets"]) == 3 and set(begun["passwords"]) == {"van.phong", "pho.bi.thu"}
    top = reading.entries(int(begun["organisation"]))
    granted = [e for who in ("office", "confirmer") for e in reading.entries(int(begun[who]["id"]))]
    assert {e.act_set for e in granted} == {top[0].act_set}
    assert {e.paper for e in granted} == {"12-QĐ/TU"}


def test_a_service_asks_for_the_password(installation, run, monkeypatch):
    begun = json.loads(run("--json", *INIT, by=None).out)
    monkeypatch.setenv("THENCHOT_PASSWORD", "không phải")
    assert "Chưa đăng nhập được" in run("confirm").err
    monkeypatch.setenv("THENCHOT_PASSWORD", begun["passwords"]["van.phong"])
    assert "account password --as van.phong" in run("confirm").err  # good for choosing another only


def test_init_twice(installation, run):
    run(*INIT, by=None)
    said = run(*INIT, by=None)
    assert (said.code, "đã lập sổ" in said.err) == (1, True)


def test_a_founding_cut_short_is_thrown_away_not_mended(installation, run, monkeypatch):
    from thenchot.access import founding

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(founding, "_top_and_roles", killed)
    assert run(*INIT, by=None).code == 130
    monkeypatch.setattr(founding, "_top_and_roles", None)
    said = run(*INIT, by=None)
    assert (said.code, "bị ngắt giữa chừng" in said.err, "Đề nghị xóa thư mục" in said.err) == (1, True, True)


@pytest.mark.parametrize(
    ("option", "value", "code", "sentence"),
    [
        ("--begins", "11/2026", 2, "không phải ngày đầy đủ"),
        ("--begins", "01/01/2100", 1, "chưa đến"),
        ("--type", "xã", 2, "không có trong danh mục"),
        ("--code", "Tỉnh", 2, "không phải mã"),
        ("--confirmer", "van.phong", 1, "hai người khác nhau"),
        ("--office", "Văn phòng", 1, "Tên đăng nhập gồm"),
    ],
)
def test_what_init_cannot_take(installation, run, option, value, code, sentence):
    given = list(INIT)
    given[given.index(option) + 1] = value
    said = run(*given, by=None)
    assert (said.code, sentence in said.err) == (code, True), said


COMMANDS = ("init", "demo", "record", "correct", "annul", "confirm", "erase", "import", "review")


def test_every_help_is_in_vietnamese(run):
    for command in COMMANDS:
        said = run(command, "--help", by=None)
        assert (said.code, "Tùy chọn" in said.out, "Xem cách dùng rồi thoát." in said.out) == (0, True, True)
    assert "Mã kết thúc" in run("--help", by=None).out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_is_in_english(installation, command):
    """A process of its own: words are chosen when the commands are made."""
    done = subprocess.run(
        [sys.executable, "-m", "thenchot", command, "--help", "--language", "en"],
        cwd=ROOT, env={**os.environ, "COLUMNS": "200"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert re.findall(r"\w*[À-ÖØ-öø-ỹ]\w*", done.stdout.replace("12-QĐ/ĐU", "")) == []
