"""Verbs: write to those who run the service, and answer."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.masukan.models import Masukan
from docservice.masukan.permissions import check_may_jawab
from docservice.masukan.status import ALUR_MASUKAN, StatusMasukan
from docservice.umum.errors import IsianSalah

PALING_PANJANG = 1000


@transaction.atomic
def kirim(*, by: Pengguna, jenis: str, isi: str, sebagai: str, halaman: str = "") -> Masukan:
    """Keep what was written and tell the administrators. Raises :class:`IsianSalah`."""
    salah = {}
    if jenis not in Masukan.Jenis:
        salah["jenis"] = "Pilih usul pengembangan atau minta bantuan."
    if kurang := _teks_salah(isi):
        salah["isi"] = kurang
    if salah:
        raise IsianSalah.pada(salah)
    satu = Masukan.objects.create(jenis=jenis, isi=isi.strip(), halaman=halaman[:200], oleh=by, sebagai=sebagai[:200])
    catat(ALUR_MASUKAN.jejak(satu.status), by=by, objek=satu)
    teks = f"{by.nama}: {satu.get_jenis_display().lower()}. {satu.isi}"
    tautan = reverse("masukan:satu", args=[satu.pk])
    kabari_pemegang(Peran.ADMINISTRATOR, teks[:300], kunci=f"masukan:{satu.pk}", tautan=tautan)
    return satu


@transaction.atomic
def jawab(*, by: Pengguna, masukan: Masukan, jawaban: str) -> Masukan:
    """One answer, which its author is told of. Raises :class:`SudahBerubah` when it was answered meanwhile."""
    check_may_jawab(by, masukan)
    if kurang := _teks_salah(jawaban):
        raise IsianSalah.pada({"jawaban": kurang})
    satu = Masukan.objects.select_for_update(of=("self",)).select_related("oleh").get(pk=masukan.pk)
    ALUR_MASUKAN.periksa(satu.status, StatusMasukan.DIJAWAB, sejak=satu.dijawab_pada)
    satu.status, satu.jawaban = StatusMasukan.DIJAWAB, jawaban.strip()
    satu.dijawab_oleh, satu.dijawab_pada = by, timezone.now()
    satu.save(update_fields=["status", "jawaban", "dijawab_oleh", "dijawab_pada"])
    catat(ALUR_MASUKAN.jejak(satu.status), by=by, objek=satu)
    teks = f"Masukan Anda dijawab: {satu.jawaban}"
    kabari(satu.oleh, teks[:300], kunci=f"masukan:{satu.pk}:dijawab", tautan=reverse("masukan:satu", args=[satu.pk]))
    return satu


def _teks_salah(teks: str) -> str:
    if not teks.strip():
        return "Belum diisi. Tulis paling sedikit satu kalimat."
    return f"Paling panjang {PALING_PANJANG} huruf. Persingkat." if len(teks.strip()) > PALING_PANJANG else ""
