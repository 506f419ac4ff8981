"""A file that was signed here, as an item of a person's archive; its pages are read like any other's."""

from __future__ import annotations

from datetime import date

from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import taruh
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiDokumen
from docservice.dokumen.status import Basis, StatusBerkas, StatusDokumen
from docservice.pegawai.models import Pegawai


def arsipkan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    kode: str,
    minor: str,
    nomor: str,
    tanggal: date,
    penanda_tangan: Pegawai,
    sidik: str,
    ukuran: int,
    akhiran: str,
    kunci: str,
) -> Dokumen:
    """In the caller's transaction; the bytes under *sidik* are in the archive store already.

    *akhiran* ends the file's name.
    """
    jenis = JenisDokumen.objects.get(pk=kode)
    dokumen = Dokumen.objects.create(
        pegawai=pegawai,
        jenis=jenis,
        minor=minor,
        judul=f"{jenis.nama} {minor}".strip(),
        kelas=jenis.kelas,
        sumber=Dokumen.Sumber.TERBITAN,
        status=StatusDokumen.TERVERIFIKASI,
        basis=Basis.TTE,
        bersih=True,
        nomor=nomor,
        tanggal=tanggal,
        penanda_tangan=penanda_tangan,
        dibuat_oleh=by,
    )
    versi = VersiDokumen.objects.create(
        dokumen=dokumen,
        pegawai=pegawai,
        sha256=sidik,
        ukuran=ukuran,
        tipe="pdf",
        nama_berkas=f"{jenis.kode}_{pegawai.nip}_{akhiran.replace('/', '')}.pdf",
        status=StatusBerkas.BERSIH,
        bertanda_tangan=1,
        pemindai={"vonis": "terbitan sendiri"},
        diunggah_oleh=by,
        kunci=kunci,
    )
    taruh("dokumen.baca", versi.pk)
    perbarui_indeks(dokumen)
    return dokumen
