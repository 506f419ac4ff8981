"""A fasilitator fills in a row for an employee who cannot; nothing moves before that employee says it is right.

BABEL 9(3)b; ADR 32. Whoever filled it in never verifies it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat import koreksi
from docservice.riwayat.actions import periksa_isian
from docservice.riwayat.bukti import periksa_slot
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.jenis.data_utama import DATA_UTAMA
from docservice.riwayat.kabar import kabarkan
from docservice.riwayat.langkah import pindah
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.permissions import check_may_isikan, check_may_konfirmasi
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.susunan import minta_pernyataan, periksa_bukti, tolak_kembar, tulis
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang

MILIK_SENDIRI = frozenset({DATA_UTAMA.kode})
"""Phone, mail, numbers of one's own: nobody changes another's, not even for them (BABEL 27(2)j)."""


@transaction.atomic
def isikan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    jenis: str,
    data: Mapping[str, Any],
    bukti: Sequence[Dokumen],
    asal: Mapping[str, str] | None = None,
    pernyataan: bool,
    menggantikan: Riwayat | None = None,
    alasan: str = "",
    tanpa_bukti: str = "",
) -> Riwayat:
    """A proposal in the employee's name that waits for their word. Raises like :func:`actions.ajukan`."""
    check_may_isikan(by, pegawai)
    if jenis in MILIK_SENDIRI:
        raise TidakBerwenang("Data utama memuat nomor HP dan email, jadi hanya pemiliknya yang mengusulkannya.")
    if pegawai.pengguna is None or not pegawai.pengguna.is_active:
        raise IsianSalah("Pegawai ini belum mempunyai akun, jadi tidak dapat mengonfirmasi usulan.")
    bersih = periksa_isian(jenis, data)
    minta_pernyataan(pernyataan)
    periksa_bukti(pegawai, jenis, bukti)
    sebab = periksa_slot(SEMUA[jenis], bersih, bukti, tanpa_bukti)
    tolak_kembar(pegawai, jenis, bukti, baku(bersih))
    riwayat = Riwayat(pegawai=pegawai, jenis=jenis, dibuat_oleh=by)
    koreksi.tandai(riwayat, menggantikan, alasan)
    riwayat = tulis(
        riwayat,
        by=by,
        bersih=bersih,
        bukti=bukti,
        asal=asal,
        peringatan=peringatan(pegawai, jenis, bersih, kecuali=menggantikan, bukti=bukti),
        status=StatusRiwayat.KONFIRMASI,
        catatan=sebab,
    )
    teks = f"{by.nama} mengisikan usulan riwayat {riwayat.skema.sebutan} atas nama Anda. Periksa, lalu konfirmasi."
    kabarkan(riwayat, pegawai.pengguna, teks, "tunggu")
    return riwayat


@transaction.atomic
def konfirmasi(*, by: Pengguna, riwayat: Riwayat, pernyataan: bool, revisi: int | None = None) -> Riwayat:
    """The employee's own statement of truth; from here on it is a proposal like any other."""
    _periksa_giliran(by, riwayat)
    minta_pernyataan(pernyataan)
    riwayat = pindah(riwayat, StatusRiwayat.DIAJUKAN, by, revisi)
    periksa_bukti(riwayat.pegawai, riwayat.jenis, [b.dokumen for b in riwayat.bukti.select_related("dokumen__jenis")])
    riwayat.dikonfirmasi_pada = riwayat.diajukan_pada = timezone.now()
    riwayat.save()
    kabarkan(riwayat, riwayat.dibuat_oleh, f"{by.nama} mengonfirmasi usulan yang Anda isikan.", "baik")
    _minta_pemeriksa_lain(riwayat)
    return riwayat


@transaction.atomic
def tolak_konfirmasi(*, by: Pengguna, riwayat: Riwayat, catatan: str, revisi: int | None = None) -> Riwayat:
    """Not so, says the employee: it ends here, and whoever filled it in reads why."""
    _periksa_giliran(by, riwayat)
    if not catatan.strip():
        raise BelumLengkap("Tulis apa yang tidak benar.", isian={"catatan": "Alasan belum diisi."})
    riwayat = pindah(riwayat, StatusRiwayat.DIBATALKAN, by, revisi, catatan=catatan.strip())
    riwayat.save()
    teks = f"{by.nama} tidak menyetujui usulan riwayat {riwayat.skema.sebutan} yang Anda isikan: {catatan.strip()}"
    kabarkan(riwayat, riwayat.dibuat_oleh, teks, "kembali")
    return riwayat


def ingatkan(subjek: str, klaim: Klaim) -> None:
    """Daily: what has waited a week for its owner's word is named to them again, once a week."""
    lama = timezone.now() - timedelta(days=7)
    for satu in Riwayat.objects.filter(status=StatusRiwayat.KONFIRMASI, dibuat_pada__lt=lama).select_related(
        "pegawai__pengguna"
    ):
        teks = f"Usulan riwayat {satu.skema.sebutan} yang diisikan untuk Anda masih menunggu konfirmasi Anda."
        kunci = f"riwayat:{satu.pk}:konfirmasi:{timezone.localdate():%G-%V}"
        kabarkan(satu, satu.pegawai.pengguna, teks, "tunggu", kunci=kunci)


def _periksa_giliran(by: Pengguna, riwayat: Riwayat) -> None:
    """The employee's turn, in the row as it is now: locked until the caller's transaction ends."""
    check_may_konfirmasi(by, riwayat)
    kini = Riwayat.objects.select_for_update().get(pk=riwayat.pk)
    if kini.status != StatusRiwayat.KONFIRMASI:
        raise SudahBerubah(f"Usulan ini sekarang “{kini.get_status_display()}”, jadi tidak menunggu konfirmasi Anda.")


def _minta_pemeriksa_lain(riwayat: Riwayat) -> None:
    """Where no other fasilitator covers the office, an administrator verifies."""
    lain = Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR, unit__in=riwayat.pegawai.unit.leluhur)
    if lain.exclude(pengguna=riwayat.dibuat_oleh).exclude(pengguna=riwayat.pegawai.pengguna_id).exists():
        return
    nama = riwayat.pegawai.nama
    teks = f"Usulan {nama} diisikan fasilitatornya, dan unit itu tidak punya pemeriksa lain. Anda dapat memeriksanya."
    alamat = reverse("riwayat:periksa", args=[riwayat.pk])
    kabari_pemegang(
        Peran.ADMINISTRATOR, teks[:300], kunci=f"riwayat:{riwayat.pk}:pemeriksa", tautan=alamat, nada="tunggu"
    )
