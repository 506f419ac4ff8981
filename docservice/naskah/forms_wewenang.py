"""One line of the office's table of signers, initials and number patterns, judged field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

import templates_sk
from docservice.naskah.isi import JENIS
from docservice.naskah.models import JalurParaf, Kewenangan, PolaNomor
from docservice.naskah.nomor import bagian
from docservice.pegawai.models import Pegawai
from docservice.umum.fields import TanggalField
from docservice.umum.formulir import galat_isian
from templates_sk import NumberPattern

SETIAP = ("jenis_naskah", "berlaku_dari", "berlaku_sampai", "keputusan_nomor", "keputusan_tanggal")
Aturan = Kewenangan | JalurParaf | PolaNomor
TAK_DIKENAL = "“%(value)s” tidak dikenal. Yang ada: {}"


LABEL = {
    "jenis_naskah": ("Jenis naskah", ""),
    "berlaku_dari": ("Berlaku mulai", ""),
    "berlaku_sampai": ("Berlaku sampai", "Kosong: sampai diakhiri atau diganti."),
    "keputusan_nomor": ("Nomor keputusan", "Keputusan daerah yang menetapkannya."),
    "keputusan_tanggal": ("Tanggal keputusan", ""),
    "golongan_dari": ("Golongan terendah", "Golongan orang yang dituju naskah, misalnya: I/a."),
    "golongan_sampai": ("Golongan tertinggi", "Misalnya: IV/e, atau XVII untuk PPPK."),
    "pejabat": ("NIP pejabat", ""),
    "jabatan": ("Jabatan di blok tanda tangan", "Tanpa Plt. atau Plh. di depannya."),
    "bentuk": ("Bentuk wewenang", ""),
    "atas_nama": ("Atas nama", "Jabatan yang diatasnamakan; hanya untuk a.n. dan u.b."),
    "plt_plh": ("Plt. atau Plh.", ""),
    "boleh_plt_plh": ("Plt. atau Plh. boleh menandatangani jenis ini", ""),
    "urutan": ("Paraf ke-", "1 lebih dahulu."),
    "pola": ("Pola nomor", "Kosong: {klasifikasi}/{urut:04d}/{unit}/{tahun}."),
    "klasifikasi": ("Kode klasifikasi", "Misalnya: 800.1.3.2."),
    "unit": ("Kode unit di nomor", "Misalnya: BKPSDMD."),
    "lingkup": ("Lingkup urutan", "Nomor berurut dalam lingkup ini tiap tahun."),
}
"""Label and help of each field."""


def _pilihan(*pilihan: str, kosong: str = "") -> forms.ChoiceField:
    """The first is what stands when nothing was chosen, unless *kosong* names that."""
    pesan = {"invalid_choice": TAK_DIKENAL.format(", ".join(pilihan))}
    awal = [("", kosong)] if kosong else []
    semua = [*awal, *((satu, satu) for satu in pilihan)]
    return forms.ChoiceField(choices=semua, required=False, error_messages=pesan)


def _pejabat() -> forms.ModelChoiceField[Pegawai]:
    """By NIP: a list of everybody would be the whole page."""
    pesan = {"invalid_choice": "Pegawai ber-NIP “%(value)s” tidak ada. Periksa NIP-nya, atau masukkan dahulu orangnya."}
    isian = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"})
    return forms.ModelChoiceField(Pegawai.objects.all(), to_field_name="nip", error_messages=pesan, widget=isian)


class BertanggalForm(forms.ModelForm):  # type: ignore[type-arg]
    """What every such row says: of which kind, since when, until when, by which decision."""

    macam = ""
    berlaku_dari = TanggalField()
    berlaku_sampai = TanggalField(required=False)
    keputusan_tanggal = TanggalField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, isian in self.fields.items():
            isian.label, isian.help_text = LABEL[nama]
            isian.error_messages["required"] = f"{isian.label} belum diisi."
        jenis = [(kode, templates_sk.kind(kode).title) for kode in sorted(JENIS)]
        self.fields["jenis_naskah"].widget = forms.Select(choices=[("", "Pilih jenis naskah"), *jenis])

    def clean_jenis_naskah(self) -> str:
        jenis = str(self.cleaned_data["jenis_naskah"])
        if jenis not in JENIS:
            raise forms.ValidationError(f"Jenis naskah “{jenis}” tidak ada. Yang ada: {', '.join(sorted(JENIS))}.")
        return jenis

    def clean_keputusan_tanggal(self) -> Any:
        tanggal = self.cleaned_data["keputusan_tanggal"]
        if tanggal > timezone.localdate():
            raise forms.ValidationError("Keputusan ini belum ada: tanggalnya sesudah hari ini. Periksa tanggalnya.")
        return tanggal

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        dari, sampai = isi.get("berlaku_dari"), isi.get("berlaku_sampai")
        if dari and sampai and sampai < dari:
            self.add_error("berlaku_sampai", "Berakhir sebelum mulai berlaku. Periksa kedua tanggalnya.")
        return isi

    def galat(self) -> dict[str, str]:
        """By column the first thing that is wrong with it; a column that means nothing here must be empty."""
        asing = [nama for nama in LABEL if nama not in self.fields and self.data.get(nama)]
        lebih = dict.fromkeys(asing, f"Tidak dipakai di baris {self.macam}. Kosongkan.")
        return galat_isian(self) | lebih

    def sama(self) -> bool:
        """Every word of it is there already."""
        return self.semua().filter(**self.cleaned_data).exists()

    def bertumpang(self) -> Sequence[Aturan]:
        """Rows for the same that hold on one of its days."""
        isi = self.cleaned_data
        sesudah = Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=isi["berlaku_dari"])
        sebelum = Q(berlaku_dari__lte=isi["berlaku_sampai"]) if isi["berlaku_sampai"] else Q()
        return self.sejenis(self.semua().filter(sesudah, sebelum, jenis_naskah=isi["jenis_naskah"]))

    def semua(self) -> QuerySet[Any]:
        semua: QuerySet[Any] = self._meta.model._default_manager.all()
        return semua

    def sejenis(self, calon: QuerySet[Any]) -> Sequence[Aturan]:
        """Of the rows of this kind of naskah those that would answer the same question."""
        return list(calon)


class KewenanganForm(BertanggalForm):
    macam = "kewenangan"
    pejabat = _pejabat()
    bentuk = _pilihan(*Kewenangan.Bentuk.values)
    plt_plh = _pilihan("Plt.", "Plh.", kosong="Pejabat definitif")
    boleh_plt_plh = _pilihan("tidak", "ya")

    class Meta:
        model = Kewenangan
        fields = (
            *SETIAP,
            "golongan_dari",
            "golongan_sampai",
            "pejabat",
            "jabatan",
            "bentuk",
            "atas_nama",
            "plt_plh",
            "boleh_plt_plh",
        )

    def clean_bentuk(self) -> str:
        return self.cleaned_data["bentuk"] or Kewenangan.Bentuk.LANGSUNG

    def clean_boleh_plt_plh(self) -> bool:
        return bool(self.cleaned_data["boleh_plt_plh"] == "ya")

    def clean(self) -> dict[str, Any]:
        isi = super().clean()
        if {"golongan_dari", "golongan_sampai"} <= isi.keys() and not self._jangkauan():
            self.add_error("golongan_sampai", "Golongan tidak berurutan atau bukan dari satu tabel (PNS atau PPPK).")
        if {"bentuk", "atas_nama"} <= isi.keys():
            langsung = isi["bentuk"] == Kewenangan.Bentuk.LANGSUNG
            if langsung and isi["atas_nama"]:
                self.add_error(
                    "atas_nama", "Tanda tangan langsung tidak atas nama siapa pun. Kosongkan, atau isi bentuk."
                )
            if not langsung and not isi["atas_nama"]:
                self.add_error("atas_nama", f"Tanda tangan {isi['bentuk']} perlu jabatan yang diatasnamakan.")
        return isi

    def sejenis(self, calon: QuerySet[Any]) -> Sequence[Aturan]:
        return [satu for satu in calon if self._jangkauan() & {*satu.jangkauan}]

    def _jangkauan(self) -> set[str]:
        dari, sampai = self.cleaned_data["golongan_dari"], self.cleaned_data["golongan_sampai"]
        return {*Kewenangan(golongan_dari=dari, golongan_sampai=sampai).jangkauan}


class JalurParafForm(BertanggalForm):
    macam = "paraf"
    urutan = forms.IntegerField(min_value=1, max_value=99)
    pejabat = _pejabat()

    class Meta:
        model = JalurParaf
        fields = (*SETIAP, "urutan", "pejabat")

    def sejenis(self, calon: QuerySet[Any]) -> Sequence[Aturan]:
        return list(calon.filter(urutan=self.cleaned_data["urutan"]))


class PolaNomorForm(BertanggalForm):
    macam = "pola"
    pola = forms.RegexField(
        r"^[^{}]*(\{[^{}]*\}[^{}]*)*$",
        required=False,
        error_messages={"invalid": "Kurung kurawal di pola nomor tidak berpasangan."},
    )

    class Meta:
        model = PolaNomor
        fields = (*SETIAP, "pola", "klasifikasi", "unit", "lingkup")

    def clean_pola(self) -> str:
        return self.cleaned_data["pola"] or str(PolaNomor().pola)

    def clean(self) -> dict[str, Any]:
        """The first number is written for a trial: what fails here would fail at the first signature."""
        isi = super().clean()
        if {"pola", "klasifikasi", "unit", "berlaku_dari"} <= isi.keys():
            calon = PolaNomor(pola=isi["pola"], klasifikasi=isi["klasifikasi"], unit=isi["unit"])
            try:
                NumberPattern(calon.pola).format(urut=1, **bagian(calon, isi["berlaku_dari"]))
            except ValueError as salah:
                self.add_error("pola", str(salah))
        return isi


FORMULIR: dict[str, type[BertanggalForm]] = {
    satu.macam: satu for satu in (KewenanganForm, JalurParafForm, PolaNomorForm)
}
"""What a line may be, by the word in its column ``macam``."""
WAJIB = frozenset({"macam", *SETIAP} - {"berlaku_sampai"})
BOLEH = frozenset(kolom for formulir in FORMULIR.values() for kolom in formulir.base_fields) - WAJIB
