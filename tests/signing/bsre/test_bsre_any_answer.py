"""Answers of any shape: never a crash, never *signed* without a PDF, never *not signed* without proof."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signing import OutcomeStatus, SigningRequest
from signing.bsre import BsreError, v1, v2
from signing.bsre.connection import Connection
from signing.bsre.results import usable
from signing.remote.connection import Answer

REQUEST = SigningRequest("x", b"%PDF-1.7 masukan %%EOF")
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=30)
    | st.just(base64.b64encode(b"%PDF- %%EOF").decode()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["file", "error", "message", "status_code", "base64_signed_file", "id_dokumen", "time"])
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=5).map(lambda data: json.dumps(data).encode())
BODIES = st.binary(max_size=200) | OBJECTS | st.just(b"%PDF-1.7 masukan %%EOF lanjutan %%EOF")
STATUSES = st.integers(200, 599)


class Nowhere(Connection):
    """Its downloads find nothing."""

    def __init__(self) -> None:
        return

    def get(self, path: str) -> Answer:
        return Answer(404, {}, b"")


READERS = {
    "v1": lambda answer: v1._signed(Nowhere(), answer, ("rahasia",)),
    "v2": lambda answer: v2.signed_file(answer, REQUEST, ("rahasia",)),
}


def read(api, answer):
    try:
        return READERS[api](answer)
    except BsreError as error:
        return error


@pytest.mark.parametrize("api", READERS)
@settings(max_examples=150, deadline=None)
@given(status=STATUSES, body=BODIES, whole=st.booleans())
def test_every_answer_is_a_pdf_or_a_typed_error(api, status, body, whole):
    result = read(api, Answer(status, {}, body, whole))
    if isinstance(result, bytes):
        assert (status, whole, usable(result)) == (200, True, True)
        return
    assert result.text
    assert result.code
    assert "rahasia" not in result.text
    if result.status is OutcomeStatus.RETRYABLE:
        assert 300 <= status < 500 or status == 503
    if result.status is OutcomeStatus.REFUSED and not 400 <= status < 500:
        assert b"error" in body or b"message" in body
