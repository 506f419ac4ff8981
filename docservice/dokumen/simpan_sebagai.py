"""The uploader agrees with the title on the page: the paper is of another kind than the slot it was put in."""

from __future__ import annotations

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import check_may_ganti, check_may_unggah
from docservice.dokumen.temuan import jenis_lain
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang


@transaction.atomic
def simpan_sebagai(*, by: Pengguna, dokumen: Dokumen, kode: str) -> Dokumen:
    """Before anybody vouched for it or built on it; only the kind that was read, and only whoever put it in."""
    dokumen = Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai", "jenis").get(pk=dokumen.pk)
    check_may_ganti(by, dokumen)
    if dokumen.dibuat_oleh_id != by.pk:
        raise TidakBerwenang("Jenisnya diubah oleh pengunggahnya.")
    versi = dokumen.versi_terbuka
    jenis = jenis_lain(versi) if versi else None
    if jenis is None or jenis.kode != kode:
        raise SudahBerubah("Berkas ini tidak lagi tampak seperti jenis itu. Muat ulang halaman.")
    check_may_unggah(by, dokumen.pegawai, jenis)
    if dokumen.bukti_riwayat.exists():
        raise SudahBerubah("Dokumen ini sudah menjadi bukti usulan riwayat. Tarik usulannya dahulu.")
    if jenis.per_tahun:
        raise BelumLengkap(f"{jenis.nama} disimpan menurut tahunnya. Unggah di tempat tahunnya.")
    lama = dokumen.jenis_id
    dokumen.jenis, dokumen.minor, dokumen.judul, dokumen.kelas = jenis, "", jenis.nama, jenis.kelas
    dokumen.save(update_fields=["jenis", "minor", "judul", "kelas", "diubah_pada"])
    catat("dokumen.jenis_diubah", by=by, objek=dokumen, semula=lama, menjadi=jenis.kode)
    perbarui_indeks(dokumen)
    return dokumen
