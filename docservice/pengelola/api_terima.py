"""API: a new employee, judged by the form of the page."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.models import Cakupan
from docservice.akun.token import bercakupan, saya
from docservice.pegawai.models import UnitKerja
from docservice.pegawai.serializers import PegawaiSerializer
from docservice.pengelola.forms_terima import BOLEH, KATA, WAJIB, PegawaiBaruForm
from docservice.pengelola.permissions import check_may_terima
from docservice.pengelola.terima import terima_satu
from docservice.umum.api import baca, jawab, operasi

KE = "pengelola"


class PegawaiBaruMasukSerializer(serializers.Serializer[dict[str, Any]]):
    """Fields and codes as in a file of employees; ``unit`` by its id."""

    unit: Any = serializers.PrimaryKeyRelatedField(queryset=UnitKerja.objects.filter(berlaku_sampai=None))

    def get_fields(self) -> Any:
        isian = super().get_fields()
        for nama, (label, bantuan) in KATA.items():
            wajib = nama in WAJIB
            isian[nama] = serializers.CharField(
                max_length=250,
                required=wajib,
                allow_blank=not wajib,
                default=serializers.empty if wajib else "",
                help_text=f"{label}. {bantuan}".strip(),
            )
        return isian


class PegawaiDiterimaSerializer(PegawaiSerializer):
    perlu_dilihat = serializers.ListField(source="periksa_nip", child=serializers.CharField(), read_only=True)

    class Meta(PegawaiSerializer.Meta):
        fields = (*PegawaiSerializer.Meta.fields, "perlu_dilihat")  # type: ignore[assignment]


@operasi(
    "Masukkan pegawai baru",
    ke=KE,
    masuk=PegawaiBaruMasukSerializer,
    keluar=PegawaiDiterimaSerializer,
    status=201,
    description="Akun dibuat tanpa kata sandi; dengan email dinas, tautan untuk membuatnya dikirim ke sana.",
)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def terima(request: Request) -> Response:
    by = saya(request)
    check_may_terima(by)
    isi = baca(PegawaiBaruMasukSerializer, request.data)
    formulir = PegawaiBaruForm({nama: isi.get(nama, "") for nama in WAJIB | BOLEH})
    return jawab(PegawaiDiterimaSerializer, terima_satu(by=by, formulir=formulir, unit=isi["unit"]), 201)
