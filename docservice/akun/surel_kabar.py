"""Notices by mail: at once, or one mail a day with what is unread.

A mail says how much waits and about what, never whose or why: those words stay behind the sign-in (ADR 33). What left
for certain, or perhaps, is not sent again; what certainly did not is tried again.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import SEGERA as SEGERA
from docservice.akun.models import Kabar, Pengguna
from docservice.antrean.errors import CobaLagi
from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import Klaim, taruh

log = logging.getLogger(__name__)
HARIAN = "akun.surel_harian"
PUKUL = 7
"""Local hour from which the day's mails leave."""
PERIHAL = {
    "borongan-macet": "unggahan borongan",
    "daftar": "permintaan daftar",
    "dilepas": "berkas Anda",
    "ditolak": "berkas Anda",
    "evaluasi": "evaluasi unit",
    "hasil": "hasil tanda tangan",
    "karantina": "berkas Anda",
    "kelengkapan": "kelengkapan arsip",
    "lepas": "karantina",
    "masukan": "masukan dan bantuan",
    "naskah": "naskah",
    "pemalsuan": "dugaan pemalsuan",
    "paraf": "naskah yang menunggu paraf",
    "pembekuan": "akses fasilitator",
    "pemutakhiran": "pemutakhiran data",
    "pemindai": "pemindai virus",
    "pencabutan": "pencabutan keputusan",
    "pengangkatan": "peran Anda",
    "peninjauan": "peninjauan akses",
    "peran": "peran",
    "permohonan": "permohonan layanan",
    "perpindahan": "perpindahan pegawai",
    "rahasia": "data rahasia",
    "rekonsiliasi": "rekonsiliasi dengan data BKN",
    "riwayat": "usulan riwayat",
    "salinan": "salinan aman",
    "sesi": "sesi verifikasi",
    "tanpa_fasilitator": "unit tanpa fasilitator",
    "tugas": "tugas bulan ini",
    "tte": "naskah yang menunggu tanda tangan",
    "verifikasi": "pemeriksaan dokumen",
}
"""What a notice is about, by the first word of its key; the rest is *hal lain*."""
WAJIB = ("pembekuan", "pengangkatan", "peninjauan", "tte")
"""Mailed once a day also to whoever wants none: rights that stop or wait, and what must be signed."""
ISI = """Ada {jumlah} kabar baru untuk Anda di Arsip Kepegawaian:

{daftar}

Buka dengan akun Anda: {alamat}
Atur surel ini di halaman yang sama. Jangan membalas surel ini."""


def sebar(subjek: str, klaim: Klaim) -> None:
    """Every hour from seven on: a job for each person for whom something waits that no mail has spoken of."""
    kini = timezone.localtime()
    if kini.hour < PUKUL:
        return
    hari = kini.date()
    orang = Pengguna.objects.filter(_belum_hari_ini(hari), Exists(_belum_disurel(OuterRef("pk"))), is_active=True)
    for pk, pilihan in orang.exclude(surel="").values_list("pk", "surel_kabar"):
        if pilihan == Pengguna.SurelKabar.HARIAN or _belum_disurel(pk).filter(_wajib()).exists():
            taruh(HARIAN, f"{pk}:{hari.isoformat()}", prioritas=Prioritas.MALAM)


def kirim_harian(subjek: str, klaim: Klaim) -> None:
    """One person's mail of one day. Whoever dies half-way sends none; tomorrow's speaks of the same."""
    nomor, _, teks = subjek.partition(":")
    hari = date.fromisoformat(teks)
    orang = Pengguna.objects.filter(pk=int(nomor), is_active=True).exclude(surel="").first()
    if orang is None or hari != timezone.localdate():
        return
    milik = _belum_disurel(orang.pk)
    if orang.surel_kabar != Pengguna.SurelKabar.HARIAN:
        milik = milik.filter(_wajib())
    kabar = list(milik.values_list("pk", "kunci"))
    if not kabar:
        return
    if not Pengguna.objects.filter(_belum_hari_ini(hari), pk=orang.pk).update(ringkasan_pada=hari):
        return
    try:
        _kirim(orang, [kunci for _, kunci in kabar], f"kabar-{orang.pk}-{hari.isoformat()}")
    except CobaLagi:
        Pengguna.objects.filter(pk=orang.pk, ringkasan_pada=hari).update(ringkasan_pada=orang.ringkasan_pada)
        raise
    Kabar.objects.filter(pk__in=[pk for pk, _ in kabar]).update(disurel_pada=timezone.now())


def kirim_segera(subjek: str, klaim: Klaim) -> None:
    """One notice, claimed before the mail leaves."""
    satu = Kabar.objects.select_related("pengguna").filter(pk=int(subjek)).first()
    if satu is None or satu.dibaca_pada or not satu.pengguna.surel or not satu.pengguna.is_active:
        return
    if not Kabar.objects.filter(pk=satu.pk, disurel_pada=None).update(disurel_pada=timezone.now()):
        return
    try:
        _kirim(satu.pengguna, [satu.kunci], f"kabar-satu-{satu.pk}")
    except CobaLagi:
        Kabar.objects.filter(pk=satu.pk).update(disurel_pada=None)
        raise


def susun(kunci: Iterable[str]) -> str:
    """The text: how many of what, the most first."""
    hitung = Counter(PERIHAL.get(satu.partition(":")[0], "hal lain") for satu in kunci)
    daftar = "\n".join(f"- {banyak} tentang {apa}" for apa, banyak in hitung.most_common())
    alamat = settings.PUBLIC_URL + reverse("akun:kabar")
    return ISI.format(jumlah=hitung.total(), daftar=daftar, alamat=alamat)


def _kirim(orang: Pengguna, kunci: list[str], acuan: str) -> None:
    """Raises :class:`CobaLagi` only when the mail surely did not leave; a silence after it was handed over is final."""
    acuan = f"<{acuan}@{settings.PUBLIC_URL.partition('://')[2].partition(':')[0]}>"
    judul = f"{len(kunci)} kabar baru di Arsip Kepegawaian"
    surat = EmailMessage(
        judul, f"{susun(kunci)}\n\nArsip Kepegawaian\n", None, [orang.surel], headers={"Message-ID": acuan}
    )
    try:
        surat.send()
    except SMTPRecipientsRefused:
        log.warning("Mail refused for account %s", orang.pk)  # the notice stays in the application
    except (SMTPServerDisconnected, TimeoutError):
        log.warning("Fate of a mail to account %s unknown; not sent again", orang.pk)
    except (SMTPResponseException, OSError) as salah:
        raise CobaLagi(type(salah).__name__, timedelta(minutes=5)) from None


def _belum_disurel(pengguna: int | OuterRef) -> QuerySet[Kabar]:
    return Kabar.objects.filter(pengguna=pengguna, dibaca_pada=None, disurel_pada=None)


def _belum_hari_ini(hari: date) -> Q:
    return Q(ringkasan_pada=None) | Q(ringkasan_pada__lt=hari)


def _wajib() -> Q:
    boleh = Q(pk__in=[])
    for awal in WAJIB:
        boleh |= Q(kunci__startswith=f"{awal}:")
    return boleh
