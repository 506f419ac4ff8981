"""The report as a page of plain Indonesian, for people who never heard of PAdES."""

from __future__ import annotations

from signing.verifier.report import Report, SignatureReport, TimestampReport, Verdict

WORDS = {
    Verdict.VALID: "SAH",
    Verdict.INVALID: "TIDAK SAH",
    Verdict.INDETERMINATE: "TIDAK DAPAT DIPASTIKAN",
    Verdict.UNSIGNED: "TIDAK BERTANDA TANGAN",
    Verdict.UNREADABLE: "TIDAK TERBACA",
}
_CHANGES = {
    "dss": "bukti status sertifikat",
    "document_timestamp": "penanda waktu dokumen",
    "signature": "tanda tangan berikutnya",
    "other": "perubahan lain",
}
_STATUS = {"good": "tidak dicabut", "revoked": "sudah dicabut", "unknown": "tidak diketahui"}
_TRUST = {"trusted": "dipercaya", "untrusted": "tidak dipercaya", "unknown": "belum dapat dipastikan"}


def page(report: Report, file: str = "") -> str:
    """Lines of text, ended by a line feed: the verdict, its reasons, then each signature and timestamp."""
    lines = ["HASIL PEMERIKSAAN TANDA TANGAN ELEKTRONIK", *([f"Berkas: {file}"] if file else [])]
    lines += [f"Kesimpulan: {WORDS[report.verdict]}", *(f"- {text}" for text in report.reasons)]
    lines += [f"Catatan: {text}" for text in report.notes]
    for number, signature in enumerate(report.signatures, start=1):
        lines += ["", *_signature(number, signature)]
    for stamp in report.timestamps:
        lines += ["", *_stamp(stamp)]
    return "\n".join(lines) + "\n"


def _signature(number: int, signature: SignatureReport) -> list[str]:
    nip = f" (NIP {signature.signer_nip})" if signature.signer_nip else ""
    later = ", ".join(_CHANGES[kind] for kind in signature.changes_after) or "tidak ada"
    return [
        f"Tanda tangan {number}: {signature.signer or 'tidak terbaca'}{nip}: {WORDS[signature.verdict]}",
        *(f"- {text}" for text in signature.reasons),
        f"  Waktu menurut otoritas penanda waktu: {_moment(signature.timestamp)}",
        f"  Waktu menurut komputer penanda tangan: {_moment(signature.signed_at)}",
        f"  Tingkat: {signature.level or 'tidak diketahui'}",
        f"  Sertifikat: {_TRUST[signature.trust]}, status {_STATUS[signature.revocation]}",
        f"  Ditambahkan sesudahnya: {later}",
    ]


def _stamp(stamp: TimestampReport) -> list[str]:
    head = f"Penanda waktu dokumen: {stamp.authority or 'tidak terbaca'}: {WORDS[stamp.verdict]}"
    return [head, *(f"- {text}" for text in stamp.reasons), f"  Waktu: {_moment(stamp.time)}"]


def _moment(iso: str | None) -> str:
    return iso.replace("T", " ").replace("+00:00", " UTC") if iso else "tidak ada"
