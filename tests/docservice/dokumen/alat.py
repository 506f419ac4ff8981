"""Papers for these tests, made here, and the one way they come in."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan_semua, taruh
from docservice.dokumen import gudang
from docservice.dokumen.actions import unggah
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiDokumen
from docservice.pegawai.models import Pegawai
from docservice.peragaan.pemindai_tiruan import lembar
from storage import Policy
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory

_urut = itertools.count(1)
KODE = {"B": "AKRED", "T": "KARPEG", "R": "SK_HUKDIS"}
"""A kind of paper of each class of access."""


def kertas(judul: str = "KARTU PEGAWAI", *baris: str) -> bytes:
    """A one-page PDF with a text layer, never the same bytes twice."""
    return lembar(judul, [*baris, f"Salinan ke-{next(_urut)}"])


def berhalaman(banyak: int) -> bytes:
    keluar = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(banyak):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(keluar)
    return keluar.getvalue()


def terlalu_besar_diperiksa(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a file may have less inside than any file has: the scanner cannot be shown all of it."""
    monkeypatch.setattr(gudang, "aturan_berkas", lambda: Policy(deep_bytes=10))


def tanpa_halaman() -> bytes:
    keluar = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(keluar)
    return keluar.getvalue()


def terkunci(isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        pdf.save(keluar, encryption=pikepdf.Encryption(owner="pemilik", user="sandi"))
    return keluar.getvalue()


def berskrip(isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(keluar)
    return keluar.getvalue()


def kirim(
    kantor: KantorUji,
    isi: bytes | None = None,
    *,
    oleh: int = 13,
    milik: int | None = None,
    kode: str = "KARPEG",
    nama: str = "berkas.pdf",
    **lain: Any,
) -> VersiDokumen:
    """Person *oleh* uploads *isi* into the archive of *milik* (their own)."""
    return unggah(
        by=kantor.akun(oleh),
        pegawai=kantor.orang(milik or oleh),
        jenis=JenisDokumen.objects.get(pk=kode),
        berkas=io.BytesIO(kertas() if isi is None else isi),
        nama_berkas=nama,
        **lain,
    )


def olah() -> None:
    """Do what waits, also what was put off for a moment."""
    Job.objects.filter(status="menunggu").update(berikutnya="2000-01-01T00:00:00Z")
    jalankan_semua()


def siap(versi: VersiDokumen) -> VersiDokumen:
    """The same version after all its work."""
    olah()
    return VersiDokumen.objects.select_related("dokumen").get(pk=versi.pk)


def kabar_terakhir(kantor: KantorUji, nomor: int = 13) -> str:
    kabar = Kabar.objects.filter(pengguna=kantor.akun(nomor)).order_by("pk").last()
    return kabar.teks if kabar else ""


def jumlah_baris() -> tuple[int, int, int]:
    return Dokumen.objects.count(), VersiDokumen.objects.count(), Job.objects.count()


def dokumen(kantor: KantorUji, milik: int, kelas: str, **lain: Any) -> Dokumen:
    """A paper of that class that has passed scanner and reader."""
    jenis = JenisDokumen.objects.get(pk=KODE[kelas])
    return DokumenFactory.create(pegawai=kantor.orang(milik), jenis=jenis, **lain)


def kartu_tetap() -> VersiDokumen:
    """Person 13 sends the same form with the same file, however often and from whatever process."""
    pegawai = Pegawai.objects.get(nip="199710022022021913")
    assert pegawai.pengguna is not None
    return unggah(
        by=pegawai.pengguna,
        pegawai=pegawai,
        jenis=JenisDokumen.objects.get(pk="KARPEG"),
        berkas=io.BytesIO(lembar("KARTU PEGAWAI", ["Nama: Damar Panuluh", f"NIP: {pegawai.nip}"])),
        nama_berkas="kartu.pdf",
        kunci="formulir-tetap",
    )


@contextmanager
def gudang_sendiri(settings: Any, folder: Path) -> Iterator[None]:
    """Stores of one test's own, where every stray blob is that test's."""
    lama, settings.STORAGE_URL = settings.STORAGE_URL, f"file://{folder}"
    semua = (gudang.arsip, gudang.masuk, gudang.karantina, gudang.kerja, gudang.bagian)
    for satu in semua:
        satu.cache_clear()
    yield
    settings.STORAGE_URL = lama
    for satu in semua:
        satu.cache_clear()


def pindai_lagi() -> None:
    """The archive is looked through with today's signatures."""
    Job.objects.filter(jenis="dokumen.pindai_lama").delete()
    taruh("dokumen.pindai_lama", "uji")
    jalankan_semua()
