"""What pyHanko works out anew for every signature of a file, worked out once.

Judging an archived signature, it reads the whole file's evidence again and validates every document timestamp again:
eight signatures cost eight times eight. All of that is the same for each of them, for one file and one moment.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import lru_cache
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.policy_decl import LocalKnowledge
from pyhanko_certvalidator.ltv.poe import POEManager
from pyhanko_certvalidator.revinfo import validate_ocsp
from pyhanko_certvalidator.revinfo.archival import OCSPContainer

_read = ades._build_prima_facie_poe_index_from_pdf_timestamps
_validated = ades._validate_prima_facie_poe
_in_the_past = ades._build_and_past_validate_cert
_answers = validate_ocsp._match_ocsp_certid


def share_within_a_file() -> None:
    """From now on, in this process; doing it twice changes nothing."""
    theirs: Any = ades
    theirs._build_prima_facie_poe_index_from_pdf_timestamps = _timestamps
    theirs._validate_prima_facie_poe = _proofs
    theirs._build_and_past_validate_cert = _certificate_in_the_past
    theirs._dss_to_local_knowledge = _known_already
    theirs._enumerate_validation_objects = theirs._enumerate_certs_in_paths = _of_no_interest
    validate_ocsp._match_ocsp_certid = _answers_for


class _Proofs(POEManager):
    """What is proven to have existed when, and what was found out from that; its copies know it too."""

    def __init__(self, proofs: POEManager) -> None:
        super().__init__(proofs._current_dt_override)
        self._poes = dict(proofs._poes)
        self.found: dict[Any, Any] = proofs.found if isinstance(proofs, _Proofs) else {}

    def __copy__(self) -> _Proofs:
        return _Proofs(self)


class _Timestamps(list[Any]):
    """The document timestamps of a file, with what they proved under each set of circumstances."""

    def __init__(self, found: list[Any]) -> None:
        super().__init__(found)
        self.proved: dict[Any, _Proofs | SignatureValidationError] = {}


@lru_cache(maxsize=2)
def _timestamps(reader: PdfFileReader, include_content_ts: bool, diff_policy: Any) -> _Timestamps:
    return _Timestamps(_read(reader, include_content_ts, diff_policy))


async def _proofs(found: _Timestamps, validation_spec: Any, cur_timing_info: Any) -> POEManager:
    """The caller adds to what it gets, so it gets a copy."""
    key = (cur_timing_info, validation_spec.revinfo_gathering_policy.online_fetching_rule)
    if key not in found.proved:
        try:
            found.proved[key] = _Proofs(await _validated(found, validation_spec, cur_timing_info))
        except SignatureValidationError as error:
            found.proved[key] = error
    result = found.proved[key]
    if isinstance(result, SignatureValidationError):
        raise result
    return copy(result)


async def _certificate_in_the_past(cert: Any, validation_policy_spec: Any, validation_data_handlers: Any) -> Any:
    """One person's certificate, and the authority's, stand behind many signatures of a file."""
    proofs = validation_data_handlers.poe_manager
    if not isinstance(proofs, _Proofs):
        return await _in_the_past(cert, validation_policy_spec, validation_data_handlers)
    key = (cert.dump(), id(validation_policy_spec))
    if key not in proofs.found:
        proofs.found[key] = await _in_the_past(cert, validation_policy_spec, validation_data_handlers)
    return proofs.found[key]


def _known_already(reader: PdfFileReader) -> LocalKnowledge:
    """:mod:`signing.verifier.policy` has told it all; said twice, every answer would be weighed twice."""
    return LocalKnowledge()


def _of_no_interest(*_: Any) -> Iterator[Any]:
    """Lists for the library's own report, which nobody asks for."""
    return iter(())


def _answers_for(cert: Any, issuer: Any, ocsp_response: OCSPContainer, errs: Any) -> bool:
    """Most answers are for somebody else, and their number tells."""
    single = ocsp_response.extract_single_response()
    if single is None or single["cert_id"]["serial_number"].native == getattr(cert, "serial_number", None):
        return bool(_answers(cert, issuer, ocsp_response, errs))
    errs.mismatch_failures += 1
    return False
