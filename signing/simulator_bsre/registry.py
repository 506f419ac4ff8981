"""People and the agency: registration, a forgotten passphrase, certificates that end, applications for a seal.

What is kept lasts as long as the server. Of some endpoints only the name is known: they are there and say so.
"""

from __future__ import annotations

import secrets

from signing.simulator_bsre.office import SUBSCRIBER, Office
from signing.simulator_bsre.people import State
from signing.simulator_bsre.wire import Call, Reply, answer, error

NAMES_ONLY = (
    "/api/sign/cms",
    "/api/seal/hash",
    "/api/seal/pdf",
    "/api/user/keystore",
    "/api/v2/seal/hash",
    "/api/v2/seal/revoke",
)


def only_named(office: Office, call: Call) -> Reply:
    """Neither request nor answer has been published."""
    return error("Bentuk permintaan layanan ini tidak diketahui simulator", 501, 501)


def register_v1(office: Office, call: Call) -> Reply:
    """POST /api/user/registrasi: the codes of 2019."""
    nik, email = call.text("nik"), call.text("email")
    if not nik:
        return error("NIK tidak boleh kosong", 4014)
    if not call.text("nama") or "@" not in email:
        return error("Format data atau email tidak sesuai", 4015)
    if nik in office.registered or office.people.find(nik) is not None:
        return error("NIK sudah terdaftar", 4024)
    office.registered.add(nik)
    return answer({"message": "Registrasi berhasil", "status_code": 200})


def register_v2(office: Office, call: Call) -> Reply:
    """POST /api/v2/user/registration, by one client /user/register."""
    email = call.text("email")
    if not call.text("nama") or "@" not in email:
        return error("Format data atau email tidak sesuai", 4015)
    if email in office.registered or office.people.find(email) is not None:
        return error("Email sudah terdaftar", 4024)
    office.registered.add(email)
    return answer({"status": State.WAITING.value, "message": "Registrasi berhasil, menunggu verifikasi"})


def forget(office: Office, call: Call) -> Reply:
    """POST /api/user/passphrase/forget/{nik}: a mail with the way to a new one."""
    user = office.people.find(call.path.rpartition("/")[2])
    if user is None:
        return answer({"status_code": 1110, "status": "NOT_REGISTERED", "message": "User belum terdaftar"})
    office.mail.append((user.who, "tautan passphrase baru"))
    return answer({"success": True, "message": "Tautan telah dikirim ke email"})


def expired(office: Office, call: Call) -> Reply:
    """GET /api/entity/cert/expired"""
    ended = {"nik": State.EXPIRED.nik, "status": State.EXPIRED.value}
    return answer({"success": True, "data": [ended]})


def report(office: Office, call: Call) -> Reply:
    """GET /api/entity/report: how much the agency signed."""
    return answer({"success": True, "data": {"jumlah_tte": sum(one.signed for one in office.ledger.entries())}})


def enrol_seal(office: Office, call: Call) -> Reply:
    """POST /api/v2/seal/enrollment: an application that leads to the one seal there is."""
    name = secrets.token_hex(8)
    office.applications.add(name)
    return answer({"success": True, "data": {"idPermohonan": name}})


def application(office: Office, call: Call) -> Reply:
    """GET /api/v2/seal/permohonan/{id}"""
    if call.path.rpartition("/")[2] not in office.applications:
        return error("Permohonan tidak ditemukan", 400)
    return answer({"success": True, "data": {"idSubscriber": SUBSCRIBER}})
