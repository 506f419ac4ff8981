"""The environment of a run: what `.env` and the caller say, and an address for everything else."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

import environ

from docservice.umum.pki import port_tsa

AKAR = Path(__file__).resolve().parent.parent
PORT_TSA = range(20_000, 30_000)
"""Below the ephemeral ports, above those people choose by hand."""


def lengkapi(env: dict[str, str]) -> dict[str, str]:
    """Return *env* with every address filled in; what is set already stands.

    Two clones on one machine need only different ``PORT``: everything else follows from the place.
    """
    env = dict(env)
    port = int(env.setdefault("PORT", "8000"))
    tuan = env.setdefault("BIND_HOST", "127.0.0.1")
    var = Path(env.setdefault("VAR_DIR", str(AKAR / "var"))).resolve()
    env["VAR_DIR"] = str(var)
    env.setdefault("PKI_DIR", str(var / "pki"))
    env.setdefault("CLAMD_DIR", str(var / "clamd"))
    env["TSA_PORT"] = str(port_tsa(Path(env["PKI_DIR"])) or "") or env.get("TSA_PORT") or _port_tempat(var)
    env.setdefault("PUBLIC_URL", f"http://{'127.0.0.1' if tuan == '0.0.0.0' else tuan}:{port}")
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env.get("PATH", ""), "/usr/sbin", "/sbin"])
    return env


def _port_tempat(var: Path) -> str:
    """A port that belongs to this clone, whatever PORT it is served on today."""
    return str(PORT_TSA[zlib.crc32(bytes(var)) % len(PORT_TSA)])


def muat() -> tuple[dict[str, str], list[str]]:
    """The environment of this run, and the helpers it must bring up itself.

    Whoever names a CLAMD_URL or TSA_URL has that server already.
    """
    if (AKAR / ".env").exists():
        environ.Env.read_env(AKAR / ".env")  # the caller's own variables win
    env = lengkapi(dict(os.environ))
    sendiri = []
    for nama, kunci, alamat in (
        ("clamd", "CLAMD_URL", f"unix://{env['CLAMD_DIR']}/clamd.sock"),
        ("tsa", "TSA_URL", f"http://127.0.0.1:{env['TSA_PORT']}/tsa"),
    ):
        if env.setdefault(kunci, alamat) == alamat:
            sendiri.append(nama)
    return env, sendiri


def procfile() -> dict[str, str]:
    """The commands of the Procfile by process name, in its order."""
    baris = (AKAR / "Procfile").read_text().splitlines()
    pasangan = (kata.split(":", 1) for kata in baris if kata and not kata.startswith("#"))
    return {nama.strip(): perintah.strip() for nama, perintah in pasangan}
