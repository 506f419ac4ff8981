"""A decree issued here lost its force: so do the rows it created."""

from __future__ import annotations

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.riwayat.langkah import catat_langkah
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.riwayat.turunan import segarkan


@transaction.atomic
def cabut_baris(*, by: Pengguna, dokumen: Dokumen, pengganti: Dokumen, alasan: str) -> list[Riwayat]:
    """Rows that *dokumen* created: replaced where *pengganti* proves one of the same kind, else no longer in force.

    What others proposed and had validated with it as evidence stays: it rests on their word too.
    """
    sah = Riwayat.objects.tervalidasi()
    diganti = set(sah.filter(bukti__dokumen=pengganti).values_list("jenis", flat=True))
    milik = sah.select_for_update().filter(sumber=Riwayat.Sumber.TERBITAN, bukti__dokumen=dokumen)
    baris = list(milik)
    for satu in baris:
        ke = StatusRiwayat.DIGANTI if satu.jenis in diganti else StatusRiwayat.TIDAK_BERLAKU
        ALUR_RIWAYAT.periksa(satu.status, ke)
        satu.status, satu.revisi = ke, satu.revisi + 1
        satu.save(update_fields=["status", "revisi"])
        catat(ALUR_RIWAYAT.jejak(ke), by=by, objek=satu, dokumen=[dokumen.pk, pengganti.pk])
        catat_langkah(satu, by, isi=alasan[:300])
    segarkan([dokumen.pegawai_id])
    return baris
