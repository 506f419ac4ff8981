"""Papers that became confidential after they came in: what lies of them in the archive is encrypted from then on."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, Halaman, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA


def minta_segel(dokumen: Dokumen, *, sebab: str, seperti: Job | None = None) -> None:
    """Once for each *sebab*, by which *dokumen* is confidential while its bytes may not be encrypted."""
    taruh("dokumen.segel", dokumen.pk, kunci=f"segel:{dokumen.pk}:{sebab}", seperti=seperti)


def minta_segel_bila_menjadi(dokumen: Dokumen, *, tadi: Dokumen, klaim: Klaim) -> None:
    """After work on its bytes: they were put as open as *dokumen* was before (*tadi*)."""
    if dokumen.rahasia and not tadi.rahasia:
        minta_segel(dokumen, sebab=str(klaim.job.pk), seperti=klaim.job)


def segel(subjek: str, klaim: Klaim) -> None:
    """Every blob of the document put once more, encrypted: the plain one goes when the other is there.

    Run again after a crash it does no harm: what is encrypted already stays as it is.
    """
    dokumen = Dokumen.objects.get(pk=subjek)
    for sidik in _sidik(dokumen) if dokumen.rahasia else ():
        klaim.perpanjang()
        with gudang.arsip().open(sidik) as isi:
            gudang.arsip(rahasia=True).put(isi)
    with klaim.selesai():
        if dokumen.rahasia:
            catat("dokumen.disegel", by=None, objek=dokumen)


def _sidik(dokumen: Dokumen) -> Iterator[str]:
    """Files, what was made of them, and page images."""
    berkas = VersiDokumen.objects.filter(dokumen=dokumen, status__in=BACAAN_TERBUKA).values_list("sha256", "turunan")
    for pasang in berkas:
        yield from filter(None, pasang)
    for gambar, kecil in Halaman.objects.filter(versi__dokumen=dokumen).values_list("gambar", "kecil"):
        yield gambar
        yield kecil


def segel_kerja() -> int:
    """Drafts that were stored before the work store was closed: each put once more, encrypted. How many."""
    toko, jumlah = gudang.kerja(), 0
    for sidik in toko.digests():
        if toko.record(sidik).sha256 == sidik:  # what is encrypted has another hash on the disk
            with toko.open(sidik) as isi:
                toko.put(isi)
            jumlah += 1
    return jumlah
