"""The door: allauth's account adapter with our words, our journal and our idea of where a request comes from."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from ipaddress import ip_address
from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from docservice.akun.backends import cari
from docservice.akun.bukti import baru_terbukti
from docservice.akun.isian import tandai
from docservice.akun.masuk import catat_masuk
from docservice.akun.pemberitahuan import beri_tahu
from docservice.akun.peramban import dikenal, kenali, nama_peramban
from docservice.akun.putus import putuskan_akses
from docservice.umum.alamat import alamat_klien
from docservice.umum.errors import TerlaluSering, TidakBerwenang
from docservice.umum.waktu import jam

log = logging.getLogger(__name__)
TAK_SESUAI = "NIP, email, atau kata sandi tidak sesuai. Periksa lalu coba lagi."
JEDA = timedelta(minutes=5)
APLIKASI = "allauth.account"
View = Callable[..., HttpResponse]


class Pintu(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = dict.fromkeys(DefaultAccountAdapter.error_messages, "Permintaan ini tidak dapat diterima.") | {
        "account_inactive": TAK_SESUAI,
        "enter_current_password": "Kata sandi sekarang tidak sesuai.",
        "incorrect_code": "Kode tidak sesuai. Tunggu kode berikutnya, lalu coba lagi.",
        "incorrect_password": "Kata sandi tidak sesuai. Periksa lalu coba lagi.",
        "invalid_login": TAK_SESUAI,
        "invalid_or_expired_key": "Tautan ini sudah dipakai atau sudah lewat waktunya.",
        "invalid_password_reset": "Tautan ini sudah dipakai atau sudah lewat waktunya.",
        "username_password_mismatch": TAK_SESUAI,
    }
    KALIMAT = {  # noqa: RUF012
        "account/messages/password_changed.txt": (
            "Kata sandi sudah diganti. Sesi di perangkat lain sudah berakhir dan semua token API Anda dicabut."
        ),
        "account/messages/password_set.txt": "Kata sandi Anda sudah dibuat.",
        "mfa/messages/totp_activated.txt": "Aplikasi kode sudah terpasang.",
        "mfa/messages/totp_deactivated.txt": "Aplikasi kode sudah dilepas.",
        "mfa/messages/webauthn_added.txt": "Kunci sandi sudah ditambahkan.",
        "mfa/messages/webauthn_removed.txt": "Kunci sandi sudah dihapus.",
        "mfa/messages/recovery_codes_generated.txt": "Kode pemulihan yang baru sudah dibuat.",
    }
    """What the library wants to say after a change; what is not here it does not say."""

    def validation_error(self, code: str, *args: Any) -> Exception:
        if code in ("too_many_login_attempts", "rate_limited"):
            terlalu_sering()
        return super().validation_error(code, *args)  # type: ignore[no-any-return]

    def get_client_ip(self, request: HttpRequest) -> str:
        """Always an address: a proxy may write anything, and the list of sessions keeps addresses only."""
        try:
            return str(ip_address(alamat_klien(request)))
        except ValueError:
            return "0.0.0.0"

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only the passkey script asks for data; every other answer is a page."""
        return request.method == "GET" and request.headers.get("X-Requested-With") == "XMLHttpRequest"

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords count against the account from this address, and slowly against the account from anywhere.

        The latter not in a browser that the owner used before: guessing elsewhere keeps nobody out.
        """
        pakai = self._hitung(request, credentials)
        if not all(pakai):
            log.warning("Sign-in held up for %s", self.get_client_ip(request))
            terlalu_sering()
        self._dipakai = [satu for satu in pakai if satu]

    def _hitung(self, request: HttpRequest, credentials: dict[str, Any], **cara: bool) -> list[Any]:
        nama = str(credentials.get("username", "")).replace(" ", "").lower()
        kunci = {"login_failed": f"{nama}@{self.get_client_ip(request)}"}
        lama = dikenal(request)
        if not lama or (pemilik := cari(nama)) is None or pemilik.pk not in lama:
            kunci["login_failed_account"] = nama
        return [ratelimit.consume(request, app=APLIKASI, action=satu, key=isi, **cara) for satu, isi in kunci.items()]

    def _rollback_login_failed_rl_usage(self) -> None:
        for satu in self._dipakai:
            satu.rollback()

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """The last try that was free says at once that the next one has to wait."""
        log.info("Sign-in refused for %s", self.get_client_ip(request))
        if not all(self._hitung(request, credentials, dry_run=True)):
            terlalu_sering()

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return not baru_terbukti(self.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """With the words of the pages; whoever has neither password nor factor proves it at the single sign-on."""
        kata = {
            "reauthenticate": "Pakai kata sandi",
            "mfa_reauthenticate": "Pakai kode dari aplikasi",
            "mfa_reauthenticate:webauthn": "Pakai kunci sandi",
        }
        cara = super().get_reauthentication_methods(user)
        if not cara and user.is_authenticated:
            cara = [{"id": "sso", "url": reverse("akun:ulang_sso")}]
        return [satu | {"description": kata.get(satu["id"], "Masuk lagi lewat SSO")} for satu in cara]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def set_password(self, user: Any, password: str) -> None:
        """Where a change and a reset both pass. What was opened with the old one ends; a first one ends nothing."""
        diganti, sesi = user.has_usable_password(), self.request.session.session_key
        with transaction.atomic():
            super().set_password(user, password)
            if diganti:
                putuskan_akses(user, by=user, kecuali=sesi)

    def login(self, request: HttpRequest, user: Any) -> None:
        request.pertama_kali = user.last_login is None  # type: ignore[attr-defined]
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Journal, the mark of whose browser this is, and a word to the owner when it was never seen before."""
        jawab = super().post_login(request, user, **kwargs)
        catat_masuk(user)
        if not kenali(request, jawab, user.pk) and not request.pertama_kali:  # type: ignore[attr-defined]
            perangkat = nama_peramban(request.headers.get("User-Agent", ""))
            beri_tahu(user, "masuk_baru", perangkat=perangkat, alamat=self.get_client_ip(request))
        return tandai(jawab, user.pk)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        raise TidakBerwenang("Akun ini tidak dapat dipakai masuk. Hubungi BKPSDMD.")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if kalimat := message or self.KALIMAT.get(message_template or ""):
            messages.add_message(request, level, kalimat, extra_tags=extra_tags)

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:
        """Every change of one's own security: journal, notice, and a mail to the owner."""
        beri_tahu(user, template_prefix.rpartition("/")[2])


def berlaju(aksi: str) -> Callable[[View], View]:
    """For a door whose address itself is the guess: opening it counts, whatever the method."""

    def jaga(view: View) -> View:
        @wraps(view)
        def hitung(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not ratelimit.consume(request, app=APLIKASI, action=aksi, limit_get=True):
                terlalu_sering()
            return view(request, *args, **kwargs)

        return hitung

    return jaga


def terlalu_sering() -> NoReturn:
    kapan = jam(timezone.now() + JEDA)
    raise TerlaluSering(f"Terlalu banyak percobaan masuk. Coba lagi pukul {kapan}. Akun Anda tidak diblokir.")
