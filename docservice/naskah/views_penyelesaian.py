"""An administrator settles an unknown outcome by what the provider's own records show."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from docservice.akun.request import Permintaan
from docservice.naskah import penyelesaian
from docservice.naskah.forms import BerkasForm, BuktiTidakForm
from docservice.naskah.models import Upaya
from docservice.naskah.permissions import ambil_naskah, check_may_susun
from docservice.naskah.status import StatusUpaya
from docservice.umum.formulir import kerjakan


@login_required
@require_http_methods(["GET", "POST"])
def selesaikan(request: Permintaan, pk: int) -> HttpResponse:
    """GET: what is known of the attempt; POST: the signed file, or the proof that there is none."""
    naskah = ambil_naskah(request.user, pk)
    check_may_susun(request.user, naskah.pegawai.pengguna_id)
    ada_berkas = request.method == "POST" and "berkas" in request.FILES
    berkas = BerkasForm(request.POST, request.FILES) if ada_berkas else BerkasForm()
    bukti = BuktiTidakForm(request.POST if request.method == "POST" and not ada_berkas else None)
    if ada_berkas and kerjakan(
        berkas, lambda data: penyelesaian.terima_hasil(by=request.user, naskah=naskah, pdf=data["berkas"].read())
    ):
        messages.success(request, "Hasilnya lulus pemeriksaan. Naskah diterbitkan.")
        return redirect("naskah:daftar")
    if bukti.is_bound and kerjakan(
        bukti, lambda data: penyelesaian.nyatakan_tidak(by=request.user, naskah=naskah, **data)
    ):
        messages.success(request, penyelesaian.AMAN)
        return redirect("naskah:draf", pk=pk)
    upaya = Upaya.objects.filter(naskah=naskah, status=StatusUpaya.UNKNOWN).last()
    konteks = {
        "naskah": naskah,
        "upaya": upaya,
        "berikut": penyelesaian.berikutnya(upaya) if upaya else None,
        "berkas": berkas,
        "bukti": bukti,
    }
    salah = berkas.errors or bukti.errors
    return render(request, "naskah/selesaikan.html", konteks, status=422 if salah else 200)
