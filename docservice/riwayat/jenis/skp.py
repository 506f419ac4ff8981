"""SKP of 2014–2021 (riwayat-layanan C.3.9; PP 46/2011, PP 30/2019; SIASN rw-skp)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import bilangan, nilai, teks
from docservice.riwayat.jenis.kaidah import kembar, masa_dinas, tiap_tahun

SEBUTAN = ((91, "Sangat baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang"), (0, "Buruk"))
"""PP 46/2011 art. 17: from this score on."""


class IsianSkp(forms.Form):
    tahun = bilangan("Tahun penilaian", 2014, 2021)
    nilai_skp = nilai("Nilai SKP", 120)
    nilai_perilaku = nilai("Nilai perilaku kerja", 120)
    nilai_prestasi = nilai("Nilai prestasi kerja", 120, bantuan="Nilai akhir di lembar penilaian.")
    penilai_nama = teks("Nama pejabat penilai")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tahun := data.get("tahun"):
            data["tmt"] = date(tahun, 12, 31)
        if (hasil := data.get("nilai_prestasi")) is not None:
            data["sebutan"] = sebutan(hasil)
        return data


def sebutan(hasil: Decimal) -> str:
    return next(kata for batas, kata in SEBUTAN if hasil >= batas)


SKP = JenisRiwayat(
    kode="skp",
    nama="SKP 2014–2021",
    kelompok=Kelompok.KINERJA,
    skema=IsianSkp,
    bidang_tmt="tmt",
    bukti=("SKP",),
    ringkas=lambda data: f"{data['tahun']}: {data['sebutan']}",
    kata_tmt="Tahun berakhir",
    siasn="rw-skp",
    kaidah=(
        kembar("tahun", kalimat="Penilaian tahun itu sudah tercatat ({lain})."),
        tiap_tahun("dp3", "kinerja"),
        masa_dinas("Tahun", cuti=False, henti=False),
    ),
)
