"""The page where administrators lay down how the region sets its naskah."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from docservice.akun.request import Permintaan
from docservice.naskah.aksi_gaya import tetapkan_gaya
from docservice.naskah.forms_gaya import GayaForm
from docservice.naskah.gambar_jenis import lukis, simpan_pratinjau
from docservice.naskah.models import jenis_berlaku
from docservice.naskah.models_gaya import GayaNaskah
from docservice.naskah.permissions import check_may_atur_kata, check_may_lihat_jenis, may_atur_kata
from docservice.umum.errors import KesalahanDomain

CONTOH = "sk_kenaikan_pangkat"


@login_required
@require_http_methods(["GET", "POST"])
def gaya(request: Permintaan) -> HttpResponse:
    """The style in force with an example drawn in it; saved as a new version from a day on."""
    check_may_lihat_jenis(request.user)
    if request.method == "GET":
        return _halaman(request, GayaForm.dari_berlaku())
    check_may_atur_kata(request.user)
    formulir = GayaForm(request.POST, request.FILES)
    if not formulir.is_valid():
        return _halaman(request, formulir, status=422)
    try:
        tetapkan_gaya(by=request.user, **formulir.isian())
    except KesalahanDomain as salah:
        return _halaman(request, formulir, galat=salah, status=salah.status)
    messages.success(request, "Gaya naskah disimpan. Naskah yang sudah disusun tetap memakai gaya sebelumnya.")
    return redirect("naskah:gaya")


def _halaman(
    request: Permintaan, formulir: GayaForm, galat: KesalahanDomain | None = None, *, status: int = 200
) -> HttpResponse:
    konteks = {
        "formulir": formulir,
        "galat": galat,
        "gambar": simpan_pratinjau(lukis(jenis_berlaku(CONTOH), draf=True)),
        "riwayat": GayaNaskah.objects.select_related("ditulis_oleh"),
        "dapat_atur": may_atur_kata(request.user),
    }
    return render(request, "naskah/gaya.html", konteks, status=status)
