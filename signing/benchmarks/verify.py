"""How fast the verifier is, page comparison included, against stock pyHanko's own judgement in the same run.

The rules run in this process, as they do in the sandbox's child; ``wall_through_sandbox`` is what a caller waits.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from signing.benchmarks.ground import PASSPHRASE, least, page, services
from signing.keyfile import open_p12
from signing.ports import SigningRequest
from signing.secret import Secret
from signing.software import sign_with
from signing.timestamps import Timestamper
from signing.trust import TrustStore
from signing.verifier import Verdict, validate
from signing.verifier.child import examine_bytes
from signing.verifier.policy import Circumstances


def measure_verifying(count: int = 10) -> dict[str, Any]:
    """Milliseconds of CPU for one file: B-LTA with one signature and with eight; ``stock`` judges integrity only."""
    with tempfile.TemporaryDirectory() as folder, services(Path(folder)) as pki:
        trust, tsa = TrustStore.from_directory(pki.trust), Timestamper([pki.tsa_url])
        material = open_p12(pki.signers / "RSA-2048.p12", Secret(PASSPHRASE))

        def signed(pdf: bytes, level: str) -> bytes:
            (outcome,) = sign_with(material, [SigningRequest("x", pdf)], tsa, trust, level=level)
            if outcome.pdf is None:
                raise RuntimeError(outcome.provider_text)
            return outcome.pdf

        one = eight = signed(page(), "B-LTA")
        for _ in range(7):
            eight = signed(eight, "B-LTA")
        files = {"one": one, "eight": eight}
        figures = {name: least(partial(_judge, pdf, trust, count), count) for name, pdf in files.items()}
        figures["stock"] = least(lambda: _stock(one, trust, count), count)
        validate(one, trust=trust)  # the sandbox starts once
        start = time.perf_counter()
        validate(one, trust=trust)
        figures["wall_through_sandbox"] = (time.perf_counter() - start) * 1000
    rounded = {name: round(value, 1) for name, value in figures.items()}
    return {"milliseconds": rounded, "ratios": {"one_to_stock": round(figures["one"] / figures["stock"], 1)}}


def _judge(pdf: bytes, trust: TrustStore, count: int) -> None:
    for _ in range(count):
        if examine_bytes(pdf, Circumstances(trust, None, online=False)).verdict is not Verdict.VALID:
            raise RuntimeError("berkas bangku tidak sah")


def _stock(pdf: bytes, trust: TrustStore, count: int) -> None:
    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    roots = [x509.Certificate.load(der) for der in trust.anchors]
    for _ in range(count):
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        validate_pdf_signature(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[0], context)
