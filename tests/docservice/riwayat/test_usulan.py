"""A proposal: what it needs, who may move it where, and that nobody decides on their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import UnitKerja
from docservice.riwayat import actions, atas_nama
from docservice.riwayat.jenis.kinerja import predikat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import may_validasi
from docservice.riwayat.saran import golongan_dokumen, saran_isian
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas, usulan

pytestmark = pytest.mark.django_db
S = StatusRiwayat
FASILITATOR, ADMINISTRATOR = 15, 5


# --- proposing -------------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-9-3a", "BABEL-1-15", "POSO-1-15")
def test_an_employee_proposes_a_row_with_its_evidence(kantor_contoh: KantorUji):
    riwayat = ajukan(kantor_contoh, asal={"golongan": "sesuai"})
    assert (riwayat.status, riwayat.tmt, riwayat.data["golongan"]) == (S.DIAJUKAN, date(2022, 2, 1), "III/a")
    assert riwayat.data["sk_tanggal"] == "2022-01-20"
    assert riwayat.bukti.count() == 1
    assert Jejak.objects.filter(aksi="riwayat.diajukan", objek=f"riwayat:{riwayat.pk}").count() == 1


@pytest.mark.syarat("POSO-1-18")
@pytest.mark.parametrize("nomor", [FASILITATOR, ADMINISTRATOR, 7, 2])
def test_nobody_proposes_for_another_person(kantor_contoh: KantorUji, nomor: int):
    with pytest.raises(TidakBerwenang, match="pegawai itu sendiri"):
        ajukan(kantor_contoh, by=kantor_contoh.akun(nomor))


@pytest.mark.parametrize(
    ("ubah", "bidang", "kata"),
    [
        ({"tmt_golongan": "2-2-2022"}, "tmt_golongan", "tanggal 1"),
        ({"tmt_golongan": "31 Februari 2022"}, "tmt_golongan", "tidak dikenal"),
        ({"sk_nomor": ""}, "sk_nomor", "belum diisi"),
        ({"golongan": "V/a"}, "golongan", ""),
        ({"golongan": ""}, "golongan", "belum dipilih"),
        ({"jenis_kp": "999"}, "jenis_kp", ""),
        ({"mk_golongan_bulan": 12}, "mk_golongan_bulan", ""),
        ({"mk_golongan_tahun": -1}, "mk_golongan_tahun", ""),
        ({"sk_tanggal": (timezone.localdate() + timedelta(days=2)).isoformat()}, "sk_tanggal", "sesudah hari ini"),
    ],
)
def test_a_wrong_value_is_named_by_field(kantor_contoh: KantorUji, ubah: dict[str, Any], bidang: str, kata: str):
    with pytest.raises(IsianSalah) as tolakan:
        ajukan(kantor_contoh, data={**GOLONGAN, **ubah})
    assert list(tolakan.value.isian) == [bidang]
    assert kata in tolakan.value.isian[bidang]


def test_all_wrong_values_are_named_at_once(kantor_contoh: KantorUji):
    with pytest.raises(IsianSalah) as tolakan:
        ajukan(kantor_contoh, data={})
    assert set(tolakan.value.isian) >= {"sk_nomor", "sk_tanggal", "tmt_golongan", "golongan", "jenis_kp"}
    assert str(len(tolakan.value.isian)) in tolakan.value.pesan


@pytest.mark.syarat("BABEL-15-1b")
def test_without_the_statement_of_truth_nothing_is_proposed(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap) as tolakan:
        ajukan(kantor_contoh, pernyataan=False)
    assert "pernyataan" in tolakan.value.isian
    assert not Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("golongan").exists()


@pytest.mark.syarat("POSO-9-3a")
def test_a_row_without_evidence_is_not_proposed(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap, match="dokumen bukti"):
        ajukan(kantor_contoh, bukti=[])


def test_another_persons_paper_is_no_evidence(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang, match="milik pegawai yang diusulkan"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 9)])


@pytest.mark.syarat("POSO-9-3a")
def test_a_paper_of_another_kind_is_no_evidence(kantor_contoh: KantorUji):
    with pytest.raises(IsianSalah, match="bukan bukti untuk riwayat golongan"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 13, "KTP")])


@pytest.mark.parametrize("status", [StatusDokumen.DIPROSES, StatusDokumen.DIKEMBALIKAN, StatusDokumen.GAGAL])
def test_a_paper_that_is_not_readable_yet_is_no_evidence(kantor_contoh: KantorUji, status: str):
    with pytest.raises(BelumLengkap, match="belum dapat dipakai"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 13, status=status)])


def test_the_same_paper_serves_one_running_proposal(kantor_contoh: KantorUji):
    bukti = [berkas(kantor_contoh, 13)]
    riwayat = ajukan(kantor_contoh, bukti=bukti)
    with pytest.raises(SudahBerubah, match="sudah dipakai"):
        ajukan(kantor_contoh, bukti=bukti)
    actions.batalkan(by=kantor_contoh.akun(13), riwayat=riwayat)
    ajukan(kantor_contoh, bukti=bukti)


def test_another_persons_proposal_is_not_sent_again(kantor_contoh: KantorUji):
    lain = usulan(kantor_contoh, S.DRAF, 9)
    with pytest.raises(TidakBerwenang):
        ajukan(kantor_contoh, riwayat=lain)


def test_a_step_back_and_a_leap_are_said_and_do_not_block(kantor_contoh: KantorUji):
    data = {**GOLONGAN, "golongan": "III/d", "tmt_golongan": "1-4-2015", "jenis_kp": "101", "sk_tanggal": "1-3-2015"}
    riwayat = ajukan(kantor_contoh, 14, data=data)  # she is II/d since 1 April 2020
    assert any("lebih awal" in kalimat for kalimat in riwayat.peringatan)
    assert any("naik 4 tingkat dari II/d" in kalimat for kalimat in riwayat.peringatan)


@pytest.mark.syarat("BABEL-5-1d")
@pytest.mark.parametrize(
    ("hasil", "perilaku", "kata"),
    [
        ("1", "1", "Sangat Baik"),
        ("1", "2", "Baik"),
        ("2", "1", "Baik"),
        ("2", "2", "Baik"),
        ("3", "1", "Butuh Perbaikan"),
        ("3", "2", "Butuh Perbaikan"),
        ("1", "3", "Kurang"),
        ("2", "3", "Kurang"),
        ("3", "3", "Sangat Kurang"),
    ],
)
def test_the_appraisal_word_follows_the_matrix(hasil: str, perilaku: str, kata: str):
    assert predikat(hasil, perilaku) == kata


def test_values_read_on_the_page_are_offered_and_never_counted_by_themselves(kantor_contoh: KantorUji):
    bukti = berkas(kantor_contoh, 13)
    bukti.versi_terkini.isian.create(nama="golongan", nilai="III/a", halaman=1, kotak=[0, 0, 1, 1], keyakinan=60)
    saran = saran_isian("golongan", bukti)
    assert (saran["golongan"].nilai, saran["golongan"].yakin) == ("III/a", False)
    assert golongan_dokumen([bukti.pk]) == {}
    ajukan(kantor_contoh, bukti=[bukti])
    assert golongan_dokumen([bukti.pk]) == {bukti.pk: "III/a"}


# --- every move, allowed and refused ---------------------------------------------------------------------------

Gerak = Callable[[KantorUji, Riwayat], Riwayat]


def _lagi(kantor: KantorUji, riwayat: Riwayat) -> Riwayat:
    return ajukan(kantor, riwayat=riwayat, bukti=[b.dokumen for b in riwayat.bukti.all()])


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
