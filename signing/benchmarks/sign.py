"""How fast signing is, against the RSA operation itself and against stock pyHanko, in the same run."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from signing.benchmarks.ground import PASSPHRASE, least, openssl, page, services
from signing.devpki import DevPki
from signing.devpki.profiles import KEY_KINDS
from signing.keyfile import KeyMaterial, open_p12
from signing.ports import SigningRequest
from signing.secret import Secret
from signing.software import sign_with
from signing.timestamps import Timestamper
from signing.trust import TrustStore

_MANY = 2000


def measure_signing(count: int = 60) -> dict[str, Any]:
    """Milliseconds of CPU for one document: ``rsa2048`` (openssl speed), ``stock``, and ours by key and level."""
    with tempfile.TemporaryDirectory() as folder, services(Path(folder)) as pki:
        trust, tsa = TrustStore.from_directory(pki.trust), Timestamper([pki.tsa_url])
        sheet = page()
        figures = {"rsa2048": openssl(), "stock": least(lambda: _stock(pki, sheet), 5)}
        for kind in KEY_KINDS:
            material = open_p12(pki.signers / f"{kind}.p12", Secret(PASSPHRASE))
            figures[f"{kind} B-B"] = least(_batch(material, sheet, tsa, trust, "B-B", count), count)
        material = open_p12(pki.signers / "RSA-2048.p12", Secret(PASSPHRASE))
        for level in ("B-T", "B-LTA"):
            figures[f"RSA-2048 {level}"] = least(_batch(material, sheet, tsa, trust, level, count), count)
        many = _many(open_p12(pki.signers / "RSA-2048.p12", Secret(PASSPHRASE)), sheet, tsa, trust)
    rounded = {name: round(value, 3) for name, value in figures.items()}
    ours = figures["RSA-2048 B-B"]
    ratios = {"to_rsa2048": round(ours / figures["rsa2048"], 1), "stock_to_ours": round(figures["stock"] / ours, 1)}
    return {"milliseconds": rounded, "ratios": ratios, "batch": many}


def _batch(
    material: KeyMaterial, sheet: bytes, tsa: Timestamper, trust: TrustStore, level: str, count: int
) -> Callable[[], None]:
    requests = [SigningRequest(str(number), sheet) for number in range(count)]

    def run() -> None:
        outcomes = sign_with(material, requests, tsa, trust, level=level)
        if not all(outcome.pdf for outcome in outcomes):
            raise RuntimeError(outcomes[0].provider_text)

    return run


def _stock(pki: DevPki, sheet: bytes) -> None:
    """Five documents as the library's own documentation signs them."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    signer = signers.SimpleSigner.load_pkcs12(str(pki.signers / "RSA-2048.p12"), passphrase=PASSPHRASE.encode())
    for _ in range(5):
        writer = IncrementalPdfFileWriter(io.BytesIO(sheet))
        signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Signature1"), signer=signer)


def _many(material: KeyMaterial, sheet: bytes, tsa: Timestamper, trust: TrustStore) -> dict[str, int]:
    """One batch of two thousand: how many got lost, and by how many megabytes the process grew at most."""
    before, sizes = _peak(), []
    requests = (SigningRequest(str(number), sheet) for number in range(_MANY))
    sign_with(material, requests, tsa, trust, level="B-B", progress=lambda one: sizes.append(len(one.pdf or b"")))
    lost = _MANY - sum(size > len(sheet) for size in sizes)
    return {"documents": _MANY, "lost": lost, "grown_mb": _peak() - before, "results_mb": sum(sizes) >> 20}


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
