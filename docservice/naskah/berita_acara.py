"""The minutes of an ended verification sitting: a letter its holder signs."""

from __future__ import annotations

from datetime import timedelta

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.naskah.isi import ba_sesi_verifikasi
from docservice.naskah.mandiri import siapkan_mandiri
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import Pegawai
from docservice.umum.waktu import jam
from docservice.verifikasi.models import Sesi
from docservice.verifikasi.status import StatusSesi

ASAL = "sesi:"
INGATKAN, JEDA = "naskah.ingatkan_sesi", timedelta(hours=1)


def alamat_sesi(sesi: Sesi) -> str:
    return reverse("naskah:sesi", args=[sesi.pk])


def berita_acara(sesi: Sesi) -> Naskah:
    """The minutes of an ended sitting, made when first asked for."""
    pegawai = Pegawai.objects.select_related("unit").get(pengguna=sesi.oleh)
    return siapkan_mandiri(
        by=sesi.oleh,
        pegawai=pegawai,
        jenis=ba_sesi_verifikasi.JENIS,
        perihal="Berita acara sesi verifikasi",
        rujukan=f"{ASAL}{sesi.pk}",
        data=ba_sesi_verifikasi.isi(sesi, pegawai),
    )


def ambil_sesi(pengguna: Pengguna, pk: int) -> Sesi:
    """One's own sitting that has ended; anything else is not there."""
    return get_object_or_404(Sesi.objects.exclude(status=StatusSesi.BERJALAN), pk=pk, oleh=pengguna)


def tunda(upaya: Upaya) -> None:
    """Minutes that could not be signed just now: what was decided stays, and their signer is reminded in an hour."""
    if (upaya.naskah.rujukan or "").startswith(ASAL):
        sebab = upaya.pesan.partition(". ")[0].rstrip(".")[:120]
        upaya.pesan = (
            f"{sebab}. Berita acara belum ditandatangani; hasil pemeriksaan tetap tersimpan. "
            f"Kami ingatkan Anda lagi pukul {jam(timezone.now() + JEDA)}."
        )
        taruh(INGATKAN, upaya.pk, tunda=JEDA)


def ingatkan_lagi(subjek: str, klaim: Klaim) -> None:
    """The hour is over."""
    upaya = Upaya.objects.select_related("naskah", "oleh").get(pk=subjek)
    with klaim.selesai():
        if upaya.naskah.status == StatusNaskah.TTE:
            teks = "Berita acara verifikasi Anda menunggu tanda tangan."
            tautan = reverse("naskah:sesi", args=[(upaya.naskah.rujukan or "").removeprefix(ASAL)])
            kabari(upaya.oleh, teks, kunci=f"upaya:{upaya.pk}:ingat", tautan=tautan, nada="tunggu")
