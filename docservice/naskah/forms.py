"""Forms of decrees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

import templates_sk
from docservice.naskah.models import DasarHukum, KataNaskah, LaporanPemalsuan, Naskah
from docservice.umum.fields import TanggalField
from templates_sk import Kind


class BarisField(forms.CharField):
    """A list as lines of text."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        teks: str = super().clean(value)
        return [baris.strip() for baris in teks.splitlines() if baris.strip()]


class DrafForm(forms.Form):
    """What the drafter may change; the rest is locked to validated rows."""

    nomor_urut = forms.IntegerField(label="Nomor urut dalam petikan", min_value=1, max_value=9999)
    mengingat = forms.TypedChoiceField(
        label="Ditulis dalam naskah",
        choices=[("lengkap", "Lengkap"), ("ringkas", "Ringkas: dst.")],
        coerce=lambda pilihan: pilihan if pilihan == "ringkas" else None,
        help_text="Petikan untuk satu orang boleh meringkas pertimbangan dan dasar hukumnya.",
    )
    tembusan = BarisField(label="Tembusan", help_text="Satu baris untuk setiap penerima.", required=False)
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def dari(cls, naskah: Naskah, kiriman: QueryDict | None = None) -> DrafForm:
        """Only the fields this kind of naskah has."""
        data, dasar = naskah.data, naskah.data.get("mengingat")
        isi = {"nomor_urut": data.get("nomor_urut", 1), "tembusan": data.get("tembusan", []), "revisi": naskah.revisi}
        formulir = cls(kiriman, initial=isi | {"mengingat": dasar or "lengkap"})
        ada = naskah.jenis_naskah.schema.model_fields
        for nama in ("nomor_urut", "mengingat"):
            if nama not in ada or isinstance(data.get(nama), list):  # bases of its own are not the kind's to shorten
                del formulir.fields[nama]
        return formulir


class KataForm(forms.Form):
    """A kind's wording, from when it holds and on what decision."""

    teks = forms.CharField(
        label="Kata naskah",
        max_length=60_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "false", "class": "kotak nomor"}),
        help_text="Satu baris satu kalimat. {isian} diganti data naskah; baris isian dapat ditukar urutannya.",
    )
    berlaku_dari = forms.DateField(label="Berlaku mulai", widget=forms.DateInput(attrs={"type": "date"}))
    keputusan_nomor = forms.CharField(label="Nomor keputusan yang mengubah", max_length=120)
    keputusan_tanggal = forms.DateField(label="Tanggal keputusan", widget=forms.DateInput(attrs={"type": "date"}))
    versi = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def dari(cls, jenis: Kind, *, bawaan: bool = False) -> KataForm:
        """What is in force, or the wording the service came with."""
        terakhir = KataNaskah.objects.filter(jenis_naskah=jenis.code, berlaku_sampai=None).first()
        teks = terakhir.teks if terakhir and not bawaan else templates_sk.teks_kata(templates_sk.kind(jenis.code))
        mulai = timezone.localdate().isoformat()
        return cls(initial={"teks": teks, "berlaku_dari": mulai, "versi": terakhir.pk if terakhir else 0})


class DasarHukumForm(forms.Form):
    """A regulation the wording may cite."""

    kunci = forms.RegexField(
        label="Kunci",
        regex=r"^[A-Z0-9][A-Z0-9-]{2,29}$",
        help_text="Huruf kapital, angka, dan tanda hubung, misalnya PERDA3-2025.",
        error_messages={"invalid": "Pakai huruf kapital, angka, dan tanda hubung, misalnya PERDA3-2025."},
    )
    judul = forms.CharField(
        label="Judul lengkap",
        max_length=300,
        help_text="Seperti dicetak pada Mengingat, tanpa titik koma.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    peringkat = forms.TypedChoiceField(label="Peringkat", choices=DasarHukum.Peringkat.choices, coerce=int)
    nomor = forms.IntegerField(label="Nomor peraturan", min_value=1, max_value=99_999)
    tahun = forms.IntegerField(label="Tahun", min_value=1945, max_value=2100)
    berlaku_dari = TanggalField(label="Berlaku mulai")
    keputusan_nomor = forms.CharField(label="Dasar pencantuman", max_length=120, help_text="Nota atau keputusan.")
    keputusan_tanggal = forms.DateField(label="Tanggalnya", widget=forms.DateInput(attrs={"type": "date"}))

    def clean_judul(self) -> str:
        return str(self.cleaned_data["judul"]).strip().rstrip(";.")


class AkhirForm(forms.Form):
    sampai = forms.DateField(label="Terakhir berlaku", widget=forms.DateInput(attrs={"type": "date"}))


class KembalikanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan untuk penyusun",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya agar penyusun tahu yang harus diperbaiki."},
    )


class BerkasForm(forms.Form):
    """A PDF to compare at /cek/."""

    berkas = forms.FileField(
        label="Berkas PDF",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "required": "Pilih berkas PDF dulu.",
            "empty": "Berkas ini kosong. Pilih berkas lain.",
        },
    )


class LaporPalsuForm(forms.Form):
    """Open to anybody: what is suspected, about which paper, and how to be reached if one likes."""

    uraian = forms.CharField(
        label="Apa yang Anda curigai",
        max_length=1000,
        help_text="Dari mana kertas atau berkasnya, dan apa yang berbeda.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Ceritakan apa yang Anda curigai, paling sedikit 10 huruf."},
    )
    nomor = forms.CharField(label="Nomor dokumen", max_length=120, required=False)
    kontak = forms.CharField(
        label="Telepon atau email Anda", max_length=120, required=False, help_text="Hanya untuk menanyakan laporan ini."
    )


class TanganiPalsuForm(forms.Form):
    hasil = forms.ChoiceField(
        label="Hasil",
        choices=[("", "Pilih"), *LaporanPemalsuan.Hasil.choices],
        error_messages={"required": "Pilih dulu hasil pemeriksaannya."},
    )
    tindakan = forms.CharField(
        label="Yang diperiksa dan dilakukan",
        max_length=1000,
        error_messages={"required": "Tulis apa yang diperiksa dan dilakukan."},
    )


class BuktiTidakForm(forms.Form):
    """How it was proven that nothing was signed."""

    bukti = forms.CharField(
        label="Di mana dan kapan diperiksa",
        max_length=250,
        help_text="Misalnya: riwayat tanda tangan di portal penyedia, 2 November 2026 pukul 10.40.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis di mana dan kapan Anda memeriksanya pada penyedia."},
    )
