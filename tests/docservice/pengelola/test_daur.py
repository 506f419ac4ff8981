"""The life of a fasilitator (riwayat-layanan B.3): every step by whom it belongs to, every other refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.http import Http404
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.naskah import tanda_tangan
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.penyedia import penanda, percaya
from docservice.naskah.rekonsiliasi import rekonsiliasi
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.pegawai.actions import pindahkan
from docservice.pegawai.models import Halangan, Pegawai
from docservice.pengelola import actions, tugas
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.status import StatusPengangkatan
from docservice.pengelola.surat_pakta import MASA, ingatkan_pakta, siapkan_pakta
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from signing import Outcome, OutcomeStatus, validate
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import isi as isi_gudang
from tests.docservice.pengelola.alat import (
    ADMIN,
    CALON,
    FASILITATOR,
    KABAN,
    KEPALA,
    PPPK,
    aktif,
    bergolongan,
    berkontrak,
    ditetapkan,
    keputusan,
    peran,
    segar,
    sk,
    teken,
    unit,
    usul,
)
from tests.docservice.riwayat.alat_kini import terverifikasi, validasi

pytestmark = pytest.mark.django_db
S = StatusPengangkatan


@pytest.mark.syarat("BABEL-9-5", "BABEL-27-1a", "BABEL-8-2", "BABEL-7-b")
def test_from_proposal_to_a_signed_pledge_that_opens_the_unit(kantor: KantorUji):
    satu = usul(kantor)
    assert satu.status == S.DIUSULKAN
    assert not kantor.akun(CALON).berperan(Peran.FASILITATOR)
    satu = actions.tinjau(by=kantor.akun(ADMIN), pengangkatan=satu)
    satu = actions.tetapkan(
        by=kantor.akun(ADMIN), pengangkatan=[satu], mulai=timezone.localdate(), **keputusan(kantor)
    )[0]
    assert satu.status == S.DITETAPKAN
    assert not kantor.akun(CALON).berperan(Peran.FASILITATOR), "nothing opens before the pledge"
    bergolongan(kantor, CALON)
    upaya = teken(kantor, CALON, siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu))
    assert upaya.status == StatusUpaya.SIGNED
    satu = segar(satu)
    assert satu.status == S.AKTIF
    assert satu.penugasan is not None
    assert (satu.penugasan.unit, satu.penugasan.sk_nomor) == (unit("BAPPEDA"), "Kep.100.3.3.1/501/2026")
    assert kantor.akun(CALON).berperan(Peran.FASILITATOR)


@pytest.mark.syarat("BABEL-27-1a")
def test_the_pledge_is_a_verified_signature_of_its_author_in_the_archive(kantor: KantorUji):
    satu = aktif(kantor)
    dokumen = Dokumen.objects.get(jenis="PAKTA", pegawai=kantor.orang(CALON))
    laporan = validate(isi_gudang(gudang.arsip(), dokumen.versi_terkini.sha256), trust=percaya())
    assert laporan.verdict == "valid"
    assert [t.signer_nip for t in laporan.signatures] == [kantor.nip[CALON]]
    upaya = Upaya.objects.get(naskah__pernyataan__pengangkatan=satu)
    assert (upaya.status, upaya.hasil_sha256) == ("signed", dokumen.versi_terkini.sha256)
    assert dokumen.nomor == f"800.1.9.3/0001/PAKTA/{timezone.localdate().year}"
    assert satu.pernyataan.get().berlaku_sampai == timezone.localdate() + MASA


def test_a_wrong_passphrase_signs_nothing_and_may_be_tried_again(kantor: KantorUji):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    assert teken(kantor, CALON, pakta, "bukan-passphrase").status == StatusUpaya.REFUSED
    assert segar(satu).status == S.DITETAPKAN
    assert not Dokumen.objects.filter(jenis="PAKTA").exists()
    assert teken(kantor, CALON, pakta).status == StatusUpaya.SIGNED


def test_an_unknown_outcome_is_never_tried_again_by_itself(kantor: KantorUji, monkeypatch: Any):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    asli = penanda()

    class Bisu:
        name = "csc"

        def sign_batch(self, who: str, requests: Any, secret: Any, **lain: Any) -> None:
            for satu in requests:
                lain["progress"](Outcome(satu.reference, OutcomeStatus.UNKNOWN))

    monkeypatch.setattr(tanda_tangan, "penanda", Bisu)
    assert teken(kantor, CALON, pakta).status == StatusUpaya.UNKNOWN
    monkeypatch.setattr(tanda_tangan, "penanda", lambda: asli)
    with pytest.raises(SudahBerubah, match="tidak sedang menunggu"):
        teken(kantor, CALON, pakta)
    lagi = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    assert (lagi, lagi.status) == (pakta, StatusNaskah.TAK_PASTI), "no second pledge beside one that may be signed"
    assert segar(satu).penugasan is None


def test_an_attempt_whose_process_died_is_closed_as_not_signed_with_a_local_key(kantor: KantorUji, klaim: Klaim):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    tanda_tangan.siapkan(by=kantor.akun(CALON), naskah=[(pakta.pk, pakta.draf_sha256)])
    Upaya.objects.update(denyut=timezone.now() - timedelta(minutes=5))
    rekonsiliasi("", klaim)
    assert Upaya.objects.get().status == StatusUpaya.RETRYABLE
    assert teken(kantor, CALON, pakta).status == StatusUpaya.SIGNED


def test_only_what_was_shown_is_signed_and_only_by_its_author(kantor: KantorUji):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    with pytest.raises(TidakBerwenang):
        siapkan_pakta(by=kantor.akun(KEPALA), pengangkatan=satu)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    with pytest.raises(Http404):
        teken(kantor, KEPALA, pakta)
    pakta.draf_sha256 = "0" * 64
    with pytest.raises(SudahBerubah, match="berubah sejak Anda buka"):
        teken(kantor, CALON, pakta)


def test_a_pledge_drawn_yesterday_is_not_signed_until_it_is_todays(kantor: KantorUji):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    kemarin = timezone.localdate() + MASA - timedelta(days=1)
    Naskah.objects.update(data=pakta.data | {"berlaku_sampai": kemarin.isoformat()})
    with pytest.raises(SudahBerubah, match="Buka lagi dari Peran saya"):
        teken(kantor, CALON, pakta)
    hari_ini = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    assert (hari_ini.pk, hari_ini.revisi) == (pakta.pk, pakta.revisi + 1)
    assert teken(kantor, CALON, hari_ini).status == StatusUpaya.SIGNED


def test_a_hindrance_that_arose_before_the_signature_keeps_the_role_closed_and_says_so(kantor: KantorUji):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    pakta = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    Halangan.objects.create(pegawai=kantor.orang(CALON), jenis="tubel", dari=date(2026, 9, 1), dasar="uji")
    assert teken(kantor, CALON, pakta).status == StatusUpaya.SIGNED
    assert segar(satu).status == S.DITETAPKAN
    assert "belum terbuka" in Kabar.objects.filter(pengguna=satu.oleh).latest("pk").teks


def test_a_pppk_pledges_with_the_golongan_of_the_contract(kantor: KantorUji):
    Pegawai.objects.filter(nip=kantor.nip[PPPK]).update(unit=unit("BID_DATA"))
    satu = actions.tunjuk(
        by=kantor.akun(KABAN),
        pegawai=kantor.orang(PPPK),
        peran=Peran.ADMINISTRATOR,
        unit=None,
        dari=timezone.localdate(),
        **keputusan(kantor),
    )
    with pytest.raises(BelumLengkap, match="perjanjian kerja PPPK Anda belum tervalidasi"):
        siapkan_pakta(by=kantor.akun(PPPK), pengangkatan=satu)
    berkontrak(kantor, PPPK)
    pakta = siapkan_pakta(by=kantor.akun(PPPK), pengangkatan=satu)
    assert pakta.data["golongan"] == "IX"
    assert teken(kantor, PPPK, pakta).status == StatusUpaya.SIGNED
    assert kantor.akun(PPPK).berperan(Peran.ADMINISTRATOR)


@pytest.mark.syarat("BABEL-9-4a", "BABEL-9-4b")
@pytest.mark.parametrize("kurang", ["mampu_komputer", "paham_kepegawaian"])
def test_a_proposal_vouches_for_both_requirements(kantor: KantorUji, kurang: str):
    with pytest.raises(BelumLengkap):
        usul(kantor, **{kurang: False})
    assert not Pengangkatan.objects.exists()


@pytest.mark.parametrize(
    ("oleh", "calon"), [(CALON, 15), (7, CALON), (ADMIN, CALON), (KEPALA, KEPALA), (18, CALON), (3, CALON)]
)
def test_who_may_not_propose_whom(kantor: KantorUji, oleh: int, calon: int):
    with pytest.raises(TidakBerwenang):
        usul(kantor, calon, oleh)


def test_a_fasilitator_may_propose_the_colleague_who_is_to_replace_them(kantor: KantorUji):
    assert usul(kantor, oleh=FASILITATOR).status == S.DIUSULKAN


def test_somebody_of_another_office_or_not_at_work_is_not_proposed(kantor: KantorUji):
    with pytest.raises(IsianSalah, match="bukan dari"):
        usul(kantor, calon=9)
    Halangan.objects.create(pegawai=kantor.orang(CALON), jenis="tubel", dari=date(2026, 9, 1), dasar="uji")
    with pytest.raises(IsianSalah, match="tidak bertugas"):
        usul(kantor)


def test_the_same_person_is_not_proposed_twice(kantor: KantorUji):
    usul(kantor)
    with pytest.raises(SudahBerubah):
        usul(kantor)


@pytest.mark.parametrize("oleh", [KEPALA, FASILITATOR, CALON, 1, 2])
def test_only_administrators_review_refuse_and_decree_a_fasilitator(kantor: KantorUji, oleh: int):
    satu, akun = usul(kantor), kantor.akun(oleh)
    with pytest.raises(TidakBerwenang):
        actions.tinjau(by=akun, pengangkatan=satu)
    with pytest.raises(TidakBerwenang):
        actions.tolak(by=akun, pengangkatan=satu, catatan="tidak")
    with pytest.raises(TidakBerwenang):
        actions.tetapkan(by=akun, pengangkatan=[satu], mulai=timezone.localdate(), **keputusan(kantor))


def test_a_refusal_tells_the_proposer_why(kantor: KantorUji):
    satu = usul(kantor)
    with pytest.raises(BelumLengkap):
        actions.tolak(by=kantor.akun(ADMIN), pengangkatan=satu, catatan=" ")
    actions.tolak(by=kantor.akun(ADMIN), pengangkatan=satu, catatan="Calon segera pensiun.")
    assert segar(satu).status == S.DITOLAK
    assert "segera pensiun" in Kabar.objects.filter(pengguna=kantor.akun(KEPALA)).latest("pk").teks


def test_a_decree_needs_its_signed_file_and_reviewed_proposals(kantor: KantorUji):
    satu, isi = usul(kantor), keputusan(kantor)
    with pytest.raises(SudahBerubah):  # not reviewed yet
        actions.tetapkan(by=kantor.akun(ADMIN), pengangkatan=[satu], mulai=timezone.localdate(), **isi)
    satu = actions.tinjau(by=kantor.akun(ADMIN), pengangkatan=satu)
    salah = sk(kantor)
    Dokumen.objects.filter(pk=salah.pk).update(jenis="KARPEG")
    salah.refresh_from_db()
    with pytest.raises(IsianSalah) as tolakan:
        actions.tetapkan(
            by=kantor.akun(ADMIN), pengangkatan=[satu], mulai=timezone.localdate(), **(isi | {"berkas": salah})
        )
    assert "berkas" in tolakan.value.isian
    assert segar(satu).status == S.DIREVIEW


@pytest.mark.syarat("BABEL-9-6")
def test_a_transfer_ends_the_role_the_same_day_and_the_office_must_replace(kantor: KantorUji):
    lama = peran(kantor, FASILITATOR)
    assert kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    pindahkan(
        by=kantor.akun(ADMIN),
        pegawai=kantor.orang(FASILITATOR),
        unit=unit("DINSOS"),
        tmt=timezone.localdate(),
        sk_nomor="821/9/2026",
        sk_tanggal=date(2026, 11, 1),
    )
    assert not kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    lama.refresh_from_db()
    assert lama.berlaku_sampai == timezone.localdate() - timedelta(days=1)
    assert unit("BAPPEDA") in tugas.unit_tanpa_fasilitator()
    assert "belum mempunyai fasilitator" in Kabar.objects.filter(pengguna=kantor.akun(KEPALA)).latest("pk").teks


@pytest.mark.syarat("BABEL-9-6")
def test_long_absence_ends_the_role_by_itself(kantor: KantorUji, klaim: Klaim):
    satu = aktif(kantor)
    Halangan.objects.create(pegawai=kantor.orang(CALON), jenis="cltn", dari=timezone.localdate(), dasar="SK CLTN")
    tugas.jaga("", klaim)
    assert segar(satu).status == S.BERAKHIR
    assert not kantor.akun(CALON).berperan(Peran.FASILITATOR)


@pytest.mark.syarat("BABEL-9-6")
@pytest.mark.parametrize(
    ("jenis", "bukti", "isi"),
    [
        ("pemberhentian", "SK_PENSIUN", {"tmt": "{hari}"}),
        ("cltn", "SK_CLTN", {"mulai": "{hari}", "selesai": ""}),
    ],
)
@pytest.mark.parametrize("hari", [-20, 0, 1])
def test_a_decision_in_force_ends_the_role_in_the_moment_it_is_validated(
    kantor: KantorUji, klaim: Klaim, jenis: str, bukti: str, isi: dict[str, str], hari: int
):
    satu = aktif(kantor)
    berlaku = timezone.localdate() + timedelta(days=hari)
    baris = terverifikasi(kantor, jenis, bukti, **{k: v.format(hari=berlaku.isoformat()) for k, v in isi.items()})
    assert kantor.akun(CALON).berperan(Peran.FASILITATOR), "a proposal decides nothing"
    validasi(kantor, baris)
    assert kantor.akun(CALON).berperan(Peran.FASILITATOR) == (hari > 0)
    assert segar(satu).status == (S.AKTIF if hari > 0 else S.BERAKHIR)
    with time_machine.travel(timezone.now() + timedelta(days=max(hari, 0))):
        tugas.jaga("", klaim)
        assert not kantor.akun(CALON).berperan(Peran.FASILITATOR)


@pytest.mark.parametrize(("nomor", "peran"), [(KEPALA, Peran.KEPALA_PD), (2, Peran.KEPALA_BKPSDM)])
def test_whoever_is_gone_holds_no_office_any_longer(kantor: KantorUji, klaim: Klaim, nomor: int, peran: str):
    assert kantor.akun(nomor).berperan(peran)
    Pegawai.objects.filter(pk=kantor.orang(nomor).pk).update(kedudukan_hukum="99")
    tugas.jaga("", klaim)
    assert not kantor.akun(nomor).berperan(peran)


def test_two_administrators_are_asked_for_a_month_before_one_runs_out(kantor: KantorUji, klaim: Klaim):
    semua = Penugasan.objects.filter(peran=Peran.ADMINISTRATOR)
    kabar = Kabar.objects.filter(pengguna=kantor.akun(2), teks__contains="kurang dari dua administrator")
    tugas.jaga("", klaim)
    assert not kabar.exists()
    semua.exclude(pk=semua[0].pk).update(berlaku_sampai=timezone.localdate() + timedelta(days=20))
    for _ in range(2):
        tugas.jaga("", klaim)
    assert kabar.count() == 1


def test_a_role_that_starts_later_opens_on_its_day(kantor: KantorUji, klaim: Klaim, monkeypatch: Any):
    satu = actions.tinjau(by=kantor.akun(ADMIN), pengangkatan=usul(kantor))
    besok = timezone.localdate() + timedelta(days=1)
    satu = actions.tetapkan(by=kantor.akun(ADMIN), pengangkatan=[satu], mulai=besok, **keputusan(kantor))[0]
    bergolongan(kantor, CALON)
    teken(kantor, CALON, siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu))
    assert segar(satu).status == S.PAKTA
    assert not kantor.akun(CALON).berperan(Peran.FASILITATOR)
    Penugasan.objects.filter(pengangkatan=satu).update(berlaku_dari=timezone.localdate())
    tugas.jaga("", klaim)
    assert segar(satu).status == S.AKTIF


@pytest.mark.syarat("BABEL-27-1a")
def test_a_pledge_is_renewed_in_its_last_month(kantor: KantorUji, klaim: Klaim):
    satu = aktif(kantor)
    ingatkan_pakta("", klaim)
    assert not Kabar.objects.filter(teks__contains="Perbarui di Peran saya").exists()
    with pytest.raises(SudahBerubah):
        siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    lama = satu.pernyataan.get().naskah
    satu.pernyataan.update(berlaku_sampai=timezone.localdate() + timedelta(days=10))
    for _ in range(2):
        ingatkan_pakta("", klaim)
    assert Kabar.objects.filter(pengguna=kantor.akun(CALON), teks__contains="Perbarui di Peran saya").count() == 1
    baru = siapkan_pakta(by=kantor.akun(CALON), pengangkatan=satu)
    assert baru.pk != lama.pk
    assert teken(kantor, CALON, baru).status == StatusUpaya.SIGNED
    assert satu.pernyataan.filter(naskah=baru).exists()
    assert Penugasan.objects.filter(pengangkatan=satu).count() == 1
