"""Scanning the archive again when the scanner has learned something new."""

from __future__ import annotations

from datetime import timedelta

from docservice.antrean.errors import CobaLagi
from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.antrean.sapuan import penuh
from docservice.dokumen import gudang
from docservice.dokumen.karantina import karantinakan
from docservice.dokumen.models import PelepasanKarantina, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from storage import Inspection, ScanResult, ScanVerdict, inspect

SEKALI = 500
"""Files asked for in one round; the rest follows in the next."""


def cari_yang_lama(subjek: str, klaim: Klaim) -> None:
    """Every quarter of an hour: files last judged with other signatures than today's are asked for, newest first, at
    the very back of the queue."""
    sehat = gudang.pemindai().health()
    if not sehat.available or not sehat.engine or sehat.stale:
        raise CobaLagi("pemindai virus belum menjawab", timedelta(minutes=5))
    if penuh(Prioritas.MALAM):
        return
    lama = VersiDokumen.objects.filter(status__in=BACAAN_TERBUKA).exclude(basis_pindai=sehat.engine)
    lama = lama.exclude(pelepasan__hasil=PelepasanKarantina.Hasil.DILEPAS)  # two people have said what it is
    with klaim.selesai():
        for pk in lama.order_by("-pk").values_list("pk", flat=True)[:SEKALI]:
            taruh("dokumen.pindai_ulang", pk, kunci=f"pindai_ulang:{pk}", prioritas=Prioritas.MALAM)


def pindai_ulang(subjek: str, klaim: Klaim) -> None:
    """Version *subjek* once more; what passed the gate stays in unless a virus is found in it."""
    versi = VersiDokumen.objects.select_related("dokumen__pegawai", "diunggah_oleh").get(pk=subjek)
    if versi.status not in BACAAN_TERBUKA:
        return
    with gudang.arsip().local_path(versi.sha256) as path:
        hasil = inspect(path, filename=versi.nama_berkas, scanner=gudang.pemindai(), policy=gudang.aturan_berkas())
    if hasil.reason_code == "tertunda":
        raise CobaLagi("server sibuk", timedelta(minutes=5), hitung=True)
    if hasil.scan is None or not _terjawab(hasil.scan):
        raise CobaLagi("pemindai virus belum menjawab", timedelta(minutes=1))
    terinfeksi = hasil.scan.verdict is ScanVerdict.INFECTED
    if terinfeksi:
        with gudang.arsip().open(versi.sha256) as isi:
            gudang.karantina().put(isi)
    with klaim.selesai():
        VersiDokumen.objects.filter(pk=versi.pk).update(basis_pindai=basis(hasil))
        if terinfeksi:
            karantinakan(versi, tanda=hasil.scan.signature)


def _terjawab(pindaian: ScanResult) -> bool:
    """An error of the scanner says nothing about the file: it was not looked at with the new signatures. A limit it
    will always hit is an answer."""
    if pindaian.verdict is ScanVerdict.UNSCANNABLE:
        return (pindaian.signature or "").startswith("Heuristics.")
    return pindaian.verdict is not ScanVerdict.UNAVAILABLE


def basis(hasil: Inspection) -> str:
    """Engine and number of its signatures, as the scanner names them."""
    return ((hasil.scan and hasil.scan.engine) or "")[:80]
