"""What data utama says and nobody types: derived from the person's validated rows (riwayat-layanan C.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docservice.pegawai.acuan import acuan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.golongan import jenis_golongan
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.kata import KOSONG, kata
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.models import Riwayat
from docservice.riwayat.pensiun import fakta_pensiun, pensiun
from docservice.umum.waktu import tanggal_panjang

MENINGGAL = frozenset({"2", "6"})
"""Causes of dismissal that are a death: *meninggal dunia*, *tewas*."""


@dataclass(frozen=True)
class Butir:
    """One derived value: ``nilai`` for machines (dates as ISO), ``kata`` for people."""

    nama: str
    label: str
    nilai: str | int | None
    kata: str


def profil(pegawai: Pegawai) -> list[Butir]:
    """In the order of SIASN's own page; what no row says yet is empty."""
    kode = jenis_golongan(pegawai)
    cari = (kode, "jabatan", "pendidikan", "kgb", "pasangan", "anak", "pemberhentian")
    semua: dict[str, list[Riwayat]] = {satu: [] for satu in cari}
    for baris in Riwayat.objects.milik(pegawai).tervalidasi().filter(jenis__in=cari).order_by("tmt", "pk"):
        semua[baris.jenis].append(baris)
    kini = {satu: paling_berlaku(baris, SEMUA[satu]) for satu, baris in semua.items()}
    henti = next((b for b in reversed(semua["pemberhentian"]) if b.data.get("jenis") in MENINGGAL), None)
    return [
        Butir("kedudukan_hukum", "Kedudukan hukum", pegawai.kedudukan_hukum, _kedudukan(pegawai)),
        _dari("gol_ruang_awal", "Golongan awal", next(iter(semua[kode]), None), "golongan"),
        _dari("gol_ruang_akhir", "Golongan sekarang", kini[kode], "golongan"),
        _tmt("tmt_gol_akhir", "TMT golongan", kini[kode]),
        *([] if kode != "golongan" else _masa_kerja(kini[kode])),
        _dari("gaji_pokok", "Gaji pokok menurut KGB", kini["kgb"], "gaji_baru"),
        _tmt("tmt_jabatan", "TMT jabatan", kini["jabatan"]),
        _dari("eselon", "Eselon", kini["jabatan"], "eselon"),
        _dari("jenjang", "Jenjang jabatan", kini["jabatan"], "jenjang"),
        _dari("tk_pendidikan", "Pendidikan terakhir", kini["pendidikan"], "tingkat"),
        _tahun("tahun_lulus", "Tahun lulus", kini["pendidikan"]),
        *_pensiun(pegawai),
        _jumlah("jumlah_istri_suami", "Istri atau suami", semua["pasangan"]),
        _jumlah("jumlah_anak", "Anak", semua["anak"]),
        Butir("status_hidup", "Status hidup", "meninggal" if henti else "hidup", _hidup(henti)),
    ]


def _kedudukan(pegawai: Pegawai) -> str:
    return acuan("kedudukanHukum").get(pegawai.kedudukan_hukum, pegawai.kedudukan_hukum)


def _dari(nama: str, label: str, baris: Riwayat | None, bidang: str) -> Butir:
    nilai = baris.data.get(bidang) if baris else None
    isian = SEMUA[baris.jenis].skema.base_fields.get(bidang) if baris else None
    return Butir(nama, label, nilai or None, kata(bidang, isian, nilai) if isian else KOSONG)


def _tmt(nama: str, label: str, baris: Riwayat | None) -> Butir:
    hari = baris.tmt if baris else None
    return Butir(nama, label, hari.isoformat() if hari else None, tanggal_panjang(hari) if hari else KOSONG)


def _masa_kerja(baris: Riwayat | None) -> list[Butir]:
    tahun, bulan = (baris.data.get(f"mk_golongan_{satu}") if baris else None for satu in ("tahun", "bulan"))
    if tahun is None:
        return [Butir("mk_golongan", "Masa kerja golongan", None, KOSONG)]
    return [Butir("mk_golongan", "Masa kerja golongan", f"{tahun}-{bulan or 0}", f"{tahun} tahun {bulan or 0} bulan")]


def _tahun(nama: str, label: str, baris: Riwayat | None) -> Butir:
    tahun = str(baris.data.get("sk_tanggal") or "")[:4] if baris else ""
    return Butir(nama, label, tahun or None, tahun or KOSONG)


def _pensiun(pegawai: Pegawai) -> list[Butir]:
    hasil, (bup, tmt) = pensiun(pegawai), fakta_pensiun(pegawai)
    return [
        Butir("bup_pensiun", "Batas usia pensiun (BUP)", hasil.bup, bup[1]),
        Butir("tmt_pensiun", "TMT pensiun", hasil.tmt.isoformat() if hasil.tmt else None, tmt[1]),
    ]


def _jumlah(nama: str, label: str, baris: list[Riwayat]) -> Butir:
    return Butir(nama, label, len(baris), str(len(baris)))


def _hidup(henti: Riwayat | None) -> str:
    if henti is None:
        return "Hidup"
    return f"Meninggal {tanggal_panjang(henti.tmt)}" if henti.tmt else "Meninggal"


def sebagai_data(butir: list[Butir]) -> dict[str, Any]:
    return {satu.nama: satu.nilai for satu in butir}
