"""API of who signs, who initials and how decrees are numbered."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan
from docservice.akun.token import bercakupan, saya
from docservice.naskah import wewenang
from docservice.naskah.forms_wewenang import BOLEH, FORMULIR, LABEL, Aturan
from docservice.naskah.permissions import check_may_atur_wewenang, check_may_lihat_jenis
from docservice.naskah.saring_wewenang import saring
from docservice.naskah.serializers_jenis import AkhirMasukSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "naskah"
ISI = (*FORMULIR["kewenangan"].base_fields, "urutan", "pola", "klasifikasi", "unit", "lingkup")
"""Columns of all three kinds of rows."""


class WewenangSerializer(serializers.Serializer[Aturan]):
    """A row of any kind; what its kind does not know is null."""

    id = serializers.IntegerField(source="pk", read_only=True)

    def get_fields(self) -> Any:
        isian = super().get_fields()
        for nama in ISI:
            isian[nama] = serializers.CharField(read_only=True, allow_null=True, help_text=LABEL[nama][0])
        return isian

    def to_representation(self, instance: Aturan) -> dict[str, Any]:
        hasil: dict[str, Any] = {"id": instance.pk}
        for nama in ISI:
            nilai = getattr(instance, nama, None)
            hasil[nama] = nilai.nip if nama == "pejabat" and nilai else nilai
        return hasil


class WewenangMasukSerializer(serializers.Serializer[dict[str, Any]]):
    """Columns and words as in a file of ``muat_kewenangan``; those of another kind must be empty."""

    gantikan = serializers.BooleanField(
        required=False, default=False, help_text="Mengakhiri baris lama untuk hal yang sama sehari sebelumnya."
    )

    def get_fields(self) -> Any:
        isian = super().get_fields()
        for nama in ISI:
            wajib = nama not in BOLEH
            isian[nama] = serializers.CharField(
                max_length=200,
                required=wajib,
                allow_blank=not wajib,
                default=serializers.empty if wajib else "",
                help_text=" ".join(LABEL[nama]).strip(),
            )
        return isian


class SaringWewenangSerializer(serializers.Serializer[dict[str, Any]]):
    jenis = serializers.CharField(required=False, max_length=40, help_text="Kode jenis naskah.")
    lama = serializers.BooleanField(required=False, default=False, help_text="Yang sudah berakhir.")


def _macam(macam: str) -> str:
    if macam not in FORMULIR:
        raise Http404
    return macam


class DaftarWewenang(APIView):
    """``kewenangan``, ``paraf`` or ``pola``."""

    cakupan = Cakupan.TERJAGA
    pagination_class = Halaman

    @operasi(
        "Wewenang, paraf, atau pola nomor",
        ke=KE,
        keluar=WewenangSerializer(many=True),
        saring=SaringWewenangSerializer,
    )
    def get(self, request: Request, macam: str) -> Response:
        check_may_lihat_jenis(saya(request))
        pilih = baca(SaringWewenangSerializer, request.query_params)
        return daftar(request, WewenangSerializer, saring(_macam(macam), **pilih))

    @operasi("Tetapkan satu baris", ke=KE, masuk=WewenangMasukSerializer, keluar=WewenangSerializer, status=201)
    def post(self, request: Request, macam: str) -> Response:
        by = saya(request)
        check_may_atur_wewenang(by)
        isi = baca(WewenangMasukSerializer, request.data)
        gantikan = isi.pop("gantikan")
        formulir = FORMULIR[_macam(macam)](isi)
        return jawab(WewenangSerializer, wewenang.tetapkan(by=by, formulir=formulir, gantikan=gantikan), 201)


@operasi("Akhiri satu baris wewenang", ke=KE, masuk=AkhirMasukSerializer, keluar=WewenangSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def akhiri(request: Request, macam: str, pk: int) -> Response:
    by = saya(request)
    check_may_atur_wewenang(by)
    satu = get_object_or_404(FORMULIR[_macam(macam)]._meta.model, pk=pk)
    isi = baca(AkhirMasukSerializer, request.data)
    return jawab(WewenangSerializer, wewenang.akhiri(by=by, satu=satu, **isi))
