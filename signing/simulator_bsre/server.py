"""HTTP around it: Basic authentication, routes, and the faults that only a socket can have."""

from __future__ import annotations

import asyncio
import base64
import json
import secrets
import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import BodyPartReader, web

from signing.simulator_bsre import checks, desk, seal, v1, v2
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.wire import Call, Reply, answer, error

Endpoint = Callable[[Office, Call], Reply]
_MAX_BODY = 64_000_000

POST: dict[str, Endpoint] = {
    "/api/sign/pdf": v1.sign_pdf,
    "/api/sign/verify": checks.verify_v1,
    "/api/v2/sign/pdf": v2.sign_pdf,
    "/api/v2/sign/get/totp": v2.get_totp,
    "/api/v2/user/check/status": v2.check_status,
    "/api/v2/user/check-status/": v2.check_status,
    "/api/v2/verify/pdf": checks.verify_v2,
    "/api/v2/seal/get/activation": seal.activation,
    "/api/v2/seal/revoke/activation": seal.revoke,
    "/api/v2/seal/get/totp": seal.get_totp,
    "/api/v2/seal/pdf": seal.seal_pdf,
}
GET: dict[str, Endpoint] = {
    "/api/sign/download/": v1.download,
    "/api/user/status/": v1.status,
    "/api/user/profile/": v1.profile,
    "/api/v2/user/certificate/chain/": v2.chain,
    "/api/user/certificate/chain/": v2.chain,
    "/api/v2/seal/": seal.state,
    "/simulator/ledger": lambda office, call: answer(office.ledger.to_list()),
    "/simulator/mail": lambda office, call: answer(office.mail),
}


def application(office: Office) -> web.Application:
    async def handle(request: web.Request) -> web.StreamResponse:
        office.ledger.addresses.append(request.path_qs)
        if not _known(request, office):
            return _unauthorized(request)
        endpoint = _endpoint(request.method, request.path)
        if endpoint is None:
            return await _send(request, error("Not Found", 404, 404))
        return await _send(request, await asyncio.to_thread(_called, endpoint, office, await _call(request)))

    app = web.Application(client_max_size=_MAX_BODY)
    app.router.add_route("*", "/{path:.*}", handle)
    return app


def _called(endpoint: Endpoint, office: Office, call: Call) -> Reply:
    try:
        return endpoint(office, call)
    except desk.BadPdf:
        return error(desk.BAD_PDF, 400)


def _endpoint(method: str, path: str) -> Endpoint | None:
    if method == "POST":
        return POST.get(path)
    return next((endpoint for start, endpoint in GET.items() if path.startswith(start)), None)


def _known(request: web.Request, office: Office) -> bool:
    settings = office.settings
    expected = "Basic " + base64.b64encode(f"{settings.user}:{settings.password}".encode()).decode()
    return secrets.compare_digest(request.headers.get("Authorization", ""), expected)


def _unauthorized(request: web.Request) -> web.Response:
    body = {"timestamp": datetime.now(UTC).isoformat(), "status": 401, "error": "Unauthorized", "path": request.path}
    return web.json_response(body, status=401)


async def _call(request: web.Request) -> Call:
    fields: dict[str, Any] = {}
    if request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                fields[part.name] = bytes(await part.read()) if part.filename else await part.text()
    elif request.can_read_body:
        try:
            data = json.loads(await request.read())
        except ValueError:
            data = {}
        fields = data if isinstance(data, dict) else {}
    return Call(request.method, request.path, fields, request.headers.get("X-Simulator-Fault"))


async def _send(request: web.Request, reply: Reply) -> web.StreamResponse:
    await asyncio.sleep(reply.delay)
    headers = {**reply.headers, "Content-Type": reply.kind}
    if not reply.cut:
        return web.Response(status=reply.status, body=reply.body, headers=headers)
    response = web.StreamResponse(status=reply.status, headers=headers)
    response.content_length = len(reply.body)
    await response.prepare(request)
    await response.write(reply.body[: len(reply.body) // 2])
    if request.transport is not None:
        request.transport.close()  # flushes what was written, then ends
    return response


class Simulator:
    """The server in a thread of this process, on loopback. ``port`` 0 takes any free one; *tls* makes it https."""

    def __init__(self, office: Office, port: int = 0, *, tls: ssl.SSLContext | None = None) -> None:
        self.office, self.port, self._tls = office, port, tls
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(30):
            raise TimeoutError("the simulator did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop and self._stop:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        runner = web.AppRunner(application(self.office), access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port, ssl_context=self._tls)
        await site.start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()
