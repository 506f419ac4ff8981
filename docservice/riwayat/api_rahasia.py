"""API of confidential rows. Every look at one leaves a trace."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.dokumen.permissions import ambil_dokumen
from docservice.dokumen.status import Basis
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.riwayat import rahasia
from docservice.riwayat.models import RiwayatRahasia
from docservice.riwayat.models_rahasia import pilihan_rahasia
from docservice.riwayat.pertukaran import isi_bkn
from docservice.riwayat.serializers import CatatanSerializer
from docservice.umum.api import Halaman, Nomor, baca, daftar, jawab, operasi

KE = "riwayat"


class RahasiaRingkasSerializer(serializers.ModelSerializer[RiwayatRahasia]):
    """In lists: that there is one, not what it says."""

    pegawai = PegawaiRingkasSerializer(read_only=True)

    class Meta:
        model = RiwayatRahasia
        fields = ("id", "pegawai", "jenis", "status", "dicatat_pada", "diputus_pada")


class RahasiaSerializer(RahasiaRingkasSerializer):
    data = serializers.DictField(read_only=True)  # type: ignore[assignment] # a field, no property of ours
    bkn = serializers.SerializerMethodField(help_text="Isinya dengan nama, ID, dan cara tulis layanan BKN.")

    class Meta(RahasiaRingkasSerializer.Meta):
        fields = (*RahasiaRingkasSerializer.Meta.fields, "tmt", "data", "bkn", "basis", "catatan", "mengganti")  # type: ignore[assignment]

    @extend_schema_field(serializers.DictField())
    def get_bkn(self, satu: RiwayatRahasia) -> dict[str, Any]:
        return isi_bkn(satu.skema, satu.data)


class RahasiaMasukSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(max_length=18, help_text="NIP.")
    jenis = serializers.ChoiceField(choices=pilihan_rahasia())
    data = serializers.DictField()  # type: ignore[assignment] # as above
    bukti = serializers.ListField(child=Nomor(), allow_empty=True)
    mengganti = Nomor(required=False, allow_null=True, default=None)


class SahkanSerializer(serializers.Serializer[dict[str, Any]]):
    basis = serializers.ChoiceField(choices=Basis.choices)


class DaftarRahasia(APIView):
    pagination_class = Halaman

    @operasi("Data rahasia yang boleh saya lihat", ke=KE, keluar=RahasiaRingkasSerializer(many=True))
    def get(self, request: Request) -> Response:
        semua = RiwayatRahasia.objects.visible_to(saya(request)).select_related("pegawai__unit")
        return daftar(request, RahasiaRingkasSerializer, semua)

    @operasi("Masukkan data rahasia", ke=KE, masuk=RahasiaMasukSerializer, keluar=RahasiaSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        isi = baca(RahasiaMasukSerializer, request.data)
        pegawai = ambil_pegawai(by, isi.pop("pegawai"))
        rahasia.check_may_catat(by, pegawai)
        isi["bukti"] = [ambil_dokumen(by, pk) for pk in dict.fromkeys(isi["bukti"])]
        isi["mengganti"] = rahasia.ambil_rahasia(by, isi["mengganti"]) if isi["mengganti"] else None
        return jawab(RahasiaSerializer, rahasia.masukkan(by=by, pegawai=pegawai, **isi), 201)


@operasi("Satu data rahasia", ke=KE, keluar=RahasiaSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    by = saya(request)
    satu = rahasia.ambil_rahasia(by, pk)
    rahasia.catat_lihat(by=by, satu=satu)
    return jawab(RahasiaSerializer, satu)


@operasi("Sahkan data rahasia", ke=KE, masuk=SahkanSerializer, keluar=RahasiaSerializer)
@api_view(["POST"])
def sahkan(request: Request, pk: int) -> Response:
    by = saya(request)
    satu, isi = rahasia.ambil_rahasia(by, pk), baca(SahkanSerializer, request.data)
    return jawab(RahasiaSerializer, rahasia.sahkan(by=by, satu=satu, **isi))


@operasi("Tidak sahkan data rahasia", ke=KE, masuk=CatatanSerializer, keluar=RahasiaSerializer)
@api_view(["POST"])
def tolak(request: Request, pk: int) -> Response:
    by = saya(request)
    satu, isi = rahasia.ambil_rahasia(by, pk), baca(CatatanSerializer, request.data)
    return jawab(RahasiaSerializer, rahasia.tolak(by=by, satu=satu, **isi))
