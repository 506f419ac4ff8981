"""The sample office: a region, its units, the named people (riwayat-layanan H.5), their roles and rules.

Everything here is fictitious. Running it again changes nothing.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.naskah.models import JalurParaf, Kewenangan, PolaNomor
from docservice.naskah.muat import muat_pola_nomor
from docservice.pegawai.models import Daerah, Halangan, Pegawai, UnitKerja
from docservice.pegawai.nip import urai
from docservice.pengelola.pembekuan import bekukan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat

FOLDER = Path(__file__).parent / "data"
SK_PENGELOLA = ("Kep.100.3.3.1/445/BKPSDMD/2026", date(2026, 1, 5))
KEPUTUSAN: dict[str, Any] = {
    "keputusan_nomor": "Kep.100.3.3.1/445/BKPSDMD/2026",
    "keputusan_tanggal": date(2026, 1, 5),
    "berlaku_dari": date(2026, 1, 5),
}
PENUGASAN: tuple[tuple[int, Peran, str], ...] = (
    (1, Peran.PEJABAT, ""),
    (2, Peran.KEPALA_BKPSDM, ""),
    (3, Peran.KEPALA_PD, "DISKOMINFO"),
    (4, Peran.ADMINISTRATOR, ""),
    (5, Peran.ADMINISTRATOR, ""),
    (6, Peran.ADMINISTRATOR, ""),
    (6, Peran.STAF_ARSIP, ""),
    (7, Peran.FASILITATOR, "DISDIK"),
    (8, Peran.FASILITATOR, "DINKES"),
    (15, Peran.FASILITATOR, "BAPPEDA"),
)
"""Person, role, unit. Number 8 is suspended (BABEL 9(7)): 5 decided it, 6 holds the queue meanwhile."""
DIBEKUKAN, MEMBEKUKAN, PENGGANTI = 8, 5, 6
HALANGAN = (
    (16, Halangan.Jenis.HUKDIS_SEDANG, date(2026, 4, 1), date(2027, 3, 31)),
    (19, Halangan.Jenis.TUBEL, date(2025, 8, 1), date(2027, 7, 31)),
    (20, Halangan.Jenis.CLTN, date(2025, 5, 1), date(2027, 4, 30)),
)
PEMOHON = 13
UNTUK_DICOBA = 25
"""Damar Panuluh, whose first promotion the walk follows; his namesake waits for whoever tries it by hand."""


@dataclass(frozen=True)
class Kantor:
    """The people by their number in the table."""

    orang: dict[int, Pegawai]

    def pengguna(self, nomor: int) -> Pengguna:
        akun = self.orang[nomor].pengguna
        assert akun is not None
        return akun


def bangun() -> Kantor:
    """Region, units, people, roles, rules and validated history."""
    _daerah()
    kantor = Kantor(_orang(_unit()))
    _peran(kantor)
    _aturan_naskah(kantor)
    for nomor, jenis, dari, sampai in HALANGAN:
        dasar = {"sampai": sampai, "dasar": "Data awal"}
        Halangan.objects.get_or_create(pegawai=kantor.orang[nomor], jenis=jenis, dari=dari, defaults=dasar)
    for baris in _baca("orang.csv"):
        _riwayat_awal(kantor, int(baris["nomor"]), baris)
    return kantor


def _baca(nama: str) -> list[dict[str, str]]:
    with (FOLDER / nama).open(newline="") as isi:
        return list(csv.DictReader(isi))


def _daerah() -> None:
    isi = {
        "nama": "Provinsi Kepulauan Contoh",
        "jabatan_kepala": "GUBERNUR KEPULAUAN CONTOH",
        "tempat": "Kota Contoh",
    }
    Daerah.objects.update_or_create(pk=1, defaults=isi)


def _unit() -> dict[str, UnitKerja]:
    unit: dict[str, UnitKerja] = {}
    for baris in _baca("unit.csv"):
        induk = unit.get(baris["induk"])
        unit[baris["kode"]] = UnitKerja.objects.get_or_create(
            nama=baris["nama"], induk=induk, defaults={"singkatan": baris["kode"]}
        )[0]
    return unit


def _orang(unit: dict[str, UnitKerja]) -> dict[int, Pegawai]:
    orang = {}
    for baris in _baca("orang.csv"):
        bagian = urai(baris["nip"])
        akun = Pengguna.objects.filter(nip=baris["nip"]).first() or Pengguna.objects.create_user(
            baris["nip"],
            baris["nama"],
            settings.DEVELOPMENT_PASSWORD,
            surel=f"{baris['panggilan'].lower()}@contoh.example",
        )
        tmt = baris["tmt_cpns"]
        isi = {
            "pengguna": akun,
            "nama": baris["nama"],
            "gelar_depan": baris["gelar_depan"],
            "gelar_belakang": baris["gelar_belakang"],
            "panggilan": baris["panggilan"],
            "tempat_lahir": baris["tempat_lahir"],
            "tanggal_lahir": bagian.lahir,
            "jenis_kelamin": bagian.jenis_kelamin,
            "jenis_asn": baris["jenis_asn"],
            "kedudukan_hukum": baris["kedudukan"],
            "tmt_cpns": date.fromisoformat(tmt) if tmt else None,
            "unit": unit[baris["unit"]],
            "jabatan": baris["jabatan"],
            "jenis_jabatan": baris["jenis_jabatan"],
            "tingkat_pendidikan": baris["pendidikan"],
            "pendidikan": baris["jurusan"],
        }
        orang[int(baris["nomor"])] = Pegawai.objects.update_or_create(nip=baris["nip"], defaults=isi)[0]
    return orang


def _peran(kantor: Kantor) -> None:
    nomor_sk, tanggal_sk = SK_PENGELOLA
    for nomor, peran, singkatan in PENUGASAN:
        unit = UnitKerja.objects.get(singkatan=singkatan) if singkatan else None
        Penugasan.objects.get_or_create(
            pengguna=kantor.pengguna(nomor),
            peran=peran,
            unit=unit,
            defaults={
                "berlaku_dari": tanggal_sk,
                "sk_nomor": nomor_sk,
                "sk_tanggal": tanggal_sk,
                "dibekukan": nomor == DIBEKUKAN,
            },
        )


def bekukan_contoh(kantor: Kantor) -> None:
    """The suspension as its page knows it, so that it can be lifted there."""
    tugas = Penugasan.objects.get(pengguna=kantor.pengguna(DIBEKUKAN), peran=Peran.FASILITATOR)
    if tugas.pembekuan.exists():
        return
    Penugasan.objects.filter(pk=tugas.pk).update(dibekukan=False)
    bekukan(
        by=Pengguna.objects.get(pk=kantor.pengguna(MEMBEKUKAN).pk),
        penugasan=tugas,
        temuan="Empat puluh satu berkas menunggu lebih dari sepuluh hari kerja.",
        bukti="Daftar antrean unit per 30 Oktober 2026",
        pengganti=Pengguna.objects.get(pk=kantor.pengguna(PENGGANTI).pk),
    )


def _aturan_naskah(kantor: Kantor) -> None:
    """Signing authority, chain of initials and number pattern of the promotion decree; patterns of the letters."""
    muat_pola_nomor()
    jenis = "sk_kenaikan_pangkat"
    if Kewenangan.objects.filter(jenis_naskah=jenis).exists():
        return
    Kewenangan.objects.create(
        jenis_naskah=jenis,
        golongan_dari="I/a",
        golongan_sampai="III/d",
        pejabat=kantor.orang[1],
        jabatan="SEKRETARIS DAERAH",
        bentuk=Kewenangan.Bentuk.ATAS_NAMA,
        atas_nama="GUBERNUR KEPULAUAN CONTOH",
        **KEPUTUSAN,
    )
    for urutan, nomor in enumerate((4, 2), 1):
        JalurParaf.objects.create(jenis_naskah=jenis, urutan=urutan, pejabat=kantor.orang[nomor], **KEPUTUSAN)
    PolaNomor.objects.create(
        jenis_naskah=jenis, klasifikasi="800.1.3.2", unit="BKPSDMD", lingkup="BKPSDMD", **KEPUTUSAN
    )


def _riwayat_awal(kantor: Kantor, nomor: int, baris: dict[str, str]) -> None:
    """Rows taken over from the old system: rank (but not the walker's) and two years of appraisal."""
    pegawai = kantor.orang[nomor]
    if pegawai.jenis_asn != Pegawai.JenisAsn.PNS or pegawai.riwayat.exists():
        return
    if nomor not in (PEMOHON, UNTUK_DICOBA):
        _baris(kantor, pegawai, "golongan", date.fromisoformat(baris["tmt_golongan"]), _golongan(baris))
    riwayat_kinerja(kantor, pegawai)


def riwayat_kinerja(kantor: Kantor, pegawai: Pegawai) -> None:
    """Two years of *Baik*."""
    tahun = timezone.localdate().year
    for satu in (tahun - 2, tahun - 1):
        isi = {"tahun": satu, "hasil_kinerja": "2", "perilaku_kerja": "2", "penilai_nama": "Atasan langsung"}
        tmt = date(satu, 12, 31)
        _baris(kantor, pegawai, "kinerja", tmt, {**isi, "predikat": "Baik", "tmt": tmt.isoformat()})


def _golongan(baris: dict[str, str]) -> dict[str, Any]:
    tmt, cpns = date.fromisoformat(baris["tmt_golongan"]), date.fromisoformat(baris["tmt_cpns"])
    bulan = (tmt.year - cpns.year) * 12 + tmt.month - cpns.month
    return {
        "golongan": baris["golongan"],
        "jenis_kp": "101",
        "sk_nomor": f"823/{baris['nomor'].zfill(4)}/BKPSDM/{tmt.year}",
        "sk_tanggal": tmt.isoformat(),
        "tmt_golongan": tmt.isoformat(),
        "mk_golongan_tahun": bulan // 12,
        "mk_golongan_bulan": bulan % 12,
        "gaji_pokok": None,
        "pejabat_penetap": "Gubernur",
        "no_pertek_bkn": "",
        "tgl_pertek_bkn": None,
    }


def _baris(kantor: Kantor, pegawai: Pegawai, jenis: str, tmt: date, data: dict[str, Any]) -> None:
    petugas = kantor.pengguna(5)
    Riwayat.objects.create(
        pegawai=pegawai,
        jenis=jenis,
        tmt=tmt,
        data=data,
        sumber=Riwayat.Sumber.AWAL,
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=petugas,
        divalidasi_oleh=petugas,
        divalidasi_pada=timezone.now(),
    )
