"""A person with everything a promotion needs, and a request in any state."""

from __future__ import annotations

from datetime import date
from typing import Any

from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan import actions
from docservice.layanan.katalog import periksa
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.riwayat.alat import berkas

BERKAS = (("SK_CPNS", ""), ("SK_PNS", ""), ("EKIN", "2024"), ("EKIN", "2025"), ("KARPEG", ""))


def kp() -> Layanan:
    return Layanan.objects.get(pk="l")


def hasil(kantor: KantorUji, nomor: int) -> Pemeriksaan:
    return periksa(kp(), kantor.orang(nomor))


def berpangkat(kantor: KantorUji, nomor: int, golongan: str, tmt: date, **lain: Any) -> Riwayat:
    """A validated rank row."""
    data = {"golongan": golongan, "mk_golongan_tahun": 0, "mk_golongan_bulan": 0, "sk_nomor": "823/1"}
    return Riwayat.objects.create(
        pegawai=kantor.orang(nomor),
        jenis="golongan",
        tmt=tmt,
        data={**data, "tmt_golongan": tmt.isoformat(), **lain},
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=kantor.akun(5),
        divalidasi_oleh=kantor.akun(5),
        divalidasi_pada="2026-01-05T00:00:00Z",
    )


def lengkapi(kantor: KantorUji, nomor: int = 13, *, kecuali: str = "", **lain: Any) -> list[Dokumen]:
    """Verified papers for every slot, except kind *kecuali*; for the walker also his rank row."""
    if nomor == 13:
        berpangkat(kantor, 13, "III/a", date(2022, 2, 1))
    isi = {"status": StatusDokumen.TERVERIFIKASI, **lain}
    return [berkas(kantor, nomor, kode, minor=minor, **isi) for kode, minor in BERKAS if kode != kecuali]


def mohon(kantor: KantorUji, nomor: int = 13, **lain: Any) -> Permohonan:
    isi: dict[str, Any] = {"by": kantor.akun(nomor), "layanan": kp(), "pegawai": kantor.orang(nomor)}
    return actions.ajukan(**{**isi, "pernyataan": True, **lain})


def permohonan(kantor: KantorUji, status: str) -> Permohonan:
    """The walker's request, moved to *status* by hand."""
    lengkapi(kantor)
    satu = mohon(kantor)
    Permohonan.objects.filter(pk=satu.pk).update(status=status)
    return Permohonan.objects.get(pk=satu.pk)
