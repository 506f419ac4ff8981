"""Roles that end by themselves (BABEL 9(6)): transfer, long absence, retirement, a period that is over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.models import Penugasan, PenugasanQuerySet
from docservice.akun.penugasan import PALING_SEDIKIT, administrator_pada, akhiri
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Halangan, Pegawai, UnitKerja
from docservice.pengelola.alamat import ALAMAT_PERAN, ALAMAT_UNIT
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.status import ALUR_PENGANGKATAN, StatusPengangkatan
from docservice.riwayat.halangan import halangan_pada
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import IsianSalah, KesalahanDomain
from docservice.umum.waktu import tanggal_panjang

BERTUGAS = frozenset({"01", "11", "15", "16"})
"""BKN's kedudukan hukum of people who are at work; discipline alone does not take one away from it."""
SEGAR = SEBELUM = timedelta(days=30)
"""An end this recent, or this near, is news."""
PERGI = (Halangan.Jenis.CLTN, Halangan.Jenis.TUBEL, Halangan.Jenis.BERHENTI_SEMENTARA)


def bertugas(pegawai: Pegawai, pada: date | None = None) -> bool:
    """At work on that day: neither on leave outside the state's burden, nor studying, suspended, or gone."""
    pada = pada or timezone.localdate()
    pergi = any(satu.jenis in PERGI for satu in halangan_pada(pegawai, pada))
    henti = Riwayat.objects.milik(pegawai).jenis("pemberhentian").tervalidasi().filter(tmt__lte=pada).exists()
    return pegawai.kedudukan_hukum in BERTUGAS and not pergi and not henti


def check_bertugas(pegawai: Pegawai) -> None:
    if not bertugas(pegawai):
        raise IsianSalah("Pegawai ini sedang tidak bertugas.", isian={"pegawai": "Pilih pegawai yang bertugas."})


def jaga(subjek: str, klaim: Klaim) -> None:
    """Periodic: what has to end ends the same day, what has to begin begins."""
    with transaction.atomic():
        _akhiri_yang_pergi(Penugasan.objects.berlaku())
        rapikan()
        _ingatkan_administrator()


def _akhiri_yang_pergi(peran: PenugasanQuerySet) -> int:
    """Returns how many ended: their last day was yesterday."""
    kemarin, berakhir = timezone.localdate() - timedelta(days=1), 0
    for tugas in peran.select_related("pengguna__pegawai"):
        pegawai = getattr(tugas.pengguna, "pegawai", None)
        if pegawai is None or bertugas(pegawai):
            continue
        try:
            with transaction.atomic():
                akhiri(by=None, penugasan=tugas, terakhir=kemarin, alasan="tidak lagi bertugas")
            berakhir += 1
        except KesalahanDomain as salah:  # the last administrators: whoever appoints them is told
            for kepala in _pemegang(Peran.KEPALA_BKPSDM):
                teks = f"{tugas.pengguna.nama} tidak lagi bertugas. {salah.pesan}"
                kabari(kepala.pengguna, teks, kunci=f"peran:{tugas.pk}:tetap:{kemarin}", nada="kembali")
    return berakhir


def _ingatkan_administrator() -> None:
    """An appointment that runs out asks nobody: whoever appoints administrators hears of it a month before."""
    nanti = timezone.localdate() + SEBELUM
    if administrator_pada(nanti).values("pengguna").distinct().count() >= PALING_SEDIKIT:
        return
    teks = f"Pada {tanggal_panjang(nanti)} tinggal kurang dari dua administrator. Tetapkan penggantinya sebelum itu."
    kunci = f"peran:administrator:{nanti:%Y-%m}"
    kabari_pemegang(Peran.KEPALA_BKPSDM, teks, kunci=kunci, tautan=ALAMAT_PERAN, nada="kembali")


def rapikan() -> None:
    """Appointments follow their roles: begun, ended; an office without fasilitator is named to those concerned."""
    hari_ini, S = timezone.localdate(), StatusPengangkatan
    hidup = Pengangkatan.objects.select_for_update(of=("self",)).filter(penugasan__isnull=False)
    for satu in hidup.filter(status=S.PAKTA, penugasan__berlaku_dari__lte=hari_ini):
        _ke(satu, S.AKTIF)
        if satu.penugasan and satu.penugasan.dibekukan:  # given into a frozen unit
            _ke(satu, S.DIBEKUKAN)
    for satu in hidup.filter(status__in=(S.PAKTA, S.AKTIF, S.DIBEKUKAN)).select_related("penugasan"):
        tugas = satu.penugasan
        if tugas and (tugas.gugur or (tugas.berlaku_sampai and tugas.berlaku_sampai < hari_ini)):
            _ke(satu, S.BERAKHIR)
    baru = {"berlaku_sampai__lt": hari_ini, "berlaku_sampai__gte": hari_ini - SEGAR}
    for tugas in Penugasan.objects.filter(peran=Peran.FASILITATOR, **baru).select_related("unit"):
        if tugas.unit and tugas.unit.berlaku_sampai is None and not berfasilitator(tugas.unit):
            _kabarkan_kosong(tugas)


def _ke(satu: Pengangkatan, status: str) -> None:
    satu.status = status
    satu.save(update_fields=["status", "diubah_pada"])
    catat(ALUR_PENGANGKATAN.jejak(status), by=None, objek=satu)


def berfasilitator(unit: UnitKerja) -> bool:
    """Whether somebody holds the unit, directly or from above; a frozen role holds nothing."""
    berlaku = Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR)
    return berlaku.filter(unit__in=unit.leluhur).exists()


def unit_tanpa_fasilitator() -> list[UnitKerja]:
    """Offices with employees that nobody's fasilitator role covers, uppermost first."""
    dipegang = list(Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR).values_list("unit__jalur", flat=True))
    berpegawai = UnitKerja.objects.filter(pegawai__isnull=False, berlaku_sampai=None).distinct().order_by("jalur")
    kosong = [unit for unit in berpegawai if not any(unit.jalur.startswith(jalur) for jalur in dipegang)]
    return [unit for unit in kosong if not any(lain != unit and lain.mencakup(unit) for lain in kosong)]


def _kabarkan_kosong(tugas: Penugasan) -> None:
    """Once per ended role: the head of the office must name another, the administrators know (BABEL 9(6))."""
    unit = tugas.unit
    assert unit is not None
    teks = f"{unit.nama} belum mempunyai fasilitator. Usulkan penggantinya."
    kunci = f"tanpa_fasilitator:{tugas.pk}"
    for satu in _pemegang(Peran.KEPALA_PD):
        if satu.unit and satu.unit.mencakup(unit):
            kunci_kepala = f"{kunci}:{satu.pengguna_id}"
            kabari(satu.pengguna, teks[:300], kunci=kunci_kepala, tautan=ALAMAT_UNIT, nada="kembali")
    kabari_pemegang(Peran.ADMINISTRATOR, teks[:300], kunci=kunci, tautan=ALAMAT_UNIT, nada="kembali")


def _pemegang(peran: str) -> list[Penugasan]:
    return list(Penugasan.objects.berlaku().filter(peran=peran).select_related("pengguna", "unit"))


def sesudah_pindah(pegawai: Collection[int]) -> None:
    """A move ended roles in this very transaction, or the person's standing changed."""
    _akhiri_yang_pergi(Penugasan.objects.berlaku().filter(pengguna__pegawai__in=pegawai))
    rapikan()


def sesudah_sah(pegawai: Collection[int]) -> None:
    """A row was accepted: a dismissal or a leave that began already ends the roles the same moment (BABEL 9(6))."""
    if _akhiri_yang_pergi(Penugasan.objects.berlaku().filter(pengguna__pegawai__in=pegawai)):
        rapikan()
