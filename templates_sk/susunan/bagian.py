"""Pieces of data that kinds of naskah share, with the labels people see."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from templates_sk.golongan import GOLONGAN_PNS, GOLONGAN_PPPK
from templates_sk.susunan.isian import bantuan
from templates_sk.susunan.isian import isian as isian

Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Panjang = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Pendek = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Nomor = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=45)]
Nip = Annotated[str, StringConstraints(pattern=r"^\d{18}$")]
Catatan = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=320)]
Uang = Annotated[int, Field(ge=1, le=10**12)]
Golongan = Literal[GOLONGAN_PNS]  # type: ignore[valid-type]  # the tuple is the one list of ranks
GolonganPppk = Literal[GOLONGAN_PPPK]  # type: ignore[valid-type]
GolonganAsn = Literal[(*GOLONGAN_PNS, *GOLONGAN_PPPK)]  # type: ignore[valid-type]


class Bagian(BaseModel):
    """Unknown keys are refused: a misspelt field must not vanish silently from a naskah."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        frozen=True,
        defer_build=True,
        json_schema_extra=lambda schema: schema.pop("description", None) and None,
    )
    """What a class is for is said to programmers; a JSON Schema is for those who fill it in."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        for field in cls.model_fields.values():
            field.description = field.description or bantuan(field)


class Rujukan(Bagian):
    """Another document, by number and date."""

    nomor: Nomor = isian("Nomor")
    tanggal: date = isian("Tanggal", "Tulis seperti 2026-12-01.")


class Pertek(Bagian):
    """The technical consent of the national civil-service agency."""

    penerbit: Teks = Field(title="Penerbit pertimbangan teknis")
    nomor: Nomor = Field(title="Nomor pertimbangan teknis")
    tanggal: date = Field(title="Tanggal pertimbangan teknis")


class MasaKerja(Bagian):
    """Whole years and months."""

    tahun: int = isian("Tahun", ge=0, le=60)
    bulan: int = isian("Bulan", default=0, ge=0, le=11)


class PenandaTangan(Bagian):
    """Who signs, and in which of the fixed forms."""

    bentuk: Literal["langsung", "a.n.", "u.b."] = Field("langsung", title="Bentuk penandatanganan")
    atas_nama: Pendek = Field("", title="Atas nama")
    melalui: Pendek = Field("", title="Pejabat penerima kuasa (u.b.)")
    plt_plh: Literal["", "Plt.", "Plh.", "Pj.", "Pjs."] = Field("", title="Plt./Plh.")
    jabatan: Teks = Field(title="Jabatan penanda tangan")
    nama: Teks = Field(title="Nama penanda tangan")
    pangkat: Pendek = Field("", title="Pangkat penanda tangan")
    nip: Nip | Literal[""] = Field("", title="NIP penanda tangan")
    cetak_gelar: bool = Field(False, title="Cetak pangkat")
    cetak_nip: bool = Field(False, title="Cetak NIP")

    def baris_jabatan(self) -> list[str]:
        """Lines above the signature, without the closing comma."""
        office = f"{self.plt_plh} {self.jabatan}".strip()
        if self.bentuk == "langsung":
            return [office]
        principal = f"a.n. {self.atas_nama}"
        if self.bentuk == "a.n.":
            return [principal, office]
        return [principal, self.melalui or "SEKRETARIS DAERAH", "u.b.", office]


class Dasar(Bagian):
    """What every naskah carries, decree and letter alike."""

    nomor: Nomor | None = isian("Nomor naskah", "Diberikan dari register saat ditandatangani.", default=None)
    nomor_draf: Nomor = isian("Nomor pada draf", "Titik-titik di tempat nomor urut.", default="……")
    tanggal: date | None = isian("Tanggal penetapan", "Tanggal penandatanganan, seperti 2026-12-01.", default=None)
    tempat: Teks = isian("Tempat penetapan", "Ibu kota daerah, misalnya Teluk Permai.")
    penanda_tangan: PenandaTangan = isian("Penanda tangan", "Pejabat yang berwenang pada tanggal penandatanganan.")
    tembusan: list[Teks] = Field(default_factory=list, title="Tembusan", max_length=200)
    footer: Catatan | None = Field(None, title="Catatan kaki tanda tangan elektronik")
    verification_url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=200)] | None = Field(
        None, title="Alamat pemeriksaan"
    )

    @property
    def penerbit(self) -> str:
        """The office a catalogue shows as author; never a person."""
        return self.penanda_tangan.jabatan


class Kop(Bagian):
    """Letterhead of a regional office."""

    pemerintah: Teks = isian("Nama pemerintah daerah", "Huruf kapital, seperti pada kop surat.")
    instansi: Teks = isian("Nama perangkat daerah", "Huruf kapital.")
    alamat: Teks = isian("Alamat", "Jalan, kelurahan, kecamatan, kode pos.")
    kontak: Pendek = isian("Telepon, laman, pos-el", default="")


Ringkas = Literal["ringkas"]
Pertimbangan = Annotated[list[Teks], Field(min_length=1, max_length=12)]


class Naskah(Dasar):
    """What every decree carries. ``menimbang`` and ``mengingat`` replace the usual grounds of its kind."""

    kepala: Teks = isian("Jabatan yang menetapkan", "Huruf kapital, misalnya BUPATI TANJUNG LESTARI.")
    kop: Kop | None = Field(
        None, title="Kop perangkat daerah", description="Diisi bila yang menetapkan kepala perangkat daerah."
    )
    petikan: bool = isian("Petikan", "Ya bila untuk satu orang dari keputusan bersama.", default=True)
    salinan: bool = isian("Salinan", "Ya bila disahkan sebagai salinan.", default=False)
    pengesah: PenandaTangan | None = Field(
        None, title="Pengesah petikan atau salinan", description="Kosong bila ditandatangani pejabat yang menetapkan."
    )
    tentang: Teks | None = isian("Tentang", "Kosong: judul baku jenis naskah ini.", default=None)
    menimbang: Pertimbangan | Ringkas | None = isian(
        "Menimbang", "Kosong: pertimbangan baku. ringkas: dst.", default=None
    )
    mengingat: Pertimbangan | Ringkas | None = isian(
        "Mengingat", "Kosong: dasar hukum baku. ringkas: dst.", default=None
    )

    @property
    def penerbit(self) -> str:
        return self.kepala


class Surat(Dasar):
    """What every letter carries."""

    kop: Kop = isian("Kop surat", "Kop perangkat daerah yang menerbitkan.")


class Orang(Bagian):
    """The person a naskah is about."""

    nama: Teks = isian("Nama", "Lengkap dengan gelar, seperti pada data pegawai.")
    nip: Nip = isian("NIP", "18 angka tanpa spasi.")


class Pegawai(Orang):
    """A civil servant with rank, post and office."""

    golongan: Golongan = isian("Golongan ruang", "Misalnya III/b.")
    jabatan: Teks = isian("Jabatan", "Nama jabatan lengkap dengan jenjangnya.")
    unit_kerja: Teks = isian("Unit kerja", "Seperti pada data pegawai.")


class Asn(Pegawai):
    """The same, or a civil servant on contract: golongan I to XVII, and no rank (PP 49/2018)."""

    golongan: GolonganAsn = isian("Golongan", "Misalnya III/b; bagi PPPK I sampai dengan XVII.")

    @property
    def sebutan(self) -> str:
        pns = "Pegawai Negeri Sipil"
        return pns if self.golongan in GOLONGAN_PNS else "Pegawai Pemerintah dengan Perjanjian Kerja"

    @property
    def sebutan_nip(self) -> str:
        return "NIP" if self.golongan in GOLONGAN_PNS else "NI PPPK"

    @property
    def golongan_pns(self) -> str:
        return self.golongan if self.golongan in GOLONGAN_PNS else ""

    @property
    def golongan_pppk(self) -> str:
        return self.golongan if self.golongan in GOLONGAN_PPPK else ""


class Kelahiran(Bagian):
    tempat_lahir: Teks = isian("Tempat lahir", "Seperti pada data pegawai.")
    tanggal_lahir: date = isian("Tanggal lahir", "Tulis seperti 1990-12-31.")
