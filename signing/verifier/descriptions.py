"""What a file says about itself beside its pages: identifier, Info and XMP, before and after."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver

from signing.verifier.report import Finding
from signing.verifier.subject import Subject, lookup

_INFO_KEYS = ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/CreationDate")
_AS_XMP = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description", "/Keywords": "pdf:Keywords"}
_OF_SAVING = {"/ModDate", "/Producer"}
_XMP = re.compile(rb"<(dc:title|dc:creator|dc:description|pdf:Keywords)\b.*?</\1>", re.DOTALL)
_TAGS = re.compile(rb"<[^>]*>|\s+")
_MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"
_VARIES = {
    "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
    "{http://ns.adobe.com/pdf/1.3/}PDFVersion",
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about",
    "{adobe:ns:meta/}xmptk",
}
"""What every saving writes anew."""
_OTHER = Finding.undecided("Metadata dokumen diubah setelah ditandatangani; isi halamannya tidak.")


def check_descriptions(subject: Subject) -> Iterator[Finding]:
    """Dates and producer may follow each saving; title, author and subject are content."""
    old, new = subject.before, subject.after
    if _identity(old) != _identity(new):
        yield Finding.against("Nomor jati diri berkas PDF diubah setelah ditandatangani.")
    said, says = _said(old), _said(new)
    if says - said:
        yield Finding.against("Keterangan dokumen (judul, penulis, atau subjek) diubah.")
    elif said - says or _more_info(old) != _more_info(new) or _says_otherwise(old, new):
        yield _OTHER


def _identity(resolver: HistoricalResolver) -> bytes | None:
    """The permanent half of the file identifier, ISO 32000-1 §14.4."""
    pair = lookup(resolver.trailer_view, "/ID")
    return bytes(pair[0].original_bytes) if pair else None


def _said(resolver: HistoricalResolver) -> set[tuple[str, str]]:
    """Title, author and the like, in Info or in XMP: PDF 2.0 has left Info for XMP (ISO 32000-2 §14.3.3)."""
    info, packet = _info_of(resolver), _packet(resolver)
    said = {(_AS_XMP.get(key, key), "".join(str(info[key]).split())) for key in _INFO_KEYS if key in info}
    for found in _XMP.finditer(packet):
        said.add((found[1].decode(), unescape(_TAGS.sub(b"", found.group()).decode("utf-8", "replace"))))
    return {(name, text) for name, text in said if text}


def _more_info(resolver: HistoricalResolver) -> dict[str, str]:
    """What a program or an office wrote beside the usual entries."""
    info = _info_of(resolver)
    return {key: str(info[key]) for key in info if key not in {*_INFO_KEYS, *_OF_SAVING}}


def _info_of(resolver: HistoricalResolver) -> generic.DictionaryObject:
    # The trailer's own references lead to the newest objects, whatever revision is asked for.
    reference = resolver.trailer_view.get_value_as_reference("/Info", optional=True)
    info = resolver.get_object(reference) if reference is not None else None
    return info if isinstance(info, generic.DictionaryObject) else generic.DictionaryObject()


def _packet(resolver: HistoricalResolver) -> bytes:
    metadata = lookup(resolver.root, "/Metadata")
    return bytes(metadata.data) if isinstance(metadata, generic.StreamObject) else b""


def _statements(resolver: HistoricalResolver) -> set[tuple[str, str]]:
    """Every name with its text or value, but for what saving changes. Malformed XML says what its bytes say."""
    packet = _packet(resolver)
    if not packet:
        return set()
    try:
        tree = etree.fromstring(packet, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return {("", packet.decode("latin-1"))}
    found = set()
    for element in tree.iter(etree.Element):
        above = [str(one.tag) for one in (element, *element.iterancestors())]
        if not any(name in _VARIES or name.startswith(_MEDIA) for name in above):
            found |= {(str(element.tag), (element.text or "").strip())}
            found |= {(str(k), str(v)) for k, v in element.attrib.items() if k not in _VARIES and _MEDIA not in str(k)}
    return {(name, text) for name, text in found if text}


def _says_otherwise(old: HistoricalResolver, new: HistoricalResolver) -> bool:
    """A statement is gone, or one has come that Info does not make: some libraries keep the two in step."""
    before, after = _statements(old), _statements(new)
    known = {"x-default", *(str(value) for value in _info_of(new).values())}
    return bool(before - after) or any(text not in known for _, text in after - before)
