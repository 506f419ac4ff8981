"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.pengelola import api, api_jaga, api_orang, api_terima

urlpatterns: list[URLPattern] = [
    path("penerimaan/", api_terima.terima),
    path("peran/", api.DaftarPeran.as_view()),
    path("peran/<int:pk>/akhiri/", api.akhiri),
    path("peran/<int:pk>/bekukan/", api_jaga.bekukan),
    path("peran/orang/<int:pk>/", api_orang.orang),
    path("peran/orang/<int:pk>/uji/", api_orang.uji),
    path("peran/orang/<int:pk>/pemulihan/", api_orang.pemulihan),
    path("peran/orang/<int:pk>/surel/", api_orang.surel),
    path("peran/orang/<int:pk>/surel/batal/", api_orang.batal_surel),
    path("pengangkatan/", api.DaftarPengangkatan.as_view()),
    path("pengangkatan/rancangan/", api.rancangan),
    path("pengangkatan/tetapkan/", api.tetapkan),
    path("pengangkatan/<int:pk>/", api.rincian),
    path("pengangkatan/<int:pk>/tinjau/", api.tinjau),
    path("pengangkatan/<int:pk>/tolak/", api.tolak),
    path("pengangkatan/<int:pk>/pakta/", api_jaga.pakta),
    path("pembekuan/", api_jaga.DaftarPembekuan.as_view()),
    path("pembekuan/<int:pk>/", api_jaga.rincian_pembekuan),
    path("pembekuan/<int:pk>/kesanggupan/", api_jaga.kesanggupan),
    path("pembekuan/<int:pk>/ketahui/", api_jaga.ketahui),
    path("pembekuan/<int:pk>/cabut/", api_jaga.cabut),
    path("peninjauan/", api_jaga.DaftarPeninjauan.as_view()),
    path("peninjauan/<int:pk>/", api_jaga.rincian_peninjauan),
    path("peninjauan/butir/<int:pk>/", api_jaga.putuskan),
]
