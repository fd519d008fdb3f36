"""Addresses of these pages."""

from django.urls import path

from . import confirming, letters, resets, reviewing, views

app_name = "tasks"
urlpatterns = [
    path("", views.first, name="list"),
    path("loai/<slug:kind>/", views.of_kind, name="kind"),
    path("xem-lai/<int:seq>/", reviewing.answer, name="review"),
    path("de-nghi/<slug:code>/", confirming.request_page, name="request"),
    path("cap-lai/", resets.resets, name="resets"),
    path("them-han/", letters.add, name="add_deadline"),
    path("han/<slug:deadline>/", letters.board, name="board"),
    path("han/<slug:deadline>/nhac/", letters.remind, name="remind"),
    path("han/<slug:deadline>/tra-loi/", letters.answer, name="answer"),
]
