"""Addresses below /chot-so-lieu/: the list, a closing, its steps, what moved since, preparing one."""

from django.urls import path

from . import checks, moved, numbers, one, preparing, stepping

app_name = "closings"
urlpatterns = [
    path("", one.home, name="list"),
    path("to-chuc/<int:organisation>/", one.of_organisation, name="of"),
    path("to-chuc/<int:organisation>/lap-bieu/", preparing.prepare, name="prepare"),
    path("<slug:code>/", one.closing, name="page"),
    path("<slug:code>/buoc/", stepping.step, name="step"),
    path("<slug:code>/thay-the/", preparing.replace, name="replace"),
    path("<slug:code>/kiem/", checks.checks, name="checks"),
    path("<slug:code>/chu-ky/", checks.signature, name="signature"),
    path("<slug:code>/con-so/", numbers.numbers, name="numbers"),
    path("<slug:code>/thay-doi/", moved.moved, name="moved"),
]
