"""``info``, ``credentials/list`` and ``credentials/info``."""

from __future__ import annotations

import base64
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from signing.simulator_csc.errors import invalid
from signing.simulator_csc.faults import Fault
from signing.simulator_csc.office import OTHER, Office, Settings
from signing.simulator_http import Call, Reply, answer

RSA, ECDSA = "1.2.840.113549.1.1.1", "1.2.840.10045.2.1"
WITH_RSA = {"1.2.840.113549.1.1.11": "sha256", "1.2.840.113549.1.1.12": "sha384", "1.2.840.113549.1.1.13": "sha512"}
WITH_ECDSA = {"1.2.840.10045.4.3.2": "sha256", "1.2.840.10045.4.3.3": "sha384", "1.2.840.10045.4.3.4": "sha512"}
_METHODS = ("credentials/list", "credentials/info", "credentials/authorize", "signatures/signHash")
_OBJECTS: dict[str, dict[str, str]] = {
    "PIN": {"type": "Password", "id": "PIN", "format": "N", "label": "PIN"},
    "OTP": {"type": "ChallengeResponse", "id": "OTP", "format": "N", "label": "Kode dari surel"},
    "DEVICE": {"type": "ChallengeResponseOOB", "id": "DEVICE", "label": "Telepon"},
}


def info(office: Office, call: Call, version: int, base: str) -> Reply:
    way = "oauth2client" if office.settings.oauth2 else "basic"
    way = "oauth2code" if office.settings.pages_only else way
    data = {
        "specs": "1.0.4.0" if version == 1 else "2.0.0.2",
        "name": "Simulator CSC - PENGEMBANGAN",
        "region": "ID",
        "lang": "id-ID",
        "description": "Tanpa akibat hukum",
        "authType": [way],
        "methods": list(_METHODS),
    }
    return answer({**data, "oauth2": base} if office.settings.oauth2 else data)


def credentials_list(office: Office, call: Call, version: int) -> Reply:
    """The service is not bound to one user, so a userID is wanted: the person's name in the PKI."""
    user = call.text("userID")
    if not user:
        return invalid("Missing (or invalid type) string parameter userID")
    return answer({"credentialIDs": [name for name in office.people() if name == user]})


def credentials_info(office: Office, call: Call, version: int) -> Reply:
    found = office.credential(call.text("credentialID"))
    if found is None:
        return invalid("Invalid parameter credentialID")
    who, fault = found
    material = office.key(OTHER if fault is Fault.OTHER_PERSON else who)
    elliptic = isinstance(material.key, EllipticCurvePrivateKey)
    exact = WITH_ECDSA if elliptic else WITH_RSA
    plain = [ECDSA if elliptic else RSA]
    data: dict[str, Any] = {
        "description": who,
        "key": {
            "status": "disabled" if fault is Fault.DISABLED else "enabled",
            "algo": plain if office.settings.plain_algorithms else [*plain, *exact],
            "len": material.key.key_size,
        },
        "cert": {"status": "valid", "certificates": [_text(c) for c in (material.certificate, *material.chain)]},
        "SCAL": office.settings.scal,
        "multisign": office.settings.multisign,
    }
    return answer(data | (_ways_v1 if version == 1 else _ways_v2)(office.settings))


def _ways_v1(settings: Settings) -> dict[str, Any]:
    pin, otp = (str(way in settings.ways).lower() for way in ("PIN", "OTP"))
    return {
        "authMode": _mode(settings),
        "PIN": {"presence": pin, "format": "N", "label": "PIN"},
        "OTP": {"presence": otp, "type": "online", "format": "N", "label": "Kode dari surel"},
    }


def _ways_v2(settings: Settings) -> dict[str, Any]:
    objects = [_OBJECTS[way] for way in settings.ways]
    if settings.pages:
        return {"auth": {"mode": _mode(settings)}}
    return {"auth": {"mode": _mode(settings), "expression": " AND ".join(settings.ways), "objects": objects}}


def _mode(settings: Settings) -> str:
    return "oauth2code" if settings.pages else "explicit" if settings.ways else "implicit"


def _text(certificate: x509.Certificate) -> str:
    return base64.b64encode(certificate.public_bytes(Encoding.DER)).decode()
