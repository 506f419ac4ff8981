"""A career for each of them: ranks every four years, a post, a degree, two appraisals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat

GOLONGAN = ("III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")
BERSELANG = 4
"""Years between two promotions."""


def buat_riwayat(orang: list[Pegawai]) -> int:
    petugas = Pengguna.objects.order_by("pk").first()
    assert petugas is not None
    kini = timezone.now()
    baris = [
        Riwayat(
            pegawai=satu,
            jenis=jenis,
            tmt=tmt,
            data={**data, "sk_nomor": f"823/{satu.pk}/{tmt.year}", "sk_tanggal": tmt.isoformat()},
            sumber=Riwayat.Sumber.AWAL,
            status=StatusRiwayat.TERVALIDASI,
            dibuat_oleh=petugas,
            divalidasi_oleh=petugas,
            divalidasi_pada=kini,
        )
        for satu in orang
        for jenis, tmt, data in _baris(satu)
    ]
    return len(Riwayat.objects.bulk_create(baris, batch_size=2000))


def _baris(satu: Pegawai) -> Iterator[tuple[str, date, dict[str, Any]]]:
    masuk, tahun = satu.tmt_cpns, timezone.localdate().year
    assert masuk is not None
    for n, golongan in enumerate(GOLONGAN):
        tmt = masuk.replace(year=masuk.year + BERSELANG * n)
        if tmt.year >= tahun:
            break
        isi = {"golongan": golongan, "jenis_kp": "101", "mk_golongan_tahun": BERSELANG * n, "mk_golongan_bulan": 0}
        yield "golongan", tmt, {**isi, "tmt_golongan": tmt.isoformat(), "pejabat_penetap": "Gubernur"}
    for tahunan in (tahun - 2, tahun - 1):
        tmt = date(tahunan, 12, 31)
        isi = {"tahun": tahunan, "hasil_kinerja": "2", "perilaku_kerja": "2", "penilai_nama": "Atasan langsung"}
        yield "kinerja", tmt, {**isi, "predikat": "Baik", "tmt": tmt.isoformat()}
