"""The form of a proposal: the kind's own fields, and an answer to every value that was read (screens §4.6).

A value read on the page is only offered. It counts when its owner says *Sesuai*, or *Perbaiki* and writes what
the paper says; neither is chosen beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.jenis.tanda import tanda
from docservice.riwayat.kata import isi_baris, kata
from docservice.riwayat.saran import Saran

SESUAI, DIPERBAIKI, DIKETIK = "sesuai", "diperbaiki", "diketik"
BELUM_DIJAWAB = "{}: pilih Sesuai atau Perbaiki."


@dataclass(frozen=True)
class Baris:
    """One field as the page shows it; *tampil* is the offered value as people write it."""

    isian: BoundField
    saran: Saran | None
    tampil: str
    jawaban: str

    @property
    def nama_jawaban(self) -> str:
        return f"asal_{self.isian.name}"


@dataclass(frozen=True)
class Lipatan:
    """Fields folded under one heading; open when one of them is wrong or filled in."""

    judul: str
    isian: list[BoundField]

    @property
    def terbuka(self) -> bool:
        return any(satu.errors or satu.value() not in (None, "") for satu in self.isian)


def lipatan(isian: Iterable[BoundField]) -> list[Lipatan]:
    """The folded ones among these, by heading."""
    hasil: dict[str, list[BoundField]] = {}
    for satu in isian:
        if judul := tanda(satu.field).rinci:
            hasil.setdefault(judul, []).append(satu)
    return [Lipatan(judul, semua) for judul, semua in hasil.items()]


class UsulanForm:
    """Wraps the form of *jenis*; *semula* is what was typed before, for a proposal that came back."""

    def __init__(
        self,
        jenis: JenisRiwayat,
        saran: Mapping[str, Saran],
        *,
        data: QueryDict | None = None,
        semula: Mapping[str, Any] | None = None,
    ) -> None:
        self.jenis = jenis
        self.saran = {nama: satu for nama, satu in saran.items() if _dapat_diterima(jenis, nama, satu.nilai)}
        self.jawaban = {nama: "" if data is None else data.get(f"asal_{nama}", "") for nama in self.saran}
        terbaca = {nama: satu.nilai for nama, satu in self.saran.items()}
        self.formulir = jenis.skema(self._terjawab(data), initial={**terbaca, **(semula or {})})

    def _terjawab(self, data: QueryDict | None) -> QueryDict | None:
        """What was sent, with each *Sesuai* standing for the value that was read."""
        if data is None:
            return None
        isi = data.copy()
        for nama, jawaban in self.jawaban.items():
            if jawaban == SESUAI:
                isi[nama] = self.saran[nama].nilai
        return isi

    def is_valid(self) -> bool:
        self.formulir.is_valid()
        for nama, jawaban in self.jawaban.items():
            if jawaban not in (SESUAI, DIPERBAIKI):
                self.formulir.errors.pop(nama, None)
                self.formulir.add_error(nama, BELUM_DIJAWAB.format(self.formulir[nama].label))
        return not self.formulir.errors

    @property
    def data(self) -> dict[str, Any]:
        """Cleaned values of the kind's own fields; what the form derives is derived again by the verb."""
        return {nama: self.formulir.cleaned_data.get(nama) for nama in self.formulir.fields}

    @property
    def asal(self) -> dict[str, str]:
        """Per filled field where its value came from; the officers see it."""
        terisi = (nama for nama, nilai in self.data.items() if nilai not in (None, ""))
        return {nama: self.jawaban.get(nama, DIKETIK) for nama in terisi}

    @property
    def ringkasan(self) -> list[tuple[str, str, str]]:
        return isi_baris(self.jenis, self.data, penuh=True)

    @property
    def galat(self) -> list[tuple[str, str]]:
        """(address on the page, sentence) for the summary; a reading is reached at its card."""
        hasil = []
        for nama, pesan in self.formulir.errors.items():
            tujuan = "" if nama not in self.formulir.fields else self.formulir[nama].auto_id
            hasil += [(f"{tujuan}_bacaan" if nama in self.saran else tujuan, str(satu)) for satu in pesan]
        return hasil

    @property
    def baris(self) -> list[Baris]:
        return [self._baris(isian) for isian in self.formulir]

    @property
    def terbaca(self) -> list[Baris]:
        return [satu for satu in self.baris if satu.saran]

    @property
    def pokok(self) -> list[BoundField]:
        """What everybody fills in, where nothing was read."""
        return [isian for isian in self.formulir if isian.name not in self.saran and not tanda(isian.field).rinci]

    @property
    def lipatan(self) -> list[Lipatan]:
        return lipatan(isian for isian in self.formulir if isian.name not in self.saran)

    def _baris(self, isian: BoundField) -> Baris:
        saran = self.saran.get(isian.name)
        tampil = kata(isian.name, isian.field, saran.nilai) if saran else ""
        return Baris(isian, saran, tampil, self.jawaban.get(isian.name, ""))


def _dapat_diterima(jenis: JenisRiwayat, nama: str, nilai: str) -> bool:
    """A reading the field would refuse is no offer."""
    try:
        jenis.skema.base_fields[nama].clean(nilai)
    except forms.ValidationError:
        return False
    return True


class PernyataanForm(forms.Form):
    """The statement of truth, never pre-ticked."""

    pernyataan = forms.BooleanField(
        label="Saya menyatakan data dan dokumen ini benar, sah, dan dapat saya pertanggungjawabkan.",
        required=False,
    )


class TanpaBuktiForm(forms.Form):
    """Why a paper that such a row must have is not there; those who verify read it."""

    tanpa_bukti = forms.CharField(
        label="Mengapa dokumen wajib tidak dilampirkan?",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kosongkan bila semuanya dilampirkan.",
        error_messages={"max_length": "Paling panjang 300 huruf."},
    )


class SiasnForm(forms.Form):
    """The row's id at BKN; empty takes it away."""

    siasn_id = forms.CharField(label="ID di SIASN", max_length=60, required=False)


class AlasanForm(forms.Form):
    """Why an accepted row is to be corrected; the officers read it, and it stays."""

    alasan = forms.CharField(
        label="Apa yang salah pada data lama?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Belum diisi.", "max_length": "Paling panjang 300 huruf."},
    )


class AtasNamaForm(forms.Form):
    """What a fasilitator vouches for: copied from the paper. The truth of it is the employee's to state."""

    pernyataan = forms.BooleanField(
        label="Isian ini saya salin dari dokumennya. Pegawai yang bersangkutan akan mengonfirmasinya.", required=False
    )


class KonfirmasiForm(PernyataanForm):
    """The employee's word on what was filled in for them."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    catatan = forms.CharField(
        label="Apa yang tidak benar?",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Paling panjang 300 huruf."},
    )


class KlarifikasiForm(forms.Form):
    """A question or an answer; *dari*: the page it was written on, to come back to."""

    isi = forms.CharField(
        label="Pertanyaan atau jawaban",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Tulis pertanyaan atau jawaban Anda.",
            "max_length": "Paling panjang 1000 huruf. Persingkat.",
        },
    )
    dari = forms.ChoiceField(
        choices=[(satu, satu) for satu in ("usulan", "periksa", "putuskan")], widget=forms.HiddenInput, required=False
    )


class PutusanForm(forms.Form):
    """An officer's decision, bound to the revision they saw."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    catatan = forms.CharField(
        label="Catatan untuk pegawai",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila dikembalikan atau tidak disetujui. Pegawai membaca kalimat ini.",
        error_messages={"max_length": "Catatan paling panjang 300 huruf."},
    )
