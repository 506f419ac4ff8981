"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.pengelola import api, api_pernyataan

urlpatterns: list[URLPattern] = [
    path("peran/", api.DaftarPeran.as_view()),
    path("peran/<int:pk>/akhiri/", api.akhiri),
    path("peran/<int:pk>/bekukan/", api_pernyataan.bekukan),
    path("pengangkatan/", api.DaftarPengangkatan.as_view()),
    path("pengangkatan/tetapkan/", api.tetapkan),
    path("pengangkatan/<int:pk>/", api.rincian),
    path("pengangkatan/<int:pk>/tinjau/", api.tinjau),
    path("pengangkatan/<int:pk>/tolak/", api.tolak),
    path("pengangkatan/<int:pk>/pakta/", api_pernyataan.pakta),
    path("pernyataan/<int:pk>/", api_pernyataan.pernyataan),
    path("pernyataan/<int:pk>/tanda-tangan/", api_pernyataan.TandaTanganPernyataan.as_view()),
    path("pembekuan/", api_pernyataan.DaftarPembekuan.as_view()),
    path("pembekuan/<int:pk>/kesanggupan/", api_pernyataan.kesanggupan),
    path("pembekuan/<int:pk>/ketahui/", api_pernyataan.ketahui),
    path("pembekuan/<int:pk>/cabut/", api_pernyataan.cabut),
    path("peninjauan/", api_pernyataan.DaftarPeninjauan.as_view()),
    path("peninjauan/<int:pk>/", api_pernyataan.rincian_peninjauan),
    path("peninjauan/butir/<int:pk>/", api_pernyataan.putuskan),
]
