"""Rows for tests: the least that is valid; name what the test is about and leave the rest alone."""

from __future__ import annotations

import hashlib
import io
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from factory.declarations import LazyAttribute, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory
from factory.helpers import post_generation

from docservice.akun.models import Cakupan, Pengguna, Penugasan, TokenApi
from docservice.akun.peran import Peran
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, Halaman, Isian, JenisDokumen, VersiDokumen
from docservice.dokumen.status import Basis, Kelas, StatusBerkas, StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja

NAMA = ("Arunika", "Bentara", "Cendana", "Darmawan", "Elok", "Fajar", "Gayatri", "Hanum", "Indra", "Jelita")


def nip(urut: int) -> str:
    """A valid NIP: born 1 January 1990, civil servant since March 2015."""
    return f"199001012015031{urut % 999 + 1:03d}"


class UnitKerjaFactory(DjangoModelFactory[UnitKerja]):
    class Meta:
        model = UnitKerja

    nama = Sequence(lambda n: f"Dinas Contoh {n}")
    induk = None


class PenggunaFactory(DjangoModelFactory[Pengguna]):
    class Meta:
        model = Pengguna
        skip_postgeneration_save = True

    nip = Sequence(nip)
    nama = Sequence(lambda n: f"{NAMA[n % 10]} Uji{n}")

    @post_generation  # type: ignore[untyped-decorator] # factory_boy leaves it so
    def kata_sandi(self, create: bool, extracted: str | None, **kwargs: Any) -> None:
        self.set_password(extracted or settings.DEVELOPMENT_PASSWORD)  # type: ignore[attr-defined]
        self.save()  # type: ignore[attr-defined]


class PegawaiFactory(DjangoModelFactory[Pegawai]):
    """An employee with an account of the same name and NIP."""

    class Meta:
        model = Pegawai

    pengguna = SubFactory(PenggunaFactory)
    nip = SelfAttribute("pengguna.nip")
    nama = SelfAttribute("pengguna.nama")
    tempat_lahir = "Kota Contoh"
    tanggal_lahir = date(1990, 1, 1)
    jenis_kelamin = "L"
    tmt_cpns = date(2015, 3, 1)
    unit = SubFactory(UnitKerjaFactory)
    jabatan = "Pengelola Layanan Uji"
    tingkat_pendidikan = "40"
    pendidikan = "S-1 Administrasi Publik"


class PenugasanFactory(DjangoModelFactory[Penugasan]):
    class Meta:
        model = Penugasan

    pengguna = SubFactory(PenggunaFactory)
    peran = Peran.ADMINISTRATOR
    unit = None
    berlaku_dari = date(2026, 1, 5)
    sk_nomor = "Kep.100/1/BKPSDM/2026"
    sk_tanggal = date(2026, 1, 5)


class JenisDokumenFactory(DjangoModelFactory[JenisDokumen]):
    class Meta:
        model = JenisDokumen
        django_get_or_create = ("kode",)

    kode = "KARPEG"
    nama = "Karpeg atau Kartu ASN"
    kelas = Kelas.TERBATAS


class DokumenFactory(DjangoModelFactory[Dokumen]):
    """A paper that was scanned, read and waits for its fasilitator; ``isi`` are its bytes, ``teks`` its words.

    The bytes are in the archive store, so that every read path works.
    """

    class Meta:
        model = Dokumen
        skip_postgeneration_save = True

    pegawai = SubFactory(PegawaiFactory)
    jenis = SubFactory(JenisDokumenFactory)
    judul = SelfAttribute("jenis.nama")
    kelas = SelfAttribute("jenis.kelas")
    status = StatusDokumen.MENUNGGU
    bersih = True
    dibuat_oleh = SelfAttribute("pegawai.pengguna")
    basis = LazyAttribute(lambda o: Basis.ASLI if o.status == StatusDokumen.TERVERIFIKASI else "")

    @post_generation  # type: ignore[untyped-decorator] # as above
    def isi(self, create: bool, extracted: bytes | None, **kwargs: Any) -> None:
        isi = extracted or f"%PDF-1.7 berkas {self.pk}".encode()  # type: ignore[attr-defined]
        versi_dari(self, isi, **kwargs)  # type: ignore[arg-type]


def versi_dari(
    dokumen: Dokumen, isi: bytes, *, status: str = StatusBerkas.SIAP, teks: str = "", **lain: Any
) -> VersiDokumen:
    """One more version with one page and the NIP read on it."""
    gudang.arsip().put(io.BytesIO(isi))
    gambar = gudang.arsip().put(io.BytesIO(b"RIFF" + isi)).sha256
    nomor = VersiDokumen.objects.filter(dokumen=dokumen).count() + 1
    bawaan: dict[str, Any] = {
        "dokumen": dokumen,
        "pegawai": dokumen.pegawai,
        "nomor": nomor,
        "sha256": hashlib.sha256(isi).hexdigest(),
        "ukuran": len(isi),
        "tipe": "pdf",
        "nama_berkas": "berkas.pdf",
        "status": status,
        "jumlah_halaman": 1,
        "diunggah_oleh": dokumen.dibuat_oleh,
        "kunci": f"uji:{dokumen.pk}:{nomor}",
    }
    versi = VersiDokumen.objects.create(**(bawaan | lain))
    if versi.dapat_dibuka:
        Halaman.objects.create(versi=versi, nomor=1, lebar=1131, tinggi=1600, gambar=gambar, kecil=gambar, teks=teks)
        Isian.objects.create(
            versi=versi, nama="nip", nilai=dokumen.pegawai.nip, halaman=1, kotak=[0.1, 0.1, 0.3, 0.2], keyakinan=96
        )
    return versi


def token_untuk(pengguna: Pengguna, *cakupan: str, masa: timedelta = timedelta(days=1)) -> str:
    """The text of a new API token; without *cakupan* every scope."""
    pilihan = list(cakupan) or list(Cakupan.values)
    return TokenApi.terbitkan(pengguna, nama="uji", cakupan=pilihan, masa=masa)[1]
