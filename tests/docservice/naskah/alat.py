"""A decree on its way: from a request whose pertek is noted to the signing tray, over the real verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.layanan.kelayakan import awal_bulan_depan
from docservice.layanan.models import AturanLayanan, Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions
from docservice.naskah.models import Naskah, NomorRegister, Penghitung, TautanCek, Upaya
from docservice.naskah.status import StatusNaskah, StatusNomor
from docservice.naskah.tanda_tangan import kerjakan, siapkan, tandatangani
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


@dataclass(frozen=True)
class Terbit:
    """An issued decree, and the token in its QR."""

    token: str
    pdf: bytes
    pk: int

    @property
    def dokumen(self) -> Dokumen:
        return Dokumen.objects.get(pk=self.pk)


def terbitkan(kantor: KantorUji) -> Terbit:
    """The first decree of the house, signed by the Sekda."""
    naskah, sekda = siap(kantor), kantor.akun(SEKDA)
    _, buka = siapkan(by=sekda, naskah=[(naskah.pk, naskah.draf_sha256)])
    kerjakan(by=sekda, siap=buka, passphrase=Secret(PASSPHRASE))
    pdf = isi(gudang.arsip(), Upaya.objects.get().hasil_sha256)
    return Terbit(buka[0].token, pdf, Dokumen.objects.get(sumber="terbitan").pk)


def segar(naskah: Naskah) -> Naskah:
    return Naskah.objects.select_related("permohonan").get(pk=naskah.pk)


def isi(toko: BlobStore, sidik: str) -> bytes:
    with toko.open(sidik) as berkas:
        return berkas.read()


def tak_terjadi(naskah: Naskah) -> None:
    """Nothing was signed: the decree is where it was, the number free, no link alive, no record made."""
    naskah = segar(naskah)
    assert (naskah.status, naskah.dokumen) == (StatusNaskah.TTE, None)
    assert naskah.asal.status == StatusPermohonan.TTE
    assert Penghitung.objects.get().terakhir == 0
    assert set(NomorRegister.objects.values_list("status", flat=True)) <= {StatusNomor.DIKEMBALIKAN}
    assert not TautanCek.objects.exists()
    assert not Dokumen.objects.exists()
