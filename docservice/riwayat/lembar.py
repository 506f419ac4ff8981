"""One's career history as a sheet, for whoever takes their whole archive along."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.kata import KOSONG, isi_baris
from docservice.riwayat.models import Riwayat
from docservice.umum.lembar import csv_lembar

NAMA = "riwayat.csv"
KEPALA = ("Baris", "Jenis", "Status", "Isian", "Nilai")


def lembar_riwayat(by: Pengguna, pegawai: Pegawai) -> bytes:
    """Every row *by* may see, validated or not, one line per filled field; sealed numbers by their last digits."""
    urutan = {kode: n for n, kode in enumerate(SEMUA)}
    semua = Riwayat.objects.visible_to(by).milik(pegawai).order_by("tmt", "pk")
    baris = [
        (satu.pk, satu.skema.nama, satu.get_status_display(), label, nilai)
        for satu in sorted(semua, key=lambda satu: urutan[satu.jenis])
        for _, label, nilai in isi_baris(satu.skema, satu.data)
        if nilai != KOSONG
    ]
    return csv_lembar([KEPALA, *baris])
