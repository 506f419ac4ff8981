"""People stand in other units: the index learns it for each of their papers (Law 5)."""

from __future__ import annotations

from collections.abc import Collection

from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import taruh
from docservice.dokumen.models import Dokumen, PesanIndeks


def perbarui_indeks_pegawai(pegawai: Collection[int]) -> None:
    """A message per paper in the caller's transaction, one knock for all: the writer drains the whole outbox."""
    nomor = Dokumen.objects.filter(pegawai__in=pegawai, bersih=True).values_list("pk", flat=True)
    pesan = PesanIndeks.objects.bulk_create((PesanIndeks(dokumen=n) for n in nomor), batch_size=1000)
    if pesan:
        terakhir = PesanIndeks.objects.order_by("-pk").first()
        taruh("dokumen.indeks", terakhir.pk if terakhir else 0, prioritas=Prioritas.ORANG)
