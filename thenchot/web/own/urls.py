"""Addresses of these pages."""

from django.shortcuts import render
from django.urls import path

from ..page import page


@page(None)
def later(request, **place):
    return render(request, "web/nothing_to_see.html")


app_name = "own"
urlpatterns = [
    path("", later, name="record"),
    path("<int:person>/<slug:item>/", later, name="answer"),
]
