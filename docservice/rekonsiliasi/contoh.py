"""An export as SIASN would give it of the people recorded here, with differences planted: for trying and measuring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from docservice.pegawai.models import BUKAN_PEGAWAI, Pegawai
from docservice.rekonsiliasi.baku import rapat
from docservice.rekonsiliasi.bidang import MENURUT_KODE
from docservice.rekonsiliasi.kita import Kita, kumpulkan

JUDUL: tuple[tuple[str, str], ...] = (
    ("PNS ID", ""),
    ("NIP BARU", ""),
    ("NAMA", "nama"),
    ("GELAR DEPAN", "gelar_depan"),
    ("GELAR BELAKANG", "gelar_belakang"),
    ("TEMPAT LAHIR NAMA", "tempat_lahir"),
    ("TANGGAL LAHIR", "tanggal_lahir"),
    ("JENIS KELAMIN", "jenis_kelamin"),
    ("STATUS CPNS PNS", "jenis_asn"),
    ("KEDUDUKAN HUKUM ID", "kedudukan_hukum"),
    ("TMT CPNS", "tmt_cpns"),
    ("GOL AKHIR NAMA", "golongan"),
    ("TMT GOLONGAN", "tmt_golongan"),
    ("JENIS JABATAN ID", "jenis_jabatan"),
    ("JABATAN NAMA", "jabatan"),
    ("TMT JABATAN", "tmt_jabatan"),
    ("UNOR NAMA", "unit"),
    ("TINGKAT PENDIDIKAN ID", "tingkat_pendidikan"),
    ("PENDIDIKAN NAMA", "pendidikan"),
    ("KETERANGAN LOKAL", ""),
)
ASN = {"PNS": "P", "CPNS": "C", "PPPK": ""}
TERTINGGAL, PINDAH, EJAAN = 7, 5, 3
"""Every seventh person has an older TMT there, every fifth another unit's name, every third a comma less in a title."""
TAMU = ("199001012019031991", "DHARMA ALIMUDDIN")
"""Somebody BKN counts here who is not recorded."""


def contoh_ekspor() -> Iterator[Sequence[str]]:
    """Header and lines; the person with the highest NIP is left out, a stranger added."""
    yield [judul for judul, _ in JUDUL]
    aktif = Pegawai.objects.filter(kedudukan_hukum__lt=BUKAN_PEGAWAI)
    nip = list(aktif.order_by("nip").values_list("nip", flat=True))[:-1]
    for awal in range(0, len(nip), 500):
        semua = kumpulkan(nip[awal : awal + 500])
        for urut, satu in enumerate(sorted(semua), start=awal + 1):
            yield _baris(urut, semua[satu])
    tamu = {"PNS ID": "A8ACA7", "NIP BARU": TAMU[0], "NAMA": TAMU[1], "TANGGAL LAHIR": "01-01-1990"}
    yield [tamu.get(judul, "") for judul, _ in JUDUL]


def _baris(urut: int, kita: Kita) -> list[str]:
    nilai = {kode: MENURUT_KODE[kode].kita(kita) for _, kode in JUDUL if kode}
    nilai["jenis_kelamin"] = {"L": "M", "P": "F"}[nilai["jenis_kelamin"]]
    nilai["jenis_asn"] = ASN[nilai["jenis_asn"]]
    nilai["nama"] = nilai["nama"].upper()
    if urut % TERTINGGAL == 0 and nilai["tmt_golongan"]:
        nilai["tmt_golongan"] = _setahun_lalu(nilai["tmt_golongan"])
    if urut % PINDAH == 0:
        nilai["unit"] = f"Sekretariat {nilai['unit']}"
    if urut % EJAAN == 0:
        nilai["gelar_belakang"] = nilai["gelar_belakang"].replace(",", "")
    lain = {"PNS ID": f"A8ACA7{urut:026d}", "NIP BARU": kita.pegawai.nip, "KETERANGAN LOKAL": "-"}
    return [lain.get(judul, "") or _tulis(nilai.get(kode, "")) for judul, kode in JUDUL]


def _setahun_lalu(hari: str) -> str:
    lama = date.fromisoformat(hari)
    return lama.replace(year=lama.year - 1, day=1).isoformat()


def _tulis(nilai: str) -> str:
    """BKN writes dates as 31-12-2026."""
    if len(nilai) == 10 and rapat(nilai).isdecimal() and nilai[4] == "-":
        return "-".join(reversed(nilai.split("-")))
    return nilai
