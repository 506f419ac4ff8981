"""ETSI sub-indications in Indonesian: what is wrong, and what to do where there is something to do."""

from __future__ import annotations

from collections.abc import Iterator

from signing.ports import Identity
from signing.verifier.chain import Standing
from signing.verifier.policy import Circumstances
from signing.verifier.report import Finding, Verdict

_REVOKED = "Sertifikat penanda tangan sudah dicabut dan tidak terbukti ditandatangani sebelum pencabutan."
_NO_EVIDENCE = (
    "Belum dapat dipastikan: berkas tidak membawa bukti bahwa sertifikat masih berlaku (tidak dicabut) "
    "saat ditandatangani."
)
_UNTRUSTED = "Rantai sertifikat tidak sampai pada otoritas yang dipercaya."
_WEAK = "Algoritma tanda tangan atau sertifikat tidak lagi dianggap aman."
_SENTENCES = {
    "HASH_FAILURE": "Isi dokumen tidak sama dengan yang ditandatangani: dokumen telah diubah.",
    "SIG_CRYPTO_FAILURE": "Tanda tangan kriptografis tidak cocok dengan sertifikat penanda tangan.",
    "FORMAT_FAILURE": "Susunan tanda tangan tidak sesuai standar.",
    "REVOKED": "Sertifikat penanda tangan sudah dicabut sebelum dokumen ditandatangani.",
    "REVOKED_NO_POE": _REVOKED,
    "REVOKED_CA_NO_POE": "Sertifikat otoritas penerbit sudah dicabut.",
    "NOT_YET_VALID": "Tanda tangan dibuat sebelum sertifikat mulai berlaku.",
    "EXPIRED": "Sertifikat sudah kedaluwarsa saat dokumen ditandatangani.",
    "OUT_OF_BOUNDS_NO_POE": "Sertifikat di luar masa berlakunya dan waktu tanda tangan tidak terbukti.",
    "OUT_OF_BOUNDS_NOT_REVOKED": "Sertifikat sudah kedaluwarsa; status sebelum itu tidak terbukti.",
    "REVOCATION_OUT_OF_BOUNDS_NO_POE": _NO_EVIDENCE,
    "NO_CERTIFICATE_CHAIN_FOUND": _UNTRUSTED,
    "NO_SIGNING_CERTIFICATE_FOUND": "Sertifikat penanda tangan tidak ada di dalam berkas.",
    "CERTIFICATE_CHAIN_GENERAL_FAILURE": _NO_EVIDENCE,
    "TRY_LATER": "Status sertifikat sudah terlalu lama; periksa lagi secara daring.",
    "NO_POE": _NO_EVIDENCE,
    "CHAIN_CONSTRAINTS_FAILURE": "Sertifikat tidak boleh dipakai untuk tanda tangan ini.",
    "SIG_CONSTRAINTS_FAILURE": "Tanda tangan tidak memenuhi syarat yang ditetapkan.",
    "CRYPTO_CONSTRAINTS_FAILURE": _WEAK,
    "CRYPTO_CONSTRAINTS_FAILURE_NO_POE": _WEAK,
    "TIMESTAMP_ORDER_FAILURE": "Urutan penanda waktu di dalam berkas tidak masuk akal.",
}
_OTHER = "Tanda tangan tidak dapat dipastikan ({})."
# With these the certificate or its algorithm is known to be unfit: waiting will not make it good.
_UNFIT = {"CRYPTO_CONSTRAINTS_FAILURE", "CHAIN_CONSTRAINTS_FAILURE"}


def finding(standing: Standing) -> Finding | None:
    """None when the engine passed it."""
    if standing.passed:
        return None
    text = _SENTENCES.get(standing.indication, _OTHER.format(standing.indication))
    final = standing.status == "FAILED" or standing.indication in _UNFIT
    return Finding(Verdict.INVALID if final else Verdict.INDETERMINATE, text)


def dated(standing: Standing, identity: Identity, circumstances: Circumstances, *, archived: bool) -> Iterator[Finding]:
    """Certificate dates against the proven time, which the engine leaves open for timestamped signatures."""
    since, until = identity.not_before, identity.not_after
    if standing.timestamp is not None and not since <= standing.timestamp <= until:
        yield Finding.undecided("Penanda waktu berada di luar masa berlaku sertifikat penanda tangan.")
    if standing.passed and not archived and circumstances.moment > until:
        yield Finding.undecided("Sertifikat sudah kedaluwarsa dan berkas tidak membawa bukti jangka panjang (B-LTA).")


def sub_indication(standing: Standing, verdict: Verdict) -> str | None:
    """The engine's; where only our own rules object, the one that says most about where."""
    if verdict is Verdict.VALID:
        return None
    if not standing.passed:
        return standing.indication
    return "FORMAT_FAILURE" if verdict is Verdict.INVALID else "SIG_CONSTRAINTS_FAILURE"


def trust_word(standing: Standing) -> str:
    if standing.passed:
        return "trusted"
    return "untrusted" if standing.indication == "NO_CERTIFICATE_CHAIN_FOUND" else "unknown"


def revocation_word(standing: Standing) -> str:
    if standing.passed:
        return "good"
    return "revoked" if standing.indication.startswith("REVOKED") else "unknown"
