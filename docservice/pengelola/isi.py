"""Data of what this room has drawn: the decree's annex, the pledge, the statement that lifts a freeze."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.naskah.kop import kop_surat
from docservice.naskah.nomor import nomor_bertitik
from docservice.pegawai.models import Daerah, Pegawai, UnitKerja
from docservice.pengelola.models import Pembekuan, Pengangkatan
from docservice.riwayat.golongan import golongan_berlaku, jenis_golongan
from docservice.riwayat.jenis import SEMUA
from docservice.umum.errors import BelumLengkap


def sk_pengelola(pengangkatan: Sequence[Pengangkatan], mulai: date) -> dict[str, Any]:
    """The decree's draft: number, day and signature are the governor's."""
    daerah = Daerah.ini()
    return {
        "kepala": daerah.jabatan_kepala,
        "tempat": daerah.tempat,
        "mulai": mulai.isoformat(),
        "daftar": [
            {
                "nama": satu.pegawai.nama_lengkap,
                "nip": satu.pegawai.nip,
                "jabatan": satu.pegawai.jabatan,
                "unit_kerja": satu.pegawai.unit.nama,
                "peran": satu.get_peran_display(),
                "lingkup": satu.unit.nama if satu.unit else "Seluruh perangkat daerah",
            }
            for satu in pengangkatan
        ],
        "penanda_tangan": {"jabatan": daerah.jabatan_kepala, "nama": "……"},
        "tembusan": ["Inspektur Daerah", "Kepala perangkat daerah yang bersangkutan"],
    }


def pakta(pegawai: Pegawai, peran: str, sebutan: str, hari: date, sampai: date) -> dict[str, Any]:
    return {
        **_surat("pakta_integritas", pegawai, sebutan, hari),
        "peran": "administrator" if peran == Peran.ADMINISTRATOR else "fasilitator",
        "berlaku_sampai": sampai.isoformat(),
    }


def kesanggupan(pegawai: Pegawai, pembekuan: Pembekuan, hari: date) -> dict[str, Any]:
    """Who "knows of it" is the head of the office as the roles name them on that day."""
    kepala = kepala_unit(pembekuan.unit)
    if kepala is None:
        raise BelumLengkap(
            f"Peran Kepala Perangkat Daerah untuk {pembekuan.unit.nama} belum diberikan. Hubungi administrator."
        )
    return {
        **_surat("surat_kesanggupan_fasilitator", pegawai, pembekuan.penugasan.label, hari),
        "dibekukan": pembekuan.dari.isoformat(),
        "mengetahui": {"jabatan": kepala.jabatan, "nama": kepala.nama_lengkap, "nip": kepala.nip, "cetak_nip": True},
    }


def kepala_unit(unit: UnitKerja) -> Pegawai | None:
    """The nearest head above the unit."""
    kepala = Penugasan.objects.berlaku().filter(peran=Peran.KEPALA_PD, unit__in=unit.leluhur)
    satu = kepala.select_related("pengguna__pegawai").order_by("-unit__jalur").first()
    return getattr(satu.pengguna, "pegawai", None) if satu else None


def _surat(jenis: str, pegawai: Pegawai, sebutan: str, hari: date) -> dict[str, Any]:
    """What both letters carry; number and date are given when they are signed."""
    return {
        "kop": kop_surat(pegawai.unit),
        "nomor_draf": nomor_bertitik(jenis, hari),
        "tempat": Daerah.ini().tempat,
        "nama": pegawai.nama_lengkap,
        "nip": pegawai.nip,
        "golongan": _golongan(pegawai),
        "jabatan": pegawai.jabatan,
        "unit_kerja": pegawai.unit.nama,
        "penanda_tangan": {"jabatan": sebutan, "nama": pegawai.nama_lengkap, "nip": pegawai.nip, "cetak_nip": True},
    }


def _golongan(pegawai: Pegawai) -> str:
    if golongan := golongan_berlaku(pegawai):
        return golongan
    nama = SEMUA[jenis_golongan(pegawai)].sebutan
    raise BelumLengkap(f"Riwayat {nama} Anda belum tervalidasi. Usulkan dulu riwayat itu.")
