"""Forms of rules: a kind of paper, a service with its requirements and stages, an end; each with its decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from docservice.aturan.layanan import PALING_BANYAK_TAHUN, TAHAP, AturanBaru, Syarat, aturan_terakhir
from docservice.aturan.penetapan import Penetapan
from docservice.dokumen.models import JenisDokumen
from docservice.dokumen.models_jenis import ISI_JENIS
from docservice.dokumen.status import Kelas
from docservice.layanan.katalog import BERSYARAT
from docservice.layanan.models import Layanan
from docservice.layanan.status import StatusPermohonan
from docservice.umum.fields import TanggalField


def _baris(label: str, panjang: int, *, wajib: bool = True, bantuan: str = "") -> forms.CharField:
    pesan = {"required": f"{label} belum diisi.", "max_length": f"{label} paling panjang {panjang} huruf."}
    return forms.CharField(label=label, max_length=panjang, required=wajib, help_text=bantuan, error_messages=pesan)


class PenetapanForm(forms.Form):
    """From when, on which decision, and why."""

    berlaku_dari = TanggalField(label="Berlaku mulai", help_text="Hari ini atau sesudahnya; tidak berlaku surut.")
    keputusan_nomor = _baris("Nomor keputusan", 120)
    keputusan_tanggal = TanggalField(label="Tanggal keputusan")
    alasan = _baris("Alasan", 300)
    versi = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    @property
    def penetapan(self) -> Penetapan:
        """Of a valid form."""
        return Penetapan(**{nama: self.cleaned_data[nama] for nama in PenetapanForm.base_fields})


class JenisForm(PenetapanForm):
    nama = _baris("Nama", 150)
    kelompok = _baris("Kelompok", 40, wajib=False, bantuan="Judul kelompoknya di arsip pegawai.")
    kelas = forms.ChoiceField(
        label="Kerahasiaan", choices=Kelas.choices, help_text="Hanya dapat dinaikkan; dokumen yang sudah ada ikut naik."
    )
    wajib = forms.BooleanField(label="Wajib bagi setiap pegawai", required=False)
    per_tahun = forms.BooleanField(label="Satu tiap tahun", required=False)
    aktif = forms.BooleanField(label="Dapat diunggah", required=False, initial=True)
    field_order: tuple[str, ...] = ISI_JENIS

    @property
    def isi(self) -> dict[str, Any]:
        """Of a valid form."""
        return {nama: self.cleaned_data[nama] for nama in ISI_JENIS}


class JenisBaruForm(JenisForm):
    kode = _baris("Kode", 30, bantuan="Huruf kapital, angka, dan garis bawah, misalnya SURAT_TUGAS.")
    field_order: tuple[str, ...] = ("kode", *ISI_JENIS)


class LayananForm(PenetapanForm):
    dibuka = forms.BooleanField(label="Layanan dibuka", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for status in TAHAP:
            pesan = {"invalid": "Tulis banyaknya hari kerja."}
            label = str(StatusPermohonan(status).label)
            self.fields[f"tahap_{status}"] = forms.IntegerField(label=label, required=False, error_messages=pesan)

    @property
    def isian_tahap(self) -> list[Any]:
        return [self[f"tahap_{status}"] for status in TAHAP]

    @property
    def tahap(self) -> tuple[tuple[str, int], ...]:
        """Of a valid form: what was filled in."""
        semua = ((status, self.cleaned_data.get(f"tahap_{status}")) for status in TAHAP)
        return tuple((status, hari) for status, hari in semua if hari is not None)


class SyaratForm(forms.Form):
    """One required paper; an empty line asks for nothing."""

    jenis = forms.ChoiceField(label="Jenis dokumen", required=False)
    wajib = forms.BooleanField(label="Wajib", required=False, initial=True)
    tahun_terakhir = forms.IntegerField(
        label="Tahun terakhir",
        min_value=0,
        max_value=PALING_BANYAK_TAHUN,
        required=False,
        error_messages={
            "max_value": f"Paling banyak {PALING_BANYAK_TAHUN}.",
            "min_value": "Paling sedikit 0.",
        },
    )
    bila = forms.ChoiceField(label="Bila", required=False)
    hapus = forms.BooleanField(label="Tidak diminta lagi", required=False)

    def __init__(self, *args: Any, layanan: Layanan, jenis: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jenis"].choices = [("", "Pilih jenis dokumen"), *jenis]  # type: ignore[attr-defined]
        bila = BERSYARAT.get(layanan.pk, {}).items()
        self.fields["bila"].choices = [("", "selalu"), *bila]  # type: ignore[attr-defined]


SyaratFormSet = formset_factory(SyaratForm, extra=3, max_num=60, absolute_max=60)


def pilihan_jenis() -> list[tuple[str, str]]:
    semua = JenisDokumen.objects.filter(hanya_admin=False).order_by("nama")
    return [(satu.pk, satu.nama) for satu in semua if satu.aktif or satu.versi.filter(aktif=True).exists()]


def formulir_syarat(layanan: Layanan, data: Any = None) -> BaseFormSet[SyaratForm]:
    """The requirements as they stand, and three empty lines."""
    awal = [vars(satu) for satu in aturan_terakhir(layanan).syarat]
    isi = {"layanan": layanan, "jenis": pilihan_jenis()}
    return SyaratFormSet(data, initial=awal, prefix="syarat", form_kwargs=isi)


def aturan_dari(formulir: LayananForm, syarat: BaseFormSet[SyaratForm]) -> AturanBaru:
    """Of valid forms."""
    diminta = [satu.cleaned_data for satu in syarat.forms if satu.cleaned_data.get("jenis")]
    return AturanBaru(
        dibuka=formulir.cleaned_data["dibuka"],
        syarat=tuple(
            Syarat(satu["jenis"], satu["wajib"], satu["tahun_terakhir"] or 0, satu["bila"])
            for satu in diminta
            if not satu["hapus"]
        ),
        tahap=formulir.tahap,
    )


class LiburForm(forms.Form):
    """The days off of one decision, as text."""

    keputusan_nomor = _baris("Nomor keputusan bersama", 120)
    keputusan_tanggal = TanggalField(label="Tanggal keputusan")
    daftar = forms.CharField(
        label="Hari libur",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Satu baris satu hari: 1 Januari 2027; Tahun Baru. Cuti bersama: tambahkan ; cuti bersama.",
        error_messages={"required": "Tulis hari liburnya, satu baris satu hari."},
    )


class CabutLiburForm(forms.Form):
    alasan = forms.CharField(max_length=300, error_messages={"required": "Tulis mengapa hari ini bukan hari libur."})
