"""Several signers in fields prepared before the first signature: certification, locks, pictures."""

import io

import pikepdf
import pytest

from signing import (
    FieldLock,
    FieldPlan,
    OutcomeStatus,
    Person,
    Placement,
    Secret,
    SigningRequest,
    Verdict,
    prepare,
    validate,
)
from tests.signing import poppler, samples
from tests.signing.conftest import BUDI, CITRA, PASSPHRASE

HEAD = FieldPlan("Kepala", Placement(0, (320, 80, 520, 140)), "Tanda tangan kepala dinas")
STAFF = FieldPlan("Kasubbag", Placement(0, (60, 80, 260, 140)), "Tanda tangan kepala subbagian")
SEAL = FieldPlan("Segel")


@pytest.fixture(scope="module")
def nss(pki, tmp_path_factory):
    return poppler.database(pki.trust / "root.pem", tmp_path_factory.mktemp("nss"))


@pytest.fixture(scope="module")
def curve(pki):
    person = Person("199001012015011001", "Rahmat Hidayat", "199001012015011001", key="P-256")
    pki.add(person, PASSPHRASE)
    return person.who


def refused(signer, pdf, who=BUDI.who, **options):
    (outcome,) = signer.sign_batch(who, [SigningRequest("x", pdf, **options)], Secret(PASSPHRASE), level="B-B")
    assert outcome.status is OutcomeStatus.REFUSED
    return outcome.provider_code


def judged(pdf, trust, count):
    report = validate(pdf, trust=trust)
    assert report.verdict is Verdict.VALID, [*report.reasons, *(r for s in report.signatures for r in s.reasons)]
    assert len(report.signatures) == count
    return report


@pytest.mark.parametrize("certify", [None, 2])
@pytest.mark.parametrize("stamp", [False, True])
def test_three_sign_in_prepared_fields_and_all_stay_valid(certify, stamp, sign, plain, trust, curve, nss, file):
    pdf = prepare(plain, [STAFF, HEAD, SEAL]).pdf
    options = {"stamp": stamp, "reason": "Menyetujui"}
    first = sign(pdf, level="B-T", field_name="Kasubbag", who=BUDI.who, certify=certify is not None, **options)
    second = sign(first, level="B-T", field_name="Kepala", who=curve, **options)
    third = sign(second, level="B-LTA", field_name="Segel", who="segel")
    assert third.startswith(second)
    assert second.startswith(first)
    report = judged(third, trust, 3)
    assert [s.field for s in report.signatures] == ["Kasubbag", "Kepala", "Segel"]
    assert poppler.says(nss, file(third)).count("Signature is Valid.") == 3


def test_the_first_may_forbid_everything_that_follows(sign, signer, plain, trust):
    pdf = prepare(plain, [STAFF, HEAD]).pdf
    first = sign(pdf, field_name="Kasubbag", certify=True, permissions=1)
    judged(first, trust, 1)
    assert refused(signer, first, field_name="Kepala") == "dokumen_terkunci"
    assert refused(signer, first) == "dokumen_terkunci"


def test_the_last_signer_locks_the_document_for_good(sign, signer, plain, trust):
    last = FieldPlan("Kepala", HEAD.placement, lock=FieldLock(final=True))
    pdf = prepare(plain, [STAFF, last, SEAL]).pdf
    first = sign(pdf, level="B-T", field_name="Kasubbag", certify=True)
    second = sign(first, level="B-LTA", field_name="Kepala", who=BUDI.who)
    judged(second, trust, 2)
    assert refused(signer, second, field_name="Segel") == "dokumen_terkunci"


def test_a_lock_names_what_it_closes(sign, signer, plain, trust):
    first_plan = FieldPlan("Kasubbag", STAFF.placement, lock=FieldLock(("Segel",)))
    pdf = prepare(plain, [first_plan, HEAD, SEAL]).pdf
    first = sign(pdf, level="B-T", field_name="Kasubbag")
    assert refused(signer, first, field_name="Segel") == "dokumen_terkunci"
    judged(sign(first, level="B-LTA", field_name="Kepala", who=BUDI.who), trust, 2)


def test_a_stamp_changes_the_bytes_of_the_prepared_picture_and_nothing_else(sign, plain):
    pdf = prepare(plain, [STAFF, HEAD]).pdf
    first = sign(pdf, level="B-B", field_name="Kasubbag", stamp=True, reason="Menyetujui")
    second = sign(first, level="B-B", field_name="Kepala", who=BUDI.who, stamp=True)
    with pikepdf.open(io.BytesIO(pdf)) as old, pikepdf.open(io.BytesIO(second)) as new:
        for was, now in zip(old.Root.AcroForm.Fields, new.Root.AcroForm.Fields, strict=True):
            assert was.AP.N.objgen == now.AP.N.objgen
            assert (was.AP.N.read_bytes(), b" c " in now.AP.N.read_bytes()) == (b"q Q", True)
            assert not now.AP.N.Resources.keys()
            assert [float(n) for n in now.AP.N.BBox] == [float(n) for n in was.AP.N.BBox]


def test_a_picture_that_was_drawn_is_not_drawn_over(signer):
    code = refused(signer, samples.with_field(), field_name=samples.FIELD, stamp=True)
    assert code == "bidang_bergambar"


def test_an_invisible_field_has_no_picture_to_stamp(signer, plain):
    pdf = prepare(plain, [SEAL]).pdf
    assert refused(signer, pdf, field_name="Segel", stamp=True) == "bidang_tanpa_gambar"


def test_the_stamp_is_seen_where_the_field_is(sign, plain):
    import numpy as np
    import pypdfium2 as pdfium

    pdf = prepare(plain, [STAFF]).pdf
    after = sign(pdf, level="B-B", field_name="Kasubbag", stamp=True)
    pictures = []
    for data in (pdf, after):
        document = pdfium.PdfDocument(data)
        document.init_forms()
        pictures.append(document[0].render(scale=1, grayscale=True).to_numpy().astype(int))
    rows, columns = np.nonzero(np.abs(np.subtract(*pictures)).reshape(pictures[0].shape[:2]) > 60)
    height = pictures[0].shape[0]
    assert columns.min() >= 59
    assert columns.max() <= 261
    assert height - rows.max() >= 79
    assert height - rows.min() <= 141


def test_tagged_files_get_tagged_fields(plain):
    tagged = samples.with_field()
    pdf = prepare(tagged, [STAFF]).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        old, new = opened.Root.AcroForm.Fields
        assert [int(old.StructParent), int(new.StructParent)] == [0, 1]
        parents = pikepdf.NumberTree(opened.Root.StructTreeRoot.ParentTree)
        assert parents[1].K.Obj.objgen == new.objgen
        assert parents[1].S == "/Form"


def test_two_tagged_fields_are_signed_one_after_the_other(sign, trust):
    pdf = prepare(samples.with_field(), [STAFF]).pdf
    first = sign(pdf, level="B-T", field_name="Kasubbag", who=CITRA.who, certify=True, stamp=True)
    judged(sign(first, level="B-LTA", field_name=samples.FIELD, who=BUDI.who), trust, 2)
