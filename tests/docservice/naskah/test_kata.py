"""The office's own wording: in force from a day on, checked whole, journalled, and kept by what was drafted with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

import templates_sk
from docservice.audit.models import Jejak
from docservice.naskah import actions, perkataan, render
from docservice.naskah.models import DasarHukum, KataNaskah, Naskah, jenis_berlaku
from docservice.naskah.permissions import check_may_lihat_jenis
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from templates_sk import compare
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import ADMINISTRATOR, KEPALA, PEMOHON, SEKDA, draf, permohonan
from tests.templates_sk.letak import halaman

pytestmark = pytest.mark.django_db
KP = "sk_kenaikan_pangkat"
BAWAAN = templates_sk.teks_kata(templates_sk.kind(KP))
FASILITATOR, FASILITATOR_LAIN = 15, 7


def ganti(lama: str = "akan diadakan perbaikan", baru: str = "diadakan pembetulan") -> str:
    assert lama in BAWAAN
    return BAWAAN.replace(lama, baru)


def tetapkan(kantor: KantorUji, teks: str = "", oleh: int = ADMINISTRATOR, **lain: Any) -> KataNaskah:
    isi: dict[str, Any] = {"berlaku_dari": timezone.localdate(), "keputusan_nomor": "800/7", "jenis": KP}
    isi |= {"keputusan_tanggal": date(2026, 1, 5), "teks": teks or ganti(), **lain}
    return perkataan.tetapkan_kata(by=kantor.akun(oleh), **isi)


def cetak(naskah: Naskah) -> str:
    return " ".join(k.teks for _, _, semua in halaman(render.draf(naskah)) for k in semua)


def hukum(kantor: KantorUji, oleh: int = ADMINISTRATOR, **lain: Any) -> DasarHukum:
    isi: dict[str, Any] = {"kunci": "PERDA3-2025", "peringkat": 6, "tahun": 2025, "nomor": 3, "keputusan_nomor": "1"}
    isi |= {"judul": "Peraturan Daerah Nomor 3 Tahun 2025", "berlaku_dari": date(2025, 3, 1)}
    return perkataan.tambah_dasar_hukum(by=kantor.akun(oleh), keputusan_tanggal=date(2025, 3, 1), **(isi | lain))


@pytest.mark.syarat("POSO-3-d")
def test_a_new_draft_uses_the_wording_of_its_day_and_an_older_one_keeps_its_own(kantor: KantorUji):
    lama = draf(kantor)
    tetapkan(kantor)
    baru = draf(kantor, 25)
    assert "diadakan pembetulan" in cetak(baru)
    assert "akan diadakan perbaikan" in cetak(lama)


def test_the_final_version_keeps_the_wording_its_draft_was_made_with(kantor: KantorUji):
    naskah = draf(kantor)
    awal = render.draf(naskah)
    tetapkan(kantor)
    akhir = render.final(naskah, nomor="800.1.3.2/0001/BKPSDMD/2026", tanggal=timezone.localdate(), token="k" * 22)
    assert compare(awal, akhir.pdf).same


def test_a_version_announced_for_later_waits_for_its_day(kantor: KantorUji):
    hari = timezone.localdate()
    tetapkan(kantor, berlaku_dari=hari + timedelta(days=3))
    assert "perbaikan" in templates_sk.teks_kata(jenis_berlaku(KP))
    assert "pembetulan" in templates_sk.teks_kata(jenis_berlaku(KP, hari + timedelta(days=3)))


def test_versions_follow_one_another_and_none_is_lost(kantor: KantorUji):
    hari = timezone.localdate()
    satu = tetapkan(kantor, berlaku_dari=hari)
    dua = tetapkan(kantor, ganti(baru="dibetulkan"), berlaku_dari=hari + timedelta(days=2))
    satu.refresh_from_db()
    assert (satu.berlaku_sampai, dua.berlaku_sampai) == (hari + timedelta(days=1), None)
    tiga = tetapkan(kantor, BAWAAN, berlaku_dari=hari + timedelta(days=2))
    dua.refresh_from_db()
    assert not dua.pernah_berlaku
    assert KataNaskah.objects.untuk(KP, hari + timedelta(days=2)) == tiga
    assert KataNaskah.objects.count() == 3


def test_every_version_leaves_its_line_in_the_journal(kantor: KantorUji):
    baru = tetapkan(kantor)
    jejak = Jejak.objects.filter(aksi="kata.ditetapkan").get()
    assert (jejak.objek, jejak.rincian["jenis"]) == (f"katanaskah:{baru.pk}", KP)
    assert jejak.pelaku == kantor.akun(ADMINISTRATOR).pk


@pytest.mark.parametrize("oleh", [PEMOHON, FASILITATOR, FASILITATOR_LAIN, SEKDA, KEPALA])
def test_only_administrators_set_wording_and_legal_bases(kantor: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang, match="administrator"):
        tetapkan(kantor, oleh=oleh)
    with pytest.raises(TidakBerwenang, match="administrator"):
        hukum(kantor, oleh=oleh)
    dasar = hukum(kantor)
    with pytest.raises(TidakBerwenang, match="administrator"):
        perkataan.akhiri_dasar_hukum(by=kantor.akun(oleh), dasar=dasar, sampai=date(2026, 1, 1))
    assert not KataNaskah.objects.exists()


@pytest.mark.parametrize(("oleh", "boleh"), [(ADMINISTRATOR, True), (KEPALA, True), (SEKDA, True), (PEMOHON, False),
                                             (FASILITATOR, False), (FASILITATOR_LAIN, False)])  # fmt: skip
def test_the_catalogue_is_for_those_who_draft_and_sign(kantor: KantorUji, oleh: int, boleh: bool):
    if boleh:
        check_may_lihat_jenis(kantor.akun(oleh))
        return
    with pytest.raises(TidakBerwenang):
        check_may_lihat_jenis(kantor.akun(oleh))


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(kantor: KantorUji):
    teks = ganti("{nama}", "{namma}").replace("UU20-2023", "UU1-1900").replace("{nip}", "{nip:dolar}")
    with pytest.raises(IsianSalah) as salah:
        tetapkan(kantor, teks)
    pesan = " ".join(salah.value.isian.values())
    assert all(kata in pesan for kata in ("{namma}", "UU1-1900", ":dolar"))
    assert not KataNaskah.objects.exists()


def test_wording_is_never_dated_back(kantor: KantorUji):
    with pytest.raises(IsianSalah, match="surut"):
        tetapkan(kantor, berlaku_dari=timezone.localdate() - timedelta(days=1))


def test_a_day_before_the_last_version_is_refused(kantor: KantorUji):
    tetapkan(kantor, berlaku_dari=timezone.localdate() + timedelta(days=9))
    with pytest.raises(IsianSalah, match="sesudah tanggal itu"):
        tetapkan(kantor)


def test_two_editors_do_not_overwrite_each_other(kantor: KantorUji):
    satu = tetapkan(kantor, versi=0)
    with pytest.raises(SudahBerubah, match="orang lain"):
        tetapkan(kantor, versi=0)
    tetapkan(kantor, BAWAAN, versi=satu.pk)


def test_copies_named_by_the_wording_are_those_of_a_new_draft(kantor: KantorUji):
    tetapkan(kantor, BAWAAN + "\n= TEMBUSAN\nKepala {unit_kerja}\nInspektur Daerah\n")
    naskah = draf(kantor)
    assert naskah.data["tembusan"] == [f"Kepala {naskah.pegawai.unit.nama}", "Inspektur Daerah"]


def test_a_local_regulation_is_cited_once_it_is_a_row_and_only_while_it_holds(kantor: KantorUji):
    teks = BAWAAN.replace("= MENGINGAT\n", "= MENGINGAT\nPERDA3-2025\n")
    with pytest.raises(IsianSalah):
        tetapkan(kantor, teks)
    dasar = hukum(kantor)
    tetapkan(kantor, teks)
    naskah = actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=permohonan(kantor))
    naskah.data["mengingat"] = None
    assert "Peraturan Daerah Nomor 3 Tahun 2025;" in cetak(naskah)
    perkataan.akhiri_dasar_hukum(by=kantor.akun(ADMINISTRATOR), dasar=dasar, sampai=date(2025, 12, 31))
    assert naskah.kata["hukum"]["PERDA3-2025"]["sampai"] is None
    assert {j.aksi for j in Jejak.objects.all()} >= {"dasar_hukum.ditambah", "dasar_hukum.diakhiri"}


@pytest.mark.parametrize(
    ("ubah", "bidang"),
    [({"kunci": "UU20-2023"}, "kunci"), ({"judul": "Peraturan ✓"}, "judul")],
)
def test_a_legal_basis_that_cannot_serve_is_refused(kantor: KantorUji, ubah: dict[str, Any], bidang: str):
    with pytest.raises(IsianSalah) as salah:
        hukum(kantor, **ubah)
    assert bidang in salah.value.isian


def test_a_legal_basis_does_not_end_before_it_began(kantor: KantorUji):
    with pytest.raises(IsianSalah):
        perkataan.akhiri_dasar_hukum(by=kantor.akun(ADMINISTRATOR), dasar=hukum(kantor), sampai=date(2024, 1, 1))
