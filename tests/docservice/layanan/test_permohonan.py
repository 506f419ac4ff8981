"""A request: its gate, its stages, who decides at each, and the rules it was born under (Law 10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import Http404

from docservice.akun.models import Kabar, Penugasan
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan import actions
from docservice.layanan.katalog import periksa
from docservice.layanan.models import AturanLayanan, Layanan, Permohonan, SyaratLayanan
from docservice.layanan.muat import KEPUTUSAN, muat_layanan
from docservice.layanan.perjalanan import kalimat_sekarang, perjalanan
from docservice.layanan.permissions import ambil_permohonan, check_may_periksa
from docservice.layanan.status import ALUR_PERMOHONAN, StatusPermohonan
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import hari_kerja
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory, versi_dari
from tests.docservice.layanan.alat import kp, lengkapi, mohon, permohonan
from tests.docservice.riwayat.alat import suami_istri

pytestmark = pytest.mark.django_db
P = StatusPermohonan
FASILITATOR, ADMINISTRATOR = 15, 5


# --- the gate --------------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-10-2", "BABEL-10-4")
def test_a_complete_request_is_taken_with_its_papers_and_its_rules(kantor_contoh: KantorUji):
    dokumen = lengkapi(kantor_contoh)
    satu = mohon(kantor_contoh)
    assert (satu.status, satu.nomor, satu.varian) == (P.FASILITATOR, "KP-2026-0001", "101")
    assert {b.dokumen_id: b.sha256 for b in satu.berkas.all()} == {d.pk: d.versi_terkini.sha256 for d in dokumen}
    assert satu.aturan_beku["aturan"]["masa_dalam_pangkat_tahun"]["nilai"] == 4
    assert ["verifikasi_fasilitator", 5] in satu.aturan_beku["tahap"]
    assert Jejak.objects.filter(aksi="permohonan.diajukan", objek=f"permohonan:{satu.pk}").count() == 1


@pytest.mark.syarat("BABEL-10-3")
def test_an_incomplete_request_is_refused_with_the_exact_list(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh, kecuali="EKIN")
    with pytest.raises(BelumLengkap) as tolakan:
        mohon(kantor_contoh)
    assert set(tolakan.value.isian) == {"dokumen:EKIN:2024", "dokumen:EKIN:2025"}
    nama = JenisDokumen.objects.get(pk="EKIN").nama
    assert tolakan.value.pesan == f"Belum dapat diajukan. Kurang: {nama} 2024, {nama} 2025."
    assert not Permohonan.objects.exists()


def test_a_paper_that_still_waits_for_the_fasilitator_does_not_stop_the_sending(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh, status=StatusDokumen.MENUNGGU)
    assert mohon(kantor_contoh).status == P.FASILITATOR


def test_without_the_statement_of_truth_nothing_is_sent(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh)
    with pytest.raises(BelumLengkap) as tolakan:
        mohon(kantor_contoh, pernyataan=False)
    assert "pernyataan" in tolakan.value.isian


@pytest.mark.parametrize("nomor", [FASILITATOR, ADMINISTRATOR, 9])
def test_nobody_asks_for_another_person(kantor_contoh: KantorUji, nomor: int):
    lengkapi(kantor_contoh)
    with pytest.raises(TidakBerwenang):
        mohon(kantor_contoh, by=kantor_contoh.akun(nomor))


def test_a_second_request_waits_for_the_end_of_the_first(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh)
    satu = mohon(kantor_contoh)
    with pytest.raises(SudahBerubah, match=satu.nomor):
        mohon(kantor_contoh)
    actions.batalkan(by=kantor_contoh.akun(13), permohonan=satu)
    assert mohon(kantor_contoh).nomor == "KP-2026-0002"


@pytest.mark.syarat("BABEL-13-2", "BABEL-13-4")
@pytest.mark.parametrize(
    "ubah", [{"aktif": False}, {"berlaku_dari": date(2026, 11, 17)}, {"berlaku_sampai": date(2026, 11, 15)}]
)
def test_a_service_that_is_not_open_today_takes_no_request(kantor_contoh: KantorUji, ubah: dict[str, Any]):
    lengkapi(kantor_contoh)
    Layanan.objects.filter(pk="l").update(**ubah)
    with pytest.raises(BelumLengkap) as tolakan:
        mohon(kantor_contoh)
    assert tolakan.value.kode == "layanan_tutup"


def test_all_services_of_the_regulation_are_in_the_catalogue(kantor_contoh: KantorUji):
    assert "".join(Layanan.objects.values_list("kode", flat=True)) == "abcdefghijklmnopqrstu"
    assert all(satu.keputusan_nomor for satu in Layanan.objects.all())


def test_loading_the_catalogue_again_changes_no_rule(kantor_contoh: KantorUji):
    sebelum = list(SyaratLayanan.objects.values_list("pk", flat=True)), AturanLayanan.objects.count()
    muat_layanan()
    assert (list(SyaratLayanan.objects.values_list("pk", flat=True)), AturanLayanan.objects.count()) == sebelum


@pytest.mark.parametrize("nomor", [FASILITATOR, 7, 9, 6])
def test_the_check_tells_of_discipline_and_is_not_for_everyone(kantor_contoh: KantorUji, nomor: int):
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(6), peran="administrator").delete()
    with pytest.raises(TidakBerwenang):
        check_may_periksa(kantor_contoh.akun(nomor), kantor_contoh.orang(16))
    check_may_periksa(kantor_contoh.akun(ADMINISTRATOR), kantor_contoh.orang(16))
    check_may_periksa(kantor_contoh.akun(16), kantor_contoh.orang(16))


# --- every move, allowed and refused ---------------------------------------------------------------------------

Gerak = Callable[[KantorUji, Permohonan], Permohonan]


def _oleh(satu: Permohonan) -> int:
    return FASILITATOR if satu.status == P.FASILITATOR else ADMINISTRATOR


GERAK: dict[str, tuple[Gerak, dict[str, str]]] = {
    "teruskan": (
        lambda k, p: actions.teruskan(by=k.akun(_oleh(p)), permohonan=p),
        {P.FASILITATOR: P.BKPSDM, P.BKPSDM: P.EKSTERNAL},
    ),
    "btl": (
        lambda k, p: actions.btl(by=k.akun(_oleh(p)), permohonan=p, alasan="Lengkapi SK.", kode="lain"),
        {P.FASILITATOR: P.BTL, P.BKPSDM: P.BTL, P.EKSTERNAL: P.BTL},
    ),
    "tms": (
        lambda k, p: actions.tms(by=k.akun(_oleh(p)), permohonan=p, alasan="Belum waktunya.", kode="lain"),
        {P.BKPSDM: P.TMS},
    ),
    "tolak": (
        lambda k, p: actions.tolak(by=k.akun(_oleh(p)), permohonan=p, alasan="Angka kredit kurang.", kode="lain"),
        {P.EKSTERNAL: P.DITOLAK},
    ),
    "catat_pertek": (
        lambda k, p: actions.catat_pertek(by=k.akun(_oleh(p)), permohonan=p, nomor="PG-1", tanggal=date(2026, 11, 10)),
        {P.EKSTERNAL: P.DRAF_NASKAH},
    ),
    "lengkapi": (lambda k, p: actions.lengkapi(by=k.akun(13), permohonan=p), {P.BTL: P.FASILITATOR}),
    "batalkan": (
        lambda k, p: actions.batalkan(by=k.akun(13), permohonan=p),
        {P.FASILITATOR: P.DIBATALKAN, P.BTL: P.DIBATALKAN},
    ),
    "pindahkan ke paraf": (
        lambda k, p: actions.pindahkan(by=k.akun(5), permohonan=p, ke=P.PARAF),
        {P.DRAF_NASKAH: P.PARAF},
    ),
    "pindahkan ke TTE": (lambda k, p: actions.pindahkan(by=None, permohonan=p, ke=P.TTE), {P.PARAF: P.TTE}),
    "pindahkan ke selesai": (
        lambda k, p: actions.pindahkan(by=None, permohonan=p, ke=P.SELESAI),
        {P.TTE: P.SELESAI},
    ),
}


@pytest.mark.parametrize("dari", P.values)
def test_each_verb_moves_from_its_states_only(kantor_contoh: KantorUji, dari: str):
    satu = permohonan(kantor_contoh, dari)
    for nama, (gerak, tujuan) in GERAK.items():
        Permohonan.objects.filter(pk=satu.pk).update(status=dari)
        satu.refresh_from_db()
        jejak = Jejak.objects.count()
        if ke := tujuan.get(dari):
            assert gerak(kantor_contoh, satu).status == ke, nama
            assert Jejak.objects.latest("nomor").aksi == ALUR_PERMOHONAN.jejak(ke)
            assert satu.putusan.latest("pk").ke == ke
            continue
        with pytest.raises((SudahBerubah, TidakBerwenang)):
            gerak(kantor_contoh, satu)
        assert Permohonan.objects.get(pk=satu.pk).status == dari, nama
        assert Jejak.objects.count() == jejak, nama


# --- who may not -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nomor", [13, 7, 8, ADMINISTRATOR, 2, 9])
def test_at_the_first_stage_only_the_units_fasilitator_decides(kantor_contoh: KantorUji, nomor: int):
    satu = permohonan(kantor_contoh, P.FASILITATOR)
    for gerak in (actions.teruskan, lambda **isi: actions.btl(alasan="x", kode="lain", **isi)):
        with pytest.raises(TidakBerwenang):
            gerak(by=kantor_contoh.akun(nomor), permohonan=satu)


@pytest.mark.parametrize("nomor", [13, FASILITATOR, 7, 2, 1])
@pytest.mark.parametrize("tahap", [P.BKPSDM, P.EKSTERNAL])
def test_at_the_later_stages_only_administrators_decide(kantor_contoh: KantorUji, nomor: int, tahap: str):
    satu = permohonan(kantor_contoh, tahap)
    with pytest.raises(TidakBerwenang):
        actions.btl(by=kantor_contoh.akun(nomor), permohonan=satu, alasan="x", kode="lain")


def test_nobody_decides_on_their_own_request(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BKPSDM)
    PenugasanFactory(pengguna=kantor_contoh.akun(13))  # an administrator who asked for himself
    for gerak in (actions.teruskan, lambda **isi: actions.tms(alasan="x", kode="lain", **isi)):
        with pytest.raises(TidakBerwenang, match="sendiri"):
            gerak(by=kantor_contoh.akun(13), permohonan=satu)
    assert satu not in Permohonan.objects.menunggu(kantor_contoh.akun(13))


@pytest.mark.parametrize(("tahap", "pemutus"), [(P.BKPSDM, ADMINISTRATOR), (P.FASILITATOR, FASILITATOR)])
def test_nor_on_their_familys(kantor_contoh: KantorUji, tahap: str, pemutus: int):
    satu = permohonan(kantor_contoh, tahap)
    assert satu in Permohonan.objects.menunggu(kantor_contoh.akun(pemutus))
    suami_istri(kantor_contoh, 13, pemutus)
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        actions.btl(by=kantor_contoh.akun(pemutus), permohonan=satu, alasan="x", kode="lain")
    assert satu not in Permohonan.objects.menunggu(kantor_contoh.akun(pemutus))


@pytest.mark.parametrize("nomor", [FASILITATOR, ADMINISTRATOR, 9])
def test_only_the_applicant_withdraws_or_completes(kantor_contoh: KantorUji, nomor: int):
    satu = permohonan(kantor_contoh, P.BTL)
    for gerak in (actions.batalkan, actions.lengkapi):
        with pytest.raises(TidakBerwenang):
            gerak(by=kantor_contoh.akun(nomor), permohonan=satu)


def test_a_stranger_gets_404(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.FASILITATOR)
    for nomor in (7, 8, 9, 21):
        with pytest.raises(Http404):
            ambil_permohonan(kantor_contoh.akun(nomor), satu.pk)
    assert ambil_permohonan(kantor_contoh.akun(13), satu.pk) == satu


# --- deciding --------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-10-4")
def test_nothing_goes_on_before_every_paper_is_verified(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh, status=StatusDokumen.MENUNGGU)
    satu = mohon(kantor_contoh)
    with pytest.raises(BelumLengkap, match="belum terverifikasi"):
        actions.teruskan(by=kantor_contoh.akun(FASILITATOR), permohonan=satu)
    Dokumen.objects.update(status=StatusDokumen.TERVERIFIKASI)
    assert actions.teruskan(by=kantor_contoh.akun(FASILITATOR), permohonan=satu).status == P.BKPSDM


def test_a_decision_is_bound_to_the_bytes_that_are_there_now(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.FASILITATOR)
    berkas = satu.berkas.first()
    assert berkas is not None
    baru = versi_dari(berkas.dokumen, b"%PDF-1.7 versi baru")
    actions.teruskan(by=kantor_contoh.akun(FASILITATOR), permohonan=satu)
    assert baru.sha256 in satu.putusan.latest("pk").berkas


def test_each_decision_names_the_assignment_it_was_made_by(kantor_contoh: KantorUji):
    PenugasanFactory(pengguna=kantor_contoh.akun(FASILITATOR), sk_nomor="Kep.lain", berlaku_dari=date(2026, 1, 1))
    satu = permohonan(kantor_contoh, P.FASILITATOR)
    actions.teruskan(by=kantor_contoh.akun(FASILITATOR), permohonan=satu)
    actions.teruskan(by=kantor_contoh.akun(FASILITATOR), permohonan=satu)  # now as administrator
    diajukan, fasilitator, administrator = (p.peran for p in satu.putusan.order_by("pk"))
    assert diajukan == ""
    assert fasilitator.startswith("Fasilitator Badan Perencanaan")
    assert administrator == "Administrator (Kep.lain)"


@pytest.mark.parametrize(("kata_kerja", "pada"), [("btl", P.BKPSDM), ("tms", P.BKPSDM), ("tolak", P.EKSTERNAL)])
def test_a_no_without_a_reason_is_not_taken(kantor_contoh: KantorUji, kata_kerja: str, pada: StatusPermohonan):
    satu = permohonan(kantor_contoh, pada)
    with pytest.raises(BelumLengkap) as tolakan:
        getattr(actions, kata_kerja)(by=kantor_contoh.akun(ADMINISTRATOR), permohonan=satu, alasan=" ", kode="lain")
    assert "alasan" in tolakan.value.isian


def test_the_applicant_reads_the_reason(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BKPSDM)
    actions.btl(by=kantor_contoh.akun(ADMINISTRATOR), permohonan=satu, alasan="Unggah SK PNS.", kode="lain")
    satu.refresh_from_db()
    assert satu.catatan == "Unggah SK PNS."
    assert "Unggah SK PNS." in Kabar.objects.filter(pengguna=kantor_contoh.akun(13)).latest("pk").teks
    assert "Unggah SK PNS." in kalimat_sekarang(satu, pemohon=True)


@pytest.mark.parametrize(
    ("nomor", "tanggal", "bidang"),
    [("", date(2026, 11, 1), "pertek_nomor"), ("PG-1", date(2026, 11, 17), "pertek_tanggal")],
)
def test_a_pertek_needs_a_number_and_a_date_that_has_come(
    kantor_contoh: KantorUji, nomor: str, tanggal: date, bidang: str
):
    satu = permohonan(kantor_contoh, P.EKSTERNAL)
    with pytest.raises(IsianSalah) as tolakan:
        actions.catat_pertek(by=kantor_contoh.akun(ADMINISTRATOR), permohonan=satu, nomor=nomor, tanggal=tanggal)
    assert list(tolakan.value.isian) == [bidang]


# --- the rules it was born under -------------------------------------------------------------------------------


@pytest.fixture
def syarat_baru(kantor_contoh: KantorUji) -> SyaratLayanan:
    """A new decision adds a requirement: one more paper."""
    isi = {**KEPUTUSAN, "keputusan_nomor": "800.1.9/Kep.99/BKPSDMD/2026", "berlaku_dari": date(2026, 11, 1)}
    return SyaratLayanan(layanan=kp(), varian="101", jenis_id="KTP", urutan=9, **isi)


def test_a_request_keeps_the_requirements_it_was_born_under(kantor_contoh: KantorUji, syarat_baru: SyaratLayanan):
    satu = permohonan(kantor_contoh, P.BTL)
    syarat_baru.save()
    assert [b.jenis_dokumen for b in periksa(kp(), kantor_contoh.orang(13)).kurang] == ["KTP"]  # for a new one
    assert actions.lengkapi(by=kantor_contoh.akun(13), permohonan=satu).status == P.FASILITATOR


def test_a_request_keeps_the_rules_it_was_born_under(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BTL)
    AturanLayanan.objects.filter(kode="masa_dalam_pangkat_tahun").update(nilai=6)
    assert not periksa(kp(), kantor_contoh.orang(13)).lengkap
    assert actions.lengkapi(by=kantor_contoh.akun(13), permohonan=satu).status == P.FASILITATOR


def test_a_new_requirement_binds_whoever_asks_after_it(kantor_contoh: KantorUji, syarat_baru: SyaratLayanan):
    lengkapi(kantor_contoh)
    syarat_baru.save()
    with pytest.raises(BelumLengkap) as tolakan:
        mohon(kantor_contoh)
    assert list(tolakan.value.isian) == ["dokumen:KTP:"]


def test_what_was_still_missing_at_btl_is_missing_until_it_is_there(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BTL)
    Dokumen.objects.filter(jenis="SK_PNS").update(status=StatusDokumen.DIKEMBALIKAN)
    with pytest.raises(BelumLengkap) as tolakan:
        actions.lengkapi(by=kantor_contoh.akun(13), permohonan=satu)
    assert list(tolakan.value.isian) == ["dokumen:SK_PNS:"]


# --- what people see -------------------------------------------------------------------------------------------


def test_the_way_names_where_it_is_and_who_acts(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BKPSDM)
    assert [t.keadaan for t in perjalanan(satu)] == ["lewat", "lewat", "kini", "", "", "", "", ""]
    kalimat = kalimat_sekarang(satu, pemohon=True)
    assert "BKPSDMD memeriksa permohonan" in kalimat
    assert "hari kerja ke-1 dari 5" in kalimat


@pytest.mark.parametrize(
    ("dari", "sampai", "hari"),
    [
        (date(2026, 11, 13), date(2026, 11, 16), 1),  # Friday to Monday
        (date(2026, 11, 16), date(2026, 11, 16), 0),
        (date(2026, 11, 14), date(2026, 11, 15), 0),
        (date(2026, 11, 16), date(2026, 11, 30), 10),
    ],
)
def test_working_days_skip_the_weekend(dari: date, sampai: date, hari: int):
    assert hari_kerja(dari, sampai) == hari


def test_a_request_whose_stages_do_not_name_bkn_goes_on_to_its_naskah(kantor_contoh: KantorUji):
    satu = permohonan(kantor_contoh, P.BKPSDM)
    satu.aturan_beku["tahap"] = [[P.BKPSDM, 5], [P.DRAF_NASKAH, 3]]
    satu.save()
    assert actions.teruskan(by=kantor_contoh.akun(5), permohonan=satu).status == P.DRAF_NASKAH
