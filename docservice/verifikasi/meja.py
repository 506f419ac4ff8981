"""What lies on the workbench: the paper and what was read on it, around it the pile, the progress, the undo bar."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.kembar import kembaran
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Basis, basis_dipakai
from docservice.dokumen.tanda_tangan import laporan, penandatangan, perlu_diperiksa
from docservice.dokumen.temuan import kata_pengunggah
from docservice.umum.nomor import nomor, semua_nomor
from docservice.verifikasi.actions import MASA_URUNG
from docservice.verifikasi.banding import pembanding
from docservice.verifikasi.cocok import bidang_pencocokan
from docservice.verifikasi.kalimat import KALIMAT, rangkai
from docservice.verifikasi.models import PERLU_CATATAN, Alasan, Pegang, Verifikasi
from docservice.verifikasi.mutu import laju_hari_ini
from docservice.verifikasi.sesi import putusan_kini, tumpukan

HURUF = {Basis.ASLI: "A", Basis.LEGALISIR: "L", Basis.TTE: "E", Basis.PENERBIT: "I"}
TERLIHAT = 20
"""Papers of the pile that are listed."""
DISIAPKAN = 2
"""Papers that the browser fetches ahead, with their page images."""
DITAMPILKAN = 6
"""Decisions of this sitting that stay in view above what is left."""


def berkas(dokumen: Dokumen, pengguna: Pengguna, isi: QueryDict) -> dict[str, Any]:
    """The paper itself, and of the form what was typed (*isi*)."""
    versi = dokumen.versi_terkini
    bidang = bidang_pencocokan(dokumen, versi)
    halaman = list(versi.halaman.all())
    return {
        "dokumen": dokumen,
        "versi": versi,
        "halaman": [(satu, [b for b in bidang if b.kotak and b.halaman == satu.nomor]) for satu in halaman],
        "bidang": [(b, next((h for h in halaman if h.nomor == b.halaman), None)) for b in bidang],
        "diperiksa": isi.getlist("diperiksa"),
        "basis_dipilih": isi.get("basis", ""),
        "alasan": [(a.value, a.label, KALIMAT[a], a in PERLU_CATATAN) for a in Alasan],
        "alasan_dipilih": isi.getlist("alasan"),
        "catatan": isi.get("catatan", ""),
        "catatan_bkpsdmd": isi.get("catatan_bkpsdmd", ""),
        "diteruskan": "diteruskan" in isi,
        "dilihat": set(semua_nomor(isi.getlist("dilihat"))) or {1},
        "kata_pengunggah": kata_pengunggah(versi),
        "kembaran": kembaran(dokumen, pengguna),
        "banding": pembanding(dokumen, pengguna),
        "kembali_terbuka": isi.get("tindakan") == "kembalikan",
        "pratinjau": rangkai(alasan_dari(isi), isi.get("catatan", "")) if isi else "",
        "pegang": pegangan(pengguna),
        **_tanda_tangan(versi),
    }


def alasan_dari(isi: QueryDict) -> list[tuple[int, str]]:
    """Ticked reasons as (page, code), sent as ``2:4``; what is no reason is none."""
    pasangan = [satu.partition(":") for satu in isi.getlist("alasan")]
    return [(n, kode) for lembar, _, kode in pasangan if (n := nomor(lembar)) is not None and kode in Alasan.values]


def _tanda_tangan(versi: VersiDokumen) -> dict[str, Any]:
    """The verdict on a signed file, and what can be stated as seen: its signature only when it is valid."""
    hasil = laporan(versi) if perlu_diperiksa(versi) else None
    sah = hasil is not None and hasil.verdict == "valid"
    return {
        "laporan": hasil,
        "penandatangan": penandatangan(hasil) if hasil else [],
        "basis": [(b.value, b.label, HURUF[b]) for b in basis_dipakai() if b != Basis.TTE or sah],
    }


def sekitar(dokumen: Dokumen, pengguna: Pengguna) -> dict[str, Any]:
    """What changes with every decision: the pile, how far one is, the last decision while it can be undone."""
    di_meja = list(tumpukan(pengguna).prefetch_related("versi")[:TERLIHAT])
    posisi = next((n for n, d in enumerate(di_meja) if d.pk == dokumen.pk), -1)
    sesudah = di_meja[posisi + 1 :] + di_meja[: max(posisi, 0)]
    return {
        "dokumen": dokumen,
        "tumpukan": di_meja,
        "berikut": [d for d in sesudah if not d.pegang.dilewati][:DISIAPKAN],
        "urungkan": _dapat_diurungkan(pengguna),
        "laju": laju_hari_ini(pengguna),
        **_kemajuan(pengguna, len(di_meja), posisi),
    }


def _kemajuan(pengguna: Pengguna, dipegang: int, posisi: int) -> dict[str, Any]:
    """What this sitting has decided, the last few by name, and how far along the paper on the desk is."""
    putusan = putusan_kini(pengguna)
    sudah = putusan.count()
    terakhir = list(putusan.select_related("versi__dokumen", "versi__pegawai").order_by("-pada", "-pk")[:DITAMPILKAN])
    return {"sudah": terakhir[::-1], "ke": sudah + max(posisi, 0) + 1, "banyak": sudah + max(dipegang, 1)}


def _dapat_diurungkan(pengguna: Pengguna) -> Verifikasi | None:
    """One's last decision while its seconds run."""
    batas = timezone.now() - MASA_URUNG
    terakhir = Verifikasi.semua.filter(oleh=pengguna, pada__gt=batas, diurungkan_pada=None)
    return terakhir.select_related("versi__dokumen__pegawai").order_by("-pada").first()


def pegangan(pengguna: Pengguna) -> Pegang | None:
    return Pegang.objects.berlaku().filter(oleh=pengguna).order_by("sampai").first()
