"""Daftar riwayat hidup (BABEL 14(2)b): validated rows only, as a page and as a file ready to be signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.utils import timezone

import templates_sk
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.naskah.gaya import gaya
from docservice.naskah.kop import kop_surat
from docservice.naskah.models import jenis_berlaku
from docservice.pegawai.models import Daerah, Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat.golongan import golongan_berlaku, jenis_golongan
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.data_utama import DATA_UTAMA
from docservice.riwayat.kata import kata
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import BelumLengkap

JENIS = "daftar_riwayat_hidup"
PEJABAT = (Peran.FASILITATOR, Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
BAGIAN = (
    "pendidikan",
    "diklat",
    "kursus",
    "golongan",
    "kontrak_pppk",
    "jabatan",
    "penghargaan",
    "pasangan",
    "anak",
    "orang_tua",
)
Bentuk = Callable[[dict[str, Any]], dict[str, Any] | None]
TIDAK_LENGKAP = "Yang belum tervalidasi: {}. Lengkapi dahulu, lalu unduh lagi."


def ambil_untuk_drh(pengguna: Pengguna, nip: str) -> Pegawai:
    """Oneself, the fasilitator of the unit, the personnel agency; to others it does not exist."""
    pegawai = ambil_pegawai(pengguna, nip)
    if pegawai.pengguna_id != pengguna.pk and not pengguna.berperan(*PEJABAT):
        raise Http404
    return pegawai


@dataclass(frozen=True)
class Drh:
    """``bagian``: kind → its validated rows, oldest first."""

    pegawai: Pegawai
    bagian: dict[str, list[Riwayat]]

    @classmethod
    def dari(cls, pegawai: Pegawai) -> Drh:
        sah = Riwayat.objects.milik(pegawai).tervalidasi().filter(jenis__in=(*BAGIAN, DATA_UTAMA.kode))
        urut = list(sah.order_by("tmt", "pk"))
        return cls(pegawai, {kode: [b for b in urut if b.jenis == kode] for kode in (*BAGIAN, DATA_UTAMA.kode)})

    def tampil(self) -> list[tuple[str, list[Riwayat]]]:
        return [(SEMUA[kode].nama, self.bagian[kode]) for kode in BAGIAN if self.bagian[kode]]

    def kurang(self) -> list[str]:
        """What the form of BKN cannot do without."""
        wajib = (jenis_golongan(self.pegawai), "pendidikan")
        return [SEMUA[kode].sebutan for kode in wajib if paling_berlaku(self.bagian[kode], SEMUA[kode]) is None]

    def pdf(self, tanggal: date | None = None) -> bytes:
        """Raises :class:`BelumLengkap` with what is missing."""
        if kurang := self.kurang():
            raise BelumLengkap(TIDAK_LENGKAP.format(", ".join(kurang)))
        try:
            isi = self._isi(tanggal or timezone.localdate())
            return templates_sk.render(jenis_berlaku(JENIS), isi, gaya=gaya()).pdf
        except templates_sk.DataError as salah:
            raise BelumLengkap(TIDAK_LENGKAP.format(", ".join(e.message for e in salah.errors))) from None

    def _isi(self, tanggal: date) -> dict[str, Any]:
        pegawai, daerah = self.pegawai, Daerah.ini()
        return {
            "kop": kop_surat(pegawai.unit),
            "nomor": f"800.1.13.1/{pegawai.pk:05d}/DRH/{tanggal.year}",
            "tanggal": tanggal.isoformat(),
            "tempat": daerah.tempat,
            "nama": pegawai.nama_lengkap,
            "nip": pegawai.nip,
            "golongan": golongan_berlaku(pegawai),
            "jabatan": pegawai.jabatan,
            "unit_kerja": pegawai.unit.nama,
            "tempat_lahir": pegawai.tempat_lahir,
            "tanggal_lahir": pegawai.tanggal_lahir.isoformat(),
            "jenis_kelamin": pegawai.get_jenis_kelamin_display(),
            "penanda_tangan": {
                "jabatan": pegawai.jabatan,
                "nama": pegawai.nama_lengkap,
                "nip": pegawai.nip,
                "cetak_nip": True,
            },
            **self._data_utama(),
            **self._daftar(),
        }

    def _daftar(self) -> dict[str, list[dict[str, Any]]]:
        hasil: dict[str, list[dict[str, Any]]] = {bagian: [] for bagian, _, _ in _DAFTAR}
        for bagian, kode, bentuk in _DAFTAR:
            hasil[bagian] += [isi for baris in self.bagian[kode] if (isi := bentuk(baris.data)) is not None]
        return hasil

    def _data_utama(self) -> dict[str, Any]:
        if not self.bagian[DATA_UTAMA.kode]:
            return {}
        data, isian = self.bagian[DATA_UTAMA.kode][-1].data, DATA_UTAMA.skema.base_fields
        pilihan = {n: kata(n, isian[n], data[n]) for n in ("agama", "status_kawin") if data.get(n)}
        return {"alamat": data["alamat"], **pilihan}


def _pendidikan(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "tingkat": _kata("pendidikan", "tingkat", data)[:60],
        "lembaga": data["nama_sekolah"],
        "jurusan": data.get("program_studi", "")[:60],
        "tahun": _tahun(data["sk_tanggal"]),
    }


def _diklat(data: dict[str, Any]) -> dict[str, Any]:
    nama = _kata("diklat", "latihan", data)
    return {"nama": nama, "tahun": _tahun(data["selesai"]), "jp": data.get("jumlah_jam") or 0}


def _kursus(data: dict[str, Any]) -> dict[str, Any]:
    return {"nama": data["nama_kursus"], "tahun": _tahun(data["selesai"]), "jp": data["jumlah_jp"]}


def _golongan(data: dict[str, Any]) -> dict[str, Any]:
    return {"golongan": data["golongan"], "tmt": data["tmt_golongan"], **_sk(data)}


def _kontrak(data: dict[str, Any]) -> dict[str, Any]:
    """A PPPK's golongan stands in the contract, which has a first day and no rank."""
    return {"golongan": data["golongan"], "tmt": data["mulai"], "nomor": data["nomor"][:45]}


def _jabatan(data: dict[str, Any]) -> dict[str, Any]:
    return {"jabatan": data["nama_jabatan"], "tmt": data["tmt_jabatan"], **_sk(data)}


def _sk(data: dict[str, Any]) -> dict[str, Any]:
    return {"nomor": data["sk_nomor"][:45], "tanggal": data["sk_tanggal"]}


def _penghargaan(data: dict[str, Any]) -> dict[str, Any]:
    nama = data.get("nama_lain") or _kata("penghargaan", "harga", data)
    return {"nama": nama, "tahun": _tahun(data["sk_tanggal"]), "pemberi": data["pemberi"]}


def _anggota(hubungan: Callable[[dict[str, Any]], str]) -> Bentuk:
    """Relatives whose birth is not on record cannot stand in BKN's form."""

    def bentuk(data: dict[str, Any]) -> dict[str, Any] | None:
        if not (data.get("tempat_lahir") and data.get("tgl_lahir")):
            return None
        lahir = {"tempat_lahir": data["tempat_lahir"], "tanggal_lahir": data["tgl_lahir"]}
        return {"nama": data["nama"], "hubungan": hubungan(data), **lahir}

    return bentuk


def _kata(jenis: str, nama: str, data: dict[str, Any]) -> str:
    return kata(nama, SEMUA[jenis].skema.base_fields[nama], data.get(nama))


def _tahun(tanggal: str) -> int:
    return int(str(tanggal)[:4])


_DAFTAR: tuple[tuple[str, str, Bentuk], ...] = (
    ("pendidikan", "pendidikan", _pendidikan),
    ("pelatihan", "diklat", _diklat),
    ("pelatihan", "kursus", _kursus),
    ("kepangkatan", "golongan", _golongan),
    ("kepangkatan", "kontrak_pppk", _kontrak),
    ("riwayat_jabatan", "jabatan", _jabatan),
    ("penghargaan", "penghargaan", _penghargaan),
    ("keluarga", "pasangan", _anggota(lambda data: "Suami/istri")),
    ("keluarga", "anak", _anggota(lambda data: "Anak")),
    ("keluarga", "orang_tua", _anggota(lambda data: _kata("orang_tua", "hubungan", data))),
)
"""Part of the form, kind of riwayat, how a row becomes a line."""
