"""API of evaluation: units, months, notes."""

from __future__ import annotations

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.laporan.actions_evaluasi import catat_orang, catat_unit
from docservice.laporan.evaluasi import evaluasi_unit, kemajuan
from docservice.laporan.permissions_evaluasi import (
    ambil_orang_terpantau,
    ambil_unit_terpantau,
    catatan_unit,
    check_may_catat,
    pegawai_terpantau,
)
from docservice.laporan.serializers import CatatanEvaluasiSerializer, EvaluasiSerializer, EvaluasiUnitSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "laporan"


class Semua(APIView):
    pagination_class = Halaman

    @operasi("Kemajuan arsip setiap unit", ke=KE, keluar=EvaluasiUnitSerializer(many=True))
    def get(self, request: Request) -> Response:
        orang = pegawai_terpantau(saya(request))
        return daftar(request, EvaluasiUnitSerializer, evaluasi_unit(orang, kemajuan(orang, "pegawai__unit")))


class Unit(APIView):
    @operasi("Kemajuan dan catatan satu unit", ke=KE, keluar=EvaluasiSerializer, operation_id="laporan_evaluasi_unit")
    def get(self, request: Request, pk: int) -> Response:
        unit, orang = ambil_unit_terpantau(saya(request), pk)
        isi = {"kemajuan": kemajuan(orang).titik(orang.count()), "catatan": catatan_unit(saya(request), unit)}
        return jawab(EvaluasiSerializer, isi)

    @operasi(
        "Catat evaluasi unit", ke=KE, masuk=CatatanEvaluasiSerializer, keluar=CatatanEvaluasiSerializer, status=201
    )
    def post(self, request: Request, pk: int) -> Response:
        unit, _ = ambil_unit_terpantau(saya(request), pk)
        check_may_catat(saya(request), unit)
        isi = baca(CatatanEvaluasiSerializer, request.data)
        return jawab(CatatanEvaluasiSerializer, catat_unit(by=saya(request), unit=unit, **isi), 201)


class Orang(APIView):
    @operasi("Kemajuan dan catatan satu pegawai", ke=KE, keluar=EvaluasiSerializer)
    def get(self, request: Request, nip: str) -> Response:
        pegawai = ambil_orang_terpantau(saya(request), nip)
        catatan = pegawai.catatan_evaluasi.select_related("oleh")
        return jawab(EvaluasiSerializer, {"kemajuan": kemajuan([pegawai]).titik(1), "catatan": catatan})

    @operasi(
        "Catat evaluasi pegawai", ke=KE, masuk=CatatanEvaluasiSerializer, keluar=CatatanEvaluasiSerializer, status=201
    )
    def post(self, request: Request, nip: str) -> Response:
        pegawai = ambil_orang_terpantau(saya(request), nip)
        check_may_catat(saya(request), pegawai.unit, pegawai)
        isi = baca(CatatanEvaluasiSerializer, request.data)
        return jawab(CatatanEvaluasiSerializer, catat_orang(by=saya(request), pegawai=pegawai, **isi), 201)
