"""A new employee by hand: the person, and an account whose password nobody but its owner ever makes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from docservice.akun.bukti import perlu_bukti
from docservice.akun.request import Permintaan
from docservice.pengelola.forms_terima import TerimaForm
from docservice.pengelola.permissions import check_may_terima
from docservice.pengelola.terima import terima_satu
from docservice.pengelola.views import halaman
from docservice.umum.formulir import kerjakan

ANAK = "Akunnya dibuat sekalian. Kata sandinya dibuat sendiri oleh orangnya lewat tautan di email dinasnya."


@perlu_bukti
@require_http_methods(["GET", "POST"])
def terima(request: Permintaan) -> HttpResponse:
    check_may_terima(request.user)
    formulir = TerimaForm(request.POST or None)

    def kerja(data: dict[str, object]) -> None:
        terima_satu(by=request.user, formulir=formulir, unit=data["unit_kerja"])  # type: ignore[arg-type]

    if request.method == "POST" and kerjakan(formulir, kerja):
        pegawai = formulir.instance
        surel = pegawai.pengguna.surel
        kata = f"Tautan untuk membuat kata sandi dikirim ke {surel}." if surel else "Email dinasnya belum dicatat."
        messages.success(request, f"{pegawai.nama_lengkap} masuk daftar pegawai. {kata}")
        for kalimat in pegawai.periksa_nip():
            messages.warning(request, f"Perlu dilihat: {kalimat}")
        return redirect("pegawai:pegawai", nip=pegawai.nip)
    return halaman(request, formulir, "Pegawai baru", "Simpan", anak=ANAK, kembali="pegawai:daftar")
