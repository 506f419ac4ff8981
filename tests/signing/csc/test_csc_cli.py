"""The command line with a CSC key: addresses in arguments, secrets never."""

import json
import os
import subprocess
import sys

import pytest

from signing import Verdict, validate
from signing.simulator_csc import Fault
from tests.signing.conftest import CITRA


@pytest.fixture
def run(simulator, pki, tmp_path, file, plain):
    settings = simulator.office.settings

    def command(*options, credential=CITRA.who, **typed):
        (tmp_path / f"{CITRA.who}.json").write_text(json.dumps({"credential": credential}))
        known = {"SIGNING_USER": settings.user, "SIGNING_PASSWORD": settings.password, "SIGNING_SECRET": settings.pin}
        known |= {"SIGNING_ACCOUNTS": str(tmp_path), **typed}
        key = f"csc+{simulator.url}/csc/v2#{CITRA.who}"
        words = [sys.executable, "-m", "signing", "sign", str(file(plain)), str(tmp_path / "hasil.pdf"), "--json"]
        words += ["--key", key, "--tsa", pki.tsa_url, "--trust", str(pki.trust), *options]
        return subprocess.run(words, env=os.environ | known, capture_output=True, text=True, check=False)

    return command


def test_a_file_is_signed_and_lasts(run, trust, tmp_path):
    done = run()
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["level"] == "B-LTA"
    assert validate(tmp_path / "hasil.pdf", trust=trust).verdict is Verdict.VALID


def test_a_lost_answer_is_exit_code_three_and_no_file(run, tmp_path):
    done = run(credential=f"{CITRA.who}.{Fault.GATEWAY_504}")
    assert (done.returncode, json.loads(done.stdout)[0]["code"]) == (3, "hasil_tidak_diketahui")
    assert not (tmp_path / "hasil.pdf").exists()


def test_a_wrong_pin_is_refused_and_shown_nowhere(run, simulator, tmp_path):
    done = run(SIGNING_SECRET="918273")
    assert (done.returncode, json.loads(done.stdout)[0]["code"]) == (1, "passphrase_salah")
    assert "918273" not in done.stdout + done.stderr
