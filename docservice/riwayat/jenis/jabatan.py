"""Riwayat jabatan (riwayat-layanan C.3.2; POSO 4b; BABEL 14(2)d; SIASN rw-jabatan)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, KeputusanBernomor, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import masa_dinas, sama, setanggal
from docservice.riwayat.jenis.sanding import Kaidah, Sanding, lama
from docservice.umum.waktu import tanggal_panjang

STRUKTURAL, FUNGSIONAL, RANGKAP, PELAKSANA = "1", "2", "3", "4"
JENIS_JABATAN = {
    STRUKTURAL: "Struktural",
    FUNGSIONAL: "Fungsional",
    RANGKAP: "Rangkap struktural dan fungsional",
    PELAKSANA: "Pelaksana",
}
MUTASI = {"MJ": "Mutasi jabatan", "MU": "Mutasi unit organisasi"}
TEMPAT = "Instansi dan unit induk"
BERHENTI = "henti"
PERUBAHAN = {"angkat": "Pengangkatan", "pindah": "Pemindahan", BERHENTI: "Pemberhentian"}
ESELON = {
    "10": "I.a (JPT utama)",
    "11": "I.a",
    "12": "I.b",
    "21": "II.a",
    "22": "II.b",
    "31": "III.a",
    "32": "III.b",
    "41": "IV.a",
    "42": "IV.b",
    "51": "V.a",
    "52": "V.b",
}
JENJANG = {
    "PM": "Pemula",
    "TR": "Terampil",
    "MH": "Mahir",
    "PY": "Penyelia",
    "PT": "Ahli Pertama",
    "MU": "Ahli Muda",
    "MA": "Ahli Madya",
    "UT": "Ahli Utama",
}


class IsianJabatan(KeputusanBernomor):
    """A definitive post; Plt., Plh. and the like are rows of *penugasan*."""

    jenis_perubahan = pilih("Jenis perubahan", PERUBAHAN)
    jenis_jabatan = pilih(
        "Jenis jabatan", JENIS_JABATAN, bkn="jenis_jabatan", induk="jenis_jabatan_id", tabel="jenisJabatan"
    )
    nama_jabatan = teks("Nama jabatan", 200, bkn="nama_jabatan", induk="jabatan_nama")
    eselon = pilih(
        "Eselon", ESELON, wajib=False, bantuan="Hanya untuk jabatan struktural.", bkn="eselon", tabel="eselon"
    )
    jenjang = pilih("Jenjang fungsional", JENJANG, wajib=False, bantuan="Hanya untuk jabatan fungsional.")
    unit_kerja = teks("Unit kerja", 200, bkn="unor", induk="unor_nama")
    tmt_jabatan = tanggal("TMT jabatan", bkn="tmt_jabatan", induk="tmt_jabatan")
    tmt_pelantikan = tanggal("Tanggal pelantikan", wajib=False, bkn="tmt_pelantikan")
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False, bkn="pejabat_penetap")
    sub_jabatan = teks(
        "Mata pelajaran atau spesialisasi",
        200,
        bantuan="Untuk guru dan dokter spesialis.",
        bkn="sub_jabatan",
        tabel="subJabatan",
        rinci=LAINNYA,
    )
    jenis_mutasi = pilih("Jenis mutasi", MUTASI, bkn="jenis_mutasi", tabel="jenisMutasi", rinci=LAINNYA)
    tmt_mutasi = tanggal("TMT mutasi", bkn="tmt_mutasi", rinci=LAINNYA)
    instansi_kerja = teks("Instansi", 200, bkn="instansi_kerja", tabel="instansi", rinci=TEMPAT)
    satuan_kerja = teks("Satuan kerja", 200, bkn="satuan_kerja", tabel="satuanKerja", rinci=TEMPAT)
    unor_induk = teks("Unit kerja induk", 200, bkn="unor_induk", rinci=TEMPAT)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        jenis = data.get("jenis_jabatan")
        if jenis == STRUKTURAL and not data.get("eselon"):
            self.add_error("eselon", "Eselon belum dipilih. Jabatan struktural selalu bereselon.")
        if jenis == FUNGSIONAL and not data.get("jenjang"):
            self.add_error("jenjang", "Jenjang fungsional belum dipilih.")
        return data


def urutan(s: Sanding) -> Iterator[str]:
    if s.terakhir and s.tmt <= s.terakhir.tmt:
        yield f"TMT ini tidak sesudah TMT jabatan yang sekarang berlaku ({tanggal_panjang(s.terakhir.tmt)})."


def sesudah_berhenti(s: Sanding) -> Iterator[str]:
    """Time without a post between a dismissal and the next appointment; a dismissal from a post one did not hold."""
    dulu = s.sebelum
    if dulu is None:
        return
    if BERHENTI in (s.data["jenis_perubahan"], dulu.data["jenis_perubahan"]) and s.data["jenis_perubahan"] != BERHENTI:
        yield f"Ada jeda {lama(dulu.tmt, s.tmt)} dengan jabatan sebelumnya (berhenti {tanggal_panjang(dulu.tmt)})."
    elif s.data["jenis_perubahan"] == BERHENTI and not sama(s.data, dulu.data, ("nama_jabatan",)):
        yield f"Jabatan yang diberhentikan bukan jabatan sebelumnya ({dulu.data['nama_jabatan']})."


def ringkas(data: Mapping[str, Any]) -> str:
    henti = "Berhenti sebagai " if data["jenis_perubahan"] == BERHENTI else ""
    return f"{henti}{data['nama_jabatan']}, {data['unit_kerja']}"


def turunan(data: Mapping[str, Any]) -> dict[str, str]:
    """Whoever was dismissed holds no post until the next row names one."""
    if data["jenis_perubahan"] == BERHENTI:
        return {"jabatan": "Tanpa jabatan", "jenis_jabatan": PELAKSANA}
    jenis = data["jenis_jabatan"]
    return {"jabatan": data["nama_jabatan"], "jenis_jabatan": STRUKTURAL if jenis == RANGKAP else jenis}


def untuk_bkn(data: Mapping[str, Any]) -> dict[str, Any]:
    """BKN keeps the post under one of three names; rows here are definitive, the others are *penugasan*."""
    nama = {FUNGSIONAL: "jabatan_fungsional", PELAKSANA: "jabatan_pelaksana"}
    return {nama.get(data["jenis_jabatan"], "jabatan_struktural"): data["nama_jabatan"], "jenis_penugasan": "D"}


JABATAN = JenisRiwayat(
    kode="jabatan",
    nama="Jabatan",
    kelompok=Kelompok.JABATAN,
    skema=IsianJabatan,
    bidang_tmt="tmt_jabatan",
    bukti_wajib=(("SK_JAB", "SK_BERHENTI_JF"),),
    bukti_lain=("SPP", "BA_PELANTIKAN", "SPMT", "SPMJ", "BA_SUMPAH"),
    ringkas=ringkas,
    dari_bacaan={**KEPUTUSAN, "tmt_jabatan": "tmt", "nama_jabatan": "jabatan", "unit_kerja": "unit"},
    tunggal=True,
    siasn="rw-jabatan",
    turunan=turunan,
    untuk_bkn=untuk_bkn,
    kaidah=(
        Kaidah(urutan),
        setanggal("Sudah ada jabatan definitif dengan TMT ini ({lain})."),
        Kaidah(sesudah_berhenti),
        masa_dinas("TMT", bila=lambda data: data["jenis_perubahan"] != BERHENTI),
    ),
)
