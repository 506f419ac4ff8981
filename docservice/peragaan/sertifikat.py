"""Development certificates of the sample officials; every one of them says that it is for development."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from docservice.peragaan.kantor import Kantor
from signing import DevPki, Person

PEJABAT = (1, 2)


def terbitkan_sertifikat(kantor: Kantor) -> None:
    """A key file per official beside the development CA; running again adds nobody twice."""
    orang = [Person(kantor.orang[n].nip, kantor.orang[n].nama_lengkap, kantor.orang[n].nip) for n in PEJABAT]
    port = urlsplit(settings.TSA_URLS[0]).port or 80
    DevPki.create(settings.PKI_DIR, people=orang, passphrase=settings.DEVELOPMENT_PASSPHRASE, port=port)
