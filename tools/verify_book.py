#!/usr/bin/env python3
"""Verify an exported book of Then Chốt: one file, no line shared with the program that wrote the book.

    python verify_book.py FOLDER [--key MY_KEY] [--checkpoint MY_CHECKPOINT] [--language vi|en] [--json]

docs/book-format.md is the contract; the parts below follow it. Needs Python 3.11 and `cryptography`.
Exit status: 0 in order, 1 not in order, 2 could not be read.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
from array import array
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import is_normalized

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# ---------------------------------------------------------------- what is said, Vietnamese and English

RULES = {
    "line": (
        "mục {seq}: dòng không đúng khuôn (head, salt, facts đúng thứ tự, một cách viết duy nhất)",
        "entry {seq}: the line is not in its one form (head, salt, facts in this order)",
    ),
    "head": ("mục {seq}: head không phải JSON chính tắc", "entry {seq}: head is not canonical JSON"),
    "head_key": (
        "mục {seq}: head có trường “{key}” thiếu, thừa, trùng hoặc sai dạng",
        "entry {seq}: key “{key}” of the head is missing, unknown, twice or of the wrong form",
    ),
    "nfc": ("mục {seq}: chữ không ở dạng NFC", "entry {seq}: text is not in NFC"),
    "seq": (
        "mục {seq}: số thứ tự ghi là {found}; phải liền nhau từ 1",
        "entry {seq}: seq says {found}; it must count from 1 without gaps",
    ),
    "written_at": (
        "mục {seq}: thời điểm ghi {found} sớm hơn mục trước",
        "entry {seq}: written_at {found} is before the entry before",
    ),
    "root": (
        "mục {seq}: root {found} không trỏ đúng mục gốc (cùng loại việc, cùng đối tượng)",
        "entry {seq}: root {found} is not the first entry of this act (same kind, same subject)",
    ),
    "reason": (
        "mục {seq}: lý do phải có khi đính chính, hủy và chỉ khi đó",
        "entry {seq}: a reason goes with restate and withdraw, and only with them",
    ),
    "facts": ("mục {seq}: facts không đúng khuôn", "entry {seq}: facts are not in their form"),
    "facts_hash": (
        "mục {seq}: facts không khớp mã băm trong head",
        "entry {seq}: facts do not hash to facts_hash of the head",
    ),
    "facts_missing": (
        "mục {seq}: facts không còn mà không có mục people.erased nào về sau cho đối tượng này ({count} mục)",
        "entry {seq}: facts are gone and no later people.erased is about this subject ({count} entries)",
    ),
    "key": ("{file}: không phải khóa kiểm tra đúng dạng", "{file}: not verifier keys in the right form"),
    "key_differs": (
        "key.txt không phải khóa đồng chí giữ; có thể là sổ của nơi khác hoặc đã ký lại",
        "key.txt is not the key you keep; the book may be another's or signed anew",
    ),
    "checkpoint_name": (
        "checkpoints: tệp phải đánh số liền nhau từ 00000001.txt, có ít nhất một; gặp {file}",
        "checkpoints: files must be numbered from 00000001.txt without gaps, at least one; found {file}",
    ),
    "checkpoint": ("{file}: không đúng dạng điểm đối chứng", "{file}: not a checkpoint in the right form"),
    "checkpoint_key": ("{file}: ký bằng khóa lạ", "{file}: signed by an unknown key"),
    "signature": ("{file}: chữ ký không đúng", "{file}: the signature is not good"),
    "checkpoint_order": (
        "{file}: {size} mục, không lớn hơn điểm đối chứng trước",
        "{file}: size {size} is not larger than that of the checkpoint before",
    ),
    "larger": (
        "{file}: ghi {size} mục nhưng sổ chỉ có {entries} mục; sổ bị cắt",
        "{file}: says {size} entries, the book has {entries}; the book is cut",
    ),
    "tree": (
        "{file}: gốc cây băm của {size} mục đầu là {found}, điểm đối chứng ghi {expected}",
        "{file}: the first {size} entries have root {found}, the checkpoint says {expected}",
    ),
    "cut": (
        "sổ có {entries} mục, điểm đối chứng đồng chí giữ có {size} mục: sổ bị cắt, hoặc bản xuất này cũ hơn",
        "the book has {entries} entries, the checkpoint you keep {size}: cut, or an older export",
    ),
    "two_books": (
        "HAI SỔ: cùng {size} mục, sổ này có gốc {found}, điểm đối chứng đồng chí giữ {expected}; giữ cả hai",
        "TWO BOOKS: at {size} entries this one has root {found}, the one you keep {expected}; keep both",
    ),
    "own_missing": (
        "điểm đối chứng đồng chí giữ ({size} mục) không có trong thư mục checkpoints",
        "the checkpoint you keep (size {size}) is not in the folder checkpoints",
    ),
    "stopped": (
        "dừng ở mục {seq}; phần còn lại chưa được kiểm tra",
        "stopped at entry {seq}; the rest was not checked",
    ),
}
SAID = {
    "in_order": ("SỔ ĐÚNG: {entries} mục.", "IN ORDER: {entries} entries."),
    "not_in_order": ("SỔ KHÔNG ĐÚNG: {problems} điểm.", "NOT IN ORDER: {problems} findings."),
    "proved": ("Đã chứng minh:", "Proved:"),
    "proved_entries": (
        "- {entries} mục liền nhau từ 1, đúng khuôn, thời điểm ghi không lùi; facts còn giữ khớp mã băm",
        "- {entries} entries without gaps, in form, time never back; facts present hash to their heads",
    ),
    "proved_erased": (
        "- {erased} mục đã xóa facts, đều có mục ghi việc xóa",
        "- {erased} entries have their facts erased, each by an entry that says so",
    ),
    "proved_checkpoints": (
        "- {checkpoints} điểm đối chứng do {origin} ký, khớp cây băm và nối tiếp nhau",
        "- {checkpoints} checkpoints signed by {origin} agree with the tree and extend each other",
    ),
    "proved_own": (
        "- {own} mục đầu đúng là những mục của điểm đối chứng đồng chí giữ",
        "- the first {own} entries are those of the checkpoint you keep",
    ),
    "not_proved": ("Chưa chứng minh:", "Not proved:"),
    "unwitnessed": (
        "- phần chưa có đối chứng: {unwitnessed} mục, từ {unwitnessed_since}",
        "- unwitnessed: {unwitnessed} entries after the last checkpoint, from {unwitnessed_since}",
    ),
    "key_from_book": (
        "- khóa lấy từ chính sổ này (key.txt): ký lại cả sổ cũng qua; xin dùng --key với khóa đồng chí giữ",
        "- the key came with the book (key.txt): one who signs it all anew passes; use --key",
    ),
    "no_own": (
        "- không có điểm đối chứng riêng (--checkpoint): không thấy được phần cuối bị cắt hoặc sổ thứ hai",
        "- no checkpoint of your own (--checkpoint): an end cut off, or a second book, cannot be seen",
    ),
    "after_own": (
        "- {after_own} mục sau điểm đối chứng đồng chí giữ: nơi giữ sổ còn viết lại được",
        "- {after_own} entries after the checkpoint you keep: its keeper could still rewrite them",
    ),
    "never": (
        "- việc ghi có đúng sự thật, có đủ mọi việc, ai ngồi trước máy: sổ nào cũng không chứng minh được",
        "- that what is written is true or complete, or who sat at the keyboard: no book proves that",
    ),
    "unread": ("Không đọc được: {why}", "Could not be read: {why}"),
}
AT_MOST = 20  # findings kept; the verdict is the same after the first


class Wrong(Exception):
    """One rule that does not hold, and where."""

    def __init__(self, rule: str, **where: object) -> None:
        super().__init__(rule, where)
        self.rule, self.where = rule, where

    def said(self, language: int) -> str:
        """The finding as a sentence; language 0 is Vietnamese, 1 English."""
        return RULES[self.rule][language].format(**self.where)


# ---------------------------------------------------------------- the form of an entry

ID = r"[1-9][0-9]{0,18}"
LARGEST = str(2**63 - 1)
DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
CODE = r"[a-z0-9][a-z0-9_.:-]{0,63}"
HEX = r"[0-9a-f]{64}"
MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
WORDS = r'(?:[^"\\\x00-\x1f]++|\\["\\])++'  # no control characters, so only two escapes can occur
SALT = re.compile(r"[0-9a-f]{32}")
COUNT = r"[1-9][0-9]{0,15}"

# key, pattern of its value as it stands in the line, always there?  In the order of the line.
HEAD: tuple[tuple[str, str, bool], ...] = (
    ("about", f'"({ID})"', True),
    ("act", f'"({ID})"', True),
    ("by", f'"(0|{ID})"', True),
    ("does", '"(record|restate|withdraw)"', True),
    ("effective_on", f'"({DAY})"', True),
    ("facts_hash", f'"({HEX})"', True),
    ("kind", f'"({CODE})"', True),
    ("organisation", f'"({ID})"', False),
    ("paper", f'"{WORDS}"', False),
    ("reason", f'"({CODE})"', False),
    ("receipt", f'"{HEX}"', False),
    ("root", f"({COUNT})", True),
    ("seq", f"({COUNT})", True),
    ("shape", COUNT, True),
    ("signed_on", f'"({DAY})"', False),
    ("signer", f'"{CODE}"', False),
    ("written_at", f'"({MOMENT})"', True),
)
FACT = rf'"[A-Za-z_][A-Za-z0-9_]*":(?:"(?:{WORDS})?"|true|false|0|-?{COUNT})'
FACTS = re.compile(rf"\{{(?:{FACT}(?:,{FACT})*)?\}}")
FACT_KEY = re.compile(
    r'[{,]"([A-Za-z0-9_]+)":'
)  # quotes inside text are escaped, so only keys look like this
PATTERNS = {key: re.compile(pattern) for key, pattern, _ in HEAD}
HEAD_KEYS = "".join(f'(?:,"{key}":{pattern}){"" if always else "?"}' for key, pattern, always in HEAD)
HEAD_LINE = re.compile(r"\{" + HEAD_KEYS.replace(",", "", 1) + r"\}")
# Sorted keys, no spaces, only the escapes that must be: RFC 8785 for text and whole numbers. Whatever parses
# and comes out of here as it went in has no key twice and no second spelling.
canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Line(NamedTuple):
    """One line of entries.jsonl; salt and facts are nothing when erased."""

    head: str
    salt: str | None = None
    facts: str | None = None

    def spelled(self) -> str:
        """The line as it must stand in the file."""
        if self.facts is None:
            return f'{{"head":{canonical(self.head)}}}\n'
        return f'{{"head":{canonical(self.head)},"salt":"{self.salt}","facts":{canonical(self.facts)}}}\n'


class Head(NamedTuple):
    """What later checks need of a head, as text; nothing where a key is left out."""

    about: str
    act: str
    by: str
    does: str
    effective_on: str
    facts_hash: str
    kind: str
    organisation: str | None
    reason: str | None
    root: str
    seq: str
    signed_on: str | None
    written_at: str


def read_line(raw: bytes, seq: int) -> Line:
    """The parts of one line: taken apart loosely, then accepted only if they spell the same bytes again."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong("line", seq=seq) from None
    front, _, facts = text[9:-3].partition('","facts":"')
    head, _, salt = front.partition('","salt":"')
    line = Line(unescaped(head), salt, unescaped(facts)) if salt else Line(unescaped(head))
    if text != line.spelled() or (salt and not SALT.fullmatch(salt)):
        raise Wrong("line", seq=seq)
    return line


def unescaped(text: str) -> str:
    """What a JSON string holds that knows only the escapes of the quote and the backslash."""
    return re.sub(r"\\(.)", r"\1", text) if "\\\\" in text else text.replace('\\"', '"')


def read_head(text: str, seq: int) -> Head:
    """The head of an entry; Wrong names the key that is not in order."""
    found = HEAD_LINE.fullmatch(text)
    if found is None:
        raise why_head(text, seq)
    if not (text.isascii() or is_normalized("NFC", text)):
        raise Wrong("nfc", seq=seq)
    head = Head(*found.groups())
    if not (is_id(head.about) and is_id(head.act) and is_id(head.by) and is_id(head.organisation)):
        raise Wrong("head_key", seq=seq, key="about, act, by, organisation")
    if not (is_day(head.effective_on) and is_day(head.signed_on) and is_day(head.written_at[:10])):
        raise Wrong("head_key", seq=seq, key="effective_on, signed_on, written_at")
    return head


def is_id(text: str | None) -> bool:
    """Below 2^63 (or not there)."""
    return text is None or len(text) < 19 or text <= LARGEST


@lru_cache(maxsize=50_000)
def is_day(text: str | None) -> bool:
    """A day, month or year that the calendar has (or not there)."""
    try:
        if text is not None:
            date.fromisoformat(text + {4: "-01-01", 7: "-01"}.get(len(text), ""))
    except ValueError:
        return False
    return True


def why_head(head: str, seq: int) -> Wrong:
    """Which key of a refused head is not in order."""
    try:
        pairs = [(str(key), canonical(value)) for key, value in json.loads(head, object_pairs_hook=list)]
    except (ValueError, TypeError, RecursionError):
        return Wrong("head", seq=seq)
    keys = [key for key, _ in pairs]
    for key, value in pairs:
        if keys.count(key) > 1 or key not in PATTERNS or not PATTERNS[key].fullmatch(value):
            return Wrong("head_key", seq=seq, key=key)
    for key, _, always in HEAD:
        if always and key not in keys:
            return Wrong("head_key", seq=seq, key=key)
    return Wrong("head", seq=seq)


def facts_in_form(kind: str, facts: str) -> bool:
    """A flat canonical object of text, whole numbers and yes/no; for the sealed class canonical base64."""
    if kind == "sealed":
        try:
            return unbase64(facts) != b""
        except ValueError:
            return False
    keys: list[str] = FACT_KEY.findall(facts)
    in_form = FACTS.fullmatch(facts) is not None and keys == sorted(set(keys))
    return in_form and (facts.isascii() or is_normalized("NFC", facts))


def facts_hash(salt: str, facts: str) -> str:
    """Hex SHA-256 of the 16 salt bytes and the text."""
    return sha256(bytes.fromhex(salt) + facts.encode()).hexdigest()


def unbase64(text: str) -> bytes:
    """Bytes of base64 in its one canonical spelling; ValueError for any other."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError(text)
    return raw


# ---------------------------------------------------------------- the tree (RFC 6962)


class Tree:
    """The tree over the leaves so far, kept as the roots of its complete subtrees: at most 64 hashes."""

    def __init__(self) -> None:
        self.size = 0
        self.peaks: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        node, size = sha256(b"\x00" + leaf).digest(), self.size
        while size & 1:
            node, size = sha256(b"\x01" + self.peaks.pop() + node).digest(), size >> 1
        self.peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        if not self.peaks:
            return sha256(b"").digest()
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = sha256(b"\x01" + peak + node).digest()
        return node


# ---------------------------------------------------------------- keys and checkpoints (C2SP)

NAME = r"thenchot/[A-Za-z0-9._-]+/book"
KEY = re.compile(rf"(?P<name>{NAME})\+(?P<id>[0-9a-f]{{8}})\+(?P<key>[A-Za-z0-9+/=]+)")
CHECKPOINT = re.compile(
    rf"(?P<signed>(?P<origin>{NAME})\n(?P<size>0|{COUNT})\n(?P<root>[A-Za-z0-9+/]{{43}}=)\n)"
    rf"\n— (?P<name>{NAME}) (?P<signature>[A-Za-z0-9+/=]+)\n"
)


class Keys(NamedTuple):
    """The name a book signs under and its keys by key id."""

    name: str
    by_id: dict[bytes, bytes]


class Checkpoint(NamedTuple):
    file: str
    size: int
    root: bytes
    raw: bytes


def read_keys(text: str, file: str) -> Keys:
    """One verifier key a line, all of one name; each key id must follow from its name and key."""
    keys: dict[bytes, bytes] = {}
    names = set()
    for line in text.removesuffix("\n").split("\n"):
        try:
            if not (found := KEY.fullmatch(line)):
                raise ValueError(line)
            raw = unbase64(found["key"])
            key_id = sha256(found["name"].encode() + b"\x0a" + raw).digest()[:4]
            if len(raw) != 33 or raw[0] != 1 or key_id.hex() != found["id"] or key_id in keys:
                raise ValueError(line)
        except ValueError:
            raise Wrong("key", file=file) from None
        names.add(found["name"])
        keys[key_id] = raw[1:]
    if len(names) != 1:
        raise Wrong("key", file=file)
    return Keys(names.pop(), keys)


def read_checkpoint(raw: bytes, file: str, keys: Keys) -> Checkpoint:
    """A checkpoint whose form and signature are good."""
    try:
        found = CHECKPOINT.fullmatch(raw.decode("utf-8"))
        if found is None:
            raise ValueError
        root, signature = unbase64(found["root"]), unbase64(found["signature"])
        if len(root) != 32 or len(signature) != 4 + 64:
            raise ValueError
    except ValueError:
        raise Wrong("checkpoint", file=file) from None
    key = keys.by_id.get(signature[:4])
    if key is None or found["origin"] != keys.name or found["name"] != keys.name:
        raise Wrong("checkpoint_key", file=file)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature[4:], found["signed"].encode())
    except InvalidSignature:
        raise Wrong("signature", file=file) from None
    return Checkpoint(file, int(found["size"]), root, raw)


# ---------------------------------------------------------------- the book


@dataclass
class Verdict:
    """What was found; `problems` empty means in order."""

    problems: list[Wrong] = field(default_factory=list)
    entries: int = 0
    erased: int = 0
    checkpoints: int = 0
    origin: str = ""
    root: str = ""
    unwitnessed: int = 0
    unwitnessed_since: str = ""
    key_from_book: bool = False
    own: int | None = None
    after_own: int = 0
    stopped: bool = False

    def wrong(self, finding: Wrong) -> None:
        if len(self.problems) < AT_MOST:
            self.problems.append(finding)


class Entries:
    """Reads the entries one by one and keeps only what later entries are judged by."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict, self.tree = verdict, Tree()
        self.written_at = ""
        self.kinds: dict[str, int] = {}
        # By seq - 1, for acts recorded: number of the kind and subject; 0 for restatements and withdrawals.
        self.kind_of, self.about_of = array("I"), array("q")
        # Facts gone and not yet explained: subject -> first seq, how many.
        self.gone: dict[str, tuple[int, int]] = {}

    def take(self, raw: bytes) -> None:
        """One more line. Raises Wrong when the tree cannot go on; lesser findings go to the verdict."""
        seq = self.tree.size + 1
        line = read_line(raw, seq)
        head = read_head(line.head, seq)
        if head.seq != str(seq):
            raise Wrong("seq", seq=seq, found=head.seq)
        if head.written_at < self.written_at:
            self.verdict.wrong(Wrong("written_at", seq=seq, found=head.written_at))
        self.written_at = head.written_at
        self.take_root(head, seq)
        self.take_facts(line, head, seq)
        self.tree.add(line.head.encode())

    def take_root(self, head: Head, seq: int) -> None:
        does, root, about = head.does, int(head.root), int(head.about)
        kind = self.kinds.setdefault(head.kind, len(self.kinds) + 1)
        if does == "record":
            good = root == seq
        else:
            good = root < seq and self.kind_of[root - 1] == kind and self.about_of[root - 1] == about
        if not good:
            self.verdict.wrong(Wrong("root", seq=seq, found=root))
        if (head.reason is None) != (does == "record"):
            self.verdict.wrong(Wrong("reason", seq=seq))
        self.kind_of.append(kind if does == "record" else 0)
        self.about_of.append(about if does == "record" else 0)

    def take_facts(self, line: Line, head: Head, seq: int) -> None:
        if head.kind == "people.erased" and head.does == "record":
            self.verdict.erased += self.gone.pop(head.about, (0, 0))[1]
        if line.salt is None or line.facts is None:
            first, count = self.gone.get(head.about, (seq, 0))
            self.gone[head.about] = first, count + 1
        elif facts_hash(line.salt, line.facts) != head.facts_hash:
            self.verdict.wrong(Wrong("facts_hash", seq=seq))
        elif not facts_in_form(head.kind, line.facts):
            self.verdict.wrong(Wrong("facts", seq=seq))


def read_entries(file: Path, sizes: set[int], witnessed: int, verdict: Verdict) -> dict[int, bytes]:
    """Check every entry; the roots of the tree at the sizes asked for (those the book reaches)."""
    entries = Entries(verdict)
    roots = {0: entries.tree.root()}
    with file.open("rb") as lines:
        for raw in lines:
            try:
                entries.take(raw)
            except Wrong as finding:
                verdict.wrong(finding)
                verdict.wrong(Wrong("stopped", seq=entries.tree.size + 1))
                verdict.stopped = True
                break
            if entries.tree.size in sizes:
                roots[entries.tree.size] = entries.tree.root()
            if entries.tree.size == witnessed + 1:
                verdict.unwitnessed_since = entries.written_at
    for first, count in entries.gone.values():
        verdict.wrong(Wrong("facts_missing", seq=first, count=count))
    verdict.entries, verdict.root = entries.tree.size, entries.tree.root().hex()
    return roots


def read_checkpoints(folder: Path, keys: Keys, verdict: Verdict) -> list[Checkpoint]:
    """The good checkpoints, oldest first; the others go to the verdict."""
    files = sorted(folder.iterdir())
    found = []
    if not files:
        verdict.wrong(Wrong("checkpoint_name", file="∅"))
    for number, file in enumerate(files, 1):
        if file.name != f"{number:08}.txt":
            verdict.wrong(Wrong("checkpoint_name", file=file.name))
            break
        try:
            found.append(read_checkpoint(file.read_bytes(), f"checkpoints/{file.name}", keys))
        except Wrong as finding:
            verdict.wrong(finding)
    for before, after in pairwise(found):
        if after.size <= before.size:
            verdict.wrong(Wrong("checkpoint_order", file=after.file, size=after.size))
    return found


def compare(
    checkpoint: Checkpoint, roots: dict[int, bytes], verdict: Verdict, larger: str, other: str
) -> None:
    """One checkpoint against the tree; the names of the two rules differ for the book's and for one's own."""
    where = {"file": checkpoint.file, "size": checkpoint.size, "entries": verdict.entries}
    if checkpoint.size in roots:
        found = roots[checkpoint.size]
        if found != checkpoint.root:
            verdict.wrong(Wrong(other, **where, found=found.hex(), expected=checkpoint.root.hex()))
    elif not verdict.stopped:
        verdict.wrong(Wrong(larger, **where))


def verify(folder: Path, own_key: Path | None = None, own_checkpoint: Path | None = None) -> Verdict:
    """Everything of "What a verifier checks"; OSError when a file cannot be read."""
    verdict = Verdict(key_from_book=own_key is None)
    try:
        keys = read_keys(strict_text(folder / "key.txt"), "key.txt")
        if own_key is not None:
            mine = read_keys(own_key.read_text("utf-8").strip(), own_key.name)
            if mine != keys:
                verdict.wrong(Wrong("key_differs"))
            keys = mine
        kept = None
        if own_checkpoint is not None:
            kept = read_checkpoint(own_checkpoint.read_bytes(), own_checkpoint.name, keys)
    except Wrong as finding:
        verdict.wrong(finding)
        return verdict
    checkpoints = read_checkpoints(folder / "checkpoints", keys, verdict)
    verdict.origin, verdict.checkpoints = keys.name, len(checkpoints)

    sizes = {checkpoint.size for checkpoint in [*checkpoints, *([kept] if kept else [])]}
    witnessed = max((checkpoint.size for checkpoint in checkpoints), default=0)
    roots = read_entries(folder / "entries.jsonl", sizes, witnessed, verdict)
    verdict.unwitnessed = max(0, verdict.entries - witnessed)
    for checkpoint in checkpoints:
        compare(checkpoint, roots, verdict, "larger", "tree")
    if kept is not None:
        compare(kept, roots, verdict, "cut", "two_books")
        if kept.size <= verdict.entries and kept.raw not in [checkpoint.raw for checkpoint in checkpoints]:
            verdict.wrong(Wrong("own_missing", size=kept.size))
        verdict.own, verdict.after_own = kept.size, max(0, verdict.entries - kept.size)
    return verdict


def strict_text(file: Path) -> str:
    """The text of a file that must be UTF-8 and end with one newline."""
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong("key", file=file.name) from None
    if not text.endswith("\n"):
        raise Wrong("key", file=file.name)
    return text


# ---------------------------------------------------------------- the command


def report(verdict: Verdict, language: int) -> list[str]:
    """The verdict in lines for people: what was found, what it proves and what it does not."""
    values = {**vars(verdict), "problems": len(verdict.problems)}

    def say(*names: str) -> list[str]:
        return [SAID[name][language].format(**values) for name in names]

    if verdict.problems:
        return say("not_in_order") + ["- " + finding.said(language) for finding in verdict.problems]
    lines = say("in_order", "proved", "proved_entries", "proved_erased", "proved_checkpoints")
    lines += say("proved_own") if verdict.own is not None else []
    lines += say("not_proved")
    lines += say("unwitnessed") if verdict.unwitnessed else []
    lines += say("key_from_book") if verdict.key_from_book else []
    lines += say("no_own") if verdict.own is None else say("after_own") if verdict.after_own else []
    return lines + say("never")


def as_json(verdict: Verdict, language: int) -> str:
    """The verdict for programs."""
    problems = [{"rule": p.rule, **p.where, "said": p.said(language)} for p in verdict.problems]
    held = {**vars(verdict), "in_order": not problems, "problems": problems}
    return json.dumps(held, ensure_ascii=False, indent=2)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(description="Kiểm tra một sổ đã xuất · Verify an exported book")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, help="khóa đồng chí giữ · a verifier key you keep")
    parser.add_argument("--checkpoint", type=Path, help="điểm đối chứng đồng chí giữ · a checkpoint you keep")
    parser.add_argument("--language", choices=("vi", "en"), default="vi")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    language = ("vi", "en").index(given.language)
    try:
        verdict = verify(given.folder, given.key, given.checkpoint)
    except (OSError, UnicodeDecodeError) as error:
        print(SAID["unread"][language].format(why=error), file=sys.stderr)
        return 2
    print(as_json(verdict, language) if given.json else "\n".join(report(verdict, language)))
    return 1 if verdict.problems else 0


if __name__ == "__main__":
    sys.exit(main())
