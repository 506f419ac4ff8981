"""Promotion: a signed and verified decree becomes a record, its consequences in the same transaction."""

from __future__ import annotations

import io
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiDokumen
from docservice.dokumen.status import Basis, StatusBerkas, StatusDokumen
from docservice.naskah.isi import JENIS
from docservice.naskah.models import Naskah, NomorRegister, TautanCek, Upaya
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah, StatusNomor, StatusUpaya
from docservice.umum.errors import SudahBerubah


def terbitkan(*, by: Pengguna, upaya: Upaya, pdf: bytes, token: str) -> Dokumen:
    """Bytes first, then one transaction: number used, document, check link live, what follows its kind."""
    sidik = gudang.arsip().put(io.BytesIO(pdf)).sha256
    with transaction.atomic():
        naskah = (
            Naskah.objects.select_for_update(of=("self",))
            .select_related("permohonan", "pegawai")
            .get(pk=upaya.naskah_id)
        )
        _akhiri_upaya(upaya, sidik)
        dokumen = _dokumen(naskah, upaya, by, sidik, len(pdf))
        naskah.dokumen = dokumen
        ALUR_NASKAH.periksa(naskah.status, StatusNaskah.TERBIT)
        naskah.status = StatusNaskah.TERBIT
        naskah.save(update_fields=["dokumen", "status", "diubah_pada"])
        NomorRegister.objects.filter(pk=upaya.nomor_id).update(status=StatusNomor.DIPAKAI)
        TautanCek.objects.filter(naskah=naskah, sidik=TautanCek.sidik_dari(token)).update(aktif=True)
        nomor = upaya.nomor.nomor
        catat(ALUR_NASKAH.jejak(naskah.status), by=by, objek=naskah, nomor=nomor, sha256=sidik, upaya=upaya.pk)
        JENIS[naskah.jenis].terbit(by=by, naskah=naskah, nomor=upaya.nomor, dokumen=dokumen)
        perbarui_indeks(dokumen)
    return dokumen


def _akhiri_upaya(upaya: Upaya, sidik: str) -> None:
    tutup: dict[str, Any] = {"status": StatusUpaya.SIGNED, "hasil_sha256": sidik, "selesai": timezone.now()}
    if Upaya.objects.filter(pk=upaya.pk, status=StatusUpaya.TERBUKA).update(**tutup) != 1:
        raise SudahBerubah("Upaya tanda tangan ini sudah ditutup.")


def _dokumen(naskah: Naskah, upaya: Upaya, by: Pengguna, sidik: str, ukuran: int) -> Dokumen:
    """The signed file as an item of the person's archive; its pages are read like any other's."""
    isi = JENIS[naskah.jenis]
    jenis, minor = JenisDokumen.objects.get(pk=isi.DOKUMEN), isi.minor(naskah)
    dokumen = Dokumen.objects.create(
        pegawai=naskah.pegawai,
        jenis=jenis,
        minor=minor,
        judul=f"{jenis.nama} {minor}".strip(),
        kelas=jenis.kelas,
        sumber=Dokumen.Sumber.TERBITAN,
        status=StatusDokumen.TERVERIFIKASI,
        basis=Basis.TTE,
        bersih=True,
        nomor=upaya.nomor.nomor,
        tanggal=upaya.nomor.tanggal,
        penanda_tangan=naskah.penanda_tangan,
        dibuat_oleh=by,
    )
    nama = f"{jenis.kode}_{naskah.pegawai.nip}_{minor.replace('/', '')}.pdf"
    versi = VersiDokumen.objects.create(
        dokumen=dokumen,
        pegawai=naskah.pegawai,
        sha256=sidik,
        ukuran=ukuran,
        tipe="pdf",
        nama_berkas=nama,
        status=StatusBerkas.BERSIH,
        bertanda_tangan=1,
        pemindai={"vonis": "terbitan sendiri"},
        diunggah_oleh=by,
        kunci=f"terbit:{upaya.pk}",
    )
    taruh("dokumen.baca", versi.pk)
    return dokumen
