"""Verbs of what is said about a request: a message, an objection, its answer."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.layanan.actions import pindahkan
from docservice.layanan.models import Keberatan, Permohonan, PesanPermohonan
from docservice.layanan.permissions import (
    HARI_MENJAWAB,
    check_may_ajukan_keberatan,
    check_may_jawab_keberatan,
    check_may_tulis_pesan,
    peran_bicara,
)
from docservice.layanan.status import StatusPermohonan
from docservice.umum.errors import BelumLengkap, SudahBerubah
from docservice.umum.waktu import maju_hari_kerja, tanggal_panjang


@transaction.atomic
def tulis_pesan(*, by: Pengguna, permohonan: Permohonan, isi: str) -> PesanPermohonan:
    """Say something to the others who work on this request; they are told that there is a message, not what it says."""
    check_may_tulis_pesan(by, permohonan)
    if not isi.strip():
        raise BelumLengkap("Tulis dulu pesannya.", isian={"isi": "Belum diisi."})
    peran = peran_bicara(by, permohonan)
    pesan = PesanPermohonan.objects.create(permohonan=permohonan, oleh=by, peran=peran, isi=isi.strip()[:1000])
    catat("permohonan.pesan", by=by, objek=permohonan, peran=peran, pesan=pesan.pk)
    for satu in _lawan_bicara(permohonan, kecuali=by):
        kabari(
            satu,
            f"Pesan baru pada {permohonan.judul}, {permohonan.nomor}.",
            **_tujuan(permohonan, f"pesan:{pesan.pk}:{satu.pk}"),
        )
    return pesan


def _lawan_bicara(permohonan: Permohonan, *, kecuali: Pengguna) -> list[Pengguna]:
    """The applicant, and every officer who decided or wrote here."""
    kunci: set[int | None] = {permohonan.pegawai.pengguna_id}
    kunci |= set(permohonan.putusan.values_list("oleh", flat=True)) | set(
        permohonan.pesan.values_list("oleh", flat=True)
    )
    return list(Pengguna.objects.filter(pk__in=[pk for pk in kunci if pk and pk != kecuali.pk], is_active=True))


def _tujuan(permohonan: Permohonan, kunci: str) -> dict[str, str]:
    return {"kunci": kunci, "tautan": reverse("layanan:permohonan", args=[permohonan.pk])}


def ajukan_keberatan(*, by: Pengguna, permohonan: Permohonan, alasan: str) -> Keberatan:
    """The applicant objects to *TMS*; another administrator than the one who decided answers it."""
    check_may_ajukan_keberatan(by, permohonan)
    if not alasan.strip():
        raise BelumLengkap("Tulis alasan keberatan Anda.", isian={"alasan": "Belum diisi."})
    try:
        with transaction.atomic():
            satu = Keberatan.objects.create(permohonan=permohonan, alasan=alasan.strip()[:1000])
            catat("permohonan.keberatan", by=by, objek=permohonan)
            batas = tanggal_panjang(maju_hari_kerja(timezone.localdate(), HARI_MENJAWAB))
            teks = f"Keberatan atas {permohonan.judul}, {permohonan.nomor}. Dijawab paling lambat {batas}."
            kabari_pemegang(Peran.ADMINISTRATOR, teks, **_tujuan(permohonan, f"keberatan:{satu.pk}"))
    except IntegrityError:  # pressed twice
        raise SudahBerubah("Keberatan atas permohonan ini sudah diajukan.") from None
    return satu


@transaction.atomic
def jawab_keberatan(*, by: Pengguna, permohonan: Permohonan, putusan: str, jawaban: str) -> Keberatan:
    """Upheld, the request goes back to BKPSDMD under the rules it was born under; else it stays ended."""
    check_may_jawab_keberatan(by, permohonan)
    if putusan not in Keberatan.Putusan:
        raise BelumLengkap("Pilih dulu: keberatan diterima atau tidak.", isian={"putusan": "Belum dipilih."})
    if not jawaban.strip():
        raise BelumLengkap("Tulis jawabannya untuk pemohon.", isian={"jawaban": "Belum diisi."})
    satu = Keberatan.objects.select_for_update().get(permohonan=permohonan)
    if satu.putusan:
        raise SudahBerubah("Keberatan ini sudah dijawab orang lain.", pada=satu.dijawab_pada)
    if putusan == Keberatan.Putusan.DITERIMA:
        _buka_lagi(by, permohonan)
    satu.putusan, satu.jawaban = putusan, jawaban.strip()[:1000]
    satu.dijawab_oleh, satu.dijawab_pada = by, timezone.now()
    satu.save()
    peran = peran_bicara(by, permohonan)
    catat("permohonan.keberatan_dijawab", by=by, objek=permohonan, peran=peran, putusan=putusan)
    teks = f"{satu.get_putusan_display()}: {permohonan.judul}, {permohonan.nomor}."
    kabari(permohonan.pegawai.pengguna, teks, **_tujuan(permohonan, f"keberatan_dijawab:{satu.pk}"))
    return satu


def _buka_lagi(by: Pengguna, permohonan: Permohonan) -> None:
    lain = Permohonan.objects.terbuka().filter(pegawai=permohonan.pegawai, layanan=permohonan.layanan)
    if ada := lain.exclude(pk=permohonan.pk).first():
        raise SudahBerubah(f"Pemohon sudah mengajukan lagi ({ada.nomor}). Keberatan ini tidak dapat dibuka kembali.")
    pindahkan(by=by, permohonan=permohonan, ke=StatusPermohonan.BKPSDM, alasan="Keberatan diterima.")
