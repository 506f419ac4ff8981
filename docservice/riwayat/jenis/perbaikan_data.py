"""Correction of the fixed data of a person (riwayat-layanan C.1, D.u "perbaikan data"): name, birth, standing.

BKN keeps these; here they change only by a proposal with evidence that was verified and validated like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.pegawai.acuan import acuan
from docservice.pegawai.pindah import kabarkan_unit_lain
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih, tanggal, teks
from docservice.riwayat.jenis.keluarga import KELAMIN, KELAMIN_BKN

KOSONGKAN = "-"
SETRIP = "Tulis - bila seharusnya kosong."
ASN = {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK"}
TANGGAL = ("tanggal_lahir", "tmt_cpns")


class IsianPerbaikan(forms.Form):
    """Beside the reason only what is to be corrected is filled in; a dash empties a title."""

    alasan = teks("Alasan perbaikan", 200)
    nama = teks("Nama tanpa gelar", 120, wajib=False, bkn="nama")
    gelar_depan = teks("Gelar di depan nama", 40, wajib=False, bantuan=SETRIP, bkn="gelar_depan")
    gelar_belakang = teks("Gelar di belakang nama", 60, wajib=False, bantuan=SETRIP, bkn="gelar_belakang")
    tempat_lahir = teks("Tempat lahir", 80, wajib=False, bkn="tempat_lahir_nama")
    tanggal_lahir = tanggal("Tanggal lahir", wajib=False, lampau=True, bkn="tgl_lahir")
    jenis_kelamin = pilih("Jenis kelamin", KELAMIN, wajib=False, bkn="jenis_kelamin", kode=KELAMIN_BKN)
    jenis_asn = pilih("Jenis ASN", ASN, wajib=False, bkn="status_cpns_pns", kode={"PNS": "P", "CPNS": "C"})
    kedudukan_hukum = pilih(
        "Kedudukan hukum", acuan("kedudukanHukum"), wajib=False, bkn="kedudukan_hukum_id", tabel="kedudukanHukum"
    )
    tmt_cpns = tanggal("TMT CPNS", wajib=False, bkn="tmt_cpns")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(nilai for nama, nilai in data.items() if nama != "alasan"):
            self.add_error("nama", "Isi paling sedikit satu hal yang perlu diperbaiki.")
        return {**data, "sejak": timezone.localdate()}


DIPERBAIKI = tuple(nama for nama in IsianPerbaikan.base_fields if nama != "alasan")


def terapkan(pegawai: Any, data: Mapping[str, Any]) -> None:
    """The validated correction becomes the person's data; the caller holds the transaction."""
    isi = {nama: nilai for nama, nilai in data.items() if nilai and nama in DIPERBAIKI}
    for nama, nilai in isi.items():
        kosong = nilai == KOSONGKAN and nama.startswith("gelar")
        setattr(pegawai, nama, "" if kosong else date.fromisoformat(nilai) if nama in TANGGAL else nilai)
    pegawai.save(update_fields=list(isi))
    if "nama" in isi:
        Pengguna.objects.filter(pk=pegawai.pengguna_id).update(nama=pegawai.nama)
    kabarkan_unit_lain([pegawai.pk])  # the index holds the name


def turunan(data: Mapping[str, Any]) -> dict[str, str]:
    """The standing it corrected holds until a later row names another; the rest was applied once."""
    return {"kedudukan_hukum": data["kedudukan_hukum"]} if data.get("kedudukan_hukum") else {}


def ringkas(data: Mapping[str, Any]) -> str:
    return ", ".join(str(IsianPerbaikan.base_fields[nama].label) for nama in DIPERBAIKI if data.get(nama))


PERBAIKAN_DATA = JenisRiwayat(
    kode="perbaikan_data",
    nama="Perbaikan data induk",
    kelompok=Kelompok.LAIN,
    skema=IsianPerbaikan,
    bidang_tmt="sejak",
    bukti_wajib=(("KTP", "KK", "AKTA_LAHIR", "IJAZAH", "SK_GELAR", "SK_CPNS", "SK_PNS", "SK_PPPK"),),
    ringkas=ringkas,
    kata_tmt="Diusulkan",
    banyak=True,
    ditawarkan=False,
    terapkan=terapkan,
    bobot=lambda data: bool(data.get("kedudukan_hukum")),
    turunan=turunan,
)
