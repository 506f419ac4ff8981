"""Addresses of a run."""

from __future__ import annotations

import subprocess
from pathlib import Path

from skrip.lingkungan import AKAR, PORT_TSA, lengkapi, procfile


def test_two_clones_on_one_machine_share_no_address():
    satu, dua = (lengkapi({"VAR_DIR": f"/srv/{nama}/var"}) for nama in ("satu", "dua"))
    assert satu["TSA_PORT"] != dua["TSA_PORT"]
    assert satu["CLAMD_DIR"] != dua["CLAMD_DIR"]
    assert int(satu["TSA_PORT"]) in PORT_TSA


def test_the_tsa_stays_where_its_certificates_say(tmp_path: Path):
    (tmp_path / "pki").mkdir()
    (tmp_path / "pki" / "pki.json").write_text('{"port": 24680}')
    assert lengkapi({"VAR_DIR": str(tmp_path), "PORT": "9000", "TSA_PORT": "1"})["TSA_PORT"] == "24680"


def test_what_the_caller_sets_stands(tmp_path: Path):
    env = lengkapi({"VAR_DIR": str(tmp_path), "PORT": "9000", "BIND_HOST": "0.0.0.0", "PKI_DIR": "/srv/pki"})
    assert env["PKI_DIR"] == "/srv/pki"
    assert env["PUBLIC_URL"] == "http://127.0.0.1:9000"


def test_every_process_of_the_procfile_is_a_shell_command():
    perintah = procfile()
    assert list(perintah) == ["clamd", "tsa", "web", "pekerja"]
    for satu in perintah.values():
        assert subprocess.run(["sh", "-n", "-c", satu]).returncode == 0


def test_nothing_is_installed_where_nothing_is_missing():
    hasil = subprocess.run([AKAR / "skrip" / "paket-sistem", "uji"], capture_output=True, timeout=10)
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, b"", b"")
