"""SKP of 2014–2021 (riwayat-layanan C.3.9; PP 46/2011, PP 30/2019; SIASN rw-skp)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, bilangan, nilai, pilih, teks
from docservice.riwayat.jenis.jabatan import JENIS_JABATAN
from docservice.riwayat.jenis.kaidah import kembar, masa_dinas, tiap_tahun
from docservice.riwayat.jenis.penilai import ATASAN, PENILAI, blok, rincian, tmt_golongan

SEBUTAN = ((91, "Sangat baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang"), (0, "Buruk"))
"""PP 46/2011 art. 17: from this score on."""
PERILAKU = "Nilai tiap perilaku kerja"
UNSUR = (
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerjasama",
    "kepemimpinan",
    "inisiatif_kerja",
)
SEDIKITNYA = 5
"""Those that are judged in everybody; with fewer there is no mean."""
PERATURAN = {"PP46": "PP 46 Tahun 2011", "PP30": "PP 30 Tahun 2019"}


class IsianSkp(forms.Form):
    tahun = bilangan("Tahun penilaian", 2014, 2021, bkn="tahun")
    nilai_skp = nilai("Nilai SKP", 120, bkn="nilai_skp")
    nilai_perilaku = nilai("Nilai perilaku kerja", 120, bkn="nilai_perilaku_kerja")
    nilai_prestasi = nilai(
        "Nilai prestasi kerja", 120, bantuan="Nilai akhir di lembar penilaian.", bkn="nilai_prestasi_kerja"
    )
    penilai_nama = teks("Nama pejabat penilai", bkn="penilai_nama")
    orientasi_pelayanan = nilai("Orientasi pelayanan", 120, bkn="orientasi_pelayanan", rinci=PERILAKU)
    integritas = nilai("Integritas", 120, bkn="integritas", rinci=PERILAKU)
    komitmen = nilai("Komitmen", 120, bkn="komitmen", rinci=PERILAKU)
    disiplin = nilai("Disiplin", 120, bkn="disiplin", rinci=PERILAKU)
    kerjasama = nilai("Kerja sama", 120, bkn="kerjasama", rinci=PERILAKU)
    kepemimpinan = nilai("Kepemimpinan", 120, bantuan="Hanya untuk yang memimpin.", bkn="kepemimpinan", rinci=PERILAKU)
    inisiatif_kerja = nilai("Inisiatif kerja", 120, bantuan="Sejak PP 30/2019.", bkn="inisiatif_kerja", rinci=PERILAKU)
    penilai_nip, penilai_jabatan, penilai_unor, penilai_golongan = blok("penilai", PENILAI)
    penilai_tmt_golongan = tmt_golongan("penilai", PENILAI)
    atasan_penilai_nama = teks("Nama atasan pejabat penilai", bkn="atasan_penilai_nama", rinci=rincian(ATASAN))
    atasan_penilai_nip, atasan_penilai_jabatan, atasan_penilai_unor, atasan_penilai_golongan = blok(
        "atasan_penilai", ATASAN
    )
    atasan_penilai_tmt_golongan = tmt_golongan("atasan_penilai", ATASAN)
    jenis_jabatan = pilih("Jenis jabatan", JENIS_JABATAN, bkn="jenis_jabatan", tabel="jenisJabatan", rinci=LAINNYA)
    jenis_peraturan = pilih("Dasar penilaian", PERATURAN, bkn="jenis_peraturan_kinerja", rinci=LAINNYA)
    konversi_nilai = nilai("Konversi nilai", 120, bkn="konversi_nilai", rinci=LAINNYA)
    nilai_integrasi = nilai("Nilai integrasi", 120, bkn="nilai_integrasi", rinci=LAINNYA)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tahun := data.get("tahun"):
            data["tmt"] = date(tahun, 12, 31)
        if (hasil := data.get("nilai_prestasi")) is not None:
            data["sebutan"] = sebutan(hasil)
        skor = [data[nama] for nama in UNSUR if data.get(nama) is not None]
        if len(skor) >= SEDIKITNYA:
            data["jumlah"], data["nilai_rata_rata"] = sum(skor), round(sum(skor) / len(skor), 3)
        return data


def sebutan(hasil: Decimal) -> str:
    return next(kata for batas, kata in SEBUTAN if hasil >= batas)


SKP = JenisRiwayat(
    kode="skp",
    nama="SKP 2014–2021",
    kelompok=Kelompok.KINERJA,
    skema=IsianSkp,
    bidang_tmt="tmt",
    bukti_wajib=(("SKP",),),
    bukti_lain=("EKIN",),
    ringkas=lambda data: f"{data['tahun']}: {data['sebutan']}",
    kata_tmt="Tahun berakhir",
    siasn="rw-skp",
    untuk_bkn=lambda data: {nama: str(data[nama]) for nama in ("jumlah", "nilai_rata_rata") if nama in data},
    kaidah=(
        kembar("tahun", kalimat="Penilaian tahun itu sudah tercatat ({lain})."),
        tiap_tahun("dp3", "kinerja"),
        masa_dinas("Tahun", cuti=False, henti=False),
    ),
)
