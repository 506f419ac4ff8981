"""One walk and the people on it: who acts, what is carried along, what must hold."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.dokumen.actions import unggah
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import Basis
from docservice.peragaan.kantor import PEMOHON, Kantor
from docservice.verifikasi import actions as verifikasi

ADMINISTRATOR, KABID, KEPALA, SEKDA, ORANG_LAIN = 5, 4, 2, 1, 7


class Gagal(Exception):
    """A step did not end as it must."""


@dataclass
class Perjalanan:
    """What the walk carries from step to step."""

    kantor: Kantor
    isi: dict[str, Any] = field(default_factory=dict)

    def akun(self, nomor: int) -> Pengguna:
        return Pengguna.objects.get(pk=self.kantor.pengguna(nomor).pk)

    @property
    def pemohon(self) -> Pengguna:
        return self.akun(PEMOHON)

    def pastikan(self, benar: object, sebab: str) -> None:
        if not benar:
            raise Gagal(sebab)


def unggah_sebagai_pemohon(
    j: Perjalanan, kode: str, isi: bytes, nama: str, minor: str = "", lama: Dokumen | None = None
) -> Dokumen:
    """Bytes durable when acknowledged (Law 1)."""
    versi = unggah(
        by=j.pemohon,
        pegawai=j.kantor.orang[PEMOHON],
        jenis=JenisDokumen.objects.get(pk=kode),
        minor=minor,
        berkas=io.BytesIO(isi),
        nama_berkas=nama,
        dokumen=lama,
    )
    j.pastikan(gudang.masuk().exists(versi.sha256), "bytes belum tersimpan saat diakui")
    return versi.dokumen


def verifikasi_asli(j: Perjalanan, petugas: Pengguna, dokumen: Dokumen) -> None:
    """Every page seen beside the paper original."""
    versi = dokumen.versi_terkini
    halaman = list(range(1, versi.jumlah_halaman + 1))
    verifikasi.verifikasi(by=petugas, dokumen=dokumen, basis=Basis.ASLI, halaman_dilihat=halaman, sha256=versi.sha256)
