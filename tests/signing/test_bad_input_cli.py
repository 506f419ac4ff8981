"""Bad input on the command line: the code and its sentence, IN as it was, OUT not begun."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest

from signing import Person
from signing.cli import main
from signing.devpki import files, profiles
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE
from tests.signing.test_bad_input import BROKEN

LETTER = samples.letter()


@pytest.fixture
def refused(capsys, monkeypatch, tmp_path, pki):
    """Run ``sign`` on *data*, and what it says of a document it must not sign."""
    monkeypatch.setenv("SIGNING_SECRET", PASSPHRASE)

    def command(data=LETTER, *options, key=None, exit_code=1):
        source, target = tmp_path / "masuk.pdf", tmp_path / "keluar.pdf"
        source.write_bytes(data)
        target.write_bytes(b"yang lama")
        before, digest = sorted(tmp_path.iterdir()), hashlib.sha256(data).digest()
        key = key or pki.signers / f"{CITRA.who}.p12"
        code = main([str(part) for part in ("sign", source, target, "--key", key, "--json", *options)])
        (facts,) = json.loads(capsys.readouterr().out)
        assert (code, facts["output"]) == (exit_code, None), facts
        assert hashlib.sha256(source.read_bytes()).digest() == digest
        assert (target.read_bytes(), sorted(tmp_path.iterdir())) == (b"yang lama", before)
        assert facts["text"].endswith("."), "a sentence with a remedy"
        return facts["code"]

    return command


FILES = {name: (make, "pdf_rusak") for name, make in BROKEN.items()} | {
    "encrypted": (samples.encrypted, "pdf_terenkripsi"),
    "no PDF": (lambda: b"bukan pdf", "pdf_rusak"),
    "nothing": (lambda: b"", "pdf_rusak"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused(name, refused):
    make, code = FILES[name]
    assert refused(make()) == code


def test_a_huge_file_of_nothing_is_refused(refused):
    assert refused(b"%PDF-1.7\n" + bytes(60_000_000)) == "pdf_rusak"


LONG_AGO = datetime.now(UTC) - timedelta(days=400)
DATES = {
    "sertifikat_kedaluwarsa": {"valid_from": LONG_AGO, "valid_until": LONG_AGO + timedelta(days=9)},
    "sertifikat_belum_berlaku": {"valid_from": datetime.now(UTC) + timedelta(days=9)},
}


@pytest.mark.parametrize("code", DATES)
def test_a_certificate_out_of_its_time_is_refused(code, refused, pki):
    pki.add(Person(f"cli-{code}", "Uji"), PASSPHRASE, **DATES[code])
    assert refused(key=pki.signers / f"cli-{code}.p12") == code


def test_a_revoked_certificate_is_refused(refused, pki):
    pki.add(Person("cli-dicabut", "Uji"), PASSPHRASE)
    pki.revoke("cli-dicabut")
    key = pki.signers / "cli-dicabut.p12"
    assert refused(LETTER, "--tsa", pki.tsa_url, "--trust", pki.trust, key=key) == "sertifikat_dicabut"


def test_a_certificate_for_machines_is_refused(refused, pki):
    key, issuing = profiles.new_key("RSA-2048"), files.load_authority(pki.directory / "ca", "issuing")
    extensions = profiles.tsa_extensions()
    made = profiles.issue(issuing, profiles.name("Mesin"), key.public_key(), extensions, pki.base_url)
    files.save_p12(pki.signers / "cli-mesin.p12", key, [made, issuing.certificate], PASSPHRASE, "x")
    assert refused(key=pki.signers / "cli-mesin.p12") == "sertifikat_tidak_sesuai"


def test_a_wrong_passphrase_is_refused(refused, monkeypatch):
    monkeypatch.setenv("SIGNING_SECRET", "salah")
    assert refused() == "passphrase_salah"


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_wrong_by_an_hour_can_be_put_right(hours, refused, pki, monkeypatch):
    monkeypatch.setattr("signing.timestamps._now", lambda: datetime.now(UTC) + timedelta(hours=hours))
    assert refused(LETTER, "--tsa", pki.tsa_url, "--level", "B-T", exit_code=2) == "jam_tidak_cocok"


@pytest.fixture
def said(capsys, monkeypatch):
    monkeypatch.setenv("SIGNING_SECRET", PASSPHRASE)

    def command(*arguments):
        code = main([*map(str, arguments), "--json"])
        return code, json.loads(capsys.readouterr().out)[0]["code"]

    return command


@pytest.mark.parametrize("command", ["sign", "prepare", "raise"])
def test_in_is_never_out_and_neither_may_be_missing(command, said, file, pki, tmp_path, signed):
    source = file(signed["B-T"] if command == "raise" else LETTER)
    more = {
        "sign": ["--key", pki.signers / f"{CITRA.who}.p12"],
        "prepare": [],
        "raise": ["--tsa", pki.tsa_url, "--trust", pki.trust],
    }[command]
    assert said(command, source, source, *more) == (1, "keluaran_sama")
    assert said(command, tmp_path / "tidak-ada.pdf", tmp_path / "o.pdf", *more) == (1, "masukan_tidak_terbaca")
    for target in (tmp_path, tmp_path / "tidak-ada" / "o.pdf"):
        assert said(command, source, target, *more) == (1, "keluaran_tidak_dapat_ditulis")


def test_a_disk_that_is_full_in_the_end_leaves_nothing_behind(refused, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("signing.cli_files.Path.replace", full)
    assert refused(exit_code=2) == "keluaran_tidak_dapat_ditulis"
