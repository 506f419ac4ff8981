"""An employee's word on a row that their fasilitator filled in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from docservice.akun.request import Permintaan
from docservice.riwayat.atas_nama import konfirmasi, tolak_konfirmasi
from docservice.riwayat.forms import KonfirmasiForm
from docservice.riwayat.permissions import ambil_riwayat, check_may_konfirmasi
from docservice.riwayat.views import halaman_usulan
from docservice.umum.errors import KesalahanDomain
from docservice.umum.formulir import tombol


@login_required
@require_POST
def putuskan(request: Permintaan, pk: int) -> HttpResponse:
    """*Benar* sends it on its way, *Tidak benar* ends it; bound to the revision that was read."""
    satu = ambil_riwayat(request.user, pk)
    check_may_konfirmasi(request.user, satu)
    formulir = KonfirmasiForm(request.POST)
    if not formulir.is_valid():
        return halaman_usulan(request, satu, konfirmasi=formulir)
    isi = formulir.cleaned_data
    try:
        if tombol(request.POST, "setuju", "tolak") == "tolak":
            tolak_konfirmasi(by=request.user, riwayat=satu, catatan=isi["catatan"], revisi=isi["revisi"])
            messages.success(request, "Usulan dibatalkan. Fasilitator Anda membaca alasannya.")
        else:
            konfirmasi(by=request.user, riwayat=satu, pernyataan=isi["pernyataan"], revisi=isi["revisi"])
            messages.success(request, "Usulan dikonfirmasi dan diajukan. Orang lain yang memeriksanya.")
    except KesalahanDomain as salah:
        return halaman_usulan(request, satu, konfirmasi=formulir, galat=salah)
    return redirect("riwayat:usulan", pk=pk)
