"""Who may propose, verify and validate a riwayat row. Nobody decides on their own (B.2; Law 9)."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.lingkup import tugas_atas
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos

MEMVERIFIKASI = "memverifikasi dokumen"


def ambil_riwayat(pengguna: Pengguna, pk: int) -> Riwayat:
    riwayat = Riwayat.objects.visible_to(pengguna).select_related("pegawai__unit").filter(pk=pk).first()
    if riwayat is None:
        raise Http404
    return riwayat


def check_may_usulkan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    if pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Usulan perubahan riwayat dibuat oleh pegawai itu sendiri.")


def check_may_siapkan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """Administrators ask a person to correct a row; never themselves or their family."""
    check_bukan_kerabat(pengguna, pegawai, "meminta perbaikan data")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Perbaikan dari data BKN diminta oleh administrator BKPSDMD.")


def check_may_isikan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The fasilitator of the unit or an administrator, in the employee's name (BABEL 9(3)b, 15(1)a).

    One's own and one's family's go the ordinary way.
    """
    check_bukan_kerabat(pengguna, pegawai, "mengisikan usulan")
    if not pengguna.berperan(Peran.ADMINISTRATOR) and not tugas_atas(pengguna, pegawai.unit, Peran.FASILITATOR):
        raise TidakBerwenang("Usulan atas nama pegawai diisikan oleh fasilitator unit kerjanya atau administrator.")


def may_isikan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    return lolos(check_may_isikan, pengguna, pegawai)


def check_may_konfirmasi(pengguna: Pengguna, riwayat: Riwayat) -> None:
    if riwayat.pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Usulan ini dikonfirmasi oleh pegawai yang bersangkutan di akunnya sendiri.")


def check_may_verifikasi_usulan(pengguna: Pengguna, riwayat: Riwayat) -> None:
    """The fasilitator of the unit, never whoever filled it in; of such a row an administrator too."""
    if riwayat.dibuat_oleh_id == pengguna.pk and riwayat.atas_nama:
        raise TidakBerwenang("Usulan yang Anda isikan diperiksa orang lain.")
    check_may_kembalikan(pengguna, riwayat)


def check_may_kembalikan(pengguna: Pengguna, riwayat: Riwayat) -> None:
    if riwayat.atas_nama and pengguna.berperan(Peran.ADMINISTRATOR):
        check_bukan_kerabat(pengguna, riwayat.pegawai, MEMVERIFIKASI)
    else:
        check_fasilitator_dari(pengguna, riwayat.pegawai)


def may_verifikasi_usulan(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_verifikasi_usulan, pengguna, riwayat)


def check_fasilitator_dari(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The fasilitator whose unit holds *pegawai*, never for their own papers or their family's."""
    check_bukan_kerabat(pengguna, pegawai, MEMVERIFIKASI)
    tugas_fasilitator(pengguna, pegawai)


def tugas_fasilitator(pengguna: Pengguna, pegawai: Pegawai) -> Penugasan:
    """The very assignment by which this person may verify for *pegawai*; raises :class:`TidakBerwenang`."""
    if tugas := tugas_atas(pengguna, pegawai.unit, Peran.FASILITATOR):
        return tugas
    raise TidakBerwenang("Verifikasi dilakukan oleh fasilitator unit kerja pegawai ini.")


def check_may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> None:
    check_bukan_kerabat(pengguna, riwayat.pegawai, "memvalidasi data")
    if riwayat.dibuat_oleh_id == pengguna.pk:
        raise TidakBerwenang("Usulan yang Anda isikan divalidasi administrator lain.")
    if riwayat.atas_nama and riwayat.diverifikasi_oleh_id == pengguna.pk:
        raise TidakBerwenang("Usulan yang Anda verifikasi divalidasi administrator lain.")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Validasi dilakukan oleh administrator BKPSDMD.")


def check_may_catat_siasn(pengguna: Pengguna, riwayat: Riwayat) -> None:
    """An administrator, of somebody else's validated row whose kind BKN's service knows."""
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("ID di SIASN dicatat oleh administrator BKPSDMD.")
    check_bukan_kerabat(pengguna, riwayat.pegawai, "mencatat ID SIASN pada riwayat")
    if not riwayat.skema.siasn:
        raise SudahBerubah(f"Riwayat {riwayat.skema.sebutan} tidak mempunyai tempat di SIASN.")
    if riwayat.status != StatusRiwayat.TERVALIDASI:
        raise SudahBerubah("ID di SIASN dicatat pada riwayat yang tervalidasi.")


def may_catat_siasn(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_catat_siasn, pengguna, riwayat)


def may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_validasi, pengguna, riwayat)
