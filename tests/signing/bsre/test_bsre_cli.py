"""The command line with a BSrE key: addresses in arguments, secrets never."""

import json
import os
import subprocess
import sys

import pytest

from signing import Verdict, validate
from signing.simulator_bsre import Fault
from signing.simulator_bsre.people import nik_of
from tests.signing.conftest import CITRA, PASSPHRASE


@pytest.fixture
def run(simulator, pki, tmp_path, file, plain):
    settings = simulator.office.settings

    own = nik_of(CITRA.who)

    def command(*options, nik=own, key=f"bsre+{simulator.url}#{CITRA.who}"):
        (tmp_path / f"{CITRA.who}.json").write_text(json.dumps({"nik": nik}))
        known = {"SIGNING_USER": settings.user, "SIGNING_PASSWORD": settings.password}
        known |= {"SIGNING_ACCOUNTS": str(tmp_path), "SIGNING_SECRET": PASSPHRASE}
        words = [sys.executable, "-m", "signing", "sign", str(file(plain)), str(tmp_path / "hasil.pdf"), "--json"]
        words += ["--key", key, "--tsa", pki.tsa_url, *options]
        return subprocess.run(words, env=os.environ | known, capture_output=True, text=True, check=False)

    return command


def test_a_file_is_signed_and_lasts(run, pki, trust, tmp_path):
    done = run("--trust", str(pki.trust))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["level"] == "B-LTA"
    assert validate(tmp_path / "hasil.pdf", trust=trust).verdict is Verdict.VALID


def test_a_lost_answer_is_exit_code_three_and_no_file(run, pki, tmp_path):
    done = run("--trust", str(pki.trust), nik=Fault.GATEWAY_504.nik)
    assert done.returncode == 3
    assert json.loads(done.stdout)[0]["code"] == "hasil_tidak_diketahui"
    assert not (tmp_path / "hasil.pdf").exists()
    assert PASSPHRASE not in done.stdout + done.stderr


def test_without_anchors_nothing_is_asked_for(run, office):
    assert run().returncode == 2
    assert office.ledger.entries() == []
