"""Telling people what they still lack: at the start of a campaign, before its deadline, weekly after."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import Capaian, capaian, sasaran
from docservice.umum.waktu import tanggal_panjang

SEBELUM = (7, 1)
"""Days before the deadline on which those who lack something hear of it again; after it, once a week."""
PER_KELOMPOK = 500


def ingatkan_semua() -> int:
    """The daily round over running campaigns; returns how many campaigns spoke today."""
    hari_ini, bicara = timezone.localdate(), 0
    for satu in Pemutakhiran.objects.berjalan().select_related("unit"):
        sisa = (satu.tenggat - hari_ini).days
        if sisa in SEBELUM or (sisa < 0 and sisa % 7 == 0):
            with transaction.atomic():
                kabari_yang_kurang(satu, hari_ini.isoformat())
            bicara += 1
    return bicara


def kabari_yang_kurang(pemutakhiran: Pemutakhiran, saat: str) -> None:
    """Everyone in it who lacks something, once for *saat*; in the caller's transaction."""
    orang = sasaran(pemutakhiran)
    for awal in range(0, len(orang), PER_KELOMPOK):
        for satu in capaian(pemutakhiran, orang[awal : awal + PER_KELOMPOK]):
            if satu.kurang:
                sampai = tanggal_panjang(pemutakhiran.tenggat)
                kata = "paling lambat" if pemutakhiran.tenggat >= timezone.localdate() else "seharusnya selesai"
                teks = f"{pemutakhiran.judul}: lengkapi {sebut(satu.kurang)}, {kata} {sampai}."
                ajak(satu, teks, f"pemutakhiran:{pemutakhiran.pk}:{satu.pegawai.pk}:{saat}")


def ajak(satu: Capaian, teks: str, kunci: str) -> None:
    """A notice that leads to the first missing paper."""
    kode, _, minor = satu.unggahan.partition(":")
    tautan = f"{reverse('dokumen:unggah')}?jenis={kode}&minor={minor}" if kode else reverse("riwayat:riwayat")
    kabari(satu.pegawai.pengguna, teks[:300], kunci=kunci, tautan=tautan, nada="tunggu")


def sebut(nama: Sequence[str]) -> str:
    """The first three by name, the others by number."""
    return ", ".join(nama[:3]) + (f", dan {len(nama) - 3} lainnya" if len(nama) > 3 else "")
