"""What happens to one's own account is journalled, told in the notices, and mailed to the owner's office address."""

from __future__ import annotations

import secrets

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna
from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat

BUKAN = "Bukan Anda? Akhiri sesi itu dan ganti kata sandi Anda."
KELIRU = "Keliru? Hubungi BKPSDMD."
OLEH_LAIN = frozenset({"faktor_dilepas", "dinonaktifkan", "diaktifkan"})
"""Done by somebody else, who journalled it."""
KATA = {
    "masuk_baru": "Seseorang masuk ke akun Anda dari perangkat baru: {perangkat}, alamat {alamat}.",
    "password_changed": "Kata sandi akun Anda diganti. Sesi lain berakhir dan token API Anda dicabut.",
    "password_set": "Kata sandi akun Anda dibuat.",
    "password_reset": "Kata sandi akun Anda diganti lewat tautan pemulihan. Semua sesi berakhir dan token API dicabut.",
    "totp_activated": "Aplikasi kode dipasang di akun Anda.",
    "totp_deactivated": "Aplikasi kode dilepas dari akun Anda.",
    "webauthn_added": "Kunci sandi ditambahkan ke akun Anda.",
    "webauthn_removed": "Kunci sandi dihapus dari akun Anda.",
    "recovery_codes_generated": "Kode pemulihan baru dibuat untuk akun Anda.",
    "surel_diganti": "Email dinas akun Anda diganti.",
    "account_connected": "Akun SSO ditautkan ke akun Anda.",
    "faktor_dilepas": "Faktor kedua akun Anda dilepas oleh administrator atas permintaan Anda.",
    "dinonaktifkan": "Akun Anda dinonaktifkan oleh administrator. Semua sesi berakhir dan token API dicabut.",
    "diaktifkan": "Akun Anda diaktifkan lagi oleh administrator. Token API dibuat lagi bila perlu.",
}
TAUTAN = "/akun/"
JENIS = "akun.surel"


@transaction.atomic
def beri_tahu(pengguna: Pengguna, apa: str, *, juga: str = "", **rincian: str) -> None:
    """*apa* is a key of ``KATA``; what fills its gaps goes to the owner only, not into the journal.

    *juga* is an address that was the owner's until now.
    """
    if apa not in OLEH_LAIN:
        catat(f"akun.{apa}", by=pengguna, objek=pengguna)
    kunci = f"akun:{apa}:{pengguna.pk}:{secrets.token_hex(8)}"
    teks = f"{KATA[apa].format(**rincian)} {KELIRU if apa in OLEH_LAIN else BUKAN}"
    # Mailed by a job of its own whatever the person chose, so no other mail speaks of it.
    isi = {"pengguna": pengguna, "teks": teks[:300], "tautan": TAUTAN, "disurel_pada": timezone.now()}
    Kabar.objects.create(kunci=kunci, **isi)
    taruh(JENIS, f"{kunci} {juga}".strip())


def kirim_surel(subjek: str, klaim: Klaim) -> None:
    """The notice again, by mail; a person without an office mail has the notice alone."""
    kunci, _, juga = subjek.partition(" ")
    satu = Kabar.objects.select_related("pengguna").filter(kunci=kunci).first()
    if satu is not None:
        for alamat in {juga, satu.pengguna.surel} - {""}:
            kirim(alamat, "Keamanan akun Anda", satu.teks)


def kirim(kepada: str, judul: str, isi: str) -> None:
    """One mail; a mail server that is away is asked again later."""
    try:
        send_mail(judul, f"{isi}\n\nArsip Kepegawaian\n", None, [kepada])
    except OSError as salah:  # every failure of SMTP and of the network
        raise CobaLagi(type(salah).__name__) from None
