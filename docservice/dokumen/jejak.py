"""The history of a document in plain words, out of the journal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from docservice.akun.pelaku import nama_pelaku
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen

KATA: dict[str, tuple[str, str]] = {
    "dokumen.diunggah": ("Diunggah", "unggah"),
    "berkas.bersih": ("Bebas virus", "perisai-centang"),
    "berkas.siap": ("Terbaca dan dapat dicari", "berkas-garis"),
    "berkas.tak_terbaca": ("Tidak dapat dibaca dengan aman", "berkas-coret"),
    "dokumen.saran_diabaikan": ("Pengunggah tetap memakai foto ini", "info"),
    "dokumen.jenis_diganti": ("Jenis dokumen diganti pengunggah", "pena"),
    "dokumen.jenis_dipastikan": ("Pengunggah memastikan jenis dokumen", "info"),
    "dokumen.nip_dijelaskan": ("Pengunggah menjelaskan NIP di berkas", "info"),
    "dokumen.dikembalikan": ("Dikembalikan", "panah-balik"),
    "dokumen.terverifikasi": ("Terverifikasi", "centang-bulat"),
    "verifikasi.diurungkan": ("Keputusan diurungkan", "panah-balik"),
}
"""Refusals and quarantine are missing on purpose: they are their uploader's alone (Law 3)."""


@dataclass(frozen=True)
class Peristiwa:
    kata: str
    ikon: str
    pada: datetime
    oleh: str
    versi: int | None


def jejak_dokumen(dokumen: Dokumen, versi: Collection[int]) -> list[Peristiwa]:
    """Newest first; of the versions that the reader may know of."""
    baris = [
        b
        for b in Jejak.objects.filter(objek=f"dokumen:{dokumen.pk}", aksi__in=KATA).order_by("-nomor")[:60]
        if b.rincian.get("versi", 0) in (0, *versi)
    ]
    nama = nama_pelaku(baris)
    hasil = [Peristiwa(*KATA[b.aksi], b.waktu, nama.get(b.pelaku, ""), b.rincian.get("versi")) for b in baris]
    if dokumen.sumber == Dokumen.Sumber.TERBITAN:
        hasil.append(Peristiwa("Ditandatangani dan masuk arsip", "tanda-tangan", dokumen.dibuat_pada, "", None))
    return hasil
