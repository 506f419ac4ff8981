"""Correcting a row that was accepted: a new row takes its place, the old one stays to be seen (BABEL 1 no. 14).

Nothing is overwritten. Until the correction is validated the old row holds; a decree issued here is corrected by
another decree.
"""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Pegawai
from docservice.riwayat.kata import isi_baris
from docservice.riwayat.langkah import catat_langkah
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import ALUR_RIWAYAT, TERBUKA, StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang


def check_may_diperbaiki(lama: Riwayat, pegawai: Pegawai, jenis: str) -> None:
    """Raises :class:`SudahBerubah` or :class:`TidakBerwenang` when *lama* cannot be corrected so."""
    if (lama.pegawai_id, lama.jenis) != (pegawai.pk, jenis):
        raise TidakBerwenang("Baris yang diperbaiki bukan milik pegawai dan jenis riwayat yang disebut.")
    if lama.sumber == Riwayat.Sumber.TERBITAN:
        raise SudahBerubah("Riwayat ini lahir dari keputusan yang terbit di sini. Perbaikannya lewat keputusan baru.")
    if lama.status != StatusRiwayat.TERVALIDASI:
        raise SudahBerubah(f"Riwayat ini sekarang “{lama.get_status_display()}”. Muat ulang halaman.")


def tandai(riwayat: Riwayat, lama: Riwayat | None, alasan: str) -> None:
    """Make the new proposal *riwayat* a correction of *lama*, if there is one; in the caller's transaction."""
    if lama is None:
        return
    check_may_diperbaiki(lama, riwayat.pegawai, riwayat.jenis)
    kini = Riwayat.objects.select_for_update().get(pk=lama.pk)
    check_may_diperbaiki(kini, riwayat.pegawai, riwayat.jenis)
    if kini.pengganti.filter(status__in=TERBUKA).exists():
        raise SudahBerubah("Perbaikan riwayat ini sudah diajukan dan sedang berjalan.")
    if not alasan.strip():
        raise BelumLengkap("Tulis apa yang salah pada data lama.", isian={"alasan": "Belum diisi."})
    riwayat.menggantikan, riwayat.alasan = kini, alasan.strip()[:300]


def terapkan(riwayat: Riwayat, by: Pengguna) -> None:
    """The validated correction takes the place of what it corrects."""
    if riwayat.menggantikan_id is None:
        return
    lama = Riwayat.objects.select_for_update().get(pk=riwayat.menggantikan_id)
    ALUR_RIWAYAT.periksa(lama.status, StatusRiwayat.DIGANTI)
    lama.status = StatusRiwayat.DIGANTI
    lama.revisi += 1
    lama.save(update_fields=["status", "revisi"])
    riwayat.siasn_id = lama.siasn_id  # at BKN it is the same row
    riwayat.save(update_fields=["siasn_id"])
    catat(ALUR_RIWAYAT.jejak(lama.status), by=by, objek=lama, diganti_oleh=riwayat.pk, alasan=riwayat.alasan)
    catat_langkah(lama, by, isi=riwayat.alasan)


def perubahan(riwayat: Riwayat, *, penuh: bool = False) -> list[tuple[str, str, str]]:
    """(label, what stood, what is to stand) of each field that the correction changes."""
    return dibanding(riwayat.menggantikan, isi_baris(riwayat.skema, riwayat.data, penuh=penuh), penuh=penuh)


def dibanding(
    lama: Riwayat | None, baru: list[tuple[str, str, str]], *, penuh: bool = False
) -> list[tuple[str, str, str]]:
    """The same against fields as :func:`isi_baris` writes them; nothing where nothing is corrected."""
    if lama is None:
        return []
    dulu = {nama: nilai for nama, _, nilai in isi_baris(lama.skema, lama.data, penuh=penuh)}
    return [(label, dulu[nama], nilai) for nama, label, nilai in baru if dulu[nama] != nilai]
