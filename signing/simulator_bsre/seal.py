"""Seals of the organisation: an activation that a person starts and a job keeps alive, then codes per call."""

from __future__ import annotations

import secrets
import time

from signing.devpki.pki import SEAL
from signing.simulator_bsre import v2
from signing.simulator_bsre.desk import after, before
from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.office import SUBSCRIBER, Code, Office
from signing.simulator_bsre.wire import Call, Reply, answer, error

_WRONG = error("Aktivasi segel tidak valid atau sudah kedaluwarsa", 400)
_UNKNOWN = error("Subscriber tidak ditemukan", 400)


def _asked(call: Call) -> tuple[str, Fault | None]:
    """The subscriber, and the fault it is to meet: ``<id>+<fault>`` does what a magic NIK does for persons."""
    subscriber, _, fault = call.text("idSubscriber").partition("+")
    return subscriber, Fault.of(call.fault_name or fault, "")


def activation(office: Office, call: Call) -> Reply:
    """POST /api/v2/seal/get/activation: without a code it mails the first one, with the current one it rotates."""
    subscriber, fault = _asked(call)
    if subscriber != SUBSCRIBER:
        return _UNKNOWN
    if reply := before(fault, SUBSCRIBER, call.text("totp")):
        return reply
    with office.lock:
        if not call.text("totp"):
            office.activation = _code(office)
            office.mail.append((SUBSCRIBER, office.activation.text))
            return answer({"success": True, "message": "TOTP aktivasi telah dikirim ke email"})
        if office.activation is None or not office.activation.good(call.text("totp")):
            return _WRONG
        office.activation = _code(office)
        data = {"message": "sukses", "totp": office.activation.text, "expires": _expires(office), "result": True}
    return after(office, fault, answer({"success": True, "data": data}))


def revoke(office: Office, call: Call) -> Reply:
    """POST /api/v2/seal/revoke/activation"""
    if not _active(office, call):
        return _WRONG
    office.activation = None
    return answer({"success": True, "message": "Aktivasi dicabut"})


def get_totp(office: Office, call: Call) -> Reply:
    """POST /api/v2/seal/get/totp: the activation code buys a short-lived one for so many files."""
    if not _active(office, call):
        return _WRONG
    code = office.new_code(SUBSCRIBER, int(call.number("data", 1)), office.settings.totp_seconds)
    return answer({"message": "sukses", "totp": code.text, "expires": "5 menit", "result": True})


def seal_pdf(office: Office, call: Call) -> Reply:
    """POST /api/v2/seal/pdf"""
    subscriber, fault = _asked(call)
    if subscriber != SUBSCRIBER:
        return _UNKNOWN
    if reply := before(fault, SUBSCRIBER, call.text("totp")):
        return reply
    if not office.spend(SUBSCRIBER, call.text("totp"), len(call.fields.get("file") or ())):
        return v2.WRONG_CODE
    return v2.signed_files(office, call, SEAL, fault)


def state(office: Office, call: Call) -> Reply:
    """GET /api/v2/seal/{idSubscriber}"""
    if call.path.rpartition("/")[2] != SUBSCRIBER:
        return _UNKNOWN
    alive = office.activation is not None and time.monotonic() < office.activation.until
    return answer({"success": True, "data": {"status": "ACTIVE" if alive else "INACTIVE"}})


def _active(office: Office, call: Call) -> bool:
    with office.lock:
        code = office.activation
        return code is not None and _asked(call)[0] == SUBSCRIBER and code.good(call.text("totp"))


def _code(office: Office) -> Code:
    until = time.monotonic() + office.settings.activation_seconds
    return Code(f"{secrets.randbelow(10**6):06d}", 10**9, until)


def _expires(office: Office) -> str:
    return f"{office.settings.activation_seconds:.0f} detik"
