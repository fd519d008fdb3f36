"""Addresses below /cua-toi/: the own record, reporting what is wrong in it, and the answer of the office."""

from django.urls import path

from . import answering, record, reporting

app_name = "own"
urlpatterns = [
    path("", record.record, name="record"),
    path("ai-da-xem/", record.looked, name="looked"),
    path("bao/", reporting.choose, name="choose"),
    path("bao/<slug:item>/", reporting.report, name="report"),
    path("thu/<slug:item>/", record.letter, name="letter"),
    path("tra-loi/<int:person>/<slug:item>/", answering.answer, name="answer"),
    path("tra-loi/<int:person>/<slug:item>/thu/", answering.letter, name="answered"),
]
