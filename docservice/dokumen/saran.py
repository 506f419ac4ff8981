"""What an uploader answers to the advice: keep the photo, name the kind, explain a number.

Only the uploader, and only to the newest version of a paper nobody has verified.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.permissions import check_may_ganti, check_may_unggah
from docservice.dokumen.segel import minta_segel
from docservice.dokumen.tautan import tautan
from docservice.dokumen.temuan import jenis_lain, nip_lain
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang


def check_may_menanggapi(by: Pengguna, versi: VersiDokumen) -> None:
    if versi.diunggah_oleh_id != by.pk:
        raise TidakBerwenang("Pilihan ini dibuat oleh pengunggahnya.")
    check_may_ganti(by, versi.dokumen)
    if versi.dokumen.versi.filter(nomor__gt=versi.nomor).exists():
        raise SudahBerubah("Berkas ini sudah diganti. Muat ulang halaman ini.")


def pakai_apa_adanya(*, by: Pengguna, versi: VersiDokumen) -> None:
    """The uploader saw the advice and keeps the photo: noted, and shown to the fasilitator."""
    check_may_menanggapi(by, versi)
    with transaction.atomic():
        belum = VersiDokumen.objects.filter(pk=versi.pk, saran_diabaikan_pada=None)
        if belum.update(saran_diabaikan_pada=timezone.now()):
            temuan = {str(h.nomor): h.temuan for h in versi.halaman.all() if h.temuan}
            catat("dokumen.saran_diabaikan", by=by, objek=versi.dokumen, versi=versi.nomor, temuan=temuan)


def simpan_sebagai_tampaknya(*, by: Pengguna, versi: VersiDokumen, minor: str = "") -> None:
    """*Simpan sebagai {jenis}*: the paper becomes of the kind its own title speaks of."""
    check_may_menanggapi(by, versi)
    jenis = jenis_lain(versi)
    if jenis is None:
        raise SudahBerubah("Jenis dokumen ini sudah sesuai dengan kertasnya. Muat ulang halaman ini.")
    check_may_unggah(by, versi.dokumen.pegawai, jenis)
    jenis.check_minor(minor)
    with transaction.atomic():
        dokumen = Dokumen.objects.select_for_update(of=("self",)).select_related("jenis").get(pk=versi.dokumen_id)
        check_may_ganti(by, dokumen)  # again under the lock: it may have been verified meanwhile
        if tautan(dokumen, by):
            raise SudahBerubah("Dokumen ini sudah dipakai sebagai bukti. Ganti berkasnya, atau tanyakan fasilitator.")
        terbuka = not dokumen.rahasia
        dari, minor = dokumen.jenis_id, minor if jenis.per_tahun else ""
        dokumen.jenis, dokumen.minor, dokumen.kelas = jenis, minor, jenis.kelas
        dokumen.judul = f"{jenis.nama} {minor}".strip()
        dokumen.save(update_fields=["jenis", "minor", "kelas", "judul", "diubah_pada"])
        catat("dokumen.jenis_diganti", by=by, objek=dokumen, versi=versi.nomor, dari=dari, ke=jenis.pk)
        perbarui_indeks(dokumen)
        if terbuka and dokumen.rahasia:
            minta_segel(dokumen, sebab=f"jenis:{jenis.pk}:{versi.pk}")


def pastikan_jenis(*, by: Pengguna, versi: VersiDokumen) -> None:
    """*Tetap {jenis}*: the uploader saw what it looks like and stays with the kind, which the fasilitator sees."""
    check_may_menanggapi(by, versi)
    with transaction.atomic():
        belum = VersiDokumen.objects.filter(pk=versi.pk, jenis_dipastikan_pada=None)
        if belum.update(jenis_dipastikan_pada=timezone.now()):
            rincian = {"jenis": versi.dokumen.jenis_id, "tampak": versi.tebakan_jenis}
            catat("dokumen.jenis_dipastikan", by=by, objek=versi.dokumen, versi=versi.nomor, **rincian)


def tetap_kirim(*, by: Pengguna, versi: VersiDokumen, penjelasan: str) -> None:
    """*Tetap kirim, saya jelaskan*: why another person's NIP stands on the paper, in words the fasilitator reads."""
    check_may_menanggapi(by, versi)
    if not (penjelasan := penjelasan.strip()):
        raise IsianSalah.pada({"penjelasan": "Penjelasan belum diisi. Tulis mengapa NIP di kertas ini berbeda."})
    if len(penjelasan) > 300:
        raise IsianSalah.pada({"penjelasan": "Penjelasan paling panjang 300 huruf. Ringkaskan."})
    if nip_lain(versi.dokumen) is None:
        raise SudahBerubah("NIP di berkas ini sudah sesuai. Muat ulang halaman ini.")
    with transaction.atomic():
        VersiDokumen.objects.filter(pk=versi.pk).update(penjelasan=penjelasan)
        catat("dokumen.nip_dijelaskan", by=by, objek=versi.dokumen, versi=versi.nomor)
