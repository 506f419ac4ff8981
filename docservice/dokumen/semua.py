"""One's whole archive in a ZIP: every file as it came, what else is on record, a list, and their SHA-256.

UU 27/2022 art. 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.http import StreamingHttpResponse
from django.utils import timezone
from zipstream import ZIP_STORED, ZipStream

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.kirim import nama_unduhan
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import BelumLengkap
from docservice.umum.lembar import csv_lembar

KEPALA = ("Berkas", "Dokumen", "Jenis", "Versi", "Nomor", "Tanggal", "Status", "Halaman", "Bita", "SHA-256")
SEPOTONG = 256 * 1024
lampiran: dict[str, Callable[[Pengguna, Pegawai], bytes]] = {}
"""Filled by upper rooms: further files by their names, what else is on record about the person."""


@dataclass(frozen=True)
class Isi:
    """One file of the ZIP."""

    nama: str
    versi: VersiDokumen


def kirim_semua(*, by: Pengguna, pegawai: Pegawai) -> StreamingHttpResponse:
    """Streamed, nothing is written to disk; the length is known before the first byte.

    Raises :class:`BelumLengkap` when there is nothing to take along.
    """
    isi = isi_arsip(by, pegawai)
    if not isi:
        raise BelumLengkap("Belum ada berkas yang dapat diunduh. Unggah dokumen pertama Anda dahulu.")
    with transaction.atomic():
        catat("dokumen.unduh_semua", by=by, objek=pegawai, jumlah=len(isi))
    kemas = _kemas(isi, {nama: buat(by, pegawai) for nama, buat in lampiran.items()})
    nama = f"arsip-{pegawai.nip}-{timezone.localdate():%Y%m%d}.zip"
    kepala = {"Content-Length": str(len(kemas)), "Content-Disposition": f'attachment; filename="{nama}"'}
    return StreamingHttpResponse(kemas, content_type="application/zip", headers=kepala)


def isi_arsip(by: Pengguna, pegawai: Pegawai) -> list[Isi]:
    """The newest readable version of every document *by* may see; equal names are told apart by number."""
    milik = Dokumen.objects.visible_to(by).milik(pegawai)
    versi = VersiDokumen.objects.filter(dokumen__in=milik, status__in=BACAAN_TERBUKA)
    terbaru: dict[int, VersiDokumen] = {}
    for satu in versi.select_related("dokumen__jenis", "pegawai").order_by("dokumen_id", "nomor"):
        terbaru[satu.dokumen_id] = satu
    isi: dict[str, Isi] = {}
    for satu in terbaru.values():
        nama, sama = nama_unduhan(satu), 1
        while nama in isi:
            sama += 1
            dasar, _, akhiran = nama_unduhan(satu).rpartition(".")
            nama = f"{dasar}_{sama}.{akhiran}"
        isi[nama] = Isi(nama, satu)
    return list(isi.values())


def _kemas(isi: list[Isi], lain: dict[str, bytes]) -> ZipStream:
    """Stored, not deflated: scans are compressed already, and only so is the length known beforehand."""
    kemas = ZipStream(sized=True, compress_type=ZIP_STORED)
    for satu in isi:
        kemas.add(_baca(satu.versi.sha256), satu.nama, size=satu.versi.ukuran)
    for nama, badan in lain.items():
        kemas.add(badan, nama)
    kemas.add(csv_lembar([KEPALA, *(_baris(satu) for satu in isi)]), "daftar.csv")
    sidik = {satu.nama: satu.versi.sha256 for satu in isi}
    sidik |= {nama: sha256(badan).hexdigest() for nama, badan in lain.items()}
    kemas.add("".join(f"{satu}  {nama}\n" for nama, satu in sidik.items()).encode(), "SHA256SUMS")
    return kemas


def _baca(sha256: str) -> Iterator[bytes]:
    with gudang.arsip().open(sha256) as berkas:
        while potong := berkas.read(SEPOTONG):
            yield potong


def _baris(satu: Isi) -> tuple[object, ...]:
    versi, dokumen = satu.versi, satu.versi.dokumen
    tanggal = dokumen.tanggal.isoformat() if dokumen.tanggal else ""
    letak = (satu.nama, dokumen.judul, dokumen.jenis.nama, versi.nomor, dokumen.nomor, tanggal)
    return (*letak, dokumen.get_status_display(), versi.jumlah_halaman, versi.ukuran, versi.sha256)
