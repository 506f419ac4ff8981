"""The same decree signed from twenty places at once: one number, one signature, clean refusals."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from docservice.audit.jurnal import periksa
from docservice.dokumen.models import Dokumen
from docservice.naskah.models import Naskah, NomorRegister, Penghitung, Upaya
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import SudahBerubah
from tests.docservice.bersama import KantorUji, bersertifikat, serentak
from tests.docservice.naskah.alat import PEMOHON, siap, tanda_tangani

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


@pytest.fixture
def kantor(kantor_sementara: KantorUji) -> KantorUji:
    bersertifikat(kantor_sementara)
    return kantor_sementara


def test_twenty_at_once_sign_one_decree_once(kantor: KantorUji):
    naskah = siap(kantor)
    hasil: list[Any] = serentak([lambda: tanda_tangani(kantor, naskah)] * 20)
    berhasil = [h for h in hasil if isinstance(h, list)]
    ditolak = [h for h in hasil if isinstance(h, SudahBerubah)]
    assert (len(berhasil), len(ditolak)) == (1, 19), [h for h in hasil if isinstance(h, Exception)]
    assert {h.pesan for h in ditolak} == {"Naskah ini tidak sedang menunggu tanda tangan Anda."}
    assert berhasil[0][0].status == StatusUpaya.SIGNED
    assert NomorRegister.objects.get().status == StatusNomor.DIPAKAI
    assert Upaya.objects.count() == Dokumen.objects.count() == Penghitung.objects.get().terakhir == 1
    assert Riwayat.objects.milik(kantor.orang(PEMOHON)).jenis("golongan").count() == 1
    assert list(periksa()) == []


def test_two_decrees_signed_at_once_get_two_numbers_in_a_row(kantor: KantorUji):
    kerja = [partial(tanda_tangani, kantor, siap(kantor, nomor)) for nomor in (PEMOHON, 25)]
    hasil: list[Any] = serentak(kerja)
    assert sorted(h[0].nomor.urut for h in hasil) == [1, 2]
    assert set(Naskah.objects.values_list("status", flat=True)) == {StatusNaskah.TERBIT}
    assert list(periksa()) == []


def test_a_wrong_passphrase_from_many_places_leaves_every_number_accounted_for(kantor: KantorUji):
    naskah = siap(kantor)
    hasil: list[Any] = serentak([lambda: tanda_tangani(kantor, naskah, passphrase="salah")] * 6)
    assert all(isinstance(h, (list, SudahBerubah)) for h in hasil)
    assert set(NomorRegister.objects.values_list("status", flat=True)) == {StatusNomor.DIKEMBALIKAN}
    assert Penghitung.objects.get().terakhir == 0
    assert tanda_tangani(kantor, naskah)[0].nomor.urut == 1
