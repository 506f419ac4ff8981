"""The typed request: what every view may rely on."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran


@dataclass(frozen=True)
class PeranAktif:
    """The role a person works in now; it chooses the home page and the navigation, never the rights."""

    kode: str
    label: str
    konteks: str
    penugasan: Penugasan | None = None

    @property
    def kunci(self) -> str:
        return str(self.penugasan.pk) if self.penugasan else Peran.PEGAWAI

    @classmethod
    def dari(cls, penugasan: Penugasan) -> PeranAktif:
        return cls(penugasan.peran, penugasan.get_peran_display(), penugasan.label, penugasan)


class Permintaan(HttpRequest):
    """A request of a signed-in person."""

    user: Pengguna
    peran: PeranAktif
    daftar_peran: list[PeranAktif]
    htmx: HtmxDetails
    isian_kembali: QueryDict
    """What was typed on this page before the session ended; see :mod:`docservice.akun.isian`."""
