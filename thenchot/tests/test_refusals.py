"""What this house has no room for: refused words, free text about a person, fields without a purpose."""

import csv
import re
from functools import cache
from importlib import import_module

import pytest
from babel.messages.pofile import read_po
from django.apps import apps

from thenchot.ledger.kinds import KINDS, NOTE, PERSON
from thenchot.sealed.keyring import PURPOSES
from tools import field_inventory

ROOT = field_inventory.ROOT

# Design 1, by number of the refusal. English words are looked for in names, Vietnamese ones in sentences.
ENGLISH = {
    1: "religion religious belief beliefs faith creed church parish sect",
    2: "relative relatives spouse wife husband father mother sibling kin kinship friend friends family"
    " landlord class_origin social_class family_class",
    3: "travel trip trips passport visa abroad foreign property wealth assets income salary health illness"
    " disease disability diagnosis photo photos photograph portrait picture face fingerprint biometric"
    " biometrics whereabouts gps latitude longitude",
    4: "opinion opinions ideology ideological thought thoughts attitude sentiment loyalty remark remarks"
    " comment comments self_criticism confession",
    5: "absence_reason read_by seen_by readers viewers",
    6: "score scores rank ranking rating risk prediction predicted flag flags suspicion suspect"
    " watchlist blacklist",
    7: "objector objectors abstainer abstainers complainants petitioners signatories unsigned",
    8: "author_guess suspected_author",
}  # fmt: skip
VIETNAMESE = {
    1: "tôn giáo|tín ngưỡng|theo đạo|giáo dân|chức sắc|giáo xứ",
    2: "thành phần gia đình|thành phần giai cấp|gia đình|thân nhân|người thân|vợ|chồng"
    "|cha mẹ|bố mẹ|anh chị em|bạn bè",
    3: "đi nước ngoài|ra nước ngoài|hộ chiếu|tài sản|thu nhập|sức khỏe|bệnh|ảnh chân dung|ảnh thẻ|vân tay"
    "|sinh trắc học|nơi ở hiện nay|hành tung",
    4: "dư luận|tư tưởng|chính kiến|quan điểm|thái độ|lòng trung thành|nhận xét|tự phê bình",
    5: "lý do vắng|ai đã đọc|đã xem bởi",
    6: "chấm điểm|điểm số|xếp hạng|dự đoán|nguy cơ|nghi vấn|danh sách đen|đối tượng theo dõi",
    7: "người phản đối|người bỏ phiếu trắng|danh sách người tố cáo|danh sách người khiếu nại",
    8: "nghi là người viết|đoán người viết",
}  # fmt: skip

# (where, word): why it is there all the same.
ALLOWED = {
    (
        "code membership.transferred_out.destination",
        "abroad",
    ): "the membership act itself, no country, no purpose",
    ("code membership.transferred_in.source", "abroad"): "the same, coming back",
    (
        "kind membership.remark_received",
        "remark",
    ): "that the residence cell's sheet came; never what it says",
    ("track membership.remark_received", "remark"): "the same: its value is the day",
}
# Sentences people read: a part of the sentence that contains the word, and why.
ALLOWED_SENTENCES = {
    "phiếu nhận xét": "name of a paper: received on a day, nothing of what it says",
    "nhận xét của người giúp đỡ": "name of a paper of which it is said that the book does not keep it",
}


def parts(name):
    """`selfCriticism.read_by` as `self criticism read by`, joined by underscores."""
    return re.sub(r"[^a-z]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())


def refused(name):
    return {word for line in ENGLISH.values() for word in line.split() if f"_{word}_" in f"_{parts(name)}_"}


@cache
def names():
    """(where, name) of every kind, field, code, track, table, column and figure."""
    field_inventory.load_every_kind()
    found = set()
    for kind, act in KINDS.items():
        if not field_inventory.ours(act):
            continue
        found.add((f"kind {kind}", kind))
        found |= {(f"track {kind}", setting.track) for setting in act.sets}
        for field in act.fields():
            found.add((f"field {kind}.{field.name}", field.name))
            found |= {(f"code {kind}.{field.name}", str(code)) for code in field.codes or ()}
    for kind, field, _ in field_inventory.stored_fields():
        found.add((f"column {kind}.{field}", field))
    for model in apps.get_models():
        found.add((f"table {model._meta.db_table}", model._meta.db_table))
    for path in sorted((ROOT / "thenchot").rglob("*.sql")):
        text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        found |= {(f"sql {path.name}", word) for word in re.findall(r"(?i)\bas\s+([a-z_]\w*)", text)}
    return found | {(f"figure {code}", name) for code, _, english in figures() for name in (code, english)}


@cache
def figures():
    """Everything declared with a code or name and a title in two languages: figures, ratios, populations."""
    found = []
    for path in sorted((ROOT / "thenchot").rglob("figures.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for value in vars(module).values():
            many = value if isinstance(value, (list, tuple)) else [value]
            found += [one for one in many if hasattr(one, "vi") and hasattr(one, "en")]
    return [(getattr(one, "code", None) or one.name, one.vi, one.en) for one in found]


def test_no_name_in_the_house_is_a_refused_word():
    found = {(where, word) for where, name in names() for word in refused(name)}
    assert sorted(found - ALLOWED.keys()) == []


def test_every_exception_is_still_needed():
    found = {(where, word) for where, name in names() for word in refused(name)}
    assert sorted(ALLOWED.keys() - found) == []


@pytest.mark.parametrize(
    "name", ["religion", "fooReadBy", "membership.social_class", "x_photo", "risk-score"]
)
def test_a_refused_word_is_found_in_a_name(name):
    assert refused(name)


@cache
def sentences():
    with (ROOT / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        messages = [m.id for m in read_po(file) if m.id]
    marked = [text for message in messages for text in ([message] if isinstance(message, str) else message)]
    return marked + [vietnamese for _, vietnamese, _ in figures()]


def refused_in(sentence):
    lowered = sentence.lower()
    for phrase in ALLOWED_SENTENCES:
        lowered = lowered.replace(phrase, "")
    return {word for line in VIETNAMESE.values() for word in re.findall(rf"(?<!\w)(?:{line})(?!\w)", lowered)}


def test_no_sentence_asks_for_what_is_refused():
    assert {text: words for text in sentences() if (words := refused_in(text))} == {}


@pytest.mark.parametrize("sentence", ["Tôn giáo", "Họ tên vợ, nghề nghiệp", "Lý do vắng mặt"])
def test_a_refused_word_is_found_in_a_sentence(sentence):
    assert refused_in(sentence)


def rows(name):
    with (ROOT / "docs" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_stored_field_is_in_the_inventory_and_nothing_else():
    inventory = [field_inventory.key(row) for row in rows("fields.csv")]
    assert len(inventory) == len(set(inventory))
    stored = field_inventory.stored_fields()
    assert sorted(stored - set(inventory)) == [], "python -m tools.field_inventory --write, then fill in"
    assert sorted(set(inventory) - stored) == []


def test_every_stored_field_has_a_purpose_and_an_end():
    assert [row for row in rows("fields.csv") if not (row["purpose"].strip() and row["end"].strip())] == []


def test_free_text_is_in_the_inventory_and_nothing_else():
    field_inventory.load_every_kind()
    notes = {
        (kind, field.name, act.subject)
        for kind, act in KINDS.items()
        if field_inventory.ours(act)
        for field in act.fields()
        if field.type == NOTE
    }
    written = [row for row in rows("free-text.csv") if not row["kind"].startswith("sealed.")]
    assert {(row["kind"], row["field"], row["subject"]) for row in written} == notes
    sealed = {row["kind"] for row in rows("free-text.csv")} - {row["kind"] for row in written}
    assert sealed == {f"sealed.{purpose}" for purpose in PURPOSES}


def test_no_free_text_is_about_a_person():
    subjects = {row["subject"] for row in rows("free-text.csv")}
    assert PERSON not in subjects
    assert subjects <= {"organisation", "body", "place", "installation", "not_a_person", "none"}
