"""Steps inside the verbs: a naskah under lock, and its move to the next state."""

from __future__ import annotations

from typing import Any

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah.models import Naskah
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah


def terkunci(naskah: Naskah) -> Naskah:
    """The row as it is now, locked until the transaction ends; what the verbs look at comes along."""
    sumber = Naskah.objects.select_for_update(of=("self",))
    return sumber.select_related("permohonan__layanan", "pegawai", "kewenangan", "penanda_tangan").get(pk=naskah.pk)


def pindah(naskah: Naskah, ke: StatusNaskah, *, by: Pengguna | None, **rincian: Any) -> None:
    """Move *naskah* on and say so in the journal.

    Raises:
        SudahBerubah: there is no way from its state to *ke*.
    """
    ALUR_NASKAH.periksa(naskah.status, ke, sejak=naskah.diubah_pada)
    naskah.status = ke
    naskah.save()
    catat(ALUR_NASKAH.jejak(ke), by=by, objek=naskah, **rincian)
