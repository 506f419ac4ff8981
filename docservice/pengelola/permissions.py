"""Who proposes, decrees, freezes and reviews. Nobody decides about themselves."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from docservice.akun.lingkup import lingkup, tugas_atas
from docservice.akun.models import Pengguna
from docservice.akun.penugasan import check_bukan_diri, check_may_atur_peran
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pengelola.models import MENGATUR, MENGUSULKAN, Pembekuan, Pengangkatan
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.umum.errors import TidakBerwenang
from docservice.umum.izin import lolos


def ambil_pengangkatan(pengguna: Pengguna, pk: int) -> Pengangkatan:
    sumber = Pengangkatan.objects.visible_to(pengguna).select_related("pegawai__unit", "unit", "surat", "penugasan")
    satu = sumber.filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def ambil_pembekuan(pengguna: Pengguna, pk: int) -> Pembekuan:
    sumber = Pembekuan.objects.visible_to(pengguna).select_related("unit", "penugasan__pengguna", "pernyataan__naskah")
    satu = sumber.filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def check_may_lihat_peran(pengguna: Pengguna) -> None:
    if not pengguna.berperan(*MENGATUR):
        raise TidakBerwenang("Peran dan akses diatur oleh administrator BKPSDMD.")


def check_may_usulkan(pengguna: Pengguna, pegawai: Pegawai, unit: UnitKerja) -> None:
    """The head of the office or its fasilitator, for a colleague of that office (BABEL 9(5), 9(6))."""
    if pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat mengusulkan diri sendiri.")
    check_bukan_kerabat(pengguna, pegawai, "mengusulkan peran bagi")
    if not tugas_atas(pengguna, unit, *MENGUSULKAN):
        raise TidakBerwenang("Fasilitator diusulkan oleh Kepala Perangkat Daerah unit itu.")


def check_may_mengusulkan(pengguna: Pengguna) -> None:
    if not may_usulkan(pengguna):
        raise TidakBerwenang("Fasilitator diusulkan oleh Kepala Perangkat Daerah unit itu.")


def calon(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Whom this person may name: colleagues of the offices they head; everybody for those who administer roles."""
    semua = Pegawai.objects.select_related("unit", "pengguna")
    return semua if pengguna.berperan(*MENGATUR) else semua.filter(lingkup(pengguna, "unit", *MENGUSULKAN))


def ambil_calon(pengguna: Pengguna, nip: str) -> Pegawai:
    satu = calon(pengguna).filter(nip=nip).first()
    if satu is None:
        raise Http404
    return satu


def may_usulkan(pengguna: Pengguna) -> bool:
    return pengguna.berperan(*MENGUSULKAN)


def check_may_tetapkan(pengguna: Pengguna, pengangkatan: Pengangkatan) -> None:
    """Review, decree, refusal; :func:`check_may_atur_peran` is the rule for the role itself."""
    if pengangkatan.pegawai.pengguna is None:
        raise TidakBerwenang("Pegawai ini belum mempunyai akun.")
    check_may_atur_peran(pengguna, pengangkatan.pegawai.pengguna, pengangkatan.peran)


def may_tetapkan(pengguna: Pengguna, pengangkatan: Pengangkatan) -> bool:
    return lolos(check_may_tetapkan, pengguna, pengangkatan)


def check_may_terima(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Pegawai baru dimasukkan oleh administrator BKPSDMD.")


def check_may_bekukan(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Pembekuan akses ditetapkan dan dicabut oleh administrator BKPSDMD.")


def check_may_mengetahui(pengguna: Pengguna, pembekuan: Pembekuan) -> None:
    """The head of that office, never the fasilitator concerned."""
    if pembekuan.penugasan.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Surat ini tentang Anda; Kepala Perangkat Daerah yang mengetahuinya.")
    check_bukan_diri(pengguna, pembekuan.penugasan.pengguna)
    if not tugas_atas(pengguna, pembekuan.unit, Peran.KEPALA_PD):
        raise TidakBerwenang("Surat kesanggupan diketahui oleh Kepala Perangkat Daerah unit itu.")


def may_mengetahui(pengguna: Pengguna, pembekuan: Pembekuan) -> bool:
    return lolos(check_may_mengetahui, pengguna, pembekuan)
