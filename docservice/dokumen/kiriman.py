"""Verbs of an upload in parts: begin, add a part, give up, put together (tus speaks to these; see ``tus.py``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.dokumen.kuota import ambil_ruang, boleh_borongan
from docservice.dokumen.models import BagianKiriman, Kiriman
from docservice.dokumen.upload import ruang_penuh, terlalu_besar
from docservice.umum.errors import BelumLengkap, IsianSalah, KesalahanDomain, SementaraTerganggu, TidakBerwenang
from docservice.umum.gangguan import terjaga
from storage import StorageFull, StoreUnavailable, TooLarge
from storage.incoming import chunks
from storage.precheck import precheck

CUKUP_DIKENAL = 8192
"""Bytes of a first part from which its kind is judged, as in an upload in one piece."""


class TidakDikenal(KesalahanDomain):
    """No such upload, or not one of this person's: the same answer (Law 8)."""

    kode = "kiriman_tidak_dikenal"
    status = 404


class SudahLewat(KesalahanDomain):
    """It was there, but its time is over."""

    kode = "kiriman_kedaluwarsa"
    status = 410


class SalahTempat(KesalahanDomain):
    """The part does not begin where the last one ended; ask where to go on."""

    kode = "tempat_salah"
    status = 409


@terjaga()
def mulai(*, by: Pengguna, nama_berkas: str, ukuran: int, untuk: str = Kiriman.Untuk.DOKUMEN) -> Kiriman:
    """Room for a file of *ukuran* bytes; every limit is asked before the first byte is read.

    Raises :class:`IsianSalah`, :class:`TerlaluBesar`, :class:`RuangPenuh`, :class:`TidakBerwenang`.
    """
    nama = PurePath(nama_berkas).name[-200:]
    if ukuran < 1 or not nama:
        raise IsianSalah("Sebutkan nama dan ukuran berkas.", isian={"berkas": "Nama atau ukurannya kosong."})
    if untuk == Kiriman.Untuk.BORONGAN and not boleh_borongan(by):
        raise TidakBerwenang("Unggahan borongan hanya untuk fasilitator dan administrator.")
    if ukuran > paling_besar(untuk):
        raise terlalu_besar(paling_besar(untuk), ukuran=ukuran)
    if not gudang.ruang_cukup(ukuran):
        raise ruang_penuh()
    with transaction.atomic():
        ambil_ruang(by, ukuran)
        return Kiriman.objects.create(pengguna=by, untuk=untuk, nama_berkas=nama, ukuran=ukuran)


def paling_besar(untuk: str) -> int:
    return int(settings.BULK_LIMIT if untuk == Kiriman.Untuk.BORONGAN else settings.UPLOAD_LIMIT)


def ambil(*, by: Pengguna, pk: str) -> Kiriman:
    """One's own upload; raises :class:`TidakDikenal` or :class:`SudahLewat`."""
    kiriman = Kiriman.objects.filter(pk=pk, pengguna=by).first()
    if kiriman is None:
        raise TidakDikenal("Unggahan ini tidak dikenal. Mulai lagi dari awal.")
    if kiriman.kedaluwarsa <= timezone.now():
        raise SudahLewat("Unggahan ini sudah terlalu lama terhenti. Mulai lagi dari awal.")
    return kiriman


@terjaga()
def tambah(*, by: Pengguna, kiriman: Kiriman, tempat: int, isi: Iterable[bytes]) -> Kiriman:
    """Make a part durable, then have it count; of two parts for one place only the first counts.

    Raises :class:`SalahTempat`, :class:`IsianSalah` for what is no paper at all, :class:`RuangPenuh`.
    """
    if kiriman.tiba != tempat:
        raise _salah_tempat()
    try:
        blob = gudang.bagian().put(isi, max_bytes=kiriman.ukuran - tempat)
    except TooLarge:
        raise terlalu_besar(kiriman.ukuran) from None
    except StorageFull:
        raise ruang_penuh() from None
    except StoreUnavailable:
        raise SementaraTerganggu("Penyimpanan sedang terganggu. Unggahan dilanjutkan nanti.") from None
    if blob.size == 0:
        return kiriman
    with transaction.atomic():
        if not Kiriman.objects.filter(pk=kiriman.pk, tiba=tempat).update(tiba=F("tiba") + blob.size):
            raise _salah_tempat()
        BagianKiriman.objects.create(kiriman=kiriman, mulai=tempat, ukuran=blob.size, sha256=blob.sha256)
    kiriman.tiba = tempat + blob.size
    _periksa_jenis(kiriman, tempat)
    return kiriman


def _salah_tempat() -> SalahTempat:
    return SalahTempat("Bagian ini tidak menyambung. Tanyakan dahulu sampai mana unggahannya, lalu lanjutkan.")


def _periksa_jenis(kiriman: Kiriman, tempat: int) -> None:
    """What can be refused by its first bytes is not carried to the end over a bad line."""
    if kiriman.untuk != Kiriman.Untuk.DOKUMEN or tempat >= CUKUP_DIKENAL:
        return
    if kiriman.tiba < min(CUKUP_DIKENAL, kiriman.ukuran):
        return
    awal = b""
    for potong in potongan(kiriman):
        awal += potong
        if len(awal) >= CUKUP_DIKENAL:
            break
    hasil = precheck(awal[:CUKUP_DIKENAL], filename=kiriman.nama_berkas)
    if not hasil.accepted:
        batalkan(by=kiriman.pengguna, kiriman=kiriman)
        raise IsianSalah(hasil.reason or "", kode=hasil.reason_code, isian={"berkas": hasil.reason or ""})


def batalkan(*, by: Pengguna, kiriman: Kiriman) -> None:
    """Forget it at once; its bytes go with the next sweep."""
    Kiriman.objects.filter(pk=kiriman.pk, pengguna=by).delete()


def potongan(kiriman: Kiriman) -> Iterator[bytes]:
    """The bytes that have arrived, in order, about a megabyte at a time."""
    for bagian in kiriman.bagian.all():
        with gudang.bagian().open(bagian.sha256) as isi:
            yield from chunks(isi)


@contextmanager
def berkas_dari(*, by: Pengguna, pk: str) -> Iterator[UploadedFile[Any]]:
    """The complete upload as the file a form would have brought; raises :class:`BelumLengkap` while parts are missing.

    Asking twice gives the same bytes twice: what makes one document of them is the key of the form.
    """
    kiriman = ambil(by=by, pk=pk)
    if not kiriman.lengkap:
        kurang = "Unggahan ini belum selesai. Lanjutkan dahulu sampai utuh."
        raise BelumLengkap(kurang, isian={"kiriman": kurang})
    with TemporaryUploadedFile(kiriman.nama_berkas, "", kiriman.ukuran, None) as berkas:
        for potong in potongan(kiriman):
            berkas.write(potong)
        berkas.flush()
        berkas.seek(0)
        yield berkas


@contextmanager
def semua_berkas(
    *, by: Pengguna, langsung: Sequence[UploadedFile[Any]], pk: Sequence[str]
) -> Iterator[list[UploadedFile[Any]]]:
    """What a form brought itself, then what it names of uploads in parts."""
    with ExitStack() as tumpukan:
        yield [*langsung, *(tumpukan.enter_context(berkas_dari(by=by, pk=satu)) for satu in pk)]


def satu_persatu(
    *, by: Pengguna, langsung: Iterable[UploadedFile[Any]], pk: Iterable[str]
) -> Iterator[UploadedFile[Any]]:
    """The same, but only one of those in parts open at a time: a whole folder would be more than a process may open."""
    yield from langsung
    for satu in pk:
        with berkas_dari(by=by, pk=satu) as berkas:
            yield berkas
