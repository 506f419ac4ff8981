"""R2: documents go in over HTTP while web, worker, broker and clamd are killed at random and started again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from skrip.proses import GagalMulai, Proses, http_menjawab, port_bebas
from tests.docservice.bersama import anak
from tests.docservice.siksa.catatan import Catatan
from tests.docservice.siksa.rumah import cacat, cacat_umum, kerjakan_sampai_habis, kertas_ke
from tests.server import clamd, redis
from tests.server.lingkungan import klaster

DASAR = 100_000
"""Numbers of this trial's forms begin here."""
KORBAN = ("web", "pekerja", "broker", "clamd")


class Lahir(Proses):
    """A process the warm one bore: it is not our child, so its end is seen, not waited for."""

    def __init__(self, nama: str, pid: int, *, log: Path, siap: Any) -> None:
        super().__init__(nama, (), log=log, siap=siap)
        self._pid, self._dimulai = pid, time.monotonic()

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def hidup(self) -> bool:
        return Path(f"/proc/{self._pid}").exists()

    def tunggu(self) -> int:
        while self.hidup:
            time.sleep(0.01)
        return -signal.SIGKILL

    def hentikan(self, detik: float = 15) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGTERM)
            batas = time.monotonic() + detik
            while self.hidup and time.monotonic() < batas:
                time.sleep(0.05)
            os.killpg(self._pid, signal.SIGKILL)


class Layanan:
    """Web and worker as in the Procfile, broker and clamd; each can be killed with all its children."""

    def __init__(self, dasar: Path, server: Any, induk: subprocess.Popen[str]) -> None:
        self.dasar, self.port, self.server, self.induk = dasar, port_bebas(), server, induk
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
        web = f"gunicorn docservice.wsgi --preload --bind 127.0.0.1:{self.port} --workers 2 --threads 4"
        web += " --no-control-socket --log-level error"
        pekerja = "celery -A docservice worker --pool threads --concurrency 2 --beat --loglevel ERROR"
        pekerja += " --scheduler celery.beat:Scheduler --without-gossip --without-mingle --without-heartbeat"
        log = self.dasar / f"siksa-{nama}.log"
        assert self.induk.stdin is not None
        assert self.induk.stdout is not None
        self.induk.stdin.write(f"{log} {web if nama == 'web' else pekerja}\n")
        self.induk.stdin.flush()
        siap = (lambda: http_menjawab(f"http://127.0.0.1:{self.port}/robots.txt")) if nama == "web" else (lambda: True)
        return Lahir(nama, int(self.induk.stdout.readline()), log=log, siap=siap)

    def bunuh(self, nama: str) -> None:
        """The whole tree: a worker's surviving children would hide the loss. The broker dies with all its messages."""
        if nama == "broker" and not klaster():
            for pesan in (Path(os.environ["VAR_DIR"]) / "broker" / "pesan").iterdir():
                pesan.unlink(missing_ok=True)
            return
        nama = "redis" if nama == "broker" else nama
        with suppress(ProcessLookupError):  # it has just died of another's death
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
    """Hand in *dokumen* forms, evenly spread over *bunuhan* kills; then let the worker finish, and count.

    After *menit* nothing more is killed or handed in: the report says how far it came, and a house that was kept
    goes on from there.
    """
    awal, catatan = time.monotonic(), Catatan(Path(os.environ["UJI_DIR"], "siksa.jsonl"))
    with anak("tests.docservice.siksa.induk:utama", JOB_LEASE_SECONDS="3") as induk:
        layanan = Layanan(Path(os.environ["UJI_DIR"]), server, induk)
        pengirim = Pengirim(layanan.port, _token(), range(DASAR, DASAR + dokumen), catatan, awal + 60 * menit)
        _bunuh_semua(layanan, pengirim, bunuhan, random.Random(f"{benih}:{catatan.bunuhan.total()}"))
        pengirim.tunggu()
        selesai = time.monotonic() - awal
        layanan.proses["clamd"].tunggu_siap()
        tunggu_sampai_habis(60 + 3 * dokumen)
        layanan.hentikan()
    kerjakan_sampai_habis(60)
    disisihkan = coba_lagi()
    hasil: dict[str, Any] = {"dokumen": dokumen, "diakui": len(catatan.diakui), "bunuhan": catatan.bunuhan.total()}
    hasil |= {"korban": dict(catatan.bunuhan), "detik": round(selesai), "tuntas": pengirim.tuntas(bunuhan)}
    hasil["disisihkan"] = disisihkan
    rusak = [satu for nomor in sorted(catatan.diakui) for satu in cacat(nomor)]
    return hasil | hitung(catatan.diakui) | {"cacat": rusak + cacat_umum()}


def _token() -> str:
    from docservice.akun.models import Pengguna
    from tests.docservice.factories import token_untuk

    return token_untuk(Pengguna.objects.get(nip="199710022022021913"))


def _bunuh_semua(layanan: Layanan, pengirim: Pengirim, bunuhan: int, acak: random.Random) -> None:
    catatan = pengirim.catatan
    while (ke := catatan.bunuhan.total()) < bunuhan and time.monotonic() < pengirim.sampai:
        pengirim.boleh = 3 + len(pengirim.semua) * (ke + 1) // bunuhan
        time.sleep(acak.uniform(0.3, 2.5))
        nama = acak.choice(KORBAN)
        while not layanan.cukup_umur(nama, acak.uniform(0, 3)):
            nama = acak.choice(KORBAN)
        layanan.bunuh(nama)
        catatan.dibunuh(nama)
        if ke % 50 == 0:
            print(f"{ke} bunuhan, {len(catatan.diakui)} diakui", file=sys.stderr, flush=True)  # noqa: T201 - progress
    pengirim.boleh = len(pengirim.semua)


class Pengirim:
    """Three people who press again until each form is acknowledged, whatever falls meanwhile."""

    def __init__(self, port: int, token: str, semua: range, catatan: Catatan, sampai: float) -> None:
        self.port, self.token, self.semua, self.catatan, self.sampai = port, token, semua, catatan, sampai
        self.boleh = 3
        """Forms that may have been begun by now: they last as long as the kills."""
        self._tinggal = [nomor for nomor in semua if nomor not in catatan.diakui]
        self._kunci = threading.Lock()
        self._utas = [threading.Thread(target=self._kirim_semua) for _ in range(3)]
        for satu in self._utas:
            satu.start()

    def tunggu(self) -> None:
        for satu in self._utas:
            satu.join()

    def tuntas(self, bunuhan: int) -> bool:
        return len(self.catatan.diakui) == len(self.semua) and self.catatan.bunuhan.total() >= bunuhan

    def _kirim_semua(self) -> None:
        while self._tinggal and time.monotonic() < self.sampai:
            nomor = self._berikutnya()
            if nomor is None:
                time.sleep(0.05)
                continue
            while not kirim(self.port, self.token, nomor):
                time.sleep(0.2)
            self.catatan.akui(nomor)

    def _berikutnya(self) -> int | None:
        with self._kunci:
            mulai = len(self.semua) - len(self._tinggal)
            return self._tinggal.pop(0) if self._tinggal and mulai < self.boleh else None


def tunggu_sampai_habis(detik: float) -> None:
    """Until the worker that survived has done everything, or *detik* are over."""
    from docservice.antrean.models import Job, StatusJob

    batas = time.monotonic() + detik
    tunggu = Job.objects.filter(jenis__startswith="dokumen.", status__in=(StatusJob.MENUNGGU, StatusJob.BERJALAN))
    while time.monotonic() < batas and (tinggal := tunggu.count()):
        print(f"{tinggal} pekerjaan tinggal", file=sys.stderr)  # noqa: T201 - progress
        time.sleep(10)


def coba_lagi() -> int:
    """The operator's *Coba lagi* for work whose worker was killed five times in a row, innocent as it is; how many."""
    from docservice.antrean.models import Job, StatusJob
    from docservice.antrean.sapuan import ulangi

    macet = [job.pk for job in Job.objects.filter(status=StatusJob.MACET) if ulangi(job.pk)]
    kerjakan_sampai_habis(60)
    return len(macet)


def hitung(diakui: set[int]) -> dict[str, int]:
    """The bar of domain security 1.2: acknowledged forms without their document, and with more than one."""
    from django.db.models import Count

    from docservice.antrean.models import Job
    from docservice.dokumen.models import VersiDokumen

    per_kunci = dict(VersiDokumen.objects.values_list("kunci").annotate(n=Count("pk")))
    ada = [per_kunci.get(f"siksa:{nomor}", 0) for nomor in diakui]
    ulang = Job.objects.filter(jenis__startswith="dokumen.", percobaan__gt=1).count()
    return {"hilang": ada.count(0), "ganda": sum(n > 1 for n in ada), "pekerjaan_diulang": ulang}
