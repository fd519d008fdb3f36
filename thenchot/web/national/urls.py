"""Addresses below /doi-khop/: a file brought, looked at, taken in, written back; the reconciliation list."""

from django.urls import path

from . import bringing, lines, looking, taking, writing

app_name = "national"
urlpatterns = [
    path("", bringing.home, name="home"),
    path("tep/<str:code>/", looking.file, name="file"),
    path("tep/<str:code>/so-lai/", looking.again, name="again"),
    path("tep/<str:code>/ghep-ten/", looking.teach, name="teach"),
    path("tep/<str:code>/nap/", taking.take, name="take"),
    path("tep/<str:code>/huy-nap/", taking.undo, name="undo"),
    path("tep/<str:code>/ghi-lai/", writing.write, name="write"),
    path("tep/<str:code>/dua-vao-danh-sach/", lines.reconcile, name="reconcile"),
    path("tep/<str:code>/xong/", bringing.done, name="done"),
    path("danh-sach/", lines.listed, name="lines"),
    path("danh-sach/sua/", lines.settle, name="settle"),
    path("danh-sach/xuat/", lines.export, name="export"),
]
