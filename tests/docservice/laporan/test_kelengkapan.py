"""Who lacks what, and campaigns that bring it up: counted live, announced, reminded of, closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.audit.models import Jejak
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.laporan import actions
from docservice.laporan.kelengkapan import kelengkapan_jenis, kelengkapan_unit
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import capaian, capaian_wajib, sasaran
from docservice.laporan.pengingat import ingatkan_semua
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEJABAT, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat import berkas, usulan
from tests.docservice.riwayat.alat_peringatan import baris

pytestmark = pytest.mark.django_db


@pytest.fixture
def bappeda(kantor_contoh: KantorUji) -> UnitKerja:
    return UnitKerja.objects.get(singkatan="BAPPEDA")


def mulai(kantor: KantorUji, oleh: int = ADMINISTRATOR, **lain: Any) -> Pemutakhiran:
    isi: dict[str, Any] = {
        "judul": "Lengkapi ijazah",
        "unit": UnitKerja.objects.get(singkatan="BAPPEDA"),
        "dokumen": [JenisDokumen.objects.get(pk="IJAZAH")],
        "riwayat": [],
        "tenggat": timezone.localdate() + timedelta(days=30),
    }
    return actions.mulai(by=kantor.akun(oleh), **(isi | lain))


def satu(kantor: KantorUji, pemutakhiran: Pemutakhiran, nomor: int = PEMILIK) -> Any:
    return capaian(pemutakhiran, [kantor.orang(nomor)])[0]


# --- counted ---------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-8-1", "POSO-7-3a", "BABEL-19-2")
def test_each_person_has_what_is_proved_under_way_and_missing(kantor_contoh: KantorUji):
    berkas(kantor_contoh, PEMILIK, "KTP", status=StatusDokumen.TERVERIFIKASI)
    berkas(kantor_contoh, PEMILIK, "KK")
    berkas(kantor_contoh, PEMILIK, "IJAZAH", status=StatusDokumen.DIKEMBALIKAN)
    c = capaian_wajib([kantor_contoh.orang(PEMILIK)])[0]
    assert c.terbukti == ["Kartu Tanda Penduduk"]
    assert c.diproses == ["Kartu Keluarga"]
    assert "Ijazah" in c.kurang
    assert (c.jumlah, c.lengkap) == (len(slot_wajib()), False)


@pytest.mark.syarat("POSO-7-3a")
def test_each_required_paper_is_counted_over_everybody_one_sees(kantor_contoh: KantorUji):
    tahun = str(timezone.localdate().year - 1)
    berkas(kantor_contoh, PEMILIK, "KTP", status=StatusDokumen.TERVERIFIKASI)
    berkas(kantor_contoh, PEMILIK, "KK")
    berkas(kantor_contoh, PEMILIK, "EKIN", minor=tahun, status=StatusDokumen.DIKEMBALIKAN)
    akun = kantor_contoh.akun(FASILITATOR)
    orang, isi = Pegawai.objects.visible_to(akun).count(), {s.nama: s for s in kelengkapan_jenis(akun)}
    assert len(isi) == len(slot_wajib())
    assert {satu.perlu for satu in isi.values()} == {orang}
    ktp, kk = isi["Kartu Tanda Penduduk"], isi["Kartu Keluarga"]
    assert (ktp.terverifikasi, ktp.belum_ada) == (1, orang - 1)
    assert (kk.menunggu, kk.terverifikasi, kk.belum_ada) == (1, 0, orang - 1)
    ekin = [satu for satu in isi.values() if satu.jenis.kode == "EKIN"]
    assert {satu.minor: satu.dikembalikan for satu in ekin}[tahun] == 1
    assert sum(satu.dikembalikan for satu in ekin) == 1
    per_unit = kelengkapan_unit(akun)
    assert sum(s.belum_ada for s in per_unit) == sum(s.belum_ada for s in isi.values())
    halaman = teks(Situs(kantor_contoh).masuk(FASILITATOR).get("/kelengkapan/"))
    assert "Per dokumen wajib" in halaman
    assert f"Kartu Tanda Penduduk {orang - 1} belum ada" in halaman


def test_yearly_papers_count_by_their_year(kantor_contoh: KantorUji):
    tahun = timezone.localdate().year
    berkas(kantor_contoh, PEMILIK, "EKIN", minor=str(tahun - 5), status=StatusDokumen.TERVERIFIKASI)
    assert not capaian_wajib([kantor_contoh.orang(PEMILIK)])[0].terbukti
    berkas(kantor_contoh, PEMILIK, "EKIN", minor=str(tahun - 1), status=StatusDokumen.TERVERIFIKASI)
    assert len(capaian_wajib([kantor_contoh.orang(PEMILIK)])[0].terbukti) == 1


def test_a_campaign_counts_papers_and_rows(kantor_contoh: KantorUji):
    ini = mulai(kantor_contoh, riwayat=["golongan"])
    assert satu(kantor_contoh, ini).kurang == ["Ijazah", "Riwayat golongan"]
    usulan(kantor_contoh, StatusRiwayat.DIAJUKAN, PEMILIK)
    berkas(kantor_contoh, PEMILIK, "IJAZAH", minor="S-1", status=StatusDokumen.TERVERIFIKASI)
    assert (satu(kantor_contoh, ini).terbukti, satu(kantor_contoh, ini).diproses) == (["Ijazah"], ["Riwayat golongan"])


def test_a_row_counts_with_the_papers_it_must_have(kantor_contoh: KantorUji):
    ini = mulai(kantor_contoh, riwayat=["pendidikan"])
    lama = baris(kantor_contoh.orang(PEMILIK), "pendidikan")
    assert satu(kantor_contoh, ini).kurang == ["Ijazah", "Riwayat pendidikan (bukti belum lengkap)"]
    lama.bukti.create(dokumen=berkas(kantor_contoh, PEMILIK, "IJAZAH"))
    assert "Riwayat pendidikan (bukti belum lengkap)" in satu(kantor_contoh, ini).kurang
    lama.bukti.create(dokumen=berkas(kantor_contoh, PEMILIK, "TRANSKRIP"))
    assert satu(kantor_contoh, ini).terbukti == ["Riwayat pendidikan"]
    Riwayat.objects.filter(pk=lama.pk).update(sumber=Riwayat.Sumber.TERBITAN)
    lama.bukti.all().delete()
    assert satu(kantor_contoh, ini).terbukti == ["Riwayat pendidikan"], "it stands on its own decree"


def test_a_thousand_people_are_counted_in_three_queries(
    kantor_contoh: KantorUji, django_assert_max_num_queries: Any, bappeda: UnitKerja
):
    ini = mulai(kantor_contoh, riwayat=["golongan", "jabatan"], unit=None)
    orang = sasaran(ini)
    with django_assert_max_num_queries(4):
        capaian(ini, orang * 40)


# --- campaigns -------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-15-2")
def test_starting_one_tells_those_who_lack_something_and_nobody_else(kantor_contoh: KantorUji):
    berkas(kantor_contoh, PEMILIK, "IJAZAH", status=StatusDokumen.TERVERIFIKASI)
    ini = mulai(kantor_contoh)
    kabar = Kabar.objects.filter(kunci__startswith=f"pemutakhiran:{ini.pk}:")
    dikabari = set(kabar.values_list("pengguna__nip", flat=True))
    assert kantor_contoh.nip[FASILITATOR] in dikabari
    assert kantor_contoh.nip[PEMILIK] not in dikabari
    assert kantor_contoh.nip[FASILITATOR_LAIN] not in dikabari
    assert kabar[0].tautan == "/dokumen/unggah/?jenis=IJAZAH&minor="
    assert Jejak.objects.filter(aksi="pemutakhiran.dimulai").count() == 1


@pytest.mark.syarat("BABEL-8-1", "BABEL-15-2")
def test_reminders_come_a_week_and_a_day_before_and_weekly_after(kantor_contoh: KantorUji):
    tenggat = date(2026, 12, 20)
    with time_machine.travel("2026-11-20 02:00Z", tick=False):
        ini = mulai(kantor_contoh, tenggat=tenggat)
    bicara = []
    for n in range(-32, 16):
        hari = tenggat + timedelta(days=n)
        with time_machine.travel(f"{hari.isoformat()} 02:00Z", tick=False):
            if ingatkan_semua():
                bicara.append(n)
            assert ingatkan_semua() in (0, 1)  # twice a day adds no notice
    assert bicara == [-7, -1, 7, 14]
    untuk = Kabar.objects.filter(pengguna=kantor_contoh.akun(PEMILIK), kunci__startswith=f"pemutakhiran:{ini.pk}:")
    assert untuk.count() == 5
    assert "seharusnya selesai 20 Desember 2026" in untuk.order_by("-pk")[0].teks


def test_a_closed_one_is_silent_and_closes_once(kantor_contoh: KantorUji):
    ini = mulai(kantor_contoh, tenggat=timezone.localdate() + timedelta(days=7))
    actions.tutup(by=kantor_contoh.akun(ADMINISTRATOR), pemutakhiran=ini)
    assert ingatkan_semua() == 0
    with pytest.raises(SudahBerubah, match="sudah ditutup"):
        actions.tutup(by=kantor_contoh.akun(ADMINISTRATOR), pemutakhiran=ini)


@pytest.mark.parametrize(
    ("lain", "isian"),
    [
        ({"judul": "  "}, "judul"),
        ({"dokumen": []}, "dokumen"),
        ({"riwayat": ["karangan"]}, "riwayat"),
        ({"tenggat": date(2020, 1, 1)}, "tenggat"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(kantor_contoh: KantorUji, lain: dict[str, Any], isian: str):
    with pytest.raises(IsianSalah) as salah:
        mulai(kantor_contoh, **lain)
    assert isian in salah.value.isian
    assert not Pemutakhiran.objects.exists()


def test_a_fasilitator_only_within_their_unit(kantor_contoh: KantorUji, bappeda: UnitKerja):
    mulai(kantor_contoh, FASILITATOR)
    for oleh, unit in ((FASILITATOR, None), (FASILITATOR_LAIN, bappeda), (PEMILIK, bappeda), (PEJABAT, None)):
        with pytest.raises(TidakBerwenang):
            mulai(kantor_contoh, oleh, unit=unit)
        with pytest.raises(TidakBerwenang):
            actions.tutup(by=kantor_contoh.akun(oleh), pemutakhiran=Pemutakhiran(pk=1, unit=unit))


# --- pages -----------------------------------------------------------------------------------------------------


def test_the_pages_lead_from_units_to_people_to_the_reminder(situs: Situs, bappeda: UnitKerja):
    klien = situs.masuk(FASILITATOR)
    assert "Bagaimana dihitung?" in teks(klien.get("/kelengkapan/"))
    isi = teks(klien.get(f"/kelengkapan/{bappeda.pk}/"))
    assert situs.orang(PEMILIK).nama in isi
    assert "Belum ada:" in isi
    for _ in range(2):
        assert klien.post(f"/kelengkapan/{bappeda.pk}/ingatkan/").status_code == 302
    assert Kabar.objects.filter(pengguna=situs.akun(PEMILIK), teks__startswith="Arsip Anda belum lengkap").count() == 1


def test_a_campaign_is_started_seen_and_closed_on_its_page(situs: Situs, bappeda: UnitKerja):
    klien = situs.masuk(FASILITATOR)
    isi = {"judul": "Ijazah", "unit": bappeda.pk, "dokumen": ["IJAZAH"], "tenggat": "31 Desember 2099"}
    assert klien.post("/pemutakhiran/", isi | {"tenggat": "kapan-kapan"}).status_code == 422
    assert klien.post("/pemutakhiran/", isi).status_code == 302
    ini = Pemutakhiran.objects.get()
    assert "Ijazah" in teks(klien.get("/pemutakhiran/"))
    halaman = teks(klien.get(f"/pemutakhiran/{ini.pk}/?hanya=kurang"))
    assert situs.orang(PEMILIK).nama in halaman
    assert klien.post(f"/pemutakhiran/{ini.pk}/tutup/").status_code == 302
    assert "Tidak ada pemutakhiran yang berjalan" in teks(klien.get("/pemutakhiran/"))


def test_every_closed_campaign_can_be_reached(situs: Situs, bappeda: UnitKerja):
    kini = timezone.now()
    isi: dict[str, Any] = {
        "unit": bappeda,
        "mulai": kini.date(),
        "tenggat": kini.date(),
        "dibuat_oleh": situs.akun(FASILITATOR),
    }
    Pemutakhiran.objects.bulk_create(
        Pemutakhiran(judul=f"Nomor {n:02}", ditutup_pada=kini - timedelta(days=n), **isi) for n in range(51)
    )
    klien = situs.masuk(FASILITATOR)
    sekilas, semua = teks(klien.get("/pemutakhiran/")), teks(klien.get("/pemutakhiran/?bagian=ditutup"))
    assert "Ditutup (51)" in sekilas
    assert "Lihat semua" in sekilas
    assert "Nomor 20" not in sekilas
    assert "Nomor 49" in semua
    assert "Halaman 1 dari 2" in semua
    assert "Nomor 50" in teks(klien.get("/pemutakhiran/?bagian=ditutup&hal=2"))
    assert "Ditutup (51)" in teks(klien.get("/pemutakhiran/?bagian=bukan-bagian&hal=x"))


def test_others_do_not_see_who_lacks_what(situs: Situs, bappeda: UnitKerja):
    ini = mulai(situs.kantor)
    for nomor in (PEMILIK, PEJABAT):
        klien = situs.masuk(nomor)
        for alamat in ("/kelengkapan/", f"/kelengkapan/{bappeda.pk}/", "/pemutakhiran/"):
            assert klien.get(alamat).status_code == 403, (nomor, alamat)
        assert klien.get(f"/pemutakhiran/{ini.pk}/").status_code == 404
    lain = situs.masuk(FASILITATOR_LAIN)
    assert lain.get(f"/kelengkapan/{bappeda.pk}/").status_code == 404
    assert lain.get(f"/pemutakhiran/{ini.pk}/").status_code == 404
    assert lain.post("/pemutakhiran/", {"judul": "x", "unit": bappeda.pk}).status_code == 403


def test_the_daily_round_is_registered():
    from docservice.antrean.pekerjaan import taruh_berkala

    taruh_berkala()
    assert Job.objects.filter(jenis="laporan.pemutakhiran").exists()


def test_a_required_paper_that_ran_out_is_missing_in_the_unit_and_of_the_person(situs: Situs, bappeda: UnitKerja):
    JenisDokumen.objects.filter(pk="STR").update(wajib=True)
    orang = situs.orang(PEMILIK)
    sebelum = next(satu for satu in kelengkapan_unit(situs.akun(FASILITATOR)) if satu.unit == bappeda)
    str_ = berkas(situs.kantor, PEMILIK, "STR", status=StatusDokumen.TERVERIFIKASI)
    isi = {"nama": "STR Perawat", "nomor": "STR-1", "tgl_sertifikat": "1-1-2018", "berlaku_sampai": "1-1-2023"}
    baris(orang, "sertifikasi", **isi).bukti.create(dokumen=str_)
    kini = next(satu for satu in kelengkapan_unit(situs.akun(FASILITATOR)) if satu.unit == bappeda)
    assert (kini.terverifikasi, kini.kedaluwarsa, kini.belum_ada) == (sebelum.terverifikasi, 1, sebelum.belum_ada)
    assert "STR kesehatan (kedaluwarsa)" in capaian_wajib([orang])[0].kurang
    assert "1 kedaluwarsa" in teks(situs.masuk(FASILITATOR).get("/kelengkapan/"))
