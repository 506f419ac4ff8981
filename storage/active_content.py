"""Active content by walking parsed PDF objects. Runs in the limited child only.

Parsed names have no escapes (``/J#53`` is ``/JS``), and object streams and incremental updates are resolved,
which a search through bytes cannot promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, String

ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie"}
    | {"/Sound", "/RichMediaExecute", "/GoTo3DView"}
)
ANNOTATIONS = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/OPI", "/Collection"})
KEYS |= {"/RichMediaContent", "/RichMediaSettings", "/3DD", "/Renditions", "/AlternatePresentations"}
TYPES = frozenset({"/EmbeddedFile", "/Filespec", "/3D", "/Rendition", "/Sound", "/MediaClip", "/RichMediaContent"})
TYPES |= {"/RichMediaSettings", "/RichMediaConfiguration", "/RichMediaInstance"}
SUBTYPES = ANNOTATIONS | {"/PS", "/U3D", "/PRC"}
"""Also programs of a printer (ISO 32000-1, 8.8.2) and three dimensions, whatever they call their type."""
HARMLESS = frozenset({"/GoTo", "/GoToDp", "/URI", "/Named", "/Thread", "/Hide", "/ResetForm", "/SetOCGState", "/Trans"})
"""Actions that stay inside the document; what is not among them is refused, known or not."""
LEADING = ("/A", "/PA", "/Next")
AUTOMATIC = frozenset({"/GoTo"})
CHAPTERS = frozenset({"/Movie", "/Sound", "/Rendition"})
"""Names of actions that are also words for the parts of a text; no part of a text is called ``/Launch``."""
NAMED = {"/S": ACTIONS, "/Subtype": SUBTYPES, "/Subtype2": SUBTYPES, "/Type": TYPES, "/FS": frozenset({"/URL"})}
"""Keys whose value says what a thing is, and what it must not be."""
SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "sms", "geo", "whatsapp"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)|([a-z][a-z0-9+-]*):")


def find(pdf: Pdf) -> list[str]:
    """Names of what was found, without the slash, sorted. ``/URI`` links and a destination as
    ``/OpenAction`` are allowed: office programs write them into plain letters."""
    found = {name for holder in dictionaries(pdf) for name in _of(holder)}
    return sorted(name.lstrip("/") for name in found)


def dictionaries(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream of the file once, reachable or not, however deeply nested."""
    yield from _direct(pdf.trailer)
    for thing in pdf.objects:
        yield from _direct(thing)


def _direct(root: Object) -> Iterator[Object]:
    """Direct children only: what is indirect has its own turn, so there is no cycle."""
    waiting = [root]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, Array):
            children = list(thing)
        elif isinstance(thing, (Dictionary, Stream)):
            yield thing
            children = [value for _key, value in thing.items()]
        else:
            continue
        waiting.extend(c for c in children if isinstance(c, Object) and not c.is_indirect)


def _of(holder: Object) -> Iterator[str]:
    keys = set(holder.keys())
    found = KEYS & keys
    if "/EF" in found and isinstance(holder.get("/EF"), Array):  # what a form may do with attachments, not one of them
        found -= {"/EF"}
    yield from found
    chapter = "/P" in keys and _is_chapter(holder)
    for key in NAMED.keys() & keys:
        yield from _name(holder, key, NAMED[key] - CHAPTERS if chapter else NAMED[key])
    yield from () if chapter else _unknown(holder, keys)
    yield from _address(holder) if keys & {"/URI", "/Base"} else ()
    yield from ("RF",) if "/RF" in keys and "/F" in keys else ()
    yield from ("Thread",) if {"/F", "/S"} <= keys and holder.get("/S") == Name.Thread else ()
    if isinstance(holder, Stream):
        yield from _external(holder, keys)
        yield from _entities(holder)
    for trigger in keys & {"/OpenAction", "/AA"}:
        yield from _automatic(holder.get(trigger), trigger)


def _is_chapter(holder: Object) -> bool:
    """``/S`` also names structure elements, and ``/A`` holds their looks."""
    return holder.get("/Type") == Name.StructElem and "/P" in holder and "/Subtype" not in holder


def _unknown(holder: Object, keys: set[str]) -> Iterator[str]:
    for key in keys.intersection(LEADING):
        value = holder.get(key)
        for action in list(value) if isinstance(value, Array) else [value]:
            if isinstance(action, Dictionary) and "/S" in action and not _is_harmless(action.get("/S")):
                yield from () if _is_looks(holder, keys, action) else ("Action",)


def _is_looks(holder: Object, keys: set[str], attributes: Object) -> bool:
    """Looks of a part of a text say whose they are (ISO 32000-1, 14.7.5.1); the part itself need not say its type."""
    return "/O" in attributes and {"/S", "/P"} <= keys and "/Subtype" not in keys and "/Title" not in keys


def _is_harmless(kind: object) -> bool:
    return isinstance(kind, Name) and str(kind) in HARMLESS


def _address(holder: Object) -> Iterator[str]:
    """A link may lead to the web or to a mailbox; not to a script, a program or a file on someone's disk or server.

    White space and control characters are left out first, as browsers do (WHATWG URL 4.4). A base leads all links.
    """
    for value in (holder.get("/URI"), holder.get("/Base")):
        if isinstance(value, String) and not all(map(_is_web, (bytes(value).decode("latin-1"), str(value)))):
            yield "URI"


def _is_web(text: str) -> bool:
    """One of our schemes, or none: a host with a port, which has a dot before its colon and digits behind it.

    What begins like a path leads to somebody's disk.
    """
    text = re.sub(r"[\x00-\x20]", "", text).lower()
    scheme = _SCHEME.match(text)
    return not text.startswith(("/", "\\", "..")) and (scheme is None or (scheme[1] or scheme[2]) in SCHEMES)


def _name(holder: Object, key: str, wanted: frozenset[str]) -> Iterator[str]:
    value = holder.get(key)
    if isinstance(value, Name) and str(value) in wanted:
        yield str(value)


def _external(stream: Object, keys: set[str]) -> Iterator[str]:
    if "/F" in keys:
        yield "ExternalStream"
    if stream.get("/Subtype") == Name.Form and "/Ref" in keys:
        yield "ReferenceXObject"


def _entities(stream: Stream) -> Iterator[str]:
    """XML with words of its own makes a careless reader open files and servers; no program describes a paper so."""
    if stream.get("/Type") == Name.Metadata or stream.get("/Subtype") == Name.XML:
        with suppress(PdfError):
            if b"<!ENTITY" in stream.read_bytes().replace(b"\0", b""):
                yield "Entity"


def _automatic(value: object, trigger: str) -> Iterator[str]:
    """What a reader does unasked may only move the view (ISO 32000-2, 12.6.3)."""
    waiting, seen = [value] if trigger == "/OpenAction" else _values(value), set[tuple[int, int]]()
    while waiting:
        action = waiting.pop()
        if isinstance(action, Array):  # a destination, whose page is no action; or several actions
            waiting += [one for one in list(action) if isinstance(one, Dictionary) and "/S" in one]
        elif isinstance(action, Dictionary) and (not action.is_indirect or action.objgen not in seen):
            seen.add(action.objgen)
            if str(action.get("/S")) not in AUTOMATIC:
                yield trigger
            waiting.append(action.get("/Next"))


def _values(value: object) -> list[object]:
    if isinstance(value, Array):  # none by the standard: whoever reads it, acts
        return list(value)
    return [entry for _key, entry in value.items()] if isinstance(value, Dictionary) else []
