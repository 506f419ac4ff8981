"""Verbs of the workbench: verify against the original, return with coded reasons, undo."""

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
from docservice.dokumen.status import ALUR_DOKUMEN, Basis, StatusDokumen, basis_dipakai
from docservice.dokumen.tanda_tangan import laporan, perlu_diperiksa
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import may_verifikasi_usulan
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.umum.kalimat import dalam_kalimat
from docservice.verifikasi.cocok import bidang_pencocokan
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import PERLU_CATATAN, Alasan, Pegang, Verifikasi
from docservice.verifikasi.permissions import check_may_verifikasi, check_pegangan, kedua_untuk, tugas_pemeriksa
from docservice.verifikasi.sesi import pegang_lagi, sesi_kini
from docservice.verifikasi.status import StatusSesi

MASA_URUNG = timedelta(seconds=10)
"""The bar stands for five seconds (screens §5.2); what is pressed at its last moment still arrives in time."""


def verifikasi(
    *,
    by: Pengguna,
    dokumen: Dokumen,
    basis: str,
    halaman_dilihat: Sequence[int],
    sha256: str,
    bidang_dilihat: Sequence[str] | None = None,
    catatan_bkpsdmd: str = "",
    detik: int | None = None,
) -> Verifikasi:
    """Vouch for the version whose hash is *sha256*: its original was seen, page by page.

    *bidang_dilihat* names the fields looked up on the paper, where they were shown; those that the reader did not
    find as declared must be among them. Raises :class:`BelumLengkap` (no basis, a page or field unseen, signature
    not valid) or :class:`SudahBerubah` (other bytes, decided already).
    """
    if basis == Basis.TTE:
        _check_tanda_tangan(dokumen)
    with transaction.atomic():
        dokumen, versi = _kunci(by, dokumen, sha256)
        _check_dilihat(dokumen, versi, basis, halaman_dilihat, bidang_dilihat)
        isi: dict[str, object] = {"basis": basis, "halaman_dilihat": list(halaman_dilihat)}
        isi |= {"catatan_bkpsdmd": catatan_bkpsdmd[:300], "detik": detik}
        putusan = _putuskan(by, versi, Verifikasi.Hasil.TERVERIFIKASI, **isi)
        if putusan.periksa_id is None:
            dokumen.basis = basis
            dokumen.save(update_fields=["basis"])
            pindah(dokumen, StatusDokumen.TERVERIFIKASI)
            _teruskan_usulan(by, dokumen)
    return putusan


def _check_tanda_tangan(dokumen: Dokumen) -> None:
    """Our own verifier says valid; slow, so before the transaction (it keeps its report for an hour)."""
    versi = dokumen.versi_terkini
    if not perlu_diperiksa(versi):
        raise BelumLengkap("Berkas ini tidak bertanda tangan elektronik. Pilih kertas asli atau salinan legalisir.")
    if laporan(versi).verdict != "valid":
        raise BelumLengkap("Tanda tangan pada berkas ini tidak dapat dipastikan sah. Pilih kertas asli atau legalisir.")


def _check_dilihat(
    dokumen: Dokumen, versi: VersiDokumen, basis: str, halaman: Sequence[int], bidang: Sequence[str] | None
) -> None:
    """One refusal per cause, in the order of the screen (screens §5.2)."""
    if basis == "belum":
        raise BelumLengkap(
            "Belum dapat diverifikasi karena Anda belum melihat aslinya. Tekan S untuk melewati.",
            kode="belum_melihat",
        )
    if basis not in basis_dipakai():
        raise BelumLengkap("Pilih dulu apa yang Anda lihat.", kode="basis_kosong")
    for nomor in range(1, versi.jumlah_halaman + 1):
        if nomor not in halaman:
            raise BelumLengkap(f"Halaman {nomor} belum dibuka.", kode="halaman_belum_dibuka")
    for satu in bidang_pencocokan(dokumen, versi) if bidang is not None else ():
        if satu.perlu_dicari and satu.kode not in (bidang or ()):
            raise BelumLengkap(f"Periksa dulu {dalam_kalimat(satu.label)}.", kode="isian_belum_diperiksa")


@transaction.atomic
def kembalikan(
    *,
    by: Pengguna,
    dokumen: Dokumen,
    alasan: Sequence[tuple[int, str]],
    catatan: str,
    sha256: str,
    diteruskan: bool = False,
    catatan_bkpsdmd: str = "",
    detik: int | None = None,
) -> Verifikasi:
    """Return the paper to its owner with coded reasons per page; the owner reads a sentence made of them.

    *diteruskan* lets the agency know of a paper that is another's or differs from its original.
    """
    dokumen, versi = _kunci(by, dokumen, sha256)
    kode = {k for _, k in alasan}
    if not kode or not kode <= set(Alasan.values):
        raise BelumLengkap("Pilih paling sedikit satu alasan.", kode="alasan_kosong")
    if asing := sorted({n for n, _ in alasan if not 1 <= n <= max(1, versi.jumlah_halaman)}):
        raise BelumLengkap(f"Halaman {asing[0]} tidak ada di berkas ini.", kode="halaman_tidak_ada")
    if kode & PERLU_CATATAN and not catatan.strip():
        raise BelumLengkap("Tulis catatan agar pegawai tahu yang harus diperbaiki.", kode="catatan_kosong")
    isi: dict[str, object] = {"alasan": [list(a) for a in alasan], "catatan": catatan[:300]}
    isi |= {"catatan_bkpsdmd": catatan_bkpsdmd[:300], "diteruskan": diteruskan, "detik": detik}
    putusan = _putuskan(by, versi, Verifikasi.Hasil.DIKEMBALIKAN, **isi)
    if putusan.periksa_id is None:
        pindah(dokumen, StatusDokumen.DIKEMBALIKAN)
        for usulan in _usulan_dari(dokumen):
            riwayat_actions.kembalikan(by=by, riwayat=usulan, catatan=kalimat_kembali(putusan))
    return putusan


def _kunci(by: Pengguna, dokumen: Dokumen, sha256: str) -> tuple[Dokumen, VersiDokumen]:
    check_may_verifikasi(by, dokumen)
    dokumen = Dokumen.objects.select_for_update().select_related("pegawai", "jenis").get(pk=dokumen.pk)
    check_pegangan(by, dokumen)
    versi = dokumen.versi_terkini
    if dokumen.status != StatusDokumen.MENUNGGU and kedua_untuk(by, dokumen) is None:
        putusan = versi.verifikasi.filter(diurungkan_pada=None).first()
        kode = "diputuskan_sendiri" if putusan and putusan.oleh_id == by.pk else None
        raise SudahBerubah("Berkas ini sudah diputuskan.", kode=kode, pada=putusan.pada if putusan else None)
    if versi.sha256 != sha256 or not versi.dapat_dibuka:
        raise SudahBerubah("Berkas ini sudah diganti pemiliknya. Muat ulang untuk memeriksa versi terbaru.")
    return dokumen, versi


def _putuskan(by: Pengguna, versi: VersiDokumen, hasil: Verifikasi.Hasil, **isi: object) -> Verifikasi:
    """Record it with its assignment and sitting; on a paper that is decided already it is a second look's opinion."""
    tugas = tugas_pemeriksa(by, versi.dokumen)
    periksa = None if versi.dokumen.status == StatusDokumen.MENUNGGU else kedua_untuk(by, versi.dokumen)
    putusan = Verifikasi.objects.create(
        versi=versi,
        sha256=versi.sha256,
        oleh=by,
        dasar_tugas=str(tugas),
        hasil=hasil,
        periksa=periksa,
        sesi=sesi_kini(by),
        **isi,
    )
    Pegang.objects.filter(dokumen=versi.dokumen_id).delete()
    catat(
        "periksa_kedua.pandangan" if periksa else ALUR_DOKUMEN.jejak(hasil),
        by=by,
        objek=periksa or versi.dokumen,
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
        terbukti = not usulan.bukti.exclude(dokumen__status=StatusDokumen.TERVERIFIKASI).exists()
        if terbukti and may_verifikasi_usulan(by, usulan):  # what one filled in oneself waits for another
            riwayat_actions.verifikasi(by=by, riwayat=usulan)


@transaction.atomic
def urungkan(*, by: Pengguna, putusan: Verifikasi) -> Verifikasi:
    """Take a decision back within seconds, before anyone was told."""
    putusan = (
        Verifikasi.semua.select_for_update(of=("self",)).select_related("versi__dokumen", "sesi").get(pk=putusan.pk)
    )
    if putusan.oleh_id != by.pk:
        raise TidakBerwenang("Keputusan diurungkan oleh yang memutuskannya.")
    if putusan.diurungkan_pada or timezone.now() - putusan.pada > MASA_URUNG:
        raise SudahBerubah("Waktu untuk mengurungkan sudah lewat. Kekeliruan diperbaiki dengan versi baru.")
    if putusan.sesi and putusan.sesi.status != StatusSesi.BERJALAN:
        raise SudahBerubah("Sesi ini sudah diakhiri. Kekeliruan diperbaiki dengan versi baru.")
    dokumen = putusan.versi.dokumen
    if Riwayat.objects.filter(bukti__dokumen=dokumen, status=StatusRiwayat.TERVALIDASI).exists():
        raise SudahBerubah("Riwayat dari dokumen ini sudah divalidasi, jadi keputusan tidak dapat diurungkan.")
    putusan.diurungkan_pada = timezone.now()
    putusan.save(update_fields=["diurungkan_pada"])
    catat("verifikasi.diurungkan", by=by, objek=putusan.periksa or dokumen, verifikasi=putusan.pk)
    if putusan.periksa_id is None:
        _buka_kembali(by, putusan, dokumen)
    pegang_lagi(by, dokumen)
    return putusan


def _buka_kembali(by: Pengguna, putusan: Verifikasi, dokumen: Dokumen) -> None:
    dokumen.basis = ""
    dokumen.save(update_fields=["basis"])
    pindah(dokumen, StatusDokumen.MENUNGGU)
    for usulan in _usulan_akibat(putusan):
        riwayat_actions.urungkan(by=by, riwayat=usulan)
        Kabar.objects.filter(kunci__startswith=f"riwayat:{usulan.pk}:", dibuat_pada__gte=putusan.pada).delete()


def _usulan_akibat(putusan: Verifikasi) -> list[Riwayat]:
    """Proposals that this very decision moved on or sent back, and nobody else has touched since."""
    terkait = Riwayat.objects.filter(bukti__dokumen=putusan.versi.dokumen_id)
    if putusan.hasil == Verifikasi.Hasil.DIKEMBALIKAN:
        return list(terkait.filter(status=StatusRiwayat.DRAF, catatan=kalimat_kembali(putusan)[:300]))
    oleh = {"diverifikasi_oleh": putusan.oleh, "diverifikasi_pada__gte": putusan.pada}
    return list(terkait.filter(status=StatusRiwayat.DIVERIFIKASI, **oleh))
