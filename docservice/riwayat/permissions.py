"""Who may propose, verify and validate a riwayat row. Nobody decides on their own (B.2; Law 9)."""

from __future__ import annotations

from django.db.models import Q
from django.db.models.fields.json import KT
from django.http import Http404

from docservice.akun.lingkup import tugas_atas
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import TidakBerwenang
from docservice.umum.izin import lolos


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
    if pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Perbaikan data Anda sendiri diminta oleh administrator lain.")
    if pegawai.nip in kerabat(pengguna):
        raise TidakBerwenang("Perbaikan data keluarga Anda diminta oleh administrator lain.")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Perbaikan dari data BKN diminta oleh administrator BKPSDMD.")


def check_may_isikan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The fasilitator of the unit or an administrator, in the employee's name (BABEL 9(3)b, 15(1)a).

    One's own and one's family's go the ordinary way.
    """
    check_bukan_kerabat(pengguna, pegawai)
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
        check_bukan_kerabat(pengguna, riwayat.pegawai)
    else:
        check_fasilitator_dari(pengguna, riwayat.pegawai)


def may_verifikasi_usulan(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_verifikasi_usulan, pengguna, riwayat)


def check_fasilitator_dari(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The fasilitator whose unit holds *pegawai*, never for their own papers or their family's."""
    check_bukan_kerabat(pengguna, pegawai)
    tugas_fasilitator(pengguna, pegawai)


def check_bukan_kerabat(pengguna: Pengguna, pegawai: Pegawai) -> None:
    if pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat memverifikasi dokumen sendiri.")
    if pegawai.nip in kerabat(pengguna):
        raise TidakBerwenang("Anda tidak dapat memverifikasi dokumen keluarga sendiri.")


def kerabat(pengguna: Pengguna) -> set[str]:
    """NIP of civil servants in this person's family, as either declared it; a proposal is enough."""
    ingat = vars(pengguna)  # asked once per request object, like the roles
    if "_kerabat" not in ingat:
        ingat["_kerabat"] = _kerabat(pengguna)
    semua: set[str] = ingat["_kerabat"]
    return semua


def _kerabat(pengguna: Pengguna) -> set[str]:
    keluarga = Riwayat.objects.filter(jenis__in=("pasangan", "anak", "orang_tua", "saudara"))
    keluarga = keluarga.exclude(status__in=(StatusRiwayat.DITOLAK, StatusRiwayat.DIBATALKAN))
    sendiri = keluarga.filter(pegawai__pengguna=pengguna).values_list(KT("data__nip_pasangan"), KT("data__nip"))
    menyebut = keluarga.filter(Q(data__nip_pasangan=pengguna.nip) | Q(data__nip=pengguna.nip))
    disebut = (nip for baris in sendiri for nip in baris)
    return {nip for nip in (*disebut, *menyebut.values_list("pegawai__nip", flat=True)) if nip}


def tugas_fasilitator(pengguna: Pengguna, pegawai: Pegawai) -> Penugasan:
    """The very assignment by which this person may verify for *pegawai*; raises :class:`TidakBerwenang`."""
    if tugas := tugas_atas(pengguna, pegawai.unit, Peran.FASILITATOR):
        return tugas
    raise TidakBerwenang("Verifikasi dilakukan oleh fasilitator unit kerja pegawai ini.")


def check_may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> None:
    if riwayat.pegawai.pengguna_id == pengguna.pk or riwayat.dibuat_oleh_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat memvalidasi data Anda sendiri.")
    if riwayat.pegawai.nip in kerabat(pengguna):
        raise TidakBerwenang("Anda tidak dapat memvalidasi data keluarga sendiri.")
    if riwayat.atas_nama and riwayat.diverifikasi_oleh_id == pengguna.pk:
        raise TidakBerwenang("Usulan yang Anda verifikasi divalidasi administrator lain.")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Validasi dilakukan oleh administrator BKPSDMD.")


def may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_validasi, pengguna, riwayat)
