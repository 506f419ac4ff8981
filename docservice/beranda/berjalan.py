"""What of this employee is under way, and with whom it lies (screens §4.1, *Yang sedang berjalan*)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.models import Permohonan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat

PALING_BANYAK = 5
"""Of one kind: a home is no list."""


@dataclass(frozen=True)
class Berjalan:
    """One thing on its way; ``keadaan`` says whose turn it is."""

    judul: str
    kalimat: str
    keadaan: str
    alamat: str
    ikon: str


def sedang_berjalan(pengguna: Pengguna, pegawai: Pegawai) -> list[Berjalan]:
    """Requests first, then proposals, then papers still being read."""
    permohonan = Permohonan.objects.terbuka().filter(pegawai=pegawai).select_related("layanan")
    usulan = Riwayat.objects.milik(pegawai).filter(status__in=(StatusRiwayat.DIAJUKAN, StatusRiwayat.DIVERIFIKASI))
    kertas = Dokumen.objects.visible_to(pengguna).milik(pegawai).filter(status=StatusDokumen.DIPROSES)
    return [
        *(
            Berjalan(p.judul, f"No. {p.nomor}", p.status, reverse("layanan:permohonan", args=[p.pk]), "layanan")
            for p in permohonan[:PALING_BANYAK]
        ),
        *(
            Berjalan(
                f"Usulan {r.skema.sebutan}",
                r.ringkas,
                r.status,
                reverse("riwayat:usulan", args=[r.pk]),
                "garis-waktu",
            )
            for r in usulan[:PALING_BANYAK]
        ),
        *(
            Berjalan(d.judul, "Sedang dipindai dan dibaca", d.status, reverse("dokumen:proses", args=[d.pk]), "berkas")
            for d in kertas[:PALING_BANYAK]
        ),
    ]
