"""Addresses below /dang-vien/: the roll, the search, a person. No name stands in any of them."""

from django.urls import path, register_converter

from ..addresses import Subject
from . import file_page, finding, person, revealing, roll, stopping

register_converter(Subject, "subject")

app_name = "members"
urlpatterns = [
    path("", roll.home, name="roll"),
    path("tim/", finding.find, name="find"),
    path("ly-do/", stopping.lift, name="lift"),
    path("tim/goi-y/", finding.suggest, name="suggest"),
    path("to-chuc/<subject:organisation>/", roll.of, name="of"),
    path("<subject:person>/", person.page_of, name="person"),
    path("<subject:person>/ho-so/", file_page.change, name="file"),
    path("<subject:person>/so-dinh-danh/", revealing.number, name="number"),
]
