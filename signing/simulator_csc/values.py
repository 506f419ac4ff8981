"""``signatures/signHash``: values over hashes for which leave was given, and the ways to get it wrong."""

from __future__ import annotations

import base64
import time
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature

from signing.keyfile import SignerKey
from signing.simulator_csc.errors import error, invalid
from signing.simulator_csc.faults import Fault
from signing.simulator_csc.leave import hashes_of
from signing.simulator_csc.listing import ECDSA, RSA, WITH_ECDSA, WITH_RSA
from signing.simulator_csc.office import OTHER, Entry, Office
from signing.simulator_http import HTML, Call, Reply, answer

_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_OIDS = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
_BEFORE = {
    Fault.TOKEN_EXPIRED: error("invalid_token", "The access or refresh token is expired or has been revoked", 401),
    Fault.BUSY_429: Reply(429, b"", HTML),
    Fault.DOWN_503: Reply(503, b"<html>Service Unavailable</html>", HTML),
    Fault.CRASH_500: error("server_error", "Unexpected", 500),
}


def sign_hash(office: Office, call: Call, version: int) -> Reply:
    found = office.credential(call.text("credentialID"))
    if found is None:
        return invalid("Invalid parameter credentialID")
    who, fault = found
    wanted = hashes_of(call, version) or []
    digest = _digest(call, version)
    refusal = _BEFORE.get(fault) if fault else None
    refusal = refusal or _refusal(office, call, wanted, digest)
    signed = 0 if refusal else len(wanted)
    values = [] if refusal else _values(office, who, fault, wanted, str(digest))
    office.write(
        Entry(call.path, tuple(wanted), signed, fault.value if fault else None, refusal.status if refusal else 200)
    )
    return refusal or _after(office, fault, values)


def _digest(call: Call, version: int) -> str | None:
    """The digest that ``signAlgo`` implies or that is named beside it; None when neither does."""
    algorithm = call.text("signAlgo")
    named = _OIDS.get(call.text("hashAlgo" if version == 1 else "hashAlgorithmOID"))
    implied = WITH_RSA.get(algorithm) or WITH_ECDSA.get(algorithm)
    return implied or (named if algorithm in {RSA, ECDSA} else None)


def _refusal(office: Office, call: Call, wanted: list[str], digest: str | None) -> Reply | None:
    if not wanted:
        return invalid("Empty hash array")
    if digest is None:
        return invalid("Missing (or invalid type) string parameter hashAlgorithmOID")
    if any(len(_bytes(one)) != _DIGESTS[digest].digest_size for one in wanted):
        return invalid("Invalid digest value length")
    with office.lock:
        return _used(office, call, wanted)


def _used(office: Office, call: Call, wanted: list[str]) -> Reply | None:
    leave = office.leaves.get(call.text("SAD"))
    if leave is None or leave.credential != call.text("credentialID"):
        return invalid("Invalid parameter SAD")
    if time.monotonic() > leave.until:
        return invalid("SAD expired")
    if leave.hashes is not None and not set(wanted) <= set(leave.hashes):
        return invalid("Hash is not authorized by the SAD")
    if leave.left < len(wanted):
        return invalid("Invalid parameter SAD")
    leave.left -= len(wanted)
    return None


def _values(office: Office, who: str, fault: Fault | None, wanted: list[str], digest: str) -> list[str]:
    key = office.key(OTHER if fault is Fault.SWAPPED else who).key
    made = [value(key, _bytes(one), digest) for one in wanted]
    if fault is Fault.WRONG_VALUE:
        made = [value(key, bytes(len(_bytes(one))), digest) for one in wanted]
    if fault is Fault.RAW_ECDSA and isinstance(key, ec.EllipticCurvePrivateKey):
        made = [_side_by_side(one, (key.key_size + 7) // 8) for one in made]
    texts = [base64.b64encode(one).decode() for one in made]
    if fault is Fault.BROKEN_BASE64:
        texts = ["%%" + text[3:] for text in texts]
    return texts


def value(key: SignerKey, digest: bytes, algorithm: str) -> bytes:
    """PKCS#1 v1.5 or ECDSA in DER over a digest that was made elsewhere."""
    prehashed = Prehashed(_DIGESTS[algorithm])
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(digest, padding.PKCS1v15(), prehashed)
    return key.sign(digest, ec.ECDSA(prehashed))


def _side_by_side(der: bytes, half: int) -> bytes:
    r, s = decode_dss_signature(der)
    return r.to_bytes(half, "big") + s.to_bytes(half, "big")


def _after(office: Office, fault: Fault | None, values: list[str]) -> Reply:
    """Everything is signed by now."""
    if fault is Fault.GATEWAY_504:
        return Reply(504, b"<html>Gateway Time-out</html>", HTML)
    if fault is Fault.NOT_JSON:
        return Reply(200, b'{"signatures": ["')
    data: dict[str, Any] = {"signatures": values}
    if fault is Fault.ONE_SHORT:
        data = {"signatures": values[:-1]}
    if fault is Fault.OTHER_ORDER:
        data = {"signatures": values[::-1]}
    if fault is Fault.LATER:
        data = {"responseID": "158112-652341"}
    reply = answer(data)
    delay = office.settings.slow_seconds if fault is Fault.SLOW else 0
    return Reply(reply.status, reply.body, delay=delay, cut=fault is Fault.CUT)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
