"""Verbs of the career history: propose, verify, return, validate, refuse, and write what a decree decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat import koreksi
from docservice.riwayat.bukti import periksa_slot
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.kabar import kabarkan_pemilik
from docservice.riwayat.langkah import geser, periksa_revisi, pindah
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.permissions import (
    check_may_kembalikan,
    check_may_usulkan,
    check_may_validasi,
    check_may_verifikasi_usulan,
)
from docservice.riwayat.pindah_unit import terapkan_unit
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.susunan import minta_pernyataan, periksa_bukti, tolak_kembar, tulis
from docservice.riwayat.turunan import kabarkan_sah
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.formulir import galat_isian


def periksa_isian(jenis: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Cleaned data of the kind's schema; raises :class:`IsianSalah` with a sentence per field."""
    formulir = SEMUA[jenis].skema(data)
    if not formulir.is_valid():
        isian = galat_isian(formulir)
        raise IsianSalah.pada(isian)
    return formulir.cleaned_data


@transaction.atomic
def ajukan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    jenis: str,
    data: Mapping[str, Any],
    bukti: Sequence[Dokumen],
    asal: Mapping[str, str] | None = None,
    pernyataan: bool,
    riwayat: Riwayat | None = None,
    revisi: int | None = None,
    menggantikan: Riwayat | None = None,
    alasan: str = "",
    tanpa_bukti: str = "",
) -> Riwayat:
    """Propose a row with its evidence, or send a returned one again; *menggantikan*: a correction, with its reason.

    *tanpa_bukti*: why a paper that such a row must have is not there.

    Raises :class:`IsianSalah`, :class:`BelumLengkap`, :class:`SudahBerubah` (stale form) or a permission error.
    """
    check_may_usulkan(by, pegawai)
    if riwayat is not None and (riwayat.pegawai_id, riwayat.jenis) != (pegawai.pk, jenis):
        raise TidakBerwenang("Usulan ini bukan milik pegawai dan jenis riwayat yang disebut.")
    bersih = periksa_isian(jenis, data)
    minta_pernyataan(pernyataan)
    periksa_bukti(pegawai, jenis, bukti)
    sebab = periksa_slot(SEMUA[jenis], bersih, bukti, tanpa_bukti)
    if riwayat is None:
        tolak_kembar(pegawai, jenis, bukti, baku(bersih))
        riwayat = Riwayat(pegawai=pegawai, jenis=jenis, dibuat_oleh=by)
        koreksi.tandai(riwayat, menggantikan, alasan)
    else:
        riwayat = _draf_terkunci(riwayat, revisi)
    riwayat.diajukan_pada = timezone.now()
    return tulis(
        riwayat,
        by=by,
        bersih=bersih,
        bukti=bukti,
        asal=asal,
        peringatan=peringatan(pegawai, jenis, bersih, kecuali=riwayat.menggantikan, bukti=bukti),
        status=StatusRiwayat.DIAJUKAN,
        catatan=sebab,
    )


def _draf_terkunci(riwayat: Riwayat, revisi: int | None) -> Riwayat:
    """The row that came back, locked, at the revision its owner saw."""
    riwayat = Riwayat.objects.select_for_update().get(pk=riwayat.pk)
    periksa_revisi(riwayat, revisi)
    if riwayat.status != StatusRiwayat.DRAF:
        raise SudahBerubah(f"Usulan ini sekarang “{riwayat.get_status_display()}”, jadi tidak dapat diajukan lagi.")
    return riwayat


@transaction.atomic
def verifikasi(*, by: Pengguna, riwayat: Riwayat, revisi: int | None = None) -> Riwayat:
    """The fasilitator vouches for the row: every evidence document has been verified against its original."""
    check_may_verifikasi_usulan(by, riwayat)
    riwayat = pindah(riwayat, StatusRiwayat.DIVERIFIKASI, by, revisi)
    for bukti in riwayat.bukti.select_related("dokumen"):
        if bukti.dokumen.status != StatusDokumen.TERVERIFIKASI:
            raise BelumLengkap(f"{bukti.dokumen.judul} belum terverifikasi. Bandingkan dengan kertas aslinya dahulu.")
    riwayat.diverifikasi_oleh, riwayat.diverifikasi_pada = by, timezone.now()
    riwayat.save()
    return riwayat


@transaction.atomic
def kembalikan(*, by: Pengguna, riwayat: Riwayat, catatan: str, revisi: int | None = None) -> Riwayat:
    """Back to the employee with a reason; what was typed stays."""
    if riwayat.status == StatusRiwayat.DIAJUKAN:
        check_may_kembalikan(by, riwayat)
    else:
        check_may_validasi(by, riwayat)
    if not catatan.strip():
        raise BelumLengkap("Tulis catatan agar pegawai tahu yang harus diperbaiki.")
    riwayat = pindah(riwayat, StatusRiwayat.DRAF, by, revisi, catatan=catatan)
    riwayat.save()
    kabarkan_pemilik(riwayat, f"Usulan riwayat {riwayat.skema.sebutan} Anda dikembalikan: {catatan}", "kembali")
    return riwayat


@transaction.atomic
def validasi(*, by: Pengguna, riwayat: Riwayat, revisi: int | None = None) -> Riwayat:
    """The administrator accepts the row as fact (POSO 7(3)b; BABEL 9(2))."""
    check_may_validasi(by, riwayat)
    riwayat = pindah(riwayat, StatusRiwayat.TERVALIDASI, by, revisi)
    riwayat.divalidasi_oleh, riwayat.divalidasi_pada = by, timezone.now()
    riwayat.save()
    koreksi.terapkan(riwayat, by)
    riwayat.skema.terapkan(Pegawai.objects.select_for_update().get(pk=riwayat.pegawai_id), riwayat.data)
    _terapkan_pada_orang(riwayat, by)
    _terapkan_ke_dokumen(riwayat)
    kabarkan_pemilik(riwayat, f"Riwayat {riwayat.skema.sebutan} Anda ({riwayat.ringkas}) tervalidasi.", "baik")
    return riwayat


@transaction.atomic
def urungkan(*, by: Pengguna, riwayat: Riwayat) -> Riwayat:
    """The fasilitator took the decision back within seconds: the proposal waits for them again."""
    check_may_verifikasi_usulan(by, riwayat)
    if urung := riwayat.langkah.filter(status=riwayat.status, oleh=by).last():
        urung.delete()  # nobody was told of it
    riwayat = geser(riwayat, StatusRiwayat.DIAJUKAN, by)
    riwayat.diverifikasi_oleh, riwayat.diverifikasi_pada, riwayat.catatan = None, None, ""
    riwayat.save()
    return riwayat


@transaction.atomic
def tolak(*, by: Pengguna, riwayat: Riwayat, catatan: str, revisi: int | None = None) -> Riwayat:
    """Refused for good, with a reason the owner reads."""
    check_may_validasi(by, riwayat)
    if not catatan.strip():
        raise BelumLengkap("Tulis alasan agar pegawai tahu mengapa tidak disetujui.")
    riwayat = pindah(riwayat, StatusRiwayat.DITOLAK, by, revisi, catatan=catatan)
    riwayat.save()
    kabarkan_pemilik(riwayat, f"Usulan riwayat {riwayat.skema.sebutan} Anda tidak disetujui: {catatan}", "bahaya")
    return riwayat


@transaction.atomic
def batalkan(*, by: Pengguna, riwayat: Riwayat) -> Riwayat:
    """The owner takes the proposal back; so may whoever filled it in while it waits for the owner's word."""
    menunggu = riwayat.status == StatusRiwayat.KONFIRMASI
    if not menunggu:
        check_may_usulkan(by, riwayat.pegawai)
    elif riwayat.dibuat_oleh_id != by.pk:
        raise TidakBerwenang(
            "Usulan ini menunggu konfirmasi pegawainya. Bila tidak benar, ia menolaknya dengan alasan."
        )
    revisi = riwayat.revisi if menunggu else None  # not one that was confirmed meanwhile
    riwayat = pindah(riwayat, StatusRiwayat.DIBATALKAN, by, revisi)
    riwayat.save()
    return riwayat


@transaction.atomic
def tulis_dari_keputusan(
    *, by: Pengguna | None, pegawai: Pegawai, jenis: str, data: Mapping[str, Any], dokumen: Dokumen
) -> Riwayat:
    """The row that a decree issued here creates; the signed decree is its proof and its validation."""
    bersih, kini, pembuat = periksa_isian(jenis, data), timezone.now(), by or dokumen.dibuat_oleh
    riwayat = Riwayat.objects.create(
        pegawai=pegawai,
        jenis=jenis,
        tmt=bersih[SEMUA[jenis].bidang_tmt],
        data=baku(bersih),
        sumber=Riwayat.Sumber.TERBITAN,
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=pembuat,
        divalidasi_oleh=pembuat,
        divalidasi_pada=kini,
    )
    BuktiRiwayat.objects.create(riwayat=riwayat, dokumen=dokumen)
    catat("riwayat.divalidasi", by=by, objek=riwayat, dokumen=[dokumen.pk])
    _terapkan_pada_orang(riwayat, by)
    return riwayat


def _terapkan_pada_orang(riwayat: Riwayat, by: Pengguna | None) -> None:
    """Unit, post and education of the person follow the row, and roles that it ends."""
    terapkan_unit(riwayat, by)
    kabarkan_sah(riwayat)


def _terapkan_ke_dokumen(riwayat: Riwayat) -> None:
    """The decree's number and date, now validated, become those of the document that proves the row."""
    keliru = riwayat.menggantikan.data.get("sk_nomor", "") if riwayat.menggantikan else ""
    for bukti in riwayat.bukti.select_related("dokumen"):
        dokumen = bukti.dokumen
        if dokumen.nomor in ("", keliru):
            dokumen.nomor, dokumen.tanggal = riwayat.data.get("sk_nomor", ""), riwayat.data.get("sk_tanggal")
            dokumen.save(update_fields=["nomor", "tanggal", "diubah_pada"])
        perbarui_indeks(dokumen)
