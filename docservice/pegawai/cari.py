"""People by what is typed about them in the filter of a list."""

from __future__ import annotations

from django.db.models import Q


def orang(kata: str, di: str = "") -> Q:
    """A part of the name, or the beginning of the NIP as it is printed; *di* leads to the person: ``pegawai__``."""
    return Q(**{f"{di}nama__icontains": kata}) | Q(**{f"{di}nip__startswith": kata.replace(" ", "")})


def orang_atau_unit(kata: str, di: str = "") -> Q:
    """The same, or a part of the name of their unit."""
    return orang(kata, di) | Q(**{f"{di}unit__nama__icontains": kata})
