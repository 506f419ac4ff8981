"""The sample office: fictitious, complete, consistent, and harmless to build again (riwayat-layanan H.5)."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db.models import Model

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.nip import urai, validate_nip
from docservice.pengelola.models import Pembekuan
from docservice.peragaan.kantor import PEMOHON, bangun, bekukan_contoh
from docservice.riwayat.models import Riwayat
from tests.docservice.bersama import KantorUji

pytestmark = pytest.mark.django_db


def isi_basis_data() -> dict[str, list[dict[str, Any]]]:
    model: list[type[Model]] = [m for m in apps.get_models() if m.__module__.startswith("docservice.")]
    return {m._meta.label: sorted(m._default_manager.values(), key=str) for m in model}


def test_building_it_again_changes_nothing(kantor_contoh: KantorUji):
    sebelum = isi_basis_data()
    bangun()
    assert isi_basis_data() == sebelum


def test_everybody_is_there_with_an_account_and_a_unit(kantor_contoh: KantorUji):
    assert sorted(kantor_contoh.nip) == list(range(1, 26))
    for nomor in kantor_contoh.nip:
        pegawai = kantor_contoh.orang(nomor)
        assert pegawai.pengguna is not None
        assert pegawai.pengguna.nip == pegawai.nip
        assert pegawai.unit.jalur.startswith("/")


def test_every_nip_agrees_with_birth_sex_and_entry(kantor_contoh: KantorUji):
    for pegawai in Pegawai.objects.all():
        bagian = urai(pegawai.nip)
        assert (bagian.lahir, bagian.jenis_kelamin) == (pegawai.tanggal_lahir, pegawai.jenis_kelamin)
        if pegawai.jenis_asn == Pegawai.JenisAsn.PPPK:
            assert bagian.bulan_cpns is None
        else:
            assert pegawai.tmt_cpns is not None
            assert (bagian.tahun_angkat, bagian.bulan_cpns) == (pegawai.tmt_cpns.year, pegawai.tmt_cpns.month)


@pytest.mark.parametrize(
    "nip",
    [
        "",
        "19971002202202191",
        "1997100220220219133",
        "19971302202202191a",
        "199713022022021913",  # month 13
        "199702302022021913",  # 30 February
        "199710022022001913",  # neither a month nor a contract
        "199710022022133913",  # sex 3
        "199710022022021000",  # serial 000
        "１９９７１００２２０２２０２１９１３",  # full-width digits
    ],
)
def test_a_number_that_is_no_nip_is_refused_with_a_sentence(nip: str):
    with pytest.raises(ValidationError, match=r"\."):
        validate_nip(nip)


@pytest.mark.syarat("BABEL-8-2", "BABEL-8-3", "BABEL-9-1")
def test_roles_are_held_by_decree_and_where_they_belong(kantor_contoh: KantorUji):
    peran = {(t.pengguna.nip, t.peran, t.unit.singkatan if t.unit else "") for t in Penugasan.objects.all()}
    nip = kantor_contoh.nip
    assert peran == {
        (nip[1], Peran.PEJABAT, ""),
        (nip[2], Peran.KEPALA_BKPSDM, ""),
        (nip[3], Peran.KEPALA_PD, "DISKOMINFO"),
        (nip[4], Peran.ADMINISTRATOR, ""),
        (nip[5], Peran.ADMINISTRATOR, ""),
        (nip[6], Peran.ADMINISTRATOR, ""),
        (nip[6], Peran.STAF_ARSIP, ""),
        (nip[7], Peran.FASILITATOR, "DISDIK"),
        (nip[8], Peran.FASILITATOR, "DINKES"),
        (nip[15], Peran.FASILITATOR, "BAPPEDA"),
    }
    assert all(t.sk_nomor and t.sk_tanggal for t in Penugasan.objects.all())
    assert [t.pengguna.nip for t in Penugasan.objects.filter(dibekukan=True)] == [nip[8]]


def test_the_suspension_can_be_lifted_on_its_page_and_is_seeded_once(kantor_contoh: KantorUji):
    kantor = bangun()
    for _ in range(2):
        bekukan_contoh(kantor)
    satu = Pembekuan.objects.get()
    assert (satu.penugasan.pengguna, satu.pengganti.pengguna) == (kantor_contoh.akun(8), kantor_contoh.akun(6))
    assert not kantor_contoh.akun(8).berperan(Peran.FASILITATOR)


def test_the_unit_tree_holds_schools_and_hospitals_below_their_offices(kantor_contoh: KantorUji):
    unit = {u.singkatan: u for u in UnitKerja.objects.all()}
    assert unit["DISDIK"].mencakup(unit["SMAN1"])
    assert unit["DINKES"].mencakup(unit["RSUD"])
    assert not unit["DISDIK"].mencakup(unit["DINKES"])
    assert unit["PROV"].mencakup(unit["PUSKESMAS"])
    assert not unit["SMAN1"].mencakup(unit["DISDIK"])


def test_only_civil_servants_have_a_rank_row_and_the_walker_has_none_yet(kantor_contoh: KantorUji):
    berpangkat = Counter(Riwayat.objects.jenis("golongan").tervalidasi().values_list("pegawai__nip", flat=True))
    assert set(berpangkat.values()) == {1}
    assert kantor_contoh.nip[PEMOHON] not in berpangkat
    assert kantor_contoh.nip[17] not in berpangkat  # CPNS
    assert not set(berpangkat) & {kantor_contoh.nip[n] for n in (21, 22, 23, 24)}


def test_the_sample_office_is_never_loaded_in_production(kantor_contoh: KantorUji, settings: Any):
    settings.PRODUCTION = True
    Penugasan.objects.all().delete()
    with pytest.raises(CommandError, match="produksi"):
        call_command("seed_demo", stdout=StringIO())
    assert not Penugasan.objects.exists()
