"""The endpoints of v1: multipart in, bytes out, each result to be fetched once more under its id."""

from __future__ import annotations

import base64
import io
from datetime import UTC, datetime

import segno

from signing.simulator_bsre import placing
from signing.simulator_bsre.desk import BAD_PDF, BadPdf, after, before, note, refusal, sign
from signing.simulator_bsre.maker import Order
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.people import State
from signing.simulator_bsre.placing import Spot, TagMissing
from signing.simulator_bsre.wire import PDF, Call, Reply, answer, error


def sign_pdf(office: Office, call: Call) -> Reply:
    """POST /api/sign/pdf"""
    pdf, nik, passphrase = call.fields.get("file"), call.text("nik"), call.text("passphrase")
    if not isinstance(pdf, bytes) or not nik or call.text("tampilan").upper() not in {"VISIBLE", "INVISIBLE"}:
        return error("Parameter tidak lengkap", 400)
    user = office.people.find(nik)
    fault = call.fault(nik)
    reply = refusal(office, user, passphrase) or before(fault, nik, passphrase)
    if reply or user is None:
        reply = reply or error("Proses signing gagal", 400)
        note(office, call, [pdf], 0, fault, reply.status)
        return reply
    try:
        (signed,) = sign(office, [_order(call, pdf)], user.who, fault)
    except BadPdf:
        note(office, call, [pdf], 0, fault, 400)
        return error(BAD_PDF, 400)
    except TagMissing:
        note(office, call, [pdf], 0, fault, 400)
        return error("Proses signing gagal : tag koordinat tidak ditemukan", 400)
    note(office, call, [pdf], 1, fault)
    return after(office, fault, _delivered(office, call, signed))


def download(office: Office, call: Call) -> Reply:
    """GET /api/sign/download/{id}: once."""
    pdf = office.take(call.path.rpartition("/")[2])
    note(office, call, [], 0, None, 200 if pdf else 404)
    if pdf is None:
        text = "File tidak tersedia. Pastikan dokumen belum pernah diunduh sebelumnya"
        return error(text, 4044, 404)
    return Reply(200, pdf, PDF)


def status(office: Office, call: Call) -> Reply:
    """GET /api/user/status/{nik}"""
    user = office.people.find(call.path.rpartition("/")[2])
    if user is None or user.state is State.NOT_REGISTERED:
        return answer({"status_code": 1110, "status": "NOT_REGISTERED", "message": "User belum terdaftar"})
    return answer({"status_code": 1111, "status": user.state.value, "message": f"Status {user.state}"})


def profile(office: Office, call: Call) -> Reply:
    """GET /api/user/profile/{nik}: the status of an unknown user is spelled with a blank here."""
    user = office.people.find(call.path.rpartition("/")[2])
    if user is None:
        return answer({"status_code": 1110, "status": "NOT REGISTERED", "message": "User belum terdaftar"})
    return answer({"success": True, "data": {"email": f"{user.who}@simulator.example", "status": user.state.value}})


def _order(call: Call, pdf: bytes) -> Order:
    spot = _spot(call, pdf) if call.text("tampilan").upper() == "VISIBLE" else None
    picture = call.fields.get("imageTTD") if call.text("image").lower() == "true" else _qr(call.text("linkQR"))
    return Order(
        pdf,
        "sig",
        call.text("reason") or None,
        call.text("location") or None,
        spot,
        picture if isinstance(picture, bytes) else None,
    )


def _spot(call: Call, pdf: bytes) -> Spot:
    try:
        if call.text("tag_koordinat"):
            width, height = call.number("width", 80), call.number("height", 80)
            return placing.tag(pdf, call.text("tag_koordinat"), width, height)
        page = int(call.number("page", 1))
        if call.text("halaman").upper() == "TERAKHIR":
            page = placing.last_page(pdf)
        return placing.v1(page, *(call.number(name) for name in ("xAxis", "yAxis", "width", "height")))
    except (ValueError, IndexError) as problem:
        raise BadPdf from problem


def _qr(text: str) -> bytes:
    out = io.BytesIO()
    segno.make(text or "-").save(out, kind="png", scale=4)
    return out.getvalue()


def _delivered(office: Office, call: Call, signed: bytes) -> Reply:
    name = office.keep(signed)
    if call.text("jenis_response").upper() == "BASE64":
        data = {"base64_signed_file": base64.b64encode(signed).decode(), "id_dokumen": name}
        return answer(data | {"time": datetime.now(UTC).isoformat()})
    return Reply(200, signed, PDF, {"id_dokumen": name})
