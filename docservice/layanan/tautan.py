"""What this room tells the page of a document: the requests it was sent with, and the one that produced it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import Q
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.tautan import Tautan
from docservice.layanan.models import BerkasPermohonan, Permohonan
from docservice.layanan.status import TERBUKA


def tautan_permohonan(dokumen: Dokumen, pengguna: Pengguna) -> Iterator[Tautan]:
    terkait = Q(berkas__dokumen=dokumen) | Q(naskah__dokumen=dokumen)
    for satu in Permohonan.objects.visible_to(pengguna).filter(terkait).select_related("layanan").distinct():
        kata = "hasil" if dokumen.sumber == Dokumen.Sumber.TERBITAN else "berkas permohonan"
        yield Tautan(f"{satu.judul}, {satu.nomor}", kata, reverse("layanan:permohonan", args=[satu.pk]), "layanan")


def menunggu_permohonan() -> Q:
    """Papers that a request on its way was sent with."""
    return Q(pk__in=BerkasPermohonan.objects.filter(permohonan__status__in=TERBUKA).values("dokumen"))


def layanan_menunggu(dokumen: Collection[int]) -> dict[int, str]:
    """Which service waits for each of these papers; of several the one that was sent first."""
    berkas = BerkasPermohonan.objects.filter(dokumen__in=dokumen, permohonan__status__in=TERBUKA)
    nama = berkas.order_by("-permohonan__pk").values_list("dokumen", "permohonan__layanan__nama")
    return {pk: layanan.lower() for pk, layanan in nama}
