"""What v1 and v2 have in common: who asks, what stands against it, and the signature itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pikepdf
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import SigningError as PyhankoSigningError

from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.ledger import Entry
from signing.simulator_bsre.maker import Order, make
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.people import State, User
from signing.simulator_bsre.wire import HTML, Call, Reply, answer, error

BAD_PDF = "Proses signing gagal : com.itextpdf.text.exceptions.InvalidPdfException: Rebuild failed: trailer not found."
_REFUSALS = {
    State.NOT_REGISTERED: error("Proses signing gagal : User tidak terdaftar 2011", 400),
    State.NO_CERTIFICATE: error("User belum memiliki sertifikat", 2021),
}


class BadPdf(Exception):
    """The engine cannot read this file."""


def refusal(office: Office, user: User | None, passphrase: str | None) -> Reply | None:
    """Why this person cannot sign now; None when they can. *passphrase* is None when a code was given instead."""
    state = user.state if user else State.NOT_REGISTERED
    if state is not State.ISSUE:
        other = error(f"Proses signing gagal : Status sertifikat {state}", 400)
        return _REFUSALS.get(state, other)
    if passphrase is not None and not office.keys.passphrase_is(passphrase):
        return error("Passphrase anda salah", 2031)
    return None


def before(fault: Fault | None, identifier: str, secret: str) -> Reply | None:
    """Faults that strike before anything is signed."""
    page = Reply(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", HTML)
    spring = {"timestamp": "2026-09-01T00:00:00.000+00:00", "status": 500, "error": "Internal Server Error", "path": ""}
    replies = {
        Fault.JSON_ERROR_200: error("Passphrase anda salah", 2031, 200),
        Fault.HTML_502: page,
        Fault.BUSY_429: Reply(429, b"", HTML),
        Fault.DOWN_503: Reply(503, b"<html>Service Unavailable</html>", HTML),
        Fault.CODE_IN_TEXT: error("Proses signing gagal : Passphrase anda salah 2031", 400),
        Fault.NOT_JSON: Reply(400, b"Proses signing gagal : permintaan tidak dikenali"),
        Fault.ECHO: error(f"Proses signing gagal : nik={identifier} passphrase={secret} ditolak", 400),
        Fault.CRASH_500: answer(spring, 500),
        Fault.BAD_PDF: error(BAD_PDF, 400),
    }
    return replies.get(fault) if fault else None


def sign(office: Office, orders: Sequence[Order], who: str, fault: Fault | None) -> list[bytes]:
    """All or nothing, in order. Raises :class:`BadPdf`."""
    signer = office.keys.signer(who, fault)
    try:
        return [make(order, signer, office.timestamper, fault) for order in orders]
    except (PdfError, PyhankoSigningError, pikepdf.PdfError, ValueError) as problem:
        raise BadPdf from problem


def note(
    office: Office, call: Call, pdfs: Sequence[bytes], signed: int, fault: Fault | None, status: int = 200
) -> None:
    digests = tuple(hashlib.sha256(pdf).hexdigest() for pdf in pdfs)
    office.ledger.write(Entry(call.path, digests, signed, fault.value if fault else None, status))


def after(office: Office, fault: Fault | None, reply: Reply) -> Reply:
    """Faults that strike when everything is signed, and the usual latency."""
    delay = 0.86 * office.settings.latency
    if fault is Fault.ZERO_BYTES:
        return Reply(200, b"", reply.kind, delay=delay)
    if fault is Fault.GATEWAY_504:
        return Reply(504, b"<html>Gateway Time-out</html>", HTML, delay=delay)
    if fault is Fault.SLOW:
        delay += office.settings.slow_seconds
    return Reply(reply.status, reply.body, reply.kind, reply.headers, delay, fault is Fault.CUT)
