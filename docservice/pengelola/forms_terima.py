"""One line of a file of employees, judged field by field as a form on a page would be."""

from __future__ import annotations

from typing import Any

from django import forms

from docservice.akun.models import Pengguna
from docservice.akun.surel import check_email_dinas
from docservice.pegawai.acuan import acuan
from docservice.pegawai.models import Pegawai
from docservice.pegawai.nip import urai
from docservice.pegawai.pilihan import UnitField
from docservice.riwayat.jenis.pendidikan import TINGKAT
from docservice.umum.errors import IsianSalah
from docservice.umum.fields import TanggalField

WAJIB = frozenset({"nip", "nama", "tempat_lahir", "jenis_asn", "jabatan", "jenis_jabatan", "tingkat_pendidikan"})
BOLEH = frozenset(
    {
        "gelar_depan",
        "gelar_belakang",
        "panggilan",
        "tanggal_lahir",
        "jenis_kelamin",
        "kedudukan_hukum",
        "tmt_cpns",
        "pendidikan",
        "surel",
    }
)
"""Columns of a file of employees."""


def _kode(pilihan: dict[str, str], *, wajib: bool) -> forms.ChoiceField:
    pesan = {"invalid_choice": f"Kode “%(value)s” tidak dikenal. Yang ada: {', '.join(pilihan)}."}
    return forms.ChoiceField(choices=[("", "Pilih"), *pilihan.items()], required=wajib, error_messages=pesan)


KATA = {
    "nip": ("NIP atau NI PPPK", "Delapan belas angka. Tanggal lahir dan jenis kelamin dibaca dari sini."),
    "nama": ("Nama tanpa gelar", "Seperti di SK pengangkatan."),
    "gelar_depan": ("Gelar depan", ""),
    "gelar_belakang": ("Gelar belakang", "Misalnya: S.Sos., M.AP."),
    "panggilan": ("Nama panggilan", "Dipakai untuk menyapa."),
    "tempat_lahir": ("Tempat lahir", ""),
    "tanggal_lahir": ("Tanggal lahir", "Hanya bila berbeda dari yang di NIP."),
    "jenis_kelamin": ("Jenis kelamin", "Hanya bila berbeda dari yang di NIP."),
    "jenis_asn": ("Jenis ASN", ""),
    "kedudukan_hukum": ("Kedudukan hukum", "Kosong: aktif."),
    "tmt_cpns": ("TMT CPNS", "Hanya untuk PNS dan CPNS."),
    "jabatan": ("Jabatan", ""),
    "jenis_jabatan": ("Jenis jabatan", ""),
    "tingkat_pendidikan": ("Tingkat pendidikan", ""),
    "pendidikan": ("Pendidikan", "Misalnya: S-1 Teknik Informatika."),
    "surel": ("Email dinas", "Ke sini dikirim tautan untuk membuat kata sandi. Boleh dicatat kemudian."),
}
"""Label and help of each field."""


class PegawaiBaruForm(forms.ModelForm):  # type: ignore[type-arg]
    """Birth and sex may stay empty, the number has them; where both speak and differ, :meth:`periksa_nip` says so."""

    nip = forms.CharField()
    tanggal_lahir = TanggalField(required=False)
    jenis_kelamin = _kode({"L": "Laki-laki", "P": "Perempuan"}, wajib=False)
    jenis_asn = _kode({satu.value: satu.label for satu in Pegawai.JenisAsn}, wajib=True)
    jenis_jabatan = _kode({satu.value: satu.label for satu in Pegawai.JenisJabatan}, wajib=True)
    kedudukan_hukum = _kode(acuan("kedudukanHukum"), wajib=False)
    tingkat_pendidikan = _kode(TINGKAT, wajib=True)
    tmt_cpns = TanggalField(required=False)
    surel = forms.EmailField(required=False)

    class Meta:
        model = Pegawai
        fields = (
            "nip",
            "nama",
            "gelar_depan",
            "gelar_belakang",
            "panggilan",
            "tempat_lahir",
            "tanggal_lahir",
            "jenis_kelamin",
            "jenis_asn",
            "kedudukan_hukum",
            "tmt_cpns",
            "jabatan",
            "jenis_jabatan",
            "tingkat_pendidikan",
            "pendidikan",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, (label, bantuan) in KATA.items():
            isian = self.fields[nama]
            isian.label, isian.help_text = label, bantuan
            isian.error_messages["required"] = f"{label} belum diisi."

    def clean_nip(self) -> str:
        nip = "".join(str(self.cleaned_data["nip"]).split())
        urai(nip)
        return nip

    def clean_kedudukan_hukum(self) -> str:
        return self.cleaned_data["kedudukan_hukum"] or "01"

    def clean_surel(self) -> str:
        surel = str(self.cleaned_data["surel"])
        try:
            check_email_dinas(surel) if surel else None
        except IsianSalah as salah:
            raise forms.ValidationError(salah.pesan) from None
        if (
            surel
            and Pengguna.objects.filter(surel__iexact=surel).exclude(nip=self.cleaned_data.get("nip", "")).exists()
        ):
            raise forms.ValidationError("Email ini sudah dipakai akun lain.")
        return surel

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        if "nip" in isi:
            bagian = urai(isi["nip"])
            isi["tanggal_lahir"] = isi.get("tanggal_lahir") or bagian.lahir
            isi["jenis_kelamin"] = isi.get("jenis_kelamin") or bagian.jenis_kelamin
        return isi


class TerimaForm(PegawaiBaruForm):
    """One person on a page: the same questions, and the unit from the list of those that exist."""

    unit_kerja = UnitField()
    field_order = (
        *("nip", "nama", "gelar_depan", "gelar_belakang", "panggilan", "tempat_lahir", "tanggal_lahir"),
        *("jenis_kelamin", "jenis_asn", "tmt_cpns", "unit_kerja", "jabatan", "jenis_jabatan", "tingkat_pendidikan"),
        *("pendidikan", "kedudukan_hukum", "surel"),
    )
