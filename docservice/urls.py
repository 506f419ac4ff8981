"""All addresses: pages in Indonesian, the API under /api/v1/, the public check under /cek/."""

from __future__ import annotations

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.throttling import AnonRateThrottle


class LajuSkema(AnonRateThrottle):
    """Drawing the schema costs a second of a processor, and anybody may ask for it."""

    scope = "skema"


API_ROOMS = (
    "akun",
    "pegawai",
    "dokumen",
    "borongan",
    "riwayat",
    "verifikasi",
    "layanan",
    "naskah",
    "pengelola",
    "rekonsiliasi",
    "aturan",
    "arsip",
    "laporan",
    "integrasi",
    "masukan",
)
ROOMS = (
    "beranda",
    "akun",
    "pegawai",
    "dokumen",
    "borongan",
    "riwayat",
    "verifikasi",
    "layanan",
    "naskah",
    "pengelola",
    "rekonsiliasi",
    "aturan",
    "arsip",
    "laporan",
    "integrasi",
    "masukan",
)

urlpatterns = [
    path("api/v1/schema/", SpectacularAPIView.as_view(throttle_classes=(LajuSkema,)), name="schema"),
    *(path("api/v1/", include(f"docservice.{room}.api_urls")) for room in API_ROOMS),
    path("", include("docservice.umum.urls")),
    path("", include("docservice.akun.urls_masuk")),
    *(path("", include(f"docservice.{room}.urls")) for room in ROOMS),
]

handler404 = "docservice.umum.galat.tidak_ditemukan"
handler429 = "docservice.umum.galat.terlalu_sering"  # asked for by the limits of signing in
handler500 = "docservice.umum.galat.gangguan"
