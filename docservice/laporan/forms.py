"""The forms of a campaign and of a note."""

from __future__ import annotations

from django import forms

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import JenisDokumen
from docservice.pegawai.models import UnitKerja
from docservice.riwayat.jenis import SEMUA
from docservice.umum.fields import TanggalField

KOTAK = forms.CheckboxSelectMultiple


class PemutakhiranForm(forms.Form):
    """What, of whom, until when; a fasilitator chooses among the units of their own."""

    judul = forms.CharField(
        label="Judul",
        max_length=150,
        help_text="Misalnya: Lengkapi ijazah dan SK terakhir.",
        error_messages={"required": "Judul belum diisi."},
    )
    unit = forms.ModelChoiceField(UnitKerja.objects.none(), label="Unit kerja", required=False)
    dokumen = forms.ModelMultipleChoiceField(
        JenisDokumen.objects.filter(hanya_admin=False), label="Jenis dokumen", required=False, widget=KOTAK
    )
    riwayat = forms.MultipleChoiceField(
        label="Jenis riwayat",
        required=False,
        widget=KOTAK,
        choices=lambda: [(jenis.kode, jenis.nama) for jenis in SEMUA.values()],
    )
    tenggat = TanggalField(label="Tenggat")
    keterangan = forms.CharField(label="Keterangan", max_length=300, required=False)

    def __init__(self, *args: object, pengguna: Pengguna, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        unit: forms.ModelChoiceField[UnitKerja] = self.fields["unit"]  # type: ignore[assignment]
        if pengguna.berperan(Peran.ADMINISTRATOR):
            unit.queryset, unit.empty_label = UnitKerja.objects.filter(berlaku_sampai=None), "Seluruh daerah"
            return
        jalur = [t.unit.jalur for t in pengguna.penugasan_berlaku() if t.peran == Peran.FASILITATOR and t.unit]
        milik = [u.pk for u in UnitKerja.objects.filter(berlaku_sampai=None) if u.jalur.startswith(tuple(jalur))]
        unit.queryset, unit.required = UnitKerja.objects.filter(pk__in=milik), True
        unit.error_messages["required"] = "Pilih unit kerja Anda."


class CatatanForm(forms.Form):
    """A note on the progress of a unit or a person."""

    isi = forms.CharField(
        label="Catatan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang dilihat, dan apa yang perlu dilakukan.",
        error_messages={"required": "Tulis catatannya."},
    )
    tenggat = TanggalField(label="Tindak lanjut paling lambat", required=False)
