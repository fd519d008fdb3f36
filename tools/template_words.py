"""For `make words`: the sentences of Django templates, as Babel asks for them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from typing import IO, Any

from django.conf import settings
from django.utils.translation.template import templatize

if not settings.configured:
    settings.configure()

# Django turns a template into text with calls such as ` gettext('…') ` among letters X.
LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(gettext|ngettext|pgettext|_)\(\s*((?:{LITERAL})(?:\s*,\s*{LITERAL})*)")

Found = tuple[int, str, Any, list[str]]


def extract(
    file: IO[bytes], keywords: Any, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """(line, function, message or messages, comments) for every translated part of a template."""
    text = templatize(file.read().decode())
    for call in CALL.finditer(text):
        said = [ast.literal_eval(part.lstrip("u")) for part in re.findall(LITERAL, call[2])]
        line = text.count("\n", 0, call.start()) + 1
        yield line, call[1], said[0] if len(said) == 1 else tuple(said), []
