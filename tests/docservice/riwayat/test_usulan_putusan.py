"""Who may move a proposal where, from which state, on which revision; nobody decides on their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from docservice.akun.models import Kabar, Penugasan
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.pegawai.models import UnitKerja
from docservice.riwayat import actions, atas_nama
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import may_validasi
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.riwayat.alat import ajukan, usulan

pytestmark = pytest.mark.django_db
S = StatusRiwayat
FASILITATOR, ADMINISTRATOR = 15, 5


def _lagi(kantor: KantorUji, riwayat: Riwayat) -> Riwayat:
    return ajukan(kantor, riwayat=riwayat, bukti=[b.dokumen for b in riwayat.bukti.all()])


Gerak = Callable[[KantorUji, Riwayat], Riwayat]
GERAK: dict[str, tuple[Gerak, dict[str, str]]] = {
    "ajukan": (_lagi, {S.DRAF: S.DIAJUKAN}),
    "verifikasi": (
        lambda k, r: actions.verifikasi(by=k.akun(FASILITATOR), riwayat=r),
        {S.DIAJUKAN: S.DIVERIFIKASI},
    ),
    "kembalikan (fasilitator)": (
        lambda k, r: actions.kembalikan(by=k.akun(FASILITATOR), riwayat=r, catatan="Nomor keliru."),
        {S.DIAJUKAN: S.DRAF},
    ),
    "kembalikan (administrator)": (
        lambda k, r: actions.kembalikan(by=k.akun(ADMINISTRATOR), riwayat=r, catatan="Nomor keliru."),
        {S.DIVERIFIKASI: S.DRAF},
    ),
    "validasi": (
        lambda k, r: actions.validasi(by=k.akun(ADMINISTRATOR), riwayat=r),
        {S.DIVERIFIKASI: S.TERVALIDASI},
    ),
    "tolak": (
        lambda k, r: actions.tolak(by=k.akun(ADMINISTRATOR), riwayat=r, catatan="Bukan SK yang sah."),
        {S.DIVERIFIKASI: S.DITOLAK},
    ),
    "batalkan": (
        lambda k, r: actions.batalkan(by=k.akun(13), riwayat=r),
        {S.DRAF: S.DIBATALKAN, S.DIAJUKAN: S.DIBATALKAN, S.KONFIRMASI: S.DIBATALKAN},
    ),
    "konfirmasi": (
        lambda k, r: atas_nama.konfirmasi(by=k.akun(13), riwayat=r, pernyataan=True),
        {S.KONFIRMASI: S.DIAJUKAN},
    ),
    "tolak_konfirmasi": (
        lambda k, r: atas_nama.tolak_konfirmasi(by=k.akun(13), riwayat=r, catatan="Bukan saya."),
        {S.KONFIRMASI: S.DIBATALKAN},
    ),
}


@pytest.mark.syarat("BABEL-15-3")
@pytest.mark.parametrize("dari", S.values)
@pytest.mark.parametrize("kata_kerja", GERAK)
def test_each_verb_moves_from_its_states_only(kantor_contoh: KantorUji, kata_kerja: str, dari: str):
    gerak, tujuan = GERAK[kata_kerja]
    riwayat = usulan(kantor_contoh, dari)
    jejak = Jejak.objects.count()
    if ke := tujuan.get(dari):
        assert gerak(kantor_contoh, riwayat).status == ke
        assert Jejak.objects.filter(objek=f"riwayat:{riwayat.pk}").latest("nomor").aksi == ALUR_RIWAYAT.jejak(ke)
        return
    with pytest.raises((SudahBerubah, TidakBerwenang)):
        gerak(kantor_contoh, riwayat)
    riwayat.refresh_from_db()
    assert riwayat.status == dari
    assert Jejak.objects.count() == jejak


# --- who may not -----------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-9-2a", "BABEL-15-1c", "BABEL-15-3")
@pytest.mark.parametrize("nomor", [13, 7, 8, ADMINISTRATOR, 6, 2, 9, 21])
def test_only_the_units_own_fasilitator_verifies(kantor_contoh: KantorUji, nomor: int):
    riwayat = usulan(kantor_contoh, S.DIAJUKAN)
    with pytest.raises(TidakBerwenang):
        actions.verifikasi(by=kantor_contoh.akun(nomor), riwayat=riwayat)
    assert actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=riwayat).status == S.DIVERIFIKASI


@pytest.mark.syarat("BABEL-9-2b", "POSO-7-3b")
@pytest.mark.parametrize("nomor", [13, FASILITATOR, 7, 2, 1, 9])
def test_only_an_administrator_validates(kantor_contoh: KantorUji, nomor: int):
    riwayat = usulan(kantor_contoh, S.DIVERIFIKASI)
    assert not may_validasi(kantor_contoh.akun(nomor), riwayat)
    for gerak in (actions.validasi, lambda **isi: actions.tolak(catatan="x", **isi)):
        with pytest.raises(TidakBerwenang):
            gerak(by=kantor_contoh.akun(nomor), riwayat=riwayat)


@pytest.mark.syarat("BABEL-9-7")
def test_a_suspended_fasilitator_verifies_nothing_until_reinstated(kantor_contoh: KantorUji):
    riwayat = usulan(kantor_contoh, S.DIAJUKAN, 18)  # Dinas Kesehatan, whose fasilitator is suspended
    with pytest.raises(TidakBerwenang):
        actions.verifikasi(by=kantor_contoh.akun(8), riwayat=riwayat)
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(8)).update(dibekukan=False)
    assert actions.verifikasi(by=kantor_contoh.akun(8), riwayat=riwayat).status == S.DIVERIFIKASI


def test_nobody_verifies_or_validates_their_own(kantor_contoh: KantorUji):
    sendiri = usulan(kantor_contoh, S.DIAJUKAN, FASILITATOR)
    with pytest.raises(TidakBerwenang, match="sendiri"):
        actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=sendiri)
    milik_admin = usulan(kantor_contoh, S.DIVERIFIKASI, ADMINISTRATOR)
    with pytest.raises(TidakBerwenang, match="sendiri"):
        actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=milik_admin)
    assert actions.validasi(by=kantor_contoh.akun(6), riwayat=milik_admin).status == S.TERVALIDASI


def test_an_own_proposal_waits_in_nobodys_own_queue(kantor_contoh: KantorUji):
    usulan(kantor_contoh, S.DIAJUKAN, FASILITATOR)
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    assert [r.pk for r in Riwayat.objects.menunggu(kantor_contoh.akun(FASILITATOR))] == [satu.pk]
    assert not Riwayat.objects.menunggu(kantor_contoh.akun(7)).exists()


@pytest.mark.parametrize("nomor", [9, 7, 8, 21])
def test_strangers_see_no_row_of_another_person(kantor_contoh: KantorUji, nomor: int):
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    assert satu.pk not in Riwayat.objects.visible_to(kantor_contoh.akun(nomor)).values_list("pk", flat=True)


# --- deciding --------------------------------------------------------------------------------------------------


def test_a_row_is_not_verified_before_its_papers_are(kantor_contoh: KantorUji):
    riwayat = ajukan(kantor_contoh)
    with pytest.raises(BelumLengkap, match="belum terverifikasi"):
        actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=riwayat)
    riwayat.refresh_from_db()
    assert riwayat.status == S.DIAJUKAN


@pytest.mark.parametrize("kata_kerja", ["verifikasi", "kembalikan", "validasi", "tolak"])
def test_a_stale_form_decides_nothing(kantor_contoh: KantorUji, kata_kerja: str):
    dari = S.DIAJUKAN if kata_kerja in ("verifikasi", "kembalikan") else S.DIVERIFIKASI
    riwayat = usulan(kantor_contoh, dari)
    oleh = FASILITATOR if dari == S.DIAJUKAN else ADMINISTRATOR
    lain = {"catatan": "x"} if kata_kerja in ("kembalikan", "tolak") else {}
    with pytest.raises(SudahBerubah, match="diubah orang lain"):
        getattr(actions, kata_kerja)(by=kantor_contoh.akun(oleh), riwayat=riwayat, revisi=riwayat.revisi - 1, **lain)
    kini = getattr(actions, kata_kerja)(by=kantor_contoh.akun(oleh), riwayat=riwayat, revisi=riwayat.revisi, **lain)
    assert kini.revisi == riwayat.revisi + 1


def test_a_stale_form_of_the_owner_overwrites_nothing(kantor_contoh: KantorUji):
    riwayat = usulan(kantor_contoh, S.DRAF)
    bukti = [b.dokumen for b in riwayat.bukti.all()]
    with pytest.raises(SudahBerubah, match="Isian Anda tetap ada"):
        ajukan(kantor_contoh, riwayat=riwayat, bukti=bukti, revisi=riwayat.revisi - 1)


@pytest.mark.parametrize("kata_kerja", ["kembalikan", "tolak"])
def test_a_refusal_without_a_word_is_not_taken(kantor_contoh: KantorUji, kata_kerja: str):
    riwayat = usulan(kantor_contoh, S.DIVERIFIKASI)
    with pytest.raises(BelumLengkap, match="Tulis"):
        getattr(actions, kata_kerja)(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=riwayat, catatan="  ")


def test_a_returned_proposal_keeps_what_was_typed_and_tells_its_owner_why(kantor_contoh: KantorUji):
    riwayat = usulan(kantor_contoh, S.DIAJUKAN)
    actions.kembalikan(by=kantor_contoh.akun(FASILITATOR), riwayat=riwayat, catatan="Nomor keliru.")
    riwayat.refresh_from_db()
    assert (riwayat.catatan, riwayat.data["golongan"]) == ("Nomor keliru.", "III/a")
    assert "Nomor keliru." in Kabar.objects.get(pengguna=kantor_contoh.akun(13)).teks


@pytest.mark.syarat("BABEL-14-2d", "POSO-4-e", "POSO-9-1f")
def test_validation_makes_the_row_fact_and_gives_its_number_to_the_paper(kantor_contoh: KantorUji):
    riwayat = usulan(kantor_contoh, S.DIVERIFIKASI)
    PesanIndeks.objects.all().delete()
    hasil = actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=riwayat)
    assert hasil.divalidasi_oleh == kantor_contoh.akun(ADMINISTRATOR)
    terbaru = Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("golongan").tervalidasi().terbaru()
    assert terbaru == hasil
    dokumen = Dokumen.objects.get(bukti_riwayat__riwayat=riwayat)
    assert (dokumen.nomor, dokumen.tanggal) == ("821.13/0913/BKPSDM/2022", date(2022, 1, 20))
    assert PesanIndeks.objects.filter(dokumen=dokumen.pk).exists()
    assert "tervalidasi" in Kabar.objects.get(pengguna=kantor_contoh.akun(13)).teks


def test_the_fasilitator_of_the_unit_above_verifies_for_the_units_below(kantor_contoh: KantorUji):
    riwayat = usulan(kantor_contoh, S.DIAJUKAN, 9)  # a teacher of a school under Dinas Pendidikan
    assert actions.verifikasi(by=kantor_contoh.akun(7), riwayat=riwayat).status == S.DIVERIFIKASI


def test_the_fasilitator_of_a_unit_below_verifies_nothing_above(kantor_contoh: KantorUji):
    PenugasanFactory(
        pengguna=kantor_contoh.akun(21), peran="fasilitator", unit=UnitKerja.objects.get(singkatan="SMAN1")
    )
    riwayat = usulan(kantor_contoh, S.DIAJUKAN, 7)  # sits in the Dinas itself
    with pytest.raises(TidakBerwenang):
        actions.verifikasi(by=kantor_contoh.akun(21), riwayat=riwayat)
