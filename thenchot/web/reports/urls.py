"""Addresses below /bao-cao/: the drafts, one of them, what is done with it."""

from django.urls import path

from . import beginning, doing, inserting, issuing, listing, one, reminding, returning

app_name = "reports"
urlpatterns = [
    path("", listing.home, name="list"),
    path("to-chuc/<int:organisation>/moi/", beginning.begin, name="begin"),
    path("<slug:code>/", one.draft, name="draft"),
    path("<slug:code>/doi/", one.changed, name="changed"),
    path("<slug:code>/lam/", doing.do, name="do"),
    path("<slug:code>/chen/", inserting.insert, name="insert"),
    path("<slug:code>/nhac/", reminding.slip, name="reminder"),
    path("<slug:code>/word/", doing.word, name="word"),
    path("<slug:code>/pdf/", issuing.as_pdf, name="pdf"),
    path("<slug:code>/nhan-lai/", returning.take_back, name="returned"),
    path("<slug:code>/trinh/", issuing.submit, name="submit"),
    path("<slug:code>/ban-hanh/", issuing.issued, name="issued"),
]
