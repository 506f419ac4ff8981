"""Verbs of an appointment (riwayat-layanan B.3): propose, review, decree, refuse, bring into force, end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from docservice.akun import penugasan as peran_akun
from docservice.akun.kabar import kabari
from docservice.akun.lebih_dulu import terakhir
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.penugasan import BERUNIT, check_may_atur_peran
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.pindah import cocok
from docservice.pengelola.alamat import ALAMAT_SAYA
from docservice.pengelola.models import Pengangkatan, Surat
from docservice.pengelola.pembekuan import ikut_beku
from docservice.pengelola.permissions import check_may_tetapkan, check_may_usulkan
from docservice.pengelola.status import ALUR_PENGANGKATAN, BERJALAN, StatusPengangkatan
from docservice.pengelola.tugas import check_bertugas, rapikan
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.kalimat import oleh_pada

S = StatusPengangkatan
SUDAH_BERJALAN = "Pengangkatan orang ini untuk peran itu sudah berjalan"


@transaction.atomic
def usulkan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    unit: UnitKerja,
    usul_nomor: str,
    usul_tanggal: date,
    mampu_komputer: bool,
    paham_kepegawaian: bool,
) -> Pengangkatan:
    """The office names its fasilitator and vouches for the two requirements of BABEL 9(4)."""
    check_may_usulkan(by, pegawai, unit)
    _periksa_orang(pegawai, Peran.FASILITATOR, unit)
    if not (mampu_komputer and paham_kepegawaian):
        raise BelumLengkap("Kedua syarat fasilitator harus dipenuhi dan dicentang.")
    if usul_tanggal > timezone.localdate():
        raise IsianSalah("Tanggal surat usul belum tiba.", isian={"usul_tanggal": "Tidak boleh sesudah hari ini."})
    satu = _buat(
        by,
        pegawai=pegawai,
        peran=Peran.FASILITATOR,
        unit=unit,
        status=S.DIUSULKAN,
        usul_nomor=usul_nomor.strip(),
        usul_tanggal=usul_tanggal,
        mampu_komputer=True,
        paham_kepegawaian=True,
    )
    return satu


def _buat(by: Pengguna, *, pegawai: Pegawai, peran: str, unit: UnitKerja | None, **isi: object) -> Pengangkatan:
    """A new appointment; the same one twice at once is refused by the database too."""
    if ada := Pengangkatan.objects.filter(pegawai=pegawai, peran=peran, unit=unit, status__in=BERJALAN).first():
        raise SudahBerubah(f"{SUDAH_BERJALAN}, dimulai {oleh_pada(ada.oleh, ada.dibuat_pada)}.")
    try:
        with transaction.atomic():
            satu: Pengangkatan = Pengangkatan.objects.create(pegawai=pegawai, peran=peran, unit=unit, oleh=by, **isi)
    except IntegrityError:
        raise SudahBerubah(f"{SUDAH_BERJALAN}.") from None
    catat(ALUR_PENGANGKATAN.jejak(satu.status), by=by, objek=satu, peran=peran, pegawai=pegawai.pk)
    return satu


def _periksa_orang(pegawai: Pegawai, peran: str, unit: UnitKerja | None) -> None:
    if pegawai.pengguna is None or not pegawai.pengguna.is_active:
        raise IsianSalah("Pegawai ini belum mempunyai akun.", isian={"pegawai": "Pilih pegawai lain."})
    check_bertugas(pegawai)
    if not cocok(peran, unit, pegawai.unit):
        tempat = unit.nama if unit else "BKPSDMD"
        raise IsianSalah(f"Pegawai ini bukan dari {tempat}.", isian={"pegawai": f"Pilih pegawai {tempat}."})


@transaction.atomic
def tinjau(*, by: Pengguna, pengangkatan: Pengangkatan) -> Pengangkatan:
    """The agency has looked at the proposal and finds it in order."""
    check_may_tetapkan(by, pengangkatan)
    pengangkatan = _pindah(pengangkatan, S.DIREVIEW, by)
    _periksa_orang(pengangkatan.pegawai, pengangkatan.peran, pengangkatan.unit)
    pengangkatan.save()
    return pengangkatan


@transaction.atomic
def tolak(*, by: Pengguna, pengangkatan: Pengangkatan, catatan: str) -> Pengangkatan:
    """Not appointed, with a reason that whoever proposed reads."""
    check_may_tetapkan(by, pengangkatan)
    if not catatan.strip():
        raise BelumLengkap("Tulis alasan agar pengusul tahu.", isian={"catatan": "Alasan belum diisi."})
    pengangkatan = _pindah(pengangkatan, S.DITOLAK, by)
    pengangkatan.catatan = catatan.strip()[:300]
    pengangkatan.save()
    teks = f"Usul {pengangkatan.sebutan} atas nama {pengangkatan.pegawai.nama} tidak ditetapkan: {catatan}"
    kabari(pengangkatan.oleh, teks[:300], kunci=f"pengangkatan:{pengangkatan.pk}:tolak", nada="kembali")
    return pengangkatan


@transaction.atomic
def tetapkan(
    *,
    by: Pengguna,
    pengangkatan: Sequence[Pengangkatan],
    sk_nomor: str,
    sk_tanggal: date,
    berkas: Dokumen,
    mulai: date,
) -> list[Pengangkatan]:
    """One signed decree for all whom its annex lists. They pledge integrity next; nothing is open before that."""
    if not pengangkatan:
        raise BelumLengkap("Belum ada usul yang dipilih.")
    for satu in pengangkatan:
        check_may_tetapkan(by, satu)
    surat, hasil = _surat(by, sk_nomor, sk_tanggal, berkas), []
    for satu in pengangkatan:
        satu = _pindah(satu, S.DITETAPKAN, by)
        _periksa_orang(satu.pegawai, satu.peran, satu.unit)
        satu.surat, satu.berlaku_dari = surat, mulai
        satu.save()
        _minta_pakta(satu)
        hasil.append(satu)
    return hasil


@transaction.atomic
def tunjuk(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    peran: str,
    unit: UnitKerja | None,
    sk_nomor: str,
    sk_tanggal: date,
    berkas: Dokumen,
    dari: date,
    sampai: date | None = None,
) -> Pengangkatan:
    """A role given on a decree without a proposal. An administrator's opens after the pledge, the others' at once."""
    if peran in (Peran.FASILITATOR, Peran.PEGAWAI):
        raise IsianSalah(
            "Peran ini tidak diberikan di sini.", isian={"peran": "Fasilitator diusulkan oleh Perangkat Daerahnya."}
        )
    if pegawai.pengguna is not None:
        check_may_atur_peran(by, pegawai.pengguna, peran)
    unit = unit if peran in BERUNIT else None
    if peran in BERUNIT and unit is None:
        raise IsianSalah("Unit kerja belum dipilih.", isian={"unit": "Peran ini berlaku di satu unit kerja."})
    _periksa_orang(pegawai, peran, unit)
    if sampai and sampai < dari:
        raise IsianSalah("Masa peran terbalik.", isian={"sampai": "Tanggal akhir mendahului tanggal mulai."})
    masa = {"berlaku_dari": dari, "berlaku_sampai": sampai}
    surat = _surat(by, sk_nomor, sk_tanggal, berkas)
    satu = _buat(by, pegawai=pegawai, peran=peran, unit=unit, status=S.DITETAPKAN, surat=surat, **masa)
    if satu.berpakta:
        _minta_pakta(satu)
        return satu
    return aktifkan(by=by, pengangkatan=satu)


def _surat(by: Pengguna, nomor: str, tanggal: date, berkas: Dokumen) -> Surat:
    """The decree as a paper of the archive that this person can see."""
    salah = {}
    if not nomor.strip():
        salah["sk_nomor"] = "Nomor SK belum diisi."
    if tanggal > timezone.localdate():
        salah["sk_tanggal"] = "Tanggal SK tidak boleh sesudah hari ini."
    if berkas.jenis_id != "SK_PENGELOLA":
        salah["berkas"] = "Pilih SK penetapan pengelola dari arsip."
    elif berkas.status not in (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI):
        salah["berkas"] = "Berkas SK ini belum selesai diproses."
    if salah:
        raise IsianSalah.pada(salah)
    if not Dokumen.objects.visible_to(by).filter(pk=berkas.pk).exists():
        raise TidakBerwenang("Berkas SK itu tidak dapat Anda lihat.")
    return Surat.objects.create(nomor=nomor.strip(), tanggal=tanggal, berkas=berkas, oleh=by)


def _minta_pakta(satu: Pengangkatan) -> None:
    teks = f"Anda ditetapkan sebagai {satu.sebutan}. Tanda tangani pakta integritas untuk membuka aksesnya."
    kabari(satu.pegawai.pengguna, teks[:300], kunci=f"pengangkatan:{satu.pk}:pakta", tautan=ALAMAT_SAYA)


@transaction.atomic
def aktifkan(*, by: Pengguna, pengangkatan: Pengangkatan) -> Pengangkatan:
    """The role itself, from its day on, but never from a day before the pledge."""
    satu = Pengangkatan.objects.select_for_update(of=("self",)).get(pk=pengangkatan.pk)
    if satu.penugasan_id:
        raise SudahBerubah("Peran ini sudah aktif.")
    akun, surat = satu.pegawai.pengguna, satu.surat
    assert akun is not None and surat is not None  # looked at when it was decreed  # noqa: PT018
    _periksa_orang(satu.pegawai, satu.peran, satu.unit)
    hari_ini = timezone.localdate()
    mulai = satu.berlaku_dari or hari_ini
    if satu.berpakta:
        satu.status = S.PAKTA
        catat(ALUR_PENGANGKATAN.jejak(satu.status), by=by, objek=satu)
        mulai = max(mulai, hari_ini)
    satu.penugasan = peran_akun.beri(
        by=by,
        pengguna=akun,
        peran=satu.peran,
        unit_id=satu.unit_id,
        dari=mulai,
        sampai=satu.berlaku_sampai,
        sk_nomor=surat.nomor,
        sk_tanggal=surat.tanggal,
    )
    satu.berlaku_dari = mulai
    if not satu.berpakta or mulai <= hari_ini:
        satu.status = S.AKTIF
        catat(ALUR_PENGANGKATAN.jejak(satu.status), by=by, objek=satu)
    satu.save()
    ikut_beku(satu.penugasan)
    satu.refresh_from_db()
    return satu


@transaction.atomic
def akhiri(*, by: Pengguna, penugasan: Penugasan, terakhir: date, alasan: str) -> Penugasan:
    """A role ends on a day, with a reason. Its holder and, for a fasilitator, the head of the office are told."""
    if not alasan.strip():
        raise BelumLengkap("Tulis alasan peran ini diakhiri.", isian={"alasan": "Alasan belum diisi."})
    selesai = peran_akun.akhiri(by=by, penugasan=penugasan, terakhir=terakhir, alasan=alasan.strip()[:300])
    Pengangkatan.objects.filter(penugasan=selesai).update(catatan=alasan.strip()[:300])
    rapikan()
    return selesai


def _pindah(pengangkatan: Pengangkatan, ke: str, by: Pengguna) -> Pengangkatan:
    """Lock, check the move, journal it; the caller fills in and saves."""
    satu = Pengangkatan.objects.select_for_update(of=("self",)).get(pk=pengangkatan.pk)
    oleh, sejak = terakhir(satu, ALUR_PENGANGKATAN.jejak(satu.status))
    ALUR_PENGANGKATAN.periksa(satu.status, ke, sejak=sejak or satu.diubah_pada, oleh=oleh)
    satu.status = ke
    catat(ALUR_PENGANGKATAN.jejak(ke), by=by, objek=satu)
    return satu
