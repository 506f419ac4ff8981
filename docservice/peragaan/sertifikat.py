"""Development certificates of the sample officials; every one of them says that it is for development."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.peragaan.kantor import Kantor
from signing import DevPki, Person

MENANDATANGANI = (Peran.PEJABAT, Peran.KEPALA_BKPSDM, Peran.FASILITATOR, Peran.ADMINISTRATOR)
"""Decrees, minutes of verification, and what administrators looked at a second time."""


def terbitkan_sertifikat(kantor: Kantor) -> None:
    """A key file per signer beside the development CA; running again adds nobody twice."""
    tugas = Penugasan.objects.berlaku().filter(peran__in=MENANDATANGANI).values("pengguna")
    pegawai = [p for p in Pegawai.objects.filter(pengguna__in=tugas) if p in kantor.orang.values()]
    orang = [Person(satu.nip, satu.nama_lengkap, satu.nip) for satu in pegawai]
    port = urlsplit(settings.TSA_URLS[0]).port or 80
    DevPki.create(settings.PKI_DIR, people=orang, passphrase=settings.DEVELOPMENT_PASSPHRASE, port=port)
