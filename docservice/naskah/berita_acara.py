"""The minutes of an ended verification sitting: a letter its holder signs."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.naskah.isi import ba_sesi_verifikasi
from docservice.naskah.mandiri import siapkan_mandiri
from docservice.naskah.models import Naskah
from docservice.pegawai.models import Pegawai
from docservice.verifikasi.models import Sesi
from docservice.verifikasi.status import StatusSesi


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
        rujukan=f"sesi:{sesi.pk}",
        data=ba_sesi_verifikasi.isi(sesi, pegawai),
    )


def ambil_sesi(pengguna: Pengguna, pk: int) -> Sesi:
    """One's own sitting that has ended; anything else is not there."""
    return get_object_or_404(Sesi.objects.exclude(status=StatusSesi.BERJALAN), pk=pk, oleh=pengguna)
