"""The throw-away PKI of this run, and its TSA, OCSP responder and CRL in a process of their own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from skrip.proses import Proses, port_bebas, port_menjawab


def alamat(dasar: Path) -> dict[str, str]:
    return {"PKI_DIR": str(dasar / "pki"), "TSA_URL": f"http://127.0.0.1:{port_bebas()}/tsa"}


def mulai(dasar: Path) -> Proses:
    """The authorities and the seal; who needs a person's certificate issues it with ``DevPki.add``."""
    from django.conf import settings

    from signing.devpki import DevPki

    port = int(os.environ["TSA_URL"].rpartition(":")[2].partition("/")[0])
    DevPki.create(dasar / "pki", passphrase=settings.DEVELOPMENT_PASSPHRASE, port=port)
    return Proses(
        "TSA pengembangan",
        [sys.executable, "-m", "signing", "dev-services", str(dasar / "pki"), "--port", str(port)],
        log=dasar / "tsa.log",
        siap=lambda: port_menjawab(port),
    ).mulai()
