"""The blind second look (NARA 36 CFR 1236: a different person checks a sample): drawing, opinions, outcome.

The rate rises with the person's newness and reversals and with what hangs on the paper; it is never announced, and
nothing is decided by the figures alone.
"""

from __future__ import annotations

import random

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import pindah
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import PeriksaKedua, Verifikasi
from docservice.verifikasi.status import ALUR_KEDUA, StatusKedua

BARU, PELUANG_BARU = 50, 0.2
"""A person's first decisions are looked at more often."""
BERAT = frozenset({"SK_CPNS", "SK_PNS", "SK_PPPK", "SK_KP", "SK_KGB", "SK_JAB", "IJAZAH", "PMK"})
"""Kinds on which pay, rank and pension rest: drawn twice as often."""
PELUANG_TERTINGGI = 0.5
_undian = random.SystemRandom()


def peluang(putusan: Verifikasi) -> float:
    """The chance that this decision is looked at again."""
    milik = Verifikasi.objects.filter(oleh=putusan.oleh, diurungkan_pada=None)
    dasar = float(settings.SECOND_LOOK_RATE)
    if dasar in (0, 1):  # none, or every one
        return dasar
    if milik[: BARU + 1].count() <= BARU:
        dasar = max(dasar, PELUANG_BARU)
    diperiksa = PeriksaKedua.objects.filter(pertama__oleh=putusan.oleh).exclude(status=StatusKedua.GUGUR)
    seratus = list(diperiksa.order_by("-pk").values_list("status", flat=True)[:100])
    if seratus:
        dasar += seratus.count(StatusKedua.DIBALIK) / len(seratus)
    if putusan.versi.dokumen.jenis_id in BERAT:
        dasar *= 2
    return min(dasar, PELUANG_TERTINGGI)


def undi(putusan: Verifikasi) -> PeriksaKedua | None:
    """Draw, in the caller's transaction; only what was accepted can have been accepted too lightly."""
    if putusan.hasil != Verifikasi.Hasil.TERVERIFIKASI:
        return None
    nilai = peluang(putusan)
    if _undian.random() >= nilai:
        return None
    periksa, baru = PeriksaKedua.objects.get_or_create(pertama=putusan, defaults={"peluang": nilai})
    if baru:
        catat(ALUR_KEDUA.jejak(periksa.status), by=None, objek=periksa, putusan=putusan.pk, peluang=round(nilai, 3))
    return periksa


def nilai_pandangan(pandangan: Verifikasi) -> None:
    """An opinion counts once its seconds of undo are over; in the caller's transaction."""
    periksa = PeriksaKedua.objects.select_for_update().get(pandangan=pandangan)
    dokumen = Dokumen.objects.select_for_update().get(pk=pandangan.versi.dokumen_id)
    pertama = periksa.pertama
    if dokumen.status != StatusDokumen.TERVERIFIKASI or dokumen.versi_terkini.pk != pertama.versi_id:
        return _pindah(periksa, StatusKedua.GUGUR)
    sama = pandangan.hasil == pertama.hasil
    if periksa.status == StatusKedua.MENUNGGU:
        return _pindah(periksa, StatusKedua.SEPAKAT if sama else StatusKedua.BEDA)
    _pindah(periksa, StatusKedua.DIPERTAHANKAN if sama else StatusKedua.DIBALIK)
    if not sama:
        _balikkan(dokumen, pandangan)


def _pindah(periksa: PeriksaKedua, ke: StatusKedua) -> None:
    ALUR_KEDUA.periksa(periksa.status, ke)
    periksa.status = ke
    periksa.selesai_pada = None if ke == StatusKedua.BEDA else timezone.now()
    periksa.save(update_fields=["status", "selesai_pada"])
    catat(ALUR_KEDUA.jejak(ke), by=None, objek=periksa)


def _balikkan(dokumen: Dokumen, ketiga: Verifikasi) -> None:
    """Two of three would not accept the paper: it goes back to its owner, and what rested on it waits again."""
    Verifikasi.objects.create(
        versi=ketiga.versi,
        sha256=ketiga.sha256,
        oleh=ketiga.oleh,
        dasar_tugas=ketiga.dasar_tugas,
        hasil=ketiga.hasil,
        halaman_dilihat=ketiga.halaman_dilihat,
        alasan=ketiga.alasan,
        catatan=ketiga.catatan,
    )
    dokumen.basis = ""
    dokumen.save(update_fields=["basis"])
    pindah(dokumen, StatusDokumen.DIKEMBALIKAN)
    for baris in Riwayat.objects.filter(bukti__dokumen=dokumen):
        if baris.status == StatusRiwayat.DIVERIFIKASI:
            riwayat_actions.kembalikan(by=ketiga.oleh, riwayat=baris, catatan=kalimat_kembali(ketiga))
        elif baris.status == StatusRiwayat.TERVALIDASI:
            _minta_periksa(baris)


def _minta_periksa(baris: Riwayat) -> None:
    """A validated row lost its proof: administrators look at it; nothing changes by itself."""
    teks = (
        f"Riwayat {baris.skema.sebutan} {baris.pegawai.nama} berdiri di atas dokumen yang dikembalikan. Periksa lagi."
    )
    kunci, alamat = f"riwayat:{baris.pk}:tanpa-bukti", reverse("riwayat:usulan", args=[baris.pk])
    kabari_pemegang(Peran.ADMINISTRATOR, teks[:300], kunci=kunci, tautan=alamat, nada="bahaya")


@transaction.atomic
def gugurkan_yang_lewat() -> int:
    """Close looks whose paper was replaced in the meantime."""
    terbuka = PeriksaKedua.objects.filter(status__in=(StatusKedua.MENUNGGU, StatusKedua.BEDA))
    lewat = [
        p
        for p in terbuka.select_related("pertama__versi__dokumen")
        if p.pertama.versi.dokumen.status != StatusDokumen.TERVERIFIKASI
        or p.pertama.versi.dokumen.versi_terkini.pk != p.pertama.versi_id
    ]
    for periksa in lewat:
        _pindah(periksa, StatusKedua.GUGUR)
    return len(lewat)
