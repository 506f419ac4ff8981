"""Between the server's answer and the word *signed*: nothing it says about itself is believed (Law 6)."""

from __future__ import annotations

from dataclasses import dataclass

from signing.bsre.accounts import Account
from signing.bsre.errors import BsreError, refused, retryable, sentence
from signing.errors import Refused, SigningError
from signing.ports import LEVELS, Outcome, OutcomeStatus, SigningRequest
from signing.raising import raise_level
from signing.timestamps import Timestamper
from signing.trust import TrustStore
from signing.verifier import SignatureReport, Verdict, validate


@dataclass(frozen=True)
class Acceptance:
    """The checks for one batch, and the evidence that BSrE leaves out: it gives B-T without long-term data."""

    trust: TrustStore
    level: str
    timestamper: Timestamper

    @property
    def lasting(self) -> bool:
        return self.level in {"B-LT", "B-LTA"}

    def accept(self, request: SigningRequest, pdf: bytes, who: str, account: Account) -> Outcome:
        """Raises :class:`BsreError` for a result that must not be used.

        A good signature is not thrown away because its evidence cannot be had today: then its level says so.
        """
        if not pdf.startswith(request.pdf) or len(pdf) <= len(request.pdf):
            raise refused("hasil_bukan_lanjutan")
        before = self._count(request.pdf)
        if self.lasting and (raised := self._raised(pdf)):
            return self._outcome(request, raised, self._judged(raised, before, who, account, online=False))
        made = self._judged(pdf, before, who, account, online=True)
        if made == "B-B" and self.level != "B-B":
            raise retryable("tanpa_penanda_waktu")
        return self._outcome(request, pdf, made)

    def _raised(self, pdf: bytes) -> bytes | None:
        """None when an authority is silent; what the issuer has revoked or nobody trusts is refused."""
        try:
            raised = raise_level(pdf, timestamper=self.timestamper, trust=self.trust, level=self.level)
        except Refused as error:
            raise refused(error.code, error.text) from None
        except SigningError:
            return None
        return raised if raised.startswith(pdf) else None

    def _outcome(self, request: SigningRequest, pdf: bytes, level: str) -> Outcome:
        short = LEVELS.index(level) < LEVELS.index(self.level)
        code, text = ("belum_dinaikkan", sentence("belum_dinaikkan")) if short else (None, None)
        return Outcome(request.reference, OutcomeStatus.SIGNED, pdf, level, code, text)

    def _count(self, pdf: bytes) -> int:
        """Signatures before; the cheap look is safe because a signature cannot be without a byte range."""
        return len(validate(pdf, trust=self.trust).signatures) if b"/ByteRange" in pdf else 0

    def _judged(self, pdf: bytes, before: int, who: str, account: Account, *, online: bool) -> str:
        """The level of the one new signature, which is valid and the right person's."""
        report = validate(pdf, trust=self.trust, online=online)
        if len(report.signatures) != before + 1:
            raise refused("hasil_tidak_sah")
        new = report.signatures[-1]
        if not _is_theirs(new, who, account):
            raise refused("hasil_orang_lain")
        if new.verdict is not Verdict.VALID:
            raise _rejected(new)
        return new.level or "B-B"


def _is_theirs(new: SignatureReport, who: str, account: Account) -> bool:
    """The pinned certificate when there is one, else the NIP inside."""
    if account.certificate is not None:
        return new.certificate_serial is not None and int(new.certificate_serial, 16) == (
            account.certificate.serial_number
        )
    return new.signer_nip == who


def _rejected(new: SignatureReport) -> BsreError:
    text = " ".join([sentence("hasil_tidak_sah"), *new.reasons])[:300]
    if new.revocation == "revoked":
        return refused("sertifikat_dicabut", text)
    if new.verdict is Verdict.INDETERMINATE and new.trust == "trusted":
        return retryable("status_sertifikat_tidak_tersedia", text)
    return refused("hasil_tidak_sah", text)
