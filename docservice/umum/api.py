"""What every API view shares: one way to read, answer, list and refuse, with the words of the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ParseError, ValidationError
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_handler

from docservice.umum.errors import IsianSalah, TerlaluBesar
from docservice.umum.galat import badan
from docservice.umum.gangguan import sebagai_kesalahan

JAWABAN: dict[int, tuple[str, str]] = {
    400: ("tidak_terbaca", "Isi permintaan tidak dapat dibaca. Kirim JSON atau multipart yang benar."),
    401: ("token_ditolak", "Token tidak ada, tidak dikenal, atau sudah berakhir. Buat token baru."),
    403: ("cakupan_kurang", "Cakupan token ini tidak cukup untuk melakukan itu. Pakai token lain."),
    404: ("tidak_ditemukan", "Tidak ditemukan."),
    405: ("cara_salah", "Cara ini tidak dilayani di alamat ini."),
    406: ("bentuk_salah", "Bentuk jawaban itu tidak tersedia. Minta JSON."),
    415: ("jenis_salah", "Jenis isi ini tidak dilayani. Kirim JSON atau multipart."),
    429: ("terlalu_sering", "Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi."),
}
"""What the framework refuses by itself: our code and sentence."""

KALIMAT = {
    "required": "Wajib diisi.",
    "blank": "Tidak boleh kosong.",
    "null": "Tidak boleh kosong.",
    "empty": "Tidak boleh kosong.",
    "invalid_choice": "Bukan salah satu pilihan yang ada.",
    "does_not_exist": "Tidak ditemukan.",
    "max_length": "Terlalu panjang.",
    "min_length": "Terlalu pendek.",
    "max_value": "Terlalu besar.",
    "min_value": "Terlalu kecil.",
    "not_a_list": "Harus berupa daftar.",
}
"""By the framework's code, because its own Indonesian is incomplete."""
KALIMAT_LAIN = "Tidak dikenal. Periksa jenis dan bentuk isinya."


class KesalahanSerializer(serializers.Serializer[dict[str, Any]]):
    """Body of every refusal: a code for machines, a sentence for people, and one per field."""

    kode = serializers.CharField()
    pesan = serializers.CharField()
    isian = serializers.DictField(child=serializers.CharField())
    rujukan = serializers.DictField(child=serializers.IntegerField(), required=False)


class TupelSerializer(serializers.Serializer[tuple[Any, ...]]):
    """A tuple, its places named by the fields in their order."""

    def to_representation(self, instance: tuple[Any, ...]) -> dict[str, Any]:
        bidang = zip(self.fields.items(), instance, strict=True)
        return {nama: satu.to_representation(nilai) for (nama, satu), nilai in bidang}


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Every refusal in one shape; what is not a refusal stays an error of ours."""
    if isinstance(exc, ValidationError):
        exc = _isian_salah(exc)
    if isinstance(exc, RequestDataTooBig):
        exc = TerlaluBesar("Isi permintaan terlalu besar.")
    if kesalahan := sebagai_kesalahan(exc):
        return Response(badan(kesalahan), status=kesalahan.status)
    if isinstance(exc, Http404):
        exc = NotFound()
    if isinstance(exc, SuspiciousOperation):  # too many fields, a broken host
        exc = ParseError()
    response = drf_handler(exc, context)
    if response is not None:
        kode, pesan = JAWABAN.get(response.status_code, JAWABAN[400])
        response.data = {"kode": kode, "pesan": pesan, "isian": {}}
    return response


def _isian_salah(exc: ValidationError) -> IsianSalah:
    isian = dict(_rata(exc.detail))
    return IsianSalah.pada(isian)


def _rata(detail: Any, jalur: str = "") -> Iterable[tuple[str, str]]:
    """Nested errors as ``naskah.0.draf_sha256`` → sentence."""
    if isinstance(detail, Mapping):
        for nama, isi in detail.items():
            yield from _rata(isi, f"{jalur}.{nama}" if jalur else str(nama))
    elif isinstance(detail, list) and detail and not hasattr(detail[0], "code"):
        for urutan, isi in enumerate(detail):
            yield from _rata(isi, f"{jalur}.{urutan}")
    elif detail:
        kode = getattr(detail[0] if isinstance(detail, list) else detail, "code", "")
        yield jalur or "isi", KALIMAT.get(kode, KALIMAT_LAIN)


class Json(JSONParser):
    """Django bounds the length of a body; its depth is ours to bound."""

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().parse(*args, **kwargs)
        except RecursionError:
            raise ParseError from None


Nomor = partial(serializers.IntegerField, min_value=1, max_value=2**63 - 1)
"""A number of a row; beyond it no database can even look."""


class Halaman(LimitOffsetPagination):
    """``limit`` and ``offset``; nobody takes the whole archive in one answer."""

    default_limit = 50
    max_limit = 200
    limit_query_description = "Banyaknya baris, paling banyak 200."
    offset_query_description = "Mulai sesudah baris ke berapa."


Jenis = type[serializers.BaseSerializer[Any]]


def jawab(jenis: Jenis, isi: Any, status: int = 200, **konteks: Any) -> Response:
    """One thing or several; *konteks* reaches the serializer."""
    return Response(jenis(isi, many=isinstance(isi, list | QuerySet), context=konteks).data, status=status)


def daftar(request: Request, jenis: Jenis, baris: QuerySet[Any] | list[Any], **konteks: Any) -> Response:
    """One page of *baris*, which starts from ``visible_to``: the count tells nothing more than the rows."""
    halaman = Halaman()
    isi = halaman.paginate_queryset(baris, request)
    return halaman.get_paginated_response(jenis(isi, many=True, context=konteks).data)


def baca(jenis: Jenis, isi: Any) -> dict[str, Any]:
    """Cleaned input; what does not fit is refused field by field."""
    bentuk = jenis(data=isi)
    bentuk.is_valid(raise_exception=True)
    hasil: dict[str, Any] = bentuk.validated_data
    return hasil


F = TypeVar("F", bound=Callable[..., Any])


def operasi(
    ringkasan: str,
    *,
    ke: str,
    keluar: Any = None,
    masuk: Any = None,
    saring: Any = None,
    status: int = 200,
    **lain: Any,
) -> Callable[[F], F]:
    """How an operation looks in the OpenAPI schema; *ke* is its room's tag, *saring* its query parameters."""
    if saring is not None:
        lain["parameters"] = [*lain.get("parameters", []), saring]
    jawaban = {**(keluar if isinstance(keluar, dict) else {status: keluar}), "default": KesalahanSerializer}
    return extend_schema(summary=ringkasan, tags=[ke], request=masuk, responses=jawaban, **lain)
