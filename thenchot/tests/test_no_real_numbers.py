"""No file of the repository looks like a list of real people: numbers begin 099, telephones 0000."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TWELVE = re.compile(r"(?<!\d)\d{12}(?!\d)")
PHONE = re.compile(r"(?<![\d.])0[35789]\d{8}(?!\d)")
HASH = re.compile(r"[0-9a-fA-F]{32,}")
# Files made of hashes.
NOT_READ = {"uv.lock", "tools/uv-requirements.txt", "package-lock.json"}


def suspicious(text):
    """Numbers that could be somebody's; digits inside a hash do not count."""
    text = HASH.sub("", text)
    return [n for n in TWELVE.findall(text) if not n.startswith("099")] + PHONE.findall(text)


def texts(path):
    """The file, or the parts of a Word or Excel file."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            return [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
    return [path.read_bytes().decode("utf-8", "replace")]


def test_every_number_of_a_person_is_a_made_up_one():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = {name for name in listed.stdout.split("\0") if name} - NOT_READ
    found = {
        name: suspicious(text) for name in names if (ROOT / name).is_file() for text in texts(ROOT / name)
    }
    assert {name: numbers for name, numbers in found.items() if numbers} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("số " + "0" + "01199000123", 1),
        ("CCCD" + "0" + "31088000456.", 1),
        ("099199000123", 0),
        ("0000123456", 0),
        ("điện thoại 0" + "912345678", 1),
        ("a" * 20 + "0" + "31088000456" + "b" * 9, 0),
        ("1234567890123", 0),
    ],
)
def test_a_number_that_could_be_real_is_found(text, found):
    assert len(suspicious(text)) == found
