"""Papers of a row by slot (C.7): what must be there is there or explained, what may be there can be added."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from rest_framework.test import APIClient

from docservice.dokumen.models import Dokumen
from docservice.riwayat import actions
from docservice.riwayat.atas_nama import isikan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.tautan import usulan_berikut
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import teks, tersembunyi
from tests.docservice.riwayat.alat import berkas
from tests.docservice.riwayat.contoh import CONTOH

pytestmark = [pytest.mark.django_db, pytest.mark.syarat("POSO-4-c")]
ORANG, FASILITATOR = 13, 15
IJAZAH = {"jenis": "pendidikan", "data": CONTOH["pendidikan"][0]}


def ajukan(kantor: KantorUji, *bukti: Dokumen, **lain: Any) -> Riwayat:
    isi = {"by": kantor.akun(ORANG), "pegawai": kantor.orang(ORANG), "pernyataan": True, **IJAZAH}
    return actions.ajukan(**{**isi, "bukti": list(bukti), **lain})


def sahkan(riwayat: Riwayat) -> Riwayat:
    kini = {"status": StatusRiwayat.TERVALIDASI, "divalidasi_pada": timezone.now()}
    Riwayat.objects.filter(pk=riwayat.pk).update(**kini)
    return Riwayat.objects.get(pk=riwayat.pk)


def test_a_missing_mandatory_paper_stops_the_proposal_and_is_named(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap, match="perlu Transkrip nilai") as tolakan:
        ajukan(kantor_contoh, berkas(kantor_contoh, ORANG, "IJAZAH"))
    assert "tanpa_bukti" in tolakan.value.isian
    with pytest.raises(BelumLengkap, match="Transkrip"):
        ajukan(kantor_contoh, berkas(kantor_contoh, ORANG, "IJAZAH"), tanpa_bukti="  x ")
    assert not Riwayat.objects.jenis("pendidikan").milik(kantor_contoh.orang(ORANG)).usulan().exists()


def test_whoever_says_why_it_is_missing_may_send_and_the_officers_read_it(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh, berkas(kantor_contoh, ORANG, "IJAZAH"), tanpa_bukti="Hilang saat banjir 2014.")
    assert satu.peringatan == ["Transkrip nilai tidak dilampirkan."]
    langkah = satu.langkah.visible_to(kantor_contoh.akun(FASILITATOR)).last()
    assert langkah is not None
    assert langkah.isi == "Tanpa Transkrip nilai: Hilang saat banjir 2014."


def test_with_all_its_papers_there_is_nothing_to_explain(kantor_contoh: KantorUji):
    semua = [berkas(kantor_contoh, ORANG, kode) for kode in ("IJAZAH", "TRANSKRIP", "AKRED")]
    satu = ajukan(kantor_contoh, *semua, tanpa_bukti="tidak perlu")
    assert (satu.bukti.count(), satu.peringatan) == (3, [])
    assert not satu.langkah.exclude(isi="").exists()


def test_a_paper_that_proves_nothing_of_the_kind_is_refused(kantor_contoh: KantorUji):
    semua = [berkas(kantor_contoh, ORANG, kode) for kode in ("IJAZAH", "TRANSKRIP", "SK_KGB")]
    with pytest.raises(IsianSalah, match="bukan bukti"):
        ajukan(kantor_contoh, *semua)


@pytest.mark.parametrize(
    ("jenis", "ubah", "utama", "perlu"),
    [
        ("cltn", {}, "SK_CLTN", "Pertimbangan teknis CLTN"),
        ("anak", {"status_anak": "angkat", "putusan_pengadilan": "1/Pdt.P/2015"}, "AKTA_ANAK", "Putusan pengadilan"),
        ("golongan", {"is_cpns": "1", "jenis_kp": "211"}, "SK_CPNS", "Surat perintah melaksanakan tugas CPNS"),
    ],
)
def test_some_papers_are_mandatory_for_some_rows_only(
    kantor_contoh: KantorUji, jenis: str, ubah: dict[str, Any], utama: str, perlu: str
):
    data = CONTOH[jenis][0] | ubah
    bukti = berkas(kantor_contoh, ORANG, utama)
    with pytest.raises(BelumLengkap, match=perlu):
        ajukan(kantor_contoh, bukti, jenis=jenis, data=data)
    lain = {"cltn": {"jenis": "10"}, "anak": {"status_anak": "kandung"}, "golongan": {"is_cpns": "0"}}[jenis]
    assert ajukan(kantor_contoh, bukti, jenis=jenis, data=data | lain).peringatan is not None


def test_a_fasilitator_explains_too(kantor_contoh: KantorUji):
    isi: dict[str, Any] = {"by": kantor_contoh.akun(FASILITATOR), "pegawai": kantor_contoh.orang(ORANG), **IJAZAH}
    isi |= {"bukti": [berkas(kantor_contoh, ORANG, "IJAZAH")], "pernyataan": True}
    with pytest.raises(BelumLengkap, match="Transkrip"):
        isikan(**isi)
    satu = isikan(**isi, tanpa_bukti="Tidak ada di berkas kertas.")
    assert "Tidak ada di berkas kertas." in satu.langkah.get().isi


def test_one_family_card_may_stand_beside_two_proposals(kantor_contoh: KantorUji):
    kk = berkas(kantor_contoh, ORANG, "KK")
    for urutan in (1, 2):
        data = CONTOH["anak"][0] | {"urutan": urutan, "nama": f"Anak {urutan}"}
        ajukan(kantor_contoh, berkas(kantor_contoh, ORANG, "AKTA_ANAK"), kk, jenis="anak", data=data)
    akta = berkas(kantor_contoh, ORANG, "AKTA_ANAK")
    ajukan(kantor_contoh, akta, kk, jenis="anak", data=CONTOH["anak"][0])
    with pytest.raises(SudahBerubah, match="sudah dipakai"):
        ajukan(kantor_contoh, akta, jenis="anak", data=CONTOH["anak"][0])


def test_a_paper_alone_is_reason_enough_for_a_correction(kantor_contoh: KantorUji):
    ijazah = berkas(kantor_contoh, ORANG, "IJAZAH")
    lama = sahkan(ajukan(kantor_contoh, ijazah, tanpa_bukti="Belum ketemu."))
    perbaikan: dict[str, Any] = {"menggantikan": lama, "alasan": "Transkripnya ketemu."}
    with pytest.raises(IsianSalah, match="tambah buktinya"):
        ajukan(kantor_contoh, ijazah, tanpa_bukti="Belum ketemu.", **perbaikan)
    baru = ajukan(kantor_contoh, ijazah, berkas(kantor_contoh, ORANG, "TRANSKRIP"), **perbaikan)
    assert (baru.menggantikan, baru.peringatan) == (lama, [])


def test_only_the_papers_of_the_slots_offer_a_row_by_themselves(kantor_contoh: KantorUji):
    def tawaran(kode: str) -> list[str]:
        dokumen = berkas(kantor_contoh, ORANG, kode)
        return [satu.alamat.rpartition("jenis=")[2] for satu in usulan_berikut(dokumen, kantor_contoh.akun(ORANG))]

    assert tawaran("IJAZAH") == ["pendidikan"]
    assert "pasangan" not in tawaran("KK")
    assert tawaran("NPWP") == ["data_utama"]
    assert tawaran("PERTEK_KP") == tawaran("AKRED") == []
    assert tawaran("SK_TUBEL") == ["tubel"]


# --- on the pages and through the API --------------------------------------------------------------------------


def halaman(kantor: KantorUji, client: Client, dokumen: Dokumen) -> tuple[str, dict[str, Any]]:
    client.force_login(kantor.akun(ORANG))
    jalur = f"{reverse('riwayat:baru')}?dokumen={dokumen.pk}&jenis=pendidikan"
    return jalur, tersembunyi(client.get(jalur))


def test_the_form_tells_mandatory_from_optional_and_ticks_what_fits(kantor_contoh: KantorUji, client: Client):
    ijazah = berkas(kantor_contoh, ORANG, "IJAZAH", minor="40")
    lain = berkas(kantor_contoh, ORANG, "TRANSKRIP", minor="15")
    transkrip = berkas(kantor_contoh, ORANG, "TRANSKRIP", minor="40")
    akred = berkas(kantor_contoh, ORANG, "AKRED")
    jalur, _ = halaman(kantor_contoh, client, ijazah)
    jawaban = client.get(jalur)
    assert "Transkrip nilai (wajib)" in teks(jawaban)
    assert "Bukti tambahan" in teks(jawaban)
    isi = jawaban.content.decode()
    assert f'value="{transkrip.pk}" checked' in isi
    assert f'value="{lain.pk}">' in isi
    assert f'value="{akred.pk}">' in isi


def test_what_is_ticked_goes_with_the_proposal_and_foreign_numbers_are_ignored(
    kantor_contoh: KantorUji, client: Client
):
    ijazah, akred = (berkas(kantor_contoh, ORANG, kode) for kode in ("IJAZAH", "AKRED"))
    asing = berkas(kantor_contoh, 9, "TRANSKRIP")
    jalur, tetap = halaman(kantor_contoh, client, ijazah)
    isi = {**tetap, **CONTOH["pendidikan"][0], "bukti": [str(akred.pk), str(asing.pk)]}
    jawaban = client.post(jalur, {**isi, "langkah": "periksa"})
    assert jawaban.status_code == 422
    assert "Riwayat pendidikan perlu Transkrip nilai" in teks(jawaban)
    isi["tanpa_bukti"] = "Hilang saat pindah rumah."
    jawaban = client.post(jalur, {**isi, "langkah": "periksa"})
    assert "Dokumen wajib yang tidak ada Hilang saat pindah rumah." in teks(jawaban)
    jawaban = client.post(jalur, {**isi, "langkah": "ajukan", "pernyataan": "on"})
    assert jawaban.status_code == 302
    satu = Riwayat.objects.jenis("pendidikan").usulan().get(pegawai=kantor_contoh.orang(ORANG))
    assert set(satu.bukti.values_list("dokumen", flat=True)) == {ijazah.pk, akred.pk}
    assert "Belum dilampirkan: Transkrip nilai." in teks(client.get(reverse("riwayat:usulan", args=[satu.pk])))
    assert "Belum ada buktinya: Transkrip nilai" in teks(client.get(reverse("riwayat:riwayat")))


def test_a_form_without_any_field_is_no_proposal(kantor_contoh: KantorUji, client: Client):
    jalur, _ = halaman(kantor_contoh, client, berkas(kantor_contoh, ORANG, "IJAZAH"))
    assert client.post(jalur).status_code == 409


def test_too_long_a_reason_is_refused_whole(kantor_contoh: KantorUji, client: Client):
    jalur, tetap = halaman(kantor_contoh, client, berkas(kantor_contoh, ORANG, "IJAZAH"))
    isi = {**tetap, **CONTOH["pendidikan"][0], "tanpa_bukti": "x" * 301, "langkah": "periksa"}
    jawaban = client.post(jalur, isi)
    assert jawaban.status_code == 422
    assert "paling banyak 300 huruf" in teks(jawaban)


def test_fields_that_are_rare_are_folded_and_open_when_one_is_wrong(kantor_contoh: KantorUji, client: Client):
    jalur, tetap = halaman(kantor_contoh, client, berkas(kantor_contoh, ORANG, "IJAZAH"))
    assert b"<summary>Akreditasi, izin belajar, dan PDDikti</summary>" in client.get(jalur).content
    isi = {**tetap, **CONTOH["pendidikan"][0], "link_pddikti": "bukan alamat", "langkah": "periksa"}
    jawaban = client.post(jalur, isi)
    assert jawaban.status_code == 422
    assert b'<details class="rinci" open>' in jawaban.content


def test_machines_are_told_slots_and_conditions_and_get_the_row_as_bkn_has_it(kantor_contoh: KantorUji):
    klien = APIClient()
    klien.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(kantor_contoh.akun(ORANG))}")
    jenis = {satu["kode"]: satu for satu in klien.get("/api/v1/jenis-riwayat/").json()}
    assert jenis["pendidikan"]["bukti_wajib"] == [{"kode": ["IJAZAH"], "kata": ""}, {"kode": ["TRANSKRIP"], "kata": ""}]
    assert {"kode": ["PERTEK_CLTN"], "kata": "untuk CLTN dan perpanjangannya"} in jenis["cltn"]["bukti_wajib"]
    bidang = {satu["nama"]: satu for satu in jenis["pendidikan"]["bidang"]}
    assert bidang["sk_nomor"]["bkn"] == "nomor_ijazah"
    ijazah = berkas(kantor_contoh, ORANG, "IJAZAH")
    isi = {"jenis": "pendidikan", "data": CONTOH["pendidikan"][0], "bukti": [ijazah.pk], "pernyataan": True}
    tolakan = klien.post("/api/v1/riwayat/", isi, format="json")
    assert tolakan.status_code == 422
    assert "tanpa_bukti" in str(tolakan.json())
    satu = klien.post("/api/v1/riwayat/", {**isi, "tanpa_bukti": "Hilang."}, format="json").json()
    assert satu["bukti_kurang"] == ["Transkrip nilai"]
    assert satu["bkn"]["nomor_ijazah"] == "1234/UC/2019"
    assert satu["bkn"]["tahun_lulus"] == 2019
    assert satu["bkn"]["is_pendidikan_pertama"] is True
