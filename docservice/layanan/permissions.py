"""Who may ask for a service and who decides at which stage (B.2). Nobody decides on their own request."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import ALUR_PERMOHONAN, StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.riwayat.permissions import check_fasilitator_dari, tugas_fasilitator
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos
from docservice.umum.waktu import maju_hari_kerja, tanggal_panjang


def ambil_permohonan(pengguna: Pengguna, pk: int) -> Permohonan:
    permohonan = (
        Permohonan.objects.visible_to(pengguna).select_related("pegawai__unit", "layanan").filter(pk=pk).first()
    )
    if permohonan is None:
        raise Http404
    return permohonan


def check_may_periksa(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The check tells of discipline and leave, which are the person's and the administrators' alone (B.2)."""
    if pegawai.pengguna_id != pengguna.pk and not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Pemeriksaan syarat hanya untuk pegawai itu sendiri dan administrator.")


def check_may_ajukan(pengguna: Pengguna, layanan: Layanan, pegawai: Pegawai) -> None:
    if pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Permohonan ini diajukan oleh pegawai itu sendiri.")
    if not layanan.dibuka:
        raise BelumLengkap(f"Layanan {layanan.nama} belum dibuka.", kode="layanan_tutup")


def check_may_putuskan(pengguna: Pengguna, permohonan: Permohonan) -> None:
    """The officer whose turn it is."""
    check_bukan_kerabat(pengguna, permohonan.pegawai, "memutuskan permohonan")
    if permohonan.status == StatusPermohonan.FASILITATOR:
        check_fasilitator_dari(pengguna, permohonan.pegawai)
        return
    if ALUR_PERMOHONAN.keadaan[permohonan.status].pemilik != "administrator":
        raise TidakBerwenang("Permohonan ini sedang tidak menunggu keputusan petugas.")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Keputusan ini dilakukan oleh administrator BKPSDMD.")


def peran_pemutus(pengguna: Pengguna | None, permohonan: Permohonan) -> str:
    """The assignment by which a person acts at this stage; empty for the applicant and the system."""
    if pengguna is None or permohonan.pegawai.pengguna_id == pengguna.pk:
        return ""
    if permohonan.status == StatusPermohonan.FASILITATOR:
        return str(tugas_fasilitator(pengguna, permohonan.pegawai))
    tugas = pengguna.penugasan_berlaku()
    return next((str(t) for t in tugas if t.peran == Peran.ADMINISTRATOR), str(tugas[0]) if tugas else "")


def may_putuskan(pengguna: Pengguna, permohonan: Permohonan) -> bool:
    return lolos(check_may_putuskan, pengguna, permohonan)


def check_may_batalkan(pengguna: Pengguna, permohonan: Permohonan) -> None:
    if permohonan.pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Hanya pemohon yang dapat membatalkan permohonan.")


def check_may_tulis_pesan(pengguna: Pengguna, permohonan: Permohonan) -> None:
    """The applicant, the fasilitator of the unit and the administrators; never an officer about themselves."""
    if permohonan.pegawai.pengguna_id == pengguna.pk or pengguna.berperan(Peran.ADMINISTRATOR):
        return
    try:
        check_fasilitator_dari(pengguna, permohonan.pegawai)
    except TidakBerwenang:
        raise TidakBerwenang("Percakapan ini antara pemohon, fasilitator unitnya, dan administrator.") from None


def may_tulis_pesan(pengguna: Pengguna, permohonan: Permohonan) -> bool:
    return lolos(check_may_tulis_pesan, pengguna, permohonan)


def peran_bicara(pengguna: Pengguna, permohonan: Permohonan) -> str:
    """By which assignment one speaks here; empty for the applicant."""
    if permohonan.pegawai.pengguna_id == pengguna.pk:
        return ""
    tugas = pengguna.penugasan_berlaku()
    administrator = next((str(satu) for satu in tugas if satu.peran == Peran.ADMINISTRATOR), "")
    return administrator or str(tugas_fasilitator(pengguna, permohonan.pegawai))


HARI_KEBERATAN, HARI_MENJAWAB = 21, 10
"""Working days to object and to answer (UU 30/2014 Pasal 77 ayat (1) and (4))."""


def check_may_ajukan_keberatan(pengguna: Pengguna, permohonan: Permohonan) -> None:
    if permohonan.pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Keberatan diajukan oleh pemohon sendiri.")
    if permohonan.status != StatusPermohonan.TMS:
        raise SudahBerubah("Keberatan diajukan atas permohonan yang dinyatakan tidak memenuhi syarat (TMS).")
    if hasattr(permohonan, "keberatan"):
        raise SudahBerubah("Keberatan atas permohonan ini sudah diajukan.")
    batas = maju_hari_kerja(timezone.localtime(permohonan.sejak).date(), HARI_KEBERATAN)
    if timezone.localdate() > batas:
        raise SudahBerubah(f"Batas mengajukan keberatan, {tanggal_panjang(batas)}, sudah lewat.")


def may_ajukan_keberatan(pengguna: Pengguna, permohonan: Permohonan) -> bool:
    return lolos(check_may_ajukan_keberatan, pengguna, permohonan)


def check_may_jawab_keberatan(pengguna: Pengguna, permohonan: Permohonan) -> None:
    """Another administrator than the one who decided; nobody about themselves."""
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Keberatan dijawab oleh administrator BKPSDMD.")
    check_bukan_kerabat(pengguna, permohonan.pegawai, "menjawab keberatan")
    keberatan = getattr(permohonan, "keberatan", None)
    if keberatan is None or keberatan.putusan:
        raise SudahBerubah("Tidak ada keberatan yang menunggu jawaban pada permohonan ini.")
    putusan = permohonan.putusan.filter(ke=StatusPermohonan.TMS).last()
    if putusan and putusan.oleh_id == pengguna.pk:
        raise TidakBerwenang("Keberatan atas putusan Anda dijawab oleh administrator lain.")


def may_jawab_keberatan(pengguna: Pengguna, permohonan: Permohonan) -> bool:
    return lolos(check_may_jawab_keberatan, pengguna, permohonan)
