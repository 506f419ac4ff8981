"""Before the signature: drafted from data, frozen for initials, every initial bound to what was seen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions
from docservice.naskah.models import Kewenangan, Naskah
from docservice.naskah.status import StatusNaskah
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import Situs, teks
from tests.docservice.naskah.alat import ADMINISTRATOR, KABID, KEPALA, PEMOHON, SEKDA, draf, permohonan, segar, terkirim

pytestmark = pytest.mark.django_db
N = StatusNaskah


# --- drafting --------------------------------------------------------------------------------------------------


def test_the_draft_is_made_of_validated_data_and_the_authority_in_force(kantor: KantorUji):
    naskah = draf(kantor)
    assert (naskah.status, naskah.penanda_tangan) == (N.DRAF, kantor.orang(SEKDA))
    assert (naskah.data["nip"], naskah.data["golongan_baru"]) == (kantor.nip[PEMOHON], "III/b")
    assert naskah.data["penanda_tangan"]["atas_nama"] == "GUBERNUR KEPULAUAN CONTOH"
    assert "...." in naskah.data["nomor_draf"] or "…" in naskah.data["nomor_draf"]
    assert [p.pejabat for p in naskah.paraf.all()] == [kantor.orang(KABID), kantor.orang(KEPALA)]


def test_the_list_is_narrowed_by_stage_and_by_what_is_typed(kantor: KantorUji):
    naskah = draf(kantor)
    klien, judul = Situs(kantor).masuk(ADMINISTRATOR), naskah.judul
    semua = teks(klien.get("/naskah/"))
    assert "Sedang berjalan (1)" in semua
    assert judul in semua
    for cocok in (f"?q={naskah.pegawai.nip}", f"?q={naskah.pegawai.nama[:5]}&bagian=berjalan"):
        assert judul in teks(klien.get(f"/naskah/{cocok}")), cocok
    for lain in ("?q=bukan-siapa-pun", "?bagian=terbit", "?bagian=perlu&hal=9"):
        assert judul not in teks(klien.get(f"/naskah/{lain}")), lain
    assert "Tidak ada yang cocok dengan saringan ini." in teks(klien.get("/naskah/?q=bukan-siapa-pun"))


def test_asking_twice_gives_the_same_draft(kantor: KantorUji):
    naskah = draf(kantor)
    lagi = actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=naskah.asal)
    assert lagi.pk == naskah.pk
    assert Naskah.objects.count() == 1


@pytest.mark.parametrize("status", [s for s in StatusPermohonan.values if s != StatusPermohonan.DRAF_NASKAH])
def test_nothing_is_drafted_before_the_pertek(kantor: KantorUji, status: str):
    with pytest.raises(SudahBerubah, match="pertimbangan teknis"):
        draf(kantor, status=status)


@pytest.mark.parametrize("nomor", [PEMOHON, 15, SEKDA, KEPALA, 7])
def test_only_administrators_draft(kantor: KantorUji, nomor: int):
    with pytest.raises(TidakBerwenang, match="administrator"):
        actions.susun(by=kantor.akun(nomor), permohonan=permohonan(kantor))


def test_nobody_drafts_a_decree_about_themselves(kantor: KantorUji):
    PenugasanFactory(pengguna=kantor.akun(PEMOHON))
    with pytest.raises(TidakBerwenang, match="diri Anda sendiri"):
        actions.susun(by=kantor.akun(PEMOHON), permohonan=permohonan(kantor))


@pytest.mark.parametrize(
    "ubah",
    [
        {"berlaku_sampai": date(2026, 1, 31)},
        {"golongan_sampai": "III/a"},
        {"jenis_naskah": "lain"},
    ],
)
def test_without_an_authority_for_this_day_and_rank_nothing_is_drafted(kantor: KantorUji, ubah: dict[str, Any]):
    Kewenangan.objects.update(**ubah)
    with pytest.raises(BelumLengkap, match="pejabat berwenang"):
        draf(kantor)


def test_an_acting_official_who_may_not_sign_this_is_named_as_the_reason(kantor: KantorUji):
    Kewenangan.objects.update(plt_plh="Plh.", boleh_plt_plh=False)
    kalimat = r"Plh\. tidak boleh menandatangani naskah ini\. Pilih pejabat definitif\."
    with pytest.raises(BelumLengkap, match=kalimat):
        draf(kantor)
    Kewenangan.objects.update(golongan_sampai="III/a")  # it would not have covered this rank anyhow
    with pytest.raises(BelumLengkap, match="pejabat berwenang"):
        draf(kantor, 14)


def test_two_authorities_for_the_same_case_are_not_chosen_from(kantor: KantorUji):
    kembar = Kewenangan.objects.get()
    kembar.pk = None
    kembar.pejabat = kantor.orang(KEPALA)
    kembar.save()
    with pytest.raises(BelumLengkap):
        draf(kantor)


def test_values_from_the_career_history_are_locked(kantor: KantorUji):
    naskah = draf(kantor)
    hasil = actions.ubah(
        by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={"gaji_pokok": 9_999_999, "nomor_urut": 2}
    )
    assert (hasil.data["gaji_pokok"], hasil.data["nomor_urut"]) == (3_089_300, 2)


def test_a_stale_form_saves_nothing(kantor: KantorUji):
    naskah, admin = draf(kantor), kantor.akun(ADMINISTRATOR)
    actions.ubah(by=admin, naskah=naskah, perubahan={"nomor_urut": 2}, revisi=1)
    with pytest.raises(SudahBerubah, match="diubah orang lain"):
        actions.ubah(by=admin, naskah=naskah, perubahan={"nomor_urut": 3}, revisi=1)
    assert segar(naskah).data["nomor_urut"] == 2


def test_what_cannot_be_drawn_is_refused_by_field(kantor: KantorUji):
    naskah = draf(kantor)
    with pytest.raises(IsianSalah) as tolakan:
        actions.ubah(by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={"nomor_urut": 0})
    assert "nomor_urut" in tolakan.value.isian
    assert segar(naskah).data["nomor_urut"] == 1


def test_base_pay_of_another_table_is_named_and_put_right(kantor: KantorUji):
    naskah = draf(kantor)
    Naskah.objects.filter(pk=naskah.pk).update(data={**naskah.data, "gaji_pokok": 1_000_000})
    situs, alamat = Situs(kantor), reverse("naskah:draf", args=[naskah.pk])
    isi = teks(situs.masuk(ADMINISTRATOR).get(alamat))
    assert "Gaji pokok tidak sesuai tabel" in isi
    assert "Pakai nilai ini" in isi
    assert situs.masuk(ADMINISTRATOR).post(alamat, {"pakai_gaji": "1"}).status_code == 302
    assert segar(naskah).data["gaji_pokok"] == naskah.data["gaji_pokok"]
    with pytest.raises(TidakBerwenang):
        actions.pakai_gaji_tabel(by=kantor.akun(KEPALA), naskah=naskah)
    terkirim_ini = actions.kirim_paraf(by=kantor.akun(ADMINISTRATOR), naskah=segar(naskah))
    with pytest.raises(SudahBerubah):
        actions.pakai_gaji_tabel(by=kantor.akun(ADMINISTRATOR), naskah=terkirim_ini)


def test_a_preview_of_what_is_wrong_keeps_the_last_right_one(kantor: KantorUji):
    naskah = draf(kantor)
    klien = Situs(kantor).masuk(ADMINISTRATOR)
    isi = {"nomor_urut": "nol", "tembusan": "", "revisi": naskah.revisi}
    jawaban = klien.post(reverse("naskah:pratinjau_draf", args=[naskah.pk]), isi, headers={"HX-Request": "true"})
    assert jawaban.headers["HX-Reswap"] == "none"
    assert "Pratinjau menampilkan isian terakhir yang benar." in teks(jawaban)


def test_without_script_one_looks_and_saves_nothing(kantor: KantorUji):
    naskah = draf(kantor)
    klien, alamat = Situs(kantor).masuk(ADMINISTRATOR), reverse("naskah:draf", args=[naskah.pk])
    isi = {"nomor_urut": "7", "mengingat": "ringkas", "tembusan": "Arsip", "revisi": naskah.revisi, "pratinjau": "1"}
    assert klien.post(alamat, isi).status_code == 200
    assert segar(naskah).revisi == naskah.revisi
    halaman = teks(klien.get(alamat))
    assert "Penanda tangan: " in halaman
    assert ", menurut Keputusan " in halaman
    assert "Ubah di riwayat" in halaman


# --- saved by itself -------------------------------------------------------------------------------------------


def simpan_sendiri(kantor: KantorUji, naskah: Naskah, oleh: int = ADMINISTRATOR, **isi: Any) -> Any:
    isi = {"nomor_urut": "3", "mengingat": "ringkas", "tembusan": "Arsip", "revisi": naskah.revisi} | isi
    alamat = reverse("naskah:simpan_draf", args=[naskah.pk])
    return Situs(kantor).masuk(oleh).post(alamat, isi, headers={"HX-Request": "true"})


def test_what_is_typed_is_saved_by_itself_and_the_next_save_stands_on_it(kantor: KantorUji):
    naskah = draf(kantor)
    jawaban = simpan_sendiri(kantor, naskah)
    assert teks(jawaban).startswith("Tersimpan ")
    kini = segar(naskah)
    assert (kini.data["nomor_urut"], kini.data["tembusan"], kini.revisi) == (3, ["Arsip"], naskah.revisi + 1)
    assert f'id="id_revisi" value="{kini.revisi}" form="form-draf" hx-swap-oob="true"' in jawaban.content.decode()


def test_the_same_words_once_more_are_no_new_revision_even_from_an_older_page(kantor: KantorUji):
    naskah = draf(kantor)
    simpan_sendiri(kantor, naskah)
    assert teks(simpan_sendiri(kantor, naskah)).startswith("Tersimpan ")
    assert segar(naskah).revisi == naskah.revisi + 1
    assert Jejak.objects.filter(objek=f"naskah:{naskah.pk}", aksi="naskah.diubah").count() == 1


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(kantor: KantorUji):
    naskah = draf(kantor)
    actions.ubah(by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={"nomor_urut": 9})
    isi = teks(simpan_sendiri(kantor, naskah))
    assert isi == (
        "Belum tersimpan. Data ini baru saja diubah orang lain. Isian Anda tetap ada; bandingkan lalu simpan lagi."
    )
    assert segar(naskah).data["nomor_urut"] == 9


@pytest.mark.parametrize(
    ("isi", "kata"), [({"nomor_urut": "nol"}, "Perbaiki dulu isiannya."), ({"revisi": ""}, "Perb")]
)
def test_what_cannot_be_saved_yet_says_so(kantor: KantorUji, isi: dict[str, Any], kata: str):
    naskah = draf(kantor)
    assert teks(simpan_sendiri(kantor, naskah, **isi)).startswith(f"Belum tersimpan. {kata}")
    assert segar(naskah).revisi == naskah.revisi


def test_a_frozen_decree_and_other_people_save_nothing(kantor: KantorUji):
    beku = terkirim(kantor)
    assert "isinya beku" in teks(simpan_sendiri(kantor, beku))
    assert simpan_sendiri(kantor, beku, SEKDA).status_code == 403
    assert simpan_sendiri(kantor, beku, PEMOHON).status_code == 404


def test_the_bases_are_listed_and_may_be_shortened_or_printed_in_full(kantor: KantorUji):
    naskah = draf(kantor)
    alamat, klien = reverse("naskah:draf", args=[naskah.pk]), Situs(kantor).masuk(ADMINISTRATOR)
    halaman = teks(klien.get(alamat))
    assert "Dasar hukum" in halaman
    assert "Undang-Undang Nomor 20 Tahun 2023" in halaman
    simpan_sendiri(kantor, naskah, mengingat="lengkap")
    assert segar(naskah).data["mengingat"] is None
    assert simpan_sendiri(kantor, segar(naskah), mengingat="semua").status_code == 200
    assert segar(naskah).data["mengingat"] is None
