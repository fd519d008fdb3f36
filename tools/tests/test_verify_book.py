"""True books are accepted; each rule of the format refuses the book that breaks it and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools import verify_book
from tools.tests.writer import Book, Files, Signer, put, root_of, some_book

# The leaves and roots that Certificate Transparency publishes for RFC 6962.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def rules(folder: Path, **own: Path) -> list[str]:
    return [finding.rule for finding in verify_book.verify(folder, **own).problems]


def broken(book: Book, tmp_path: Path) -> list[str]:
    """The rules a book breaks that its own key has signed as it stands."""
    book.close()
    return rules(put(book.files(), tmp_path / "book"))


def small() -> Book:
    book = Book()
    book.add("membership.admitted", 101, {"cell": "901"})
    book.add("membership.admitted", 102, {"cell": "901"})
    book.add("membership.recognised", 101, {})
    return book


@pytest.mark.parametrize("size", ROOTS)
def test_the_tree_is_that_of_rfc_6962(size: int) -> None:
    leaves = [bytes.fromhex(leaf) for leaf in LEAVES[:size]]
    tree = verify_book.Tree()
    for leaf in leaves:
        tree.add(leaf)
    assert (tree.root().hex(), root_of(leaves).hex()) == (ROOTS[size], ROOTS[size])


@pytest.mark.parametrize("seed", range(100))
def test_a_true_book_is_in_order(seed: int, tmp_path: Path) -> None:
    book = some_book(seed, length=10 + seed)
    own_key, own = tmp_path / "key", tmp_path / "checkpoint"
    own_key.write_bytes(book.signer.key_line())
    own.write_bytes(book.checkpoint(book.sizes[seed % len(book.sizes)]))
    verdict = verify_book.verify(put(book.files(), tmp_path / "book"), own_key, own)
    erased = sum(facts is None for _, _, facts in book.entries)
    assert (verdict.problems, verdict.entries, verdict.erased) == ([], len(book.entries), erased)
    assert (verdict.root, verdict.checkpoints) == (book.root(len(book.entries)).hex(), len(book.sizes))


ENTRIES: list[tuple[str, dict[str, Any]]] = [
    ("root", {"does": "restate", "root": 3, "reason": "typing"}),  # another kind
    ("root", {"does": "restate", "root": 2, "reason": "typing"}),  # another subject
    ("root", {"does": "withdraw", "root": 4, "reason": "typing"}),  # itself
    ("root", {"does": "withdraw", "root": 9, "reason": "typing"}),  # still to come
    ("root", {"root": 1}),
    ("reason", {"reason": "typing"}),
    ("reason", {"does": "withdraw", "root": 1}),
    ("seq", {"seq": 5, "root": 5}),
    ("written_at", {"written_at": "2026-01-05T07:59:59.999Z"}),
    ("head_key", {"written_at": "2026-01-05T08:59:59Z"}),
    ("head_key", {"written_at": "2026-02-30T08:59:59.000Z"}),
    ("head_key", {"effective_on": "2025-02-29"}),
    ("head_key", {"signed_on": "2025-13"}),
    ("head_key", {"about": str(2**63)}),
    ("head_key", {"about": "0101"}),
    ("head_key", {"about": 101}),
    ("head_key", {"organisation": None}),
    ("head_key", {"note": "x"}),
    ("head_key", {"shape": 0}),
    ("head_key", {"does": "delete"}),
    ("head_key", {"paper": ""}),
    ("head_key", {"signer": "Bí thư"}),
    ("head_key", {"paper": "12\n13"}),
    ("head_key", {"facts_hash": "AB" * 32}),
    ("nfc", {"paper": "12-QĐ/ĐU Kê\u0301t nạp"}),
]


@pytest.mark.parametrize(("rule", "head"), ENTRIES)
def test_an_entry_out_of_order_is_named_by_its_rule(rule: str, head: dict[str, Any], tmp_path: Path) -> None:
    book = small()
    book.add("membership.admitted", 101, {"cell": "902"})
    book.entries[-1][0].update(head)
    assert rule in broken(book, tmp_path)


def test_a_restatement_of_a_restatement_is_refused(tmp_path: Path) -> None:
    book = small()
    book.add("membership.admitted", 101, {"cell": "902"}, does="restate", root=1, reason="typing")
    book.add("membership.admitted", 101, {"cell": "903"}, does="restate", root=4, reason="typing")
    assert broken(book, tmp_path) == ["root"]


def test_a_head_without_a_key_it_needs_is_refused(tmp_path: Path) -> None:
    book = small()
    del book.entries[1][0]["by"]
    assert broken(book, tmp_path)[0] == "head_key"


@pytest.mark.parametrize(
    "facts",
    ['{"a":1.5}', '{"a":null}', '{"a":[1]}', '{"a":1,"a":1}', '{"b":1,"a":1}', '{"a": 1}', '{"a":1e3}',
     '{"é":1}', '{"a":12345678901234567}', '{"a":NaN}', '{"a":"\\u0041"}', '{"a":"e\u0301"}', "[]", "",
     '{"a":' * 5000,
     '{"a":01}', '{"a":-0}', '{"a":{}}', '{"a":true,}', '{,"a":true}', '{"a":True}',
     '"a"', '{"a":"x","A":"y","B":1}'],
)  # fmt: skip
def test_facts_out_of_form_are_refused(facts: str, tmp_path: Path) -> None:
    book = small()
    book.add("membership.recognised", 102, facts)
    assert broken(book, tmp_path) == ["facts"]


@pytest.mark.parametrize(
    "facts", ["{}", '{"a":"x,","b":"{"}', '{"a":",\\"b\\":","c":-7,"d_2":false}', '{"a":9007199254740992}']
)
def test_facts_in_form_are_accepted(facts: str, tmp_path: Path) -> None:
    book = small()
    book.add("membership.recognised", 102, facts)
    assert broken(book, tmp_path) == []


@pytest.mark.parametrize("facts", ["", "AA", "AB==", "{}"])
def test_sealed_facts_are_canonical_base64(facts: str, tmp_path: Path) -> None:
    book = small()
    book.add("sealed", 501, facts)
    assert broken(book, tmp_path) == ["facts"]


def test_facts_may_go_only_before_an_erasure_of_the_same_subject(tmp_path: Path) -> None:
    book = small()
    book.add("people.erased", 101, {"ground": "requested"})
    book.erase(2)
    assert broken(book, tmp_path) == ["facts_missing"]


def test_an_erasure_covers_nothing_after_it(tmp_path: Path) -> None:
    book = small()
    book.add("people.erased", 101, {"ground": "requested"})
    book.add("membership.recognised", 101, {})
    book.erase(1)
    book.erase(5)
    assert broken(book, tmp_path) == ["facts_missing"]


def test_a_withdrawn_erasure_explains_nothing_by_itself(tmp_path: Path) -> None:
    book = small()
    book.add("people.erased", 101, {"ground": "requested"})
    book.add("membership.admitted", 101, {"cell": "904"})
    book.add("people.erased", 101, {}, does="withdraw", root=4, reason="typing")
    book.erase(5)
    assert broken(book, tmp_path) == ["facts_missing"]


def with_checkpoint(book: Book, number: int, raw: bytes) -> Files:
    return {**book.files(), f"checkpoints/{number:08}.txt": raw}


def test_checkpoints_that_its_own_key_signed_are_still_judged(tmp_path: Path) -> None:
    book = small()
    book.close()
    sign, root = book.signer.checkpoint, book.root(3)
    cases = {
        "checkpoint_order": sign(0, root_of([])),  # size 0 after size n
        "tree": sign(4, b"\x01" * 32),
        "larger": sign(5, b"\x01" * 32),
        "checkpoint_key": Signer(2).checkpoint(4, book.root(3)),
        "checkpoint": sign(3, root) + b"\n",
    }
    book.add("membership.recognised", 102, {})
    for rule, raw in cases.items():
        assert rules(put(with_checkpoint(book, 2, raw), tmp_path / rule)) == [rule]


def test_a_checkpoint_has_one_spelling(tmp_path: Path) -> None:
    book = small()
    book.close()
    raw = book.checkpoint(3)
    head, _, last = raw.decode().partition("\n\n")
    spellings = [
        raw.replace(b"\n3\n", b"\n03\n"),
        raw.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + raw,
        raw + last.encode(),  # the same signature twice
        raw.replace(b"=\n\n", b"=\nextension\n\n"),
        raw.replace("—".encode(), b"-"),
        noncanonical(head).encode() + b"\n\n" + last.encode(),
    ]
    for number, spelling in enumerate(spellings):
        assert spelling != raw
        assert rules(put(with_checkpoint(book, 1, spelling), tmp_path / str(number))) == ["checkpoint"]


def noncanonical(text: str) -> str:
    """The same bytes in another base64: unused bits of the last letter set."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    body = text.rstrip("=")
    return body[:-1] + letters[letters.index(body[-1]) | 1] + text[len(body) :]


def test_a_checkpoint_of_another_installation_is_refused(tmp_path: Path) -> None:
    book = small()
    raw = Signer(book.signer.number, "thenchot/khac/book").checkpoint(3, book.root(3))
    assert rules(put(with_checkpoint(book, 1, raw), tmp_path / "book")) == ["checkpoint_key"]


def test_a_book_without_checkpoints_is_not_in_order(tmp_path: Path) -> None:
    assert rules(put(small().files(), tmp_path / "book")) == ["checkpoint_name"]


def test_a_book_signed_anew_is_seen_only_with_ones_own_key(tmp_path: Path) -> None:
    book, own_key = some_book(), tmp_path / "key"
    own_key.write_bytes(book.signer.key_line())
    book.signer = Signer(2)
    folder = put(book.files(), tmp_path / "book")
    verdict = verify_book.verify(folder)
    assert (verdict.problems, verdict.key_from_book) == ([], True)
    assert rules(folder, own_key=own_key)[0] == "key_differs"


def test_a_second_key_of_the_same_name_takes_over(tmp_path: Path) -> None:
    book = small()
    files = with_checkpoint(book, 1, book.checkpoint(2))
    book.signer = Signer(2)
    files |= {"key.txt": files["key.txt"] + book.signer.key_line()}
    files |= {"checkpoints/00000002.txt": book.checkpoint(3)}
    assert rules(put(files, tmp_path / "book")) == []


def test_a_cut_at_a_checkpoint_is_seen_only_with_a_newer_one(tmp_path: Path) -> None:
    book, own = some_book(3), tmp_path / "own"
    own.write_bytes(book.checkpoint(len(book.entries)))
    older = tmp_path / "older"
    older.write_bytes(book.checkpoint(book.sizes[0]))
    size = book.sizes[-2]
    cut = Book(book.seed, book.entries[:size], book.sizes[:-1])
    # Nobody may be erased by an entry that was cut away.
    whole = some_book(3)
    cut.entries = [e if e[2] is not None else (e[0], e[1], None) for e in whole.entries[:size]]
    for seq, (head, salt, facts) in enumerate(cut.entries, 1):
        if facts is None:
            cut.entries[seq - 1] = head, salt, original(head, salt)
    folder = put(cut.files(), tmp_path / "book")
    assert rules(folder) == []
    assert rules(folder, own_checkpoint=older) == []
    assert rules(folder, own_checkpoint=own) == ["cut"]


def original(head: dict[str, Any], salt: bytes) -> str:
    """The facts some_book gave an admission before it erased them."""
    for facts in ('{"birth":"1990-02","cell":"902"}', '{"cell":"901"}', "{}"):
        if verify_book.facts_hash(salt.hex(), facts) == head["facts_hash"]:
            return facts
    raise AssertionError(head)


def test_a_last_checkpoint_taken_away_is_seen_with_ones_own(tmp_path: Path) -> None:
    book, own = some_book(), tmp_path / "own"
    own.write_bytes(book.checkpoint(len(book.entries)))
    book.sizes.pop()
    folder = put(book.files(), tmp_path / "book")
    assert (rules(folder), rules(folder, own_checkpoint=own)) == ([], ["own_missing"])


def test_two_books_of_one_key_are_shown_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, other = small(), small()
    mine.close()
    other.entries[1][0]["paper"] = "99-QĐ/ĐU"
    other.close()
    own = tmp_path / "own"
    own.write_bytes(mine.checkpoint(3))
    folder = put(other.files(), tmp_path / "book")
    assert verify_book.main([str(folder), "--checkpoint", str(own), "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert "TWO BOOKS" in said
    assert mine.root(3).hex() in said
    assert other.root(3).hex() in said


def test_entries_after_the_last_checkpoint_are_called_unwitnessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = small()
    book.close()
    book.add("membership.recognised", 102, {})
    book.add("membership.died", 102, {})
    folder = str(put(book.files(), tmp_path / "book"))
    assert verify_book.main([folder]) == 0
    assert "phần chưa có đối chứng: 2 mục, từ 2026-01-05T08:00:04.000Z" in capsys.readouterr().out
    assert verify_book.main([folder, "--json"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert (held["in_order"], held["entries"], held["unwitnessed"], held["key_from_book"]) == (
        True,
        5,
        2,
        True,
    )


def test_findings_name_entry_and_rule_in_two_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = small()
    book.add("membership.admitted", 103, {"cell": "901"}, does="withdraw", root=1)
    book.close()
    folder = str(put(book.files(), tmp_path / "book"))
    assert verify_book.main([folder]) == 1
    assert "mục 4: root 1 không trỏ đúng mục gốc" in capsys.readouterr().out
    assert verify_book.main([folder, "--language", "en"]) == 1
    assert "entry 4: a reason goes with restate and withdraw" in capsys.readouterr().out


def test_every_rule_is_said_in_two_languages_with_the_same_values() -> None:
    for vietnamese, english in [*verify_book.RULES.values(), *verify_book.SAID.values()]:
        assert set(blanks(vietnamese)) == set(blanks(english))


def blanks(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]


def test_what_cannot_be_read_is_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_book.main([str(tmp_path / "nothing")]) == 2
    assert "Không đọc được" in capsys.readouterr().err
