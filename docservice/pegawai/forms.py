"""Forms on people and units."""

from __future__ import annotations

from django import forms

from docservice.pegawai.pilihan import UnitField
from docservice.umum.fields import TanggalField


def _baris(label: str, panjang: int = 120, *, wajib: bool = True, bantuan: str = "") -> forms.CharField:
    pesan = {"required": f"{label} belum diisi.", "max_length": f"{label} paling panjang {panjang} huruf."}
    return forms.CharField(label=label, max_length=panjang, required=wajib, help_text=bantuan, error_messages=pesan)


class PindahForm(forms.Form):
    """Where to, from when, on what decree."""

    unit = UnitField("Unit tujuan")
    jabatan = _baris("Jabatan baru", 150, wajib=False, bantuan="Kosongkan bila jabatannya tetap.")
    tmt = TanggalField(label="TMT", help_text="Hari ini, sebelumnya, atau hari yang akan datang.")
    sk_nomor = _baris("Nomor SK")
    sk_tanggal = TanggalField(label="Tanggal SK")


class AlasanForm(forms.Form):
    """Why an account is closed or opened again."""

    alasan = _baris("Alasan", 300)


class DasarForm(forms.Form):
    """What every change of a unit rests on."""

    sejak = TanggalField(label="Berlaku sejak", help_text="Hari ini atau sebelumnya.")
    dasar_nomor = _baris("Dasar hukum", bantuan="Misalnya: Pergub 7 Tahun 2026.")
    dasar_tanggal = TanggalField(label="Tanggal dasar hukum")


class NamaForm(DasarForm):
    nama = _baris("Nama unit", 200)
    singkatan = _baris("Singkatan", 40, wajib=False)
    field_order: tuple[str, ...] = ("nama", "singkatan", "sejak", "dasar_nomor", "dasar_tanggal")


class BaruForm(NamaForm):
    induk = UnitField("Unit induk")
    field_order = ("nama", "singkatan", "induk", "sejak", "dasar_nomor", "dasar_tanggal")


class IndukForm(DasarForm):
    induk = UnitField("Unit induk")
    field_order = ("induk", "sejak", "dasar_nomor", "dasar_tanggal")


class TutupForm(DasarForm):
    penerus = UnitField(
        "Unit penerus", wajib=False, bantuan="Menerima pegawai dan unit di bawahnya. Kosong bila unit ini kosong."
    )
    field_order = ("penerus", "sejak", "dasar_nomor", "dasar_tanggal")
