"""What Typer says, in the reader's language: titles of the help, what is wrong with a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from typer import core, rich_utils

# The options of every command; people write them before it and after it.
EVERYWHERE = {"--as": True, "--language": True, "--today": True, "--json": False}
# After these commands `--json` is their own, with the file to write.
JSON_TO_A_FILE = ("check", "check-list")


def in_our_language() -> None:
    """Typer keeps these as names of its module, made when it was imported."""
    rich_utils.ARGUMENTS_PANEL_TITLE = _("Đối số")
    rich_utils.OPTIONS_PANEL_TITLE = _("Tùy chọn")
    rich_utils.COMMANDS_PANEL_TITLE = _("Lệnh")
    rich_utils.DEFAULT_STRING = _("[mặc định: {}]")
    rich_utils.REQUIRED_LONG_STRING = _("[bắt buộc]")
    core.TyperCommand.get_help_option = _said_by(COMMAND)  # type: ignore[method-assign]
    core.TyperGroup.get_help_option = _said_by(GROUP)  # type: ignore[method-assign]


COMMAND, GROUP = core.TyperCommand.get_help_option, core.TyperGroup.get_help_option


def _said_by(original: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def help_option(command: Any, context: Any) -> Any:
        option = original(command, context)
        if option is not None:
            option.help = _("Xem cách dùng rồi thoát.")
        return option

    return help_option


def hoisted(given: Sequence[str]) -> list[str]:
    """The options of every command brought to the front, from wherever they stand before `--`."""
    front: list[str] = []
    rest: list[str] = []
    words = list(given)
    while words:
        word = words.pop(0)
        name, equals, _value = word.partition("=")
        if word == "--":
            return [*front, *rest, word, *words]
        own = name == "--json" and rest[:1] and rest[0] in JSON_TO_A_FILE
        if name not in EVERYWHERE or own:
            rest.append(word)
            continue
        front.append(word)
        if EVERYWHERE[name] and not equals and words:
            front.append(words.pop(0))
    return [*front, *rest]


def usage(error: Any) -> list[str]:
    """What is wrong with a command, and where its help is."""
    if type(error).__name__ == "NoArgsIsHelpError":  # the help was printed
        return []
    context = getattr(error, "ctx", None)
    found = [_wrong(error)]
    if context is not None:
        found.append(_("Xem cách dùng: {command} --help").format(command=context.command_path))
    return found


def _wrong(error: Any) -> str:
    kind, said = type(error).__name__, error.format_message()
    if kind == "MissingParameter":
        return _("Thiếu {what}.").format(what=error.param.get_error_hint() if error.param else said)
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ())
        told = _("Không có tùy chọn {option}.").format(option=error.option_name)
        return " ".join([told, _("Gần giống: {near}.").format(near=near)]) if near else told
    if kind == "BadParameter" and error.param is None:
        return str(error.message)
    if named := re.match(r"No such command '(.+?)'", said):
        return _("Không có lệnh {name}.").format(name=named[1])
    return _("Lệnh chưa đúng: {said}").format(said=said)
