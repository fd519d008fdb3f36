"""Addresses of these pages."""

from django.shortcuts import render
from django.urls import path

from ..page import page

app_name = "members"
urlpatterns = [
    path("", page(None)(lambda request: render(request, "web/nothing_to_see.html")), name="roll"),
    path(
        "tim/",
        page(None, methods=("POST",))(lambda request: render(request, "web/nothing_to_see.html")),
        name="find",
    ),
]
