"""The first day: the region, its two first units, and the three people who let everybody else in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.pemulihan import JENIS as PEMULIHAN
from docservice.akun.penugasan import PALING_SEDIKIT, beri
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Daerah, Pegawai, UnitKerja
from docservice.pengelola.forms_terima import PegawaiBaruForm
from docservice.pengelola.models import Pengangkatan, Surat
from docservice.pengelola.status import ALUR_PENGANGKATAN, StatusPengangkatan
from docservice.pengelola.terima import terima
from docservice.pengelola.tugas import bertugas
from docservice.umum.errors import IsianSalah, SudahBerubah
from docservice.umum.formulir import galat_isian
from docservice.umum.tabel_csv import TAK_UTUH, Baris

PERAN_AWAL = (Peran.KEPALA_BKPSDM, Peran.ADMINISTRATOR)
SUDAH = (
    "Basis data ini sudah berisi daerah, unit, atau orang; perintah ini hanya untuk yang masih kosong. "
    "Peran berikutnya diberikan di halaman Peran dan akses."
)
SUSUNAN = f"Perlu tepat satu kepala_bkpsdm dan paling sedikit {PALING_SEDIKIT} administrator, masing-masing satu baris."


@transaction.atomic
def mulai(
    *, daerah: Daerah, puncak: str, badan: str, orang: Sequence[Baris], sk_nomor: str, sk_tanggal: date
) -> list[Pengguna]:
    """All or nothing, once. Each of the people gets the ordinary mail with which to make a password.

    Raises :class:`SudahBerubah` where somebody was here before, :class:`IsianSalah` for what must be corrected.
    """
    if any(jenis.objects.exists() for jenis in (Penugasan, Pengguna, Pegawai, UnitKerja, Daerah)):
        raise SudahBerubah(SUDAH)
    _periksa(orang, sk_nomor, sk_tanggal)
    _simpan(daerah)
    catat("daerah.dimulai", by=None, objek=daerah, sk=sk_nomor)
    atas = _unit(UnitKerja(nama=puncak))
    unit = _unit(UnitKerja(nama=badan, singkatan=daerah.singkatan_bkpsdm, induk=atas))
    # the head first: the decree is in their keeping
    urut = sorted(orang, key=lambda baris: baris.isi["peran"] != Peran.KEPALA_BKPSDM)
    akun, surat = [], None
    for satu in urut:
        tugas = _angkat(satu, unit, sk_nomor.strip(), sk_tanggal)
        surat = surat or Surat.objects.create(nomor=tugas.sk_nomor, tanggal=sk_tanggal, oleh=tugas.pengguna)
        _catat_pengangkatan(tugas, surat)
        akun.append(tugas.pengguna)
    return akun


def _catat_pengangkatan(tugas: Penugasan, surat: Surat) -> None:
    """In force at once, because nobody can sign yet; the pledge is asked for on every start page until it is signed."""
    satu = Pengangkatan.objects.create(
        pegawai=tugas.pengguna.pegawai,
        peran=tugas.peran,
        status=StatusPengangkatan.AKTIF,
        surat=surat,
        berlaku_dari=tugas.berlaku_dari,
        penugasan=tugas,
        oleh=surat.oleh,
    )
    catat(ALUR_PENGANGKATAN.jejak(satu.status), by=None, objek=satu, peran=satu.peran)


def _periksa(orang: Sequence[Baris], sk_nomor: str, sk_tanggal: date) -> None:
    if not 0 < len(sk_nomor.strip()) <= 120:
        raise IsianSalah("Nomor SK belum diisi atau lebih dari 120 huruf.")
    if sk_tanggal > timezone.localdate():
        raise IsianSalah("Tanggal SK tidak boleh sesudah hari ini.")
    if janggal := [satu.nomor for satu in orang if not satu.utuh]:
        raise IsianSalah(f"Baris {janggal[0]}. {TAK_UTUH}")
    peran = [satu.isi["peran"] for satu in orang]
    benar = peran.count(Peran.KEPALA_BKPSDM) == 1 and peran.count(Peran.ADMINISTRATOR) >= PALING_SEDIKIT
    if not benar or not set(peran) <= set(PERAN_AWAL):
        raise IsianSalah(SUSUNAN)


def _simpan(objek: Daerah | UnitKerja) -> None:
    try:
        objek.full_clean()
    except ValidationError as salah:
        galat = {nama: pesan[0] for nama, pesan in salah.message_dict.items()}
        raise IsianSalah(IsianSalah.pada(galat).rinci) from None
    objek.save(force_insert=True)


def _unit(unit: UnitKerja) -> UnitKerja:
    _simpan(unit)
    catat("unit.dibentuk", by=None, objek=unit)
    return unit


def _angkat(baris: Baris, unit: UnitKerja, sk_nomor: str, sk_tanggal: date) -> Penugasan:
    formulir = PegawaiBaruForm(baris.isi)
    formulir.fields["surel"].required = True  # without it there is no way in
    if galat := galat_isian(formulir):
        raise IsianSalah(f"Baris {baris.nomor}. {IsianSalah.pada(galat).rinci}")
    pegawai = terima(by=None, formulir=formulir, unit=unit)
    if not bertugas(pegawai):
        raise IsianSalah(f"Baris {baris.nomor}. kedudukan_hukum: Orang ini sedang tidak bertugas. Sebut penggantinya.")
    akun = pegawai.pengguna
    assert akun is not None
    sk = {"sk_nomor": sk_nomor, "sk_tanggal": sk_tanggal}
    hari_ini, peran = timezone.localdate(), baris.isi["peran"]
    tugas = beri(by=None, pengguna=akun, peran=peran, unit_id=None, dari=hari_ini, sampai=None, **sk)  # type: ignore[arg-type]
    taruh(PEMULIHAN, akun.pk)
    return tugas
