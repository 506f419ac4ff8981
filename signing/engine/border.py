"""pyHanko's exceptions, named by what the caller can do."""

from __future__ import annotations

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import SigningError as PyhankoSigningError
from pyhanko_certvalidator import errors as path_errors

from signing.errors import Refused, SigningError, Unavailable

_BY_PATH: tuple[tuple[type[Exception], type[SigningError], str], ...] = (
    (path_errors.RevokedError, Refused, "sertifikat_dicabut"),
    (path_errors.ExpiredError, Refused, "sertifikat_kedaluwarsa"),
    (path_errors.NotYetValidError, Refused, "sertifikat_belum_berlaku"),
    (path_errors.InsufficientRevinfoError, Unavailable, "status_sertifikat_tidak_tersedia"),
    (path_errors.DisallowedAlgorithmError, Refused, "algoritma_lemah"),
    (path_errors.InvalidCertificateError, Refused, "sertifikat_tidak_sesuai"),
    (path_errors.PathBuildingError, Refused, "sertifikat_tidak_dipercaya"),
    (path_errors.PathValidationError, Refused, "sertifikat_tidak_dipercaya"),
)
_BY_PHRASE = (
    ("hybrid", "pdf_hibrida"),
    ("encrypted", "pdf_terenkripsi"),
    ("already been filled", "bidang_terisi"),
    ("Author signature", "dokumen_terkunci"),
    ("does not allow", "dokumen_terkunci"),
    ("certification signature", "sudah_disertifikasi"),
    ("first signature", "sudah_disertifikasi"),
)


def translated(error: Exception) -> SigningError:
    """Our error for anything that came out of signing one document."""
    if isinstance(error, SigningError):
        return error
    for kind, ours, code in _BY_PATH:
        if isinstance(error, kind):
            return ours(code)
    if isinstance(error, PyhankoSigningError):
        return Refused(_by_phrase(str(error)))
    if isinstance(error, PdfError):
        return Refused(_by_phrase(str(error)))
    return Refused("kesalahan_internal" if isinstance(error, OSError | MemoryError) else "pdf_rusak")


def _by_phrase(text: str) -> str:
    """pyHanko has one class for many causes; its phrases are pinned by tests."""
    return next((code for phrase, code in _BY_PHRASE if phrase.lower() in text.lower()), "pdf_rusak")
