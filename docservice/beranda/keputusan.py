"""What waits for this administrator: the second word of two people, or an answer only they give (screens §4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.arsip.models import PermintaanDaftar
from docservice.dokumen.models import PelepasanKarantina
from docservice.layanan.models_bicara import Keberatan
from docservice.naskah.models import LaporanPemalsuan, Pencabutan
from docservice.riwayat.models import RiwayatRahasia


@dataclass(frozen=True)
class Butir:
    label: str
    jumlah: int
    alamat: str


def perlu_keputusan(pengguna: Pengguna) -> list[Butir]:
    """Only what is there; what one proposed oneself waits for somebody else."""
    pencabutan = Pencabutan.objects.visible_to(pengguna).terbuka().exclude(diusulkan_oleh=pengguna)
    karantina = PelepasanKarantina.objects.filter(hasil="").exclude(diusulkan_oleh=pengguna)
    daftar = PermintaanDaftar.objects.visible_to(pengguna).menunggu().exclude(pemohon=pengguna)
    semua = (
        ("Data rahasia menunggu pengesahan", RiwayatRahasia.objects.menunggu(pengguna), "riwayat:rahasia"),
        ("Pencabutan keputusan", pencabutan, "naskah:pencabutan"),
        ("Pelepasan karantina", karantina, "arsip:bermasalah"),
        ("Keberatan atas TMS", Keberatan.objects.filter(putusan=""), "layanan:antrean"),
        ("Permintaan daftar", daftar, "arsip:daftar_semua"),
        ("Laporan pemalsuan", LaporanPemalsuan.objects.filter(hasil=""), "naskah:pemalsuan"),
    )
    butir = (Butir(label, baris.count(), reverse(nama)) for label, baris, nama in semua)
    return [satu for satu in butir if satu.jumlah]
