"""The service as it runs: web and worker of the Procfile, spoken to over HTTP by one signed-in person."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.test import Client

from docservice.akun.models import TokenApi
from docservice.pegawai.models import Pegawai

BATAS = "batas-bagian-formulir"
MULAI = 120.0
"""Seconds a start may take on a busy machine."""


@dataclass(frozen=True)
class Layanan:
    """An address, a token for the API, the cookies of a session, and the process group of the web."""

    alamat: str
    token: str
    kukis: str
    web: int

    def unggah(self, isi: bytes, nama: str) -> int:
        """Hand in *isi* as a KARPEG; the number of its document. Raises ``HTTPError`` when it is not taken."""
        bagian = f'--{BATAS}\r\nContent-Disposition: form-data; name="jenis"\r\n\r\nKARPEG\r\n'
        bagian += f'--{BATAS}\r\nContent-Disposition: form-data; name="berkas"; filename="{nama}"\r\n\r\n'
        badan = bagian.encode() + isi + f"\r\n--{BATAS}--\r\n".encode()
        kepala = {"Authorization": f"Bearer {self.token}", "Content-Type": f"multipart/form-data; boundary={BATAS}"}
        minta = urllib.request.Request(f"{self.alamat}/api/v1/dokumen/", badan, kepala)
        with urllib.request.urlopen(minta, timeout=60) as jawaban:
            return int(json.load(jawaban)["dokumen"])

    def proses(self, dokumen: int) -> str:
        """The page its uploader looks at meanwhile."""
        minta = urllib.request.Request(f"{self.alamat}/dokumen/{dokumen}/proses/", headers={"Cookie": self.kukis})
        with urllib.request.urlopen(minta, timeout=60) as jawaban:
            return str(jawaban.read().decode())


@contextmanager
def berjalan(pegawai: Pegawai) -> Iterator[Layanan]:
    """Web and worker for the length of the block, on the database, files and broker of this process."""
    assert pegawai.pengguna is not None
    with socket.socket() as saluran:
        saluran.bind(("127.0.0.1", 0))
        port = saluran.getsockname()[1]
    token = TokenApi.terbitkan(pegawai.pengguna, nama="bangku", cakupan=["tulis"])[1]
    klien = Client()
    klien.force_login(pegawai.pengguna, backend=settings.AUTHENTICATION_BACKENDS[0])
    kukis = "; ".join(f"{nama}={kuki.value}" for nama, kuki in klien.cookies.items())
    env = {"BIND_HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "2", "WORKER_THREADS": "2"}
    proses = [_mulai(perintah, env) for perintah in (perintah_dari("web"), perintah_dari("pekerja"))]
    layanan = Layanan(f"http://127.0.0.1:{port}", token, kukis, proses[0].pid)
    try:
        _tunggu(layanan)
        yield layanan
    finally:
        for satu in proses:
            os.killpg(satu.pid, signal.SIGKILL)
            satu.wait()


def perintah_dari(nama: str) -> str:
    """The command of that line of the Procfile."""
    baris = Path(settings.BASE_DIR, "Procfile").read_text().splitlines()
    return next(isi for kata, _, isi in (satu.partition(": ") for satu in baris) if kata == nama)


def _mulai(perintah: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
    jalan = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, **env, "PATH": jalan, "PYTHONWARNINGS": "ignore"}
    diam = subprocess.DEVNULL
    return subprocess.Popen(
        ["/bin/sh", "-c", perintah], env=env, stdin=diam, stdout=diam, stderr=diam, start_new_session=True
    )


def _tunggu(layanan: Layanan) -> None:
    """Until the web answers anything at all; raises ``TimeoutError``."""
    batas = time.monotonic() + MULAI
    while time.monotonic() < batas:
        try:
            urllib.request.urlopen(f"{layanan.alamat}/robots.txt", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("Layanan tidak menjawab.")
