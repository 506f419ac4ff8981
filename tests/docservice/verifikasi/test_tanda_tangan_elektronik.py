"""*TTE yang sah* can be stated only of a file whose signature our own verifier calls valid (screens §5.2)."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings

from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis
from docservice.naskah.penyedia import penanda
from docservice.peragaan.kertas import sk_cpns
from docservice.umum.errors import BelumLengkap
from signing import Secret, SigningRequest
from tests.docservice.bersama import KantorUji, bersertifikat
from tests.docservice.halaman import FASILITATOR, Situs, teks
from tests.docservice.riwayat.alat import berkas
from tests.docservice.verifikasi.alat import sahkan

pytestmark = pytest.mark.django_db


def bertanda_tangan(kantor: KantorUji, ubah: Any = bytes) -> Dokumen:
    """A decree that the Sekda signed elsewhere, as its owner uploads it; *ubah* changes the bytes afterwards."""
    bersertifikat(kantor)
    minta = SigningRequest(reference="1", pdf=sk_cpns(kantor.orang(13)))
    hasil = penanda().sign_batch(kantor.nip[1], [minta], Secret(settings.DEVELOPMENT_PASSPHRASE), level="B-LTA")[0]
    assert hasil.pdf
    return berkas(kantor, 13, isi=ubah(hasil.pdf), isi__bertanda_tangan=1)


def test_a_signed_pdf_may_be_verified_by_its_signature(kantor_contoh: KantorUji, situs: Situs):
    dokumen = bertanda_tangan(kantor_contoh)
    halaman = situs.masuk(FASILITATOR).get(f"/verifikasi/{dokumen.pk}/")
    assert 'value="tte"' in halaman.content.decode()
    assert "Isi tidak berubah sejak ditandatangani" in teks(halaman)
    assert sahkan(kantor_contoh, dokumen, basis=Basis.TTE).basis == Basis.TTE


def test_a_file_changed_after_signing_is_not(kantor_contoh: KantorUji, situs: Situs):
    dokumen = bertanda_tangan(kantor_contoh, lambda isi: isi.replace(b"/Title", b"/Titel", 1))
    halaman = situs.masuk(FASILITATOR).get(f"/verifikasi/{dokumen.pk}/")
    assert 'value="tte"' not in halaman.content.decode()
    with pytest.raises(BelumLengkap, match="tidak dapat dipastikan sah"):
        sahkan(kantor_contoh, dokumen, basis=Basis.TTE)


def test_nor_is_one_that_only_says_it_is_signed(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13, isi__bertanda_tangan=1)
    with pytest.raises(BelumLengkap, match="tidak dapat dipastikan sah"):
        sahkan(kantor_contoh, dokumen, basis=Basis.TTE)
