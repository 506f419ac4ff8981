"""People found from the same box: by name, NIP or unit, through the rule of access."""

from __future__ import annotations

import re

from django.db.models import Q, QuerySet

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai, UnitKerja

PALING_BANYAK_KATA = 6
KOLOM = ("nip", "nama", "gelar_depan", "gelar_belakang", "unit__nama")
_BUKAN_ORANG = re.compile(r'-\S+|"[^"]*"?|\b(?!nip:|nama:|unit:)[^\W\d_]+:\S+', re.IGNORECASE)
_AWALAN = re.compile(r"\b(?:nip|nama|unit):", re.IGNORECASE)


def cari_orang(pengguna: Pengguna, teks: str) -> QuerySet[Pegawai]:
    """Those *pengguna* may see in whom every word of *teks* is met; nobody for a text without words."""
    kata = _kata(teks)
    if not 0 < len(kata) <= PALING_BANYAK_KATA:
        return Pegawai.objects.none()
    terlihat = Pegawai.objects.visible_to(pengguna).filter(*map(_cocok, kata))
    return terlihat.select_related("unit").order_by("nama", "pk")


def orang_ringkas(pengguna: Pengguna, teks: str, banyak: int) -> list[Pegawai]:
    """The first of them, with no more than is shown of each beside the box."""
    return list(cari_orang(pengguna, teks).only(*KOLOM)[:banyak])


def _kata(teks: str) -> list[str]:
    polos = _AWALAN.sub(" ", _BUKAN_ORANG.sub(" ", teks.replace("\0", " ")))
    polos = re.sub(r"(?<=\d) +(?=\d)", "", polos)  # a NIP as it is printed, with spaces
    return [satu for satu in re.findall(r"[^\W_]+", polos) if len(satu) > 1]


def _cocok(kata: str) -> Q:
    if kata.isdigit():
        return Q(nip__contains=kata) if len(kata) > 3 else Q(pk__in=())
    unit = UnitKerja.objects.filter(Q(nama__icontains=kata) | Q(singkatan__iexact=kata))
    return Q(nama__icontains=kata) | Q(unit__in=unit)  # the few units are read once, not once for every person
