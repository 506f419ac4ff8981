"""A proposal with its evidence, in any state."""

from __future__ import annotations

from typing import Any

from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory

GOLONGAN: dict[str, Any] = {
    "sk_nomor": "821.13/0913/BKPSDM/2022",
    "sk_tanggal": "20 Januari 2022",
    "tmt_golongan": "1-2-2022",
    "golongan": "III/a",
    "jenis_kp": "211",
    "mk_golongan_tahun": 0,
    "mk_golongan_bulan": 0,
}


def berkas(kantor: KantorUji, nomor: int, kode: str = "SK_CPNS", **lain: Any) -> Dokumen:
    """A paper of person *nomor* that waits for its fasilitator, unless said otherwise."""
    jenis = JenisDokumen.objects.get(pk=kode)
    return DokumenFactory.create(pegawai=kantor.orang(nomor), jenis=jenis, **lain)


def semua_wajib(kantor: KantorUji, nomor: int, kecuali: str = "") -> None:
    """Person *nomor* has every paper that everyone should have, issued here: no row waits to be proposed from it."""
    isi = {"status": StatusDokumen.TERVERIFIKASI, "sumber": Dokumen.Sumber.TERBITAN}
    ada = set(Dokumen.objects.filter(pegawai=kantor.orang(nomor)).values_list("jenis", "minor"))
    for jenis, minor in slot_wajib():
        if (jenis.kode, minor) not in ada and jenis.kode != kecuali:
            DokumenFactory.create(pegawai=kantor.orang(nomor), jenis=jenis, minor=minor, **isi)


def ajukan(kantor: KantorUji, nomor: int = 13, **lain: Any) -> Riwayat:
    """Person *nomor* proposes the rank row of :data:`GOLONGAN`."""
    isi: dict[str, Any] = {"by": kantor.akun(nomor), "pegawai": kantor.orang(nomor), "jenis": "golongan"}
    isi |= {"data": GOLONGAN, "pernyataan": True}
    if "bukti" not in lain:
        isi["bukti"] = [berkas(kantor, nomor)]
    isi["tanpa_bukti"] = "Hilang saat pindah rumah."
    return actions.ajukan(**{**isi, **lain})


def usulan(kantor: KantorUji, status: str, nomor: int = 13) -> Riwayat:
    """A proposal whose papers are verified, in state *status*."""
    riwayat = ajukan(kantor, nomor)
    Dokumen.objects.filter(bukti_riwayat__riwayat=riwayat).update(status=StatusDokumen.TERVERIFIKASI, basis="asli")
    waktu = {"divalidasi_pada": riwayat.diajukan_pada} if status == StatusRiwayat.TERVALIDASI else {}
    Riwayat.objects.filter(pk=riwayat.pk).update(status=status, **waktu)
    return Riwayat.objects.get(pk=riwayat.pk)


def suami_istri(kantor: KantorUji, satu: int, dua: int) -> None:
    """One says that they are married to the other; nobody has looked at it yet."""
    Riwayat.objects.create(
        pegawai=kantor.orang(satu),
        jenis="pasangan",
        data={"nip_pasangan": kantor.nip[dua]},
        status=StatusRiwayat.DIAJUKAN,
        dibuat_oleh=kantor.akun(satu),
    )
