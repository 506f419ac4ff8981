"""Verbs of whoever looks after the archive's running."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean import sapuan
from docservice.antrean.models import Job, StatusJob
from docservice.audit.jurnal import catat
from docservice.dokumen import karantina
from docservice.dokumen.models import PelepasanKarantina, VersiDokumen
from docservice.umum.errors import SudahBerubah, TidakBerwenang


def check_may_operasi(*, by: Pengguna) -> None:
    """Raise :class:`TidakBerwenang` for everyone but administrators."""
    if not by.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Halaman ini untuk administrator.")


def check_may_lihat_macet(*, by: Pengguna) -> None:
    """Administrators, and the office that runs the machines (BABEL 24(5), 28(1)): kinds and ids, nobody's data."""
    if not by.berperan(Peran.ADMINISTRATOR, Peran.DISKOMINFO):
        raise TidakBerwenang("Halaman ini untuk administrator dan Dinas Komunikasi dan Informatika.")


def macet(*, by: Pengguna) -> QuerySet[Job]:
    """Work that failed five times, newest first."""
    check_may_lihat_macet(by=by)
    return Job.objects.filter(status=StatusJob.MACET).order_by("-berikutnya")


def ulangi(*, by: Pengguna, job: Job) -> None:
    """Give a job that was set aside its five tries again; raises :class:`SudahBerubah`."""
    check_may_operasi(by=by)
    with transaction.atomic():
        if not sapuan.ulangi(job.pk):
            raise SudahBerubah("Pekerjaan ini sudah tidak macet lagi.")
        catat("antrean.diulangi", by=by, objek=f"job:{job.pk}", jenis=job.jenis)


def usulkan_lepas(*, by: Pengguna, versi: VersiDokumen, alasan: str) -> PelepasanKarantina:
    """Propose to let a file out of quarantine, and tell everybody who may be the second person."""
    with transaction.atomic():
        usul = karantina.usulkan_lepas(by=by, versi=versi, alasan=alasan)
        sendiri = {by.pk, versi.diunggah_oleh_id, versi.dokumen.pegawai.pengguna_id or by.pk}
        tugas = Penugasan.objects.berlaku().filter(peran__in=(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM))
        for orang in Pengguna.objects.filter(penugasan__in=tugas, is_active=True).exclude(pk__in=sendiri).distinct():
            teks = f"{by.nama} mengusulkan {versi.dokumen.judul} dilepas dari karantina. Putuskan sebagai orang kedua."
            kabari(orang, teks, kunci=f"lepas:{usul.pk}:{orang.pk}", tautan=reverse("arsip:bermasalah"))
    return usul
