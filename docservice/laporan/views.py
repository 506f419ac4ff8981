"""The curriculum vitae on screen and as a file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.request import Permintaan
from docservice.audit.jurnal import catat
from docservice.laporan.drh import Drh, ambil_untuk_drh
from docservice.riwayat.pensiun import fakta_pensiun


@login_required
@require_GET
def drh(request: Permintaan, nip: str) -> HttpResponse:
    """Validated rows by part, and what the file still lacks."""
    pegawai = ambil_untuk_drh(request.user, nip)
    isi = Drh.dari(pegawai)
    sendiri = pegawai.pengguna_id == request.user.pk
    konteks = {
        "pegawai": pegawai,
        "sendiri": sendiri,
        "bagian": isi.tampil(),
        "kurang": isi.kurang(),
        "pensiun": fakta_pensiun(pegawai),
    }
    return render(request, "laporan/drh.html", konteks)


@login_required
@require_POST
def unduh(request: Permintaan, nip: str) -> HttpResponse:
    """The file, noted before it leaves. POST: a prefetching browser takes nothing."""
    pegawai = ambil_untuk_drh(request.user, nip)
    berkas = Drh.dari(pegawai).pdf()
    with transaction.atomic():
        catat("drh.diunduh", by=request.user, objek=pegawai, peran=request.peran.konteks)
    return HttpResponse(
        berkas,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="DRH_{pegawai.nip}.pdf"',
            "X-Content-Type-Options": "nosniff",
        },
    )
