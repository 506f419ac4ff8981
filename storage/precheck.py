"""What can be said of an upload by its name and first bytes, before anything is kept or parsed."""

from __future__ import annotations

from storage import sniff
from storage.reasons import sentence
from storage.results import Inspection


def precheck(first: bytes, *, filename: str) -> Inspection:
    """Judge the first bytes (at least 1 KiB where there are so many) of a file called *filename*.

    ``accepted`` means only: worth keeping for the real inspection.
    """
    if not first:
        return _refused("kosong")
    kind = sniff.kind_of(first)
    if kind is None:
        return _refused(sniff.why_unknown(first))
    if not sniff.extension_fits(filename, kind):
        return _refused("ekstensi_tidak_sesuai", actual=kind.word)
    return Inspection(True, type=kind.name, mime=kind.mime)


def _refused(code: str, *, actual: object = "") -> Inspection:
    return Inspection(False, reason_code=code, reason=sentence(code, actual=actual))
