"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.akun import api

urlpatterns: list[URLPattern] = [
    path("saya/", api.siapa),
    path("token/", api.DaftarToken.as_view()),
    path("token/<int:pk>/", api.cabut),
    path("kabar/", api.DaftarKabar.as_view()),
    path("kabar/dibaca/", api.dibaca),
    path("kabar/surel/", api.surel_kabar),
]
