"""The id by which BKN knows a row, for every kind that its service has a path for (riwayat-layanan C.3).

It belongs to the exchange, not to what the paper says: the employee neither types it nor answers for it.
"""

from __future__ import annotations

import re

from django.db import IntegrityError, transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import check_may_catat_siasn
from docservice.umum.errors import IsianSalah

BENTUK = re.compile(r"[0-9A-Za-z-]{8,60}")
SALAH = "Tulis ID seperti di SIASN: 8 sampai 60 huruf, angka, atau tanda hubung."


def catat_siasn(*, by: Pengguna, riwayat: Riwayat, siasn_id: str) -> Riwayat:
    """Note the id, or take a wrong one away by noting an empty one; the journal keeps what stood there.

    Raises :class:`IsianSalah` for what is no id, and for one that another row of the kind has.
    """
    check_may_catat_siasn(by, riwayat)
    siasn_id = siasn_id.strip()
    if siasn_id and not BENTUK.fullmatch(siasn_id):
        raise IsianSalah(SALAH, isian={"siasn_id": SALAH})
    try:
        with transaction.atomic():
            satu = Riwayat.objects.select_for_update(of=("self",)).select_related("pegawai__unit").get(pk=riwayat.pk)
            semula, satu.siasn_id = satu.siasn_id, siasn_id
            satu.save(update_fields=["siasn_id"])
            catat("riwayat.siasn", by=by, objek=satu, siasn_id=siasn_id, semula=semula)
    except IntegrityError:
        pesan = f"ID ini sudah dipakai baris {riwayat.skema.sebutan} lain. Periksa lagi di SIASN."
        raise IsianSalah(pesan, isian={"siasn_id": pesan}) from None
    return satu
