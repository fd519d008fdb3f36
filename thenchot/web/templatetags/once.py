"""`{% url %}` and `{% translate %}` as Django has them, each worked out once: a table has hundreds."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import defaulttags
from django.template.base import Node, Parser, Token
from django.templatetags import i18n
from django.urls import get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.translation import get_language

MOST = 20_000

register = template.Library()


@lru_cache(MOST, typed=True)
def _address(routes: str, name: str, args: tuple[Hashable, ...], named: tuple[Any, ...]) -> str:
    """What stands for a place under these routes: ids only, the same for everybody."""
    return reverse(name, routes, args, dict(named))


class Address(defaulttags.URLNode):
    """Without Django's namespace of the page it stands on: every application here stands once."""

    def render(self, context: template.Context) -> str:
        address = _address(
            get_urlconf() or settings.ROOT_URLCONF,
            self.view_name.resolve(context),
            tuple(one.resolve(context) for one in self.args),
            tuple((key, one.resolve(context)) for key, one in self.kwargs.items()),
        )
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address) if context.autoescape else address


class Constant(Node):
    """A text of the template itself, in each language that was asked for."""

    child_nodelists = ()

    def __init__(self, translated: i18n.TranslateNode) -> None:
        self._translated, self._said = translated, dict[str | None, str]()

    def render(self, context: template.Context) -> str:
        language = get_language()
        if language not in self._said:
            self._said[language] = self._translated.render(context)
        return self._said[language]


@register.tag
def url(parser: Parser, token: Token) -> Address:
    node = defaulttags.url(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    node = i18n.do_translate(parser, token)
    text = node.filter_expression
    constant = text.var.literal is not None and not text.filters
    return Constant(node) if constant and not node.asvar and not node.message_context else node
