"""Address below /nhat-ky/."""

from django.urls import path

from . import lines

app_name = "log"
urlpatterns = [path("", lines.lines, name="lines")]
