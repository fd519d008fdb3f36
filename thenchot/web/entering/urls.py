"""Addresses of the forms. A kind is its code: `/ghi/membership.admitted/`."""

from django.urls import path

from . import annulling, correcting, lines, menu, reorganising, views

app_name = "entering"
urlpatterns = [
    path("", menu.kinds, name="kinds"),
    path("da-ghi/<int:act_set>/", lines.written, name="written"),
    path("ban-ghi/<int:seq>/", lines.history, name="history"),
    path("ban-ghi/<int:seq>/sua/", correcting.correct, name="correct"),
    path("ban-ghi/<int:seq>/sua/kiem-tra/", correcting.check, name="check_correction"),
    path("ban-ghi/<int:seq>/huy/", annulling.annul, name="annul"),
    path("ban-ghi/<int:seq>/dieu-chinh/", lines.adjust, name="adjust"),
    path("nhap/", views.keep, name="keep"),
    path("organisations.ended/", reorganising.end, name="end"),
    path("organisations.moved/", reorganising.move, name="move"),
    path("nhap-chi-bo/", reorganising.merge, name="merge"),
    path("tach-chi-bo/", reorganising.split, name="split"),
    path("<str:kind>/", views.form, name="form"),
    path("<str:kind>/kiem-tra/", views.check, name="check"),
    path("<str:kind>/chon/<str:box>/", views.choose, name="choose"),
]
