"""The one verb of evaluation: a note, which whoever it concerns hears of."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.laporan.models import CatatanEvaluasi
from docservice.laporan.permissions_evaluasi import check_may_catat
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.umum.errors import IsianSalah


@transaction.atomic
def catat_unit(*, by: Pengguna, unit: UnitKerja, isi: str, tenggat: date | None = None) -> CatatanEvaluasi:
    """A note about a unit: its fasilitators, and whoever wrote there before, are told."""
    check_may_catat(by, unit)
    _periksa(isi, tenggat)
    satu = CatatanEvaluasi.objects.create(
        unit=unit, isi=isi.strip(), tenggat=tenggat, oleh=by, sebagai=_sebagai(by, unit)
    )
    tugas = Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR, unit__in=unit.leluhur)
    pembaca = {t.pengguna for t in tugas.select_related("pengguna")} | _penulis(unit.catatan_evaluasi.all())
    _umumkan(satu, pembaca - {by}, unit.nama, reverse("laporan:evaluasi_unit", args=[unit.pk]))
    return satu


@transaction.atomic
def catat_orang(*, by: Pengguna, pegawai: Pegawai, isi: str, tenggat: date | None = None) -> CatatanEvaluasi:
    """A note about a person, who reads it too (UU PDP 27/2022 Pasal 7)."""
    check_may_catat(by, pegawai.unit, pegawai)
    _periksa(isi, tenggat)
    satu = CatatanEvaluasi.objects.create(
        pegawai=pegawai, isi=isi.strip(), tenggat=tenggat, oleh=by, sebagai=_sebagai(by, pegawai.unit)
    )
    pembaca = _penulis(pegawai.catatan_evaluasi.all()) | ({pegawai.pengguna} if pegawai.pengguna else set())
    _umumkan(satu, pembaca - {by}, pegawai.nama, reverse("laporan:evaluasi_orang", args=[pegawai.nip]))
    return satu


def _periksa(isi: str, tenggat: date | None) -> None:
    salah = {}
    if not isi.strip():
        salah["isi"] = "Tulis catatannya."
    elif len(isi.strip()) > 500:
        salah["isi"] = "Catatan paling panjang 500 huruf. Persingkat."
    if tenggat and tenggat < timezone.localdate():
        salah["tenggat"] = "Tanggal tindak lanjut sudah lewat."
    if salah:
        raise IsianSalah.pada(salah)


def _sebagai(by: Pengguna, unit: UnitKerja) -> str:
    """The role in which *by* writes about *unit*."""
    tugas = [t for t in by.penugasan_berlaku() if t.peran in (Peran.ADMINISTRATOR, Peran.FASILITATOR)]
    return next(t.label for t in tugas if t.unit is None or t.unit.mencakup(unit))


def _penulis(catatan: QuerySet[CatatanEvaluasi]) -> set[Pengguna]:
    return {satu.oleh for satu in catatan.select_related("oleh")}


def _umumkan(satu: CatatanEvaluasi, pembaca: set[Pengguna], nama: str, tautan: str) -> None:
    catat("evaluasi.dicatat", by=satu.oleh, objek=satu, unit=satu.unit_id, pegawai=satu.pegawai_id)
    for pengguna in pembaca:
        teks = f"Catatan evaluasi {nama}: {satu.isi}"
        kabari(pengguna, teks[:300], kunci=f"evaluasi:{satu.pk}:{pengguna.pk}", tautan=tautan)
