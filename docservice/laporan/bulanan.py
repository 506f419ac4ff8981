"""What a fasilitator is to see to each month: papers and proposals that wait, people who lack something, data that has
grown old (BABEL 9(3)c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.laporan.orang import capaian_wajib
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.verifikasi.antrean import banyak

LAMA = timedelta(days=365)
"""Data nobody has touched for a year is asked about."""


@dataclass(frozen=True)
class TugasBulanan:
    berkas: int
    usulan: int
    belum_lengkap: int
    lama: int

    @property
    def kalimat(self) -> str:
        isi = (
            (self.berkas, "berkas menunggu diperiksa"),
            (self.usulan, "usulan menunggu"),
            (self.belum_lengkap, "pegawai belum lengkap"),
            (self.lama, "pegawai datanya lebih dari setahun tidak berubah"),
        )
        return ", ".join(f"{banyak} {kata}" for banyak, kata in isi if banyak)


def terakhir_berubah(pegawai: Sequence[Pegawai]) -> dict[int, datetime]:
    """When the archive or a row of each last changed; whoever has neither is missing."""
    dokumen = Dokumen.objects.filter(pegawai__in=pegawai).values_list("pegawai").annotate(Max("diubah_pada"))
    baris = Riwayat.objects.filter(pegawai__in=pegawai).values_list("pegawai").annotate(Max("dibuat_pada"))
    validasi = Riwayat.objects.filter(pegawai__in=pegawai, divalidasi_pada__isnull=False)
    hasil: dict[int, datetime] = {}
    for sumber in (dokumen, baris, validasi.values_list("pegawai").annotate(Max("divalidasi_pada"))):
        for pk, saat in sumber.order_by():
            hasil[pk] = max(saat, hasil.get(pk, saat))
    return hasil


def berdata_lama(pegawai: Sequence[Pegawai]) -> list[Pegawai]:
    """Those whose data nobody has changed for a year, or ever."""
    batas, berubah = timezone.now() - LAMA, terakhir_berubah(pegawai)
    return [satu for satu in pegawai if satu.pk not in berubah or berubah[satu.pk] < batas]


def tugas_bulanan(pengguna: Pengguna, pegawai: Sequence[Pegawai]) -> TugasBulanan:
    return TugasBulanan(
        banyak(pengguna),
        Riwayat.objects.menunggu(pengguna).count(),
        sum(not satu.lengkap for satu in capaian_wajib(pegawai)),
        len(berdata_lama(pegawai)),
    )


def kabarkan_tugas() -> int:
    """On the first day on which this runs in a month: one notice per fasilitator; returns how many were told."""
    bulan, jumlah = timezone.localdate().strftime("%Y-%m"), 0
    for tugas in Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR).select_related("pengguna", "unit"):
        assert tugas.unit is not None
        kunci = f"tugas:{bulan}:{tugas.pk}"
        if tugas.pengguna.kabar.filter(kunci=kunci).exists():
            continue
        pegawai = list(Pegawai.objects.filter(unit__jalur__startswith=tugas.unit.jalur))
        if isi := tugas_bulanan(tugas.pengguna, pegawai).kalimat:
            teks = f"Tugas bulan ini di {tugas.unit.nama}: {isi}."
            tautan = reverse("laporan:evaluasi_unit", args=[tugas.unit.pk])
            with transaction.atomic():
                kabari(tugas.pengguna, teks[:300], kunci=kunci, tautan=tautan)
            jumlah += 1
    return jumlah
