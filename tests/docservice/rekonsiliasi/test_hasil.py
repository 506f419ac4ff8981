"""A closed reconciliation: files that never change, each unit's part, what BKN must correct (POSO 1 no. 13 and 14)."""

from __future__ import annotations

import hashlib
import io
import json
from functools import partial

import pytest
import python_calamine
from django.db import IntegrityError, transaction

from docservice.audit.models import Jejak
from docservice.rekonsiliasi import actions, jobs
from docservice.rekonsiliasi.contoh import TAMU
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.umum.errors import SudahBerubah
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, TETANGGA, Situs, badan, teks
from tests.docservice.rekonsiliasi.alat import KEPALA, KEPALA_PD, KINANTI, beda, ekspor, nip, serahkan, tutup


def berkas_seperti_tercatat(situs: Situs, satu: Rekonsiliasi) -> None:
    """Both files are those whose hashes stand on record, and say the same; what people typed is text in them."""
    saya = situs.masuk(ADMINISTRATOR)
    hasil = {bentuk: badan(saya.post(f"/rekonsiliasi/{satu.pk}/hasil.{bentuk}")) for bentuk in ("json", "xlsx")}
    assert hashlib.sha256(hasil["json"]).hexdigest() == satu.hasil_json
    assert hashlib.sha256(hasil["xlsx"]).hexdigest() == satu.hasil_xlsx
    data = json.loads(hasil["json"])
    assert data["sumber"]["sha256"] == satu.sumber
    assert len(data["beda"]) == satu.beda.count()
    assert data["jumlah"]["hanya_bkn"] == 1
    buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(hasil["xlsx"]))
    assert buku.sheet_names == ["Ringkasan", "Perbedaan", "Orang"]
    perbedaan = buku.get_sheet_by_name("Perbedaan").to_python()
    assert len(perbedaan) == len(data["beda"]) + 1
    assert any("=HYPERLINK palsu" in satu for satu in perbedaan), "text, not a formula"


def tidak_berubah_lagi(situs: Situs, satu: Rekonsiliasi, pk: int) -> None:
    saya = situs.akun(ADMINISTRATOR)
    for aksi in (
        partial(actions.putuskan, beda=[pk], putusan="tunda", alasan="Ubah lagi."),
        actions.tutup,
        partial(actions.batalkan, alasan="Keliru berkas."),
    ):
        with pytest.raises(SudahBerubah):
            aksi(by=saya, rekonsiliasi=satu)


@pytest.mark.syarat("POSO-1-14", "POSO-1-13")
def test_the_result_is_a_file_of_its_own_that_never_changes(situs: Situs):
    satu = serahkan(situs, ekspor())
    saya = situs.masuk(ADMINISTRATOR)
    saya.post(f"/rekonsiliasi/{satu.pk}/tutup/")
    satu.refresh_from_db()
    assert satu.status == "diputuskan", "something is undecided"
    pertama = satu.beda.exclude(orang__nip=nip(situs, ADMINISTRATOR)).order_by("pk")[0]
    isi = {"beda": [pertama.pk], "putusan": "kami_benar", "alasan": "=HYPERLINK palsu"}
    saya.post(f"/rekonsiliasi/{satu.pk}/putuskan/", isi)
    satu = tutup(situs, satu)
    assert satu.status == "ditutup"
    berkas_seperti_tercatat(situs, satu)
    tidak_berubah_lagi(situs, satu, pertama.pk)
    jobs.buat_hasil(str(satu.pk), None)  # type: ignore[arg-type] # once more changes nothing
    jejak = Jejak.objects.filter(objek=f"rekonsiliasi:{satu.pk}").order_by("nomor").values_list("aksi", flat=True)
    assert list(jejak) == [
        "rekonsiliasi.diterima",
        "rekonsiliasi.dibandingkan",
        "beda.kami_benar",
        "rekonsiliasi.menutup",
        "rekonsiliasi.ditutup",
        "rekonsiliasi.hasil_diunduh",
        "rekonsiliasi.hasil_diunduh",
    ]
    lihat = teks(saya.get(f"/rekonsiliasi/{satu.pk}/"))
    assert satu.hasil_xlsx in lihat
    assert "Ditutup oleh Yosafat Wirabuana" in lihat


def test_a_closed_run_without_a_result_cannot_be_written(situs: Situs):
    satu = serahkan(situs, ekspor())
    with pytest.raises(IntegrityError), transaction.atomic():
        Rekonsiliasi.objects.filter(pk=satu.pk).update(status="ditutup")


def test_what_bkn_must_correct_is_a_list(situs: Situs):
    orang = situs.orang(KINANTI)
    satu = serahkan(situs, ekspor(nip=orang.nip, **{"GOL AKHIR NAMA": "III/D"}))
    actions.putuskan(
        by=situs.akun(ADMINISTRATOR),
        rekonsiliasi=satu,
        beda=[beda(satu, orang.nip, "golongan").pk],
        putusan="kami_benar",
        alasan="SK KP 2024 terverifikasi.",
    )
    isi = badan(situs.masuk(ADMINISTRATOR).post(f"/rekonsiliasi/{satu.pk}/perbaikan-bkn.csv")).decode("utf-8-sig")
    assert f'"{orang.nip}";"Kinanti Rumapea";"Golongan";"III/d";"III/c";"SK KP 2024 terverifikasi."' in isi
    assert len(isi.splitlines()) == 2


@pytest.mark.syarat("POSO-1-14")
def test_heads_and_fasilitators_share_the_part_of_their_unit(situs: Situs):
    satu = serahkan(situs, ekspor())
    assert situs.masuk(FASILITATOR).get(f"/rekonsiliasi/{satu.pk}/").status_code == 404, "not before it is closed"
    satu = tutup(situs, satu)
    for nomor, milik, asing in ((FASILITATOR, PEMILIK, KINANTI), (KEPALA_PD, 23, PEMILIK)):
        klien = situs.masuk(nomor)
        isi = json.loads(badan(klien.post(f"/rekonsiliasi/{satu.pk}/hasil.json")))
        orang = {satu["nip"] for satu in isi["orang"]}
        assert nip(situs, milik) in orang
        assert nip(situs, asing) not in orang
        assert {satu["nip"] for satu in isi["beda"]} <= orang
        assert isi["bagian_unit"]
        assert isi["jumlah"]["di_sini"] == len(orang)
        lihat = teks(klien.get(f"/rekonsiliasi/{satu.pk}/"))
        assert TAMU[0] not in lihat.replace(" ", "")
        assert klien.post(f"/rekonsiliasi/{satu.pk}/perbaikan-bkn.csv").status_code == 403
        assert klien.post(f"/rekonsiliasi/{satu.pk}/putuskan/", {}).status_code == 403
        assert badan(klien.post(f"/rekonsiliasi/{satu.pk}/hasil.xlsx"))[:2] == b"PK"
    assert situs.masuk(KEPALA).post(f"/rekonsiliasi/{satu.pk}/hasil.json").status_code == 200
    lain = json.loads(badan(situs.masuk(FASILITATOR_LAIN).post(f"/rekonsiliasi/{satu.pk}/hasil.json")))
    assert nip(situs, PEMILIK) not in {satu["nip"] for satu in lain["orang"]}
    assert situs.masuk(TETANGGA).get("/rekonsiliasi/").status_code == 403


def test_a_wrong_export_is_given_up_with_a_reason(situs: Situs):
    satu = serahkan(situs, ekspor())
    saya = situs.masuk(ADMINISTRATOR)
    saya.post(f"/rekonsiliasi/{satu.pk}/batalkan/", {"alasan": ""})
    satu.refresh_from_db()
    assert satu.status == "diputuskan"
    saya.post(f"/rekonsiliasi/{satu.pk}/batalkan/", {"alasan": "Ekspor instansi lain."})
    satu.refresh_from_db()
    assert (satu.status, satu.alasan) == ("dibatalkan", "Ekspor instansi lain.")
    assert "Ekspor instansi lain." in teks(saya.get(f"/rekonsiliasi/{satu.pk}/"))
