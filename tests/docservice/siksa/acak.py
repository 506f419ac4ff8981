"""R2: documents go in over HTTP while web, worker and clamd are killed at random and started again."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections import Counter
from pathlib import Path
from typing import Any

from skrip.proses import Proses, http_menjawab, port_bebas
from tests.docservice.bersama import lingkungan_anak
from tests.docservice.siksa.rumah import cacat, cacat_umum, kerjakan_sampai_habis, kertas_ke
from tests.server import clamd

DASAR = 100_000
"""Numbers of this trial's forms begin here."""


class Layanan:
    """Web and worker as in the Procfile, and clamd; each can be killed with all its children."""

    def __init__(self, dasar: Path, server: Any) -> None:
        self.dasar, self.port, self.server = dasar, port_bebas(), server
        self.env = lingkungan_anak(JOB_LEASE_SECONDS="3")
        self.proses = {nama: self._mulai(nama) for nama in ("web", "pekerja")}
        self.proses["clamd"] = next(p for p in server._berjalan if p.nama == "clamd")
        self.proses["web"].tunggu_siap()

    def _mulai(self, nama: str) -> Proses:
        if nama == "clamd":
            baru = clamd.mulai(self.dasar)
            self.server._berjalan.append(baru)
            return baru
        log = self.dasar / f"siksa-{nama}.log"
        web = f"gunicorn docservice.wsgi --preload --bind 127.0.0.1:{self.port} --workers 2 --threads 4"
        web += " --no-control-socket --log-level error"
        pekerja = "celery -A docservice worker --pool threads --concurrency 2 --beat --loglevel ERROR"
        pekerja += " --scheduler celery.beat:Scheduler --without-gossip --without-mingle --without-heartbeat"
        perintah = [".venv/bin/python", "-W", "ignore", "-m", *(web if nama == "web" else pekerja).split()]
        siap = lambda: http_menjawab(f"http://127.0.0.1:{self.port}/sehat/")  # noqa: E731 - a question
        return Proses(nama, perintah, log=log, env=self.env, siap=siap if nama == "web" else lambda: True).mulai()

    def bunuh(self, nama: str) -> None:
        """The whole tree: a worker's surviving children would hide the loss."""
        os.killpg(self.proses[nama].pid, signal.SIGKILL)
        self.proses[nama].tunggu()
        self.proses[nama] = self._mulai(nama)

    def hentikan(self) -> None:
        for nama in ("web", "pekerja"):
            self.proses[nama].hentikan()


def kirim(port: int, token: str, nomor: int) -> bool:
    """One attempt to hand in form *nomor*; True once the server has acknowledged it."""
    batas = uuid.uuid4().hex
    isi = b"".join(
        (
            f'--{batas}\r\nContent-Disposition: form-data; name="jenis"\r\n\r\nKARPEG\r\n'.encode(),
            f'--{batas}\r\nContent-Disposition: form-data; name="berkas"; filename="k.pdf"\r\n\r\n'.encode(),
            kertas_ke(nomor),
            f"\r\n--{batas}--\r\n".encode(),
        )
    )
    kepala = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"siksa:{nomor}"}
    kepala["Content-Type"] = f"multipart/form-data; boundary={batas}"
    minta = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/dokumen/", isi, kepala)
    try:
        with urllib.request.urlopen(minta, timeout=30) as jawaban:
            return bool(jawaban.status == 201)
    except (OSError, urllib.error.HTTPError):
        return False


def coba(server: Any, *, dokumen: int, bunuhan: int, benih: str) -> dict[str, Any]:
    """Hand in *dokumen* forms while *bunuhan* kills fall; then let everything come to rest and count."""
    from docservice.akun.models import Pengguna
    from tests.docservice.factories import token_untuk

    acak, awal = random.Random(benih), time.monotonic()
    token = token_untuk(Pengguna.objects.get(nip="199710022022021913"))
    layanan = Layanan(Path(os.environ["UJI_DIR"]), server)
    tinggal, kunci = list(range(DASAR, DASAR + dokumen)), threading.Lock()
    diakui: list[int] = []

    def pengirim() -> None:
        while tinggal or berjalan.is_set():
            with kunci:
                nomor = tinggal.pop() if tinggal else None
            if nomor is None:
                return
            if kirim(layanan.port, token, nomor):
                diakui.append(nomor)
            else:
                time.sleep(0.2)
                with kunci:
                    tinggal.append(nomor)

    berjalan = threading.Event()
    utas = [threading.Thread(target=pengirim) for _ in range(3)]
    for satu in utas:
        satu.start()
    korban: Counter[str] = Counter()
    for _ in range(bunuhan):
        time.sleep(acak.uniform(0.3, 2.5))
        nama = acak.choice(("web", "pekerja", "pekerja", "clamd"))
        layanan.bunuh(nama)
        korban[nama] += 1
    for satu in utas:
        satu.join()
    selesai = time.monotonic() - awal
    layanan.hentikan()
    layanan.proses["clamd"].tunggu_siap()
    kerjakan_sampai_habis(600)
    hasil = {"dokumen": dokumen, "diakui": len(set(diakui)), "bunuhan": dict(korban), "detik": round(selesai, 1)}
    rusak = [satu for nomor in diakui for satu in cacat(nomor)]
    return hasil | {"cacat": rusak + cacat_umum()}
