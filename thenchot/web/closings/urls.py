"""Addresses of these pages."""

from django.shortcuts import render
from django.urls import path

from ..page import page


@page(None)
def later(request, **place):
    return render(request, "web/nothing_to_see.html")


app_name = "closings"
urlpatterns = [
    path("", later, name="list"),
    path("to-chuc/<int:organisation>/", later, name="prepare"),
    path("<slug:code>/", later, name="page"),
]
