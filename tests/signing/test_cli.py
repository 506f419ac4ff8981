"""The command line keeps its promises: exit codes, JSON, and no secret in its arguments."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from signing.cli import main
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE, free_port


@pytest.fixture
def run(capsys, monkeypatch):
    """Run in this process; the passphrase comes from the environment."""

    def command(*arguments, secret=PASSPHRASE):
        monkeypatch.setenv("SIGNING_SECRET", secret)
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def key(pki):
    return pki.signers / f"{CITRA.who}.p12"


@pytest.fixture
def letter(file, plain):
    return file(plain, "surat.pdf")


def test_sign_and_validate(run, key, letter, tmp_path, pki):
    out = tmp_path / "ttd.pdf"
    code, said, _ = run("sign", letter, out, "--key", key, "--tsa", pki.tsa_url, "--trust", pki.trust, "--json")
    assert code == 0
    assert json.loads(said)[0]["level"] == "B-LTA"
    code, said, _ = run("validate", out, "--trust", pki.trust)
    assert code == 0
    assert "SAH" in said


def test_without_an_authority_the_level_is_basic(run, key, letter, tmp_path):
    code, said, _ = run("sign", letter, tmp_path / "o.pdf", "--key", key, "--json")
    assert (code, json.loads(said)[0]["level"]) == (0, "B-B")


def test_a_wrong_passphrase_exits_with_1_and_writes_nothing(run, key, letter, tmp_path):
    code, _, error = run("sign", letter, tmp_path / "o.pdf", "--key", key, secret="salah")
    assert (code, (tmp_path / "o.pdf").exists()) == (1, False)
    assert "Passphrase salah" in error


@pytest.mark.parametrize(("data", "code"), [(b"bukan pdf", "pdf_rusak"), (samples.encrypted(), "pdf_terenkripsi")])
def test_a_strangers_bad_file_is_refused_before_the_key_is_opened(run, key, file, tmp_path, data, code):
    exit_code, said, _ = run("sign", file(data), tmp_path / "o.pdf", "--key", key, "--json", secret="salah")
    assert (exit_code, json.loads(said)[0]["code"]) == (1, code)


def test_a_silent_authority_exits_with_2(run, key, letter, tmp_path):
    closed = f"http://127.0.0.1:{free_port()}/"
    code, _, error = run("sign", letter, tmp_path / "o.pdf", "--key", key, "--tsa", closed, "--level", "B-T")
    assert code == 2
    assert "coba lagi nanti" in error


def test_an_address_that_is_none_is_said_so(run, letter, tmp_path, pki):
    arguments = ("sign", letter, tmp_path / "o.pdf", "--key", "csc:https://a#x", "--trust", pki.trust, "--json")
    code, said, _ = run(*arguments)
    assert (code, json.loads(said)[0]["code"]) == (2, "profil_salah")


@pytest.mark.parametrize(("place", "code"), [("1,60,60,260,120", 0), ("1,2", 1), ("0,1,1,5,5", 1), ("Tak", 1)])
def test_where_the_stamp_goes(run, key, letter, tmp_path, place, code):
    arguments = ("sign", letter, tmp_path / "o.pdf", "--key", key, "--visible", place, "--reason", "Setuju")
    assert run(*arguments)[0] == code


STRANGE = {
    "a folder": lambda folder: folder,
    "nothing there": lambda folder: folder / "tidak-ada.pdf",
    "a name too long": lambda folder: folder / ("x" * 300 + ".pdf"),
    "a device": lambda folder: Path("/dev/null"),
    "empty": lambda folder: _written(folder / "kosong.pdf", b""),
    "no PDF": lambda folder: _written(folder / "foto.pdf", bytes(range(256)) * 40),
    "broken off": lambda folder: _written(folder / "putus.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
    "a name that is no text": lambda folder: _written(folder / os.fsdecode(b"na\xffma.pdf"), b"%PDF-1.7"),
    "a name with a line end": lambda folder: _written(folder / "dua\nbaris.pdf", b"%PDF-1.7"),
}


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_whatever_file_is_named_the_answer_is_json_and_the_others_are_judged(run, file, signed, pki, tmp_path):
    files = [*(make(tmp_path) for make in STRANGE.values()), file(signed["B-LTA"], "baik.pdf")]
    code, said, _ = run("validate", *files, "--trust", pki.trust, "--json")
    verdicts = [one["verdict"] for one in json.loads(said)]
    assert (code, verdicts) == (4, ["unreadable"] * len(STRANGE) + ["valid"])


@pytest.mark.parametrize("what", ["tidak-ada", "kosong", "bukan-pem"])
def test_without_readable_trust_nothing_is_decided(run, file, signed, tmp_path, what):
    folder, files = tmp_path / what, [file(signed["B-B"], "a.pdf"), file(signed["B-B"], "b.pdf")]
    if what != "tidak-ada":
        folder.mkdir()
    if what == "bukan-pem":
        (folder / "akar.pem").write_bytes(b"bukan")
    code, said, troubles = run("validate", *files, "--trust", folder, "--json")
    assert (code, [one["verdict"] for one in json.loads(said)]) == (2, ["indeterminate"] * 2)
    assert what in troubles


def test_validate_prints_one_object_per_file_in_order(run, file, signed, plain, trust, pki):
    files = [
        file(signed["B-LTA"], "a.pdf"),
        file(plain, "b.pdf"),
        file(b"bukan pdf", "c.pdf"),
        Path("/tidak/ada.pdf"),
    ]
    code, said, _ = run("validate", *files, "--trust", pki.trust, "--json")
    objects = json.loads(said)
    assert [o["file"] for o in objects] == [str(f) for f in files]
    assert [o["verdict"] for o in objects] == ["valid", "unsigned", "unreadable", "unreadable"]
    assert code == 3
    promised = {"field", "signer", "verdict", "reasons", "level", "signed_at", "timestamp", "coverage"}
    promised |= {"changes_after", "trust", "revocation"}
    assert promised <= set(objects[0]["signatures"][0])


def test_exit_codes_follow_the_promise(run, file, signed, plain, pki):
    broken = signed["B-LTA"].replace(b"Persetujuan", b"Persetujuam")
    kinds = {
        0: file(signed["B-LTA"], "0.pdf"),
        1: file(broken, "1.pdf"),
        2: file(signed["B-B"], "2.pdf"),
        3: file(plain, "3.pdf"),
        4: file(b"x", "4.pdf"),
    }
    for expected, path in kinds.items():
        assert run("validate", path, "--trust", pki.trust, "--json")[0] == expected
    assert run("validate", *kinds.values(), "--trust", pki.trust, "--json")[0] == 1


def test_online_and_another_time(run, file, signed, pki):
    path = file(signed["B-T"])
    assert run("validate", path, "--trust", pki.trust, "--online")[0] == 0
    assert run("validate", path, "--trust", pki.trust, "--time", "2045-01-01")[0] == 2


def test_without_a_trust_list_nothing_is_valid(run, file, signed):
    assert run("validate", file(signed["B-LTA"]))[0] == 2


def test_a_bad_trust_directory_is_said_plainly(run, file, signed, tmp_path):
    code, _, error = run("validate", file(signed["B-LTA"]), "--trust", tmp_path / "kosong")
    assert code == 2, "nothing is said against the file: indeterminate, not invalid"
    assert "Daftar kepercayaan" in error


def test_the_passphrase_can_come_through_a_descriptor(key, letter, tmp_path):
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n".encode())
    os.close(write)
    code = main(["sign", str(letter), str(tmp_path / "o.pdf"), "--key", str(key), "--secret-fd", str(read)])
    assert code == 0


def test_the_development_services_run_as_a_process(tmp_path):
    port = free_port()
    environment = {**os.environ, "SIGNING_SECRET": PASSPHRASE}
    base = [sys.executable, "-m", "signing"]
    made = subprocess.run(
        [*base, "dev-pki", tmp_path, "--port", str(port), "--json"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert json.loads(made.stdout)[0]["port"] == port
    with subprocess.Popen(
        [*base, "dev-services", tmp_path, "--port", str(port)], stderr=subprocess.DEVNULL
    ) as services:
        try:
            assert answering(port)
        finally:
            services.terminate()


def answering(port):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(100):
        try:
            with opener.open(f"http://127.0.0.1:{port}/", timeout=1) as answer:
                return answer.read() == b"PENGEMBANGAN\n"
        except OSError:
            time.sleep(0.1)
    return False


@pytest.mark.parametrize("command", ["dev-pki", "dev-services", "prepare", "sign", "raise", "validate", "bench"])
def test_each_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert f"python -m signing {command}" in said.partition("Contoh:")[2]
    # Every argument has its words: none stands alone on a line.
    assert not re.search(r"^  (?:--?[a-z-]+|[A-Z]+)$", said.partition("Contoh:")[0], re.MULTILINE)
