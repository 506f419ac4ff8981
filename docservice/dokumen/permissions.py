"""May this person? ``check_may_x`` raises with a reason fit to show, ``may_x`` answers for the button."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404

from docservice.akun.lingkup import tugas_atas
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen, Halaman, JenisDokumen, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA, StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import TidakBerwenang
from docservice.umum.izin import lolos


def ambil_dokumen(pengguna: Pengguna, pk: int) -> Dokumen:
    """The document, or 404: what one may not see does not exist (Law 8)."""
    dokumen = Dokumen.objects.visible_to(pengguna).select_related("pegawai__unit", "jenis").filter(pk=pk).first()
    if dokumen is None:
        raise Http404
    return dokumen


def ambil_versi(pengguna: Pengguna, pk: int, nomor: int | None = None) -> VersiDokumen:
    """A version whose bytes may be read; 404 while they are unscanned, for everyone."""
    dokumen = ambil_dokumen(pengguna, pk)
    versi = dokumen.versi.filter(nomor=nomor).first() if nomor else dokumen.versi_terbuka
    if versi is None or not versi.dapat_dibuka:
        raise Http404
    return versi


def ambil_halaman(pengguna: Pengguna, pk: int, nomor: int, versi: int | None = None) -> Halaman:
    """Page *nomor* of a version whose bytes may be read."""
    induk = ambil_versi(pengguna, pk, versi)
    halaman = Halaman.objects.select_related("versi__dokumen__pegawai").filter(versi=induk, nomor=nomor).first()
    if halaman is None:
        raise Http404
    return halaman


def versi_tampak(pengguna: Pengguna, dokumen: Dokumen) -> list[VersiDokumen]:
    """Newest first: what the scanner called clean, and one's own uploads whatever became of them (Law 3)."""
    boleh = Q(status__in=BACAAN_TERBUKA) | Q(diunggah_oleh=pengguna)
    versi = VersiDokumen.objects.filter(boleh, dokumen=dokumen).select_related("diunggah_oleh")
    return list(versi.prefetch_related("halaman", "isian").order_by("-nomor"))


def versi_tampak_terkini(pengguna: Pengguna, dokumen: Dokumen) -> VersiDokumen:
    """The newest one may know of, read or not; 404 where there is none."""
    tampak = versi_tampak(pengguna, dokumen)
    if not tampak:
        raise Http404
    return tampak[0]


def check_may_unggah(pengguna: Pengguna, pegawai: Pegawai, jenis: JenisDokumen) -> None:
    """Own papers; for others their fasilitator or an administrator; confidential kinds only the latter."""
    if not jenis.aktif:
        raise TidakBerwenang(f"{jenis.nama} tidak dipakai lagi. Pilih jenis dokumen lain.")
    administrator = pengguna.berperan(Peran.ADMINISTRATOR)
    if (jenis.hanya_admin or jenis.rahasia) and not administrator:
        raise TidakBerwenang(f"{jenis.nama} hanya dapat dimasukkan oleh administrator.")
    if administrator or (hasattr(pengguna, "pegawai") and pengguna.pegawai == pegawai):
        return
    if not tugas_atas(pengguna, pegawai.unit, Peran.FASILITATOR):
        raise TidakBerwenang("Anda hanya dapat mengunggah dokumen milik Anda sendiri.")


def check_may_ganti(pengguna: Pengguna, dokumen: Dokumen) -> None:
    """A new version replaces a returned or refused one, or one nobody has verified yet."""
    check_may_unggah(pengguna, dokumen.pegawai, dokumen.jenis)
    if dokumen.sumber == Dokumen.Sumber.TERBITAN:
        raise TidakBerwenang("Dokumen yang diterbitkan di sini tidak dapat diganti.")
    if dokumen.status == StatusDokumen.TERVERIFIKASI:
        raise TidakBerwenang("Dokumen ini sudah terverifikasi. Hubungi fasilitator Anda bila isinya keliru.")


def may_ganti(pengguna: Pengguna, dokumen: Dokumen) -> bool:
    return lolos(check_may_ganti, pengguna, dokumen)
