"""API of the archive: the search, its offers, kept questions, what was open."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.arsip import actions
from docservice.arsip.models import PencarianTersimpan
from docservice.arsip.orang import cari_orang
from docservice.arsip.pencarian import jawab as cari
from docservice.arsip.permissions import ambil_tersimpan
from docservice.arsip.saran import sarankan, terakhir_dibuka
from docservice.arsip.serializers import (
    CariSerializer,
    HasilCariSerializer,
    SaranCariSerializer,
    SaringSaranSerializer,
    SimpanSerializer,
    TersimpanSerializer,
    tanya_dari,
)
from docservice.arsip.tanya import Tanya
from docservice.dokumen.serializers import DokumenSerializer
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "arsip"


@operasi("Cari di arsip", ke=KE, keluar=HasilCariSerializer, saring=CariSerializer)
@api_view(["GET"])
def cari_arsip(request: Request) -> Response:
    isi = baca(CariSerializer, request.query_params)
    return jawab(HasilCariSerializer, cari(saya(request), tanya_dari(isi), offset=isi["offset"], limit=isi["limit"]))


@operasi("Saran selagi mengetik", ke=KE, keluar=SaranCariSerializer(many=True), saring=SaringSaranSerializer)
@api_view(["GET"])
def saran(request: Request) -> Response:
    return jawab(SaranCariSerializer, sarankan(saya(request), baca(SaringSaranSerializer, request.query_params)["q"]))


class Orang(APIView):
    pagination_class = Halaman

    @operasi("Cari orang", ke=KE, keluar=PegawaiRingkasSerializer(many=True), saring=SaringSaranSerializer)
    def get(self, request: Request) -> Response:
        """By name, NIP or unit: every word must be met."""
        teks = baca(SaringSaranSerializer, request.query_params)["q"]
        return daftar(request, PegawaiRingkasSerializer, cari_orang(saya(request), teks))


@operasi("Terakhir dibuka", ke=KE, keluar=DokumenSerializer(many=True))
@api_view(["GET"])
def terakhir(request: Request) -> Response:
    """Papers of others that I opened last and may still see."""
    return jawab(DokumenSerializer, terakhir_dibuka(saya(request)))


class Tersimpan(APIView):
    @operasi("Pencarian tersimpan", ke=KE, keluar=TersimpanSerializer(many=True))
    def get(self, request: Request) -> Response:
        return jawab(TersimpanSerializer, PencarianTersimpan.objects.filter(pengguna=saya(request)))

    @operasi("Simpan pencarian", ke=KE, masuk=SimpanSerializer, keluar=TersimpanSerializer, status=201)
    def post(self, request: Request) -> Response:
        """The same name again means the new question."""
        isi = baca(SimpanSerializer, request.data)
        satu = actions.simpan_pencarian(by=saya(request), nama=isi["nama"], tanya=Tanya.dari(isi["tanya"]))
        return jawab(TersimpanSerializer, satu, 201)


@operasi("Hapus pencarian tersimpan", ke=KE, keluar=TersimpanSerializer(many=True))
@api_view(["DELETE"])
def hapus_tersimpan(request: Request, pk: int) -> Response:
    """What is left."""
    by = saya(request)
    actions.hapus_pencarian(by=by, tersimpan=ambil_tersimpan(by, pk))
    return jawab(TersimpanSerializer, PencarianTersimpan.objects.filter(pengguna=by))
