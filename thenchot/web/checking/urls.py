"""Addresses of the two doors that need no set-up."""

from django.urls import path

from . import keeping, lists, reports, views

app_name = "checking"
urlpatterns = [
    path("", views.doors, name="doors"),
    path("bao-cao/", reports.checked, name="report"),
    path("danh-sach/", lists.checked, name="list"),
    path("danh-sach/so-dau-ky/", keeping.keep, name="keep"),
]
