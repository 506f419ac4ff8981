"""TSA, OCSP, CRL and caIssuers of a development PKI on loopback, over plain HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from socketserver import ThreadingMixIn
from types import TracebackType
from typing import Any, Self
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from cryptography.hazmat.primitives.serialization import Encoding

from signing.devpki.files import load_authority
from signing.devpki.pki import DevPki
from signing.devpki.revocation import Revocation
from signing.devpki.tsa import TimestampAuthority

_MAX_BODY = 100_000


class DevServices:
    """The services of the PKI in *directory*, in a thread of this process.

    Use as a context manager, or ``serve`` for a process of its own. The port is the one written into
    the certificates unless another is given.
    """

    def __init__(self, directory: Path, port: int | None = None) -> None:
        self.pki = DevPki.load(directory)
        self.port = port or self.pki.port
        self._server: WSGIServer | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._server = _server(self.pki, self.port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server and self._thread:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    @staticmethod
    def serve(directory: Path, port: int | None = None) -> None:
        """Answer until the process is told to stop."""
        pki = DevPki.load(directory)
        with _server(pki, port or pki.port) as server:
            server.serve_forever()


class Application:
    """The WSGI side: ``POST /tsa``, ``POST /ocsp``, ``GET /crl/<label>.crl``, ``GET /ca/<label>.cer``."""

    def __init__(self, pki: DevPki) -> None:
        root, issuing, responder, tsa = (
            load_authority(pki.directory / "ca", label) for label in ("root", "issuing", "ocsp", "tsa")
        )
        self.revocation = Revocation(pki.directory, root, issuing, responder)
        self.timestamps = TimestampAuthority(tsa.certificate, issuing.certificate, tsa.key)
        self.authorities = {"root": root, "issuing": issuing}

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            status, kind, body = self.route(environ)
        except KeyError:
            status, kind, body = "404 Not Found", "text/plain", b""
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    def route(self, environ: dict[str, Any]) -> tuple[str, str, bytes]:
        """Status line, media type and body; KeyError for what is not here."""
        match (environ["REQUEST_METHOD"], environ["PATH_INFO"].strip("/").split("/")):
            case "POST", ["tsa"]:
                return _ok("application/timestamp-reply", self.timestamps.answer(_body(environ)))
            case "POST", ["ocsp"]:
                return _ok("application/ocsp-response", self.revocation.ocsp(_body(environ)))
            case "GET", ["crl", file]:
                return _ok("application/pkix-crl", self.revocation.crl(file.removesuffix(".crl")))
            case "GET", ["ca", file]:
                certificate = self.authorities[file.removesuffix(".cer")].certificate
                return _ok("application/pkix-cert", certificate.public_bytes(Encoding.DER))
            case "GET", [""]:
                return _ok("text/plain", b"PENGEMBANGAN\n")
        raise KeyError(environ["PATH_INFO"])


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


class _QuietHandler(WSGIRequestHandler):
    """Keeps connections and does not write a line per request."""

    def log_message(self, format: str, *args: Any) -> None:
        return


def _server(pki: DevPki, port: int) -> WSGIServer:
    return make_server("127.0.0.1", port, Application(pki), _Server, _QuietHandler)


def _ok(kind: str, body: bytes) -> tuple[str, str, bytes]:
    return "200 OK", kind, body


def _body(environ: dict[str, Any]) -> bytes:
    length = min(int(environ.get("CONTENT_LENGTH") or 0), _MAX_BODY)
    content: bytes = environ["wsgi.input"].read(length)
    return content
