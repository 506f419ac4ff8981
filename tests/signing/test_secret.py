"""A passphrase leaks nowhere."""

import copy
import io
import json
import logging
import pickle
import traceback

import pytest

from signing import Secret
from signing.errors import SecretWiped

WORD = "sangat-rahasia-42"


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{!r:>10}".format, lambda s: f"{s!s}", lambda s: f"{s}"])
def test_every_text_form_is_masked(shown):
    text = shown(Secret(WORD))
    assert WORD not in text
    assert "•••" in text


@pytest.mark.parametrize("copier", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars])
def test_it_cannot_be_copied_stored_or_turned_into_json(copier):
    with pytest.raises(TypeError) as error:
        copier(Secret(WORD))
    assert WORD not in str(error.value)


def test_json_with_a_text_fallback_shows_the_mask():
    assert json.loads(json.dumps({"p": Secret(WORD)}, default=str)) == {"p": "•••"}


def test_the_log_shows_the_mask():
    stream = io.StringIO()
    logger = logging.getLogger("uji-rahasia")
    handler = logging.StreamHandler(stream)
    logger.addHandler(handler)
    logger.warning("sandi %s %r", Secret(WORD), {"p": Secret(WORD)})
    logger.removeHandler(handler)
    assert WORD not in stream.getvalue()


def test_a_traceback_with_local_variables_shows_the_mask():
    secret = Secret(WORD)
    try:
        raise RuntimeError(f"gagal dengan {secret}")
    except RuntimeError as error:
        captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    text = "".join(captured.format())
    assert "•••" in text
    assert f"{WORD!r}" not in text.replace(f"WORD = '{WORD}'", "")


def test_a_context_manager_wipes_it():
    with Secret(WORD) as secret:
        assert secret.reveal() == WORD
    with pytest.raises(SecretWiped):
        secret.reveal()


def test_wiping_overwrites_the_bytes():
    secret = Secret(WORD)
    held = secret._Secret__bytes  # type: ignore[attr-defined]  # the very buffer
    secret.wipe()
    assert bytes(held) == b""
    assert not secret


def test_two_secrets_are_not_compared_by_content():
    assert Secret(WORD) != Secret(WORD)
