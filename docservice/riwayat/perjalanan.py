"""The way of a row as people see it: what happened and was said, where it is now, what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from docservice.akun.models import Pengguna
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.status import StatusRiwayat

S = StatusRiwayat
KONFIRMASI, VALIDASI = "Dikonfirmasi pegawai", "Tervalidasi"
LANJUTAN: dict[str, tuple[str, ...]] = {
    S.KONFIRMASI: (KONFIRMASI, "Diverifikasi", VALIDASI),
    S.DRAF: ("Diperbaiki pegawai", "Diperiksa fasilitator", VALIDASI),
    S.DIAJUKAN: ("Diperiksa fasilitator", VALIDASI),
    S.DIVERIFIKASI: ("Divalidasi BKPSDMD",),
}
"""Where an open proposal stands, and what comes after."""
GAGAL = (S.DITOLAK, S.DIBATALKAN)


@dataclass(frozen=True)
class Titik:
    """``kelas``: lewat, kini, gagal, pesan (a question or an answer), or empty for what is to come."""

    label: str
    kelas: str
    pada: datetime | None = None
    oleh: str = ""
    isi: str = ""


def perjalanan(riwayat: Riwayat, by: Pengguna) -> list[Titik]:
    """Everything *by* may know of it; rows that came with a decree or from elsewhere were never proposed."""
    semua = list(riwayat.langkah.visible_to(by).select_related("oleh"))
    titik = [_titik(satu, semua[:urutan]) for urutan, satu in enumerate(semua)]
    if riwayat.divalidasi_pada and not any(satu.status == S.TERVALIDASI for satu in semua):
        titik.append(Titik(VALIDASI, "lewat", riwayat.divalidasi_pada))
    lanjut = LANJUTAN.get(riwayat.status, ())
    return [*titik, *(Titik(kata, "" if urutan else "kini") for urutan, kata in enumerate(lanjut))]


def _titik(satu: LangkahUsulan, sebelum: Sequence[LangkahUsulan]) -> Titik:
    nama = satu.oleh.nama if satu.oleh else ""
    if not satu.status:
        return Titik(nama, "pesan", satu.pada, satu.get_sebagai_display(), satu.isi)
    kelas = "gagal" if satu.status in GAGAL else "lewat"
    return Titik(_label(satu, nama, sebelum), kelas, satu.pada, _oleh(satu, nama), satu.isi)


def _label(satu: LangkahUsulan, nama: str, sebelum: Sequence[LangkahUsulan]) -> str:
    pernah = {lain.status for lain in sebelum}
    match satu.status:
        case S.KONFIRMASI:
            return f"Diisikan {nama}".strip()
        case S.DIAJUKAN:
            return "Diajukan lagi" if S.DIAJUKAN in pernah else KONFIRMASI if S.KONFIRMASI in pernah else "Diajukan"
        case S.DRAF:
            return "Dikembalikan" if pernah & {S.DIAJUKAN, S.DIVERIFIKASI} else "Diminta diperiksa"
        case S.DIBATALKAN:
            return "Tidak benar menurut pegawainya" if satu.isi else "Ditarik"
    return StatusRiwayat(satu.status).label


def _oleh(satu: LangkahUsulan, nama: str) -> str:
    """Officers by name: who vouched and who accepted is on record (POSO 9(1)f, 9(2)e)."""
    return nama if satu.dari_petugas else ""
