"""Promotion: a signed and verified decree becomes a record, its consequences in the same transaction."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.naskah.arsipkan import arsipkan
from docservice.naskah.isi import JENIS
from docservice.naskah.models import Naskah, NomorRegister, TautanCek, Upaya
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah, StatusNomor, StatusUpaya
from docservice.umum.errors import SudahBerubah


def terbitkan(
    *, by: Pengguna, upaya: Upaya, pdf: bytes, token: str | None, dari: StatusUpaya = StatusUpaya.TERBUKA
) -> Dokumen:
    """Bytes first, under a name the attempt knows before; then one transaction: number used, document, check link live,
    what follows its kind.

    Found again later (*dari* unknown), the token is on the paper only: the one link that waits is this attempt's.
    """
    jenis = JenisDokumen.objects.get(pk=JENIS[upaya.naskah.jenis].DOKUMEN)
    nama = hashlib.sha256(pdf).hexdigest()
    Upaya.objects.filter(pk=upaya.pk, status=dari).update(hasil_sha256=nama)
    sidik = gudang.arsip(rahasia=jenis.rahasia).put(io.BytesIO(pdf)).sha256
    with transaction.atomic():
        naskah = (
            Naskah.objects.select_for_update(of=("self",))
            .select_related("permohonan", "pegawai")
            .get(pk=upaya.naskah_id)
        )
        _akhiri_upaya(upaya, sidik, dari)
        dokumen = _dokumen(naskah, upaya, by, sidik, len(pdf))
        naskah.dokumen = dokumen
        ALUR_NASKAH.periksa(naskah.status, StatusNaskah.TERBIT)
        naskah.status = StatusNaskah.TERBIT
        naskah.save(update_fields=["dokumen", "status", "diubah_pada"])
        NomorRegister.objects.filter(pk=upaya.nomor_id).update(status=StatusNomor.DIPAKAI)
        tautan = TautanCek.objects.filter(naskah=naskah, aktif=False)
        (tautan.filter(sidik=TautanCek.sidik_dari(token)) if token else tautan).update(aktif=True)
        nomor = upaya.nomor.nomor
        catat(ALUR_NASKAH.jejak(naskah.status), by=by, objek=naskah, nomor=nomor, sha256=sidik, upaya=upaya.pk)
        JENIS[naskah.jenis].terbit(by=by, naskah=naskah, nomor=upaya.nomor, dokumen=dokumen)
    return dokumen


def _akhiri_upaya(upaya: Upaya, sidik: str, dari: StatusUpaya) -> None:
    tutup: dict[str, Any] = {"status": StatusUpaya.SIGNED, "hasil_sha256": sidik, "selesai": timezone.now()}
    if Upaya.objects.filter(pk=upaya.pk, status=dari).update(**tutup) != 1:
        raise SudahBerubah("Upaya tanda tangan ini sudah ditutup.")


def _dokumen(naskah: Naskah, upaya: Upaya, by: Pengguna, sidik: str, ukuran: int) -> Dokumen:
    isi = JENIS[naskah.jenis]
    minor = isi.minor(naskah)
    return arsipkan(
        by=by,
        pegawai=naskah.pegawai,
        kode=isi.DOKUMEN,
        minor=minor,
        akhiran=minor or str(upaya.nomor.tanggal.year),
        nomor=upaya.nomor.nomor,
        tanggal=upaya.nomor.tanggal,
        penanda_tangan=naskah.penanda_tangan,
        sidik=sidik,
        ukuran=ukuran,
        kunci=f"terbit:{upaya.pk}",
    )
