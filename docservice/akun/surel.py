"""One's own office mail: changed by its owner, and only after the new mailbox has answered (BABEL 27(2)j)."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.akun.pemberitahuan import kirim
from docservice.antrean.errors import CobaLagi
from docservice.umum.errors import IsianSalah, SementaraTerganggu, SudahBerubah

GARAM = "docservice.surel"
MASA = 3600
ISI = """Anda meminta alamat ini menjadi email dinas akun Anda di Arsip Kepegawaian.

Buka tautan ini dalam {menit} menit, di peramban tempat Anda masuk:
{tautan}

Bukan Anda yang meminta? Abaikan surel ini; tidak ada yang berubah."""


def check_email_dinas(surel: str) -> None:
    """Where the office keeps its mailboxes, if it says so."""
    boleh = settings.MAIL_DOMAINS
    if boleh and surel.rpartition("@")[2].lower() not in boleh:
        kalimat = f"Pakai email dinas: {', '.join(boleh)}."
        raise IsianSalah(kalimat, isian={"surel": kalimat})


def kirim_pembuktian(pengguna: Pengguna, surel: str) -> None:
    """A link to the new mailbox. One that is somebody else's gets none, and nobody is told so."""
    check_email_dinas(surel)
    if Pengguna.objects.filter(surel__iexact=surel).exists():
        return
    kata = signing.dumps([pengguna.pk, pengguna.surel, surel], salt=GARAM)
    tautan = settings.PUBLIC_URL + reverse("akun:buktikan_surel", args=[kata])
    try:
        kirim(surel, "Buktikan email dinas Anda", ISI.format(menit=MASA // 60, tautan=tautan))
    except CobaLagi:
        raise SementaraTerganggu("Server surel sedang tidak menjawab. Coba lagi beberapa menit lagi.") from None


def baca_pembuktian(pengguna: Pengguna, kata: str) -> str:
    """The address that the link proves for this person; raises when it is another's, used, or an hour old."""
    try:
        pk, lama, baru = signing.loads(kata, salt=GARAM, max_age=MASA)
    except signing.BadSignature:
        pk, lama, baru = 0, "", ""
    if (pk, lama) != (pengguna.pk, pengguna.surel) or not baru:
        raise SudahBerubah("Tautan ini sudah dipakai, lewat satu jam, atau milik akun lain. Minta tautan baru.")
    return str(baru)
