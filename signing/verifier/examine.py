"""Everything about one signature or one document timestamp, gathered into its report."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from signing.certificates import identity_of, only_for_machines
from signing.verifier import chain, cms_rules, indications, levels, revisions, structure
from signing.verifier.algorithms import outlived
from signing.verifier.chain import Standing
from signing.verifier.pictures import check_pictures
from signing.verifier.policy import Circumstances
from signing.verifier.report import Finding, SignatureReport, TimestampReport, Verdict, worst
from signing.verifier.subject import Subject
from signing.verifier.times import check_order
from signing.verifier.widgets import check_widgets

_GOOD = "Tanda tangan utuh, penanda tangannya dipercaya, dan dokumen tidak berubah sejak ditandatangani."
_GOOD_STAMP = "Penanda waktu utuh dan otoritasnya dipercaya."
_OUTLIVED = (
    "Algoritma tanda tangan ini tidak lagi dianggap aman, dan berkas tidak membuktikan bahwa ditandatangani sebelumnya."
)
_LEAKED = "Tanda tangan rusak sehingga tidak dapat diperiksa ({})."


def signature(subject: Subject, every: list[Subject], circumstances: Circumstances) -> SignatureReport:
    """Run every rule; whatever a hostile file makes the library throw is a finding too."""
    archived = any(s.is_timestamp and s.revision > subject.revision for s in every)
    findings = _intact(subject)
    standing, problems = _standing(subject, every, circumstances)
    findings += problems
    identity = identity_of(subject.certificate)
    findings += indications.dated(standing, identity, circumstances, archived=archived)
    findings += guarded(lambda: check_order(subject, every, circumstances.moment))
    findings += guarded(lambda: _check_age(subject, standing, circumstances, archived=archived))
    verdict = worst(f.verdict for f in findings)
    return SignatureReport(
        field=subject.field,
        signer=identity.common_name,
        verdict=verdict,
        reasons=_texts(findings) or [_GOOD],
        level=levels.level_of(subject, every),
        signed_at=iso(subject.embedded.self_reported_timestamp),
        timestamp=iso(standing.timestamp or (subject.token_time if verdict is not Verdict.INVALID else None)),
        coverage=structure.coverage(subject),
        changes_after=revisions.kinds_after(subject, every),
        trust=indications.trust_word(standing),
        revocation=indications.revocation_word(standing),
        certificate_serial=identity.serial,
        signer_nip=identity.nip,
        reason=subject.entry("/Reason"),
        location=subject.entry("/Location"),
        indication=indications.sub_indication(standing, verdict),
    )


def timestamp(subject: Subject, every: list[Subject], circumstances: Circumstances) -> TimestampReport:
    """A document timestamp: the same rules for bytes and container, its own chain."""
    findings = _intact(subject)
    _, problems = _standing(subject, every, circumstances)
    # An older timestamp rests on the next one; only the file's last has to stand by itself.
    last = max(s.revision for s in every if s.is_timestamp) == subject.revision
    findings += [f for f in problems if last or f.verdict is Verdict.INVALID]
    return TimestampReport(
        field=subject.field,
        authority=identity_of(subject.certificate).common_name,
        verdict=worst(f.verdict for f in findings),
        reasons=_texts(findings) or [_GOOD_STAMP],
        time=iso(subject.stamp_time),
    )


def guarded(check: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """Findings of one check; an exception out of the library is a finding against the file."""
    try:
        return list(check())
    except Exception as error:
        return [Finding.against(_LEAKED.format(type(error).__name__))]


def iso(moment: datetime | None) -> str | None:
    """UTC, to the second."""
    if moment is None or moment.tzinfo is None:
        return moment.isoformat(timespec="seconds") if moment else None
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _intact(subject: Subject) -> list[Finding]:
    """The bytes, the container and what came after; the pictures only when those are in order."""
    findings = guarded(lambda: structure.check_coverage(subject))
    findings += guarded(lambda: _check_kind(subject))
    findings += guarded(
        lambda: cms_rules.check_cms(subject.signed_data, subject.asn1_certificate, token=subject.is_timestamp)
    )
    findings += guarded(lambda: revisions.check_changes(subject))
    findings += guarded(lambda: check_widgets(subject))
    against = any(finding.verdict is Verdict.INVALID for finding in findings)
    if not against and not subject.is_timestamp and revisions.same_to_the_eye(subject):
        findings += guarded(lambda: check_pictures(subject))
    return findings


def _check_kind(subject: Subject) -> Iterable[Finding]:
    kind = subject.entry("/SubFilter")
    if kind in {"/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1"}:
        yield Finding.against("Jenis tanda tangan lama (SHA-1) tidak dapat diandalkan.")
    elif not subject.is_timestamp and only_for_machines(subject.certificate):
        yield Finding.against("Sertifikat ini milik layanan (server, penanda waktu), bukan untuk tanda tangan.")
    elif kind not in levels.SUPPORTED or (kind == "/ETSI.RFC3161") != subject.is_timestamp:
        yield Finding.undecided("Jenis tanda tangan ini tidak dikenal.")


def _check_age(
    subject: Subject, standing: Standing, circumstances: Circumstances, *, archived: bool
) -> Iterable[Finding]:
    """An archive timestamp is a proof of its own; whether it stands is judged with it."""
    info = subject.signed_data["signer_infos"][0]
    if not archived and outlived(info, circumstances.moment, standing.timestamp):
        yield Finding.undecided(_OUTLIVED)


def _standing(subject: Subject, every: list[Subject], circumstances: Circumstances) -> tuple[Standing, list[Finding]]:
    try:
        if subject.is_timestamp:
            standing = chain.timestamp_standing(subject, circumstances)
        else:
            standing = chain.signature_standing(subject, every, circumstances)
    except Exception as error:
        problem = Finding.against(_LEAKED.format(type(error).__name__))
        return Standing("FAILED", "FORMAT_FAILURE"), [problem]
    found = indications.finding(standing)
    return standing, [found] if found else []


def _texts(findings: Iterable[Finding]) -> list[str]:
    """The worst first, each sentence once."""
    ordered = sorted(findings, key=lambda f: f.verdict is not Verdict.INVALID)
    return list(dict.fromkeys(f.text for f in ordered))
