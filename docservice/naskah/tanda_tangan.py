"""Signing: many decrees, one passphrase, and the fate of each.

Number and date are set here and nowhere else. Per decree: a transaction reserves the number and opens the attempt
(Law 6); outside any transaction the frozen data is rendered with them, compared with the draft, signed and verified;
a last transaction promotes the result or releases the number. The passphrase lives in memory only (Law 7).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen import gudang
from docservice.naskah import render
from docservice.naskah.berita_acara import tunda
from docservice.naskah.langkah import pindah, terkunci
from docservice.naskah.lulus import LEVEL, cacat
from docservice.naskah.models import TautanCek, Upaya
from docservice.naskah.nomor import cadangkan, lepaskan
from docservice.naskah.penyedia import check_sertifikat, nasib_proses_mati, penanda
from docservice.naskah.permissions import ambil_naskah, check_may_tandatangani
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.naskah.terbit import terbitkan
from docservice.umum.errors import BelumLengkap, SudahBerubah
from signing import Outcome, OutcomeStatus, Secret, SigningRequest
from storage import StorageError
from templates_sk import TemplateError, compare


@dataclass(frozen=True)
class Siap:
    """One attempt ready to be worked on; the token's text is known here and in the QR only."""

    upaya: Upaya
    token: str


def siapkan(*, by: Pengguna, naskah: Sequence[tuple[int, str]]) -> tuple[str, list[Siap]]:
    """Open an attempt per (decree id, hash of the draft that was shown). Returns the group's key and the attempts.

    Refuses the whole batch, naming the decree, when one may not be signed or has changed since it was opened.
    """
    if not naskah:
        raise BelumLengkap("Belum ada naskah yang dipilih.")
    check_sertifikat(by.nip)
    kelompok = secrets.token_hex(16)
    with transaction.atomic():
        siap = [_buka(by, pk, sidik, kelompok, urutan) for urutan, (pk, sidik) in enumerate(naskah, 1)]
    return kelompok, siap


def _buka(by: Pengguna, pk: int, sidik: str, kelompok: str, urutan: int) -> Siap:
    naskah = terkunci(ambil_naskah(by, pk))
    check_may_tandatangani(by, naskah)
    if naskah.draf_sha256 != sidik:
        nama = naskah.pegawai.nama
        raise SudahBerubah(f"Naskah {nama} berubah sejak Anda buka. Buka lagi sebelum menandatangani.")
    nomor = cadangkan(naskah, timezone.localdate())
    upaya = Upaya.objects.create(
        naskah=naskah, kelompok=kelompok, urutan=urutan, oleh=by, nomor=nomor, draf_sha256=sidik
    )
    pindah(naskah, StatusNaskah.SEDANG, by=by, upaya=upaya.pk, nomor=nomor.nomor, draf=sidik)
    return Siap(upaya, TautanCek.baru(naskah)[1])


def kerjakan(*, by: Pengguna, siap: Sequence[Siap], passphrase: Secret) -> list[Upaya]:
    """Render, sign and promote every opened attempt; wipes the passphrase at the end, whatever happens."""
    gagal: list[tuple[Siap, Outcome]] = []
    nomor = [satu.upaya.pk for satu in siap]
    try:
        with passphrase:
            _tandatangani_semua(by, siap, passphrase, gagal)
    finally:
        # Newest number first, so that a refused batch gives all its numbers back instead of voiding them.
        for satu, hasil in sorted(gagal, key=lambda g: -g[0].upaya.nomor.urut):
            _tutup_gagal(satu.upaya, hasil)
        for upaya in Upaya.objects.filter(pk__in=nomor, status=StatusUpaya.TERBUKA).order_by("-nomor__urut"):
            tolak_upaya_mati(upaya)
    return list(Upaya.objects.filter(pk__in=nomor).select_related("naskah__pegawai", "nomor"))


def _tandatangani_semua(
    by: Pengguna, siap: Sequence[Siap], passphrase: Secret, gagal: list[tuple[Siap, Outcome]]
) -> None:
    """One call of the provider for the whole batch; each result is promoted as it comes."""
    per_acuan = {str(satu.upaya.pk): satu for satu in siap}

    def terima(hasil: Outcome) -> None:
        satu = per_acuan[hasil.reference]
        _berdenyut(satu.upaya)
        if hasil.status == OutcomeStatus.SIGNED:
            _promosikan(by, satu, hasil, gagal)
        else:
            gagal.append((satu, hasil))

    # Each is drawn when its turn comes: however long the batch is, one file of it is in memory.
    permintaan = (p for satu in siap if (p := _permintaan(satu, gagal)))
    penanda().sign_batch(by.nip, permintaan, passphrase, level=LEVEL, progress=terima)


def tandatangani(*, by: Pengguna, naskah: Sequence[tuple[int, str]], passphrase: Secret) -> list[Upaya]:
    """Open and work through a batch in one go: for the API and commands; the page does the two halves apart."""
    penanda()  # not ready: refused before a number is taken
    _, siap = siapkan(by=by, naskah=naskah)
    return kerjakan(by=by, siap=siap, passphrase=passphrase)


def _berdenyut(upaya: Upaya) -> None:
    """The whole batch lives: two hundred decrees take longer to draw than a dead attempt is waited for."""
    Upaya.objects.filter(kelompok=upaya.kelompok, status=StatusUpaya.TERBUKA).update(denyut=timezone.now())


def _permintaan(satu: Siap, gagal: list[tuple[Siap, Outcome]]) -> SigningRequest | None:
    """What to ask of the provider; one decree that cannot be drawn does not stop the others."""
    _berdenyut(satu.upaya)
    try:
        return _berkas_final(satu, gagal)
    except TemplateError:
        gagal.append((satu, _tolakan(satu.upaya, "tidak_dapat_disusun", KALIMAT_SUSUN)))
    except StorageError:
        gagal.append((satu, _nanti(satu.upaya)))
    return None


def _berkas_final(satu: Siap, gagal: list[tuple[Siap, Outcome]]) -> SigningRequest | None:
    """The file to sign, proven to differ from the draft only in number, date, QR and the DRAF mark."""
    upaya, naskah = satu.upaya, satu.upaya.naskah
    with gudang.kerja().open(upaya.draf_sha256) as isi:
        draf = isi.read()
    hasil = render.final(naskah, nomor=upaya.nomor.nomor, tanggal=upaya.nomor.tanggal, token=satu.token)
    banding = compare(draf, hasil.pdf)
    upaya.final_sha256 = hashlib.sha256(hasil.pdf).hexdigest()
    upaya.perbandingan = {"sama": banding.same, "berubah": banding.varied, "beda": banding.differences[:20]}
    upaya.save(update_fields=["final_sha256", "perbandingan"])
    if not banding.same or hasil.signature is None:
        gagal.append((satu, _tolakan(upaya, "beda_dari_draf", KALIMAT_BEDA)))
        return None
    render.simpan(hasil.pdf)
    kolom = hasil.signature.field_name
    return SigningRequest(reference=str(upaya.pk), pdf=hasil.pdf, field_name=kolom, certify=True, permissions=1)


def _tolakan(upaya: Upaya, kode: str, pesan: str) -> Outcome:
    """Our own refusal, in the shape of a provider's."""
    return Outcome(str(upaya.pk), OutcomeStatus.REFUSED, provider_code=kode, provider_text=pesan)


def _nanti(upaya: Upaya) -> Outcome:
    """The stores are full or away: nothing was issued, the same can be asked again later."""
    return Outcome(
        str(upaya.pk), OutcomeStatus.RETRYABLE, provider_code="penyimpanan", provider_text=KALIMAT_PENYIMPANAN
    )


def _promosikan(by: Pengguna, satu: Siap, hasil: Outcome, gagal: list[tuple[Siap, Outcome]]) -> None:
    """Only what our own verifier has passed becomes a record (Law 6)."""
    pdf = hasil.pdf or b""
    try:
        if sebab := cacat(satu.upaya, pdf):
            gagal.append((satu, _tolakan(satu.upaya, sebab, KALIMAT_CACAT)))
        else:
            terbitkan(by=by, upaya=satu.upaya, pdf=pdf, token=satu.token)
    except StorageError:
        gagal.append((satu, _nanti(satu.upaya)))


KALIMAT_CACAT = (
    "Tanda tangan yang diterima tidak lulus pemeriksaan kami. Naskah tidak diterbitkan; hubungi administrator."
)
KALIMAT_SUSUN = "Naskah ini tidak dapat disusun dengan nomor dan tanggalnya. Kembalikan kepada penyusunnya."
KALIMAT_PENYIMPANAN = "Penyimpanan penuh atau terganggu. Naskah tidak diterbitkan; coba tanda tangani lagi nanti."
KALIMAT_BEDA = "Naskah berbeda dari draf yang Anda lihat. Tidak ada yang ditandatangani; hubungi administrator."


def _tutup_gagal(upaya: Upaya, hasil: Outcome) -> None:
    """Record the fate. An unknown outcome keeps its number and is never retried by itself."""
    with transaction.atomic():
        naskah = terkunci(upaya.naskah)
        upaya = Upaya.objects.select_for_update().select_related("nomor").get(pk=upaya.pk)
        if upaya.status != StatusUpaya.TERBUKA:
            return
        upaya.status, upaya.selesai = StatusUpaya(hasil.status.value), timezone.now()
        upaya.kode, upaya.pesan = (hasil.provider_code or "")[:60], (hasil.provider_text or "")[:300]
        upaya.acuan = (hasil.provider_reference or "")[:100]
        if hasil.status == OutcomeStatus.RETRYABLE:
            tunda(upaya)
        upaya.save()
        if hasil.status == OutcomeStatus.UNKNOWN:
            pindah(naskah, StatusNaskah.TAK_PASTI, by=None, upaya=upaya.pk, kode=upaya.kode)
            teks = f"Hasil tanda tangan {naskah.judul} tidak diketahui. Periksa pada penyedia tanda tangan."
            tautan = reverse("naskah:draf", args=[naskah.pk])
            kabari_pemegang(Peran.ADMINISTRATOR, teks[:300], kunci=f"tak_pasti:{upaya.pk}", tautan=tautan)
            return
        lepaskan(upaya.nomor, upaya.pesan or upaya.kode)
        TautanCek.objects.filter(naskah=naskah, aktif=False).delete()
        pindah(naskah, StatusNaskah.TTE, by=None, upaya=upaya.pk, kode=upaya.kode)


def tolak_upaya_mati(upaya: Upaya) -> None:
    """The process that worked on it died."""
    status = nasib_proses_mati()
    pesan = (
        "Terbukti tidak ditandatangani. Aman untuk ditandatangani lagi."
        if status == OutcomeStatus.RETRYABLE
        else "Penyedia tanda tangan tidak menjawab."
    )
    _tutup_gagal(upaya, Outcome(str(upaya.pk), status, provider_code="proses_terhenti", provider_text=pesan))
