"""API of a proposal's way: its moves, and what was asked and answered about it."""

from __future__ import annotations

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.riwayat.klarifikasi import tulis_klarifikasi
from docservice.riwayat.permissions import ambil_riwayat
from docservice.riwayat.serializers import KlarifikasiSerializer, LangkahSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "riwayat"


class Klarifikasi(APIView):
    pagination_class = Halaman

    @operasi(
        "Perjalanan sebuah usulan",
        ke=KE,
        keluar=LangkahSerializer(many=True),
        description="Dari yang pertama. `status` kosong berarti pertanyaan atau jawaban.",
    )
    def get(self, request: Request, pk: int) -> Response:
        riwayat = ambil_riwayat(saya(request), pk)
        return daftar(request, LangkahSerializer, riwayat.langkah.visible_to(saya(request)).select_related("oleh"))

    @operasi(
        "Bertanya atau menjawab tentang usulan",
        ke=KE,
        masuk=KlarifikasiSerializer,
        keluar=LangkahSerializer,
        status=201,
        description="Dikirim dua kali tetap tertulis sekali.",
    )
    def post(self, request: Request, pk: int) -> Response:
        by, isi = saya(request), baca(KlarifikasiSerializer, request.data)
        langkah = tulis_klarifikasi(by=by, riwayat=ambil_riwayat(by, pk), **isi)
        return jawab(LangkahSerializer, langkah, 201)
