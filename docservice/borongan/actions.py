"""Verbs of a bulk upload: receive, correct, send."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from docservice.akun.models import Pengguna
from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.borongan.baris import Pemeriksa
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.permissions import check_may_borongan, check_may_ubah
from docservice.borongan.status import ALUR_BORONGAN, DAPAT_DIUBAH, StatusBaris, StatusBorongan
from docservice.dokumen import gudang
from docservice.dokumen.kuota import ambil_ruang
from docservice.dokumen.upload import ruang_penuh
from docservice.umum.errors import BelumLengkap, IsianSalah
from docservice.umum.gangguan import terjaga
from storage import Blob, StorageFull

ZIP = b"PK"
PILIH = "Pilih satu ZIP, atau berkas-berkas pindaiannya."


@terjaga()
def terima(*, by: Pengguna, berkas: Iterable[UploadedFile[Any]], kunci: str, kiriman: Sequence[str] = ()) -> Borongan:
    """Take in one ZIP or many files: bytes durable first, then the rows; opening and reading are jobs.

    The same *kunci* gives the same sending back. *kiriman*: the uploads in parts among *berkas*.
    Raises :class:`IsianSalah`, :class:`RuangPenuh`, :class:`SementaraTerganggu`.
    """
    check_may_borongan(by)
    if lama := Borongan.objects.filter(oleh=by, kunci=kunci).first():
        return lama
    isi = [_simpan(satu) for satu in berkas]
    if not isi:
        raise IsianSalah(PILIH, isian={"berkas": PILIH})
    zip_ = any(satu.zip_ for satu in isi)
    if zip_ and len(isi) > 1:
        raise IsianSalah(f"ZIP dikirim sendirian. {PILIH}", isian={"berkas": PILIH})
    nama = isi[0].nama if len(isi) == 1 else f"{len(isi)} berkas"
    try:
        with transaction.atomic():
            ukuran = sum(satu.blob.size for satu in isi)
            ambil_ruang(by, ukuran, dari=kiriman)
            muatan = {"paket": isi[0].blob.sha256} if zip_ else {"jumlah": len(isi)}
            baru = Borongan.objects.create(oleh=by, nama=nama[-200:], kunci=kunci, ukuran=ukuran, **muatan)
            if not zip_:
                BarisBorongan.objects.bulk_create(
                    BarisBorongan(
                        borongan=baru,
                        urutan=n,
                        nama=satu.nama[-200:],
                        sha256=satu.blob.sha256,
                        ukuran=satu.blob.size,
                    )
                    for n, satu in enumerate(isi)
                )
            catat("borongan.diterima", by=by, objek=baru, berkas=len(isi), zip=zip_)
            taruh("borongan.urai", baru.pk, kelompok=f"orang:{by.pk}", prioritas=Prioritas.BORONGAN)
    except IntegrityError:  # pressed twice
        return Borongan.objects.get(oleh=by, kunci=kunci)
    return Borongan.objects.get(pk=baru.pk)


@dataclass(frozen=True)
class _Isi:
    """One file that came in, durable."""

    nama: str
    zip_: bool
    blob: Blob


def _simpan(berkas: UploadedFile[Any]) -> _Isi:
    zip_ = berkas.read(2) == ZIP
    berkas.seek(0)
    try:
        return _Isi(berkas.name or "", zip_, gudang.bagian().put(berkas))
    except StorageFull:
        raise ruang_penuh() from None


def perbaiki(*, by: Pengguna, borongan: Borongan, isian: Mapping[int, Mapping[str, str]]) -> int:
    """Write what was corrected in the table (place → jenis, minor, nip, buang); how many are still to be corrected."""
    check_may_ubah(by, borongan)
    ALUR_BORONGAN.periksa(borongan.status, StatusBorongan.DIKIRIM)
    pemeriksa = Pemeriksa(by)
    semua = list(borongan.baris.filter(urutan__in=isian, status__in=DAPAT_DIUBAH).exclude(sha256=""))
    for baris in semua:
        satu = isian[baris.urutan]
        baris.jenis, baris.minor = pemeriksa.kode(satu.get("jenis", "")), satu.get("minor", "").strip()[:20]
        baris.nip = "".join(filter(str.isdigit, satu.get("nip", "")))[:18]
    pemeriksa.nilai(semua)
    for baris in semua:
        if isian[baris.urutan].get("buang"):
            baris.status, baris.masalah = StatusBaris.DIBUANG, ""
    with transaction.atomic():
        BarisBorongan.objects.bulk_update(semua, ["jenis", "minor", "nip", "status", "masalah"], batch_size=500)
    return borongan.baris.filter(status=StatusBaris.PERLU).count()


def kirim(*, by: Pengguna, borongan: Borongan) -> None:
    """Send what is ready; the rest may be corrected and sent later. Nothing but files left out: it ends so.

    Raises :class:`BelumLengkap`.
    """
    check_may_ubah(by, borongan)
    hitung = borongan.hitung()
    siap = hitung[StatusBaris.SIAP]
    if not siap and (hitung[StatusBaris.PERLU] or not hitung[StatusBaris.DIBUANG]):
        raise BelumLengkap("Belum ada berkas yang siap dikirim. Perbaiki dahulu isian yang ditandai.")
    with transaction.atomic():
        kini = Borongan.objects.select_for_update().get(pk=borongan.pk)
        ALUR_BORONGAN.periksa(kini.status, StatusBorongan.DIKIRIM)
        Borongan.objects.filter(pk=kini.pk).update(status=StatusBorongan.DIKIRIM)
        catat("borongan.dikirim", by=by, objek=kini, siap=siap)
        taruh("borongan.kirim", kini.pk, kelompok=f"orang:{by.pk}", prioritas=Prioritas.BORONGAN)
