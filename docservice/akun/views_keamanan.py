"""Security of one's own account: password, second factors, sessions. Nobody else's is ever reached from here."""

from __future__ import annotations

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun import actions
from docservice.akun.bukti import perlu_bukti
from docservice.akun.faktor import wajib, wajib_dan_belum
from docservice.akun.forms import NipSendiriForm, SurelForm
from docservice.akun.peramban import nama_peramban
from docservice.akun.pintu import terlalu_sering
from docservice.akun.request import Permintaan
from docservice.akun.surel import baca_pembuktian, kirim_pembuktian
from docservice.akun.surel_pertama import baca_tautan, terima_surel
from docservice.umum.errors import IsianSalah
from docservice.umum.formulir import kerjakan


@login_required
@require_GET
def keamanan(request: Permintaan) -> HttpResponse:
    faktor = list(Authenticator.objects.filter(user=request.user))
    jenis = Authenticator.Type
    pemulihan = next((satu for satu in faktor if satu.type == jenis.RECOVERY_CODES), None)
    konteks = {
        "aplikasi": next((satu for satu in faktor if satu.type == jenis.TOTP), None),
        "kunci_sandi": [satu for satu in faktor if satu.type == jenis.WEBAUTHN],
        "pemulihan": pemulihan,
        "sisa_pemulihan": len(pemulihan.wrap().get_unused_codes()) if pemulihan else 0,
        "sso": SocialAccount.objects.filter(user=request.user).first(),
        "wajib": wajib(request.user),
        "harus_pasang": wajib_dan_belum(request),
        "sesi": _sesi(request),
    }
    return render(request, "akun/keamanan.html", konteks)


def _sesi(request: Permintaan) -> list[UserSession]:
    """Those that still stand, this one first, each with the words of its device."""
    UserSession.objects.create_from_request(request)
    semua: list[UserSession] = UserSession.objects.purge_and_list(request.user)
    for satu in semua:
        satu.perangkat = nama_peramban(satu.user_agent)
    return sorted(semua, key=lambda s: (not s.is_current(), -s.last_seen_at.timestamp()))


@perlu_bukti
@require_http_methods(["GET", "POST"])
def ganti_surel(request: Permintaan) -> HttpResponse:
    """Ask for a link to the new mailbox; nothing changes before it is opened."""
    formulir = SurelForm(request.POST or None)
    if request.method == "POST" and formulir.is_valid():
        try:
            if not ratelimit.consume(request, action="manage_email", user=request.user):
                terlalu_sering()
            kirim_pembuktian(request.user, formulir.cleaned_data["surel"])
        except IsianSalah as salah:
            formulir.add_error("surel", salah.pesan)
        else:
            messages.success(request, "Tautan sudah dikirim ke alamat itu. Buka dalam satu jam.")
            return redirect("mfa_index")
    return render(request, "akun/surel.html", {"formulir": formulir}, status=422 if formulir.errors else 200)


@perlu_bukti
@require_http_methods(["GET", "POST"])
def buktikan_surel(request: Permintaan, kata: str) -> HttpResponse:
    """Behind the link: whoever reads the mailbox and holds the account presses once."""
    surel = baca_pembuktian(request.user, kata)
    if request.method == "GET":
        return render(request, "akun/surel_terbukti.html", {"surel": surel})
    actions.ganti_surel(by=request.user, surel=surel)
    messages.success(request, f"Email dinas Anda sekarang {surel}.")
    return redirect("mfa_index")


@require_http_methods(["GET", "POST"])
def surel_pertama(request: HttpRequest, kata: str) -> HttpResponse:
    """Behind the link to a first office mail: whoever reads it says whose it is, then makes a password."""
    satu, formulir = baca_tautan(kata), NipSendiriForm(request.POST or None)
    if request.method == "POST":
        tujuan: list[str] = []
        if kerjakan(formulir, lambda data: tujuan.append(terima_surel(kata=kata, **data))):
            return redirect(tujuan[0])
    konteks = {"surel": satu.surel, "formulir": formulir}
    return render(request, "akun/surel_pertama.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def akhiri_sesi(request: Permintaan, pk: int) -> HttpResponse:
    satu = get_object_or_404(UserSession, user=request.user, pk=pk)
    kini = satu.is_current()
    actions.akhiri_sesi(by=request.user, sesi=[satu])
    if kini:
        logout(request)
    messages.success(request, "Sesi sudah berakhir.")
    return redirect("account_login" if kini else "mfa_index")


@login_required
@require_POST
def akhiri_sesi_lain(request: Permintaan) -> HttpResponse:
    lain = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    jumlah = actions.akhiri_sesi(by=request.user, sesi=lain)
    messages.success(request, f"{jumlah} sesi lain sudah berakhir." if jumlah else "Tidak ada sesi lain.")
    return redirect("mfa_index")
