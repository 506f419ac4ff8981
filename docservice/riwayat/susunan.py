"""Putting a proposal together: its evidence is looked at, its values and what looked wrong are written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.langkah import catat_langkah
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang


def periksa_bukti(pegawai: Pegawai, jenis: str, bukti: Sequence[Dokumen]) -> None:
    if not bukti:
        raise BelumLengkap("Usulan memerlukan dokumen bukti. Pilih atau unggah dokumennya dulu.")
    for dokumen in bukti:
        if dokumen.pegawai_id != pegawai.pk:
            raise TidakBerwenang("Dokumen bukti harus milik pegawai yang diusulkan.")
        if dokumen.jenis_id not in SEMUA[jenis].bukti:
            raise IsianSalah(f"{dokumen.jenis.nama} bukan bukti untuk riwayat {SEMUA[jenis].sebutan}.")
        if dokumen.status not in (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI):
            raise BelumLengkap(f"{dokumen.judul} belum dapat dipakai sebagai bukti. Tunggu sampai selesai diproses.")


def tolak_kembar(pegawai: Pegawai, jenis: str, bukti: Sequence[Dokumen], data: Mapping[str, Any]) -> None:
    """Twins stand on the same paper, whatever is added; where one paper proves several rows, they also say the same."""
    utama = [d for d in bukti if d.jenis_id in SEMUA[jenis].bukti_utama]
    kembar = Riwayat.objects.milik(pegawai).jenis(jenis).usulan().filter(bukti__dokumen__in=utama)
    if SEMUA[jenis].banyak:
        kembar = kembar.filter(data=data)
    if kembar.exists():
        raise SudahBerubah("Dokumen ini sudah dipakai dalam usulan yang sedang berjalan.")


def minta_pernyataan(pernyataan: bool) -> None:
    if not pernyataan:
        raise BelumLengkap(
            "Centang dulu pernyataan bahwa data dan dokumen ini benar.",
            isian={"pernyataan": "Belum dicentang."},
        )


def tulis(
    riwayat: Riwayat,
    *,
    by: Pengguna,
    bersih: Mapping[str, Any],
    bukti: Sequence[Dokumen],
    asal: Mapping[str, str] | None,
    peringatan: list[str],
    status: StatusRiwayat,
    catatan: str = "",
) -> Riwayat:
    """The row in its new state with its evidence, in the caller's transaction; *catatan*: what its owner says of it."""
    if riwayat.menggantikan and _sama(riwayat.menggantikan, bersih, bukti):
        raise IsianSalah("Belum ada yang berbeda dari data lama. Ubah isian yang salah atau tambah buktinya.")
    riwayat.data, riwayat.tmt = baku(bersih), bersih[SEMUA[riwayat.jenis].bidang_tmt]
    riwayat.asal_isian, riwayat.peringatan = dict(asal or {}), peringatan
    riwayat.status, riwayat.catatan = status, ""
    riwayat.revisi += 1
    riwayat.save()
    riwayat.bukti.all().delete()
    BuktiRiwayat.objects.bulk_create(BuktiRiwayat(riwayat=riwayat, dokumen=d) for d in bukti)
    catat(ALUR_RIWAYAT.jejak(status), by=by, objek=riwayat, dokumen=[d.pk for d in bukti])
    catat_langkah(riwayat, by, isi=catatan)
    return riwayat


def _sama(lama: Riwayat, bersih: Mapping[str, Any], bukti: Sequence[Dokumen]) -> bool:
    """The same values on the same papers; what the old row does not know is like what is empty."""
    isi, baru = ({k: v for k, v in data.items() if v not in (None, "")} for data in (lama.data, baku(bersih)))
    return isi == baru and {d.pk for d in bukti} <= set(lama.bukti.values_list("dokumen", flat=True))
