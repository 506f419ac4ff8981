"""Hukuman disiplin (riwayat-layanan C.3.11; POSO 4h; SIASN rw-hukdis; PP 94/2021). Confidential."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, kembar

TINGKAT = {"R": "Ringan", "S": "Sedang", "B": "Berat"}
HUKUMAN = {
    "1": ("R", "Teguran lisan"),
    "2": ("R", "Teguran tertulis"),
    "3": ("R", "Pernyataan tidak puas secara tertulis"),
    "21": ("R", "Sanksi moral terbuka"),
    "22": ("R", "Sanksi moral tertutup"),
    "23": ("S", "Pemotongan tunjangan kinerja 25% selama 6 bulan"),
    "24": ("S", "Pemotongan tunjangan kinerja 25% selama 9 bulan"),
    "25": ("S", "Pemotongan tunjangan kinerja 25% selama 12 bulan"),
    "4": ("S", "Penundaan kenaikan gaji berkala selama 1 tahun"),
    "5": ("S", "Penurunan gaji paling lama 1 tahun"),
    "6": ("S", "Penundaan gaji paling lama 1 tahun"),
    "7": ("S", "Penundaan kenaikan pangkat selama 1 tahun"),
    "8": ("S", "Penurunan pangkat setingkat selama 1 tahun"),
    "27": ("B", "Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
    "28": ("B", "Pembebasan dari jabatan menjadi pelaksana selama 12 bulan"),
    "14": ("B", "Penurunan pangkat setingkat selama 3 tahun"),
    "13": ("B", "Pemindahan dalam rangka penurunan jabatan setingkat"),
    "9": ("B", "Pembebasan dari jabatan"),
    "10": ("B", "Pemberhentian dengan hormat tidak atas permintaan sendiri"),
    "11": ("B", "Pemberhentian tidak dengan hormat sebagai PNS"),
    "12": ("B", "Pengaktifan hukuman disiplin"),
}
"""BKN id: level, name. The first twelve of the newer ids stand before those of the older regulations."""


class IsianHukdis(Rentang, Keputusan):
    bidang_rentang = ("tmt_hukuman", "akhir_hukuman")

    tingkat = pilih("Tingkat", TINGKAT)
    hukuman = pilih("Jenis hukuman", {kode: nama for kode, (_, nama) in HUKUMAN.items()})
    tmt_hukuman = tanggal("Mulai berlaku")
    akhir_hukuman = tanggal("Berakhir", wajib=False, bantuan="Kosong bila tidak berjangka.")
    nomor_pp = teks("Dasar hukum", 60, wajib=False, bantuan="Misalnya: PP 94 Tahun 2021.")
    alasan = pilih("Pelanggaran", acuan("alasanHukumanDisiplin"), wajib=False)
    pejabat_penetap = teks("Ditetapkan oleh", wajib=False)
    keterangan = teks("Keterangan", 300, wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        hukuman, tingkat = data.get("hukuman"), data.get("tingkat")
        if hukuman and tingkat and HUKUMAN[hukuman][0] != tingkat:
            benar = TINGKAT[HUKUMAN[hukuman][0]].lower()
            self.add_error("tingkat", f"Jenis hukuman ini termasuk tingkat {benar}.")
        return data


def ringkas(data: Mapping[str, Any]) -> str:
    return f"{HUKUMAN[data['hukuman']][1]} (tingkat {TINGKAT[data['tingkat']].lower()})"


HUKDIS = JenisRiwayat(
    kode="hukdis",
    nama="Hukuman disiplin",
    kelompok=Kelompok.LAIN,
    skema=IsianHukdis,
    bidang_tmt="tmt_hukuman",
    bukti=("SK_HUKDIS", "BAP", "PANGGILAN"),
    ringkas=ringkas,
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Mulai",
    siasn="rw-hukdis",
    kaidah=(
        kembar("sk_nomor", kalimat="Nomor SK ini sudah dipakai {lain}."),
        bertumpuk("Pada waktu itu juga {lain}, {masa}.", bidang="tmt_hukuman akhir_hukuman"),
    ),
)
