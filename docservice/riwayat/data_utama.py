"""A person's data utama as it stands: what BKN fixes, what the person keeps up, and what does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_RAHASIA
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis.data_utama import DATA_UTAMA, periksa_nik
from docservice.riwayat.kata import KOSONG, isi_baris
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.models import Riwayat
from docservice.riwayat.profil import Butir, profil
from docservice.riwayat.sandi import buka, sidik, tersegel


@dataclass(frozen=True)
class DataUtama:
    """``baris``: (field, label, value) of the row in force; ``catatan``: what somebody should look at; ``profil``:
    what follows from other rows."""

    pegawai: Pegawai
    berlaku: Riwayat | None
    usulan: Riwayat | None
    baris: list[tuple[str, str, str]]
    catatan: list[str]
    foto: Dokumen | None
    penuh: bool
    profil: list[Butir]

    @property
    def terisi(self) -> list[tuple[str, str, str]]:
        return [satu for satu in self.baris if satu[2] != KOSONG]

    @property
    def kosong(self) -> list[str]:
        """Labels of what could still be said."""
        return [label for _, label, nilai in self.baris if nilai == KOSONG]


def data_utama(by: Pengguna, pegawai: Pegawai, *, penuh: bool = False) -> DataUtama:
    """Numbers in full only for their owner and, on request, for an administrator, whose look is noted."""
    milik = Riwayat.objects.visible_to(by).milik(pegawai).jenis(DATA_UTAMA.kode)
    berlaku = paling_berlaku(milik.tervalidasi(), DATA_UTAMA)
    terang = may_lihat_penuh(by, pegawai) and (penuh or pegawai.pengguna_id == by.pk)
    return DataUtama(
        pegawai=pegawai,
        berlaku=berlaku,
        usulan=milik.usulan().order_by("-pk").first(),
        baris=isi_baris(DATA_UTAMA, berlaku.data, penuh=terang) if berlaku else [],
        catatan=[*pegawai.periksa_nip(), *_catatan_nik(pegawai, berlaku)],
        foto=_foto(by, pegawai),
        penuh=terang,
        profil=profil(pegawai),
    )


def may_lihat_penuh(by: Pengguna, pegawai: Pegawai) -> bool:
    return pegawai.pengguna_id == by.pk or by.berperan(*MELIHAT_RAHASIA)


def catat_lihat(*, by: Pengguna, pegawai: Pegawai) -> None:
    """Opening another person's NIK leaves a trace; the caller opens the transaction."""
    if pegawai.pengguna_id != by.pk:
        catat("data_utama.nomor_dilihat", by=by, objek=pegawai)


def _catatan_nik(pegawai: Pegawai, berlaku: Riwayat | None) -> list[str]:
    """Against the birth date, and against everybody else's (C.0: unique, a warning only)."""
    nik: Any = berlaku.data.get("nik") if berlaku else None
    if not tersegel(nik):
        return []
    kembar = Riwayat.objects.jenis(DATA_UTAMA.kode).tervalidasi().exclude(pegawai=pegawai)
    awal = f"sandi:{sidik('nik', buka('nik', nik))}:"
    sama = ["NIK ini juga tercatat pada pegawai lain."] if kembar.filter(data__nik__startswith=awal).exists() else []
    return [*periksa_nik(pegawai, {"nik": nik}), *sama]


def _foto(by: Pengguna, pegawai: Pegawai) -> Dokumen | None:
    """The newest portrait in the archive that was not returned."""
    dapat = (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI)
    foto = Dokumen.objects.visible_to(by).milik(pegawai).filter(jenis="FOTO", status__in=dapat)
    return foto.order_by("-dibuat_pada").first()
