"""B-B signatures a second of one key against the bare RSA operation of the same key."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from docservice.peragaan.pemindai_tiruan import lembar
from signing import DevPki, Person, Secret, SigningRequest, SoftwareSigner, Timestamper, TrustStore

JUMLAH = 30


def ukur() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        pki = DevPki.create(Path(folder), people=[Person("bangku", "Bangku Ukur")], passphrase="bangku", port=1)
        signer = SoftwareSigner(pki.signers, timestamper=Timestamper(()), trust=TrustStore.from_directory(pki.trust))
        isi = lembar("Bangku ukur", ["Satu halaman"])
        minta = [SigningRequest(reference=str(n), pdf=isi) for n in range(JUMLAH)]
        awal = time.process_time()
        hasil = signer.sign_batch("bangku", minta, Secret("bangku"), level="B-B")
        kami = (time.process_time() - awal) / JUMLAH
    return {
        "ok": all(h.pdf for h in hasil),
        "kami_cpu_s": kami,
        "mesin_cpu_s": _rsa(),
        "rasio": round(kami / _rsa(), 1),
    }


def _rsa() -> float:
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    awal = time.process_time()
    for n in range(200):
        kunci.sign(str(n).encode(), padding.PKCS1v15(), hashes.SHA256())
    return (time.process_time() - awal) / 200
