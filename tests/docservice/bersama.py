"""What several rooms' tests need: many hands at once, a process that can be killed, the sample office."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from docservice.akun.models import Pengguna
from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.layanan.muat import muat_layanan
from docservice.pegawai.models import Pegawai
from docservice.peragaan.kantor import Kantor, bangun
from docservice.peragaan.sertifikat import terbitkan_sertifikat


@dataclass(frozen=True)
class KantorUji:
    """The sample office by the numbers of its table; every answer is a fresh row."""

    nip: dict[int, str]

    def orang(self, nomor: int) -> Pegawai:
        return Pegawai.objects.select_related("unit", "pengguna").get(nip=self.nip[nomor])

    def akun(self, nomor: int) -> Pengguna:
        return Pengguna.objects.get(nip=self.nip[nomor])


def dirikan() -> KantorUji:
    """Kinds of paper, services with their rules, and the people of the sample office."""
    with transaction.atomic():  # three hundred commits are half of the time
        muat_jenis_dokumen()
        muat_layanan()
        kantor: Kantor = bangun()
    return KantorUji({nomor: pegawai.nip for nomor, pegawai in kantor.orang.items()})


def bersertifikat(kantor: KantorUji, *nomor: int) -> None:
    """Key files of the officials, or of *nomor*, beside the PKI of this run, which all workers share."""
    with (Path(settings.PKI_DIR) / ".kunci-uji").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        terbitkan_sertifikat(Kantor({satu: kantor.orang(satu) for satu in (1, 2, *nomor)}))


def kosongkan() -> None:
    """As after a transactional test."""
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=connection.vendor == "sqlite")


def serentak(kerja: Sequence[Callable[[], Any]]) -> list[Any]:
    """Start all at the same moment, each on its own connection; answers or exceptions, in order."""
    mulai, hasil = threading.Barrier(len(kerja)), [None] * len(kerja)

    def satu(urut: int) -> None:
        try:
            mulai.wait()
            hasil[urut] = kerja[urut]()
        except Exception as salah:
            hasil[urut] = salah  # type: ignore[call-overload]
        finally:
            connection.close()

    utas = [threading.Thread(target=satu, args=(urut,)) for urut in range(len(kerja))]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil


def lingkungan_anak(**lain: str) -> dict[str, str]:
    """Environment of a child process that works on this test's own database, files and index."""
    isi = connection.settings_dict
    alamat = (
        f"sqlite:///{isi['NAME']}"
        if connection.vendor == "sqlite"
        else f"postgres://{isi['USER']}@{isi['HOST']}:{isi['PORT']}/{isi['NAME']}"
    )
    return {**os.environ, "DATABASE_URL": alamat, "PYTHONPATH": str(settings.BASE_DIR), **lain}


@contextmanager
def anak(fungsi: str, **lain: str) -> Iterator[subprocess.Popen[str]]:
    """``modul:fungsi`` in a child of ours, spoken to by lines; it ends with the block.

    Not as a file: each call of the sandbox would then load that file, and all of Django with it, anew.
    """
    modul, _, nama = fungsi.partition(":")
    proses = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", f"from {modul} import {nama}; {nama}()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=lingkungan_anak(**lain),
        cwd=settings.BASE_DIR,
        text=True,
    )
    try:
        yield proses
    finally:
        proses.kill()
        proses.communicate()
