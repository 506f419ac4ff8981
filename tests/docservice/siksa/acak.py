"""R2: documents go in over HTTP while web, worker, broker and clamd are killed at random and started again."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from skrip.proses import GagalMulai, Proses, http_menjawab, port_bebas
from tests.docservice.bersama import lingkungan_anak
from tests.docservice.siksa.rumah import cacat, cacat_umum, kerjakan_sampai_habis, kertas_ke
from tests.server import clamd, redis
from tests.server.lingkungan import klaster

DASAR = 100_000
"""Numbers of this trial's forms begin here."""


KORBAN = ("web", "pekerja", "broker", "clamd")


class Layanan:
    """Web and worker as in the Procfile, broker and clamd; each can be killed with all its children."""

    def __init__(self, dasar: Path, server: Any) -> None:
        self.dasar, self.port, self.server = dasar, port_bebas(), server
        self.env = lingkungan_anak(JOB_LEASE_SECONDS="3")
        self.proses = {nama: self._mulai(nama) for nama in ("web", "pekerja")}
        self.proses |= {p.nama.lower(): p for p in server._berjalan if p.nama in ("clamd", "Redis")}
        self.proses["web"].tunggu_siap(600)
        self.lama_mulai = self.proses["web"].umur
        threading.Thread(target=self._ukur, daemon=True).start()

    def _ukur(self) -> None:
        """How long a start takes on this machine just now: the web's own, and the worker's by it."""
        while True:
            web, self.lama_mulai = self.proses["web"], 600.0  # until it answers
            with suppress(GagalMulai):
                web.tunggu_siap(600)
                self.lama_mulai = web.umur
            while web is self.proses["web"]:
                time.sleep(0.1)

    def _mulai(self, nama: str) -> Proses:
        if nama in ("clamd", "redis"):
            baru = (clamd if nama == "clamd" else redis).mulai(self.dasar)
            self.server._berjalan.append(baru)
            return baru
        log = self.dasar / f"siksa-{nama}.log"
        web = f"gunicorn docservice.wsgi --preload --bind 127.0.0.1:{self.port} --workers 2 --threads 4"
        web += " --no-control-socket --log-level error"
        pekerja = "celery -A docservice worker --pool threads --concurrency 2 --beat --loglevel ERROR"
        pekerja += " --scheduler celery.beat:Scheduler --without-gossip --without-mingle --without-heartbeat"
        perintah = [".venv/bin/python", "-W", "ignore", "-m", *(web if nama == "web" else pekerja).split()]
        siap = lambda: http_menjawab(f"http://127.0.0.1:{self.port}/robots.txt")  # noqa: E731 - a question
        return Proses(nama, perintah, log=log, env=self.env, siap=siap if nama == "web" else lambda: True).mulai()

    def bunuh(self, nama: str) -> None:
        """The whole tree: a worker's surviving children would hide the loss. The broker dies with all its messages."""
        if nama == "broker" and not klaster():
            for pesan in (Path(os.environ["VAR_DIR"]) / "broker" / "pesan").iterdir():
                pesan.unlink(missing_ok=True)
            return
        nama = "redis" if nama == "broker" else nama
        os.killpg(self.proses[nama].pid, signal.SIGKILL)
        self.proses[nama].tunggu()
        self.proses[nama] = self._mulai(nama)

    def cukup_umur(self, nama: str, detik: float) -> bool:
        """Most victims have worked for *detik*: what only ever dies at its birth has no work to lose."""
        return nama not in ("web", "pekerja") or self.proses[nama].umur > self.lama_mulai + detik

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


def coba(server: Any, *, dokumen: int, bunuhan: int, benih: str, menit: float) -> dict[str, Any]:
    """Hand in *dokumen* forms while *bunuhan* kills fall; then let the worker finish, and count.

    After *menit* nothing more is killed or handed in: on a busy machine the report says how far it came.
    """
    from docservice.akun.models import Pengguna
    from tests.docservice.factories import token_untuk

    acak, awal = random.Random(benih), time.monotonic()
    token = token_untuk(Pengguna.objects.get(nip="199710022022021913"))
    layanan = Layanan(Path(os.environ["UJI_DIR"]), server)
    pengirim = Pengirim(layanan.port, token, list(range(DASAR, DASAR + dokumen)), awal + 60 * menit)
    korban: Counter[str] = Counter()
    for ke in range(bunuhan):
        if time.monotonic() > awal + 60 * menit:
            break
        time.sleep(acak.uniform(0.3, 2.5))
        nama = acak.choice(KORBAN)
        while not layanan.cukup_umur(nama, acak.uniform(0, 8)):
            nama = acak.choice(KORBAN)
        layanan.bunuh(nama)
        korban[nama] += 1
        if ke % 50 == 0:
            print(f"{ke} bunuhan, {len(pengirim.diakui)} diakui", file=sys.stderr)  # noqa: T201 - progress
    pengirim.tunggu()
    selesai = time.monotonic() - awal
    layanan.proses["clamd"].tunggu_siap()
    tunggu_sampai_habis(60 + 3 * dokumen)
    layanan.hentikan()
    kerjakan_sampai_habis(60)
    hasil = {"dokumen": dokumen, "diakui": len(set(pengirim.diakui)), "bunuhan": dict(korban), "detik": round(selesai)}
    rusak = [satu for nomor in pengirim.diakui for satu in cacat(nomor)]
    return hasil | hitung(pengirim.diakui) | {"cacat": rusak + cacat_umum()}


class Pengirim:
    """Three people who press again until each form is acknowledged, whatever falls meanwhile."""

    def __init__(self, port: int, token: str, nomor: list[int], sampai: float) -> None:
        self.port, self.token, self.tinggal, self.sampai = port, token, nomor, sampai
        self.diakui: list[int] = []
        self._utas = [threading.Thread(target=self._kirim_semua) for _ in range(3)]
        for satu in self._utas:
            satu.start()

    def tunggu(self) -> None:
        for satu in self._utas:
            satu.join()

    def _kirim_semua(self) -> None:
        while self.tinggal and time.monotonic() < self.sampai:
            try:
                nomor = self.tinggal.pop()
            except IndexError:  # another was quicker
                return
            while not kirim(self.port, self.token, nomor):
                time.sleep(0.2)
            self.diakui.append(nomor)


def tunggu_sampai_habis(detik: float) -> None:
    """Until the worker that survived has done everything, or *detik* are over."""
    from docservice.antrean.models import Job, StatusJob

    batas = time.monotonic() + detik
    tunggu = Job.objects.filter(jenis__startswith="dokumen.", status__in=(StatusJob.MENUNGGU, StatusJob.BERJALAN))
    while time.monotonic() < batas and (tinggal := tunggu.count()):
        print(f"{tinggal} pekerjaan tinggal", file=sys.stderr)  # noqa: T201 - progress
        time.sleep(10)


def hitung(diakui: list[int]) -> dict[str, int]:
    """The bar of domain security 1.2: acknowledged forms without their document, and with more than one."""
    from django.db.models import Count

    from docservice.antrean.models import Job
    from docservice.dokumen.models import VersiDokumen

    per_kunci = dict(VersiDokumen.objects.values_list("kunci").annotate(n=Count("pk")))
    ada = [per_kunci.get(f"siksa:{nomor}", 0) for nomor in set(diakui)]
    ulang = Job.objects.filter(jenis__startswith="dokumen.", percobaan__gt=1).count()
    return {"hilang": ada.count(0), "ganda": sum(n > 1 for n in ada), "pekerjaan_diulang": ulang}
