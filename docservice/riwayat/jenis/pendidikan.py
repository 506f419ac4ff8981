"""Riwayat pendidikan (riwayat-layanan C.3.3; POSO 4c; BABEL 5(3), 14(2)c; SIASN rw-pendidikan).

A qualification is formal education that BKN recognises (BABEL 5(1)b): what it does not know yet stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import YA_TIDAK, Keputusan, pilih, tanggal, tautan, teks
from docservice.riwayat.jenis.kaidah import kembar, menaik, sesudah_lahir
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

TINGKAT = {
    "05": "SD",
    "10": "SLTP",
    "12": "SLTP kejuruan",
    "15": "SLTA",
    "17": "SLTA kejuruan",
    "18": "SLTA keguruan",
    "20": "D-I",
    "25": "D-II",
    "30": "D-III atau sarjana muda",
    "35": "D-IV",
    "40": "S-1",
    "42": "Profesi",
    "45": "S-2",
    "47": "Spesialis",
    "49": "Subspesialis",
    "50": "S-3",
}
AKREDITASI_DAN_IZIN = "Akreditasi, izin belajar, dan PDDikti"
PASCASARJANA = ("45", "47", "49", "50")
TERCATAT = "Ya bila sudah tampil di MySAPK atau SIASN. Yang belum, berdiri terpisah (Pergub 14/2023 Pasal 5)."
AKREDITASI = {"unggul": "Unggul", "A": "A", "baik_sekali": "Baik sekali", "B": "B", "baik": "Baik", "C": "C"}


class IsianPendidikan(Keputusan):
    sk_nomor = teks("Nomor ijazah", bkn="nomor_ijazah")
    sk_tanggal = tanggal("Tanggal lulus", lampau=True, bkn="tgl_lulus")
    tingkat = pilih("Tingkat pendidikan", TINGKAT, bkn="tk_pendidikan", induk="tk_pendidikan_terakhir_id")
    nama_sekolah = teks("Nama sekolah atau perguruan tinggi", 200, bkn="nama_sekolah")
    program_studi = teks(
        "Jurusan atau program studi", 200, wajib=False, bkn="pendidikan", induk="pendidikan_terakhir_nama"
    )
    gelar_depan = teks("Gelar di depan nama", 30, wajib=False, bkn="gelar_depan")
    gelar_belakang = teks("Gelar di belakang nama", 30, wajib=False, bkn="gelar_belakang")
    diakui_bkn = pilih("Tercatat di BKN", YA_TIDAK, wajib=False, bantuan=TERCATAT)
    pertama = pilih("Dipakai saat pengangkatan CPNS", YA_TIDAK, awal="0", bkn="is_pendidikan_pertama")
    akreditasi = pilih("Akreditasi program studi", AKREDITASI, rinci=AKREDITASI_DAN_IZIN)
    no_akreditasi = teks("Nomor akreditasi", rinci=AKREDITASI_DAN_IZIN)
    surat_ijin = teks(
        "Nomor izin belajar atau SK tugas belajar",
        bantuan="Bila ditempuh sesudah menjadi pegawai.",
        bkn="surat_ijin",
        rinci=AKREDITASI_DAN_IZIN,
    )
    link_pddikti = tautan("Alamat halaman PDDikti", bkn="link_pddikti", rinci=AKREDITASI_DAN_IZIN)


def _pertama(data: Mapping[str, Any]) -> bool:
    return bool(data.get("pertama") == "1")


def saat_pengangkatan(s: Sanding) -> Iterator[str]:
    if _pertama(s.data) and s.pegawai.tmt_cpns and s.tmt > s.pegawai.tmt_cpns:
        yield "Lulus sesudah TMT CPNS, jadi bukan pendidikan saat pengangkatan."


def tanpa_sarjana(s: Sanding) -> Iterator[str]:
    """A master's or doctor's degree stands on a bachelor's."""
    if s.data["tingkat"] in PASCASARJANA and not any("35" <= satu.data["tingkat"] < "45" for satu in s.sejenis):
        yield "S-1 atau D-IV sebelumnya belum tercatat."


def tanpa_izin(s: Sanding) -> Iterator[str]:
    """Studying while in service takes a permit or an assignment; promotions by diploma ask for it (D.l, kind 203)."""
    sejak = s.pegawai.tmt_cpns
    tugas = any(satu.tmt <= s.tmt for satu in s.baris["tubel"])
    if sejak and s.tmt > sejak and not s.data.get("surat_ijin") and not tugas:
        yield "Lulus sesudah TMT CPNS, tetapi izin belajar atau tugas belajarnya belum dicatat."


def _tingkat(data: Mapping[str, Any]) -> int:
    return int(data["tingkat"])


def turunan(data: Mapping[str, Any]) -> dict[str, str]:
    nama = f"{TINGKAT[data['tingkat']]} {data.get('program_studi') or ''}".strip()
    return {"tingkat_pendidikan": data["tingkat"], "pendidikan": nama}


PENDIDIKAN = JenisRiwayat(
    kode="pendidikan",
    nama="Pendidikan",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianPendidikan,
    bidang_tmt="sk_tanggal",
    bukti_wajib=(("IJAZAH",), ("TRANSKRIP",)),
    bukti_lain=("IBEL", "SK_TUBEL", "AKRED", "PDDIKTI", "SK_GELAR", "KET_PT"),
    ringkas=lambda data: " ".join(
        filter(None, (TINGKAT[data["tingkat"]], data.get("program_studi"), data["nama_sekolah"]))
    ),
    dari_bacaan={"sk_nomor": "nomor", "sk_tanggal": "tanggal"},
    kata_tmt="Lulus",
    tunggal=True,
    siasn="rw-pendidikan",
    terpisah=lambda data: data.get("diakui_bkn") == "0",
    nama_terpisah="Belum diakui BKN",
    bobot=_tingkat,
    turunan=turunan,
    untuk_bkn=lambda data: {"tahun_lulus": int(data["sk_tanggal"][:4])},
    kaidah=(
        kembar("tingkat", "program_studi", "nama_sekolah", kalimat="Pendidikan ini sudah tercatat ({lain})."),
        kembar("sk_nomor", kalimat="Nomor ijazah ini sudah dipakai {lain}."),
        kembar("pertama", kalimat="Pendidikan saat pengangkatan CPNS sudah tercatat: {lain}.", bila=_pertama),
        menaik(_tingkat, "Urutannya terbalik dengan {lain}, lulus {hari}."),
        Kaidah(saat_pengangkatan),
        Kaidah(tanpa_sarjana),
        Kaidah(tanpa_izin, ("tubel",)),
        sesudah_lahir("Tanggal lulus", 5),
    ),
)
