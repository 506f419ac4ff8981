"""Sending a result out: the bytes of the archive, or of them what concerns one's own unit; noted first."""

from __future__ import annotations

import hashlib
import json

from django.http import Http404, HttpResponse

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.rekonsiliasi.actions import catat_unduhan
from docservice.rekonsiliasi.hasil import TIPE, bagian, ke_json, ke_xlsx, untuk_bkn
from docservice.rekonsiliasi.models import MELIHAT_SEMUA, Rekonsiliasi
from docservice.rekonsiliasi.permissions import check_may_kelola
from docservice.rekonsiliasi.status import StatusRekonsiliasi
from docservice.umum.errors import BelumLengkap


def kirim_hasil(pengguna: Pengguna, satu: Rekonsiliasi, bentuk: str) -> HttpResponse:
    """``json`` or ``xlsx``; raises :class:`BelumLengkap` before the run is closed."""
    if bentuk not in TIPE:
        raise Http404
    if satu.status != StatusRekonsiliasi.DITUTUP:
        raise BelumLengkap("Hasilnya ada sesudah rekonsiliasi ini ditutup.")
    penuh = pengguna.berperan(*MELIHAT_SEMUA)
    isi = _utuh(satu, bentuk) if penuh else _bagian(pengguna, satu, bentuk)
    sidik = hashlib.sha256(isi).hexdigest()
    catat_unduhan(by=pengguna, rekonsiliasi=satu, sha256=sidik, bagian=not penuh)
    nama = f"rekonsiliasi-{satu.pk}{'' if penuh else '-unit'}.{bentuk}"
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(isi, content_type=TIPE[bentuk], headers=kepala)


def kirim_perbaikan(pengguna: Pengguna, satu: Rekonsiliasi) -> HttpResponse:
    """CSV of what BKN is asked to correct; administrators only."""
    check_may_kelola(pengguna)
    isi = untuk_bkn(satu)
    catat_unduhan(by=pengguna, rekonsiliasi=satu, sha256=hashlib.sha256(isi).hexdigest(), bagian=True)
    kepala = {"Content-Disposition": f'attachment; filename="perbaikan-bkn-{satu.pk}.csv"'}
    return HttpResponse(isi, content_type="text/csv; charset=utf-8", headers=kepala)


def _utuh(satu: Rekonsiliasi, bentuk: str) -> bytes:
    with gudang.arsip().open(satu.hasil_json if bentuk == "json" else satu.hasil_xlsx) as isi:
        return isi.read()


def _bagian(pengguna: Pengguna, satu: Rekonsiliasi, bentuk: str) -> bytes:
    """Made of the kept result, never of rows that may have changed since."""
    nip = set(satu.orang.visible_to(pengguna).values_list("nip", flat=True))
    isi = bagian(json.loads(_utuh(satu, "json")), nip)
    return ke_json(isi) if bentuk == "json" else ke_xlsx(isi)
