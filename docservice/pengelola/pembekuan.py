"""Negligence (BABEL 9(7)): a unit's management access is frozen, its queue held by another, until the fasilitator
states in writing to be ready and the head of the office knows of it."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from docservice.akun import penugasan as peran_akun
from docservice.akun.kabar import kabari
from docservice.akun.lebih_dulu import oleh_siapa, terakhir
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.penugasan import check_bukan_diri
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.pindah import kabarkan_unit_lain
from docservice.pengelola.alamat import ALAMAT_SAYA, ALAMAT_UNIT
from docservice.pengelola.models import Pembekuan, Pengangkatan, Pernyataan
from docservice.pengelola.permissions import check_may_bekukan, check_may_mengetahui
from docservice.pengelola.status import ALUR_PEMBEKUAN, ALUR_PENGANGKATAN, StatusPembekuan, StatusPengangkatan
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang

S = StatusPembekuan
BUKAN_ANDA = "Surat kesanggupan ditandatangani oleh fasilitator yang dibekukan."


@transaction.atomic
def bekukan(*, by: Pengguna, penugasan: Penugasan, temuan: str, bukti: str, pengganti: Pengguna) -> Pembekuan:
    """All fasilitator roles over the unit and below it stop at once, and nobody reaches into it from above.

    *pengganti*, another administrator, holds its queue meanwhile.
    Employees keep their own pages. Raises when the finding or its evidence is missing.
    """
    check_may_bekukan(by)
    kosong = {"temuan": temuan, "bukti": bukti}
    if salah := {nama: "Wajib diisi." for nama, isi in kosong.items() if not isi.strip()}:
        raise BelumLengkap("Pembekuan memerlukan temuan dan buktinya.", isian=salah)
    if penugasan.peran != Peran.FASILITATOR or penugasan.unit is None:
        raise IsianSalah("Yang dibekukan adalah akses fasilitator suatu unit.")
    _periksa_pengganti(by, penugasan, pengganti)
    semua = _peran_di(penugasan.unit)
    if penugasan.pk not in {satu.pk for satu in semua}:
        raise SudahBerubah(_sebab_tak_berlaku(penugasan))
    sementara = _alihkan(by, penugasan, pengganti)
    try:
        with transaction.atomic():
            satu = Pembekuan.objects.create(
                penugasan=penugasan,
                unit=penugasan.unit,
                temuan=temuan.strip()[:500],
                bukti=bukti.strip()[:300],
                dari=timezone.localdate(),
                oleh=by,
                pengganti=sementara,
            )
    except IntegrityError:
        raise SudahBerubah(_sebab_tak_berlaku(penugasan)) from None
    for tugas in semua:
        _bekukan_satu(satu, tugas, by)
    catat(ALUR_PEMBEKUAN.jejak(S.DIBEKUKAN), by=by, objek=satu, unit=satu.unit_id)
    teks = f"Akses fasilitator {satu.unit.nama} dibekukan sementara: {satu.temuan} Tanda tangani surat kesanggupan."
    kabari(penugasan.pengguna, teks[:300], kunci=f"pembekuan:{satu.pk}", tautan=ALAMAT_SAYA, nada="kembali")
    _segarkan_akses(satu.unit)
    return satu


def _peran_di(unit: UnitKerja) -> list[Penugasan]:
    """The fasilitators of the unit and of every unit below it, without whoever stands in for one frozen before."""
    pengganti = Pembekuan.objects.terbuka().values("pengganti")
    berlaku = Penugasan.objects.berlaku().filter(peran=Peran.FASILITATOR, unit__jalur__startswith=unit.jalur)
    return list(berlaku.exclude(pk__in=pengganti).select_related("pengguna"))


def _bekukan_satu(pembekuan: Pembekuan, tugas: Penugasan, by: Pengguna | None) -> None:
    peran_akun.bekukan(by=by, penugasan=tugas, alasan=f"pembekuan {pembekuan.pk}")
    _ikutkan(tugas, StatusPengangkatan.DIBEKUKAN, by)
    pembekuan.dibekukan.add(tugas)
    if tugas.pengguna_id != pembekuan.penugasan.pengguna_id:
        teks = f"Akses fasilitator {pembekuan.unit.nama} dibekukan sementara, termasuk akses Anda."
        kunci = f"pembekuan:{pembekuan.pk}:ikut:{tugas.pk}"
        kabari(tugas.pengguna, teks[:300], kunci=kunci, tautan=ALAMAT_SAYA, nada="kembali")


def ikut_beku(tugas: Penugasan) -> None:
    """A role given into a frozen unit waits for the letter like the others."""
    if tugas.peran == Peran.FASILITATOR and tugas.unit and (beku := Pembekuan.objects.atas(tugas.unit).first()):
        _bekukan_satu(beku, tugas, by=None)


def jalur_beku() -> list[str]:
    """Paths of the units that are frozen now."""
    return list(Pembekuan.objects.terbuka().values_list("unit__jalur", flat=True))


def _segarkan_akses(unit: UnitKerja) -> None:
    """Under which units the papers below this one are found has changed."""
    di_bawah = Pegawai.objects.filter(unit__jalur__startswith=unit.jalur)
    kabarkan_unit_lain(list(di_bawah.values_list("pk", flat=True)))


def _periksa_pengganti(by: Pengguna, penugasan: Penugasan, pengganti: Pengguna) -> None:
    """An active administrator, neither the one who decides nor the one who is frozen."""
    if pengganti.pk == by.pk:
        raise TidakBerwenang("Antrean dialihkan kepada administrator lain, bukan kepada Anda sendiri.")
    if pengganti.pk == penugasan.pengguna_id or not pengganti.berperan(Peran.ADMINISTRATOR):
        raise IsianSalah("Pengganti sementara harus administrator.", isian={"pengganti": "Pilih administrator lain."})
    check_bukan_diri(by, pengganti)


def _sebab_tak_berlaku(penugasan: Penugasan) -> str:
    """Somebody froze the unit meanwhile, or the role ended."""
    beku = Pembekuan.objects.filter(unit=penugasan.unit).exclude(status=S.DICABUT).first()
    if beku is None:
        return "Peran fasilitator ini tidak sedang berlaku."
    return f"Akses unit ini sudah dibekukan {oleh_siapa(beku, ALUR_PEMBEKUAN.jejak(S.DIBEKUKAN))}."


def _alihkan(by: Pengguna, penugasan: Penugasan, pengganti: Pengguna) -> Penugasan:
    hari_ini = timezone.localdate()
    return peran_akun.beri(
        by=by,
        pengguna=pengganti,
        peran=Peran.FASILITATOR,
        unit_id=penugasan.unit_id,
        dari=hari_ini,
        sampai=None,
        sk_nomor="Pengganti sementara selama pembekuan (Pasal 9 ayat (7))",
        sk_tanggal=hari_ini,
    )


def _ikutkan(tugas: Penugasan, status: str, by: Pengguna | None) -> None:
    """The appointment behind the role, where the role was given here."""
    satu = Pengangkatan.objects.select_for_update(of=("self",)).filter(penugasan=tugas).first()
    if satu is not None and ALUR_PENGANGKATAN.boleh(satu.status, status):
        satu.status = status
        satu.save(update_fields=["status", "diubah_pada"])
        catat(ALUR_PENGANGKATAN.jejak(status), by=by, objek=satu)


@transaction.atomic
def nyatakan(*, by: Pengguna, pembekuan: Pembekuan, pernyataan: Pernyataan) -> Pembekuan:
    """The fasilitator's statement is signed; the head of the office is asked to take note."""
    satu = _kunci(pembekuan)
    if not satu.dapat_dinyatakan(by):
        raise TidakBerwenang(BUKAN_ANDA)
    satu.pernyataan = pernyataan
    _pindah(satu, S.DINYATAKAN, by)
    teks = f"Surat kesanggupan fasilitator {satu.unit.nama} menunggu Anda ketahui."
    for kepala in Penugasan.objects.berlaku().filter(peran=Peran.KEPALA_PD, unit__in=satu.unit.leluhur):
        kunci = f"pembekuan:{satu.pk}:kepala:{kepala.pengguna_id}"  # once, whatever they are the head of
        kabari(kepala.pengguna, teks[:300], kunci=kunci, tautan=ALAMAT_UNIT)
    return satu


@transaction.atomic
def ketahui(*, by: Pengguna, pembekuan: Pembekuan, sha256: str) -> Pembekuan:
    """*Mengetahui* of the head of the office, bound to the signed letter that was shown."""
    check_may_mengetahui(by, pembekuan)
    satu = _kunci(pembekuan)
    if satu.pernyataan is None or satu.pernyataan.sha256 != sha256:
        raise SudahBerubah("Surat ini berubah sejak Anda buka. Baca lagi.")
    satu.diketahui_oleh, satu.diketahui_pada, satu.diketahui_sha256 = by, timezone.now(), sha256
    _pindah(satu, S.DIKETAHUI, by, sha256=sha256)
    return satu


@transaction.atomic
def cabut(*, by: Pengguna, pembekuan: Pembekuan) -> Pembekuan:
    """The freeze is lifted: every frozen role works again unless a unit above is frozen too; the substitute's ends."""
    check_may_bekukan(by)
    satu = _kunci(pembekuan)
    satu.dicabut_oleh, satu.dicabut_pada = by, timezone.now()
    _pindah(satu, S.DICABUT, by)
    for tugas in satu.dibekukan.all():
        if tugas.gugur:
            continue
        if tugas.unit and (lain := Pembekuan.objects.atas(tugas.unit).first()):
            lain.dibekukan.add(tugas)
            continue
        peran_akun.cairkan(by=by, penugasan=tugas, alasan=f"pencabutan pembekuan {satu.pk}")
        _ikutkan(tugas, StatusPengangkatan.AKTIF, by)
    kemarin = timezone.localdate() - timedelta(days=1)
    peran_akun.akhiri(by=None, penugasan=satu.pengganti, terakhir=kemarin, alasan="pembekuan dicabut")
    teks = f"Pembekuan akses fasilitator {satu.unit.nama} dicabut."
    for tugas in satu.dibekukan.select_related("pengguna"):
        kabari(tugas.pengguna, teks[:300], kunci=f"pembekuan:{satu.pk}:cabut:{tugas.pengguna_id}", nada="baik")
    _segarkan_akses(satu.unit)
    return satu


def _kunci(pembekuan: Pembekuan) -> Pembekuan:
    sumber = Pembekuan.objects.select_for_update(of=("self",)).select_related("unit", "penugasan__pengguna")
    return sumber.get(pk=pembekuan.pk)


def _pindah(satu: Pembekuan, ke: str, by: Pengguna, **rincian: str) -> None:
    oleh, sejak = terakhir(satu, ALUR_PEMBEKUAN.jejak(satu.status))
    ALUR_PEMBEKUAN.periksa(satu.status, ke, sejak=sejak, oleh=oleh)
    satu.status = ke
    satu.save()
    catat(ALUR_PEMBEKUAN.jejak(ke), by=by, objek=satu, **rincian)
