"""The tags that work things out once say what Django's own say, in every language."""

import pytest
from django.db import close_old_connections, connections
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from thenchot.web.warming import keep_connections


def said(text, **given):
    return Template(text).render(Context(given))


def test_addresses_are_those_of_the_routes():
    for person in (41, 42, 41):
        assert said('{% url "members:person" person %}', person=person) == reverse(
            "members:person", kwargs={"person": person}
        )
    assert said('{% url "members:person" person=7 as found %}[{{ found }}]') == "[/dang-vien/7/]"
    assert said('{% url "reports:draft" "a-b" %}') == reverse("reports:draft", args=["a-b"])


def test_an_address_that_is_none_is_a_fault():
    with pytest.raises(NoReverseMatch):
        said('{% url "members:person" "ai" %}')


def test_texts_follow_the_language():
    tag = Template('{% translate "Đảng viên" %}')
    found = []
    for language in ("vi", "en", "vi"):
        with override(language):
            found.append(tag.render(Context()))
    assert found == ["Đảng viên", "Members", "Đảng viên"]


def test_texts_of_variables_are_translated_each_time():
    tag = Template("{% translate word %}{% translate word as again %}{{ again }}")
    with override("en"):
        assert tag.render(Context({"word": "Tìm"})) == "SearchSearch"
        assert tag.render(Context({"word": "Xem"})) == "ShowShow"


def test_a_server_keeps_its_connections_between_pages(installation, monkeypatch):
    for connection in connections.all():
        monkeypatch.setattr(connection, "settings_dict", dict(connection.settings_dict))
    for kept in (False, True):
        if kept:
            keep_connections()
        for connection in connections.all():
            connection.close()
            connection.ensure_connection()
        close_old_connections()
        assert [one.connection is not None for one in connections.all()] == [kept] * 3
