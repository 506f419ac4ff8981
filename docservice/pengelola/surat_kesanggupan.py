"""The statement of readiness of a fasilitator whose unit was frozen: a letter in one's own name (BABEL 9(7))."""

from __future__ import annotations

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.naskah.mandiri import siapkan_mandiri
from docservice.naskah.models import Naskah, NomorRegister
from docservice.pengelola import isi
from docservice.pengelola.models import Pembekuan, Pernyataan
from docservice.pengelola.pembekuan import BUKAN_ANDA, nyatakan
from docservice.pengelola.status import StatusPembekuan
from docservice.umum.errors import SudahBerubah, TidakBerwenang

JENIS, DOKUMEN, NOMOR = "surat_kesanggupan_fasilitator", "PNY_KESANGGUPAN", ("800.1.9.3", "KESANGGUPAN")
BOLEH_DIUBAH: frozenset[str] = frozenset()


def siapkan_kesanggupan(*, by: Pengguna, pembekuan: Pembekuan) -> Naskah:
    """The statement of the fasilitator concerned, in their tray. Raises when there is nothing left to state."""
    if not pembekuan.dapat_dinyatakan(by):
        raise TidakBerwenang(BUKAN_ANDA)
    if pembekuan.status != StatusPembekuan.DIBEKUKAN:
        raise SudahBerubah(f"Pembekuan ini sekarang “{pembekuan.get_status_display()}”.")
    return siapkan_mandiri(
        by=by,
        pegawai=by.pegawai,
        jenis=JENIS,
        perihal=f"Surat pernyataan kesanggupan fasilitator {pembekuan.unit}"[:200],
        rujukan=f"kesanggupan:{pembekuan.pk}",
        data=isi.kesanggupan(by.pegawai, pembekuan, timezone.localdate()),
    )


def minor(naskah: Naskah) -> str:
    return ""


def ringkas(naskah: Naskah) -> str:
    return str(naskah.data["unit_kerja"])


def terbit(*, by: Pengguna, naskah: Naskah, nomor: NomorRegister, dokumen: Dokumen) -> None:
    """The head of the office is asked to take note."""
    pk = int(str(naskah.rujukan).removeprefix("kesanggupan:"))
    pembekuan = Pembekuan.objects.select_related("penugasan").get(pk=pk)
    nyatakan(by=by, pembekuan=pembekuan, pernyataan=Pernyataan.objects.create(naskah=naskah))
