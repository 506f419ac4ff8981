"""Whom a walk follows: Damar Panuluh the first time, then a namesake with the next serial number.

A promotion happens once in four years, so a second walk in the same database needs a second person.
"""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.peragaan.berkas import isi_arsip
from docservice.peragaan.kantor import PEMOHON, Kantor, bangun, riwayat_kinerja

SERI_KEMBAR = (*range(926, 1000), *range(1, 900))


def kantor_segar() -> Kantor:
    """The sample office with a walker nobody has promoted yet, and his other papers in place."""
    with transaction.atomic():
        kantor = bangun()
        if _sudah_berjalan(kantor.orang[PEMOHON]):
            kantor.orang[PEMOHON] = kembaran(kantor)
    isi_arsip(kantor, timezone.localdate().year, lambda _: None)
    return kantor


def _sudah_berjalan(pegawai: Pegawai) -> bool:
    return Dokumen.objects.filter(pegawai=pegawai, jenis="SK_CPNS").exists()


def kembaran(kantor: Kantor, nama: str = "Damar Panuluh") -> Pegawai:
    """A person like Damar: same birthday and entry, the next free serial."""
    asal = kantor.orang[PEMOHON]
    dasar = asal.nip[:15]
    terpakai = set(Pegawai.objects.filter(nip__startswith=dasar).values_list("nip", flat=True))
    nip = next(calon for seri in SERI_KEMBAR if (calon := f"{dasar}{seri}") not in terpakai)
    surel = f"{nip}@kembar.contoh.example"  # known to the start-up check, not listed on the sign-in page
    akun = Pengguna.objects.create_user(nip, nama, settings.DEVELOPMENT_PASSWORD, surel=surel)
    kembar = Pegawai.objects.get(pk=asal.pk)
    kembar.pk, kembar.nip, kembar.nama, kembar.panggilan, kembar.pengguna = (
        None,
        nip,
        nama,
        nama.split()[0],
        akun,
    )
    kembar._state.adding = True
    kembar.save()
    riwayat_kinerja(kantor, kembar)
    return kembar
