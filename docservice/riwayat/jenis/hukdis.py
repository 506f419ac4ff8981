"""Hukuman disiplin (riwayat-layanan C.3.11; POSO 4h; SIASN rw-hukdis; PP 94/2021). Confidential."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.golongan import golongan_pns
from docservice.riwayat.jenis.isian import Keputusan, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, kembar
from docservice.riwayat.jenis.sanding import ESOK, Kaidah, Sanding, bulan_antara

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


AKIBAT, BATAL = "Akibat pada golongan dan kedudukan", "Pengaktifan dan pembatalan"
BULAN = {"4": 12, "7": 12, "8": 12, "14": 36, "23": 6, "24": 9, "25": 12, "27": 12, "28": 12}
"""Months of the punishments that last as long as their name says."""


class IsianHukdis(Rentang, Keputusan):
    bidang_rentang = ("tmt_hukuman", "akhir_hukuman")

    tingkat = pilih("Tingkat", TINGKAT, bkn="jenis_tingkat_hukuman")
    hukuman = pilih(
        "Jenis hukuman",
        {kode: nama for kode, (_, nama) in HUKUMAN.items()},
        bkn="jenis_hukuman",
        tabel="jenisHukuman",
    )
    tmt_hukuman = tanggal("Mulai berlaku", bkn="hukuman_tanggal")
    masa_tahun = bilangan("Lamanya, tahun", 0, 60, wajib=False, bkn="masa_tahun")
    masa_bulan = bilangan("Lamanya, bulan", 0, 11, wajib=False, bkn="masa_bulan")
    akhir_hukuman = tanggal(
        "Berakhir", wajib=False, bantuan="Kosong bila tidak berjangka.", bkn="akhir_hukuman_tanggal"
    )
    nomor_pp = teks("Dasar hukum", 60, wajib=False, bantuan="Misalnya: PP 94 Tahun 2021.", bkn="nomor_pp")
    alasan = pilih(
        "Pelanggaran",
        acuan("alasanHukumanDisiplin"),
        wajib=False,
        bkn="alasan_hukuman_disiplin",
        tabel="alasanHukumanDisiplin",
    )
    pejabat_penetap = teks("Ditetapkan oleh", wajib=False)
    keterangan = teks("Keterangan", 300, wajib=False, bkn="keterangan")
    golongan_lama = golongan_pns("Golongan sebelum hukuman", bkn="golongan_lama", rinci=AKIBAT)
    golongan = golongan_pns("Golongan sesudah hukuman", bkn="golongan", rinci=AKIBAT)
    kedudukan_hukum = pilih(
        "Kedudukan hukum", acuan("kedudukanHukum"), bkn="kedudukan_hukum", tabel="kedudukanHukum", rinci=AKIBAT
    )
    sk_dihentikan = teks("Nomor SK hukuman yang diakhiri", bkn="hukdis_yang_diberhentikan", rinci=BATAL)
    sk_pembatalan_nomor = teks("Nomor SK pembatalan", bkn="sk_pembatalan_nomor", rinci=BATAL)
    sk_pembatalan_tanggal = tanggal("Tanggal SK pembatalan", lampau=True, bkn="sk_pembatalan_tanggal", rinci=BATAL)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        hukuman, tingkat = data.get("hukuman"), data.get("tingkat")
        if hukuman and tingkat and HUKUMAN[hukuman][0] != tingkat:
            benar = TINGKAT[HUKUMAN[hukuman][0]].lower()
            self.add_error("tingkat", f"Jenis hukuman ini termasuk tingkat {benar}.")
        return data


def lamanya(s: Sanding) -> Iterator[str]:
    """Its length, as its name has it, as it is written, and from its first day to its last."""
    seharusnya, akhir = BULAN.get(s.data["hukuman"]), s.hari("akhir_hukuman")
    ditulis = int(s.data.get("masa_tahun") or 0) * 12 + int(s.data.get("masa_bulan") or 0)
    terhitung = bulan_antara(s.tmt, akhir + ESOK) if akhir else 0
    if seharusnya and {ditulis, terhitung} - {0, seharusnya}:
        yield f"Hukuman ini lamanya {seharusnya} bulan."
    elif ditulis and terhitung and ditulis != terhitung:
        yield f"Lamanya {ditulis} bulan, sedangkan dari mulai sampai berakhir {terhitung} bulan."


def ringkas(data: Mapping[str, Any]) -> str:
    return f"{HUKUMAN[data['hukuman']][1]} (tingkat {TINGKAT[data['tingkat']].lower()})"


HUKDIS = JenisRiwayat(
    kode="hukdis",
    nama="Hukuman disiplin",
    kelompok=Kelompok.LAIN,
    skema=IsianHukdis,
    bidang_tmt="tmt_hukuman",
    bukti_wajib=(("SK_HUKDIS",),),
    bukti_lain=("BAP", "PANGGILAN"),
    ringkas=ringkas,
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Mulai",
    siasn="rw-hukdis",
    kaidah=(
        kembar("sk_nomor", kalimat="Nomor SK ini sudah dipakai {lain}."),
        Kaidah(lamanya),
        bertumpuk("Pada waktu itu juga {lain}, {masa}.", bidang="tmt_hukuman akhir_hukuman"),
    ),
)
