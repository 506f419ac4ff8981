"""``python -m tests.signing.oracle``: what we sign, before EU DSS and veraPDF, which nobody here wrote.

EU DSS judges every file at its default policy and at one where what it only warns about (overlaps, undefined changes,
DocMDP, FieldMDP) is a failure: TOTAL_PASSED at the level claimed, both times. veraPDF judges decrees before and after
signing. Needs Maven and a Java runtime (both among the packages of the tests) and Maven Central; builds in ``var/``.
Exit 1 when a file fails.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from signing import DevPki, DevServices, Secret, SigningRequest, SoftwareSigner, Timestamper, TrustStore
from signing.cli_screen import answer
from templates_sk import kinds, render
from tests.server.maven import bangun
from tests.signing.oracle.files import PASSPHRASE, Claim, every_claim, people
from tests.templates_sk.oracle.__main__ import jalur_juri

HERE = Path(__file__).parent
WORK = HERE.parents[2] / "var" / "oracle-signing"
_SIGNED = re.compile(r"changed: /Catalog /StructTreeRoot .* /Obj \d+ 0 R /V \d+ 0 R CREATION")


def main() -> int:
    judge = bangun(HERE / "pom.xml", WORK, "JudgeSignatures")
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "pki"
        port = random.randint(18_000, 31_000)
        pki = DevPki.create(directory, people=list(people().values()), passphrase=PASSPHRASE, port=port)
        with DevServices(directory):
            claims = list(every_claim(pki, Path(folder)))
            failed = _judged(judge, pki, claims)
            decrees = _decrees(pki)
    answer(f"EU DSS: {len(claims)} berkas, {failed} gagal")
    return 1 if _verapdf(decrees) or failed else 0


def _judged(judge: str, pki: DevPki, claims: list[Claim]) -> int:
    """Files with a signature that is not TOTAL_PASSED at its level under both policies."""
    files = {str(_kept(claim.name, claim.pdf)): claim for claim in claims}
    online = [f"online:{file}" if {"B-B", "B-T"} & set(claim.levels) else file for file, claim in files.items()]
    command = ["java", "-cp", judge, "JudgeSignatures", str(pki.trust / "root.pem"), *online]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, list[list[str]]] = defaultdict(list)
    for line in said.splitlines():
        file, *facts = line.split("\t")
        found[file].append(facts)
    bad = 0
    for file, claim in files.items():
        wanted = [f"PAdES-BASELINE-{level.removeprefix('B-')}" for level in claim.levels] * 2
        good = [facts[3] for facts in found[file] if _passed(facts, claim)]
        if len(found[file]) != len(wanted) or good != wanted:
            bad += 1
            answer(f"GAGAL {claim.name}: {found[file]}")
    return bad


def _passed(facts: list[str], claim: Claim) -> bool:
    """*facts* are policy, indication, sub-indication, level and messages, or what went wrong."""
    if len(facts) != 5:
        return False
    policy, indication, _, _, messages = facts
    changes = [one for one in messages.split("; ") if one.startswith("changed: ")]
    if claim.prepared and policy == "raised" and indication == "TOTAL_FAILED":
        return bool(changes) and all(_SIGNED.fullmatch(one) for one in changes)
    return indication == "TOTAL_PASSED"


def _decrees(pki: DevPki) -> list[str]:
    """A decree of every kind, as rendered and as signed into its own field."""
    who = next(iter(people().values())).who
    signer = SoftwareSigner(
        pki.signers, timestamper=Timestamper([pki.tsa_url]), trust=TrustStore.from_directory(pki.trust)
    )
    files = []
    for kind in kinds():
        made = render(kind.code, kind.sample, draft=False)
        if made.signature is None:  # signed in ink
            continue
        request = SigningRequest("x", made.pdf, field_name=made.signature.field_name, certify=True, permissions=1)
        (outcome,) = signer.sign_batch(who, [request], Secret(PASSPHRASE))
        if outcome.pdf is None:
            raise RuntimeError(f"{kind.code}: {outcome.provider_text}")
        files += [str(_kept(kind.code, made.pdf)), str(_kept(f"{kind.code}-bertanda-tangan", outcome.pdf))]
    return files + _simpler(signer, who)


_PARTS = {"2b": (b"2", b"B"), "3b": (b"3", b"B")}


def _simpler(signer: SoftwareSigner, who: str) -> list[str]:
    """The same decree claiming less, or the next part: signed with a picture of its own and a second time without."""
    made = render(kinds()[0].code, kinds()[0].sample, draft=False)
    files = []
    for name, (part, level) in _PARTS.items():
        pdf = made.pdf.replace(b"<pdfaid:part>2<", b"<pdfaid:part>%b<" % part)
        pdf = pdf.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>%b<" % level)
        assert pdf != made.pdf, "the metadata are written otherwise"
        field = made.signature.field_name if made.signature else None
        for step, request in enumerate((SigningRequest("x", pdf, field_name=field), None)):
            (outcome,) = signer.sign_batch(who, [request or SigningRequest("x", pdf)], Secret(PASSPHRASE))
            if outcome.pdf is None:
                raise RuntimeError(f"{name}: {outcome.provider_text}")
            pdf = outcome.pdf
            file = _kept(f"pdfa-{name}-{step + 1}-tanda-tangan", pdf)
            files += [f"{name}:{file}", f"ua1:{file}"]
    return files


def _verapdf(files: list[str]) -> int:
    return subprocess.run(["java", "-cp", jalur_juri(), "Judge", *files], check=False).returncode


def _kept(name: str, pdf: bytes) -> Path:
    file = WORK / f"{name}.pdf"
    file.write_bytes(pdf)
    return file


if __name__ == "__main__":
    sys.exit(main())
