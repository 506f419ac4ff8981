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


class DaerahForm(forms.Form):
    """The region as its letters name it."""

    nama = _baris("Nama daerah", bantuan="Tanpa “Pemerintah”, misalnya: Provinsi Kepulauan Contoh.")
    jabatan_kepala = _baris(
        "Jabatan kepala daerah", bantuan="Seperti pada keputusan, misalnya: GUBERNUR KEPULAUAN CONTOH."
    )
    tempat = _baris("Tempat penetapan", 80, bantuan="Dicetak sebelum tanggal setiap naskah.")
    singkatan_bkpsdm = _baris(
        "Singkatan badan kepegawaian", 20, bantuan="Sama dengan singkatan unitnya, misalnya: BKPSDMD."
    )
    kanreg_bkn = _baris("Kepala kantor regional BKN", bantuan="Dituju oleh surat usul ke BKN.")


class KopForm(forms.Form):
    """What stands under the unit's name on its letters."""

    alamat = _baris("Alamat", 200, wajib=False, bantuan="Kosong: tempat penetapan daerah.")
    kontak = _baris("Telepon, laman, dan surel", 150, wajib=False)


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
