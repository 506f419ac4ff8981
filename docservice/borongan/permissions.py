"""May this person send many papers at once, and see this sending?"""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.borongan.models import Borongan
from docservice.dokumen.kuota import boleh_borongan
from docservice.umum.errors import TidakBerwenang


def check_may_borongan(pengguna: Pengguna) -> None:
    if not boleh_borongan(pengguna):
        raise TidakBerwenang("Unggahan borongan hanya untuk fasilitator dan administrator.")


def check_may_ubah(pengguna: Pengguna, borongan: Borongan) -> None:
    """Only whoever sent it answers for what its files are, and only while they may send many at once."""
    check_may_borongan(pengguna)
    if borongan.oleh_id != pengguna.pk:
        raise TidakBerwenang("Hanya pengirimnya yang dapat mengubah atau mengirim borongan ini.")


def ambil_borongan(pengguna: Pengguna, pk: int) -> Borongan:
    borongan = Borongan.objects.visible_to(pengguna).select_related("oleh").filter(pk=pk).first()
    if borongan is None:
        raise Http404
    return borongan
