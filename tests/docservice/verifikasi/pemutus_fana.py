"""A server in the middle of a decision: it stops at a named moment and waits there to be killed."""

from __future__ import annotations

import signal
import sys
from typing import Any

import django

django.setup()

from docservice.akun.models import Pengguna  # noqa: E402 - after its settings
from docservice.dokumen.models import Dokumen  # noqa: E402
from docservice.verifikasi import actions  # noqa: E402

TERAKHIR = "pindah"
"""What :func:`actions.verifikasi` does last of its own before it commits."""


def berhenti() -> None:
    sys.stdout.write("di sini\n")
    sys.stdout.flush()
    signal.pause()


def utama() -> None:
    """``<titik> <nip> <dokumen>`` on stdin."""
    titik, nip, pk = sys.stdin.readline().split()
    if titik == "sebelum-commit":
        asli = getattr(actions, TERAKHIR)

        def terhenti(*args: Any, **kwargs: Any) -> Any:
            asli(*args, **kwargs)
            berhenti()

        setattr(actions, TERAKHIR, terhenti)
    dokumen = Dokumen.objects.get(pk=pk)
    sha256 = dokumen.versi_terkini.sha256
    actions.verifikasi(
        by=Pengguna.objects.get(nip=nip), dokumen=dokumen, basis="asli", halaman_dilihat=[1], sha256=sha256
    )
    berhenti()
