"""A decree on its way: from a request whose pertek is noted to the signing tray, over the real verbs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from docservice.layanan.kelayakan import awal_bulan_depan
from docservice.layanan.models import AturanLayanan, Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.tanda_tangan import tandatangani
from signing import Secret
from storage import BlobStore
from tests.docservice.bersama import KantorUji

SEKDA, KEPALA, KABID, ADMINISTRATOR, PEMOHON = 1, 2, 4, 5, 13
PASSPHRASE = settings.DEVELOPMENT_PASSPHRASE


def permohonan(kantor: KantorUji, nomor: int = PEMOHON, **lain: Any) -> Permohonan:
    """A request whose pertek was noted; it asks for III/b from the next month."""
    tmt = awal_bulan_depan(timezone.localdate())
    data: dict[str, Any] = {
        "jenis_kp": "101",
        "golongan_lama": "III/a",
        "tmt_lama": "2022-02-01",
        "golongan_baru": "III/b",
    }
    data |= {"tmt_kp": tmt.isoformat(), "mk_tahun": 4, "mk_bulan": 10, "gaji_pokok": 3_089_300}
    isi: dict[str, Any] = {
        "layanan": Layanan.objects.get(pk="l"),
        "nomor": f"KP-2026-{nomor:04d}",
        "varian": "101",
        "pegawai": kantor.orang(nomor),
        "status": StatusPermohonan.DRAF_NASKAH,
        "data": data,
        "aturan_beku": {"aturan": {a.kode: {"nilai": a.nilai} for a in AturanLayanan.objects.all()}},
        "pertek_nomor": "PG-XX.01.01/00013/KR-VII/2026",
        "pertek_tanggal": date(2026, 10, 20),
        "dibuat_oleh": kantor.akun(nomor),
    }
    return Permohonan.objects.create(**{**isi, **lain})


def draf(kantor: KantorUji, nomor: int = PEMOHON, **lain: Any) -> Naskah:
    """Drafted by the administrator."""
    return actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=permohonan(kantor, nomor, **lain))


def terkirim(kantor: KantorUji, nomor: int = PEMOHON) -> Naskah:
    """Frozen and sent for initials."""
    return actions.kirim_paraf(by=kantor.akun(ADMINISTRATOR), naskah=draf(kantor, nomor))


def siap(kantor: KantorUji, nomor: int = PEMOHON) -> Naskah:
    """With both initials, in the tray of the Sekda."""
    naskah = terkirim(kantor, nomor)
    for pejabat in (KABID, KEPALA):
        naskah = actions.paraf(by=kantor.akun(pejabat), naskah=naskah, sha256=naskah.draf_sha256)
    return naskah


def tanda_tangani(kantor: KantorUji, *naskah: Naskah, oleh: int = SEKDA, passphrase: str = PASSPHRASE) -> list[Upaya]:
    pilihan = [(n.pk, n.draf_sha256) for n in naskah]
    return tandatangani(by=kantor.akun(oleh), naskah=pilihan, passphrase=Secret(passphrase))


def segar(naskah: Naskah) -> Naskah:
    return Naskah.objects.select_related("permohonan").get(pk=naskah.pk)


def isi(gudang: BlobStore, sidik: str) -> bytes:
    with gudang.open(sidik) as berkas:
        return berkas.read()
