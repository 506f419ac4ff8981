"""A scanner silent for a quarter of an hour is somebody's business: those who run the service are told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen import gudang
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import StatusBerkas
from docservice.umum.waktu import tanggal_jam

TAK_TERJAWAB = timedelta(minutes=15)
DIAM = "pemindai:diam_sejak"
PETUGAS = (Peran.ADMINISTRATOR, Peran.DISKOMINFO)


def belum_dijawab() -> QuerySet[VersiDokumen]:
    """Files no scanner has judged for so long, though it may say that it is well."""
    menunggu = VersiDokumen.objects.filter(status=StatusBerkas.DITERIMA, tertunda="pemindai")
    return menunggu.filter(diunggah_pada__lt=timezone.now() - TAK_TERJAWAB)


def jaga(subjek: str, klaim: Klaim) -> None:
    """Every five minutes; one notice for each outage."""
    sejak = _diam_sejak()
    if sejak is None or timezone.now() - sejak < TAK_TERJAWAB:
        return
    n = VersiDokumen.objects.filter(status=StatusBerkas.DITERIMA).count()
    teks = f"Pemindai virus tidak menjawab sejak {tanggal_jam(sejak)}; {n} berkas menunggu dan tidak ada yang hilang. "
    teks += "Jalankan ulang clamd, atau perbarui tanda virusnya."
    with transaction.atomic():
        kabari_pemegang(
            PETUGAS, teks, kunci=f"pemindai:{sejak.isoformat()}", tautan=reverse("arsip:sehat"), nada="bahaya"
        )


def _diam_sejak() -> datetime | None:
    """Since when it calls nothing clean, as far as somebody looked; or since its oldest file waits."""
    sehat = gudang.pemindai().health()
    if sehat.available and not sehat.stale:
        cache.delete(DIAM)
        return belum_dijawab().order_by("diunggah_pada").values_list("diunggah_pada", flat=True).first()
    cache.add(DIAM, timezone.now(), None)
    sejak: datetime = cache.get(DIAM)
    return sejak
