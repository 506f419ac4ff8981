"""``dev-pki`` and ``dev-services``."""

from __future__ import annotations

import argparse
import json

from signing.cli_screen import answer, remark
from signing.cli_secret import ask
from signing.devpki import DevPki, DevServices, Person

_SAMPLE = Person("197103141994031901", "Dr. Siti Aminah, M.Si.", "197103141994031901")


def make(options: argparse.Namespace) -> int:
    """Create or complete the PKI; print where things are."""
    people = [_person(text) for text in options.person] or [_SAMPLE]
    with ask(options.secret_fd, "Passphrase untuk kunci percobaan: ") as secret:
        pki = DevPki.create(options.directory, people=people, passphrase=secret.reveal(), port=options.port)
    facts = {
        "directory": str(pki.directory),
        "trust": str(pki.trust),
        "signers": sorted(str(file) for file in pki.signers.glob("*.p12")),
        "tsa": pki.tsa_url,
        "port": pki.port,
    }
    if options.json:
        answer(json.dumps([facts]))
    else:
        answer(f"Sertifikat PENGEMBANGAN di {pki.directory}; penanda waktu: {pki.tsa_url}")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Until interrupted."""
    pki = DevPki.load(options.directory)
    remark(f"Layanan PENGEMBANGAN di http://127.0.0.1:{options.port or pki.port}")
    try:
        DevServices.serve(options.directory, options.port)
    except KeyboardInterrupt:
        remark("Berhenti.")
    return 0


def _person(text: str) -> Person:
    who, _, name = text.partition("=")
    return Person(who, name or who, who if who.isdigit() and len(who) == 18 else None)
