"""The draft of the decree with its annex, for the governor's desk; pages and API hand out the same file."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone

from docservice.naskah.render import pdf
from docservice.pengelola.isi import sk_pengelola
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.status import StatusPengangkatan
from templates_sk import kind

PALING_BANYAK = 200


def siap_ditetapkan(pilih: Collection[int] = ()) -> QuerySet[Pengangkatan]:
    """Reviewed proposals, all or those named."""
    semua = Pengangkatan.objects.filter(status=StatusPengangkatan.DIREVIEW).select_related("pegawai__unit", "unit")
    return semua.filter(pk__in=list(pilih)[:PALING_BANYAK]) if pilih else semua


def kirim_rancangan(pilih: Collection[int]) -> HttpResponse:
    dipilih = list(siap_ditetapkan(pilih)[:PALING_BANYAK])
    if not dipilih:
        raise Http404
    kepala = {
        "Content-Disposition": 'attachment; filename="rancangan-sk-pengelola.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    berkas = pdf(kind("sk_pengelola"), sk_pengelola(dipilih, timezone.localdate()), draf=True)
    return HttpResponse(berkas, content_type="application/pdf", headers=kepala)
