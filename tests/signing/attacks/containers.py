"""The CMS container: exchanged, stripped, enlarged. The bytes of the document are as they were signed."""

from asn1crypto import cms, core

from signing.settled import encoded_once
from tests.signing import samples
from tests.signing.attacks.classic import ranges
from tests.signing.attacks.workshop import Workshop, attack, variants


def _container(data: bytes) -> cms.ContentInfo:
    _, first, second, _ = ranges(data)
    return cms.ContentInfo.load(bytes.fromhex(data[first + 1 : second - 1].decode()))


def _with(data: bytes, info: cms.ContentInfo) -> bytes:
    _, first, second, _ = ranges(data)
    room = second - first - 2
    digits = encoded_once(info).hex().encode().ljust(room, b"0")
    assert len(digits) == room, "no room"
    return data[: first + 1] + digits + data[second - 1 :]


def _edited(w: Workshop, change) -> bytes:
    data = w.letter
    info = _container(data).copy()
    change(info["content"], w)
    return _with(data, info)


def _signer(signed):
    return signed["signer_infos"][0]


def _other(w: Workshop):
    return _container(w.signed(samples.letter("Lain")))["content"]


def _set_attribute(kind: str, value):
    def change(signed, _w):
        for attribute in _signer(signed)["signed_attrs"]:
            if attribute["type"].native == kind:
                attribute["values"] = [value]

    return change


def _drop_signed(kind: str):
    def change(signed, _w):
        kept = [a for a in _signer(signed)["signed_attrs"] if a["type"].native != kind]
        _signer(signed)["signed_attrs"] = cms.CMSAttributes(kept)

    return change


def _stolen_timestamp(signed, w):
    _signer(signed)["unsigned_attrs"] = _signer(_other(w))["unsigned_attrs"]


def _two_signers(signed, w):
    both = [_signer(signed), _signer(_other(w))]
    for one in both:
        one["unsigned_attrs"] = None
    signed["signer_infos"] = both


def _other_certificate(signed, w):
    signed["certificates"] = [cms.CertificateChoices("certificate", w.seal.signing_cert)]


def _content_inside(signed, _w):
    signed["encap_content_info"]["content"] = core.OctetString(b"lain")


def _set(key: str, value):
    return lambda signed, _w: signed.__setitem__(key, value)


CHANGES = {
    "no signed attributes": lambda s, w: _signer(s).__setitem__("signed_attrs", None),
    "other digest attribute": _set_attribute("message_digest", core.OctetString(bytes(32))),
    "no digest attribute": _drop_signed("message_digest"),
    "no content type": _drop_signed("content_type"),
    "no signing certificate": _drop_signed("signing_certificate_v2"),
    "timestamp of another signature": _stolen_timestamp,
    "two signers": _two_signers,
    "no signers": _set("signer_infos", []),
    "signer of another document": lambda s, w: s.__setitem__("signer_infos", [_signer(_other(w))]),
    "certificate of somebody else": _other_certificate,
    "no certificates": _set("certificates", []),
    "content inside": _content_inside,
    "signature zero": lambda s, w: _signer(s).__setitem__("signature", bytes(256)),
    "digest called sha1": lambda s, w: _signer(s)["digest_algorithm"].__setitem__("algorithm", "sha1"),
    "digest called md5": lambda s, w: _signer(s)["digest_algorithm"].__setitem__("algorithm", "md5"),
    "other version": _set("version", "v5"),
    "no digest algorithms": _set("digest_algorithms", []),
}
variants("CMS", CHANGES, _edited)


@attack("CMS")
def not_signed_data(w: Workshop) -> bytes:
    return _with(w.letter, cms.ContentInfo({"content_type": "data", "content": core.OctetString(b"x")}))


@attack("CMS")
def swapped_with_another_document(w: Workshop) -> bytes:
    return _with(w.letter, _container(w.signed(samples.letter("Lain"))))


@attack("CMS")
def swapped_with_its_document_timestamp(w: Workshop) -> bytes:
    data = w.archived
    stamp = data.rindex(b"/Contents <") + 11
    return _with(data, cms.ContentInfo.load(bytes.fromhex(data[stamp : data.index(b">", stamp)].decode())))
