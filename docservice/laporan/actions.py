"""Verbs of completeness: start and close a campaign, remind those who lack something."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.models import JenisDokumen
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import capaian_wajib
from docservice.laporan.pengingat import ajak, kabari_yang_kurang, sebut
from docservice.laporan.permissions import check_may_kelola
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.jenis import SEMUA
from docservice.umum.errors import IsianSalah, SudahBerubah


@transaction.atomic
def mulai(
    *,
    by: Pengguna,
    judul: str,
    unit: UnitKerja | None,
    dokumen: Sequence[JenisDokumen],
    riwayat: Sequence[str],
    tenggat: date,
    keterangan: str = "",
) -> Pemutakhiran:
    """Announce a campaign; everyone in it hears of it at once. Raises :class:`IsianSalah`."""
    check_may_kelola(by, unit)
    salah = {}
    if not judul.strip():
        salah["judul"] = "Beri judul, misalnya “Lengkapi ijazah dan SK terakhir”."
    if not dokumen and not riwayat:
        salah["dokumen"] = "Pilih paling sedikit satu jenis dokumen atau riwayat."
    if not set(riwayat) <= set(SEMUA):
        salah["riwayat"] = "Jenis riwayat tidak dikenal."
    if tenggat < timezone.localdate():
        salah["tenggat"] = "Tenggat tidak boleh sudah lewat."
    if salah:
        raise IsianSalah.pada(salah)
    satu = Pemutakhiran.objects.create(
        judul=judul.strip()[:150],
        unit=unit,
        riwayat=list(riwayat),
        mulai=timezone.localdate(),
        tenggat=tenggat,
        keterangan=keterangan[:300],
        dibuat_oleh=by,
    )
    satu.dokumen.set(dokumen)
    catat("pemutakhiran.dimulai", by=by, objek=satu, unit=unit.pk if unit else None, tenggat=tenggat.isoformat())
    kabari_yang_kurang(satu, "mulai")
    return satu


@transaction.atomic
def tutup(*, by: Pengguna, pemutakhiran: Pemutakhiran) -> Pemutakhiran:
    """No more reminders; what was reached stays to be seen."""
    check_may_kelola(by, pemutakhiran.unit)
    satu = Pemutakhiran.objects.select_for_update(of=("self",)).get(pk=pemutakhiran.pk)
    if satu.ditutup_pada:
        raise SudahBerubah("Pemutakhiran ini sudah ditutup.")
    satu.ditutup_pada = timezone.now()
    satu.save(update_fields=["ditutup_pada"])
    catat("pemutakhiran.ditutup", by=by, objek=satu)
    return satu


@transaction.atomic
def ingatkan_unit(*, by: Pengguna, unit: UnitKerja) -> int:
    """Remind everyone of *unit* who lacks a paper that counts; at most once a week each. Returns how many heard."""
    check_may_kelola(by, unit)
    minggu = timezone.localdate().strftime("%G-%V")
    kurang = [c for c in capaian_wajib(list(Pegawai.objects.filter(unit=unit).select_related("pengguna"))) if c.kurang]
    for satu in kurang:
        ajak(satu, f"Arsip Anda belum lengkap: {sebut(satu.kurang)}.", f"kelengkapan:{satu.pegawai.pk}:{minggu}")
    catat("kelengkapan.diingatkan", by=by, objek=unit, jumlah=len(kurang))
    return len(kurang)
