"""API of the data utama; sealed numbers only by their last digits."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.token import saya
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pegawai.serializers import PegawaiSerializer
from docservice.riwayat.data_utama import DataUtama, data_utama
from docservice.riwayat.kata import tersamar
from docservice.riwayat.profil import sebagai_data
from docservice.umum.api import jawab, operasi

KE = "riwayat"


class DataUtamaSerializer(serializers.Serializer[DataUtama]):
    pegawai = PegawaiSerializer()
    data = serializers.SerializerMethodField()  # type: ignore[assignment] # the JSON name
    catatan = serializers.ListField(child=serializers.CharField(), help_text="Yang tidak saling cocok.")
    riwayat = serializers.IntegerField(source="berlaku.pk", default=None, allow_null=True)
    usulan = serializers.IntegerField(source="usulan.pk", default=None, allow_null=True)
    foto = serializers.IntegerField(source="foto.pk", default=None, allow_null=True)

    profil = serializers.SerializerMethodField(
        help_text="Yang mengikuti baris lain: golongan, jabatan, BUP, TMT pensiun."
    )

    def get_profil(self, isi: DataUtama) -> dict[str, Any]:
        return sebagai_data(isi.profil)

    def get_data(self, isi: DataUtama) -> dict[str, Any]:
        return tersamar(isi.berlaku.skema, isi.berlaku.data) if isi.berlaku else {}


@operasi("Data utama seorang pegawai", ke=KE, keluar=DataUtamaSerializer)
@api_view(["GET"])
def rincian(request: Request, nip: str) -> Response:
    by = saya(request)
    return jawab(DataUtamaSerializer, data_utama(by, ambil_pegawai(by, nip)))
