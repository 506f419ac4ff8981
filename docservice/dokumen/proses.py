"""How far a file has come, as steps a person can follow (screens §4.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils import timezone

from docservice.dokumen.indeks import SUNYI
from docservice.dokumen.models import Dokumen, PesanIndeks, VersiDokumen
from docservice.dokumen.salinan import SEDANG
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.umum.waktu import jam

SELESAI = frozenset({StatusBerkas.SIAP, StatusBerkas.TAK_TERBACA, StatusBerkas.DITOLAK, StatusBerkas.KARANTINA})
TAK_TERBACA = "Berkas tersimpan tetapi tidak dapat dibaca dengan aman. Foto ulang kertasnya."
SEBAB_KARANTINA = {
    "terinfeksi": "terdeteksi berbahaya",
    "tidak_terpindai": "tidak dapat diperiksa sampai tuntas oleh pemindai virus",
}
JALAN_KELUAR = {
    "terinfeksi": "Bersihkan perangkat Anda, lalu foto ulang kertasnya.",
    "tidak_terpindai": "Foto ulang kertasnya, atau cetak ke PDF lalu unggah lagi.",
}
DISALIN = "Salinan aman sedang dibuat dari berkas Anda: gambar halamannya, tanpa bagian aktif."
SERING = 20
"""Seconds for which a waiting page asks every second; afterwards every five."""


@dataclass(frozen=True)
class Langkah:
    """``keadaan``: ``lewat``, ``kini``, ``gagal`` or empty for what is still to come."""

    label: str
    keterangan: str
    keadaan: str = ""


TERTUNDA = {
    "pemindai": "Berkas aman. Pemindai virus sedang tidak tersedia; kami lanjutkan sendiri.",
    "sibuk": "Berkas aman. Server sedang sibuk; kami lanjutkan sendiri.",
    "macet": "Berkas aman, tetapi pekerjaannya terhenti. Petugas sistem sudah diberi tahu; tidak perlu "
    "mengunggah lagi.",
}
MENUNGGU = {
    "pemindai": Langkah("Menunggu giliran", "Pemindai virus sedang tidak tersedia", "kini"),
    "sibuk": Langkah("Menunggu giliran", "Server sedang sibuk", "kini"),
    "macet": Langkah("Terhenti", "Menunggu petugas sistem", "kini"),
}
"""Why a file waits, and the step that stands for what it waits for."""


@dataclass(frozen=True)
class Kemajuan:
    """*jeda* is how many seconds a waiting page lets pass before it asks again; 0 at the end.

    *tuntas*: all that the file itself needs is done, whether or not the search knows of it yet.
    """

    judul: str
    kalimat: str
    langkah: list[Langkah]
    gagal: bool
    jeda: int
    tuntas: bool


def kemajuan(versi: VersiDokumen, *, dicocokkan: bool = False) -> Kemajuan:
    """Of the newest version, for its uploader. *dicocokkan*: who will look through what is read (*Periksa isian*)."""
    gagal = versi.status in (StatusBerkas.KARANTINA, StatusBerkas.DITOLAK, StatusBerkas.TAK_TERBACA)
    usia = (timezone.now() - versi.diunggah_pada).total_seconds()
    tuntas, indeks = versi.status in SELESAI and versi.tertunda != SEDANG, _indeks(versi)
    jeda = 0 if tuntas and indeks.keadaan != "kini" else 1 if usia < SERING else 5
    langkah = _langkah(versi, indeks, dicocokkan)
    return Kemajuan(_judul(versi), _kalimat(versi, tuntas), langkah, gagal, jeda, tuntas)


def _judul(versi: VersiDokumen) -> str:
    match versi.status:
        case StatusBerkas.KARANTINA:
            return "Berkas ini dikarantina"
        case StatusBerkas.DITOLAK:
            return "Berkas ini tidak dapat diterima"
        case StatusBerkas.TAK_TERBACA:
            return "Berkas ini tidak dapat dibaca"
    return "Berkas Anda sudah kami terima"


def sebab_karantina(versi: VersiDokumen) -> str:
    """One of ``SEBAB_KARANTINA``; without a word about it, the worst is meant."""
    return versi.alasan_kode if versi.alasan_kode in SEBAB_KARANTINA else "terinfeksi"


def _kalimat(versi: VersiDokumen, tuntas: bool) -> str:
    if versi.status == StatusBerkas.DITOLAK:
        return DISALIN if versi.tertunda == SEDANG else versi.alasan
    if versi.status == StatusBerkas.TAK_TERBACA:
        return TAK_TERBACA
    if versi.status == StatusBerkas.KARANTINA:
        kode = sebab_karantina(versi)
        sebab, jalan = SEBAB_KARANTINA[kode], JALAN_KELUAR[kode]
        return f"Berkas ini dikarantina karena {sebab}. Tidak ada orang lain yang dapat melihatnya. {jalan}"
    if versi.tertunda in TERTUNDA:
        return TERTUNDA[versi.tertunda]
    return "Tersimpan aman dan sudah terbaca." if tuntas else "Tersimpan aman. Anda boleh menutup halaman ini."


def dapat_dicari(versi: VersiDokumen) -> bool:
    """Has the index committed what was last said of its document?"""
    return versi.dapat_dibuka and not PesanIndeks.objects.filter(dokumen=versi.dokumen_id).exists()


def _indeks(versi: VersiDokumen) -> Langkah:
    """A step of its own, though nothing waits for it: the index is derived (Law 5), verification goes on without."""
    if versi.status != StatusBerkas.SIAP:
        return Langkah("Dapat dicari", "Masuk ke pencarian")
    pesan = PesanIndeks.objects.filter(dokumen=versi.dokumen_id).order_by("pk").first()
    if pesan is None:
        return Langkah("Dapat dicari", "Sudah masuk ke pencarian", "lewat")
    if timezone.now() - pesan.dibuat_pada > SUNYI:
        return Langkah("Pencarian menyusul", "Pencarian sedang terganggu; berkas Anda tetap diperiksa")
    return Langkah("Masuk ke pencarian", "Biasanya beberapa detik", "kini")


def _langkah(versi: VersiDokumen, indeks: Langkah, dicocokkan: bool) -> list[Langkah]:
    masuk = Langkah("Diterima", f"Pukul {jam(versi.diunggah_pada)}", "lewat")
    verifikasi = _verifikasi(versi.dokumen, versi)
    if versi.status == StatusBerkas.TAK_TERBACA:
        return [masuk, _pindai(versi), _baca(versi), verifikasi]
    if indeks.keadaan == "kini" and verifikasi.keadaan == "kini":  # one step at a time: this one takes seconds
        verifikasi = replace(verifikasi, keadaan="")
    if not dicocokkan:
        return [masuk, _pindai(versi), _baca(versi), indeks, verifikasi]
    kini = "kini" if versi.status == StatusBerkas.SIAP else ""
    periksa = Langkah("Periksa isian", "Anda cocokkan nomor dan tanggal", kini)
    if verifikasi.keadaan == "kini":  # one step at a time: the person's own first
        verifikasi = replace(verifikasi, keadaan="")
    return [masuk, _pindai(versi), _baca(versi), indeks, periksa, verifikasi]


def _pindai(versi: VersiDokumen) -> Langkah:
    match versi.status:
        case StatusBerkas.DITERIMA:
            return MENUNGGU.get(versi.tertunda, Langkah("Sedang dipindai virus", "Biasanya beberapa detik", "kini"))
        case StatusBerkas.KARANTINA:
            return Langkah("Dikarantina", SEBAB_KARANTINA[sebab_karantina(versi)].capitalize(), "gagal")
        case StatusBerkas.DITOLAK:
            return Langkah("Tidak dapat diterima", "Berkas tidak masuk arsip", "gagal")
    return Langkah("Bebas virus", "Selesai dipindai", "lewat")


def _baca(versi: VersiDokumen) -> Langkah:
    halaman = f"{versi.jumlah_halaman} halaman" if versi.jumlah_halaman else ""
    match versi.status:
        case StatusBerkas.BERSIH:
            kini = f"Halaman {versi.halaman_dibaca + 1} dari {versi.jumlah_halaman}" if halaman else ""
            return MENUNGGU.get(versi.tertunda, Langkah("Sedang dibaca", kini, "kini"))
        case StatusBerkas.SIAP:
            return Langkah("Terbaca", halaman, "lewat")
        case StatusBerkas.TAK_TERBACA:
            return Langkah("Tidak dapat dibaca", "Foto ulang kertasnya", "gagal")
    return Langkah("Dibaca", "Tulisannya agar dapat dicari")


def _verifikasi(dokumen: Dokumen, versi: VersiDokumen) -> Langkah:
    oleh = f"Oleh fasilitator {dokumen.pegawai.unit.nama}"
    if dokumen.status == StatusDokumen.TERVERIFIKASI:
        return Langkah("Terverifikasi", oleh, "lewat")
    if dokumen.status == StatusDokumen.DIKEMBALIKAN:
        return Langkah("Dikembalikan", oleh, "gagal")
    kini = versi.status == StatusBerkas.SIAP and dokumen.status == StatusDokumen.MENUNGGU
    return Langkah("Menunggu verifikasi", oleh, "kini" if kini else "")
