"""Every address of the site. A test walks them: each names its action, or is on the list of the open ones."""

from django.urls import include, path

from . import start

urlpatterns = [
    path("", start.home, name="home"),
    path("ngon-ngu/", start.language, name="language"),
    path("chu-to/", start.large, name="large"),
    path("viec-can-lam/", include("thenchot.web.tasks.urls")),
    path("dang-vien/", include("thenchot.web.members.urls")),
    path("to-chuc/", include("thenchot.web.organisations.urls")),
    path("in/", include("thenchot.web.papers.urls")),
    path("ghi/", include("thenchot.web.entering.urls")),
    path("so-lieu/", include("thenchot.web.figures.urls")),
    path("bieu/", include("thenchot.web.forms.urls")),
    path("bao-cao/", include("thenchot.web.reports.urls")),
    path("chot-so-lieu/", include("thenchot.web.closings.urls")),
    path("doi-khop/", include("thenchot.web.national.urls")),
    path("can-cu/", include("thenchot.web.law.urls")),
    path("nhat-ky/", include("thenchot.web.log.urls")),
    path("cua-toi/", include("thenchot.web.own.urls")),
    path("ra-soat/", include("thenchot.web.checking.urls")),
    path("tai-khoan/", include("thenchot.web.signin.urls")),
]
handler404 = "thenchot.web.start.not_there"
handler500 = "thenchot.web.start.fault"
