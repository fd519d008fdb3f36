"""Ways in and out, and one's own settings; every view of allauth that is served is named here."""

from allauth.account.views import login, logout
from django.urls import path

from ..page import open_to_all

urlpatterns = [
    path("vao/", open_to_all(login), name="account_login"),
    path("ra/", open_to_all(logout), name="account_logout"),
]
