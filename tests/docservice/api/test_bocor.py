"""Twin people with twin papers in two offices: nothing of the other one's is found, counted or hinted at."""

from __future__ import annotations

import pytest

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import Kelas
from tests.docservice.api import benda
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, Klien
from tests.docservice.factories import DokumenFactory

KATA = "kembaran"


@pytest.fixture
def kembar(kantor: Kantor) -> dict[str, Dokumen]:
    """The same kind, the same words; only owner and number differ."""
    benda.muat_aturan()
    jenis = JenisDokumen.objects.get(pk="SK_KP")
    hasil = {}
    for nama in ("pemilik", "orang_lain"):
        nomor = f"823/{nama}/2026"
        teks = f"Petikan keputusan {KATA} {nama}"
        pegawai = kantor.orang[nama]
        hasil[nama] = DokumenFactory.create(pegawai=pegawai, jenis=jenis, nomor=nomor, isi__teks=teks)
        perbarui_indeks(hasil[nama])
    jalankan_semua()
    return hasil


@pytest.mark.syarat("BABEL-27-2h")
def test_each_finds_and_counts_only_their_own(kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]):
    for nama, lain in (("pemilik", "orang_lain"), ("orang_lain", "pemilik")):
        isi = klien(kantor.akun(nama)).get("/api/v1/arsip/cari/", {"q": KATA})
        hasil = isi.json()
        assert hasil["jumlah"] == 1
        assert [t["dokumen"]["id"] for t in hasil["temuan"]] == [kembar[nama].pk]
        assert [(p["nilai"], p["jumlah"]) for p in hasil["saringan"]["jenis"]] == [("SK_KP", 1)]
        for rahasia in (kantor.orang[lain].nip, kantor.orang[lain].nama, kembar[lain].nomor, lain):
            assert rahasia not in isi.content.decode()


def test_the_fasilitator_sees_their_unit_and_the_staff_the_region(
    kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]
):
    jumlah = {
        nama: klien(kantor.akun(nama)).get("/api/v1/arsip/cari/", {"q": KATA}).json()["jumlah"]
        for nama in ("fasilitator", "fasilitator_lain", "staf_arsip", "administrator", "rekan", "pejabat")
    }
    assert jumlah == {
        "fasilitator": 1,
        "fasilitator_lain": 1,
        "staf_arsip": 2,
        "administrator": 2,
        "rekan": 0,
        "pejabat": 0,
    }


@pytest.mark.parametrize("q", ["823/pemilik/2026", "pemilik", KATA, "", '"petikan keputusan"'])
def test_no_way_of_asking_tells_a_stranger_of_it(q: str, kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]):
    isi = klien(kantor.akun("rekan")).get("/api/v1/arsip/cari/", {"q": q}).json()
    assert (isi["jumlah"], isi["temuan"]) == (0, [])
    assert all(pilihan == [] for pilihan in isi["saringan"].values())


def test_a_filter_on_anothers_values_counts_nothing(kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]):
    saring = {"unit": [kantor.unit_lain.nama], "jenis": ["SK_KP", "KTP"]}
    assert klien(kantor.akun("pemilik")).get("/api/v1/arsip/cari/", saring).json()["jumlah"] == 0


def test_an_index_that_lags_behind_shows_nothing_that_the_row_forbids(
    kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]
):
    Dokumen.objects.filter(pk=kembar["pemilik"].pk).update(kelas=Kelas.RAHASIA)
    isi = klien(kantor.akun("fasilitator")).get("/api/v1/arsip/cari/", {"q": KATA})
    assert isi.json()["temuan"] == []
    assert kembar["pemilik"].nomor not in isi.content.decode()


def test_a_question_too_long_is_refused_with_a_sentence(kantor: Kantor, klien: Klien, kembar: dict[str, Dokumen]):
    jawaban = klien(kantor.akun("pemilik")).get("/api/v1/arsip/cari/", {"q": "a" * 201})
    assert (jawaban.status_code, jawaban.json()["isian"]) == (422, {"q": "Terlalu panjang."})


def test_lists_and_their_counts_start_from_what_one_may_see(kantor: Kantor, klien: Klien):
    dunia = pembuat.bangun(kantor)
    for jalur in ("dokumen/", "riwayat/", "permohonan/", "verifikasi/antrean/", "riwayat/antrean/"):
        assert klien(kantor.akun("orang_lain")).get(f"/api/v1/{jalur}").json()["count"] == 0
        assert klien(kantor.akun("fasilitator_lain")).get(f"/api/v1/{jalur}").json()["count"] == 0
    petugas = klien(kantor.akun("fasilitator"))
    assert {b["id"] for b in petugas.get("/api/v1/verifikasi/antrean/").json()["results"]} == {
        dunia.dokumen.pk,
        dunia.bukti.pk,
    }
    assert [b["id"] for b in petugas.get("/api/v1/riwayat/antrean/").json()["results"]] == [dunia.riwayat.pk]
    assert [b["id"] for b in petugas.get("/api/v1/permohonan/antrean/").json()["results"]] == [dunia.permohonan.pk]


def test_a_number_that_does_not_exist_and_one_that_is_anothers_are_refused_alike(kantor: Kantor, klien: Klien):
    dunia = pembuat.bangun(kantor)
    lain = klien(kantor.akun("orang_lain"))
    for pola, nomor in (("dokumen/{}/", dunia.dokumen.pk), ("riwayat/{}/", dunia.riwayat.pk)):
        ada, tidak = lain.get("/api/v1/" + pola.format(nomor)), lain.get("/api/v1/" + pola.format(10**9))
        assert ada.content == tidak.content
        assert dict(ada.headers) == dict(tidak.headers)
    usul = {"jenis": "golongan", "data": benda.GOLONGAN, "pernyataan": True}
    ada = lain.post("/api/v1/riwayat/", {**usul, "bukti": [dunia.bukti.pk]}, format="json")
    tidak = lain.post("/api/v1/riwayat/", {**usul, "bukti": [10**9]}, format="json")
    assert (ada.status_code, ada.content) == (tidak.status_code, tidak.content)


def test_the_check_of_anothers_eligibility_is_no_way_to_learn_of_discipline(kantor: Kantor, klien: Klien):
    benda.muat_aturan()
    nip = kantor.orang["pemilik"].nip
    for nama, harap in (("fasilitator", 403), ("staf_arsip", 403), ("rekan", 404), ("administrator", 200)):
        assert klien(kantor.akun(nama)).get("/api/v1/layanan/l/periksa/", {"pegawai": nip}).status_code == harap
