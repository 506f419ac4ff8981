"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.akun import views

app_name = "akun"
urlpatterns = [
    path("masuk/", views.masuk, name="masuk"),
    path("keluar/", views.keluar, name="keluar"),
    path("peran/", views.peran, name="peran"),
    path("kabar/", views.kabar, name="kabar"),
    path("kabar/<int:pk>/", views.buka_kabar, name="buka_kabar"),
    path("token/", views.token, name="token"),
    path("token/<int:pk>/cabut/", views.cabut_token, name="cabut_token"),
]
