"""Who drafts, initials and signs; the authority is looked up again on the day of signing."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.naskah.isi import basi
from docservice.naskah.models import Kewenangan, Naskah
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos
from docservice.umum.waktu import tanggal_panjang


def ambil_naskah(pengguna: Pengguna, pk: int) -> Naskah:
    sumber = Naskah.objects.visible_to(pengguna).select_related("permohonan__layanan", "pegawai__unit", "kewenangan")
    naskah = sumber.filter(pk=pk).first()
    if naskah is None:
        raise Http404
    return naskah


def check_may_susun(pengguna: Pengguna, pegawai_pengguna_id: int | None) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Naskah disusun oleh administrator BKPSDMD.")
    if pegawai_pengguna_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat menyusun keputusan tentang diri Anda sendiri.")


def may_susun(pengguna: Pengguna, naskah: Naskah) -> bool:
    return lolos(check_may_susun, pengguna, naskah.pegawai.pengguna_id)


def check_may_lihat_jenis(pengguna: Pengguna) -> None:
    """The catalogue of kinds and their wording: those who draft, initial or sign."""
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.PEJABAT):
        raise TidakBerwenang("Katalog naskah dibuka untuk administrator dan pejabat penanda tangan.")


def may_lihat_jenis(pengguna: Pengguna) -> bool:
    return lolos(check_may_lihat_jenis, pengguna)


def check_may_atur_kata(pengguna: Pengguna) -> None:
    """Wording and legal bases are the administrators' to set."""
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Kata naskah dan dasar hukum diatur oleh administrator BKPSDMD.")


def may_atur_kata(pengguna: Pengguna) -> bool:
    return lolos(check_may_atur_kata, pengguna)


def check_may_atur_wewenang(pengguna: Pengguna) -> None:
    """Who signs, who initials and how it is numbered are the administrators' to enter, as a decision sets them."""
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Kewenangan, jalur paraf, dan pola nomor diatur oleh administrator BKPSDMD.")


def may_atur_wewenang(pengguna: Pengguna) -> bool:
    return lolos(check_may_atur_wewenang, pengguna)


def check_may_tunjuk(pengguna: Pengguna, pejabat: Pegawai) -> None:
    """Nobody makes themselves a signer."""
    if pejabat.nip == pengguna.nip or pejabat.pengguna_id == pengguna.pk:
        raise TidakBerwenang(
            "Anda tidak dapat menunjuk diri Anda sendiri. Minta administrator lain menetapkan baris ini."
        )


def check_may_paraf(pengguna: Pengguna, naskah: Naskah) -> None:
    berikut = naskah.paraf_berikutnya
    if naskah.status != StatusNaskah.PARAF or berikut is None:
        raise SudahBerubah("Naskah ini tidak sedang menunggu paraf.")
    if berikut.pejabat.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Paraf berikutnya bukan giliran Anda.")


def check_may_kembalikan(pengguna: Pengguna, naskah: Naskah) -> None:
    """Whose turn it is: to initial, or to sign a decree."""
    if naskah.status == StatusNaskah.PARAF:
        check_may_paraf(pengguna, naskah)
    elif naskah.penanda_tangan.pengguna_id != pengguna.pk or naskah.mandiri:
        raise SudahBerubah("Naskah ini tidak sedang menunggu Anda.")


def may_paraf(pengguna: Pengguna, naskah: Naskah) -> bool:
    return lolos(check_may_paraf, pengguna, naskah)


def check_may_tandatangani(pengguna: Pengguna, naskah: Naskah) -> None:
    """The named official; for a decree, by an authority valid today. A letter in one's own name needs none."""
    if naskah.penanda_tangan.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Naskah ini ditandatangani oleh pejabat lain.")
    if naskah.kewenangan:
        _check_kewenangan(pengguna, naskah, naskah.kewenangan)
    if naskah.status != StatusNaskah.TTE:
        raise SudahBerubah("Naskah ini tidak sedang menunggu tanda tangan Anda.")
    if sebab := basi(naskah, timezone.localdate()):
        raise SudahBerubah(sebab)


def _check_kewenangan(pengguna: Pengguna, naskah: Naskah, kewenangan: Kewenangan) -> None:
    """An authority row that is valid today (B.4), and not about themselves."""
    if naskah.pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat menandatangani keputusan tentang diri Anda sendiri.")
    if not Kewenangan.objects.berlaku(timezone.localdate()).filter(pk=kewenangan.pk).exists():
        akhir = kewenangan.berlaku_sampai
        sejak = f" berakhir {tanggal_panjang(akhir)}" if akhir else " tidak berlaku hari ini"
        raise TidakBerwenang(f"Wewenang Anda untuk naskah ini{sejak}.")
    if kewenangan.plt_plh and not kewenangan.boleh_plt_plh:
        raise TidakBerwenang(f"{kewenangan.plt_plh} tidak boleh menandatangani naskah ini. Pilih pejabat definitif.")


def cap_tak_dapat(pengguna: Pengguna, naskah: Naskah) -> str:
    """The same in a few words for the tray; empty when it can be signed."""
    if not (alasan := alasan_tak_dapat(pengguna, naskah)):
        return ""
    kewenangan = naskah.kewenangan
    if naskah.status == StatusNaskah.PARAF:
        return "Paraf belum lengkap"
    if kewenangan and kewenangan.berlaku_sampai and kewenangan.berlaku_sampai < timezone.localdate():
        return f"Masa berlaku wewenang berakhir {tanggal_panjang(kewenangan.berlaku_sampai)}"
    if kewenangan and kewenangan.plt_plh and not kewenangan.boleh_plt_plh:
        return f"{kewenangan.plt_plh} tidak berwenang"
    return alasan


def alasan_tak_dapat(pengguna: Pengguna, naskah: Naskah) -> str:
    """Why the row in the tray has no tick box; empty when it can be signed."""
    try:
        check_may_tandatangani(pengguna, naskah)
    except (TidakBerwenang, SudahBerubah) as alasan:
        return alasan.pesan
    return ""
