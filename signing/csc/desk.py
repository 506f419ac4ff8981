"""One batch of one person at one provider: their key is looked up once, leave is asked per call, values are checked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from signing.csc.accounts import Account
from signing.csc.connection import Connection
from signing.csc.credential import Credential
from signing.csc.errors import CscError, Scope
from signing.csc.service import Service
from signing.errors import SecretWiped, SigningError
from signing.keyfile import require_fit
from signing.remote.breaker import Breaker
from signing.remote.guard import guarded
from signing.secret import Secret
from signing.values import digest_for, in_der, matches, strong_key

_RSA, _ECDSA = "1.2.840.113549.1.1.1", "1.2.840.10045.2.1"
_WITH = {
    ("rsa", "sha256"): "1.2.840.113549.1.1.11",
    ("ec", "sha256"): "1.2.840.10045.4.3.2",
    ("ec", "sha384"): "1.2.840.10045.4.3.3",
    ("ec", "sha512"): "1.2.840.10045.4.3.4",
}


@dataclass
class Desk:
    """``ended`` is why nothing more is asked for in this batch."""

    connection: Connection
    breaker: Breaker
    who: str
    account: Account
    service: Service = field(init=False)
    ended: CscError | None = None
    used: bool = False

    def credential(self) -> Credential:
        """The person's key, fit to sign with. Raises CscError before anything of theirs is sent."""
        self.service = guarded(self.breaker, lambda: Service(self.connection), lost=CscError.no_answer, speaks=CscError)
        return guarded(self.breaker, self._found, lost=CscError.no_answer, speaks=CscError)

    def _found(self) -> Credential:
        service, account = self.service, self.account
        names = [account.credential] if account.credential else service.credentials(account.user)
        known = [service.credential(name) for name in names]
        theirs = [one for one in known if account.is_theirs(one.certificate, self.who)]
        if not theirs:
            raise CscError.refused("sertifikat_orang_lain" if known else "akun_tidak_ada", scope=Scope.PERSON)
        active = [one for one in theirs if one.active]
        if not active:
            raise CscError.refused("kredensial_tidak_aktif", scope=Scope.PERSON)
        if len(active) > 1:
            raise CscError.refused("kredensial_ganda", scope=Scope.PERSON)
        return _fit(active[0])

    def values(self, credential: Credential, secret: Secret, data: list[bytes]) -> list[bytes | SigningError]:
        """The signature values of *data*, or why there are none: :data:`signing.engine.together.Ask`."""
        digest = digest_for(credential.certificate)
        try:
            if self.ended is not None:
                raise self.ended
            values = self._made(credential, secret, [hashlib.new(digest, one).digest() for one in data], digest)
        except CscError as error:
            if error.scope is not Scope.DOCUMENT:
                self.ended = error
            return [error.bare() for _ in data]
        public = strong_key(credential.certificate)
        fitting = [in_der(public, value, one, digest) for value, one in zip(values, data, strict=True)]
        return [
            value if matches(public, value, one, digest) else CscError.refused("hasil_tidak_cocok")
            for value, one in zip(fitting, data, strict=True)
        ]

    def _made(self, credential: Credential, secret: Secret, hashes: list[bytes], digest: str) -> list[bytes]:
        if credential.once and self.used:
            raise CscError.retryable("kode_sudah_dipakai", scope=Scope.PERSON)
        algorithm, implied = algorithm_of(credential, digest)
        shown = shown_for(credential, secret)
        self.used = True
        sad = guarded(
            self.breaker,
            lambda: self.service.authorize(credential, hashes, digest, shown),
            lost=CscError.no_answer,
            speaks=CscError,
        )
        with sad:
            return guarded(
                self.breaker,
                lambda: self.service.sign(credential, hashes, digest, sad, algorithm=algorithm, implied=implied),
                lost=CscError.unknown,
                speaks=CscError,
            )


def _fit(credential: Credential) -> Credential:
    if credential.factors is None:
        code = "izin_lewat_peramban" if credential.browser else "cara_izin_tidak_didukung"
        raise CscError.refused(code, scope=Scope.PERSON)
    try:
        strong_key(credential.certificate)
        require_fit(credential.certificate)
    except SigningError as error:
        raise CscError.refused(error.code, error.text, Scope.PERSON) from None
    algorithm_of(credential, digest_for(credential.certificate))
    return credential


def algorithm_of(credential: Credential, digest: str) -> tuple[str, bool]:
    """The OID for ``signAlgo``, and whether it names the digest as well. Raises CscError."""
    is_rsa = isinstance(credential.certificate.public_key(), RSAPublicKey)
    kind, plain = ("rsa", _RSA) if is_rsa else ("ec", _ECDSA)
    if _WITH[kind, digest] in credential.algorithms:
        return _WITH[kind, digest], True
    if plain in credential.algorithms:
        return plain, False
    raise CscError.refused("algoritma_tidak_didukung", scope=Scope.PERSON)


def shown_for(credential: Credential, secret: Secret) -> dict[str, str]:
    """What was typed, by factor: both in one line, the one-time code last. Raises CscError."""
    inside = [factor for factor in credential.factors or () if not factor.outside]
    try:
        typed = secret.reveal().strip() if inside else ""
    except SecretWiped as error:
        raise CscError.refused(error.code, error.text, Scope.PERSON) from None
    if len(inside) < 2:
        if inside and not typed:
            raise CscError.refused("kode_salah" if inside[0].code else "passphrase_salah", scope=Scope.PERSON)
        return {factor.name: typed for factor in inside}
    first, _, last = typed.rpartition(" ")
    if not first.strip() or not last:
        raise CscError.refused("perlu_pin_dan_kode", scope=Scope.PERSON)
    known, code = sorted(inside, key=lambda factor: factor.code)
    return {known.name: first.strip(), code.name: last}
