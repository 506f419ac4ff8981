"""The faces of signature fields that were made or filled after a signature: what they show, always, and nothing else.

A page is compared as a screen shows it. A field that shows something on paper only, under the mouse or after a click
has a second face that no comparison sees.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import enumerate_sig_fields

from signing.verifier.report import Finding
from signing.verifier.subject import Document, Subject, lookup

_ACTS = ("/A", "/AA", "/OC", "/PMD")
_NOT_ALWAYS = 2 | 32 | 256
"""Hidden, NoView, ToggleNoView: ISO 32000-1 §12.5.3."""
_TWO_FACES = Finding.undecided(
    "Bidang tanda tangan yang ditambahkan kemudian membawa perintah atau tampilan yang tidak selalu terlihat."
)


def check_widgets(subject: Subject) -> Iterator[Finding]:
    """Fields signed or created after *subject*; those of before are compared by structure."""
    for widget in later_widgets(subject):
        if any(key in widget for key in _ACTS) or (visible(widget) and (_words(widget) or not _one_face(widget))):
            yield _TWO_FACES
            return


def later_widgets(subject: Subject) -> Iterator[Any]:
    """Each annotation, or merged field, written in a revision after *subject*."""
    yield from (face for face, revision in _faces(subject.document) if revision > subject.revision)


@lru_cache(maxsize=1)
def _faces(document: Document) -> list[tuple[Any, int]]:
    """Fields and their widgets, with the revision that wrote each last."""
    found = []
    for _, _, place in enumerate_sig_fields(document.reader):
        field = place.get_object()
        for face in (field, *(kid for kid in _kids(field) if "/T" not in kid)):
            reference = face.container_ref
            if isinstance(reference, generic.Reference):
                found.append((face, document.reader.xrefs.get_last_change(reference)))
    return found


def visible(widget: Any) -> bool:
    """Whether it has a rectangle in which something could show."""
    box = rectangle(widget)
    return box is not None and box[0] != box[2] and box[1] != box[3]


def shown(field: Any) -> bool:
    """Whether the field itself or any of its widgets has a rectangle."""
    return visible(field) or any(visible(kid) for kid in _kids(field))


def signed(widget: Any) -> bool:
    """Whether its field has a value; the value may stand with the field above."""
    return "/V" in widget or "/V" in (lookup(widget, "/Parent") or ())


def rectangle(widget: Any) -> tuple[float, ...] | None:
    box = tuple(float(number) for number in lookup(widget, "/Rect") or ())
    return box if len(box) == 4 else None


def _one_face(widget: Any) -> bool:
    looks = lookup(widget, "/AP")
    if looks is None:
        return True
    normal = looks.raw_get("/N") if "/N" in looks else None
    others = [looks.raw_get(key) for key in looks if key != "/N"]
    steady = isinstance(lookup(looks, "/N"), generic.StreamObject | None)
    return steady and all(other == normal for other in others) and not int(lookup(widget, "/F") or 0) & _NOT_ALWAYS


def _words(widget: Any) -> bool:
    """A caption, an icon or colours from which a reader may draw a face of its own (ISO 32000-1 §12.5.6.19)."""
    return bool(set(lookup(widget, "/MK") or ()) - {"/R"})


def _kids(field: Any) -> Iterator[Any]:
    kids = lookup(field, "/Kids") or ()
    yield from (kid.get_object() for kid in kids)
