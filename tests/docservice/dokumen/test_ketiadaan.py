"""*Saya tidak memiliki dokumen ini*, and papers that ran out: what completeness makes of both."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.beranda.langkah import langkah_berikutnya
from docservice.dokumen.kelengkapan import Kelengkapan, kelengkapan
from docservice.dokumen.ketiadaan import nyatakan, tarik
from docservice.dokumen.models import Dokumen, JenisDokumen, Ketiadaan
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.kelengkapan import kelengkapan_unit
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import Capaian, capaian, capaian_wajib
from docservice.riwayat import actions
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, teks
from tests.docservice.riwayat.alat import berkas, semua_wajib

pytestmark = pytest.mark.django_db
TAHUN = timezone.localdate().year


@pytest.fixture
def kantor(kantor_contoh: KantorUji) -> KantorUji:
    return kantor_contoh


def tanpa(kantor: KantorUji, jenis: str = "SK_PNS", **lain: Any) -> Ketiadaan:
    isi: dict[str, Any] = {"minor": "", "alasan": "Belum diangkat PNS."} | lain
    return nyatakan(by=kantor.akun(PEMILIK), pegawai=kantor.orang(PEMILIK), jenis=jenis, **isi)


def arsip(kantor: KantorUji) -> Kelengkapan:
    return kelengkapan(kantor.orang(PEMILIK), kantor.akun(PEMILIK))


def capai(kantor: KantorUji) -> Capaian:
    return capaian_wajib([kantor.orang(PEMILIK)])[0]


@pytest.mark.syarat("POSO-7-3a")
def test_it_is_explained_not_proved_and_no_longer_asked_for(kantor: KantorUji):
    semula, unit = arsip(kantor), kelengkapan_unit(kantor.akun(FASILITATOR))[0]
    satu = tanpa(kantor, perkiraan_tahun=TAHUN + 1)
    isi = arsip(kantor)
    assert [s.jenis.kode for s in isi.dijelaskan] == ["SK_PNS"]
    assert (isi.lengkap, len(isi.belum_ada)) == (semula.lengkap, len(semula.belum_ada) - 1)
    c = capai(kantor)
    assert not [nama for nama in c.kurang if "SK PNS" in nama]
    assert any(satu.kalimat in nama for nama in c.dijelaskan)
    assert (c.jumlah, c.lengkap) == (isi.jumlah, False)
    kini = kelengkapan_unit(kantor.akun(FASILITATOR))[0]
    assert (kini.dijelaskan, kini.belum_ada, kini.persen) == (1, unit.belum_ada - 1, unit.persen)


def test_a_paper_in_the_slot_counts_before_the_word(kantor: KantorUji):
    tanpa(kantor)
    berkas(kantor, PEMILIK, "SK_PNS", status=StatusDokumen.TERVERIFIKASI)
    assert arsip(kantor).dijelaskan == []
    assert "SK PNS" in " ".join(capai(kantor).terbukti)
    assert kelengkapan_unit(kantor.akun(FASILITATOR))[0].dijelaskan == 0


def test_taken_back_it_is_asked_for_again(kantor: KantorUji):
    satu = tanpa(kantor)
    for _ in range(2):
        assert tarik(by=kantor.akun(PEMILIK), ketiadaan=satu).ditarik_pada
    assert arsip(kantor).dijelaskan == []
    with pytest.raises(TidakBerwenang):
        tarik(by=kantor.akun(FASILITATOR), ketiadaan=satu)


def test_after_the_year_it_was_expected_in_it_is_asked_for_again(kantor: KantorUji):
    tanpa(kantor, perkiraan_tahun=TAHUN)
    assert arsip(kantor).dijelaskan
    with time_machine.travel(date(TAHUN + 1, 1, 2)):
        assert not arsip(kantor).dijelaskan


def test_said_again_it_replaces_what_was_said(kantor: KantorUji):
    tanpa(kantor)
    tanpa(kantor, alasan="Hilang terbakar.")
    assert [s.ketiadaan.alasan for s in arsip(kantor).dijelaskan if s.ketiadaan] == ["Hilang terbakar."]


@pytest.mark.parametrize(
    ("isi", "bidang"),
    [
        ({"alasan": " "}, "alasan"),
        ({"perkiraan_tahun": TAHUN - 1}, "perkiraan_tahun"),
        ({"perkiraan_tahun": 9999}, "perkiraan_tahun"),
    ],
)
def test_what_is_not_in_order_is_refused_at_its_field(kantor: KantorUji, isi: dict[str, Any], bidang: str):
    with pytest.raises(IsianSalah) as tolakan:
        tanpa(kantor, **isi)
    assert bidang in tolakan.value.isian


def test_only_of_a_required_paper_that_is_missing_and_ones_own(kantor: KantorUji):
    with pytest.raises(IsianSalah, match="tidak termasuk dokumen wajib"):
        tanpa(kantor, "SK_KGB")
    berkas(kantor, PEMILIK, "KTP")
    with pytest.raises(SudahBerubah):
        tanpa(kantor, "KTP")
    with pytest.raises(TidakBerwenang):
        nyatakan(by=kantor.akun(FASILITATOR), pegawai=kantor.orang(PEMILIK), jenis="KK", minor="", alasan="x")


def test_pressed_on_the_page_and_seen_by_the_fasilitator(kantor: KantorUji):
    situs = Situs(kantor)
    klien, alamat = situs.masuk(PEMILIK), "/arsip-saya/tidak-dimiliki/?jenis=SK_PNS&minor="
    assert "Saya tidak memiliki dokumen ini" in teks(klien.get("/arsip-saya/"))
    assert "Alasan belum diisi" in teks(klien.post(alamat, {"alasan": ""}))
    assert "Pernyataan disimpan" in teks(klien.post(alamat, {"alasan": "Belum PNS."}, follow=True))
    assert "1 tidak dimiliki" in teks(klien.get("/arsip-saya/"))
    unit = kantor.orang(PEMILIK).unit_id
    assert "Belum PNS." in teks(situs.masuk(FASILITATOR).get(f"/kelengkapan/{unit}/"))
    satu = Ketiadaan.objects.get()
    assert situs.masuk(TETANGGA).post(f"/arsip-saya/tidak-dimiliki/{satu.pk}/tarik/").status_code == 404
    assert "ditunggu lagi" in teks(klien.post(f"/arsip-saya/tidak-dimiliki/{satu.pk}/tarik/", follow=True))


# --- papers that ran out ------------------------------------------------------------------------------------------


def sertifikat(kantor: KantorUji, sampai: date | None) -> Dokumen:
    """A validated certificate and its paper."""
    bukti = berkas(kantor, PEMILIK, "STR", status=StatusDokumen.TERVERIFIKASI)
    isi = {"nomor": f"S-{bukti.pk}", "tgl_sertifikat": "2024-01-02", "nama": "STR", "lembaga": "KKI"}
    data = actions.periksa_isian("sertifikasi", isi | ({"berlaku_sampai": sampai.isoformat()} if sampai else {}))
    actions.tulis_dari_keputusan(
        by=kantor.akun(ADMINISTRATOR), pegawai=kantor.orang(PEMILIK), jenis="sertifikasi", data=data, dokumen=bukti
    )
    return bukti


def test_a_paper_that_ran_out_says_so_and_is_the_next_thing_to_renew(kantor: KantorUji):
    kemarin = timezone.localdate() - timedelta(days=1)
    lama = sertifikat(kantor, kemarin)
    isi = arsip(kantor)
    assert isi.kedaluwarsa == {lama.pk: kemarin}
    assert [s.dokumen for s in isi.perlu_diperbarui] == [lama]
    halaman = teks(Situs(kantor).masuk(PEMILIK).get("/arsip-saya/"))
    assert "Kedaluwarsa" in halaman
    assert "Unggah yang baru" in halaman
    sertifikat(kantor, timezone.localdate() + timedelta(days=300))
    assert arsip(kantor).perlu_diperbarui == [], "its successor is there"


@pytest.mark.parametrize("hari", [0, None])
def test_on_its_last_day_or_without_one_it_holds(kantor: KantorUji, hari: int | None):
    sertifikat(kantor, None if hari is None else timezone.localdate())
    assert arsip(kantor).kedaluwarsa == {}


def test_a_campaign_counts_what_ran_out_as_missing(kantor: KantorUji):
    sertifikat(kantor, timezone.localdate() - timedelta(days=1))
    satu = Pemutakhiran.objects.create(
        judul="STR",
        riwayat=["sertifikasi"],
        mulai=timezone.localdate(),
        tenggat=timezone.localdate(),
        dibuat_oleh=kantor.akun(ADMINISTRATOR),
    )
    satu.dokumen.set([JenisDokumen.objects.get(pk="STR")])
    kurang = capaian(satu, [kantor.orang(PEMILIK)])[0].kurang
    assert [nama.endswith("(kedaluwarsa)") for nama in kurang] == [True, True]


def test_the_home_page_names_what_ran_out_when_nothing_else_waits(kantor: KantorUji):
    semua_wajib(kantor, PEMILIK)
    sertifikat(kantor, timezone.localdate() - timedelta(days=1))
    langkah = langkah_berikutnya(kantor.akun(PEMILIK), kantor.orang(PEMILIK), [])
    assert langkah is not None
    assert (langkah.judul.split()[0], langkah.keadaan) == ("Perbarui", "kedaluwarsa")
