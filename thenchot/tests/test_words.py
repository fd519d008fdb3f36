"""Every sentence people read is marked for translation and has its English."""

import ast
import re
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
KEYWORDS = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹ]")

# Modules, as patterns, whose Vietnamese is data, never a sentence of ours.
DATA = {
    "thenchot/ledger/vietnamese.py": "letters of the alphabet",
    "thenchot/settings.py": "names of languages, each in its own",
    "thenchot/site_settings.py": "the name of the product",
    "thenchot/ledger/entries.py": "letters a number on a paper may have",
    "thenchot/files/*.py": "places in documents of others, and letters that PDF files break apart",
    "thenchot/reports/reading/*.py": "words by which Vietnamese reports are read",
    "thenchot/reports/checking/*.py": "words by which Vietnamese reports are checked",
    "thenchot/reports/matching/*.py": "words by which figures are known in Vietnamese reports",
    "thenchot/reports/commented.py": "the title of comments in a Vietnamese report",
    "thenchot/reports/drafts/*.py": "phrases of reports, Vietnamese in every language",
    "thenchot/reports/member_list/columns.py": "headers of the national list",
    "thenchot/reports/word/*.py": "texts of official papers, Vietnamese in every language",
    "thenchot/surface/drafting/*.py": "texts of official papers, Vietnamese in every language",
    "thenchot/web/reports/issuing.py": "texts of official papers, Vietnamese in every language",
    "thenchot/reports/layout.py": "texts of official papers, Vietnamese in every language",
    "thenchot/exchange/national/spelled.py": "how the national list spells its codes",
    "thenchot/reports/forms/own/*.py": "texts of forms on paper, Vietnamese in every language",
    "thenchot/reports/lists/*.py": "texts of official papers, Vietnamese in every language",
    "thenchot/demo/*.py": "invented persons, organisations and papers; the command speaks in cli.py",
}


@cache
def extracted():
    methods = [
        ("**/tests/**.py", "ignore"),
        ("**.py", "python"),
        ("web/templates/**.html", "tools.template_words:extract"),
    ]
    found = extract_from_dir(ROOT / "thenchot", method_map=methods, keywords=KEYWORDS)
    return {(context, message) for _, _, message, _, context in found}


@cache
def english():
    with (ROOT / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        return {(message.context, message.id): message for message in read_po(file) if message.id}


def test_every_sentence_in_the_code_is_in_the_list_of_words_and_nothing_else():
    assert sorted(map(str, extracted() ^ english().keys())) == [], "make words"


def test_every_sentence_has_its_english():
    def complete(message):
        return all(message.string) if isinstance(message.string, tuple) else bool(message.string)

    assert [str(m.id) for m in english().values() if m.fuzzy or not complete(m)] == []


def test_both_languages_fill_in_the_same_blanks():
    def blanks(texts):
        return set(re.findall(r"\{(\w*)|%\((\w+)\)", " ".join([texts] if isinstance(texts, str) else texts)))

    assert [str(m.id) for m in english().values() if blanks(m.id) != blanks(m.string)] == []


def unmarked(source):
    """Lines with a Vietnamese literal that is no docstring, not inside gettext, not `vi` beside its `en`."""
    tree = ast.parse(source)
    marked = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            marked.add(node.value)
        if isinstance(node, ast.Call) and name_of(node.func) in KEYWORDS:
            marked |= {part for argument in node.args for part in ast.walk(argument)}
        if isinstance(node, ast.Call):
            said = {keyword.arg: keyword.value for keyword in node.keywords}
            marked |= set(ast.walk(said["vi"])) if said.keys() >= {"vi", "en"} else set()
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in marked
        if VIETNAMESE.search(node.value)
    )


def name_of(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def ours():
    """Modules, as paths from the root; tests speak as they like."""
    paths = (path.relative_to(ROOT) for path in (ROOT / "thenchot").rglob("*.py"))
    return sorted(path.as_posix() for path in paths if "tests" not in path.parts)


def test_no_sentence_is_unmarked():
    found = {
        name: unmarked((ROOT / name).read_text(encoding="utf-8")) for name in ours() if not is_data(name)
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def hidden(source):
    """Lines where gettext stands inside an f-string, in which `make words` does not look."""
    inside = (
        part
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
    )
    return sorted(
        node.lineno for node in inside if isinstance(node, ast.Call) and name_of(node.func) in KEYWORDS
    )


def test_no_sentence_hides_in_another():
    found = {name: hidden((ROOT / name).read_text(encoding="utf-8")) for name in ours()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_hidden_sentence_is_found():
    assert hidden("a = 1\nx = f\"{told} {_('Gần giống')}\"") == [2]


def plain(source):
    """Lines of a template with Vietnamese outside `translate`, `blocktranslate` and comments."""
    said = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", blank, source, flags=re.S)
    said = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", blank, said, flags=re.S)
    said = re.sub(r"{%.*?%}|{{.*?}}", blank, said, flags=re.S)
    return [number for number, line in enumerate(said.splitlines(), 1) if VIETNAMESE.search(line)]


def blank(match):
    return "\n" * match[0].count("\n")


BRAND = "Then Chốt"
OTHER_LANGUAGE = "Tiếng Việt"  # the switch names each language in itself


def test_no_sentence_of_a_template_is_unmarked():
    found = {
        path.name: plain(path.read_text(encoding="utf-8").replace(BRAND, "").replace(OTHER_LANGUAGE, ""))
        for path in (ROOT / "thenchot" / "web" / "templates").rglob("*.html")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('{% translate "Đảng viên" %}', []),
        ("{% blocktranslate %}Đảng {{ x }}{% endblocktranslate %}", []),
        ("<p>\nĐảng viên</p>", [2]),
    ],
)
def test_an_unmarked_sentence_of_a_template_is_found(source, lines):
    assert plain(source) == lines


def is_data(name):
    return any(fnmatch(name, pattern) for pattern in DATA)


@pytest.mark.parametrize("pattern", sorted(DATA))
def test_a_module_of_data_is_still_needed_in_the_list(pattern):
    assert any(unmarked(path.read_text(encoding="utf-8")) for path in ROOT.glob(pattern))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('"""Đảng viên."""', []),
        ('_("Đảng viên")', []),
        ('say("Đảng viên")', [1]),
        ('x = f"Đảng viên {x}"', [1]),
        ('Figure(vi="Đảng viên", en="Members")', []),
        ('Figure(vi="Đảng viên")', [1]),
        ('words = {\n "a": gettext_lazy("Đảng"),\n "b": "Đảng"}', [3]),
    ],
)
def test_an_unmarked_sentence_is_found(source, lines):
    assert unmarked(source) == lines
