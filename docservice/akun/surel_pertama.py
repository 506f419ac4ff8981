"""The first office mail of a person who has none and cannot sign in yet: written down by another, proved by its owner.

Nobody sets it for them: the address stays beside the account until whoever reads that mailbox says by the link whose
NIP it is. Then it is theirs, and they make a password. An address that somebody has is never changed from here, nor is
anything of a person who can sign in already: they write it themselves (BABEL 27(2)j).
"""

from __future__ import annotations

from datetime import timedelta

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna, SurelPertama
from docservice.akun.pemberitahuan import kirim
from docservice.akun.penugasan import check_bukan_diri
from docservice.akun.peran import Peran
from docservice.akun.surel import check_email_dinas
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat
from docservice.umum.errors import IsianSalah, SudahBerubah, TerlaluSering, TidakBerwenang
from docservice.umum.izin import lolos

JENIS = "akun.surel_pertama"
GARAM = "docservice.surel_pertama"
MASA = timedelta(days=3)
JEDA = timedelta(minutes=15)
"""Between two links for the same person."""
ISI = """Alamat ini dicatat sebagai email dinas Anda di Arsip Kepegawaian.

Benar ini Anda? Buka tautan ini dalam {hari} hari, sebutkan NIP Anda, lalu buat kata sandi:
{tautan}

Bukan Anda? Abaikan surel ini; alamat ini tidak akan dipakai."""
MATI = "Tautan ini sudah dipakai, lewat waktunya, atau diganti. Minta administrator mengirim lagi."


def check_may_catat_surel(by: Pengguna, orang: Pengguna) -> None:
    """Administrators; for whoever holds a role the head of the agency, because that mailbox would open the role."""
    check_bukan_diri(by, orang)
    berwenang = Peran.KEPALA_BKPSDM if orang.penugasan_berlaku() else Peran.ADMINISTRATOR
    if not by.berperan(berwenang):
        raise TidakBerwenang(f"Email pertama orang ini dicatat oleh {berwenang.label}.")
    if orang.surel:
        raise SudahBerubah("Orang ini sudah mempunyai email dinas. Hanya pemiliknya yang dapat menggantinya.")
    if not orang.is_active:
        raise SudahBerubah("Akun ini tidak aktif. Aktifkan dahulu.")
    if _dapat_masuk(orang):
        raise SudahBerubah("Orang ini sudah dapat masuk, jadi ia mengisi email dinasnya sendiri di halaman Akun.")


def may_catat_surel(by: Pengguna, orang: Pengguna) -> bool:
    return lolos(check_may_catat_surel, by, orang)


def _dapat_masuk(orang: Pengguna) -> bool:
    if orang.has_usable_password() or orang.last_login is not None:
        return True
    return any(satu.objects.filter(user=orang).exists() for satu in (SocialAccount, Authenticator))


@transaction.atomic
def catat_surel(*, by: Pengguna, orang: Pengguna, surel: str) -> SurelPertama:
    """Write it down and ask the mailbox; the other administrators hear of it. A later one takes its place."""
    orang = Pengguna.objects.select_for_update().get(pk=orang.pk)
    check_may_catat_surel(by, orang)
    surel = surel.strip()
    check_email_dinas(surel)
    _periksa_bebas(surel, orang)
    lama, kini = SurelPertama.objects.filter(pengguna=orang).first(), timezone.now()
    if lama and lama.surel == surel and kini - lama.dikirim_pada < JEDA:
        raise TerlaluSering("Tautan ke alamat itu baru saja dikirim. Tunggu 15 menit sebelum mengirim lagi.")
    isi = {"surel": surel, "oleh": by, "dikirim_pada": kini}
    satu, _ = SurelPertama.objects.update_or_create(pengguna=orang, defaults=isi)
    jejak = catat("akses.surel_pertama", by=by, objek=orang)
    taruh(JENIS, f"{orang.pk} {jejak.nomor}")
    teks = f"{by.nama} mencatat email dinas pertama bagi {orang.nama}. Keliru? Batalkan di halaman perannya."
    kunci = f"surel_pertama:{jejak.nomor}"
    kabari_pemegang(Peran.ADMINISTRATOR, teks, kunci=kunci, tautan=f"/peran/orang/{orang.pk}/")
    return satu


def _periksa_bebas(surel: str, orang: Pengguna) -> None:
    lain = SurelPertama.objects.filter(surel__iexact=surel).exclude(pengguna=orang)
    if Pengguna.objects.filter(surel__iexact=surel).exists() or lain.exists():
        raise IsianSalah.pada({"surel": "Email ini sudah dipakai akun lain."})


@transaction.atomic
def batalkan_surel(*, by: Pengguna, orang: Pengguna) -> None:
    """Its link dies; nothing else was ever changed."""
    check_bukan_diri(by, orang)
    if not by.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Email pertama dibatalkan oleh administrator BKPSDMD.")
    if not SurelPertama.objects.filter(pengguna=orang).delete()[0]:
        raise SudahBerubah("Tidak ada email pertama yang menunggu.")
    catat("akses.surel_pertama_batal", by=by, objek=orang)


def kirim_tautan(subjek: str, klaim: Klaim) -> None:
    satu = SurelPertama.objects.filter(pengguna=int(subjek.split()[0])).first()
    if satu is None:
        return
    kata = signing.dumps([satu.pengguna_id, satu.surel], salt=GARAM)
    tautan = settings.PUBLIC_URL + reverse("akun:surel_pertama", args=[kata])
    kirim(satu.surel, "Email dinas Anda di Arsip Kepegawaian", ISI.format(hari=MASA.days, tautan=tautan))


def baca_tautan(kata: str) -> SurelPertama:
    """What the link speaks of, as long as it waits; raises :class:`SudahBerubah`."""
    try:
        pk, surel = signing.loads(kata, salt=GARAM, max_age=MASA)
    except signing.BadSignature:
        raise SudahBerubah(MATI) from None
    satu = SurelPertama.objects.select_related("pengguna").filter(pengguna=pk, surel=surel).first()
    if satu is None or not satu.pengguna.is_active or satu.pengguna.surel or _dapat_masuk(satu.pengguna):
        raise SudahBerubah(MATI)
    return satu


@transaction.atomic
def terima_surel(*, kata: str, nip: str) -> str:
    """The owner says whose mailbox it is. Returns where the password is made."""
    satu = baca_tautan(kata)
    orang = Pengguna.objects.select_for_update().get(pk=satu.pengguna_id)
    if "".join(nip.split()) != orang.nip:
        raise IsianSalah.pada({"nip": "NIP ini bukan NIP yang dicatat untuk alamat ini. Periksa lagi."})
    satu = baca_tautan(kata)
    if Pengguna.objects.filter(surel__iexact=satu.surel).exists():
        raise SudahBerubah(MATI)
    orang.surel = satu.surel
    orang.save(update_fields=["surel"])
    satu.delete()
    catat("akun.surel_pertama", by=orang, objek=orang)
    kunci = {"uidb36": user_pk_to_url_str(orang), "key": default_token_generator.make_token(orang)}
    return reverse("account_reset_password_from_key", kwargs=kunci)
