"""Addresses below /bieu/: the list, uploading and binding a form, one filled, one that came back."""

from django.urls import path

from . import back, binding, causes, filling, listing, uploading

app_name = "forms"
urlpatterns = [
    path("", listing.home, name="home"),
    path("nap/", uploading.upload, name="upload"),
    path("da-xuat/<slug:serial>/", back.came_back, name="back"),
    path("da-xuat/<slug:serial>/tep/", back.again, name="again"),
    path("da-xuat/<slug:serial>/ban-hanh/", back.issue, name="issue"),
    path("dong/<subject:organisation>/<slug:line>/", causes.causes, name="causes"),
    path("<slug:form>/noi/", binding.bind, name="bind"),
    path("<slug:form>/tep/", uploading.replace, name="replace"),
    path("<slug:form>/<subject:organisation>/", filling.filled, name="filled"),
    path("<slug:form>/<subject:organisation>/xuat/", filling.export, name="export"),
]
