"""DP3, the appraisal until 2013 (riwayat-layanan C.3.9; PP 10/1979). Seven scores, an eighth for who leads others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import bilangan, nilai, teks
from docservice.riwayat.jenis.kaidah import kembar, masa_dinas, tiap_tahun
from docservice.riwayat.jenis.penilai import ATASAN, PENILAI, blok, tmt_golongan

SEBUTAN = ((91, "Amat baik"), (76, "Baik"), (61, "Cukup"), (51, "Sedang"), (0, "Kurang"))
"""PP 10/1979 art. 4: from this score on."""
UNSUR = ("kesetiaan", "prestasi_kerja", "tanggung_jawab", "ketaatan", "kejujuran", "kerjasama", "prakarsa")


class IsianDp3(forms.Form):
    tahun = bilangan("Tahun penilaian", 1979, 2013, bkn="tahun")
    kesetiaan = nilai("Kesetiaan", 100, bkn="kesetiaan")
    prestasi_kerja = nilai("Prestasi kerja", 100, bkn="prestasi_kerja")
    tanggung_jawab = nilai("Tanggung jawab", 100, bkn="tanggung_jawab")
    ketaatan = nilai("Ketaatan", 100, bkn="ketaatan")
    kejujuran = nilai("Kejujuran", 100, bkn="kejujuran")
    kerjasama = nilai("Kerja sama", 100, bkn="kerjasama")
    prakarsa = nilai("Prakarsa", 100, bkn="prakarsa")
    kepemimpinan = nilai("Kepemimpinan", 100, wajib=False, bantuan="Hanya untuk yang memimpin.", bkn="kepemimpinan")
    penilai_nama = teks("Nama pejabat penilai", bkn="penilai_nama")
    atasan_penilai_nama = teks("Nama atasan pejabat penilai", wajib=False, bkn="atasan_penilai_nama")
    penilai_nip, penilai_jabatan, penilai_unor, penilai_golongan = blok("penilai", PENILAI)
    penilai_tmt_golongan = tmt_golongan("penilai", PENILAI)
    atasan_penilai_nip, atasan_penilai_jabatan, atasan_penilai_unor, atasan_penilai_golongan = blok(
        "atasan_penilai", ATASAN
    )
    atasan_penilai_tmt_golongan = tmt_golongan("atasan_penilai", ATASAN)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tahun := data.get("tahun"):
            data["tmt"] = date(tahun, 12, 31)
        skor = [data[nama] for nama in (*UNSUR, "kepemimpinan") if data.get(nama) is not None]
        if len(skor) >= len(UNSUR) and not self.errors:
            data["jumlah"], data["nilai_rata_rata"] = sum(skor), round(sum(skor) / len(skor), 2)
            data["sebutan"] = next(kata for batas, kata in SEBUTAN if data["nilai_rata_rata"] >= batas)
        return data


DP3 = JenisRiwayat(
    kode="dp3",
    nama="DP3 sampai 2013",
    kelompok=Kelompok.KINERJA,
    skema=IsianDp3,
    bidang_tmt="tmt",
    bukti_wajib=(("SKP",),),
    bukti_lain=("EKIN",),
    ringkas=lambda data: f"{data['tahun']}: {data['sebutan']}",
    kata_tmt="Tahun berakhir",
    siasn="rw-dp3",
    untuk_bkn=lambda data: {nama: str(data[nama]) for nama in ("jumlah", "nilai_rata_rata")},
    kaidah=(
        kembar("tahun", kalimat="Penilaian tahun itu sudah tercatat ({lain})."),
        tiap_tahun("skp"),
        masa_dinas("Tahun", cuti=False, henti=False),
    ),
)
