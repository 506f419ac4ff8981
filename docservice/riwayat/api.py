"""API of the riwayat room: kinds, suggestions, proposals and the officers' decisions."""

from __future__ import annotations

from typing import Any

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, sekali
from docservice.akun.models import Pengguna
from docservice.akun.token import peran_tercatat, saya
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.permissions import ambil_dokumen
from docservice.dokumen.temuan import nip_lain
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai, pegawai_sendiri
from docservice.riwayat import actions, atas_nama
from docservice.riwayat.bidang import bidang_dari
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import ambil_riwayat
from docservice.riwayat.saran import saran_isian
from docservice.riwayat.serializers import (
    AjukanLagiSerializer,
    AjukanSerializer,
    CatatanSerializer,
    JenisRiwayatSerializer,
    KonfirmasiSerializer,
    RiwayatRinciSerializer,
    RiwayatSerializer,
    SaranSerializer,
    SaringAntreanUsulanSerializer,
    SaringRiwayatSerializer,
    SaringSaranSerializer,
    SiasnSerializer,
)
from docservice.riwayat.siasn import catat_siasn
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "riwayat"


@operasi("Jenis riwayat dan isiannya", ke=KE, keluar=JenisRiwayatSerializer(many=True))
@api_view(["GET"])
def jenis_riwayat(request: Request) -> Response:
    return jawab(JenisRiwayatSerializer, [_jenis(satu) for satu in SEMUA.values()])


def _jenis(satu: JenisRiwayat) -> dict[str, Any]:
    slot = [{"kode": kode, "kata": ""} for kode in satu.bukti_wajib]
    slot += [{"kode": bila.kode, "kata": bila.kata} for bila in satu.bukti_bila]
    return {**vars(satu), "bukti": satu.bukti, "bukti_wajib": slot, "bidang": bidang_dari(satu)}


@operasi("Saran isian dari dokumen", ke=KE, keluar=SaranSerializer, saring=SaringSaranSerializer)
@api_view(["GET"])
def saran(request: Request) -> Response:
    """Values read on another person's paper are a reading of it."""
    isi = baca(SaringSaranSerializer, request.query_params)
    dokumen = ambil_dokumen(saya(request), isi["dokumen"])
    catat_baca(by=saya(request), dokumen=dokumen, cara="lihat", peran=peran_tercatat(request))
    terbaca = list(saran_isian(isi["jenis"], dokumen).values())
    return jawab(SaranSerializer, {"saran": terbaca, "nip_lain": nip_lain(dokumen)})


class DaftarRiwayat(APIView):
    pagination_class = Halaman

    @operasi(
        "Riwayat yang boleh saya lihat",
        ke=KE,
        keluar=RiwayatSerializer(many=True),
        saring=SaringRiwayatSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringRiwayatSerializer, request.query_params)
        if "pegawai" in saring:
            saring["pegawai__nip"] = saring.pop("pegawai")
        riwayat = Riwayat.objects.visible_to(saya(request)).filter(**saring)
        return daftar(request, RiwayatSerializer, riwayat.select_related("pegawai__unit"))

    @operasi(
        "Ajukan usulan",
        ke=KE,
        masuk=AjukanSerializer,
        keluar=RiwayatRinciSerializer,
        status=201,
        parameters=[PARAMETER],
        description="Dengan `pegawai` milik orang lain: diisikan fasilitatornya, menunggu konfirmasi pegawai itu.",
    )
    def post(self, request: Request) -> Response:
        isi = baca(AjukanSerializer, request.data)
        nip = isi.pop("pegawai", saya(request).nip)
        if nip != saya(request).nip:
            return sekali(request, lambda: _isikan(request, isi, nip))
        return sekali(request, lambda: _ajukan(request, isi, pegawai_sendiri(saya(request)), 201))


def _ajukan(request: Request, isi: dict[str, Any], pegawai: Pegawai, status: int, **lain: Any) -> Response:
    by = saya(request)
    riwayat = actions.ajukan(by=by, pegawai=pegawai, **_ditunjuk(by, isi), **lain)
    return _rinci(request, riwayat, status)


def _isikan(request: Request, isi: dict[str, Any], nip: str) -> Response:
    by = saya(request)
    pegawai = ambil_pegawai(by, nip)
    return _rinci(request, atas_nama.isikan(by=by, pegawai=pegawai, **_ditunjuk(by, isi)), 201)


def _ditunjuk(by: Pengguna, isi: dict[str, Any]) -> dict[str, Any]:
    """With the papers and the row that are named by their numbers, as far as this person may see them."""
    isi["bukti"] = [ambil_dokumen(by, pk) for pk in dict.fromkeys(isi["bukti"])]
    if "menggantikan" in isi:
        isi["menggantikan"] = ambil_riwayat(by, isi["menggantikan"])
    return isi


def _rinci(request: Request, riwayat: Riwayat, status: int = 200) -> Response:
    return jawab(RiwayatRinciSerializer, riwayat, status, by=saya(request))


class Antrean(APIView):
    pagination_class = Halaman

    @operasi(
        "Usulan yang menunggu keputusan saya",
        ke=KE,
        keluar=RiwayatSerializer(many=True),
        saring=SaringAntreanUsulanSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringAntreanUsulanSerializer, request.query_params)
        menunggu = Riwayat.objects.menunggu(saya(request)).filter(**saring).select_related("pegawai__unit")
        return daftar(request, RiwayatSerializer, menunggu.order_by("diajukan_pada", "pk"))


@operasi("Rincian riwayat", ke=KE, keluar=RiwayatRinciSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    return _rinci(request, ambil_riwayat(saya(request), pk))


@operasi("Ajukan lagi sesudah diperbaiki", ke=KE, masuk=AjukanLagiSerializer, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def ajukan_lagi(request: Request, pk: int) -> Response:
    riwayat = ambil_riwayat(saya(request), pk)
    isi = baca(AjukanLagiSerializer, request.data)
    return _ajukan(request, isi, riwayat.pegawai, 200, jenis=riwayat.jenis, riwayat=riwayat)


@operasi("Konfirmasi usulan yang diisikan", ke=KE, masuk=KonfirmasiSerializer, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def konfirmasi(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(KonfirmasiSerializer, request.data)
    return _rinci(request, atas_nama.konfirmasi(by=by, riwayat=ambil_riwayat(by, pk), **isi))


@operasi("Tidak menyetujui usulan yang diisikan", ke=KE, masuk=CatatanSerializer, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def tolak_konfirmasi(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(CatatanSerializer, request.data)
    return _rinci(request, atas_nama.tolak_konfirmasi(by=by, riwayat=ambil_riwayat(by, pk), **isi))


@operasi("Tarik usulan", ke=KE, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def batalkan(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.batalkan(by=by, riwayat=ambil_riwayat(by, pk)))


@operasi("Verifikasi usulan", ke=KE, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def verifikasi(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.verifikasi(by=by, riwayat=ambil_riwayat(by, pk)))


@operasi("Kembalikan usulan", ke=KE, masuk=CatatanSerializer, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def kembalikan(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(CatatanSerializer, request.data)
    return _rinci(request, actions.kembalikan(by=by, riwayat=ambil_riwayat(by, pk), **isi))


@operasi("Validasi usulan", ke=KE, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def validasi(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.validasi(by=by, riwayat=ambil_riwayat(by, pk)))


@operasi("Tolak usulan", ke=KE, masuk=CatatanSerializer, keluar=RiwayatRinciSerializer)
@api_view(["POST"])
def tolak(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(CatatanSerializer, request.data)
    return _rinci(request, actions.tolak(by=by, riwayat=ambil_riwayat(by, pk), **isi))


@operasi(
    "Catat ID baris di SIASN",
    ke=KE,
    masuk=SiasnSerializer,
    keluar=RiwayatRinciSerializer,
    description="Jenis riwayat yang mempunyai `siasn` pada `jenis-riwayat/`; barisnya sudah tervalidasi.",
)
@api_view(["POST"])
def siasn(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(SiasnSerializer, request.data)
    return _rinci(request, catat_siasn(by=by, riwayat=ambil_riwayat(by, pk), **isi))
