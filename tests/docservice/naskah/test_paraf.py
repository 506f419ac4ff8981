"""Frozen and sent round for initials: each binds what was seen, in order, by whose turn it is."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.urls import reverse

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions
from docservice.naskah.models import JalurParaf, Naskah
from docservice.naskah.permissions import ambil_naskah, may_paraf
from docservice.naskah.perubahan import bandingkan, sejak_paraf
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs, badan, teks
from tests.docservice.naskah.alat import ADMINISTRATOR, KABID, KEPALA, PEMOHON, SEKDA, draf, segar, siap, terkirim

pytestmark = pytest.mark.django_db
N = StatusNaskah


# --- freezing and initials -------------------------------------------------------------------------------------


def test_sending_freezes_bytes_and_page_images(kantor: KantorUji):
    naskah = terkirim(kantor)
    assert naskah.status == N.PARAF
    assert gudang.kerja().verify(naskah.draf_sha256)
    assert all(gudang.kerja().exists(sidik) for sidik, _, _ in naskah.gambar_draf)
    assert Permohonan.objects.get().status == StatusPermohonan.PARAF
    assert "menunggu paraf Anda" in Kabar.objects.get(pengguna=kantor.akun(KABID)).teks
    with pytest.raises(SudahBerubah, match="beku"):
        actions.ubah(by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={"nomor_urut": 2})


def test_a_draft_that_was_changed_meanwhile_is_not_sent(kantor: KantorUji):
    naskah = draf(kantor)
    actions.ubah(by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={"nomor_urut": 2})
    with pytest.raises(SudahBerubah, match="baru saja diubah"):
        actions.kirim_paraf(by=kantor.akun(ADMINISTRATOR), naskah=naskah)


def test_initials_come_in_order_and_bind_the_bytes(kantor: KantorUji):
    naskah = terkirim(kantor)
    with pytest.raises(TidakBerwenang, match="bukan giliran"):
        actions.paraf(by=kantor.akun(KEPALA), naskah=naskah, sha256=naskah.draf_sha256)
    actions.paraf(by=kantor.akun(KABID), naskah=naskah, sha256=naskah.draf_sha256)
    naskah = actions.paraf(by=kantor.akun(KEPALA), naskah=segar(naskah), sha256=naskah.draf_sha256)
    assert (naskah.status, Permohonan.objects.get().status) == (N.TTE, StatusPermohonan.TTE)
    assert {p.sha256 for p in naskah.paraf.all()} == {naskah.draf_sha256}
    assert "menunggu tanda tangan Anda" in Kabar.objects.get(pengguna=kantor.akun(SEKDA)).teks


def test_a_draft_that_differs_from_what_was_opened_is_not_initialled(kantor: KantorUji):
    naskah = terkirim(kantor)
    with pytest.raises(SudahBerubah, match="berubah sesudah Anda membukanya"):
        actions.paraf(by=kantor.akun(KABID), naskah=naskah, sha256="0" * 64)


@pytest.mark.parametrize("nomor", [PEMOHON, ADMINISTRATOR, SEKDA, KEPALA, 15])
def test_only_the_official_whose_turn_it_is_initials(kantor: KantorUji, nomor: int):
    naskah = terkirim(kantor)
    assert not may_paraf(kantor.akun(nomor), naskah)
    with pytest.raises(TidakBerwenang):
        actions.paraf(by=kantor.akun(nomor), naskah=naskah, sha256=naskah.draf_sha256)


@pytest.mark.parametrize("nomor", [PEMOHON, 7, 9, 21])
def test_before_it_is_issued_a_decree_exists_for_its_officers_only(kantor: KantorUji, nomor: int):
    naskah = terkirim(kantor)
    with pytest.raises(Http404):
        ambil_naskah(kantor.akun(nomor), naskah.pk)
    for boleh in (ADMINISTRATOR, SEKDA, KABID, KEPALA):
        assert ambil_naskah(kantor.akun(boleh), naskah.pk) == naskah


def test_who_looks_after_the_unit_reads_what_is_frozen_and_does_nothing_to_it(kantor: KantorUji):
    naskah, fasilitator = draf(kantor), Situs(kantor).masuk(15)
    assert fasilitator.get(f"/naskah/{naskah.pk}/").status_code == 404, "nobody reads along while it is written"
    naskah = actions.kirim_paraf(by=kantor.akun(ADMINISTRATOR), naskah=naskah)
    lembar = f"/naskah/{naskah.pk}/gambar/{naskah.gambar_draf[0][0]}.webp"
    assert fasilitator.get(f"/naskah/{naskah.pk}/").status_code == 200
    assert badan(fasilitator.get(lembar))[:4] == b"RIFF"
    assert "Lihat naskah" in teks(fasilitator.get(f"/permohonan/{naskah.permohonan_id}/"))
    assert "Lihat naskah" not in teks(Situs(kantor).masuk(PEMOHON).get(f"/permohonan/{naskah.permohonan_id}/"))
    lihat = teks(fasilitator.get("/naskah/"))
    assert (naskah.judul in lihat, "Perlu disusun" in lihat, "Jenis naskah" in lihat) == (True, False, False)
    for tindakan in ("paraf", "kembalikan"):
        assert fasilitator.post(f"/naskah/{naskah.pk}/{tindakan}/", {"sha256": naskah.draf_sha256}).status_code == 403
    Naskah.objects.filter(pk=naskah.pk).update(pegawai=kantor.orang(15))
    assert fasilitator.get(f"/naskah/{naskah.pk}/").status_code == 404, "one's own decree is read when it is issued"


@pytest.mark.parametrize("oleh", [KABID, SEKDA])
def test_whose_turn_it_is_may_send_it_back_with_a_reason(kantor: KantorUji, oleh: int):
    naskah = terkirim(kantor) if oleh == KABID else siap(kantor)
    with pytest.raises(BelumLengkap):
        actions.kembalikan(by=kantor.akun(oleh), naskah=naskah, alasan=" ")
    actions.kembalikan(by=kantor.akun(oleh), naskah=naskah, alasan="Tembusan kurang.")
    naskah = segar(naskah)
    assert (naskah.status, naskah.catatan) == (N.DRAF, "Tembusan kurang.")
    assert naskah.asal.status == StatusPermohonan.DRAF_NASKAH
    assert "Tembusan kurang." in Kabar.objects.filter(pengguna=kantor.akun(ADMINISTRATOR)).latest("pk").teks


def test_a_changed_draft_voids_every_earlier_initial(kantor: KantorUji):
    naskah, admin = siap(kantor), kantor.akun(ADMINISTRATOR)
    actions.kembalikan(by=kantor.akun(SEKDA), naskah=naskah, alasan="Tembusan kurang.")
    actions.ubah(by=admin, naskah=segar(naskah), perubahan={"nomor_urut": 2})
    naskah = actions.kirim_paraf(by=admin, naskah=segar(naskah))
    assert [p.pada for p in naskah.paraf.all()] == [None, None]
    assert naskah.status == N.PARAF


def test_after_a_change_one_sees_word_by_word_what_changed_since_ones_initial(kantor: KantorUji):
    naskah, admin, kabid = siap(kantor), kantor.akun(ADMINISTRATOR), kantor.akun(KABID)
    assert sejak_paraf(naskah, kabid) is None
    actions.kembalikan(by=kantor.akun(SEKDA), naskah=naskah, alasan="Tembusan kurang.")
    tembusan = [*naskah.data["tembusan"], "Inspektur Daerah"]
    actions.ubah(by=admin, naskah=segar(naskah), perubahan={"tembusan": tembusan})
    naskah = actions.kirim_paraf(by=admin, naskah=segar(naskah))
    perubahan = sejak_paraf(naskah, kabid)
    assert perubahan
    assert "Inspektur Daerah" in " ".join(satu.ditambah for satu in perubahan)
    assert sejak_paraf(naskah, admin) is None  # who never initialled it has nothing to compare
    isi = teks(Situs(kantor).masuk(KABID).get(reverse("naskah:draf", args=[naskah.pk])))
    assert "Perubahan sejak paraf Anda Naskah berubah sesudah paraf Anda. Periksa lagi bagian yang ditandai." in isi
    assert "Yang sudah memeriksa" in isi


def test_words_that_went_and_words_that_came_stand_between_their_neighbours():
    satu = bandingkan(["naik", "ke", "III/b", "pada", "2026"], ["naik", "ke", "III/c", "pada", "tahun", "2026"])
    assert [(p.dihapus, p.ditambah) for p in satu] == [("III/b", "III/c"), ("", "tahun")]
    assert (satu[0].sebelum, satu[0].sesudah) == ("naik ke", "pada tahun 2026")


@pytest.mark.parametrize("nomor", [PEMOHON, 15, KEPALA, ADMINISTRATOR])
def test_whose_turn_it_is_not_sends_nothing_back(kantor: KantorUji, nomor: int):
    naskah = terkirim(kantor)
    with pytest.raises((SudahBerubah, TidakBerwenang)):
        actions.kembalikan(by=kantor.akun(nomor), naskah=naskah, alasan="x")
    assert segar(naskah).status == N.PARAF


@pytest.mark.parametrize("status", [N.DRAF, N.SEDANG, N.TAK_PASTI])
def test_a_decree_that_is_being_signed_is_not_sent_back(kantor: KantorUji, status: str):
    naskah = siap(kantor)
    Naskah.objects.update(status=status)
    with pytest.raises(SudahBerubah):
        actions.kembalikan(by=kantor.akun(SEKDA), naskah=segar(naskah), alasan="x")


def test_an_initial_of_another_day_uses_the_chain_it_was_born_with(kantor: KantorUji):
    naskah = terkirim(kantor)
    JalurParaf.objects.all().delete()
    assert naskah.paraf.count() == 2


def test_every_move_of_a_decree_leaves_its_word_in_the_journal(kantor: KantorUji):
    naskah = siap(kantor)
    aksi = list(Jejak.objects.filter(objek=f"naskah:{naskah.pk}").order_by("nomor").values_list("aksi", flat=True))
    assert aksi == [
        "naskah.disusun",
        ALUR_NASKAH.jejak(N.PARAF),
        "naskah.diparaf",
        "naskah.diparaf",
        ALUR_NASKAH.jejak(N.TTE),
    ]


def test_an_official_without_an_account_blocks_nothing_silently(kantor: KantorUji):
    naskah = terkirim(kantor)
    Pegawai.objects.filter(nip=kantor.nip[KABID]).update(pengguna=None)
    with pytest.raises(TidakBerwenang):
        actions.paraf(by=kantor.akun(KABID), naskah=naskah, sha256=naskah.draf_sha256)
