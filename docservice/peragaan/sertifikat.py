"""Development certificates of the sample officials and managers; every one of them says that it is for development."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from docservice.peragaan.kantor import Kantor
from signing import DevPki, Person

PEJABAT = (1, 2)
PENGELOLA = (4, 5, 6, 7, 8, 13, 15, 23)
"""They sign pledges and minutes of their own."""


def terbitkan_sertifikat(kantor: Kantor) -> None:
    """A key file per person beside the development CA; running again adds nobody twice."""
    semua = [kantor.orang[n] for n in (*PEJABAT, *PENGELOLA) if n in kantor.orang]
    orang = [Person(satu.nip, satu.nama_lengkap, satu.nip) for satu in semua]
    port = urlsplit(settings.TSA_URLS[0]).port or 80
    DevPki.create(settings.PKI_DIR, people=orang, passphrase=settings.DEVELOPMENT_PASSPHRASE, port=port)
