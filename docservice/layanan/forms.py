"""Forms of requests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.layanan.models import Keberatan, Permohonan
from docservice.layanan.status import BOLEH_KODE, KodeAlasan
from docservice.pegawai.cari import orang_atau_unit
from docservice.umum.fields import TanggalField
from docservice.umum.saring import SaringanForm


class AjukanForm(forms.Form):
    """The statement of truth, never pre-ticked."""

    pernyataan = forms.BooleanField(
        label="Saya menyatakan data dan dokumen ini benar, sah, dan dapat saya pertanggungjawabkan.",
        error_messages={"required": "Centang dulu pernyataan ini."},
    )


class AlasanForm(forms.Form):
    """Why a request goes back or ends; *ke* is where it would go, an officer may choose that with the button."""

    kode = forms.ChoiceField(label="Golongan alasan", error_messages={"required": "Pilih dulu golongan alasannya."})
    alasan = forms.CharField(
        label="Alasan untuk pemohon",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya agar pemohon tahu yang harus dilakukan."},
    )

    def __init__(self, *args: Any, ke: tuple[str, ...] = (), **lain: Any) -> None:
        super().__init__(*args, **lain)
        pilihan = list(dict.fromkeys(satu for tujuan in ke for satu in BOLEH_KODE[tujuan]))
        kode = self.fields["kode"]
        assert isinstance(kode, forms.ChoiceField)
        kode.choices = [
            ("", "Pilih"),
            *((satu.value, satu.label) for satu in sorted(pilihan, key=list(KodeAlasan).index)),
        ]


class PesanForm(forms.Form):
    """One message of the conversation."""

    isi = forms.CharField(
        label="Pesan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis dulu pesannya."},
    )


class KeberatanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan keberatan",
        max_length=1000,
        help_text="Sebutkan apa yang menurut Anda keliru dan buktinya.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tulis alasan keberatan Anda."},
    )


class JawabKeberatanForm(forms.Form):
    putusan = forms.ChoiceField(
        label="Putusan",
        choices=Keberatan.Putusan.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih dulu: keberatan diterima atau tidak."},
    )
    jawaban = forms.CharField(
        label="Jawaban untuk pemohon",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tulis jawabannya untuk pemohon."},
    )


class PertekForm(forms.Form):
    """BKN's technical approval."""

    pertek_nomor = forms.CharField(
        label="Nomor pertek BKN", max_length=45, error_messages={"required": "Nomor pertek belum diisi."}
    )
    pertek_tanggal = TanggalField(label="Tanggal pertek BKN")


class SaringForm(SaringanForm):
    """GET form over a queue of requests; offers only the services that wait now."""

    q = forms.CharField(label="Nama, NIP, atau unit", required=False, max_length=100)
    layanan = forms.ChoiceField(label="Layanan", required=False)

    def __init__(self, *args: Any, asal: QuerySet[Permohonan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        layanan = asal.order_by("layanan__urutan").values_list("layanan", "layanan__nama").distinct()
        self.tawarkan("layanan", "Semua layanan", layanan)

    def terapkan(self, asal: QuerySet[Permohonan]) -> QuerySet[Permohonan]:
        isi = self.isi
        if kata := isi.get("q"):
            asal = asal.filter(orang_atau_unit(kata, "pegawai__"))
        if layanan := isi.get("layanan"):
            asal = asal.filter(layanan=layanan)
        return asal
