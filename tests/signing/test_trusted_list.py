"""A trusted list: believed when signed by whom we know, read only as far as it is signed."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml import methods
from signxml.xades.xades import XAdESSigner

from signing import Secret, TrustStore, Verdict, validate
from signing.errors import ConfigurationError
from signing.keyfile import open_p12
from signing.trusted_list import read_trusted_list
from tests.signing.conftest import BUDI, CITRA, PASSPHRASE

SERVICE = "http://uri.etsi.org/TrstSvc/Svctype/"
STATUS = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/"
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def service(certificate, kind="CA/QC", status="granted"):
    text = base64.b64encode(certificate.public_bytes(Encoding.DER)).decode()
    return (
        f"<TSPService><ServiceInformation><ServiceTypeIdentifier>{SERVICE}{kind}</ServiceTypeIdentifier>"
        f"<ServiceDigitalIdentity><DigitalId><X509Certificate>{text}</X509Certificate></DigitalId>"
        f"</ServiceDigitalIdentity><ServiceStatus>{STATUS}{status}</ServiceStatus></ServiceInformation></TSPService>"
    )


def unsigned(*services, until=NOW + timedelta(days=180)):
    update = f"<NextUpdate><dateTime>{until.isoformat()}</dateTime></NextUpdate>"
    return (
        '<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="daftar">'
        f"<SchemeInformation>{update}</SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPServices>"
        f"{''.join(services)}</TSPServices></TrustServiceProvider></TrustServiceProviderList></TrustServiceStatusList>"
    )


@pytest.fixture(scope="module")
def operator(pki):
    """Who signs lists."""
    return open_p12(pki.signers / f"{BUDI.who}.p12", Secret(PASSPHRASE))


@pytest.fixture(scope="module")
def listed(operator):
    def made(*services, **options):
        signer = XAdESSigner(signature_algorithm="rsa-sha256", digest_algorithm="sha256", method=methods.enveloped)
        pem = operator.certificate.public_bytes(Encoding.PEM).decode()
        root = signer.sign(etree.fromstring(unsigned(*services, **options)), key=operator.key, cert=pem)
        return etree.tostring(root)

    return made


@pytest.fixture(scope="module")
def root(pki):
    return x509.load_pem_x509_certificate((pki.trust / "root.pem").read_bytes())


def test_services_in_force_become_anchors(listed, operator, root, pki):
    tsa = x509.load_pem_x509_certificate((pki.directory / "ca" / "tsa.pem").read_bytes())
    withdrawn = operator.certificate
    xml = listed(service(root), service(root), service(tsa, "TSA/QTST"), service(withdrawn, status="withdrawn"))
    found = read_trusted_list(xml, [operator.certificate], NOW)
    assert found.anchors == (root.public_bytes(Encoding.DER),)
    assert found.tsa_anchors == (tsa.public_bytes(Encoding.DER),)


def test_a_signature_is_judged_by_the_list_of_a_directory(listed, operator, root, signed, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    until = datetime.now(UTC) + timedelta(days=10)
    (folder / "id.xml").write_bytes(listed(service(root), until=until))
    (folder / "pengelola.pem").write_bytes(operator.certificate.public_bytes(Encoding.PEM))
    assert validate(signed["B-LTA"], trust=TrustStore.from_directory(tmp_path)).verdict is Verdict.VALID
    (folder / "id.xml").write_bytes(listed(service(root), until=datetime.now(UTC)))
    with pytest.raises(ConfigurationError, match="Masa daftar"):
        TrustStore.from_directory(tmp_path)


@pytest.mark.parametrize("spoil", ["nobody", "stranger", "changed", "cut", "text"])
def test_a_list_that_is_not_to_be_believed(spoil, listed, operator, root, pki):
    xml = listed(service(root))
    signers = [operator.certificate]
    if spoil == "nobody":
        xml = unsigned(service(root)).encode()
    elif spoil == "stranger":
        signers = [x509.load_pem_x509_certificate((pki.signers / f"{CITRA.who}.pem").read_bytes())]
    elif spoil == "changed":
        xml = xml.replace(b"Svcstatus/granted", b"Svcstatus/accredited")
    elif spoil == "cut":
        xml = xml[: len(xml) // 2]
    else:
        xml = b"bukan XML"
    with pytest.raises(ConfigurationError, match="tidak sah"):
        read_trusted_list(xml, signers, NOW)


def test_what_is_wrapped_around_a_signed_list_is_not_read(listed, operator, root):
    """Signature wrapping: the signed list hides inside another one with other services."""
    inner = listed(service(operator.certificate)).decode()
    outer = unsigned(service(root)).replace('Id="daftar"', "").replace("</TSPServices>", f"</TSPServices>{inner}")
    found = read_trusted_list(outer.encode(), [operator.certificate], NOW)
    assert found.anchors == (operator.certificate.public_bytes(Encoding.DER),)


def test_an_entity_is_not_expanded(operator):
    xml = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    with pytest.raises(ConfigurationError, match="tidak sah"):
        read_trusted_list(xml, [operator.certificate], NOW)


def test_a_list_without_a_service_in_force_is_empty(listed, operator, root):
    with pytest.raises(ConfigurationError, match="tidak berisi"):
        read_trusted_list(listed(service(root, status="withdrawn")), [operator.certificate], NOW)


def test_a_certificate_that_is_none(listed, operator, root):
    broken = service(root).replace("<X509Certificate>MII", "<X509Certificate>AAA")
    with pytest.raises(ConfigurationError, match="bukan sertifikat"):
        read_trusted_list(listed(broken), [operator.certificate], NOW)
