"""Verbs of a paper: receive its bytes, replace a version, note who read it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta
from pathlib import PurePath
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.antrean.models import Job, Prioritas
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.kuota import ambil_ruang
from docservice.dokumen.models import (
    AksesBaca,
    Dokumen,
    JenisDokumen,
    PesanIndeks,
    VersiDokumen,
)
from docservice.dokumen.permissions import check_may_ganti, check_may_unggah
from docservice.dokumen.status import ALUR_DOKUMEN, StatusBerkas, StatusDokumen
from docservice.dokumen.upload import ruang_penuh, terlalu_besar
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah, KesalahanDomain, SementaraTerganggu, SudahBerubah
from docservice.umum.gangguan import terjaga
from docservice.umum.waktu import tanggal_panjang
from storage import Blob, StorageFull, StoreUnavailable, TooLarge
from storage.precheck import precheck


class BerkasSama(KesalahanDomain):
    """The same bytes are in this person's archive already; ``dokumen`` is where."""

    kode = "berkas_sama"
    status = 409

    def __init__(self, pesan: str, dokumen: Dokumen) -> None:
        super().__init__(pesan)
        self.dokumen = dokumen
        self.rujukan = {"dokumen": dokumen.pk}


@terjaga()
def unggah(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    jenis: JenisDokumen,
    berkas: BinaryIO,
    nama_berkas: str,
    minor: str = "",
    kunci: str = "",
    dokumen: Dokumen | None = None,
    borongan: bool = False,
    kiriman: Sequence[str] = (),
) -> VersiDokumen:
    """Take in a file: bytes durable first, then one transaction, then the answer (Law 1).

    With *dokumen* the bytes become its next version. The same *kunci* gives the same version back.
    *borongan*: one of very many, for which nobody waits at the screen and which took its room when they came.
    *kiriman*: the uploads in parts the bytes come from.
    Raises :class:`IsianSalah`, :class:`TerlaluBesar`, :class:`RuangPenuh`, :class:`SementaraTerganggu`,
    :class:`BerkasSama` or a permission error.
    """
    if dokumen:
        check_may_ganti(by, dokumen)
    else:
        check_may_unggah(by, pegawai, jenis)
        jenis.check_minor(minor)
    kunci = kunci or secrets.token_urlsafe(16)
    tipe = _periksa_awal(berkas, nama_berkas)
    blob = _simpan(berkas)
    if lama := _sudah_diterima(by, pegawai, kunci, blob):
        return lama
    try:
        with transaction.atomic():
            if not borongan:
                ambil_ruang(by, blob.size, dari=kiriman)
            tujuan = _tujuan(by, pegawai, jenis, minor, dokumen)
            return _catat_versi(by, tujuan, blob, tipe=tipe, nama_berkas=nama_berkas, kunci=kunci, borongan=borongan)
    except IntegrityError:  # a double press or a twin upload was quicker by a moment
        if lama := _sudah_diterima(by, pegawai, kunci, blob):
            return lama
        raise


def _sudah_diterima(by: Pengguna, pegawai: Pegawai, kunci: str, blob: Blob) -> VersiDokumen | None:
    """What the same form became, if it was sent before; refuses the same bytes under another form.

    The twin is looked up first: were it the other way round, the second of two presses could miss its own
    version by the key and then be told that the file exists already.
    """
    kembar = _kembar(pegawai, blob)
    if lama := _versi_berkunci(by, kunci, blob):
        return lama
    if kembar:
        kapan = tanggal_panjang(timezone.localtime(kembar.diunggah_pada).date())
        oleh = "Anda unggah" if kembar.diunggah_oleh_id == by.pk else "ada di arsip ini, diunggah"
        raise BerkasSama(f"Berkas yang sama sudah {oleh} pada {kapan}.", kembar.dokumen)
    return None


def _kembar(pegawai: Pegawai, blob: Blob) -> VersiDokumen | None:
    hidup = VersiDokumen.objects.exclude(status__in=[StatusBerkas.DITOLAK, StatusBerkas.KARANTINA])
    return hidup.filter(pegawai=pegawai, sha256=blob.sha256).select_related("dokumen").first()


def _versi_berkunci(by: Pengguna, kunci: str, blob: Blob) -> VersiDokumen | None:
    """What the first sending of this form became. Other bytes under the same key must not be taken for it."""
    lama = VersiDokumen.objects.filter(diunggah_oleh=by, kunci=kunci).select_related("dokumen").first()
    if lama is not None and lama.sha256 != blob.sha256:
        raise SudahBerubah(
            "Formulir ini sudah dipakai untuk berkas lain. Muat ulang, lalu unggah lagi.",
            kode="kunci_terpakai",
        )
    return lama


def _periksa_awal(berkas: BinaryIO, nama_berkas: str) -> str:
    """What can be refused by name and first bytes, before anything is kept or parsed."""
    awal = berkas.read(8192)
    berkas.seek(0)
    hasil = precheck(awal, filename=nama_berkas)
    if not hasil.accepted:
        raise IsianSalah(hasil.reason or "", kode=hasil.reason_code, isian={"berkas": hasil.reason or ""})
    return str(hasil.type)


def _simpan(berkas: BinaryIO) -> Blob:
    try:
        return gudang.masuk().put(berkas, max_bytes=gudang.aturan_berkas().max_bytes)
    except TooLarge:
        raise terlalu_besar() from None
    except StorageFull:
        raise ruang_penuh() from None
    except StoreUnavailable:
        raise SementaraTerganggu("Penyimpanan sedang terganggu. Unggahan belum diterima; coba lagi nanti.") from None


def _tujuan(by: Pengguna, pegawai: Pegawai, jenis: JenisDokumen, minor: str, dokumen: Dokumen | None) -> Dokumen:
    """The document that gets the bytes: a new one, or the given one on its way through the pipeline again."""
    if dokumen is None:
        judul = f"{jenis.nama} {minor}".strip()
        return Dokumen.objects.create(
            pegawai=pegawai, jenis=jenis, minor=minor, judul=judul, kelas=jenis.kelas, dibuat_oleh=by
        )
    dokumen = Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai", "jenis").get(pk=dokumen.pk)
    check_may_ganti(by, dokumen)  # again under the lock: it may have been verified meanwhile
    if dokumen.status != StatusDokumen.DIPROSES:
        pindah(dokumen, StatusDokumen.DIPROSES)
    return dokumen


def _catat_versi(
    by: Pengguna, dokumen: Dokumen, blob: Blob, *, tipe: str, nama_berkas: str, kunci: str, borongan: bool
) -> VersiDokumen:
    versi = VersiDokumen.objects.create(
        dokumen=dokumen,
        pegawai=dokumen.pegawai,
        nomor=dokumen.versi.count() + 1,
        sha256=blob.sha256,
        ukuran=blob.size,
        tipe=tipe,
        nama_berkas=PurePath(nama_berkas).name[-200:],
        diunggah_oleh=by,
        kunci=kunci,
    )
    catat("dokumen.diunggah", by=by, objek=dokumen, versi=versi.nomor, sha256=blob.sha256, ukuran=blob.size)
    prioritas = Prioritas.BORONGAN if borongan else Prioritas.ORANG
    taruh("dokumen.pindai", versi.pk, prioritas=prioritas, kelompok=f"unit:{dokumen.pegawai.unit_id}")
    return versi


def pindah(dokumen: Dokumen, ke: str, *, seperti: Job | None = None) -> None:
    """Move the document's state inside the caller's transaction and have the index follow."""
    ALUR_DOKUMEN.periksa(dokumen.status, ke, sejak=dokumen.diubah_pada)
    dokumen.status = ke
    dokumen.save(update_fields=["status", "diubah_pada"])
    perbarui_indeks(dokumen, seperti=seperti)


def perbarui_indeks(dokumen: Dokumen, *, seperti: Job | None = None) -> None:
    """Leave a message in the outbox; the index writer comes for it after the commit."""
    pesan = PesanIndeks.objects.create(dokumen=dokumen.pk)
    taruh("dokumen.indeks", pesan.pk, seperti=seperti)


SEKALI_LIHAT = timedelta(minutes=10)
"""One look at a paper is one trace, not one per page image."""


def catat_baca(*, by: Pengguna, dokumen: Dokumen, cara: str, peran: str) -> None:
    """Reading another person's paper leaves a trace its owner can see; one's own does not."""
    if dokumen.pegawai.pengguna_id == by.pk:
        return
    baru = AksesBaca.objects.filter(dokumen=dokumen, pengguna=by, pada__gt=timezone.now() - SEKALI_LIHAT)
    if cara == "lihat" and baru.filter(cara="lihat", peran=peran[:200]).exists():
        return
    with transaction.atomic():
        AksesBaca.objects.create(dokumen=dokumen, pengguna=by, cara=cara, peran=peran[:200])
        catat(f"dokumen.{cara}", by=by, objek=dokumen, peran=peran)


def alamat(dokumen: Dokumen) -> str:
    return reverse("dokumen:dokumen", args=[dokumen.pk])
