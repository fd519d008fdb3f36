"""Addresses of the forms."""

app_name = "entering"
urlpatterns: list = []
