"""A forgotten password: a link to the owner's office mail, and the same answer whoever asks for whomever."""

from __future__ import annotations

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse

from docservice.akun.backends import cari
from docservice.akun.models import Pengguna
from docservice.akun.pemberitahuan import kirim
from docservice.antrean.pekerjaan import Klaim, taruh

JENIS = "akun.pemulihan"
ISI = """Ada permintaan untuk membuat kata sandi baru bagi akun Anda.

Buka tautan ini dalam {menit} menit:
{tautan}

Bukan Anda yang meminta? Abaikan surel ini; kata sandi Anda tidak berubah."""


@transaction.atomic
def minta_tautan(nama: str) -> None:
    """Ask for a link by NIP or office mail: known and unknown cost the same, the mail leaves later."""
    pengguna = cari(nama)
    taruh(JENIS, pengguna.pk if pengguna and pengguna.is_active else 0)


def kirim_tautan(subjek: str, klaim: Klaim) -> None:
    """The link is made here, so that it lies in no queue; it ends with the first use, an hour, or a sign-in."""
    pengguna = Pengguna.objects.filter(pk=int(subjek), is_active=True).exclude(surel="").first()
    if pengguna is None:
        return
    kunci = {"uidb36": user_pk_to_url_str(pengguna), "key": default_token_generator.make_token(pengguna)}
    tautan = settings.PUBLIC_URL + reverse("account_reset_password_from_key", kwargs=kunci)
    kirim(
        pengguna.surel,
        "Kata sandi baru",
        ISI.format(menit=settings.PASSWORD_RESET_TIMEOUT // 60, tautan=tautan),
    )
