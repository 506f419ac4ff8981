"""The kinds of paper as they are today: written onto their rows by whatever version has begun."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiJenisDokumen
from docservice.dokumen.models_jenis import ISI_JENIS
from docservice.dokumen.segel import minta_segel
from docservice.dokumen.status import Kelas

URUTAN = (Kelas.BIASA, Kelas.TERBATAS, Kelas.RAHASIA)
"""From open to closed."""
SEKALI = 200


def terapkan_jenis() -> int:
    """Make every kind what its version of today says; how many changed. Harmless to repeat."""
    hari = timezone.localdate()
    berlaku = VersiJenisDokumen.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari), berlaku_dari__lte=hari
    )
    return sum(_terapkan(versi) for versi in berlaku.select_related("jenis"))


def _terapkan(versi: VersiJenisDokumen) -> bool:
    jenis, isi = versi.jenis, {nama: getattr(versi, nama) for nama in ISI_JENIS}
    if all(getattr(jenis, nama) == nilai for nama, nilai in isi.items()):
        return False
    with transaction.atomic():
        JenisDokumen.objects.filter(pk=jenis.pk).update(**isi)
        catat("jenis.berlaku", by=None, objek=versi, jenis=jenis.pk)
        if lebih_terbuka(jenis.pk, versi.kelas).exists():
            taruh("dokumen.naikkan_kelas", jenis.pk, kunci=f"kelas:{versi.pk}", prioritas=Prioritas.BORONGAN)
    return True


def lebih_terbuka(jenis: str, kelas: str) -> QuerySet[Dokumen]:
    """Papers of the kind that more people may see than *kelas* allows."""
    return Dokumen.objects.filter(jenis=jenis, kelas__in=URUTAN[: URUTAN.index(Kelas(kelas))])


def naikkan_kelas(subjek: str, klaim: Klaim) -> None:
    """Papers of a kind that became more closed become so too, in the index as well; a killed run goes on."""
    jenis = JenisDokumen.objects.get(pk=subjek)
    while semua := list(lebih_terbuka(jenis.pk, jenis.kelas)[:SEKALI]):
        with transaction.atomic():
            klaim.perpanjang()
            Dokumen.objects.filter(pk__in=[satu.pk for satu in semua]).update(kelas=jenis.kelas)
            catat("dokumen.kelas_naik", by=None, objek=jenis, dokumen=[satu.pk for satu in semua], kelas=jenis.kelas)
            for satu in semua:
                perbarui_indeks(satu, seperti=klaim.job)
                if jenis.rahasia:
                    minta_segel(satu, sebab=str(klaim.job.pk), seperti=klaim.job)


def terapkan_berkala(subjek: str, klaim: Klaim) -> None:
    """Every few minutes: a version whose first day has come."""
    terapkan_jenis()
