"""Verbs of an account: hand out and revoke API tokens, end sessions, note that a notice was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from docservice.akun.lebih_dulu import akun_berubah
from docservice.akun.models import Cakupan, Kabar, Pengguna, TokenApi
from docservice.akun.pemberitahuan import beri_tahu
from docservice.akun.penugasan import check_bukan_diri, sisakan_administrator
from docservice.akun.peran import Peran
from docservice.akun.permissions import check_may_atur_akun
from docservice.akun.putus import putuskan_akses
from docservice.audit.jurnal import catat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang

MASA_TERPANJANG = 365
"""Days; a key that nobody renews must end by itself (ASVS 13.3)."""


@transaction.atomic
def buat_token(
    *, by: Pengguna, nama: str, cakupan: Sequence[str], hari: int, induk: TokenApi | None = None
) -> tuple[TokenApi, str]:
    """A new token and its text, shown this once.

    Made with the token *induk*, it is neither wider nor longer-lived than that.
    """
    salah = {}
    if not nama.strip():
        salah["nama"] = "Beri nama, misalnya nama aplikasi yang akan memakainya."
    if not cakupan or not set(cakupan) <= set(Cakupan.values):
        salah["cakupan"] = "Pilih paling sedikit satu cakupan."
    if not 1 <= hari <= MASA_TERPANJANG:
        salah["hari"] = f"Masa berlaku 1 sampai {MASA_TERPANJANG} hari."
    if salah:
        raise IsianSalah.pada(salah)
    if induk is not None and not set(cakupan) <= set(induk.cakupan):
        raise TidakBerwenang("Token baru tidak boleh lebih luas daripada token yang membuatnya.")
    masa = timedelta(days=hari)
    token, teks = TokenApi.terbitkan(by, nama=nama.strip()[:80], cakupan=sorted(set(cakupan)), masa=masa)
    if induk is not None and induk.kedaluwarsa < token.kedaluwarsa:
        token.kedaluwarsa = induk.kedaluwarsa
        token.save(update_fields=["kedaluwarsa"])
    catat("token.dibuat", by=by, objek=token, cakupan=token.cakupan, kedaluwarsa=token.kedaluwarsa.isoformat())
    return token, teks


@transaction.atomic
def cabut_token(*, by: Pengguna, token: TokenApi) -> TokenApi:
    """From now on refused everywhere; revoking twice is harmless."""
    if token.pengguna_id != by.pk:
        raise TidakBerwenang("Token dicabut oleh pemiliknya sendiri.")
    if TokenApi.objects.filter(pk=token.pk, dicabut_pada__isnull=True).update(dicabut_pada=timezone.now()):
        catat("token.dicabut", by=by, objek=token)
    token.refresh_from_db()
    return token


@transaction.atomic
def akhiri_sesi(*, by: Pengguna, sesi: Iterable[UserSession]) -> int:
    """End sessions of one's own: the next request from there finds nobody signed in."""
    daftar = list(sesi)
    if any(satu.user_id != by.pk for satu in daftar):
        raise TidakBerwenang("Sesi diakhiri oleh pemiliknya sendiri.")
    for satu in daftar:
        satu.end()
    if daftar:
        catat("akun.sesi_diakhiri", by=by, objek=by, jumlah=len(daftar))
    return len(daftar)


@transaction.atomic
def ganti_surel(*, by: Pengguna, surel: str) -> None:
    """One's own office mail, its mailbox proved; the old address hears of it too."""
    if Pengguna.objects.filter(surel__iexact=surel).exclude(pk=by.pk).exists():
        raise SudahBerubah("Alamat itu tidak dapat dipakai. Minta tautan baru untuk alamat lain.")
    lama, by.surel = by.surel, surel
    by.save(update_fields=["surel"])
    beri_tahu(by, "surel_diganti", juga=lama)


@transaction.atomic
def lepas_faktor(*, by: Pengguna, pengguna: Pengguna, alasan: str) -> int:
    """For whoever lost phone and codes: the password alone opens again; sessions and API tokens are over."""
    if not by.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Hanya administrator yang dapat memastikan orangnya.")
    check_bukan_diri(by, pengguna)
    if not alasan.strip():
        raise IsianSalah("Alasan belum diisi.", isian={"alasan": "Alasan belum diisi."})
    faktor = Authenticator.objects.filter(user=pengguna)
    jumlah: int = faktor.exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    faktor.delete()
    putuskan_akses(pengguna, by=by)
    catat("akun.faktor_dilepas", by=by, objek=pengguna, jumlah=jumlah, alasan=alasan.strip()[:300])
    beri_tahu(pengguna, "faktor_dilepas")
    return jumlah


@transaction.atomic
def nonaktifkan(*, by: Pengguna, pengguna: Pengguna, alasan: str) -> Pengguna:
    """From the next request on nobody is signed in as this person, and no token of theirs opens anything."""
    orang = _periksa_akun(by, pengguna, alasan, aktif=True)
    kemarin = timezone.localdate() - timedelta(days=1)
    for tugas in orang.penugasan_berlaku():
        sisakan_administrator(tugas, kemarin)
    orang.is_active = False
    orang.save(update_fields=["is_active"])
    putuskan_akses(orang, by=by)
    catat("akun.dinonaktifkan", by=by, objek=orang, alasan=alasan.strip()[:300])
    beri_tahu(orang, "dinonaktifkan")
    return orang


@transaction.atomic
def aktifkan(*, by: Pengguna, pengguna: Pengguna, alasan: str) -> Pengguna:
    """The account opens again; what ended with it stays ended."""
    orang = _periksa_akun(by, pengguna, alasan, aktif=False)
    orang.is_active = True
    orang.save(update_fields=["is_active"])
    catat("akun.diaktifkan", by=by, objek=orang, alasan=alasan.strip()[:300])
    beri_tahu(orang, "diaktifkan")
    return orang


def _periksa_akun(by: Pengguna, pengguna: Pengguna, alasan: str, *, aktif: bool) -> Pengguna:
    """The row, locked, in the state that the caller is about to leave."""
    check_may_atur_akun(by, pengguna)
    if not alasan.strip():
        raise IsianSalah("Alasan belum diisi.", isian={"alasan": "Alasan belum diisi."})
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if orang.is_active != aktif:
        raise SudahBerubah(akun_berubah(orang))
    return orang


def tandai_dibaca(*, by: Pengguna, kabar: Sequence[int] | None = None) -> int:
    """One's own notices, all or those named; returns how many were unread."""
    belum = Kabar.objects.filter(pengguna=by, dibaca_pada__isnull=True)
    if kabar is not None:
        belum = belum.filter(pk__in=kabar)
    return belum.update(dibaca_pada=timezone.now())


@transaction.atomic
def atur_surel_kabar(*, by: Pengguna, pilihan: str) -> Pengguna:
    """At once, once a day, or none; what is mandatory leaves once a day in any case."""
    if pilihan not in Pengguna.SurelKabar.values:
        raise IsianSalah("Pilih salah satu.", isian={"surel_kabar": "Pilih salah satu."})
    by.surel_kabar = pilihan
    by.save(update_fields=["surel_kabar"])
    catat("akun.surel_kabar", by=by, objek=by, pilihan=pilihan)
    return by
