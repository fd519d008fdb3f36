"""Addresses of these pages."""

from django.urls import path

from . import views

app_name = "organisations"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:organisation>/", views.organisation, name="page"),
    path("<int:organisation>/so-sanh/", views.compare, name="compare"),
]
