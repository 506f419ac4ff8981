"""*Berkas bermasalah*: work that failed five times, and what lies in quarantine."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.bukti import perlu_bukti
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.arsip import perawatan
from docservice.dokumen.karantina import ambil_karantina, isi_karantina, may_karantina, putuskan_lepas
from docservice.dokumen.models import PelepasanKarantina
from docservice.umum.formulir import kalimat, tombol


@login_required
@require_GET
def bermasalah(request: Permintaan) -> HttpResponse:
    petugas, teknis = request.user.berperan(Peran.ADMINISTRATOR), request.user.berperan(Peran.DISKOMINFO)
    versi = [] if teknis and not may_karantina(request.user) else list(isi_karantina(request.user)[:200])
    usul = {u.versi_id: u for u in PelepasanKarantina.objects.filter(hasil="").select_related("diusulkan_oleh")}
    konteks = {
        "karantina": [(satu, usul.get(satu.pk)) for satu in versi],
        "macet": perawatan.macet(by=request.user)[:200] if petugas or teknis else [],
        "petugas": petugas,
        "teknis": petugas or teknis,
        "berkarantina": may_karantina(request.user),
    }
    return render(request, "arsip/bermasalah.html", konteks)


@login_required
@require_POST
def ulangi(request: Permintaan, pk: int) -> HttpResponse:
    job = get_object_or_404(perawatan.macet(by=request.user), pk=pk)
    perawatan.ulangi(by=request.user, job=job)
    messages.success(request, "Pekerjaan diulangi. Hasilnya tampak di sini bila gagal lagi.")
    return redirect("arsip:bermasalah")


@perlu_bukti
@require_POST
def usulkan(request: Permintaan, pk: int) -> HttpResponse:
    versi = ambil_karantina(request.user, pk)
    perawatan.usulkan_lepas(by=request.user, versi=versi, alasan=kalimat(request.POST, "alasan", 500))
    messages.success(request, "Usul dicatat. Orang kedua yang memutuskan.")
    return redirect("arsip:bermasalah")


@perlu_bukti
@require_POST
def putuskan(request: Permintaan, pk: int) -> HttpResponse:
    """*pk* is the version; its open proposal is decided."""
    versi = ambil_karantina(request.user, pk)
    usul = get_object_or_404(PelepasanKarantina, versi=versi, hasil="")
    setuju = tombol(request.POST, "lepas", "tetap", nama="putusan") == "lepas"
    putuskan_lepas(by=request.user, usul=usul, setuju=setuju, alasan=kalimat(request.POST, "alasan", 500))
    messages.success(request, "Berkas dilepas dan sedang dibaca." if setuju else "Berkas tetap dikarantina.")
    return redirect("arsip:bermasalah")
