"""thenchot … on the command line. `main` starts it; one module for each group of commands."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Choose the language, wake Django, run the command; never a traceback for what a person can mend."""
    given = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    _choose_language(given)
    import django

    django.setup()
    from django.utils import translation

    translation.activate(os.environ["THENCHOT_LANGUAGE"])
    from . import app, helping, troubles

    helping.in_our_language()
    with troubles.told():
        code = app.commands()(helping.hoisted(given), prog_name="thenchot", standalone_mode=False)
        if code == troubles.INTERRUPTED:
            raise KeyboardInterrupt
    sys.exit(code if isinstance(code, int) else 0)


def _choose_language(given: list[str]) -> None:
    """Help texts are made when the commands are: the language has to be known before."""
    for place, word in enumerate(given):
        if word == "--language" and place + 1 < len(given):
            os.environ["THENCHOT_LANGUAGE"] = given[place + 1]
        elif word.startswith("--language="):
            os.environ["THENCHOT_LANGUAGE"] = word.partition("=")[2]
    if os.environ.get("THENCHOT_LANGUAGE") not in ("vi", "en"):
        os.environ["THENCHOT_LANGUAGE"] = "vi"
