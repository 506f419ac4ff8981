"""What a naskah says about a person, from validated rows and verified papers only: one function per fact.

Each takes the request and the authority in force. Raises :class:`BelumLengkap` naming what must be validated first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.models import Permohonan
from docservice.naskah.kop import kop_surat
from docservice.naskah.models import Kewenangan
from docservice.pegawai.acuan import acuan
from docservice.pegawai.models import Daerah, Pegawai, UnitKerja
from docservice.riwayat.golongan import jenis_golongan
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.pasangan import PEKERJAAN
from docservice.riwayat.kini import kini
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import BelumLengkap
from templates_sk import pangkat

Fakta = Callable[[Permohonan, Kewenangan], Any]


def baris(pegawai: Pegawai, jenis: str) -> dict[str, Any]:
    """The row of this kind in force."""
    if satu := mungkin(pegawai, jenis):
        return satu
    nama = SEMUA[jenis].nama.lower()
    raise BelumLengkap(f"Riwayat {nama} tervalidasi belum ada. Validasi dulu, lalu susun lagi.", kode=f"tanpa_{jenis}")


def mungkin(pegawai: Pegawai, jenis: str) -> dict[str, Any] | None:
    satu = kini(pegawai, jenis)
    return dict(satu.data) if satu else None


def golongan(pegawai: Pegawai) -> str:
    """The rank of a PNS, the contract's golongan of a PPPK."""
    return str(baris(pegawai, jenis_golongan(pegawai))["golongan"])


def pangkat_lengkap(pegawai: Pegawai) -> str:
    """``Pembina, IV/a``; empty for an official whose rank is not recorded here."""
    satu = mungkin(pegawai, "golongan")
    return f"{pangkat(satu['golongan'])}, {satu['golongan']}" if satu else ""


def paper(kode: str) -> Fakta:
    """Number and date of the person's verified paper of this kind."""

    def rujukan(permohonan: Permohonan, _: Kewenangan) -> dict[str, str]:
        ada = Dokumen.objects.filter(
            pegawai=permohonan.pegawai, jenis_id=kode, status=StatusDokumen.TERVERIFIKASI, tanggal__isnull=False
        ).exclude(nomor="")
        satu = ada.order_by("-tanggal", "-pk").first()
        if satu is None or satu.tanggal is None:
            nama = JenisDokumen.objects.get(pk=kode).nama
            raise BelumLengkap(f"{nama} terverifikasi, lengkap dengan nomor dan tanggalnya, belum ada.")
        return {"nomor": satu.nomor, "tanggal": satu.tanggal.isoformat()}

    return rujukan


def pejabat(_: Permohonan, kewenangan: Kewenangan) -> dict[str, str]:
    """Who declares: *Yang bertanda tangan di bawah ini*."""
    orang = kewenangan.pejabat
    return {
        "nama": orang.nama_lengkap,
        "nip": orang.nip,
        "pangkat": pangkat_lengkap(orang),
        "jabatan": orang.jabatan,
    }


def penanda_tangan(_: Permohonan, kewenangan: Kewenangan) -> dict[str, str]:
    """The resolved block: on a decree of the head the name stands without titles (Permendagri 1/2023 Ps 44)."""
    return {
        "bentuk": kewenangan.bentuk,
        "atas_nama": kewenangan.atas_nama,
        "plt_plh": kewenangan.plt_plh,
        "jabatan": kewenangan.jabatan,
        "nama": kewenangan.pejabat.nama.upper(),
    }


def penanda_tangan_surat(permohonan: Permohonan, kewenangan: Kewenangan) -> dict[str, Any]:
    """Of a letter: name with titles, rank and NIP below it."""
    orang = kewenangan.pejabat
    satu = mungkin(orang, "golongan")
    return {
        **penanda_tangan(permohonan, kewenangan),
        "nama": orang.nama_lengkap,
        "nip": orang.nip,
        "cetak_nip": True,
        "pangkat": pangkat(satu["golongan"]) if satu else "",
        "cetak_gelar": satu is not None,
    }


def kepala(_: Permohonan, kewenangan: Kewenangan) -> str:
    """Whose decree it is: the head of region's, or that of the official who decides in his own name."""
    kepala = Daerah.ini().jabatan_kepala
    return kewenangan.jabatan if _sendiri(kewenangan) else kepala


def kop_keputusan(_: Permohonan, kewenangan: Kewenangan) -> dict[str, str] | None:
    """Who signs decides the letterhead: none over the head's decree, an office's over that of its own chief."""
    return kop_surat(kewenangan.pejabat.unit) if _sendiri(kewenangan) else None


def _sendiri(kewenangan: Kewenangan) -> bool:
    kepala = Daerah.ini().jabatan_kepala.casefold()
    return kewenangan.bentuk == Kewenangan.Bentuk.LANGSUNG and kewenangan.jabatan.casefold() != kepala


def kop(permohonan: Permohonan, _: Kewenangan) -> dict[str, str]:
    """Letters come from the personnel agency."""
    return kop_surat(UnitKerja.bkpsdm() or permohonan.pegawai.unit)


def pertek(permohonan: Permohonan, _: Kewenangan) -> dict[str, Any]:
    """BKN's technical approval as it was noted."""
    return {
        "penerbit": Daerah.ini().kanreg_bkn,
        "nomor": permohonan.pertek_nomor,
        "tanggal": permohonan.pertek_tanggal.isoformat() if permohonan.pertek_tanggal else None,
    }


def nama_pasangan(permohonan: Permohonan, _: Kewenangan) -> str:
    return str(baris(permohonan.pegawai, "pasangan")["nama"])


def akta_nikah(permohonan: Permohonan, _: Kewenangan) -> dict[str, str]:
    satu = baris(permohonan.pegawai, "pasangan")
    return {"nomor": satu["no_akta_nikah"], "tanggal": satu["tgl_nikah"]}


def dari_pasangan(nama: str) -> Fakta:
    """One value of the spouse's row."""
    return lambda permohonan, _: baris(permohonan.pegawai, "pasangan").get(nama) or ""


def pekerjaan_pasangan(permohonan: Permohonan, _: Kewenangan) -> str:
    return PEKERJAAN[baris(permohonan.pegawai, "pasangan")["status_pekerjaan"]]


def karis_atau_karsu(permohonan: Permohonan, _: Kewenangan) -> str:
    """A wife gets Karis, a husband Karsu (KEP BAKN 1158a/1983)."""
    return "karis" if permohonan.pegawai.jenis_kelamin == "L" else "karsu"


def keluarga_pasangan(permohonan: Permohonan, _: Kewenangan) -> list[dict[str, str]]:
    """Spouses as a pension decree lists them."""
    semua = Riwayat.objects.milik(permohonan.pegawai).jenis("pasangan").tervalidasi().order_by("tmt", "pk")
    return [
        {"nama": s.data["nama"], "tanggal_lahir": s.data["tgl_lahir"], "tanggal_nikah": s.data["tgl_nikah"]}
        for s in semua
    ]


def agama(permohonan: Permohonan, _: Kewenangan) -> str:
    return acuan("agama").get(str(_utama(permohonan).get("agama") or ""), "")


def alamat(permohonan: Permohonan, _: Kewenangan) -> str:
    return str(_utama(permohonan)["alamat"])


def _utama(permohonan: Permohonan) -> dict[str, Any]:
    return baris(permohonan.pegawai, "data_utama")


UMUM: dict[str, Fakta] = {
    "kepala": kepala,
    "tempat": lambda p, k: Daerah.ini().tempat,
    "kop": kop,
    "pertek": pertek,
    "pejabat": pejabat,
    "nama": lambda p, k: p.pegawai.nama_lengkap,
    "nip": lambda p, k: p.pegawai.nip,
    "tempat_lahir": lambda p, k: p.pegawai.tempat_lahir,
    "tanggal_lahir": lambda p, k: p.pegawai.tanggal_lahir.isoformat(),
    "pendidikan": lambda p, k: p.pegawai.pendidikan,
    "jabatan": lambda p, k: p.pegawai.jabatan,
    "jabatan_lama": lambda p, k: p.pegawai.jabatan,
    "unit_kerja": lambda p, k: p.pegawai.unit.nama,
    "unit_lama": lambda p, k: p.pegawai.unit.nama,
    "golongan": lambda p, k: golongan(p.pegawai),
    "tmt_golongan": lambda p, k: baris(p.pegawai, "golongan")["tmt_golongan"],
    "tmt_cpns": lambda p, k: p.pegawai.tmt_cpns.isoformat() if p.pegawai.tmt_cpns else None,
    "alamat": alamat,
    "permohonan": lambda p, k: timezone.localdate(p.dibuat_pada).isoformat(),
}
"""By name of a field: in every kind these fields mean the same."""


def golongan_wewenang(permohonan: Permohonan) -> str:
    """The golongan by which the signing authority is found: the new one where the naskah gives one."""
    baru = permohonan.data.get("golongan_baru") if permohonan.layanan_id in _MEMBERI_PANGKAT else None
    return str(baru or golongan(permohonan.pegawai))


_MEMBERI_PANGKAT = {"d", "l"}
"""Pension may bring a last rank (pengabdian), promotion always brings one."""
