"""A service book after init: passwords chosen, roles granted by two persons; and reviews cleared."""

import json
import shlex
from datetime import timedelta

import pytest
import typer

from thenchot.access import accounts
from thenchot.cli.session import Session
from thenchot.cli.tests.everything import ALL
from thenchot.cli.tests.test_begin import INIT
from thenchot.cli.tests.test_record import NEW
from thenchot.ledger import reading
from thenchot.sealed import directory, opening

OFFICE, CONFIRMER, ADMINISTRATOR = "van.phong", "pho.bi.thu", "quan.tri"
OWN = {name: f"{word} vượt suối qua đèo" for name, word in
       ((OFFICE, "bảy con ngựa"), (CONFIRMER, "chín chiếc gùi"), (ADMINISTRATOR, "ba cây trám"))}  # fmt: skip
PAPER = ["--paper", "14-QĐ/TU", "--signed", "03/01/2026"]


@pytest.fixture
def do(run, monkeypatch):
    """Commands with the password of whoever acts: the own one, or the one given."""
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ALL)

    def do(*arguments, by=CONFIRMER, password=None, new=None):
        for name, value in (("THENCHOT_PASSWORD", password or OWN.get(by)), ("THENCHOT_NEW_PASSWORD", new)):
            monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
        return run(*arguments, by=by)

    return do


@pytest.fixture
def begun(installation, do):
    opening.use(None)
    yield json.loads(do("--json", *INIT, by=None).out)
    opening.use(None)
    directory.forget()


@pytest.fixture
def service(begun, do):
    """Both have chosen their passwords."""
    for name, once in begun["passwords"].items():
        said = do("account", "password", by=name, password=once, new=OWN[name])
        assert said.code == 0, said
    return begun


def answer(said, code=0):
    assert said.code == code, said
    return json.loads(said.out)


def test_a_one_time_password_opens_only_the_choice_of_another(begun, do):
    once = begun["passwords"][OFFICE]
    assert "account password --as van.phong" in do("confirm", by=OFFICE, password=once).err
    for new, sentence in (("ngắn quá", "ít nhất 15"), ("van.phong van.phong", "thường gặp"), (once, "trùng")):
        said = do("account", "password", by=OFFICE, password=once, new=new)
        assert (said.code, sentence in said.err) == (2, True), said
    assert do("account", "password", by=OFFICE, password=once, new=OWN[OFFICE]).code == 0
    assert do("confirm", by=OFFICE).code == 0
    assert do("confirm", by=OFFICE, password=once).code == 1


def test_a_new_password_is_typed_twice(begun, do, monkeypatch):
    once, typed = begun["passwords"][OFFICE], iter([OWN[OFFICE], "khác", OWN[OFFICE], OWN[OFFICE]])
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: next(typed))
    said = do("account", "password", by=OFFICE, password=once)
    assert (said.code, "không giống nhau" in said.err) == (2, True)
    assert do("account", "password", by=OFFICE, password=once).code == 0
    assert do("confirm", by=OFFICE).code == 0


def test_a_one_time_password_is_refused_after_a_day(begun, do, monkeypatch):
    once, until = begun["passwords"][OFFICE], accounts.named(OFFICE).one_time_until
    monkeypatch.setattr(Session, "now", until)
    said = do("account", "password", by=OFFICE, password=once, new=OWN[OFFICE])
    assert (said.code, "Chưa đăng nhập được" in said.err) == (1, True)
    monkeypatch.setattr(Session, "now", until - timedelta(seconds=1))
    assert do("account", "password", by=OFFICE, password=once, new=OWN[OFFICE]).code == 0


def test_an_administrator_by_two_persons_then_a_backup(service, do, tmp_path):
    grant = ("account", "grant", ADMINISTRATOR, "administrator", *PAPER)
    assert do(*grant, by=OFFICE).code == 1
    with pytest.raises(LookupError):
        accounts.named(ADMINISTRATOR)  # refused: no account is left behind
    made = answer(do(*grant, "--json"), code=3)
    (code,), once = made["waiting"], made["password"]
    assert do("confirm", code).code == 1  # the one who asks does not confirm
    new = OWN[ADMINISTRATOR]
    assert do("account", "password", by=ADMINISTRATOR, password=once, new=new).code == 0
    assert do("backup", tmp_path / "b", by=ADMINISTRATOR).code == 1  # not yet
    said = do("confirm", code, by=OFFICE)
    assert said.code == 0, said
    assert f"Quản trị kỹ thuật, cho {ADMINISTRATOR}, ở Đảng bộ tỉnh" in said.out and "14-QĐ/TU" in said.out
    assert do("backup", tmp_path / "b", by=ADMINISTRATOR).code == 0
    assert do("account", "end", ADMINISTRATOR, "administrator", *PAPER).code == 0
    assert do("backup", tmp_path / "c", by=ADMINISTRATOR).code == 1  # that very day
    kinds = [e.kind for e in reading.entries(accounts.named(ADMINISTRATOR).id)]
    assert kinds == ["access.granted", "access.ended"]


def test_the_administrator_adds_and_blocks(service, do):
    code = answer(do("account", "grant", ADMINISTRATOR, "administrator", *PAPER, "--json"), 3)["waiting"][0]
    assert do("confirm", code, by=OFFICE).code == 0
    accounts.choose_password(accounts.named(ADMINISTRATOR), OWN[ADMINISTRATOR])
    assert do("account", "add", "lo.mai").code == 1  # not the confirmer's
    once = answer(do("account", "add", "lo.mai", "--json", by=ADMINISTRATOR))["password"]
    assert accounts.verified("lo.mai", once, accounts.named("lo.mai").one_time_until - timedelta(hours=1))
    assert do("account", "block", ADMINISTRATOR, by=ADMINISTRATOR).code == 1
    assert do("account", "block", OFFICE, by=ADMINISTRATOR).code == 0
    assert do("account", "list", by=OFFICE).code == 1
    rows = answer(do("account", "list", "--json"))
    assert {(r["name"], r["role"], r["scope"], r["blocked"]) for r in rows} == {
        (OFFICE, "office", "Đảng bộ tỉnh", True), (OFFICE, "organising", "Đảng bộ tỉnh", True),
        (CONFIRMER, "confirmer", "Đảng bộ tỉnh", False),
        (ADMINISTRATOR, "administrator", "Đảng bộ tỉnh", False),
        ("lo.mai", "", "", False),
    }  # fmt: skip
    assert "chưa chọn mật khẩu" in do("account", "list").out


def test_a_forgotten_password_comes_back_by_two_persons(service, do):
    code = answer(do("account", "grant", ADMINISTRATOR, "administrator", *PAPER, "--json"), 3)["waiting"][0]
    assert do("confirm", code, by=OFFICE).code == 0
    accounts.choose_password(accounts.named(ADMINISTRATOR), OWN[ADMINISTRATOR])
    assert do("account", "reset", OFFICE).code == 1  # not the confirmer's to ask
    said = do("account", "reset", OFFICE, by=ADMINISTRATOR)
    assert said.code == 3, said
    (waiting,) = answer(do("confirm", "--json"))["pending"]
    assert waiting["counts"] == {"cấp lại mật khẩu và kết thúc mọi phiên của van.phong": 1}
    assert do("confirm", waiting["request"], by=ADMINISTRATOR).code == 1
    assert do("confirm", by=OFFICE).code == 0  # nothing has changed yet
    said = do("confirm", waiting["request"])
    assert said.code == 0 and "Mật khẩu dùng một lần của van.phong" in said.out, said
    once = said.out.split("trong 24 giờ: ")[1].split()[0]
    assert do("confirm", by=OFFICE).code == 1  # the old one is gone
    # A grant prints no password of an account that was there before.
    kept = do("account", "grant", OFFICE, "key_holder", *PAPER)
    assert kept.code == 0 and "một lần" not in kept.out
    assert do("account", "password", by=OFFICE, password=once, new=OWN[OFFICE] + " nữa").code == 0
    assert do("confirm", by=OFFICE, password=OWN[OFFICE] + " nữa").code == 0


def test_the_last_confirmer_stays(service, do):
    said = do("account", "end", CONFIRMER, "confirmer", *PAPER)
    assert said.code == 1 and "người xác nhận cuối cùng" in said.err, said
    code = answer(do("account", "grant", ADMINISTRATOR, "administrator", *PAPER, "--json"), 3)["waiting"][0]
    assert do("confirm", code, by=OFFICE).code == 0
    accounts.choose_password(accounts.named(ADMINISTRATOR), OWN[ADMINISTRATOR])
    said = do("account", "block", CONFIRMER, by=ADMINISTRATOR)
    assert said.code == 1 and "người xác nhận cuối cùng" in said.err, said


def test_a_role_granted_alone_is_written_at_once(service, do):
    said = do("account", "grant", "giu.phieu", "key_holder", *PAPER)
    assert said.code == 0 and "Mật khẩu dùng một lần của giu.phieu" in said.out
    again = do("account", "grant", "giu.phieu", "key_holder", *PAPER)
    assert (again.code, "đã giữ vai trò này" in again.err, "một lần" in again.out) == (1, True, False)
    for wrong in (["giu.phieu", "king"], ["nobody", "office"]):
        assert do("account", "end", *wrong, *PAPER).code == 2


def test_a_demo_has_no_passwords(book, do):
    assert do("account", "password", by=OFFICE).code == 1
    assert answer(do("account", "grant", "khac", "key_holder", *PAPER, "--json"))["password"] is None
    assert [r["name"] for r in answer(do("account", "list", "--json", by="khac"))] == ["khac"]


def test_a_review_is_cleared(book, do):
    young = NEW.replace("05/03/1999", "05/03/2010") + " --as-on-paper"
    assert do(*shlex.split(young), by=OFFICE).code == 0
    listed = answer(do("show", "--to-review", "--json", by=OFFICE))
    entry = listed[0]["entry"]
    assert do("review", entry, "--outcome", "sai", by=OFFICE).code == 2
    assert do("review", entry, "--outcome", "as_on_paper").code == 1  # the confirmer does not record
    said = do("review", entry, "--outcome", "as_on_paper", by=OFFICE)
    assert said.code == 0, said
    assert answer(do("show", "--to-review", "--json", by=OFFICE)) == []
    assert do("review", entry, "--outcome", "as_on_paper", by=OFFICE).code == 1
    assert do("review", 999999, "--outcome", "as_on_paper", by=OFFICE).code == 2
