"""The form of the region's style: the fields of :class:`templates_sk.Gaya`, its emblems, and the decision behind it."""

from __future__ import annotations

from typing import Any, get_args

from django import forms
from django.utils import timezone

from docservice.naskah.gaya import ALT, gaya
from templates_sk import Gaya
from templates_sk.susunan.gaya import CATATAN_KAKI

_BIDANG = Gaya.model_fields


def _pilihan(nama: str) -> forms.ChoiceField:
    satu = _BIDANG[nama]
    return forms.ChoiceField(label=satu.title, choices=[(kata, kata) for kata in get_args(satu.annotation)])


def _ya(nama: str) -> forms.BooleanField:
    return forms.BooleanField(label=_BIDANG[nama].title, required=False)


def _tepi(nama: str) -> forms.FloatField:
    return forms.FloatField(label=_BIDANG[nama].title, min_value=1.5, max_value=5)


def _berkas(nama: str) -> forms.FileField:
    return forms.FileField(
        label=nama,
        required=False,
        help_text="PNG tanpa transparansi atau JPEG. Kosongkan bila tidak diganti.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )


class GayaForm(forms.Form):
    kertas_keputusan = _pilihan("kertas_keputusan")
    kertas_surat = _pilihan("kertas_surat")
    tepi_kiri = _tepi("tepi_kiri")
    tepi_kanan = _tepi("tepi_kanan")
    baris_kedua = forms.CharField(
        label=_BIDANG["baris_kedua"].title,
        help_text=_BIDANG["baris_kedua"].description or "",
        max_length=60,
        required=False,
    )
    nomor_bertitik_dua = _ya("nomor_bertitik_dua")
    rahmat_tuhan = _ya("rahmat_tuhan")
    memutuskan_renggang = _ya("memutuskan_renggang")
    kata_penyambung = _ya("kata_penyambung")
    judul_tembusan = _pilihan("judul_tembusan")
    tembusan_yth = _ya("tembusan_yth")
    nip_berspasi = _ya("nip_berspasi")
    catatan_kaki = forms.CharField(
        label=_BIDANG["catatan_kaki"].title,
        help_text=f"Kosong: catatan sertifikat uji. Contoh: {CATATAN_KAKI['bsre']}",
        max_length=320,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    lambang_negara = _berkas(ALT["negara"])
    lambang_daerah = _berkas(ALT["daerah"])
    lambang_korpri = _berkas(ALT["korpri"])
    berlaku_dari = forms.DateField(label="Berlaku mulai", widget=forms.DateInput(attrs={"type": "date"}))
    keputusan_nomor = forms.CharField(label="Nomor keputusan atau nota dasarnya", max_length=120)
    keputusan_tanggal = forms.DateField(label="Tanggalnya", widget=forms.DateInput(attrs={"type": "date"}))

    @classmethod
    def dari_berlaku(cls) -> GayaForm:
        """What is in force today."""
        return cls(initial=gaya().model_dump() | {"berlaku_dari": timezone.localdate().isoformat()})

    def isian(self) -> dict[str, Any]:
        """As :func:`docservice.naskah.aksi_gaya.tetapkan_gaya` takes it."""
        data = self.cleaned_data
        isi = {nama: data[nama] for nama in _BIDANG if nama in data}
        isi["catatan_kaki"] = isi["catatan_kaki"].strip() or None
        lambang = {nama: data[f"lambang_{nama}"].read() for nama in ALT if data[f"lambang_{nama}"]}
        dasar = {nama: data[nama] for nama in ("berlaku_dari", "keputusan_nomor", "keputusan_tanggal")}
        return {"isi": isi, "lambang": lambang, **dasar}
