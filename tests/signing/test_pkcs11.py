"""Signing with a real token: SoftHSM, its own PIN, its own ways to fail."""

import io
import os
import threading

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from signing import (
    LEVELS,
    OutcomeStatus,
    Person,
    Pkcs11Signer,
    Secret,
    SignerMissing,
    SigningRequest,
    Timestamper,
    TrustStore,
    Unavailable,
    Verdict,
    hsm,
    validate,
)
from signing.certificates import first
from signing.cli import main
from signing.devpki.profiles import KEY_KINDS, new_key
from signing.errors import ConfigurationError
from signing.token_uri import parse, parse_provider
from tests.server import softhsm
from tests.signing import poppler

WHO = "kunci-RSA-2048"


@pytest.fixture(scope="session")
def token(pki):
    made = softhsm.siapkan()
    for kind in KEY_KINDS:
        made.pemegang(pki, Person(f"kunci-{kind}", f"Pejabat Bertoken {kind}", key=kind))
    return made


@pytest.fixture(scope="session")
def holder(token, pki, trust):
    return Pkcs11Signer(token.modul, softhsm.NAMA, timestamper=Timestamper([pki.tsa_url]), trust=trust)


@pytest.fixture(scope="module")
def nss(pki, tmp_path_factory):
    return poppler.database(pki.trust / "root.pem", tmp_path_factory.mktemp("nss"))


def one(signer, pdf, *, who=WHO, pin=softhsm.PIN, level="B-B", **options):
    (outcome,) = signer.sign_batch(who, [SigningRequest("x", pdf, **options)], Secret(pin), level=level)
    return outcome


@pytest.mark.parametrize("kind", KEY_KINDS)
@pytest.mark.parametrize("level", ["B-B", "B-LTA"])
def test_each_key_of_the_token_passes_both_judges(kind, level, holder, plain, trust, nss, file):
    outcome = one(holder, plain, who=f"kunci-{kind}", level=level)
    assert outcome.status is OutcomeStatus.SIGNED, outcome.provider_text
    assert outcome.pdf is not None
    report = validate(outcome.pdf, trust=trust, online=level == "B-B")
    assert (report.verdict, report.signatures[0].level) == (Verdict.VALID, level), report.reasons
    said = poppler.says(nss, file(outcome.pdf))
    assert "Signature is Valid." in said
    assert "Certificate is Trusted." in said


def test_the_levels_between_are_made_too(holder, plain, trust):
    for level in LEVELS:
        outcome = one(holder, plain, level=level)
        assert outcome.level == level


def test_the_issuer_goes_into_the_signature_and_no_strangers_do(holder, plain):
    (signature,) = PdfFileReader(io.BytesIO(one(holder, plain).pdf)).embedded_signatures
    names = {
        first(x509.load_der_x509_certificate(c.chosen.dump()).subject, x509.NameOID.COMMON_NAME)
        for c in signature.signed_data["certificates"]
    }
    assert len(names) == 2
    assert "Pejabat Bertoken RSA-2048" in names


def test_identity_is_read_without_a_pin(holder):
    assert holder.identity(WHO).common_name == "Pejabat Bertoken RSA-2048"
    with pytest.raises(SignerMissing):
        holder.identity("tidak-ada")


@pytest.mark.parametrize("pin", ["000000", "", "1"])
def test_a_wrong_pin_refuses_every_document_and_is_tried_once(holder, plain, pin):
    requests = [SigningRequest(str(n), plain) for n in range(3)]
    outcomes = holder.sign_batch(WHO, requests, Secret(pin), level="B-B")
    assert [(o.status, o.provider_code) for o in outcomes] == [(OutcomeStatus.REFUSED, "passphrase_salah")] * 3
    assert one(holder, plain).status is OutcomeStatus.SIGNED


def test_a_key_that_is_not_there_has_no_certificate_either(holder, plain):
    outcome = one(holder, plain, who="tidak-ada")
    assert (outcome.status, outcome.provider_code) == (OutcomeStatus.REFUSED, "sertifikat_tidak_ada")


def test_a_certificate_whose_key_is_missing_is_named(holder, token, pki, plain):
    person = Person("tanpa-kunci", "Tanpa Kunci")
    certificate, *_ = pki.certify(person, new_key("P-256").public_key())
    token.sertifikat_saja(pki, person, certificate, b"tidak ada kuncinya")
    assert one(holder, plain, who=person.who).provider_code == "kunci_tidak_ada"


def test_a_key_that_is_not_the_certificates_signs_nothing(holder, token, pki, plain):
    person = Person("tertukar", "Kunci Tertukar")
    certificate, *_ = pki.certify(person, new_key("RSA-2048").public_key())
    token.sertifikat_saja(pki, person, certificate, WHO.encode())
    outcome = one(holder, plain, who=person.who)
    assert (outcome.status, outcome.provider_code) == (OutcomeStatus.REFUSED, "kunci_tidak_cocok")


def test_a_token_pulled_out_in_mid_batch_leaves_the_rest_to_be_repeated(holder, token, plain):
    requests = [SigningRequest(str(n), plain) for n in range(6)]
    with token.tercabut() as pull:
        outcomes = holder.sign_batch(
            WHO,
            requests,
            Secret(softhsm.PIN),
            level="B-B",
            progress=lambda outcome: pull() if outcome.reference == "2" else None,
        )
        absent = one(holder, plain)
        with pytest.raises(Unavailable):
            holder.identity(WHO)
    assert [o.status for o in outcomes] == [OutcomeStatus.SIGNED] * 3 + [OutcomeStatus.RETRYABLE] * 3
    assert {o.provider_code for o in outcomes[3:]} == {"token_terputus"}
    assert (absent.status, absent.provider_code) == (OutcomeStatus.RETRYABLE, "token_tidak_ada")
    assert one(holder, plain).status is OutcomeStatus.SIGNED


def test_one_bad_document_does_not_spoil_the_others(holder, plain):
    requests = [SigningRequest(str(n), b"rusak" if n == 1 else plain) for n in range(3)]
    outcomes = holder.sign_batch(WHO, requests, Secret(softhsm.PIN), level="B-B")
    assert [o.provider_code for o in outcomes] == [None, "pdf_rusak", None]


def test_two_people_at_once_each_need_their_own_pin(holder, plain):
    """PKCS#11 logs a process in, not a session: the wrong PIN must not ride on the right one."""
    found: dict[str, list[str | None]] = {}

    def work(name, pin):
        requests = [SigningRequest(str(n), plain) for n in range(4)]
        found[name] = [o.provider_code for o in holder.sign_batch(WHO, requests, Secret(pin), level="B-B")]

    threads = [threading.Thread(target=work, args=pair) for pair in (("benar", softhsm.PIN), ("salah", "999999"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"benar": [None] * 4, "salah": ["passphrase_salah"] * 4}


def test_a_token_held_by_another_batch_is_not_waited_for_for_ever(holder, plain, monkeypatch):
    monkeypatch.setattr(hsm, "_WAIT", 0.05)
    with hsm._turn:
        outcome = one(holder, plain)
    assert (outcome.status, outcome.provider_code) == (OutcomeStatus.RETRYABLE, "token_sibuk")


def test_a_child_process_opens_the_token_for_itself(holder, plain):
    holder.identity(WHO)
    child = os.fork()
    if not child:
        os._exit(0 if one(holder, plain).status is OutcomeStatus.SIGNED else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("module", ["/tidak/ada.so", __file__])
def test_a_module_that_is_not_there_is_the_operators_to_mend(module, plain, trust):
    signer = Pkcs11Signer(module, "x", timestamper=Timestamper([]), trust=trust)
    assert one(signer, plain).provider_code == "modul_token_tidak_ada"


def test_another_tokens_name_is_a_token_not_there(token, plain, trust):
    signer = Pkcs11Signer(token.modul, "bukan-ini", timestamper=Timestamper([]), trust=TrustStore.nobody())
    assert one(signer, plain).provider_code == "token_tidak_ada"


def test_an_unknown_level_never_reaches_the_token(holder, plain):
    assert one(holder, plain, level="B-X", pin="salah").provider_code == "tingkat_tidak_dikenal"
    assert holder.sign_batch(WHO, [], Secret("salah")) == []


def test_the_command_line_signs_with_a_token(token, pki, plain, file, tmp_path, monkeypatch):
    monkeypatch.setenv("SIGNING_SECRET", softhsm.PIN)
    uri = f"pkcs11:token={softhsm.NAMA};object=kunci-P-256?module-path={token.modul}"
    letter, out = file(plain), tmp_path / "ttd.pdf"
    assert main(["sign", str(letter), str(out), "--key", uri, "--trust", str(pki.trust), "--tsa", pki.tsa_url]) == 0
    assert main(["validate", str(out), "--trust", str(pki.trust)]) == 0


@pytest.mark.parametrize(
    "uri",
    [
        "pkcs11:",
        "pkcs11:token=a",
        "pkcs11:token=a;object=b",
        "pkcs11:token=a;object=b?module-path=c&pin-value=1234",
        "pkcs11:token=a;token=b;object=b?module-path=c",
        "pkcs11:token=a;object=b;id=%01?module-path=c",
    ],
)
def test_an_address_that_is_not_wholly_understood_is_refused(uri):
    with pytest.raises(ConfigurationError):
        parse(uri)


def test_a_token_of_ones_own_is_found_by_the_persons_name(token, pki, trust, plain):
    own = Pkcs11Signer(token.modul, "token-{who}", timestamper=Timestamper([pki.tsa_url]), trust=trust)
    assert own.available()
    with pytest.raises(Unavailable):
        own.identity(WHO)
    assert one(own, plain, who="uji").provider_code == "sertifikat_tidak_ada"  # token-uji is there, nobody's key on it


def test_whether_a_token_is_there(token, holder, trust, pki):
    assert holder.available()
    with token.tercabut() as cabut:
        cabut()
        assert not holder.available()
    assert holder.available()
    assert not Pkcs11Signer("/tidak/ada.so", "x", timestamper=Timestamper([pki.tsa_url]), trust=trust).available()


def test_the_address_of_a_provider_names_no_one():
    assert parse_provider("pkcs11:token={who}?module-path=/a/b.so") == ("/a/b.so", "{who}")
    with pytest.raises(ConfigurationError):
        parse_provider("pkcs11:token=a;object=b?module-path=c")


def test_an_address_is_decoded():
    found = parse("pkcs11:token=Kunci%20Dinas;object=sk?module-path=/a/b.so")
    assert (found.token, found.who, found.module) == ("Kunci Dinas", "sk", "/a/b.so")
