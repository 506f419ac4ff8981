"""Signing and verifying, as ``signing`` measures itself; beside it a decree from its data to its seal."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from signing import DevPki, Person, Secret, SigningRequest, SoftwareSigner, Timestamper, TrustStore
from signing.benchmarks import measure_signing, measure_verifying
from templates_sk import kind, render

JENIS, JUMLAH = "sk_kenaikan_pangkat", 300


def ukur() -> dict[str, Any]:
    return {**measure_signing(), "naskah_ms": _naskah()}


def periksa() -> dict[str, Any]:
    return measure_verifying()


def _naskah() -> dict[str, float]:
    """Milliseconds of CPU for one decree: laid out, then sealed at B-B into its own field."""
    with tempfile.TemporaryDirectory() as folder:
        pki = DevPki.create(Path(folder), people=[Person("bangku", "Bangku Ukur")], passphrase="bangku", port=1)
        signer = SoftwareSigner(pki.signers, timestamper=Timestamper(()), trust=TrustStore.from_directory(pki.trust))
        contoh = kind(JENIS).sample
        render(JENIS, contoh)  # fonts and wording are read once
        awal = time.process_time()
        jadi = [render(JENIS, contoh) for _ in range(JUMLAH)]
        tengah = time.process_time()
        minta = [
            SigningRequest(str(n), satu.pdf, field_name=satu.signature.field_name if satu.signature else None)
            for n, satu in enumerate(jadi)
        ]
        hasil = signer.sign_batch("bangku", minta, Secret("bangku"), level="B-B")
        akhir = time.process_time()
    if not all(satu.pdf for satu in hasil):
        raise RuntimeError(hasil[0].provider_text)
    susun, segel = ((b - a) * 1000 / JUMLAH for a, b in ((awal, tengah), (tengah, akhir)))
    return {"susun": round(susun, 2), "segel": round(segel, 2), "seluruhnya": round(susun + segel, 2)}
