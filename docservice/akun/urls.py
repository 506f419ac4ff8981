"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.akun import views, views_keamanan, views_masuk
from docservice.akun.pintu import berlaju

app_name = "akun"
urlpatterns = [
    path("kunci-layar/", views_masuk.kunci_layar, name="kunci_layar"),
    path("kunci-layar/hidup/", views_masuk.hidup, name="hidup"),
    path("masuk/ulang/sso/", views_masuk.ulang_sso, name="ulang_sso"),
    path("akun/email/", views_keamanan.ganti_surel, name="ganti_surel"),
    path("akun/email/<str:kata>/", views_keamanan.buktikan_surel, name="buktikan_surel"),
    path(
        "masuk/email-pertama/<str:kata>/",
        berlaju("surel_pertama")(views_keamanan.surel_pertama),
        name="surel_pertama",
    ),
    path("akun/sesi/akhiri-lain/", views_keamanan.akhiri_sesi_lain, name="akhiri_sesi_lain"),
    path("akun/sesi/<int:pk>/akhiri/", views_keamanan.akhiri_sesi, name="akhiri_sesi"),
    path("peran/", views.peran, name="peran"),
    path("kabar/", views.kabar, name="kabar"),
    path("kabar/surel/", views.surel_kabar, name="surel_kabar"),
    path("kabar/<int:pk>/", views.buka_kabar, name="buka_kabar"),
    path("token/", views.token, name="token"),
    path("token/<int:pk>/cabut/", views.cabut_token, name="cabut_token"),
]
