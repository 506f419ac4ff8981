"""Forms of roles: proposal, decree, direct appointment, end, freeze, review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.pilihan import NipField, UnitField
from docservice.pengelola.models import MENGUSULKAN
from docservice.pengelola.permissions import calon
from docservice.umum.fields import TanggalField

DIBERIKAN = [(p.value, p.label) for p in Peran if p not in (Peran.PEGAWAI, Peran.FASILITATOR)]


def baris(label: str, panjang: int = 120, *, wajib: bool = True, bantuan: str = "") -> forms.CharField:
    pesan = {"required": f"{label} belum diisi.", "max_length": f"{label} paling panjang {panjang} huruf."}
    return forms.CharField(label=label, max_length=panjang, required=wajib, help_text=bantuan, error_messages=pesan)


def uraian(label: str, panjang: int = 300, *, wajib: bool = True, bantuan: str = "") -> forms.CharField:
    isian = baris(label, panjang, wajib=wajib, bantuan=bantuan)
    isian.widget = forms.Textarea(attrs={"rows": 3, "maxlength": panjang})
    return isian


class UsulForm(forms.Form):
    """Whom an office proposes as its fasilitator."""

    pegawai = NipField(label="NIP calon fasilitator")
    unit = UnitField(bantuan="Unit yang akan dikelolanya.")
    usul_nomor = baris("Nomor surat usul")
    usul_tanggal = TanggalField(label="Tanggal surat usul")
    mampu_komputer = forms.BooleanField(
        label="Mampu mengoperasikan komputer (Pasal 9 ayat (4) huruf a).", required=False
    )
    paham_kepegawaian = forms.BooleanField(
        label="Memahami pengelolaan kepegawaian (Pasal 9 ayat (4) huruf b).", required=False
    )

    def __init__(self, pengguna: Pengguna, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].boleh = calon(pengguna)  # type: ignore[attr-defined]
        unit: Any = self.fields["unit"]
        milik = [t.unit.jalur for t in pengguna.penugasan_berlaku() if t.peran in MENGUSULKAN and t.unit]
        unit.queryset = unit.queryset.filter(pk__in=[u.pk for u in unit.queryset if u.jalur.startswith(tuple(milik))])


def sk_terlihat(pengguna: Pengguna) -> QuerySet[Dokumen]:
    """Decrees of appointment in the archive, newest first."""
    dapat = (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI)
    terlihat = Dokumen.objects.visible_to(pengguna).filter(jenis="SK_PENGELOLA", status__in=dapat)
    return terlihat.select_related("pegawai")


class SkForm(forms.Form):
    """Number, day and signed file of a decree."""

    sk_nomor = baris("Nomor SK")
    sk_tanggal = TanggalField(label="Tanggal SK")
    berkas: Any = forms.ModelChoiceField(
        Dokumen.objects.none(),
        label="Berkas SK di arsip",
        help_text="SK yang sudah ditandatangani; unggah dahulu sebagai “SK Gubernur penetapan pengelola”.",
        empty_label="Pilih berkas SK",
        error_messages={"required": "Berkas SK belum dipilih.", "invalid_choice": "Pilih berkas dari daftar."},
    )

    def __init__(self, pengguna: Pengguna, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian: Any = self.fields["berkas"]
        isian.queryset = sk_terlihat(pengguna)
        isian.label_from_instance = lambda d: f"{d.judul} {d.nomor}, {d.pegawai.nama}"


class TetapkanForm(SkForm):
    """The decree for those whose proposals were reviewed."""

    mulai = TanggalField(label="Mulai bertugas")


class TunjukForm(SkForm):
    """A role for a person."""

    pegawai = NipField()
    peran = forms.ChoiceField(choices=[("", "Pilih peran"), *DIBERIKAN], error_messages={"required": "Pilih peran."})
    unit = UnitField(wajib=False, bantuan="Hanya untuk Kepala Perangkat Daerah.")
    dari = TanggalField(label="Mulai")
    sampai = TanggalField(label="Sampai", required=False)
    field_order = ("pegawai", "peran", "unit", "dari", "sampai", "sk_nomor", "sk_tanggal", "berkas")


class AkhiriForm(forms.Form):
    terakhir = TanggalField(label="Hari terakhir peran ini berlaku")
    alasan = uraian("Alasan")


class TolakForm(forms.Form):
    catatan = uraian("Alasan tidak ditetapkan")


class BekukanForm(forms.Form):
    """What was found, by what it is shown, and who holds the queue meanwhile."""

    temuan = uraian("Temuan", 500, bantuan="Kelalaian apa yang terbukti. Fasilitator membaca kalimat ini.")
    bukti = uraian("Bukti", bantuan="Misalnya: daftar antrean 2 November 2026, 41 berkas lebih dari 10 hari.")
    pengganti: Any = forms.ModelChoiceField(
        Pengguna.objects.none(),
        label="Antrean dialihkan kepada",
        empty_label="Pilih administrator",
        error_messages={"required": "Pilih administrator lain.", "invalid_choice": "Pilih dari daftar."},
    )

    def __init__(self, pengguna: Pengguna, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aktif = [t.pengguna_id for t in administrator()]
        isian: Any = self.fields["pengganti"]
        isian.queryset = Pengguna.objects.filter(pk__in=aktif, is_active=True).exclude(pk=pengguna.pk).order_by("nama")


def administrator() -> Any:
    return Penugasan.objects.berlaku().filter(peran=Peran.ADMINISTRATOR)


class PeninjauanForm(forms.Form):
    nama = baris("Nama peninjauan", bantuan="Misalnya: Peninjauan akses semester II 2026.")
    batas = TanggalField(label="Dijawab paling lambat")


class SurelPertamaForm(forms.Form):
    surel = forms.EmailField(
        label="Email dinas",
        max_length=150,
        help_text="Kotak surat milik orangnya sendiri, bukan milik kantor bersama.",
        error_messages={
            "required": "Email belum diisi.",
            "invalid": "Tulis alamat email yang lengkap, misalnya nama@contoh.go.id.",
        },
    )


class UjiAksesForm(forms.Form):
    """Whose archive the question is about; without one only the rights are listed."""

    nip = forms.CharField(
        label="NIP pegawai yang ditanyakan",
        required=False,
        max_length=18,
        help_text="Kosongkan untuk melihat haknya saja. Uji ini hanya membaca dan dicatat di jurnal.",
    )
