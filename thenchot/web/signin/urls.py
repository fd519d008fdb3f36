"""Ways in and out, and one's own settings; every view of allauth that is served is named here."""

from allauth.account.views import login, reauthenticate
from allauth.mfa.base.views import authenticate
from allauth.mfa.base.views import reauthenticate as code_again
from django.urls import path

from ..page import open_to_all, page
from . import entrance, locking, own, violations

urlpatterns = [
    path("vao/", open_to_all(login), name="account_login"),
    path("vao/ma/", open_to_all(authenticate), name="mfa_authenticate"),
    path("ra/", entrance.leave, name="account_logout"),
    path("xac-nhan/", page(None, methods=("GET", "POST"))(reauthenticate), name="account_reauthenticate"),
    path("xac-nhan/ma/", page(None, methods=("GET", "POST"))(code_again), name="mfa_reauthenticate"),
    path("mat-khau/", entrance.own_password, name="own_password"),
    path("ma-xac-nhan/", entrance.enrol, name="enrol"),
    path("khoa/", locking.locked, name="locked"),
    path("khoa/ngay/", locking.lock, name="lock"),
    path("khoa/mo/", locking.unlock, name="unlock"),
    path("con-day/", locking.alive, name="alive"),
    path("phien/", own.sessions, name="sessions"),
    path("phien/viec-dang-nhap/", own.give_back, name="give_back"),
    path("chan/", violations.report, name="violations"),
]
