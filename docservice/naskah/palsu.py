"""Verbs of a report of forgery: made by anybody, looked into by an administrator."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.naskah.models import LaporanPemalsuan
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang


def check_may_tangani(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Laporan pemalsuan dibaca dan ditangani oleh administrator BKPSDMD.")


def laporan_pemalsuan(pengguna: Pengguna) -> QuerySet[LaporanPemalsuan]:
    """All reports, those nobody has looked into first."""
    check_may_tangani(pengguna)
    return LaporanPemalsuan.objects.select_related("ditangani_oleh").order_by("ditangani_pada", "-pk")


@transaction.atomic
def laporkan(*, uraian: str, nomor: str = "", kontak: str = "") -> LaporanPemalsuan:
    """Write it down and tell the administrators; what was written reaches no notice and no mail."""
    if len(uraian.strip()) < PALING_PENDEK:
        pesan = "Ceritakan apa yang Anda curigai, paling sedikit 10 huruf."
        raise BelumLengkap(pesan, isian={"uraian": pesan})
    isi = {"uraian": uraian.strip()[:1000], "nomor": nomor.strip()[:120], "kontak": kontak.strip()[:120]}
    satu = LaporanPemalsuan.objects.create(**isi)
    catat("pemalsuan.dilaporkan", by=None, objek=satu)
    teks = "Ada laporan dugaan pemalsuan dari halaman periksa keaslian."
    kabari_pemegang(
        Peran.ADMINISTRATOR, teks, kunci=f"pemalsuan:{satu.pk}", tautan=reverse("naskah:pemalsuan"), nada="kembali"
    )
    return satu


PALING_PENDEK = 10


@transaction.atomic
def tangani(*, by: Pengguna, pk: int, hasil: str, tindakan: str) -> LaporanPemalsuan:
    """What was found and done; once, and it stays."""
    check_may_tangani(by)
    satu = LaporanPemalsuan.objects.select_for_update().filter(pk=pk).first()
    if satu is None:
        raise Http404
    if satu.hasil:
        raise SudahBerubah("Laporan ini sudah ditangani orang lain.", pada=satu.ditangani_pada)
    if hasil not in LaporanPemalsuan.Hasil:
        raise BelumLengkap("Pilih dulu hasil pemeriksaannya.", isian={"hasil": "Belum dipilih."})
    if not tindakan.strip():
        raise BelumLengkap("Tulis apa yang diperiksa dan dilakukan.", isian={"tindakan": "Belum diisi."})
    satu.hasil, satu.tindakan = hasil, tindakan.strip()[:1000]
    satu.ditangani_oleh, satu.ditangani_pada = by, timezone.now()
    satu.save()
    catat("pemalsuan.ditangani", by=by, objek=satu, hasil=hasil)
    return satu
