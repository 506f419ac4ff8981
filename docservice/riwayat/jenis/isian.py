"""Fields as every kind's form uses them: label, limits, and the sentence when something is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone

from docservice.riwayat.jenis.tanda import Ciri, tandai
from docservice.riwayat.sandi import buka, segel, tersegel
from docservice.umum.fields import TanggalField

YA_TIDAK = {"1": "Ya", "0": "Tidak"}
LAINNYA = "Isian lain yang jarang ada"


def _perlu(wajib: bool, ciri: Ciri) -> bool:
    """A field that is folded away can stay empty."""
    return wajib and not ciri.get("rinci")


def teks(
    label: str, panjang: int = 120, *, wajib: bool = True, bantuan: str = "", **ciri: Unpack[Ciri]
) -> forms.CharField:
    """One line of text, trimmed, at most *panjang* letters."""
    pesan = {"required": f"{label} belum diisi.", "max_length": f"{label} paling panjang {panjang} huruf."}
    isian = forms.CharField(
        label=label, max_length=panjang, required=_perlu(wajib, ciri), help_text=bantuan, error_messages=pesan
    )
    return tandai(isian, **ciri)


def bilangan(
    label: str,
    paling_kecil: int,
    paling_besar: int,
    *,
    wajib: bool = True,
    bantuan: str = "",
    awal: int | None = None,
    **ciri: Unpack[Ciri],
) -> forms.IntegerField:
    rentang = f"{label} harus antara {paling_kecil} dan {paling_besar}."
    pesan = {"required": f"{label} belum diisi.", "invalid": f"{label} harus berupa bilangan bulat."}
    isian = forms.IntegerField(
        label=label,
        min_value=paling_kecil,
        max_value=paling_besar,
        required=_perlu(wajib, ciri),
        help_text=bantuan,
        initial=awal,
        error_messages=pesan | {"min_value": rentang, "max_value": rentang},
    )
    return tandai(isian, **ciri)


def nilai(
    label: str, paling_besar: int, *, wajib: bool = True, bantuan: str = "", **ciri: Unpack[Ciri]
) -> forms.DecimalField:
    """A score from 0 with up to three decimals; a comma is read as the decimal point."""
    rentang = f"{label} harus antara 0 dan {paling_besar}."
    pesan = {"required": f"{label} belum diisi.", "invalid": f"{label} harus berupa angka, misalnya 12,5."}
    isian = NilaiField(
        label=label,
        min_value=0,
        max_value=paling_besar,
        max_digits=7,
        decimal_places=3,
        required=_perlu(wajib, ciri),
        help_text=bantuan,
        error_messages=pesan | {"min_value": rentang, "max_value": rentang},
    )
    return tandai(isian, **ciri)


class NilaiField(forms.DecimalField):
    """A number field of the browser would refuse the comma of *12,5*."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return str(value).replace(".", ",") if value not in (None, "") else value


def pilih(
    label: str,
    pilihan: Mapping[str, str],
    *,
    wajib: bool = True,
    bantuan: str = "",
    awal: str | None = None,
    **ciri: Unpack[Ciri],
) -> forms.ChoiceField:
    """One of *pilihan*: code (BKN's id where there is one) → word."""
    pesan = {"required": f"{label} belum dipilih.", "invalid_choice": f"Pilih {label.lower()} dari daftar."}
    kosong = "Pilih ya atau tidak" if pilihan is YA_TIDAK else f"Pilih {label[0].lower()}{label[1:]}"
    isi = [("", kosong), *pilihan.items()]
    isian = forms.ChoiceField(
        label=label, choices=isi, required=_perlu(wajib, ciri), help_text=bantuan, error_messages=pesan, initial=awal
    )
    return tandai(isian, **ciri)


def tanggal(
    label: str, *, wajib: bool = True, bantuan: str = "", lampau: bool = False, **ciri: Unpack[Ciri]
) -> TanggalField:
    """A date; *lampau*: not after today."""
    periksa = [_lampau(label)] if lampau else []
    pesan = {"required": f"{label} belum diisi."}
    isian = TanggalField(
        label=label, required=_perlu(wajib, ciri), help_text=bantuan, error_messages=pesan, validators=periksa
    )
    return tandai(isian, **ciri)


def berpola(
    label: str, pola: str, pesan: str, panjang: int = 30, *, bantuan: str = "", **ciri: Unpack[Ciri]
) -> forms.CharField:
    """Text of a fixed shape, or nothing."""
    isian = teks(label, panjang, wajib=False, bantuan=bantuan, **ciri)
    isian.validators.append(RegexValidator(pola, pesan))
    return isian


def nip(label: str, **ciri: Unpack[Ciri]) -> forms.CharField:
    return berpola(label, r"^\d{18}$", f"{label} terdiri atas 18 angka.", 18, **ciri)


def telepon(label: str, **ciri: Unpack[Ciri]) -> forms.CharField:
    pesan = f"{label} tidak dikenal. Tulis seperti 0812-3456-7890."
    return berpola(label, r"^\+?[\d ()\-]{8,20}$", pesan, 20, **ciri)


def surel(label: str, **ciri: Unpack[Ciri]) -> forms.EmailField:
    pesan = {"invalid": f"{label} tidak dikenal. Tulis seperti nama@contoh.id."}
    return tandai(forms.EmailField(label=label, required=False, max_length=120, error_messages=pesan), **ciri)


def tautan(label: str, **ciri: Unpack[Ciri]) -> forms.CharField:
    """An address that can be looked up; kept as text, never fetched from here."""
    return berpola(label, r"^https?://[^\s]+\.[^\s]+$", f"{label} diawali https://, salin dari peramban.", 250, **ciri)


def _lampau(label: str) -> Any:
    def periksa(hari: date) -> None:
        if hari > timezone.localdate():
            raise ValidationError(f"{label} tidak boleh sesudah hari ini.")

    return periksa


class NomorTersandi(forms.CharField):
    """Digits that are stored sealed under the name of their field; what is sealed already stays as it is."""

    def __init__(self, nama: str, banyaknya: tuple[int, ...], label: str, **lain: Any) -> None:
        self.nama, self.banyaknya = nama, banyaknya
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(label=label, max_length=400, widget=widget, **lain)

    def clean(self, value: Any) -> str:
        teks = str(super().clean(value))
        if not teks:
            return ""
        angka = re.sub(r"[\s.\-]", "", self._terang(teks))
        if not angka.isascii() or not angka.isdecimal() or len(angka) not in self.banyaknya:
            panjang = " atau ".join(str(n) for n in self.banyaknya)
            raise ValidationError(f"{self.label} terdiri atas {panjang} angka.")
        return teks if tersegel(teks) else segel(self.nama, angka)

    def _terang(self, teks: str) -> str:
        if not tersegel(teks):
            return teks
        try:
            return buka(self.nama, teks)
        except ValueError:
            raise ValidationError(f"{self.label} tidak dapat dibaca lagi. Tulis ulang dari kertasnya.") from None

    def prepare_value(self, value: Any) -> Any:
        """In a form its owner sees the number."""
        try:
            return buka(self.nama, value) if tersegel(value) else value
        except ValueError:
            return ""


def nomor_tersandi(
    nama: str, label: str, *banyaknya: int, wajib: bool = False, bantuan: str = "", **ciri: Unpack[Ciri]
) -> NomorTersandi:
    pesan = {"required": f"{label} belum diisi."}
    isian = NomorTersandi(nama, banyaknya, label, required=wajib, help_text=bantuan, error_messages=pesan)
    return tandai(isian, **ciri)


def tanggal_bkn(hari: str) -> str:
    """An ISO day as BKN's service writes it: *31-12-2026*."""
    return "-".join(reversed(hari.split("-")))


TINGKAT = {
    "internasional": "Internasional",
    "nasional": "Nasional",
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten atau kota",
    "unit": "Unit kerja",
}
"""How far something reaches that no table of BKN grades."""


SEPERTI_KERTAS = "Tulis seperti di kertas, misalnya 821.2/123/BKPSDM/2019."


class Keputusan(forms.Form):
    """What every row that rests on a decree begins with."""

    sk_nomor = teks("Nomor SK", bantuan=SEPERTI_KERTAS, bkn="sk_nomor")
    sk_tanggal = tanggal("Tanggal SK", lampau=True, bkn="sk_tanggal")


class KeputusanBernomor(Keputusan):
    """The same for the kinds in which BKN turns the words around."""

    sk_nomor = teks("Nomor SK", bantuan=SEPERTI_KERTAS, bkn="nomor_sk")
    sk_tanggal = tanggal("Tanggal SK", lampau=True, bkn="tanggal_sk")


class Rentang(forms.Form):
    """Checks that ``bidang_rentang`` (from, to) are in order; either may be open."""

    bidang_rentang = ("mulai", "selesai")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        awal, akhir = (data.get(nama) for nama in self.bidang_rentang)
        if awal and akhir and akhir < awal:
            label = [str(self.fields[nama].label) for nama in self.bidang_rentang]
            self.add_error(self.bidang_rentang[1], f"{label[1]} lebih awal dari {label[0].lower()}.")
        return data
