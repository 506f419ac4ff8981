"""Asking a person to correct a row that another source has otherwise: a draft, theirs to prove and to send.

Nothing counts before its owner sent it and two officers accepted it; whoever asked is neither of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Pegawai
from docservice.riwayat import koreksi
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.kabar import kabarkan_pemilik
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.langkah import catat_langkah
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import check_may_siapkan
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.fields import baca_tanggal

MILIK_SK = (
    *("sk_nomor", "sk_tanggal", "no_pertek_bkn", "tgl_pertek_bkn", "no_sk", "no_pertek"),
    *("is_cpns", "jumlah_kredit_utama", "jumlah_kredit_tambahan", "tmt_pelantikan", "jenis_mutasi", "tmt_mutasi"),
)
"""Of one decree only: a later row rests on another."""


@transaction.atomic
def siapkan_perbaikan(*, by: Pengguna, pegawai: Pegawai, jenis: str, data: Mapping[str, Any], catatan: str) -> Riwayat:
    """A draft with *data* over the row in force, or over the draft of the same origin that still waits.

    A later date makes it a new row, else it is to take the place of the one in force. Raises a permission error for
    oneself and one's family, :class:`SudahBerubah` when that row cannot be corrected now.
    """
    check_may_siapkan(by, pegawai)
    asal = {"sumber": Riwayat.Sumber.SIASN, "status": StatusRiwayat.DRAF}
    milik = Riwayat.objects.milik(pegawai).jenis(jenis)
    berlaku = paling_berlaku(milik.tervalidasi(), SEMUA[jenis]) if SEMUA[jenis].tunggal else None
    satu = milik.select_for_update(of=("self",)).filter(**asal).order_by("-pk").first()
    if satu is None:
        awal = dict(berlaku.data) if berlaku else {}
        satu = Riwayat(pegawai=pegawai, jenis=jenis, dibuat_oleh=by, data=awal, **asal)
    satu.data = satu.data | baku(data)
    _letakkan(satu, berlaku, catatan)
    satu.catatan = catatan[:300]
    satu.revisi += 1
    satu.save()
    catat("riwayat.perbaikan_diminta", by=by, objek=satu, isian=sorted(data))
    catat_langkah(satu, by, isi=satu.catatan)
    teks = f"Mohon periksa riwayat {satu.skema.sebutan} Anda. {catatan}"
    kabarkan_pemilik(satu, teks, "kembali")
    return satu


def _letakkan(satu: Riwayat, berlaku: Riwayat | None, alasan: str) -> None:
    """A correction of the row in force, or a row after it."""
    nama = satu.skema.bidang_tmt
    if nama not in satu.skema.skema.base_fields:  # begins when it is sent
        return
    satu.tmt = baca_tanggal(str(satu.data.get(nama) or ""))
    if berlaku is None or (satu.tmt and berlaku.tmt and satu.tmt > berlaku.tmt):
        if satu.menggantikan is not None or satu.pk is None:
            satu.data |= dict.fromkeys((kunci for kunci in MILIK_SK if kunci in satu.data), "")
        satu.menggantikan, satu.alasan = None, ""
    elif satu.menggantikan is None:
        koreksi.tandai(satu, berlaku, alasan)
