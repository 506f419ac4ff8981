"""Verbs of the workbench: take a batch, verify against the original, return with coded reasons, undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import pindah
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import ALUR_DOKUMEN, Basis, StatusDokumen
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import tugas_fasilitator
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import MASA_PEGANG, PERLU_CATATAN, Alasan, Pegang, Verifikasi, antrean
from docservice.verifikasi.permissions import check_may_verifikasi, check_pegangan

MASA_URUNG = timedelta(seconds=10)


@transaction.atomic
def ambil(*, by: Pengguna, jumlah: int = 20) -> list[Dokumen]:
    """Lease the next *jumlah* waiting papers of one's units; those one holds already come first."""
    Pegang.objects.filter(sampai__lte=timezone.now()).delete()
    sampai = timezone.now() + MASA_PEGANG
    Pegang.objects.filter(oleh=by).update(sampai=sampai)
    milik = list(antrean(by).filter(pegang__oleh=by)[:jumlah])
    baru = list(antrean(by).filter(pegang__isnull=True)[: jumlah - len(milik)])
    Pegang.objects.bulk_create((Pegang(dokumen=d, oleh=by, sampai=sampai) for d in baru), ignore_conflicts=True)
    return list(antrean(by).filter(pegang__oleh=by)[:jumlah])


@transaction.atomic
def verifikasi(
    *, by: Pengguna, dokumen: Dokumen, basis: str, halaman_dilihat: Sequence[int], sha256: str
) -> Verifikasi:
    """Vouch for the version whose hash is *sha256*: its original was seen, page by page.

    Raises :class:`BelumLengkap` (no basis, a page unseen) or :class:`SudahBerubah` (other bytes, decided already).
    """
    dokumen, versi = _kunci(by, dokumen, sha256)
    if basis == "belum":
        raise BelumLengkap(
            "Belum dapat diverifikasi karena Anda belum melihat aslinya. Lewati dulu berkas ini.",
            kode="belum_melihat",
        )
    if basis not in Basis.values:
        raise BelumLengkap("Pilih dulu apa yang Anda lihat.", kode="basis_kosong")
    if basis == Basis.TTE and not versi.bertanda_tangan:
        raise BelumLengkap("Berkas ini tidak bertanda tangan elektronik. Pilih kertas asli atau salinan legalisir.")
    for nomor in range(1, versi.jumlah_halaman + 1):
        if nomor not in halaman_dilihat:
            raise BelumLengkap(f"Halaman {nomor} belum dibuka.", kode="halaman_belum_dibuka")
    dokumen.basis = basis
    dokumen.save(update_fields=["basis"])
    putusan = _putuskan(by, versi, Verifikasi.Hasil.TERVERIFIKASI, basis=basis, halaman_dilihat=list(halaman_dilihat))
    pindah(dokumen, StatusDokumen.TERVERIFIKASI)
    _teruskan_usulan(by, dokumen)
    return putusan


@transaction.atomic
def kembalikan(
    *, by: Pengguna, dokumen: Dokumen, alasan: Sequence[tuple[int, str]], catatan: str, sha256: str
) -> Verifikasi:
    """Return the paper to its owner with coded reasons per page; the owner reads a sentence made of them."""
    dokumen, versi = _kunci(by, dokumen, sha256)
    kode = {k for _, k in alasan}
    if not kode or not kode <= set(Alasan.values):
        raise BelumLengkap("Pilih paling sedikit satu alasan.", kode="alasan_kosong")
    if kode & PERLU_CATATAN and not catatan.strip():
        raise BelumLengkap("Tulis catatan agar pegawai tahu yang harus diperbaiki.", kode="catatan_kosong")
    putusan = _putuskan(
        by, versi, Verifikasi.Hasil.DIKEMBALIKAN, alasan=[list(a) for a in alasan], catatan=catatan[:300]
    )
    pindah(dokumen, StatusDokumen.DIKEMBALIKAN)
    for usulan in _usulan_dari(dokumen):
        riwayat_actions.kembalikan(by=by, riwayat=usulan, catatan=kalimat_kembali(putusan))
    return putusan


def _kunci(by: Pengguna, dokumen: Dokumen, sha256: str) -> tuple[Dokumen, VersiDokumen]:
    check_may_verifikasi(by, dokumen)
    dokumen = Dokumen.objects.select_for_update().select_related("pegawai", "jenis").get(pk=dokumen.pk)
    check_pegangan(by, dokumen)
    versi = dokumen.versi_terkini
    if dokumen.status != StatusDokumen.MENUNGGU:
        raise SudahBerubah("Berkas ini sudah diputuskan.")
    if versi.sha256 != sha256 or not versi.dapat_dibuka:
        raise SudahBerubah("Berkas ini sudah diganti pemiliknya. Muat ulang untuk memeriksa versi terbaru.")
    return dokumen, versi


def _putuskan(by: Pengguna, versi: VersiDokumen, hasil: Verifikasi.Hasil, **isi: object) -> Verifikasi:
    tugas = tugas_fasilitator(by, versi.pegawai)
    putusan = Verifikasi.objects.create(
        versi=versi, sha256=versi.sha256, oleh=by, dasar_tugas=str(tugas), hasil=hasil, **isi
    )
    Pegang.objects.filter(dokumen=versi.dokumen_id).delete()
    catat(
        ALUR_DOKUMEN.jejak(hasil),
        by=by,
        objek=versi.dokumen,
        peran=str(tugas),
        versi=versi.nomor,
        sha256=versi.sha256,
        basis=putusan.basis,
        alasan=putusan.alasan,
    )
    taruh("verifikasi.kabari", putusan.pk, tunda=MASA_URUNG)
    return putusan


def _usulan_dari(dokumen: Dokumen) -> list[Riwayat]:
    return list(Riwayat.objects.filter(bukti__dokumen=dokumen, status=StatusRiwayat.DIAJUKAN))


def _teruskan_usulan(by: Pengguna, dokumen: Dokumen) -> None:
    """Comparing the page with the paper compared the proposed values too: the usulan moves on with its last paper."""
    for usulan in _usulan_dari(dokumen):
        if not usulan.bukti.exclude(dokumen__status=StatusDokumen.TERVERIFIKASI).exists():
            riwayat_actions.verifikasi(by=by, riwayat=usulan)


@transaction.atomic
def urungkan(*, by: Pengguna, putusan: Verifikasi) -> Verifikasi:
    """Take a decision back within seconds, before anyone was told."""
    putusan = Verifikasi.objects.select_for_update().select_related("versi__dokumen").get(pk=putusan.pk)
    if putusan.oleh_id != by.pk or putusan.diurungkan_pada or timezone.now() - putusan.pada > MASA_URUNG:
        raise SudahBerubah("Waktu untuk mengurungkan sudah lewat. Kekeliruan diperbaiki dengan versi baru.")
    dokumen = putusan.versi.dokumen
    if Riwayat.objects.filter(bukti__dokumen=dokumen, status=StatusRiwayat.TERVALIDASI).exists():
        raise SudahBerubah("Riwayat dari dokumen ini sudah divalidasi, jadi keputusan tidak dapat diurungkan.")
    putusan.diurungkan_pada = timezone.now()
    putusan.save(update_fields=["diurungkan_pada"])
    dokumen.basis = ""
    dokumen.save(update_fields=["basis"])
    pindah(dokumen, StatusDokumen.MENUNGGU)
    for usulan in _usulan_akibat(putusan):
        riwayat_actions.urungkan(by=by, riwayat=usulan)
        Kabar.objects.filter(kunci__startswith=f"riwayat:{usulan.pk}:", dibuat_pada__gte=putusan.pada).delete()
    catat("verifikasi.diurungkan", by=by, objek=dokumen, verifikasi=putusan.pk)
    return putusan


def _usulan_akibat(putusan: Verifikasi) -> list[Riwayat]:
    """Proposals that this very decision moved on or sent back, and nobody else has touched since."""
    terkait = Riwayat.objects.filter(bukti__dokumen=putusan.versi.dokumen_id)
    if putusan.hasil == Verifikasi.Hasil.DIKEMBALIKAN:
        return list(terkait.filter(status=StatusRiwayat.DRAF, catatan=kalimat_kembali(putusan)[:300]))
    oleh = {"diverifikasi_oleh": putusan.oleh, "diverifikasi_pada__gte": putusan.pada}
    return list(terkait.filter(status=StatusRiwayat.DIVERIFIKASI, **oleh))
