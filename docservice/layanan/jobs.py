"""Requests that were not completed in time end by themselves; their applicants are reminded before that."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.antrean.pekerjaan import Klaim
from docservice.layanan.actions import kedaluwarsa
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.umum.errors import SudahBerubah
from docservice.umum.waktu import tanggal_panjang

MENJELANG = timedelta(days=3)


def jaga_batas(subjek: str, klaim: Klaim) -> None:
    """Every request to be completed whose day is near or over."""
    hari = timezone.localdate()
    terbuka = Permohonan.objects.filter(status=StatusPermohonan.BTL, batas__lte=hari + MENJELANG)
    for satu in terbuka.select_related("pegawai", "layanan"):
        if satu.batas and satu.batas > hari:
            _ingatkan(satu)
            continue
        try:
            kedaluwarsa(permohonan=satu)
        except SudahBerubah:  # sent again a moment ago
            continue


@transaction.atomic
def _ingatkan(permohonan: Permohonan) -> None:
    assert permohonan.batas is not None
    teks = f"{permohonan.judul}: lengkapi sebelum {tanggal_panjang(permohonan.batas)}."
    tautan = reverse("layanan:permohonan", args=[permohonan.pk])
    kunci = f"btl:{permohonan.pk}:{permohonan.batas}"
    kabari(permohonan.pegawai.pengguna, teks, kunci=kunci, tautan=tautan, nada="kembali")
