"""Addresses below /can-cu/: the values of the law, the versions of one, loading one."""

from django.urls import path

from . import loading, values

app_name = "law"
urlpatterns = [
    path("", values.values, name="values"),
    path("nap/", loading.load, name="load"),
    path("<str:key>/", values.value, name="value"),
]
