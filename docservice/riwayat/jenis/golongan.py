"""Riwayat golongan / kepangkatan (riwayat-layanan C.3.1; POSO 4e; BABEL 14(2)d; SIASN rw-golongan)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms

from docservice.pegawai.acuan import nama_bkn
from docservice.riwayat.jenis.dasar import KEPUTUSAN, BuktiBila, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, YA_TIDAK, Keputusan, bilangan, nilai, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import masa_dinas, menaik, setanggal
from docservice.riwayat.jenis.sanding import Kaidah, Sanding, bulan_antara
from docservice.umum.waktu import tanggal_panjang
from templates_sk import GOLONGAN_PNS, pangkat

PILIHAN = {g: f"{g}, {pangkat(g)}" for g in GOLONGAN_PNS}
ID_BKN = {nama: kode for kode, nama in nama_bkn("golonganPns").items()}
PENGADAAN = "211"
JENIS_KP = {
    PENGADAAN: "Golongan dari pengadaan CPNS/PNS",
    "101": "Reguler",
    "201": "Pilihan (jabatan struktural)",
    "202": "Pilihan (jabatan fungsional tertentu)",
    "203": "Pilihan (penyesuaian ijazah)",
    "204": "Pilihan (sedang tugas belajar)",
    "205": "Pilihan (setelah tugas belajar)",
    "206": "Pilihan (diperbantukan atau dipekerjakan di instansi lain)",
    "207": "Pilihan (penemuan baru)",
    "208": "Pilihan (prestasi luar biasa)",
    "209": "Pilihan (pejabat negara)",
    "210": "Pilihan (selama DPK atau DPB)",
}


def golongan_pns(label: str, *, bkn: str, induk: str = "", rinci: str = "") -> forms.ChoiceField:
    """A rank of a PNS; BKN numbers what people write with Roman figures."""
    return pilih(label, PILIHAN, bkn=bkn, induk=induk, rinci=rinci, tabel="golonganPns", kode=ID_BKN)


def _pengangkatan(data: Mapping[str, Any]) -> bool:
    return bool(data.get("is_cpns") == "1")


class IsianGolongan(Keputusan):
    """Shape of a rank row; who issued it and the pertek are optional because old decrees lack them."""

    tmt_golongan = tanggal(
        "TMT golongan", bantuan="Terhitung mulai tanggal, selalu tanggal 1.", bkn="tmt_golongan", induk="tmt_gol_akhir"
    )
    golongan = golongan_pns("Golongan ruang", bkn="golongan", induk="gol_ruang_akhir_id")
    jenis_kp = pilih("Jenis kenaikan pangkat", JENIS_KP, bkn="jenis_kp", tabel="kenaikanPangkat")
    mk_golongan_tahun = bilangan("Masa kerja golongan, tahun", 0, 60, awal=0, bkn="mk_golongan_tahun")
    mk_golongan_bulan = bilangan("Masa kerja golongan, bulan", 0, 11, awal=0, bkn="mk_golongan_bulan")
    gaji_pokok = bilangan("Gaji pokok (rupiah)", 0, 100_000_000, wajib=False)
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False)
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False, bkn="no_pertek_bkn")
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False, bkn="tgl_pertek_bkn")
    is_cpns = pilih("Golongan saat diangkat CPNS", YA_TIDAK, bkn="is_cpns", rinci=LAINNYA)
    jumlah_kredit_utama = nilai("Angka kredit utama", 5000, bkn="jumlah_kredit_utama", rinci=LAINNYA)
    jumlah_kredit_tambahan = nilai("Angka kredit penunjang", 5000, bkn="jumlah_kredit_tambahan", rinci=LAINNYA)

    def clean_tmt_golongan(self) -> date:
        tmt: date = self.cleaned_data["tmt_golongan"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT golongan harus tanggal 1. Ubah tanggalnya.")
        return tmt


POTONGAN = {("I", "II"): 6 * 12, ("II", "III"): 5 * 12}
"""Months of service that a promotion into the next class takes off (riwayat-layanan C.6)."""


def urutan_dan_lompatan(s: Sanding) -> Iterator[str]:
    """A higher rank from an earlier day than the one in force, and steps that only some kinds of promotion make."""
    dulu = s.sebelum or s.terakhir
    if dulu is None:
        return
    terakhir = s.terakhir or dulu
    if s.tmt <= terakhir.tmt and _tingkat(s.data) > _tingkat(terakhir.data):
        yield f"TMT ini lebih awal dari TMT golongan sebelumnya ({tanggal_panjang(terakhir.tmt)})."
    naik = _tingkat(s.data) - _tingkat(dulu.data)
    if naik > 1 and s.data["jenis_kp"] not in ("208", "203", "211"):
        yield f"Golongan naik {naik} tingkat dari {dulu.data['golongan']}."


def masa_kerja(s: Sanding) -> Iterator[str]:
    """Service years go on from rank to rank; a recognition of earlier service or a leave between them changes them."""
    dulu = s.sebelum
    if dulu is None or any(dulu.tmt < satu.tmt <= s.tmt for kode in ("pmk", "cltn") for satu in s.baris[kode]):
        return
    potong = POTONGAN.get((_kelas(dulu.data), _kelas(s.data)), 0)
    seharusnya, ditulis = _bulan(dulu.data) + bulan_antara(dulu.tmt, s.tmt) - potong, _bulan(s.data)
    if seharusnya >= 0 and abs(ditulis - seharusnya) > 1:
        yield f"Masa kerja golongan {_kata(ditulis)}; menurut golongan sebelumnya seharusnya {_kata(seharusnya)}."


def saat_pengangkatan(s: Sanding) -> Iterator[str]:
    """The rank one was appointed with comes from recruitment, and begins when one did."""
    if not _pengangkatan(s.data):
        return
    if s.data["jenis_kp"] != PENGADAAN:
        yield f"Golongan saat diangkat CPNS jenisnya {JENIS_KP[PENGADAAN]}."
    if s.pegawai.tmt_cpns and s.tmt != s.pegawai.tmt_cpns:
        yield f"TMT golongan CPNS bukan TMT CPNS ({tanggal_panjang(s.pegawai.tmt_cpns)})."


def _tingkat(data: Mapping[str, Any]) -> int:
    return GOLONGAN_PNS.index(data["golongan"])


def _kelas(data: Mapping[str, Any]) -> str:
    return str(data["golongan"]).partition("/")[0]


def _bulan(data: Mapping[str, Any]) -> int:
    return int(data.get("mk_golongan_tahun") or 0) * 12 + int(data.get("mk_golongan_bulan") or 0)


def _kata(bulan: int) -> str:
    return f"{bulan // 12} tahun {bulan % 12} bulan"


def ringkas(data: Mapping[str, Any]) -> str:
    return f"{data['golongan']} {pangkat(data['golongan'])}"


GOLONGAN = JenisRiwayat(
    kode="golongan",
    nama="Golongan",
    kelompok=Kelompok.PANGKAT,
    skema=IsianGolongan,
    bidang_tmt="tmt_golongan",
    bukti_wajib=(("SK_KP", "SK_CPNS", "SK_PNS"),),
    bukti_bila=(
        BuktiBila(_pengangkatan, ("SK_CPNS",), "untuk golongan saat diangkat CPNS"),
        BuktiBila(_pengangkatan, ("SPMT_CPNS",), "untuk golongan saat diangkat CPNS"),
    ),
    bukti_lain=("PERTEK_KP", "PAK", "NOTA_NIP", "STTPL", "BA_SUMPAH"),
    dari_bacaan={
        **KEPUTUSAN,
        "tmt_golongan": "tmt",
        "golongan": "golongan",
        "gaji_pokok": "gaji",
    },
    ringkas=ringkas,
    tunggal=True,
    siasn="rw-golongan",
    kaidah=(
        Kaidah(urutan_dan_lompatan),
        setanggal("Sudah ada golongan dengan TMT ini ({lain})."),
        menaik(_tingkat, "Urutannya terbalik dengan {lain}, TMT {hari}."),
        Kaidah(masa_kerja, ("pmk", "cltn")),
        Kaidah(saat_pengangkatan),
        masa_dinas("TMT"),
    ),
)
