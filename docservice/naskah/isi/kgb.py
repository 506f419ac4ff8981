"""The periodic pay rise, computed from the last row that set the pay (PP 7/1977 Ps. 11; PermenPANRB 7/2023)."""

from __future__ import annotations

from datetime import date
from typing import Any

from docservice.layanan.models import Permohonan
from docservice.naskah.isi import fakta
from docservice.naskah.models import Naskah, NomorRegister
from docservice.pegawai.models import Daerah
from docservice.umum.errors import BelumLengkap
from templates_sk import TanpaTabel, gaji_pokok, kgb_berikutnya


def kenaikan(permohonan: Permohonan) -> dict[str, Any]:
    """Old and new pay, service years, both dates, and the decree the old pay rests on.

    Where the pay regulation changed since that decree, the old pay is what the new table gives the same service.
    """
    try:
        return _kenaikan(_dasar(permohonan), fakta.golongan(permohonan.pegawai))
    except TanpaTabel as salah:
        raise BelumLengkap(f"{salah} Catat dulu kenaikan gaji berkala terakhirnya, lalu susun lagi.") from None


def _kenaikan(dasar: dict[str, Any], golongan: str) -> dict[str, Any]:
    mkg, sejak = dasar["mkg"], date.fromisoformat(dasar["tmt"])
    naik = kgb_berikutnya(golongan, mkg["tahun"], mkg["bulan"], per=sejak)
    if naik is None:
        raise BelumLengkap("Gaji pokok sudah di puncak tabel golongannya. Tidak ada kenaikan gaji berkala berikutnya.")
    lagi = kgb_berikutnya(golongan, naik.tahun_mkg, 0, per=naik.tmt)
    return {
        "gaji_lama": gaji_pokok(golongan, mkg["tahun"], on=naik.tmt),
        "sk_dasar": dasar,
        "gaji_baru": gaji_pokok(golongan, naik.tahun_mkg, on=naik.tmt),
        "mkg_baru": {"tahun": naik.tahun_mkg, "bulan": 0},
        "tmt_kgb": naik.tmt.isoformat(),
        "kgb_berikutnya": lagi.tmt.isoformat() if lagi else None,
    }


def _dasar(permohonan: Permohonan) -> dict[str, Any]:
    """The later of the last rise and the last rank: the paper today's pay stands on."""
    pegawai, calon = permohonan.pegawai, []
    if kgb := fakta.mungkin(pegawai, "kgb"):
        calon.append((kgb["tmt_kgb"], kgb["mk_tahun"], kgb["mk_bulan"], kgb))
    if pangkat := fakta.mungkin(pegawai, "golongan"):
        calon.append((pangkat["tmt_golongan"], pangkat["mk_golongan_tahun"], pangkat["mk_golongan_bulan"], pangkat))
    if kontrak := fakta.mungkin(pegawai, "kontrak_pppk"):
        sk = {"sk_nomor": kontrak["nomor"], "sk_tanggal": kontrak["mulai"]}
        calon.append((kontrak["mulai"], 0, 0, sk))
    if not calon:
        fakta.baris(pegawai, "golongan")
    tmt, tahun, bulan, sk = max(calon, key=lambda satu: satu[0])
    return {
        "pejabat": sk.get("pejabat_penetap") or Daerah.ini().jabatan_kepala.title(),
        "nomor": sk["sk_nomor"],
        "tanggal": sk["sk_tanggal"],
        "tmt": tmt,
        "mkg": {"tahun": tahun, "bulan": bulan},
    }


def bidang(nama: str) -> fakta.Fakta:
    """One field of the rise."""
    return lambda permohonan, _: kenaikan(permohonan)[nama]


BIDANG = {n: bidang(n) for n in ("gaji_lama", "sk_dasar", "gaji_baru", "mkg_baru", "tmt_kgb", "kgb_berikutnya")}


def riwayat(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """The row the letter creates."""
    data, wewenang = naskah.data, naskah.kewenangan
    return "kgb", {
        "sk_nomor": nomor.nomor,
        "sk_tanggal": nomor.tanggal,
        "tmt_kgb": data["tmt_kgb"],
        "golongan": data["golongan"],
        "mk_tahun": data["mkg_baru"]["tahun"],
        "mk_bulan": data["mkg_baru"]["bulan"],
        "gaji_lama": data["gaji_lama"],
        "gaji_baru": data["gaji_baru"],
        "pejabat_penetap": wewenang.jabatan if wewenang else "",
    }
