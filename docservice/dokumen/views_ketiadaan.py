"""*Saya tidak memiliki dokumen ini*: said in one's own archive, and taken back there."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen import ketiadaan as kerja
from docservice.dokumen.forms import KetiadaanForm
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Ketiadaan
from docservice.pegawai.permissions import pegawai_sendiri
from docservice.umum.formulir import kerjakan


@login_required
@require_http_methods(["GET", "POST"])
def ketiadaan(request: Permintaan) -> HttpResponse:
    """``?jenis=&minor=`` the slot."""
    kode, minor = request.GET.get("jenis", ""), request.GET.get("minor", "")
    jenis = next((satu for satu, urut in slot_wajib() if (satu.kode, urut) == (kode, minor)), None)
    if jenis is None:
        raise Http404
    pegawai, formulir = pegawai_sendiri(request.user), KetiadaanForm(request.POST or None)

    def simpan(data: dict[str, object]) -> object:
        return kerja.nyatakan(by=request.user, pegawai=pegawai, jenis=kode, minor=minor, **data)  # type: ignore[arg-type]

    if request.method == "POST" and kerjakan(formulir, simpan):
        messages.success(request, "Pernyataan disimpan. Bila dokumennya ada, unggah seperti biasa.")
        return redirect("dokumen:arsip_saya")
    konteks = {"formulir": formulir, "nama": f"{jenis.nama} {minor}".strip()}
    return render(request, "dokumen/ketiadaan.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def tarik(request: Permintaan, pk: int) -> HttpResponse:
    satu = get_object_or_404(Ketiadaan, pk=pk, pegawai__pengguna=request.user)
    kerja.tarik(by=request.user, ketiadaan=satu)
    messages.success(request, "Pernyataan ditarik. Dokumennya ditunggu lagi.")
    return redirect("dokumen:arsip_saya")
