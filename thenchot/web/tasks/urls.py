"""Addresses of these pages."""

from django.shortcuts import render
from django.urls import path

from ..page import page

app_name = "tasks"
urlpatterns = [path("", page(None)(lambda request: render(request, "web/nothing_to_see.html")), name="list")]
