"""Ways of signing end: before the day a signature is good, after it only with proof that it is older."""

from datetime import UTC, datetime

import pytest
from asn1crypto import cms

from signing import Verdict
from signing.verifier.algorithms import outlived, sound_until
from signing.verifier.child import examine_bytes
from signing.verifier.policy import Circumstances

BEFORE, AFTER = datetime(2028, 12, 31, tzinfo=UTC), datetime(2029, 6, 1, tzinfo=UTC)
END = "tidak lagi dianggap aman"


def info(mechanism):
    return cms.SignerInfo({"signature_algorithm": {"algorithm": mechanism}})


@pytest.mark.parametrize(
    ("mechanism", "ends"),
    [("sha256_rsa", True), ("rsassa_pkcs1v15", True), ("rsassa_pss", False), ("sha384_ecdsa", False)],
)
def test_only_pkcs1_has_an_end(mechanism, ends):
    assert (sound_until(info(mechanism)) is not None) is ends


@pytest.mark.parametrize(
    ("moment", "proven", "old"),
    [(BEFORE, None, False), (AFTER, None, True), (AFTER, BEFORE, False), (AFTER, AFTER, True)],
)
def test_proof_of_an_earlier_day_saves_it(moment, proven, old):
    assert outlived(info("sha256_rsa"), moment, proven) is old


@pytest.mark.parametrize(
    ("level", "moment", "said"), [("B-B", BEFORE, False), ("B-B", AFTER, True), ("B-LTA", AFTER, False)]
)
def test_a_file_judged_before_and_after(level, moment, said, signed, trust):
    (signature,) = examine_bytes(signed[level], Circumstances(trust, moment, online=False)).signatures
    assert any(END in reason for reason in signature.reasons) is said
    if said:
        assert signature.verdict is not Verdict.VALID
