"""Verbs on the days off: taken over from the decision of the year, or withdrawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.aturan.permissions import check_may_atur
from docservice.audit.jurnal import catat
from docservice.pegawai.models import HariLibur
from docservice.pegawai.models_libur import hari_libur, lupakan_libur
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from docservice.umum.fields import baca_tanggal
from docservice.umum.kalimat import oleh_pada
from docservice.umum.waktu import tanggal_panjang

DATA = Path(__file__).parent / "data"
BULAN_KEPUTUSAN = 11
"""The decision on the next year is out by then."""
PALING_BANYAK = 100
BEDA_TAHUN = 3


@dataclass(frozen=True)
class Libur:
    tanggal: date
    nama: str
    jenis: str = HariLibur.Jenis.NASIONAL


def baca_daftar(teks: str) -> list[Libur]:
    """One line per day: ``1 Januari 2026; Tahun Baru``, with ``; cuti bersama`` behind it where it is that.

    Raises :class:`IsianSalah` naming every line that cannot be read.
    """
    baris, keliru = [], []
    for nomor, satu in enumerate(teks.splitlines(), 1):
        if not satu.strip():
            continue
        bagian = [b.strip() for b in re.split(r"[;\t]", satu)]
        hari = baca_tanggal(bagian[0])
        if hari is None:
            keliru.append(f"Baris {nomor}: tanggal “{bagian[0][:30]}” tidak dikenal.")
        elif len(bagian) < 2 or not bagian[1]:
            keliru.append(f"Baris {nomor}: nama harinya belum ditulis sesudah titik koma.")
        elif bagian[2:] and bagian[2].lower() != "cuti bersama":
            keliru.append(f"Baris {nomor}: bagian ketiga hanya boleh “cuti bersama”.")
        else:
            baris.append(Libur(hari, bagian[1], JENIS[bool(bagian[2:])]))
    if keliru:
        raise IsianSalah("Ada baris yang tidak dapat dibaca.", isian={"daftar": " ".join(keliru[:5])})
    return baris


JENIS = {False: HariLibur.Jenis.NASIONAL, True: HariLibur.Jenis.CUTI_BERSAMA}


def keputusan_bawaan(tahun: int) -> dict[str, Any]:
    """The ministers' decision on *tahun* as this service ships it, for an administrator to compare and take over.

    Nothing counts before that: in the middle of a year the ministers change their mind. Empty where we have none.
    """
    berkas = DATA / f"libur_{tahun}.txt"
    if not berkas.exists():
        return {}
    nomor, tanggal, daftar = berkas.read_text().split("\n", 2)
    return {"keputusan_nomor": nomor, "keputusan_tanggal": date.fromisoformat(tanggal), "daftar": daftar.strip()}


def tahun_tanpa_libur() -> list[int]:
    """Years of which no day off is on record: this one, and the next once its decision is due."""
    hari_ini = timezone.localdate()
    perlu = [hari_ini.year, hari_ini.year + 1] if hari_ini.month >= BULAN_KEPUTUSAN else [hari_ini.year]
    ada = {hari.year for hari in hari_libur()}
    return [tahun for tahun in perlu if tahun not in ada]


@transaction.atomic
def catat_libur(
    *, by: Pengguna, daftar: Sequence[Libur], keputusan_nomor: str, keputusan_tanggal: date
) -> list[HariLibur]:
    """All or none; what stands there already in the same words is left alone, so a list may be sent again."""
    check_may_atur(by)
    ada = {satu.tanggal: satu for satu in HariLibur.objects.select_for_update().filter(dicabut_pada=None)}
    if salah := _keliru(daftar, ada, keputusan_nomor, keputusan_tanggal):
        raise IsianSalah.pada(salah)
    baru = [
        HariLibur.objects.create(
            tanggal=satu.tanggal,
            nama=satu.nama[:150],
            jenis=satu.jenis,
            keputusan_nomor=keputusan_nomor.strip(),
            keputusan_tanggal=keputusan_tanggal,
            dicatat_oleh=by,
        )
        for satu in daftar
        if satu.tanggal not in ada
    ]
    for libur in baru:
        catat("libur.dicatat", by=by, objek=libur, tanggal=libur.tanggal.isoformat(), jenis=libur.jenis)
    transaction.on_commit(lupakan_libur)
    return baru


def _keliru(daftar: Sequence[Libur], ada: dict[date, HariLibur], nomor: str, tanggal: date) -> dict[str, str]:
    salah, hari_ini = {}, timezone.localdate()
    hari = [satu.tanggal for satu in daftar]
    lain = [satu for satu in daftar if (lama := ada.get(satu.tanggal)) and (lama.nama, lama.jenis) != _isi(satu)]
    if not 0 < len(daftar) <= PALING_BANYAK:
        salah["daftar"] = f"Tulis paling sedikit satu dan paling banyak {PALING_BANYAK} hari, satu baris satu hari."
    elif len(set(hari)) < len(hari):
        salah["daftar"] = "Ada tanggal yang tertulis dua kali."
    elif jauh := [h for h in hari if abs(h.year - hari_ini.year) > BEDA_TAHUN]:
        salah["daftar"] = f"{tanggal_panjang(jauh[0])} terlalu jauh dari tahun ini. Periksa tahunnya."
    elif lain:
        salah["daftar"] = f"{tanggal_panjang(lain[0].tanggal)} sudah tercatat dengan nama lain. Cabut dahulu yang itu."
    if not nomor.strip():
        salah["keputusan_nomor"] = "Nomor keputusan bersamanya belum diisi."
    if tanggal > hari_ini:
        salah["keputusan_tanggal"] = "Tanggal keputusan tidak boleh sesudah hari ini."
    return salah


def _isi(satu: Libur) -> tuple[str, str]:
    return satu.nama[:150], satu.jenis


@transaction.atomic
def cabut_libur(*, by: Pengguna, libur: HariLibur, alasan: str) -> HariLibur:
    """A working day again, for every clock from now on; deadlines that were told stay as they were told."""
    check_may_atur(by)
    satu = HariLibur.objects.select_for_update().get(pk=libur.pk)
    if satu.dicabut_pada:
        raise SudahBerubah(f"Hari libur ini sudah dicabut {oleh_pada(satu.dicabut_oleh, satu.dicabut_pada)}.")
    if not alasan.strip():
        raise BelumLengkap("Tulis mengapa hari ini bukan hari libur.", isian={"alasan": "Alasan belum diisi."})
    satu.dicabut_oleh, satu.dicabut_pada, satu.alasan = by, timezone.now(), alasan.strip()[:300]
    satu.save()
    catat("libur.dicabut", by=by, objek=satu, tanggal=satu.tanggal.isoformat())
    transaction.on_commit(lupakan_libur)
    return satu
