"""The Chromium of the npm registry: only the very file whose fingerprint is written down."""

import hashlib
import io
import tarfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from skrip import peramban

ISI = bytes.fromhex("8f048023212f62696e2f73680a03")  # brotli of "#!/bin/sh\n"


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """A registry that serves another package under the right name."""
    folder = tmp_path / "gudang" / "@sparticuz" / "chromium" / "-"
    folder.mkdir(parents=True)
    isi = ISI
    with tarfile.open(folder / f"chromium-{peramban.VERSI}.tgz", "w:gz") as paket:
        satu = tarfile.TarInfo("package/bin/chromium.br")
        satu.size = len(isi)
        paket.addfile(satu, io.BytesIO(isi))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path / "gudang"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setattr(peramban, "PERAMBAN", tmp_path / "venv" / "chromium" / "chromium")
    (tmp_path / "venv").mkdir()
    yield folder / f"chromium-{peramban.VERSI}.tgz"
    server.shutdown()
    server.server_close()


def test_another_file_is_refused(gudang):
    with pytest.raises(ValueError, match="sidik jari"):
        peramban.pasang()
    assert not peramban.PERAMBAN.exists()


def test_the_right_file_is_unpacked_once(gudang, monkeypatch):
    monkeypatch.setattr(peramban, "SHA512", hashlib.sha512(gudang.read_bytes()).hexdigest())
    assert peramban.pasang().read_bytes() == b"#!/bin/sh\n"
    assert peramban.PERAMBAN.stat().st_mode & 0o111
    gudang.unlink()
    assert peramban.pasang() == peramban.PERAMBAN


def test_a_registry_out_of_reach_is_said(gudang, capsys):
    gudang.unlink()
    assert peramban.main() == 1
    assert "npm" in capsys.readouterr().err
