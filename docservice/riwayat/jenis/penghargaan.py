"""Riwayat penghargaan (riwayat-layanan C.3.10; POSO 4h; SIASN rw-penghargaan)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import TINGKAT, Keputusan, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, lebih_muda, menaik, sesudah_lahir
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

LAIN = "400"
HARGA = {
    "100": "Bintang",
    "101": "Bintang Republik Indonesia Adipurna",
    "102": "Bintang Republik Indonesia Adipradana",
    "103": "Bintang Republik Indonesia Utama",
    "104": "Bintang Republik Indonesia Pratama",
    "105": "Bintang Republik Indonesia Nararya",
    "106": "Bintang Mahaputera Adipurna",
    "107": "Bintang Mahaputera Adipradana",
    "108": "Bintang Mahaputera Utama",
    "109": "Bintang Mahaputera Pratama",
    "110": "Bintang Mahaputera Nararya",
    "111": "Tanda penghargaan Trikora",
    "112": "Tanda penghargaan Pembebasan Irian Barat",
    "201": "Satyalancana Karya Satya 10 tahun",
    "202": "Satyalancana Karya Satya 20 tahun",
    "203": "Satyalancana Karya Satya 30 tahun",
    "204": "Satyalancana Wira Karya",
    "300": "Tanda jasa lainnya",
    "301": "Sidhakarya Adhyaksa",
    "302": "Purnabakti Adhyaksa",
    "303": "Dharma Adhyaksa",
    "304": "Teladan tingkat nasional",
    "305": "Teladan tingkat provinsi",
    "306": "Teladan tingkat kabupaten atau kota",
    "307": "PNS berprestasi luar biasa",
    "308": "Penemuan bermanfaat bagi negara",
    "309": "Siswa teladan",
    "310": "Olimpiade",
    LAIN: "Penghargaan lainnya",
}
PENGABDIAN = {"201": 10, "202": 20, "203": 30}
"""Years of service of each Satyalancana Karya Satya: once in a life, and in this order."""


class IsianPenghargaan(Keputusan):
    sk_nomor = teks("Nomor keputusan atau piagam", bkn="sk_nomor")
    sk_tanggal = tanggal("Tanggal keputusan atau piagam", lampau=True, bkn="sk_date")
    harga = pilih("Penghargaan", HARGA, bkn="harga", tabel="penghargaan")
    nama_lain = teks("Nama penghargaan", 200, wajib=False, bantuan="Diisi bila tidak ada di daftar.")
    pemberi = teks("Diberikan oleh", 200)
    tahun = bilangan(
        "Tahun penghargaan", 1945, 2100, wajib=False, bantuan="Bila lain dari tahun keputusannya.", bkn="tahun"
    )
    tingkat = pilih("Tingkat", TINGKAT, wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("harga") == LAIN and not data.get("nama_lain"):
            self.add_error("nama_lain", "Nama penghargaan belum diisi. Tulis seperti di piagam.")
        return data


def untuk_bkn(data: Mapping[str, Any]) -> dict[str, Any]:
    return {"tahun": data.get("tahun") or int(data["sk_tanggal"][:4])}


def _satyalancana(data: Mapping[str, Any]) -> bool:
    return data["harga"] in PENGABDIAN


def masa_pengabdian(s: Sanding) -> Iterator[str]:
    """Years are counted from the TMT CPNS (riwayat-layanan D.k)."""
    tahun, sejak = PENGABDIAN.get(s.data["harga"]), s.pegawai.tmt_cpns
    if tahun and sejak and lebih_muda(sejak, s.tmt, tahun):
        yield f"Pada tanggal itu masa kerjanya belum {tahun} tahun."


PENGHARGAAN = JenisRiwayat(
    kode="penghargaan",
    nama="Penghargaan",
    kelompok=Kelompok.KINERJA,
    skema=IsianPenghargaan,
    bidang_tmt="sk_tanggal",
    bukti_wajib=(("PENGHARGAAN",),),
    ringkas=lambda data: data["nama_lain"] if data["harga"] == LAIN else HARGA[data["harga"]],
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Tanggal",
    siasn="rw-penghargaan",
    untuk_bkn=untuk_bkn,
    kaidah=(
        kembar("harga", kalimat="{lain} sudah tercatat.", bila=_satyalancana),
        menaik(lambda data: int(data["harga"]), "Urutannya terbalik dengan {lain}, {hari}.", bila=_satyalancana),
        Kaidah(masa_pengabdian),
        sesudah_lahir("Tanggal", 15),
    ),
)
