"""Into quarantine and, by two people with their reasons, out of it again."""

from __future__ import annotations

from pathlib import PurePath

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.actions import alamat, pindah
from docservice.dokumen.models import Dokumen, PelepasanKarantina, VersiDokumen
from docservice.dokumen.status import ALUR_BERKAS, BACAAN_TERBUKA, StatusBerkas, StatusDokumen
from docservice.dokumen.temuan import berlapis
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos
from docservice.umum.kalimat import oleh_pada
from storage import Inspection, inspect

PALING_PENDEK = 10
"""Letters of a reason: "ok" is none."""


def check_may_karantina(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Karantina hanya dibuka administrator dan kepala BKPSDMD.")


def may_karantina(pengguna: Pengguna) -> bool:
    return lolos(check_may_karantina, pengguna)


def isi_karantina(pengguna: Pengguna) -> QuerySet[VersiDokumen]:
    """What lies there, newest first: names and verdicts, never bytes."""
    check_may_karantina(pengguna)
    versi = VersiDokumen.objects.filter(status=StatusBerkas.KARANTINA).order_by("-diunggah_pada")
    return versi.select_related("dokumen__pegawai", "diunggah_oleh").prefetch_related("pelepasan__diusulkan_oleh")


def ambil_karantina(pengguna: Pengguna, pk: int) -> VersiDokumen:
    versi = isi_karantina(pengguna).filter(pk=pk).first()
    if versi is None:
        raise Http404
    return versi


def usulkan_lepas(*, by: Pengguna, versi: VersiDokumen, alasan: str) -> PelepasanKarantina:
    """The first of two says why the scanner is wrong; raises :class:`SudahBerubah` when someone has said so already."""
    _check_bukan_miliknya(by, versi)
    alasan = _alasan(alasan)
    try:
        with transaction.atomic():
            usul = PelepasanKarantina.objects.create(versi=versi, diusulkan_oleh=by, alasan=alasan)
            catat("karantina.diusulkan_lepas", by=by, objek=versi.dokumen, versi=versi.nomor, alasan=alasan)
            return usul
    except IntegrityError:
        ada = versi.pelepasan.select_related("diusulkan_oleh").latest("diusulkan_pada")
        oleh = oleh_pada(ada.diusulkan_oleh, ada.diusulkan_pada)
        raise SudahBerubah(f"Pelepasan berkas ini sudah diusulkan {oleh}, dan menunggu orang kedua.") from None


def putuskan_lepas(*, by: Pengguna, usul: PelepasanKarantina, setuju: bool, alasan: str) -> VersiDokumen:
    """The second: lets it out to be read like any other file, or keeps it in.

    Raises :class:`TidakBerwenang` for the proposer, :class:`SudahBerubah` when it was decided meanwhile, and
    :class:`IsianSalah` for what the gate would refuse even without a virus.
    """
    versi = VersiDokumen.objects.select_related("dokumen__pegawai", "diunggah_oleh").get(pk=usul.versi_id)
    _check_bukan_miliknya(by, versi)
    if usul.diusulkan_oleh_id == by.pk:
        raise TidakBerwenang("Pelepasan diputuskan orang kedua, bukan pengusulnya.")
    alasan = _alasan(alasan)
    gerbang = _check_gerbang(versi) if setuju else None
    if gerbang:
        with gudang.karantina().open(versi.sha256) as isi:
            gudang.arsip(rahasia=versi.dokumen.rahasia).put(isi)
    with transaction.atomic():
        hasil = PelepasanKarantina.Hasil.DILEPAS if setuju else PelepasanKarantina.Hasil.DITOLAK
        kini = timezone.now()
        terbuka = PelepasanKarantina.objects.filter(pk=usul.pk, hasil="")
        if not terbuka.update(hasil=hasil, diputuskan_oleh=by, diputuskan_pada=kini, alasan_putusan=alasan):
            raise SudahBerubah(f"Usul ini sudah diputuskan {_pemutus(versi)}.")
        catat(f"karantina.{hasil}", by=by, objek=versi.dokumen, versi=versi.nomor, alasan=alasan)
        if gerbang:
            _lepaskan(versi, berlapis=berlapis(gerbang))
    return versi


def _lepaskan(versi: VersiDokumen, *, berlapis: bool) -> None:
    ALUR_BERKAS.periksa(versi.status, StatusBerkas.BERSIH)
    try:
        with transaction.atomic():
            VersiDokumen.objects.filter(pk=versi.pk).update(
                status=StatusBerkas.BERSIH, alasan_kode="", alasan="", berlapis=berlapis
            )
    except IntegrityError:  # the same bytes came in again meanwhile
        raise SudahBerubah("Berkas yang sama sudah ada di arsip pegawai ini.") from None
    dokumen = (
        Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai", "jenis").get(pk=versi.dokumen_id)
    )
    dokumen.bersih = True
    dokumen.save(update_fields=["bersih", "diubah_pada"])
    if dokumen.status == StatusDokumen.GAGAL:
        pindah(dokumen, StatusDokumen.DIPROSES)
    taruh("dokumen.baca", versi.pk)
    teks = f"{dokumen.judul} dilepas dari karantina dan sedang dibaca."
    kabari(versi.diunggah_oleh, teks, kunci=f"dilepas:{versi.pk}", tautan=alamat(dokumen))


def karantinakan(versi: VersiDokumen, *, tanda: str | None) -> None:
    """In the caller's transaction, for a file already in the archive: out of every read path, its owner told."""
    ALUR_BERKAS.periksa(versi.status, StatusBerkas.KARANTINA)
    isi = {"status": StatusBerkas.KARANTINA, "alasan_kode": "terinfeksi"}
    VersiDokumen.objects.filter(pk=versi.pk).update(**isi)
    catat("berkas.karantina", by=None, objek=versi.dokumen, versi=versi.nomor, sha256=versi.sha256, tanda=tanda)
    dokumen = (
        Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai", "jenis").get(pk=versi.dokumen_id)
    )
    dokumen.bersih = dokumen.versi.filter(status__in=BACAAN_TERBUKA).exists()
    dokumen.save(update_fields=["bersih", "diubah_pada"])
    if dokumen.sumber == Dokumen.Sumber.UNGGAHAN and not dokumen.versi.filter(nomor__gt=versi.nomor).exists():
        if dokumen.status != StatusDokumen.DIPROSES:
            pindah(dokumen, StatusDokumen.DIPROSES)
        pindah(dokumen, StatusDokumen.GAGAL)
    teks = f"{dokumen.judul} dikarantina: pemindai virus yang diperbarui menemukan bahaya. Foto ulang kertasnya."
    kabari(dokumen.pegawai.pengguna, teks, kunci=f"karantina:{versi.pk}", tautan=alamat(dokumen), nada="bahaya")


def _check_bukan_miliknya(by: Pengguna, versi: VersiDokumen) -> None:
    check_may_karantina(by)
    if versi.status != StatusBerkas.KARANTINA:
        raise SudahBerubah(f"Berkas ini sudah dilepas dari karantina {_pemutus(versi)}.")
    if by.pk in (versi.diunggah_oleh_id, versi.dokumen.pegawai.pengguna_id):
        raise TidakBerwenang("Berkas Anda sendiri diputuskan orang lain.")


def _pemutus(versi: VersiDokumen) -> str:
    ada = versi.pelepasan.exclude(hasil="").select_related("diputuskan_oleh").order_by("-diputuskan_pada").first()
    return oleh_pada(ada.diputuskan_oleh, ada.diputuskan_pada) if ada else oleh_pada(None, None)


def _check_gerbang(versi: VersiDokumen) -> Inspection:
    """The scanner has spoken; the gate has not: the file never came that far."""
    with gudang.karantina().local_path(versi.sha256) as path:
        hasil = inspect(path, filename=PurePath(versi.nama_berkas).name, policy=gudang.aturan_berkas())
    if not hasil.accepted:
        raise IsianSalah(f"Berkas ini tetap tidak dapat diterima. {hasil.reason}", kode=hasil.reason_code)
    return hasil


def _alasan(teks: str) -> str:
    teks = " ".join(teks.split())[:500]
    if len(teks) < PALING_PENDEK:
        pesan = "Tulis alasannya dalam satu kalimat."
        raise IsianSalah(pesan, isian={"alasan": pesan})
    return teks
