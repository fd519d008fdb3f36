"""Addresses below /in/: the papers. No name stands in any of them."""

from django.urls import path

from . import lacking, letters, making, ready

app_name = "papers"
urlpatterns = [
    path("", making.home, name="home"),
    path("da-xac-nhan/", ready.waiting, name="ready"),
    path("lay/<slug:code>/", ready.fetch, name="fetch"),
    path("to-chuc/<subject:organisation>/", making.of, name="of"),
    path("to-chuc/<subject:organisation>/<slug:paper>/", making.of_organisation, name="paper"),
    path("to-chuc/<subject:organisation>/<slug:paper>/thieu/", lacking.of_organisation, name="lacking"),
    path("dang-vien/<subject:person>/", making.of_person, name="person"),
    path("han/<slug:deadline>/", letters.reminder, name="reminder"),
    path("tra-lai/<slug:code>/", letters.feedback, name="feedback"),
]
