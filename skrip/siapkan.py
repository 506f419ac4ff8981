"""The steps before serving, all in one process: loading the application costs more than most of them.

python -m skrip.siapkan SCREEN READY STEP…   two descriptors: what the person reads; where a byte says
that clamd and the TSA can start. Everything else goes to the log.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import django
from django.conf import settings
from django.core.management import CommandError, call_command

from skrip.pengawas import PERJALANAN_GAGAL
from skrip.proses import http_menjawab


def pki() -> None:
    """The passphrase is the application's own, so that it can sign with these keys."""
    from signing.devpki import DevPki

    port = int(os.environ["TSA_PORT"])
    DevPki.create(settings.PKI_DIR, passphrase=settings.DEVELOPMENT_PASSPHRASE, port=port)


def clamd() -> None:
    from storage.clamd_dev import write_config

    write_config(Path(os.environ["CLAMD_DIR"]))


def pembaca() -> None:
    """Newer language data need a new conversion; without one Tesseract reads alone."""
    from search import EngineMissing, prepare_reader

    try:
        prepare_reader()
    except EngineMissing as masalah:
        print(masalah, file=sys.stderr)


def basisdata() -> None:
    django.setup()
    call_command("migrate", interactive=False)


def statis() -> None:
    """Compressing every file takes seconds, also when none has changed: look first."""
    from django.contrib.staticfiles.finders import get_finders

    sumber = sorted(gudang.path(nama) for pencari in get_finders() for nama, gudang in pencari.list([]))
    rupa = [f"{berkas} {Path(berkas).stat().st_mtime_ns} {Path(berkas).stat().st_size}" for berkas in sumber]
    sidik = hashlib.sha256("\n".join(rupa).encode()).hexdigest()
    catatan = Path(settings.STATIC_ROOT, ".sidik")
    if not catatan.exists() or catatan.read_text() != sidik:
        call_command("collectstatic", interactive=False)
        catatan.write_text(sidik)


def contoh() -> None:
    """The sample papers go through the real scanner, so it must be up; the supervisor is starting it."""
    from storage import ClamdScanner

    batas = time.monotonic() + 120
    while not (ClamdScanner(settings.CLAMD_URL).health().available and http_menjawab(settings.TSA_URLS[0])):
        if time.monotonic() > batas:
            raise SystemExit("Pemindai virus atau pemberi cap waktu tidak menjawab.")
        time.sleep(0.1)
    call_command("seed_demo")


LANGKAH: dict[str, tuple[str, Callable[[], object]]] = {
    "clamd": ("Aturan pemindai virus", clamd),
    "pki": ("CA, kunci, dan stempel pengembangan", pki),
    "pembaca": ("Pembaca cepat", pembaca),
    "basisdata": ("Basis data", basisdata),
    "statis": ("Berkas statis", statis),
    "contoh": ("Kantor contoh", contoh),
}


def main(layar: TextIO, sedia: int, nama: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "docservice.settings")
    for satu in nama:
        if satu == "sedia":
            os.write(sedia, b"1")
        elif satu == "jalan":
            jalan(layar)
        else:
            kalimat, kerjakan = LANGKAH[satu]
            print(f"• {kalimat}", file=layar, flush=True)
            kerjakan()


def jalan(layar: TextIO) -> None:
    print("• Satu berkas menempuh seluruh perjalanan", file=layar, flush=True)
    try:
        call_command("jalan", stdout=layar)
    except CommandError as masalah:
        print(f"{masalah} Layanan tetap dijalankan; ulangi dengan: make jalan", file=layar)
        sys.exit(PERJALANAN_GAGAL)


if __name__ == "__main__":
    with os.fdopen(int(sys.argv[1]), "w") as layar:
        main(layar, int(sys.argv[2]), sys.argv[3:])
