"""`make run`: prepare, walk, serve; `make jalan` and `make seed`: the same helpers around one command.

python -m skrip.jalankan                     the whole service until Ctrl-C
python -m skrip.jalankan perintah jalan …    one manage.py command, with clamd and the TSA up
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from skrip.kunci import Kunci, Terpakai, pastikan_bebas
from skrip.lingkungan import AKAR, muat
from skrip.pengawas import Berhenti, Pengawas
from skrip.proses import GagalMulai

PR_SET_PDEATHSIG = 1
PYTHON = sys.executable


def main(argumen: list[str]) -> int:
    pasang_sinyal()
    env, sendiri = muat()
    if env.get("DOCSERVICE_MODE") == "production":
        ucap("Perintah ini mengisi data contoh; di production jalankan proses di Procfile satu per satu.")
        return 1
    try:
        if argumen[:1] == ["perintah"]:
            return perintah(argumen[1:], env, sendiri)
        return layani(env, sendiri)
    except (Terpakai, GagalMulai) as masalah:
        ucap(str(masalah))
    except PermissionError as masalah:
        ucap(f"Berkas {masalah.filename} milik pengguna lain; jalankan sebagai pengguna itu.")
    return 1


def layani(env: dict[str, str], sendiri: list[str]) -> int:
    alamat = f"http://{env['BIND_HOST']}:{env['PORT']}"
    kunci = Kunci(Path(env["VAR_DIR"]) / "jalan.lock")
    kunci.ambil(f"Layanan ini sudah berjalan di {alamat}; buka alamat itu atau hentikan dengan Ctrl-C di jendelanya")
    peragaan = () if env.get("CONTOH") == "tidak" else ("contoh", "jalan")
    pastikan_bebas(env["BIND_HOST"], int(env["PORT"]), "PORT")
    with Pengawas(env, kunci) as pengawas:
        with pengawas.persiapan(*langkah(env, sendiri), "sedia", *peragaan) as sedia:
            sedia()
            pengawas.mulai(*sendiri)
            sedia()  # the list of static files is read once, at the start
            pengawas.mulai("web")
            pengawas.tunggu_siap()
        pengawas.mulai("pekerja")  # not earlier: it would take the jobs of the walk
        kunci.catat(siap=True, env={nama: env[nama] for nama in ("CLAMD_URL", "TSA_URL", "PUBLIC_URL")})
        ucap(f"Siap: {env['PUBLIC_URL']}  (Ctrl-C untuk berhenti; catatan di {env['VAR_DIR']}/log/)")
        return pengawas.jaga()


def perintah(argumen: list[str], env: dict[str, str], sendiri: list[str]) -> int:
    """Beside a running service use its helpers, otherwise bring up our own for as long as it takes."""
    kunci = Kunci(Path(env["VAR_DIR"]) / "jalan.lock")
    try:
        kunci.ambil(f"`manage.py {argumen[0]}` sedang berjalan; tunggu sampai selesai")
    except Terpakai:
        pemilik = kunci.pemilik()
        if not (pemilik and pemilik.get("siap")):
            raise
        return manage(env | pemilik["env"], *argumen)
    contoh = () if argumen[0] == "seed_demo" else ("contoh",)
    with Pengawas(env, kunci) as pengawas:
        with pengawas.persiapan(*langkah(env, sendiri), *contoh) as sedia:
            sedia()
            pengawas.mulai(*sendiri)
            pengawas.tunggu_siap()
        return manage(env, *argumen)


def langkah(env: dict[str, str], sendiri: list[str]) -> list[str]:
    """What must be there before any command; each step is harmless to repeat."""
    if "tsa" in sendiri:
        pastikan_bebas("127.0.0.1", int(env["TSA_PORT"]), "TSA_PORT")
    berkas = {"clamd": "clamd", "tsa": "pki"}
    return [*(berkas[nama] for nama in sendiri), "sedia", "pembaca", "basisdata", "statis"]


def manage(env: dict[str, str], *argumen: str) -> int:
    """One manage.py command with our terminal; its exit code."""
    # A session of its own keeps Ctrl-C ours; --pdeathsig ends it with us.
    dasar = ["setpriv", "--pdeathsig", "TERM", "--", PYTHON, "manage.py"]
    anak = subprocess.Popen([*dasar, *argumen], cwd=AKAR, env=env, start_new_session=True)
    try:
        return anak.wait()
    finally:
        anak.terminate()
        anak.wait()


def pasang_sinyal() -> None:
    """Ctrl-C, kill, a closed terminal and a killed `make` all mean the same: stop everything."""

    def berhenti(sinyal: int, _bingkai: object) -> NoReturn:
        raise Berhenti(128 + sinyal)  # what a shell expects

    for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sinyal, berhenti)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def ucap(kalimat: str) -> None:
    print(kalimat, file=sys.stderr, flush=True)


if __name__ == "__main__":
    os.chdir(AKAR)
    os.umask(0o077)  # personnel files are nobody else's, also not another user's of this machine
    sys.exit(main(sys.argv[1:]))
