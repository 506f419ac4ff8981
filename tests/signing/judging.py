"""The inside of the sandbox, called in this process: the same rules, many times over."""

from signing import Report, TrustStore
from signing.verifier.child import examine_bytes
from signing.verifier.policy import Circumstances


def judged(data: bytes, trust: TrustStore, *, online: bool = False) -> Report:
    return examine_bytes(data, Circumstances(trust, None, online))
