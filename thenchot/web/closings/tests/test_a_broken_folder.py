"""A closing whose folder lacks a file, was cut off or is another version's: a sentence, never a fault."""

import json

import pytest

from thenchot.snapshot.closing import folder, listing
from thenchot.web.closings.tests.test_steps import text

PAGES = ("kiem/", "con-so/", "thay-doi/")
HEALTHY = "Sổ và các lần chốt khác không bị ảnh hưởng"


def damage(file, content):
    file.chmod(0o644)
    file.write_bytes(content)


def asked(browser, code):
    return [browser.get(f"/chot-so-lieu/{code}/{page}") for page in PAGES]


@pytest.mark.parametrize("name", [folder.FIGURES, folder.MANIFEST])
def test_a_file_cut_off_is_said_with_what_to_do(approved, signed_in, name):
    file = folder.path_of(approved) / name
    damage(file, file.read_bytes()[:40])
    browser = signed_in("van.phong")
    told = [answer for answer in asked(browser, approved) if HEALTHY in text(answer)]
    assert told and all(answer.status_code == 503 for answer in told)
    assert all("lấy lại thư mục này từ bản sao lưu" in text(answer) for answer in told)
    assert all(str(file.parent.parent) not in text(answer) for answer in told)
    assert browser.get("/viec-can-lam/").status_code == 200


def test_a_file_that_is_gone_is_said_too(approved, staffed, signed_in):
    file = folder.path_of(approved) / folder.FIGURES
    file.parent.chmod(0o755)
    file.unlink()
    answer = signed_in("van.phong").get(f"/so-lieu/{staffed.top}/M01/?chot={approved}")
    assert answer.status_code == 503 and HEALTHY in text(answer)


def test_a_folder_of_another_version_names_it(approved, signed_in):
    file = folder.path_of(approved) / folder.MANIFEST
    manifest = json.loads(file.read_bytes())
    manifest["format"] = "thenchot/closing/99"
    manifest["versions"]["program"] = "7.1"
    damage(file, json.dumps(manifest).encode())
    told = [text(answer) for answer in asked(signed_in("van.phong"), approved)]
    assert any("do phiên bản 7.1 của chương trình lập" in said for said in told)
    assert listing.standing(approved).code == approved
