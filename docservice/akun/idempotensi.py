"""``Idempotency-Key``: the same request sent twice has one effect and one answer.

Only successes are kept. A refusal had no effect, so sending it again after putting things right must work.
Never use this where the body holds a secret: its hash is stored.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.models import KunciPermintaan
from docservice.akun.token import saya
from docservice.antrean.pekerjaan import Klaim
from docservice.umum.errors import IsianSalah, SudahBerubah

MASA_KUNCI = timedelta(days=7)
PANJANG = 120

PARAMETER = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="Kunci pilihan Anda. Permintaan dengan kunci dan isi yang sama hanya dikerjakan sekali.",
)


def kunci_dari(request: Request) -> str:
    kunci = request.headers.get("Idempotency-Key", "").strip()
    if len(kunci) > PANJANG:
        raise IsianSalah(f"Idempotency-Key paling panjang {PANJANG} huruf.", kode="kunci_salah")
    return kunci


def sekali(request: Request, kerja: Callable[[], Response], *, berkunci_sendiri: bool = False) -> Response:
    """The answer of *kerja*, or the one an earlier request with this key got.

    Effect and answer are one transaction: a twin that runs at the same time waits on the unique key and
    then gets the first one's answer. *berkunci_sendiri* is for work that hands the key to its own unique
    row, so that no lock is held while a file is being written. Raises :class:`SudahBerubah` for a key
    with another body.
    """
    kunci = kunci_dari(request)
    if not kunci:
        return kerja()
    isi = sidik_permintaan(request)
    if (lama := _jawaban_lama(request, kunci, isi)) is not None:
        return lama
    if berkunci_sendiri:
        return _simpan(request, kunci, isi, kerja())
    try:
        with transaction.atomic():
            baris = KunciPermintaan.objects.create(pengguna=saya(request), kunci=kunci, isi=isi)
            jawaban = kerja()
            baris.status, baris.badan = jawaban.status_code, _teks(jawaban)
            baris.save(update_fields=["status", "badan"])
            return jawaban
    except IntegrityError:
        if (lama := _jawaban_lama(request, kunci, isi)) is not None:
            return lama
        raise


def _simpan(request: Request, kunci: str, isi: str, jawaban: Response) -> Response:
    """The first answer stays, also when a twin stored it a moment ago."""
    isian = {"isi": isi, "status": jawaban.status_code, "badan": _teks(jawaban)}
    KunciPermintaan.objects.get_or_create(pengguna=saya(request), kunci=kunci, defaults=isian)
    return _jawaban_lama(request, kunci, isi) or jawaban


def _jawaban_lama(request: Request, kunci: str, isi: str) -> Response | None:
    lama = KunciPermintaan.objects.filter(pengguna=saya(request), kunci=kunci).first()
    if lama is None:
        return None
    if lama.isi != isi:
        raise SudahBerubah(
            "Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru.",
            kode="kunci_terpakai",
        )
    return Response(json.loads(lama.badan or "null"), status=lama.status)


def sidik_permintaan(request: Request) -> str:
    """SHA-256 over method, address and body; files by their bytes and name."""
    hitung = hashlib.sha256(f"{request.method} {request.path}\n".encode())
    for nama, nilai in sorted(_pasangan(request.data), key=lambda p: p[0]):
        hitung.update(f"{nama}=".encode())
        if isinstance(nilai, UploadedFile):
            hitung.update(f"{nilai.name}:".encode())
            for potong in nilai.chunks():
                hitung.update(potong)
            nilai.seek(0)
        else:
            hitung.update(json.dumps(nilai, sort_keys=True, default=str).encode())
        hitung.update(b"\n")
    return hitung.hexdigest()


def _pasangan(data: Any) -> list[tuple[str, Any]]:
    """Form fields may repeat; JSON may be anything."""
    if hasattr(data, "lists"):
        return [(nama, satu) for nama, daftar in data.lists() for satu in daftar]
    return list(data.items()) if isinstance(data, Mapping) else [("", data)]


def _teks(jawaban: Response) -> str:
    """As text: a database's own JSON type would put the keys in another order."""
    return bytes(JSONRenderer().render(jawaban.data)).decode()


def bersihkan_kunci(subjek: str, klaim: Klaim) -> None:
    """Keys older than a week: by then nobody repeats a lost request."""
    with klaim.selesai():
        KunciPermintaan.objects.filter(dibuat_pada__lt=timezone.now() - MASA_KUNCI).delete()
