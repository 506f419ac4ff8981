"""Comparing and closing, in steps that a killed worker's successor goes on with."""

from __future__ import annotations

import io
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.pegawai.models import BUKAN_PEGAWAI, Pegawai
from docservice.rekonsiliasi.banding import bandingkan, hanya_sini
from docservice.rekonsiliasi.ekspor import Ekspor, baca_ekspor
from docservice.rekonsiliasi.hasil import ke_json, ke_xlsx, susun
from docservice.rekonsiliasi.kita import Kita, kumpulkan
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.rekonsiliasi.status import ALUR_REKONSILIASI, StatusRekonsiliasi
from storage import ScanVerdict, Table, TableRefused, read_table

S = StatusRekonsiliasi
SEKALI = 500
"""People compared at a time: what a killed worker does again."""
BERBAHAYA = "Berkas ini terdeteksi berbahaya dan tidak dibuka. Bersihkan perangkat Anda, lalu ekspor ulang."


def banding(subjek: str, klaim: Klaim) -> None:
    """Scan, read and compare an export; nothing is shown for decision before the last person was compared."""
    satu = Rekonsiliasi.objects.select_related("oleh").get(pk=subjek)
    if satu.status != S.DIBACA:
        return
    try:
        ekspor = baca_ekspor(_baca(satu))
    except (TableRefused, Terinfeksi) as salah:
        _tolak(satu, klaim, str(salah), [])
        return
    if ekspor.galat:
        _tolak(satu, klaim, f"Ada {len(ekspor.galat)} hal yang perlu diperbaiki di berkas ini.", ekspor.galat)
        return
    isi = {"jumlah": len(ekspor.orang), "kolom": ekspor.kolom, "asing": ekspor.asing}
    Rekonsiliasi.objects.filter(pk=satu.pk).update(**isi)
    _bandingkan(satu, ekspor, klaim)
    _hanya_sini(satu, {orang.nip for orang in ekspor.orang}, klaim)
    with klaim.selesai():
        _pindah(satu, S.DIPUTUSKAN, dibandingkan_pada=timezone.now(), diproses=len(ekspor.orang))
        n = satu.beda.count()
        _kabari(satu, f"Perbandingan {satu.nama} dengan data BKN selesai: {n} perbedaan menunggu putusan.", "info")


class Terinfeksi(Exception):
    pass


def _baca(satu: Rekonsiliasi) -> Table:
    """The table, once the scanner has called its bytes clean (Law 3); the export itself goes into the archive."""
    with gudang.bagian().local_path(satu.sumber) as path:
        vonis = gudang.pemindai().scan(path).verdict
        if vonis is ScanVerdict.UNAVAILABLE:
            raise CobaLagi("pemindai virus belum menjawab", timedelta(seconds=5))
        if vonis is not ScanVerdict.CLEAN:
            raise Terinfeksi(BERBAHAYA)
        with path.open("rb") as isi:
            gudang.arsip(rahasia=True).put(isi)
        return read_table(path)


def _tolak(satu: Rekonsiliasi, klaim: Klaim, alasan: str, galat: list[tuple[int, str]]) -> None:
    with klaim.selesai():
        _pindah(satu, S.DITOLAK, alasan=alasan[:300], galat=galat)
        _kabari(satu, f"{satu.nama} tidak dapat dibandingkan. {alasan}", "bahaya")


def _bandingkan(satu: Rekonsiliasi, ekspor: Ekspor, klaim: Klaim) -> None:
    """Rows already there are those of an earlier attempt."""
    ada = set(satu.orang.values_list("nip", flat=True))
    sisa = iter([orang for orang in ekspor.orang if orang.nip not in ada])
    selesai = len(ekspor.orang) - sum(orang.nip not in ada for orang in ekspor.orang)
    while sekali := list(islice(sisa, SEKALI)):
        kita = kumpulkan([orang.nip for orang in sekali])
        pasangan = [bandingkan(satu, orang, kita.get(orang.nip), ekspor.kolom) for orang in sekali]
        selesai += len(sekali)
        _simpan(satu, pasangan, klaim, diproses=selesai)


def _hanya_sini(satu: Rekonsiliasi, di_bkn: set[str], klaim: Klaim) -> None:
    ada = set(satu.orang.values_list("nip", flat=True)) | di_bkn
    orang = Pegawai.objects.filter(kedudukan_hukum__lt=BUKAN_PEGAWAI).select_related("unit").order_by("pk")
    sisa = (hanya_sini(satu, Kita(pegawai)) for pegawai in orang.iterator(chunk_size=SEKALI) if pegawai.nip not in ada)
    while sekali := list(islice(sisa, SEKALI)):
        _simpan(satu, sekali, klaim)


def _simpan(
    satu: Rekonsiliasi, pasangan: list[tuple[OrangRekonsiliasi, list[Beda]]], klaim: Klaim, **maju: int
) -> None:
    """People with their differences, all or none; only whoever still holds the job writes."""
    with transaction.atomic():
        klaim.perpanjang()
        OrangRekonsiliasi.objects.bulk_create([orang for orang, _ in pasangan])
        Beda.objects.bulk_create([beda for _, semua in pasangan for beda in semua], batch_size=1000)
        if maju:
            Rekonsiliasi.objects.filter(pk=satu.pk).update(**maju)


def buat_hasil(subjek: str, klaim: Klaim) -> None:
    """The result as bytes in the archive, then its name on the run: from now on neither changes."""
    satu = Rekonsiliasi.objects.select_related("oleh", "ditutup_oleh").get(pk=subjek)
    if satu.status != S.MENUTUP:
        return
    isi = susun(satu)
    arsip = gudang.arsip(rahasia=True)
    sidik = {"hasil_json": arsip.put(io.BytesIO(ke_json(isi))).sha256}
    sidik["hasil_xlsx"] = arsip.put(io.BytesIO(ke_xlsx(isi))).sha256
    with klaim.selesai():
        _pindah(satu, S.DITUTUP, **sidik)
        _kabari(satu, f"Rekonsiliasi {satu.nama} ditutup. Hasilnya dapat diunduh.", "baik")


def _pindah(satu: Rekonsiliasi, ke: StatusRekonsiliasi, **isi: Any) -> None:
    ALUR_REKONSILIASI.periksa(satu.status, ke)
    Rekonsiliasi.objects.filter(pk=satu.pk).update(status=ke, **isi)
    rincian = {nama: nilai for nama, nilai in isi.items() if nama in ("hasil_json", "hasil_xlsx", "diproses", "alasan")}
    catat(ALUR_REKONSILIASI.jejak(ke), by=None, objek=satu, **rincian)


def _kabari(satu: Rekonsiliasi, teks: str, nada: str) -> None:
    tautan = reverse("rekonsiliasi:rincian", args=[satu.pk])
    kabari(satu.oleh, teks[:300], kunci=f"rekonsiliasi:{satu.pk}:{nada}", tautan=tautan, nada=nada)


def terkunci(subjek: str) -> None:
    """A comparison that failed five times: said to whoever asked for it."""
    satu = Rekonsiliasi.objects.select_related("oleh").get(pk=subjek)
    with transaction.atomic():
        teks = f"Rekonsiliasi {satu.nama} terhenti karena gangguan. Petugas sistem sudah diberi tahu."
        _kabari(satu, teks, "kembali")
