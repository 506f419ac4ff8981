"""Validated rows, and what would be said of another beside them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from docservice.pegawai.models import Pegawai
from docservice.riwayat import actions
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.riwayat.contoh import CONTOH


def baris(pegawai: Pegawai, kode: str, **ubah: Any) -> Riwayat:
    """A validated row: the sample of its kind with *ubah*."""
    bersih = actions.periksa_isian(kode, CONTOH[kode][0] | ubah)
    assert pegawai.pengguna is not None
    return Riwayat.objects.create(
        pegawai=pegawai,
        jenis=kode,
        tmt=bersih[SEMUA[kode].bidang_tmt],
        data=baku(bersih),
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=pegawai.pengguna,
        divalidasi_pada=timezone.now(),
    )


def kata(pegawai: Pegawai, kode: str, **ubah: Any) -> str:
    return " ".join(peringatan(pegawai, kode, actions.periksa_isian(kode, CONTOH[kode][0] | ubah)))
