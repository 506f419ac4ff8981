"""The pipeline of a file: scan, gate, read. Each step may run twice without harm."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.antrean.errors import CobaLagi, sibuk
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.actions import alamat, perbarui_indeks, pindah
from docservice.dokumen.baca import baca_berkas, simpan_bacaan
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.pindai_ulang import basis
from docservice.dokumen.proses import JALAN_KELUAR, SEBAB_KARANTINA
from docservice.dokumen.segel import minta_segel_bila_menjadi
from docservice.dokumen.status import ALUR_BERKAS, StatusBerkas, StatusDokumen
from docservice.dokumen.temuan import berlapis
from search import Busy as TakSempatDibaca
from search import Unreadable
from storage import Busy, Inspection, ScanVerdict, UnsafeToRender, inspect

JEDA_KABAR = 1.0


def pindai(subjek: str, klaim: Klaim) -> None:
    """Virus scan and structural gate of version *subjek*; only the exact *clean* passes (Law 3)."""
    versi = VersiDokumen.objects.select_related("dokumen__pegawai").get(pk=subjek)
    if versi.status != StatusBerkas.DITERIMA:
        return
    with gudang.masuk().local_path(versi.sha256) as path:
        hasil = inspect(path, filename=versi.nama_berkas, scanner=gudang.pemindai(), policy=gudang.aturan_berkas())
    if hasil.reason_code == "terinfeksi":
        _karantina(versi, hasil, klaim)
    elif hasil.reason_code == "tertunda":
        raise _sibuk(versi)
    elif _pemindai_belum_menjawab(hasil):
        VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="pemindai")
        raise CobaLagi("pemindai virus belum menjawab", _jeda(versi))
    elif hasil.reason_code == "tidak_terpindai":
        _karantina(versi, hasil, klaim)
    elif hasil.accepted and hasil.scan and hasil.scan.verdict is ScanVerdict.CLEAN:
        _terima(versi, hasil, klaim)
    else:
        _tolak(versi, hasil, klaim)


def _sibuk(versi: VersiDokumen) -> CobaLagi:
    """No time for the file, says the machine; its page says so."""
    VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="sibuk")
    return sibuk()


def _jeda(versi: VersiDokumen) -> timedelta:
    """A tenth of the time it has waited: soon after a restart, seldom in a long outage."""
    return min(max((timezone.now() - versi.diunggah_pada) / 10, timedelta(seconds=5)), timedelta(minutes=5))


def _pemindai_belum_menjawab(hasil: Inspection) -> bool:
    """No whole answer, or an error of the scanner: wait. A limit it will always hit is for two people to judge."""
    if hasil.scan is None or hasil.reason_code == "pemindai_tidak_tersedia":
        return True
    batas = (hasil.scan.signature or "").startswith("Heuristics.")
    return hasil.reason_code == "tidak_terpindai" and not batas


def _karantina(versi: VersiDokumen, hasil: Inspection, klaim: Klaim) -> None:
    """Dangerous, or too deep or large to be looked through: never *clean*, and no longer anybody's to open."""
    kode = hasil.reason_code or "tidak_terpindai"
    with gudang.masuk().open(versi.sha256) as isi:
        gudang.karantina().put(isi)
    with klaim.selesai():
        _ubah(versi, StatusBerkas.KARANTINA, hasil, alasan_kode=kode)
        _gagalkan(versi)
        kabari(
            versi.diunggah_oleh,
            f"{versi.dokumen.judul} dikarantina karena {SEBAB_KARANTINA[kode]}. {JALAN_KELUAR[kode]}",
            kunci=f"karantina:{versi.pk}",
            tautan=alamat(versi.dokumen),
            nada="bahaya",
        )


def _tolak(versi: VersiDokumen, hasil: Inspection, klaim: Klaim) -> None:
    with klaim.selesai():
        _ubah(
            versi,
            StatusBerkas.DITOLAK,
            hasil,
            alasan_kode=hasil.reason_code or "rusak",
            alasan=hasil.reason or "",
        )
        _gagalkan(versi)
        teks = f"{versi.dokumen.judul} tidak dapat diterima. {hasil.reason}"
        kabari(
            versi.diunggah_oleh,
            teks[:300],
            kunci=f"ditolak:{versi.pk}",
            tautan=alamat(versi.dokumen),
            nada="bahaya",
        )


def _terima(versi: VersiDokumen, hasil: Inspection, klaim: Klaim) -> None:
    with gudang.masuk().open(versi.sha256) as isi:
        gudang.arsip(rahasia=versi.dokumen.rahasia).put(isi)
    with klaim.selesai():
        _ubah(
            versi,
            StatusBerkas.BERSIH,
            hasil,
            bertanda_tangan=hasil.signatures,
            berlapis=berlapis(hasil),
            jumlah_halaman=hasil.pages or 0,
        )
        dokumen = _kunci(versi)
        dokumen.bersih = True
        dokumen.save(update_fields=["bersih", "diubah_pada"])
        minta_segel_bila_menjadi(dokumen, tadi=versi.dokumen, klaim=klaim)
        taruh("dokumen.baca", versi.pk, seperti=klaim.job)


def _gagalkan(versi: VersiDokumen) -> None:
    """The document waits for another try of its owner, unless that has come already."""
    dokumen = _kunci(versi)
    if _terkini(versi):
        pindah(dokumen, StatusDokumen.GAGAL)


def _ubah(versi: VersiDokumen, status: StatusBerkas, hasil: Inspection, **lain: object) -> None:
    ALUR_BERKAS.periksa(versi.status, status)
    pemindai = {}
    if hasil.scan:
        tanggal = hasil.scan.signatures_date
        pemindai = {
            "vonis": str(hasil.scan.verdict),
            "tanda": hasil.scan.signature,
            "mesin": hasil.scan.engine,
            "basis": tanggal.isoformat() if tanggal else None,
        }
    VersiDokumen.objects.filter(pk=versi.pk).update(
        status=status, tertunda="", pemindai=pemindai, basis_pindai=basis(hasil), **lain
    )
    catat(ALUR_BERKAS.jejak(status), by=None, objek=versi.dokumen, versi=versi.nomor, sha256=versi.sha256)


def baca(subjek: str, klaim: Klaim) -> None:
    """Page images, text and fields of version *subjek*, all made in the limited child (Law 13)."""
    versi = VersiDokumen.objects.select_related("dokumen__pegawai").get(pk=subjek)
    if versi.status != StatusBerkas.BERSIH:
        return
    with tempfile.TemporaryDirectory() as folder, gudang.arsip().local_path(versi.sha256) as path:
        try:
            bacaan = baca_berkas(
                path, tipe=versi.tipe, folder=Path(folder), rahasia=versi.dokumen.rahasia, maju=_maju(versi)
            )
        except (Busy, TakSempatDibaca):
            raise _sibuk(versi) from None
        except (Unreadable, UnsafeToRender):
            bacaan = None
    with klaim.selesai():
        status = StatusBerkas.SIAP if bacaan else StatusBerkas.TAK_TERBACA
        terbaca = simpan_bacaan(versi, bacaan) if bacaan else {}
        VersiDokumen.objects.filter(pk=versi.pk).update(status=status, tertunda="", **terbaca)
        catat(ALUR_BERKAS.jejak(status), by=None, objek=versi.dokumen, versi=versi.nomor)
        dokumen = _kunci(versi)
        minta_segel_bila_menjadi(dokumen, tadi=versi.dokumen, klaim=klaim)
        if _terkini(versi) and dokumen.status == StatusDokumen.DIPROSES:
            pindah(dokumen, StatusDokumen.MENUNGGU, seperti=klaim.job)
        else:
            perbarui_indeks(dokumen, seperti=klaim.job)


def _maju(versi: VersiDokumen) -> Callable[[int], None]:
    """Says on the page how far the reading is, at most once a second: that is for people, and each costs a commit.

    A database that is busy just then must not cost the pages that were read.
    """
    berkas, terakhir = VersiDokumen.objects.filter(pk=versi.pk, status=StatusBerkas.BERSIH), time.monotonic()

    def maju(halaman: int) -> None:
        nonlocal terakhir
        if time.monotonic() - terakhir >= JEDA_KABAR:
            terakhir = time.monotonic()
            with suppress(DatabaseError):
                berkas.update(halaman_dibaca=halaman)

    if versi.halaman_dibaca:  # of a try that ended before
        berkas.update(halaman_dibaca=0)
    return maju


def _kunci(versi: VersiDokumen) -> Dokumen:
    """As it is now: an upload or a decision may have come while the file was being worked on."""
    return Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai", "jenis").get(pk=versi.dokumen_id)


def _terkini(versi: VersiDokumen) -> bool:
    """A version that was replaced while it was being worked on no longer moves its document."""
    return not VersiDokumen.objects.filter(dokumen=versi.dokumen_id, nomor__gt=versi.nomor).exists()


def terhenti(subjek: str) -> None:
    """Five failures: its uploader is told that someone looks after it; the operator's page names it."""
    VersiDokumen.objects.filter(pk=subjek).update(tertunda="macet")
