"""The pledge of integrity of whoever manages the archive: a letter that opens a role (BABEL 27(1)a)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.models import Dokumen
from docservice.naskah.mandiri import siapkan_mandiri
from docservice.naskah.models import Naskah, NomorRegister
from docservice.pengelola import isi
from docservice.pengelola.actions import aktifkan
from docservice.pengelola.alamat import ALAMAT_SAYA
from docservice.pengelola.models import Pengangkatan, Pernyataan
from docservice.pengelola.status import StatusPengangkatan
from docservice.umum.errors import KesalahanDomain, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import tanggal_panjang

JENIS, DOKUMEN, NOMOR = "pakta_integritas", "PAKTA", ("800.1.9.3", "PAKTA")
BOLEH_DIUBAH: frozenset[str] = frozenset()
MASA = timedelta(days=364)
"""A year with its first day: renewed every year."""
SEBELUM_HABIS = timedelta(days=30)
KEMARIN = "Pakta ini disusun pada hari lain. Buka lagi dari Peran saya, lalu tanda tangani."


def siapkan_pakta(*, by: Pengguna, pengangkatan: Pengangkatan) -> Naskah:
    """The pledge of whoever was decreed, in their tray; one that was signed is followed by a new one when it is due.

    Raises when it is not theirs to sign, or nothing has to be pledged now.
    """
    if pengangkatan.pegawai.pengguna_id != by.pk:
        raise TidakBerwenang("Pakta integritas ditandatangani oleh orangnya sendiri.")
    hari_ini = timezone.localdate()
    if pengangkatan.status != StatusPengangkatan.DITETAPKAN and not perlu_diperbarui(pengangkatan, hari_ini):
        raise SudahBerubah(f"Pengangkatan ini sekarang “{pengangkatan.get_status_display()}”.")
    pegawai, sampai = pengangkatan.pegawai, hari_ini + MASA
    return siapkan_mandiri(
        by=by,
        pegawai=pegawai,
        jenis=JENIS,
        perihal=f"Pakta integritas {pengangkatan.sebutan}"[:200],
        rujukan=f"pakta:{pengangkatan.pk}:{pengangkatan.pernyataan.count() + 1}",
        data=isi.pakta(pegawai, pengangkatan.peran, pengangkatan.sebutan, hari_ini, sampai),
    )


def perlu_diperbarui(pengangkatan: Pengangkatan, pada: date) -> bool:
    """In the last thirty days of its pledge and after; the role must still be in force.

    The first administrators, whose roles began before anybody could sign anything, have none yet.
    """
    if pengangkatan.status != StatusPengangkatan.AKTIF or not pengangkatan.berpakta:
        return False
    lama = next(iter(pengangkatan.pernyataan.all()), None)
    return lama is None or bool(lama.berlaku_sampai and lama.berlaku_sampai - SEBELUM_HABIS <= pada)


def harus_berpakta(pengguna: Pengguna) -> list[Pengangkatan]:
    """Roles in force of this person for which a pledge is to be signed now."""
    milik = Pengangkatan.objects.milik(pengguna).filter(status=StatusPengangkatan.AKTIF).select_related("unit")
    return [s for s in milik.prefetch_related("pernyataan") if perlu_diperbarui(s, timezone.localdate())]


def ingatkan_pakta(subjek: str, klaim: Klaim) -> None:
    """Daily: whose pledge runs out within thirty days hears of it once, and once more when it has."""
    hari_ini = timezone.localdate()
    aktif = Pengangkatan.objects.filter(status=StatusPengangkatan.AKTIF).select_related("pegawai__pengguna", "unit")
    for satu in aktif.prefetch_related("pernyataan"):
        if not perlu_diperbarui(satu, hari_ini):
            continue
        sampai = max(
            (p.berlaku_sampai for p in satu.pernyataan.all() if p.berlaku_sampai), default=hari_ini.replace(day=1)
        )
        habis = sampai < hari_ini
        kata = "sudah habis" if habis else f"berlaku sampai {tanggal_panjang(sampai)}"
        ajak = "Perbarui"
        if not satu.pernyataan.all():  # said once a month
            kata, ajak = "belum ditandatangani", "Tanda tangani"
        teks = f"Pakta integritas Anda sebagai {satu.sebutan} {kata}. {ajak} di Peran saya."
        kunci = f"pengangkatan:{satu.pk}:pakta:{sampai.isoformat()}:{int(habis)}"
        kabari(satu.pegawai.pengguna, teks[:300], kunci=kunci, tautan=ALAMAT_SAYA, nada="tunggu")


def minor(naskah: Naskah) -> str:
    return str((_sampai(naskah) - MASA).year)


def ringkas(naskah: Naskah) -> str:
    return f"sampai {_sampai(naskah):%d-%m-%Y}"


def basi(naskah: Naskah, hari: date) -> str:
    """It holds a year from the day it is signed."""
    return "" if _sampai(naskah) == hari + MASA else KEMARIN


def terbit(*, by: Pengguna, naskah: Naskah, nomor: NomorRegister, dokumen: Dokumen) -> None:
    """The role opens. A hindrance that arose meanwhile does not undo the signature: who decreed it is told."""
    pk = int(str(naskah.rujukan).split(":")[1])
    satu = Pengangkatan.objects.select_related("pegawai__pengguna").get(pk=pk)
    Pernyataan.objects.create(naskah=naskah, pengangkatan=satu, berlaku_sampai=_sampai(naskah))
    if satu.status != StatusPengangkatan.DITETAPKAN:
        return
    try:
        with transaction.atomic():
            aktifkan(by=by, pengangkatan=satu)
    except KesalahanDomain as salah:
        teks = (
            f"Pakta integritas {satu.pegawai.nama} sudah ditandatangani, tetapi perannya belum terbuka: {salah.pesan}"
        )
        kabari(satu.oleh, teks[:300], kunci=f"pengangkatan:{satu.pk}:tertahan", nada="kembali")


def _sampai(naskah: Naskah) -> date:
    return date.fromisoformat(naskah.data["berlaku_sampai"])
