"""A verified paper of the same kind to hold beside the one on the desk."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen


def pembanding(dokumen: Dokumen, pengguna: Pengguna) -> Dokumen | None:
    """The person's own earlier one, else the last one verified of that kind that the verifier may see."""
    terlihat = Dokumen.objects.visible_to(pengguna).terverifikasi().filter(jenis=dokumen.jenis_id)
    terlihat = terlihat.exclude(pk=dokumen.pk).order_by("-diubah_pada")
    return terlihat.filter(pegawai=dokumen.pegawai_id).first() or terlihat.first()
