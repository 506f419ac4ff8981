"""Employees come in from a file: the person, the account without a password, the unit if it is to be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction

from docservice.akun.models import Pengguna
from docservice.akun.pemulihan import JENIS as PEMULIHAN
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.pegawai.actions import bentuk_unit
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pengelola.forms_terima import PegawaiBaruForm
from docservice.pengelola.permissions import check_may_terima
from docservice.umum.errors import IsianSalah, SudahBerubah
from docservice.umum.formulir import galat_isian
from docservice.umum.tabel_csv import TAK_UTUH, Baris

TAK_DIKENAL = "Unit “{}” tidak dikenal. Betulkan namanya, bentuk dahulu unitnya, atau pakai --buat-unit."
KEMBAR = "Ada {} unit bernama “{}”. Isi kolom induk dengan nama unit di atasnya."
TANPA_INDUK = (
    "Unit baru dibentuk di bawah satu unit yang sudah ada atau sudah disebut di baris sebelumnya; isi namanya."
)
PANJANG_NAMA = 200


@dataclass(frozen=True)
class Dasar:
    """The regulation on which missing units are formed, from its day on."""

    nomor: str
    tanggal: date


@dataclass
class Hasil:
    """Lines by what became of them."""

    baru: int = 0
    sudah_ada: int = 0
    unit_baru: int = 0
    tanpa_surel: int = 0
    salah: list[tuple[int, str]] = field(default_factory=list)
    perlu_dilihat: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def impor(*, by: Pengguna, baris: Iterable[Baris], sidik: str, dasar: Dasar | None, sebagian: bool) -> Hasil:
    """All lines or, when one of them is wrong, none; *sebagian* keeps the right ones. Who is here already stays as is.

    Raises :class:`TidakBerwenang`, and :class:`IsianSalah` for a file that is no table.
    """
    check_may_terima(by)
    hasil, penerima = Hasil(), _Penerima(by, dasar)
    for satu in baris:
        try:
            with transaction.atomic():
                penerima.terima(satu, hasil)
        except IsianSalah as salah:
            hasil.salah.append((satu.nomor, salah.rinci))
    if hasil.salah and not sebagian:
        transaction.set_rollback(True)
    elif hasil.baru:
        catat("pegawai.diimpor", by=by, objek=by, jumlah=hasil.baru, unit=hasil.unit_baru, sidik=sidik)
    return hasil


def terima(*, by: Pengguna | None, formulir: PegawaiBaruForm, unit: UnitKerja) -> Pegawai:
    """The person and the account of a form found in order, in the caller's transaction.

    Nobody knows the password, because there is none: its owner makes one by *Lupa kata sandi*.
    """
    pegawai: Pegawai = formulir.instance
    pegawai.unit = unit
    pegawai.pengguna = Pengguna.objects.filter(nip=pegawai.nip).first() or Pengguna.objects.create_user(
        pegawai.nip, pegawai.nama, surel=formulir.cleaned_data["surel"]
    )
    pegawai.save()
    catat("pegawai.diterima", by=by, objek=pegawai, unit=unit.pk)
    return pegawai


@transaction.atomic
def terima_satu(*, by: Pengguna, formulir: PegawaiBaruForm, unit: UnitKerja) -> Pegawai:
    """One person by hand. With an office mail they are invited at once; what the number contradicts is looked at."""
    check_may_terima(by)
    if galat := galat_isian(formulir):
        raise IsianSalah.pada(galat)
    try:
        with transaction.atomic():
            pegawai = terima(by=by, formulir=formulir, unit=unit)
    except IntegrityError:  # sent twice at once
        raise SudahBerubah("Pegawai atau email ini baru saja dimasukkan. Periksa daftar pegawai.") from None
    if pegawai.pengguna and pegawai.pengguna.surel and not pegawai.pengguna.has_usable_password():
        taruh(PEMULIHAN, pegawai.pengguna.pk)
    return pegawai


class _Penerima:
    def __init__(self, by: Pengguna, dasar: Dasar | None) -> None:
        self._by, self._dasar = by, dasar
        self._nomor: dict[str, int] = {}
        self._unit: dict[str, list[UnitKerja]] = defaultdict(list)
        for unit in UnitKerja.objects.filter(berlaku_sampai=None).select_related("induk"):
            self._kenali(unit)

    def terima(self, baris: Baris, hasil: Hasil) -> None:
        """Raises :class:`IsianSalah` with everything that is wrong with this line."""
        if not baris.utuh:
            raise IsianSalah(TAK_UTUH)
        nip = baris.isi["nip"]
        if nip and nip in self._nomor:
            raise IsianSalah.pada({"nip": f"NIP ini sudah ada di baris {self._nomor[nip]}."})
        self._nomor[nip] = baris.nomor
        if Pegawai.objects.filter(nip=nip).exists():
            hasil.sudah_ada += 1
            return
        formulir = PegawaiBaruForm(baris.isi)
        galat = galat_isian(formulir)
        unit = self._cari(baris.isi, galat)
        if galat:
            raise IsianSalah.pada(galat)
        if unit is None:
            unit = self._bentuk(baris.isi)
            hasil.unit_baru += 1
        pegawai = terima(by=self._by, formulir=formulir, unit=unit)
        hasil.baru += 1
        hasil.tanpa_surel += not formulir.cleaned_data["surel"]
        hasil.perlu_dilihat += [(baris.nomor, kalimat) for kalimat in pegawai.periksa_nip()]

    def _kenali(self, unit: UnitKerja) -> None:
        for nama in _sebutan(unit):
            self._unit[nama].append(unit)

    def _cari(self, isi: Mapping[str, str], galat: dict[str, str]) -> UnitKerja | None:
        """The unit by name or abbreviation; None without a word in *galat* is one that may be formed."""
        nama, induk = isi["unit"], isi.get("induk", "")
        ada = [satu for satu in self._unit.get(nama.casefold(), ()) if not induk or _di_bawah(satu, induk)]
        if len(ada) == 1:
            return ada[0]
        if ada:
            galat["unit"] = KEMBAR.format(len(ada), nama)
        elif len(nama) > PANJANG_NAMA:
            galat["unit"] = f"Nama unit paling panjang {PANJANG_NAMA} huruf."
        elif not self._dasar or not nama:
            galat["unit"] = TAK_DIKENAL.format(nama)
        elif len(self._unit.get(induk.casefold(), ())) != 1:
            galat["induk"] = TANPA_INDUK
        return None

    def _bentuk(self, isi: Mapping[str, str]) -> UnitKerja:
        assert self._dasar is not None
        [induk] = self._unit[isi["induk"].casefold()]
        hari, nomor = self._dasar.tanggal, self._dasar.nomor
        dasar = {"sejak": hari, "dasar_nomor": nomor, "dasar_tanggal": hari}
        unit = bentuk_unit(by=self._by, nama=isi["unit"], singkatan="", induk=induk, **dasar)  # type: ignore[arg-type]
        self._kenali(unit)
        return unit


def _sebutan(unit: UnitKerja) -> set[str]:
    return {unit.nama.casefold(), unit.singkatan.casefold()} - {""}


def _di_bawah(unit: UnitKerja, induk: str) -> bool:
    return unit.induk is not None and induk.casefold() in _sebutan(unit.induk)
