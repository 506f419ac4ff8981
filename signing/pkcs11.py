"""A signer whose keys are in a token or HSM behind a PKCS#11 module."""

from __future__ import annotations

from collections.abc import Iterable

from cryptography import x509

from signing import hsm
from signing.certificates import identity_of, issuers_of
from signing.errors import Refused, SigningError
from signing.hsm_sign import token_sign
from signing.keyfile import require_in_force
from signing.outcomes import Progress, all_failed
from signing.ports import LEVELS, Identity, Outcome, SigningRequest
from signing.secret import Secret
from signing.timestamps import Timestamper
from signing.trust import TrustStore


class Pkcs11Signer:
    """Signs with the key that carries the label *who* on the token *token*, through the library *module*.

    Where each person has a token (or an HSM partition) of their own, ``{who}`` in *token* stands for the person.
    The secret of a batch is the token's PIN. Issuers for the signature are taken from the token and from
    the intermediates of *trust*.
    """

    name = "pkcs11"

    def __init__(self, module: str, token: str, *, timestamper: Timestamper, trust: TrustStore) -> None:
        self.module = module
        self.token = token
        self.timestamper = timestamper
        self.trust = trust

    def identity(self, who: str) -> Identity:
        """Raises :class:`~signing.errors.SignerMissing`, and ``Unavailable`` when the token is not there."""
        return identity_of(hsm.certificate_of(self.module, self._token_of(who), who))

    def available(self) -> bool:
        """Whether the module answers and the token is plugged in (any token, where each person has one)."""
        try:
            found = hsm.labels(self.module)
        except SigningError:
            return False
        return bool(found) if "{who}" in self.token else self.token in found

    def _token_of(self, who: str) -> str:
        return self.token.replace("{who}", who)

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """See :class:`~signing.ports.Signer`. The PIN is tried once: three wrong ones lock most tokens."""
        if not requests:
            return []
        try:
            if level not in LEVELS:
                raise Refused("tingkat_tidak_dikenal")
            with hsm.holder(self.module, self._token_of(who), who, secret) as holder:
                return self._run(holder, requests, level, progress)
        except SigningError as error:
            return all_failed(requests, error, progress)

    def _run(
        self,
        holder: hsm.Holder,
        requests: Iterable[SigningRequest],
        level: str,
        progress: Progress | None,
    ) -> list[Outcome]:
        from signing.engine.batch import Batch
        from signing.engine.cms import CmsSigner  # pyHanko takes a second to import

        require_in_force(holder.certificate)
        known = [*holder.others, *(x509.load_der_x509_certificate(der) for der in self.trust.intermediates)]
        chain = issuers_of(holder.certificate, known)
        signer = CmsSigner(token_sign(holder), holder.certificate, chain)
        return Batch(signer, level, self.timestamper, self.trust).run(requests, progress)
