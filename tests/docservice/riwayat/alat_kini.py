"""Rows of person 13 on the administrator's desk, and validated."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat import actions
from docservice.riwayat.models import Riwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.riwayat.contoh import CONTOH

ADMINISTRATOR_LAIN = 6
KEMARIN, LUSA = (timezone.localdate() + timedelta(days=n) for n in (-1, 2))


def terverifikasi(kantor: KantorUji, kode: str, bukti: str, /, **ubah: Any) -> Riwayat:
    """A proposal of person 13 on its administrator's desk."""
    lain = ubah.pop("lain", {})
    data = CONTOH[kode][0] | ubah
    satu = ajukan(kantor, PEMILIK, jenis=kode, data=data, bukti=[berkas(kantor, PEMILIK, bukti)], **lain)
    Dokumen.objects.filter(bukti_riwayat__riwayat=satu).update(status=StatusDokumen.TERVERIFIKASI, basis="asli")
    return actions.verifikasi(by=kantor.akun(FASILITATOR), riwayat=satu)


def validasi(kantor: KantorUji, satu: Riwayat) -> Pegawai:
    actions.validasi(by=kantor.akun(ADMINISTRATOR), riwayat=satu)
    return kantor.orang(PEMILIK)
