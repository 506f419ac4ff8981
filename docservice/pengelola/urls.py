"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.pengelola import views, views_orang, views_terima, views_tinjau, views_unit

app_name = "pengelola"
urlpatterns = [
    path("penerimaan/", views_terima.terima, name="terima"),
    path("peran-saya/", views_unit.saya, name="saya"),
    path("pengelola/", views_unit.unit, name="unit"),
    path("pengelola/usul/", views_unit.usul, name="usul"),
    path("pengelola/<int:pk>/", views_unit.pengangkatan, name="pengangkatan"),
    path("pengelola/<int:pk>/pakta/", views_unit.pakta, name="pakta"),
    path("pembekuan/<int:pk>/", views_tinjau.lihat, name="pembekuan"),
    path("pembekuan/<int:pk>/kesanggupan/", views_unit.kesanggupan, name="kesanggupan"),
    path("peran/semua/", views.peran, name="peran"),
    path("peran/orang/<int:pk>/", views_orang.orang, name="orang"),
    path("peran/orang/<int:pk>/uji/", views_orang.uji, name="uji"),
    path("peran/orang/<int:pk>/pemulihan/", views_orang.pemulihan, name="pemulihan"),
    path("peran/orang/<int:pk>/surel/", views_orang.surel, name="surel"),
    path("peran/orang/<int:pk>/surel/batal/", views_orang.batal_surel, name="batal_surel"),
    path("peran/hak/", views.hak, name="hak"),
    path("peran/beri/", views.beri, name="beri"),
    path("peran/penetapan/", views.penetapan, name="penetapan"),
    path("peran/penetapan/rancangan.pdf", views.rancangan, name="rancangan"),
    path("peran/<int:pk>/akhiri/", views.akhiri, name="akhiri"),
    path("peran/<int:pk>/bekukan/", views_tinjau.bekukan, name="bekukan"),
    path("peran/peninjauan/", views_tinjau.daftar, name="peninjauan"),
    path("peran/peninjauan/<int:pk>/", views_tinjau.tinjau, name="tinjau"),
    path("peran/peninjauan/butir/<int:pk>/", views_tinjau.putuskan, name="putuskan"),
]
