"""The fields that are compared: BKN's column, ours, when they are the same, and by which door one is corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docservice.pegawai.acuan import acuan
from docservice.rekonsiliasi import baku
from docservice.rekonsiliasi.kita import Kita
from docservice.riwayat.jenis import SEMUA as RIWAYAT
from docservice.riwayat.jenis.jabatan import JENIS_JABATAN
from docservice.riwayat.jenis.keluarga import KELAMIN
from docservice.riwayat.jenis.pendidikan import TINGKAT
from docservice.riwayat.pertukaran import nama_bidang
from docservice.umum.waktu import tanggal_panjang

KEBERADAAN = "keberadaan"
ADA, TIDAK_ADA = "tercatat", "tidak tercatat"
RAHASIA = "tidak ditampilkan"


def _apa_adanya(teks: str) -> str:
    return " ".join(teks.split())


def _hari(nilai: str) -> str:
    try:
        return tanggal_panjang(date.fromisoformat(nilai))
    except ValueError:
        return nilai


def _pilihan(tabel: Mapping[str, str]) -> Callable[[str], str]:
    return lambda nilai: tabel.get(nilai, nilai)


@dataclass(frozen=True)
class Bidang:
    """``lain``: other names that an export may have for BKN's column (see :func:`docservice.rekonsiliasi.baku.rapat`).

    ``baca`` turns a cell into the value that is kept (raises :class:`ValueError` for what cannot be read), ``kunci`` a
    value into what is compared, ``kata`` a value into what people read. ``pintu`` is the kind of riwayat and the field
    of it that corrects ours; ``sandi`` names a sealed number, of which only the fingerprint is compared.
    """

    kode: str
    label: str
    lain: tuple[str, ...]
    kita: Callable[[Kita], str]
    pintu: tuple[str, str]
    baca: Callable[[str], str] = _apa_adanya
    kunci: Callable[[str], str] = baku.rapat
    kata: Callable[[str], str] = _apa_adanya
    sandi: str = ""

    @property
    def kolom(self) -> tuple[str, ...]:
        """Names of BKN's column, the surest first: the one that stands at the field of the riwayat."""
        jenis, bidang = self.pintu
        return (baku.rapat(nama_bidang(RIWAYAT[jenis], bidang)), *self.lain)


def _tetap(nama: str) -> Callable[[Kita], str]:
    """A field of the person's own row."""

    def ambil(kita: Kita) -> str:
        nilai = getattr(kita.pegawai, nama)
        return nilai.isoformat() if isinstance(nilai, date) else str(nilai or "")

    return ambil


def _riwayat(jenis: str, nama: str, lalu: str = "") -> Callable[[Kita], str]:
    """A field of the validated row in force, else *lalu* of the person's own row."""

    def ambil(kita: Kita) -> str:
        nilai = kita.berlaku.get(jenis, {}).get(nama)
        return str(nilai) if nilai else _tetap(lalu)(kita) if lalu else ""

    return ambil


def _golongan(kita: Kita) -> str:
    jenis = "kontrak_pppk" if kita.pegawai.jenis_asn == "PPPK" else "golongan"
    return str(kita.berlaku.get(jenis, {}).get("golongan", ""))


def _tmt_golongan(kita: Kita) -> str:
    if kita.pegawai.jenis_asn == "PPPK":
        return str(kita.berlaku.get("kontrak_pppk", {}).get("mulai", ""))
    return str(kita.berlaku.get("golongan", {}).get("tmt_golongan", ""))


def _sidik(nama: str) -> Callable[[Kita], str]:
    def ambil(kita: Kita) -> str:
        nilai = str(kita.berlaku.get("data_utama", {}).get(nama) or "")
        return nilai.split(":")[1] if nilai.count(":") == 3 else ""

    return ambil


def _tanggal(
    kode: str, label: str, lain: tuple[str, ...], kita: Callable[[Kita], str], pintu: tuple[str, str]
) -> Bidang:
    return Bidang(kode, label, lain, kita, pintu, baca=baku.tanggal, kunci=str, kata=_hari)


_INDUK = "perbaikan_data"
SEMUA: tuple[Bidang, ...] = (
    Bidang("nama", "Nama", (), _tetap("nama"), (_INDUK, "nama")),
    Bidang("gelar_depan", "Gelar depan", (), _tetap("gelar_depan"), (_INDUK, "gelar_depan")),
    Bidang("gelar_belakang", "Gelar belakang", (), _tetap("gelar_belakang"), (_INDUK, "gelar_belakang")),
    Bidang(
        "tempat_lahir",
        "Tempat lahir",
        ("tempatlahir",),
        _tetap("tempat_lahir"),
        (_INDUK, "tempat_lahir"),
        kunci=baku.tempat,
    ),
    _tanggal(
        "tanggal_lahir",
        "Tanggal lahir",
        ("tanggallahir",),
        _tetap("tanggal_lahir"),
        (_INDUK, "tanggal_lahir"),
    ),
    Bidang(
        "jenis_kelamin",
        "Jenis kelamin",
        (),
        _tetap("jenis_kelamin"),
        (_INDUK, "jenis_kelamin"),
        baca=lambda teks: baku.menurut(baku.KELAMIN, teks),
        kata=_pilihan(KELAMIN),
    ),
    Bidang(
        "jenis_asn",
        "Jenis ASN",
        ("jenisasn",),
        _tetap("jenis_asn"),
        (_INDUK, "jenis_asn"),
        baca=lambda teks: baku.menurut(baku.ASN, teks),
    ),
    Bidang(
        "kedudukan_hukum",
        "Kedudukan hukum",
        ("kedudukanhukumnama", "kedudukanhukum"),
        _tetap("kedudukan_hukum"),
        (_INDUK, "kedudukan_hukum"),
        baca=baku.kedudukan,
        kata=_pilihan(acuan("kedudukanHukum")),
    ),
    _tanggal(
        "tmt_cpns",
        "TMT CPNS",
        (),
        _tetap("tmt_cpns"),
        (_INDUK, "tmt_cpns"),
    ),
    Bidang(
        "golongan",
        "Golongan",
        ("golakhirid", "golruangakhir", "golakhirnama", "golongan"),
        _golongan,
        ("golongan", "golongan"),
        baca=baku.golongan,
    ),
    _tanggal(
        "tmt_golongan",
        "TMT golongan",
        ("tmtgolongan",),
        _tmt_golongan,
        ("golongan", "tmt_golongan"),
    ),
    Bidang(
        "jenis_jabatan",
        "Jenis jabatan",
        ("jenisjabatannama", "jenisjabatan"),
        _riwayat("jabatan", "jenis_jabatan", "jenis_jabatan"),
        ("jabatan", "jenis_jabatan"),
        baca=lambda teks: baku.menurut(baku.JENIS_JABATAN, teks),
        kata=_pilihan(JENIS_JABATAN),
    ),
    Bidang(
        "jabatan",
        "Jabatan",
        ("namajabatan",),
        _riwayat("jabatan", "nama_jabatan", "jabatan"),
        ("jabatan", "nama_jabatan"),
    ),
    _tanggal(
        "tmt_jabatan",
        "TMT jabatan",
        (),
        _riwayat("jabatan", "tmt_jabatan"),
        ("jabatan", "tmt_jabatan"),
    ),
    Bidang("unit", "Unit kerja", ("unor",), lambda kita: kita.pegawai.unit.nama, ("unor", "unit_baru")),
    Bidang(
        "tingkat_pendidikan",
        "Tingkat pendidikan",
        ("tingkatpendidikanid", "tkpendidikanterakhirnama", "tingkatpendidikannama"),
        _riwayat("pendidikan", "tingkat", "tingkat_pendidikan"),
        ("pendidikan", "tingkat"),
        baca=lambda teks: baku.menurut(baku.JENJANG, teks),
        kata=_pilihan(TINGKAT),
    ),
    Bidang(
        "pendidikan",
        "Pendidikan",
        ("pendidikannama",),
        _riwayat("pendidikan", "program_studi", "pendidikan"),
        ("pendidikan", "program_studi"),
        kunci=baku.jurusan,
    ),
    Bidang(
        "agama",
        "Agama",
        ("agamanama", "agama"),
        _riwayat("data_utama", "agama"),
        ("data_utama", "agama"),
        baca=baku.agama,
        kata=_pilihan(acuan("agama")),
    ),
    Bidang(
        "status_kawin",
        "Status perkawinan",
        ("jeniskawinnama", "jeniskawin"),
        _riwayat("data_utama", "status_kawin"),
        ("data_utama", "status_kawin"),
        baca=baku.kawin,
        kata=_pilihan(acuan("kawin")),
    ),
    Bidang("nik", "NIK", (), _sidik("nik"), ("data_utama", "nik"), kunci=str, sandi="nik"),
    Bidang("npwp", "NPWP", ("npwp",), _sidik("npwp"), ("data_utama", "npwp"), kunci=str, sandi="npwp"),
)
MENURUT_KODE = {satu.kode: satu for satu in SEMUA}
LABEL = {satu.kode: satu.label for satu in SEMUA} | {KEBERADAAN: "Keberadaan"}

TIDAK_DIBANDINGKAN = frozenset((Path(__file__).parent / "data" / "kolom_lain.txt").read_text().split())
"""BKN's columns (C.1) that are known and left alone: its own ids, and what nothing here answers to."""


def kata(kode: str, nilai: str) -> str:
    """A kept value as people read it."""
    satu = MENURUT_KODE.get(kode)
    if satu is None:
        return nilai
    if satu.sandi:
        return RAHASIA if nilai else "belum diisi"
    return satu.kata(nilai) if nilai else "belum diisi"
