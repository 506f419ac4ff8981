"""How fast signing is, against the RSA operation itself and against stock pyHanko, in the same run.

CPU time of this process, the least of several rounds: wall time on a shared machine says little. The
development services run in a process of their own, so an authority's work does not count as ours.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from signing.devpki import DevPki, Person
from signing.devpki.profiles import KEY_KINDS
from signing.keyfile import KeyMaterial, open_p12
from signing.ports import SigningRequest
from signing.secret import Secret
from signing.software import sign_with
from signing.timestamps import Timestamper
from signing.trust import TrustStore

_ROUNDS = 3
_PASSPHRASE = "bangku"


def measure_signing(count: int = 60) -> dict[str, Any]:
    """Milliseconds of CPU for one document: ``rsa2048`` (openssl speed), ``stock``, and ours by key and level."""
    with tempfile.TemporaryDirectory() as folder, _services(Path(folder)) as pki:
        trust, tsa = TrustStore.from_directory(pki.trust), Timestamper([pki.tsa_url])
        page = _page()
        figures = {"rsa2048": _openssl(), "stock": _least(lambda: _stock(pki, page), 5)}
        for kind in KEY_KINDS:
            material = open_p12(pki.signers / f"{kind}.p12", Secret(_PASSPHRASE))
            figures[f"{kind} B-B"] = _least(_batch(material, page, tsa, trust, "B-B", count), count)
        material = open_p12(pki.signers / "RSA-2048.p12", Secret(_PASSPHRASE))
        for level in ("B-T", "B-LTA"):
            figures[f"RSA-2048 {level}"] = _least(_batch(material, page, tsa, trust, level, count), count)
    rounded = {name: round(value, 3) for name, value in figures.items()}
    ours = figures["RSA-2048 B-B"]
    ratios = {"to_rsa2048": round(ours / figures["rsa2048"], 1), "stock_to_ours": round(figures["stock"] / ours, 1)}
    return {"milliseconds": rounded, "ratios": ratios}


def _batch(
    material: KeyMaterial, page: bytes, tsa: Timestamper, trust: TrustStore, level: str, count: int
) -> Callable[[], None]:
    requests = [SigningRequest(str(number), page) for number in range(count)]

    def run() -> None:
        outcomes = sign_with(material, requests, tsa, trust, level=level)
        if not all(outcome.pdf for outcome in outcomes):
            raise RuntimeError(outcomes[0].provider_text)

    return run


def _stock(pki: DevPki, page: bytes) -> None:
    """Five documents as the library's own documentation signs them."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    signer = signers.SimpleSigner.load_pkcs12(str(pki.signers / "RSA-2048.p12"), passphrase=_PASSPHRASE.encode())
    for _ in range(5):
        writer = IncrementalPdfFileWriter(io.BytesIO(page))
        signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Signature1"), signer=signer)


def _least(work: Callable[[], None], count: int) -> float:
    """Milliseconds for one of *count*, the best of a few rounds after one to warm up."""
    work()
    spent = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent) * 1000 / count


def _openssl() -> float:
    """Milliseconds of one RSA-2048 signature by ``openssl speed``."""
    program = shutil.which("openssl")
    if program is None:
        raise RuntimeError("openssl tidak terpasang")
    said = subprocess.run([program, "speed", "-seconds", "2", "rsa2048"], capture_output=True, text=True, check=True)
    found = re.search(r"rsa\s+2048 bits\s+([\d.]+)s", said.stdout)
    if found is None:
        raise RuntimeError("openssl speed menjawab lain")
    return float(found.group(1)) * 1000


def _page() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(30):
        canvas.drawString(72, 760 - 20 * number, f"Keputusan tentang kenaikan pangkat, baris {number}")
    canvas.save()
    return out.getvalue()


@contextlib.contextmanager
def _services(folder: Path) -> Iterator[DevPki]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    people = [Person(kind, f"Bangku {kind}", key=kind) for kind in KEY_KINDS]
    pki = DevPki.create(folder, people=people, passphrase=_PASSPHRASE, port=port)
    command = [sys.executable, "-m", "signing", "dev-services", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=os.fspath(Path(__file__).parents[1])) as services:
        try:
            _wait(port)
            yield pki
        finally:
            services.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("layanan percobaan tidak menjawab")
