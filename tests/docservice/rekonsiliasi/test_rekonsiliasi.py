"""A reconciliation from the export to the file that never changes (POSO 1 no. 13 and 14)."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan
from docservice.audit.models import Jejak
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi import actions, jobs
from docservice.rekonsiliasi.contoh import TAMU
from docservice.rekonsiliasi.kita import kumpulkan
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat import actions as riwayat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.sandi import segel
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    PEMILIK,
    TETANGGA,
    Situs,
    badan,
    berkas,
    teks,
)
from tests.docservice.rekonsiliasi.alat import ADMINISTRATOR_LAIN, KEPALA, KEPALA_PD, beda, ekspor, serahkan, tutup

NINGSIH = 12
"""Kinanti of the hospital: no role, a validated golongan."""


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    return Situs(kantor_contoh)


_putuskan: Any = actions.putuskan


def nip(situs: Situs, nomor: int) -> str:
    return situs.orang(nomor).nip


@pytest.mark.syarat("POSO-1-14")
def test_every_field_that_differs_is_found_and_nothing_else(situs: Situs):
    isi = ekspor(nip=nip(situs, NINGSIH), **{"GOL AKHIR NAMA": "III/D", "TEMPAT LAHIR NAMA": "KOTA TELUK CONTOH"})
    satu = serahkan(situs, isi)
    assert satu.status == "diputuskan"
    assert satu.asing == ["KETERANGAN LOKAL"]
    ditemukan = set(satu.beda.filter(orang__nip=nip(situs, NINGSIH)).values_list("bidang", flat=True))
    assert "golongan" in ditemukan
    assert not ditemukan & {"nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "jabatan", "pendidikan"}
    golongan = beda(satu, nip(situs, NINGSIH), "golongan")
    assert (golongan.kata_kita, golongan.kata_bkn, golongan.status) == ("III/c", "III/d", "belum_diputuskan")
    halaman = teks(situs.masuk(ADMINISTRATOR).get(f"/rekonsiliasi/{satu.pk}/?bidang=golongan"))
    assert "Kinanti Rumapea" in halaman
    assert "belum diputuskan" in halaman
    assert "KETERANGAN LOKAL" in halaman


@pytest.mark.syarat("POSO-1-13")
def test_the_headcount_of_both_sides_adds_up(situs: Situs):
    satu = serahkan(situs, ekspor())
    aktif = Pegawai.objects.filter(kedudukan_hukum__lt="51").count()
    n = {kode: satu.orang.filter(keadaan=kode).count() for kode in ("sama", "beda", "hanya_bkn", "hanya_sini")}
    assert (n["hanya_bkn"], n["hanya_sini"], n["sama"] + n["beda"]) == (1, 1, aktif - 1)
    assert satu.orang.get(keadaan="hanya_bkn").nip == TAMU[0]
    isi = teks(situs.masuk(KEPALA).get(f"/rekonsiliasi/{satu.pk}/"))
    assert f"Tercatat di BKN {aktif} Tercatat di sini {aktif} Di keduanya {aktif - 1}" in isi


def test_a_nik_is_compared_without_being_shown(situs: Situs):
    orang, angka = situs.orang(NINGSIH), "9901014505880001"
    isi = {"pegawai": orang, "jenis": "data_utama", "status": "divalidasi_admin", "dibuat_oleh": situs.akun(5)}
    Riwayat.objects.create(
        **isi, data={"nik": segel("nik", angka)}, tmt=date(2026, 1, 1), divalidasi_pada="2026-01-01T00:00Z"
    )
    isi_berkas = f"NIP BARU,NAMA,NIK\n{orang.nip},KINANTI RUMAPEA,{angka[:-1]}2\n{nip(situs, PEMILIK)},DAMAR PANULUH,\n"
    satu = serahkan(situs, isi_berkas.encode())
    nik = beda(satu, orang.nip, "nik")
    assert (nik.kata_kita, nik.kata_bkn) == ("tidak ditampilkan", "tidak ditampilkan")
    assert angka[:-1] not in json.dumps(list(Beda.objects.values("kita", "bkn")))
    sama = serahkan(situs, isi_berkas.replace(f"{angka[:-1]}2", angka).encode(), kunci="lain")
    assert not sama.beda.filter(bidang="nik").exists()


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"%PDF-1.7 bukan tabel", "Tabel ini tidak berisi baris."),
        (b"PK\x03\x04 rusak", "tidak dapat dibaca dengan aman"),
        (b"Bulan;Jumlah\n1;2\n", "Tidak ada kolom NIP."),
        (b"NIP BARU;NAMA;TMT CPNS\n12;;kapan\n", "NIP terdiri atas 18 angka."),
        (rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "terdeteksi berbahaya"),
    ],
)
def test_what_cannot_be_compared_is_refused_whole(situs: Situs, isi: bytes, kalimat: str):
    satu = serahkan(situs, isi)
    assert satu.status == "tak_dibandingkan"
    assert not OrangRekonsiliasi.objects.exists()
    assert kalimat in teks(situs.masuk(ADMINISTRATOR).get(f"/rekonsiliasi/{satu.pk}/"))
    assert Kabar.objects.filter(pengguna=situs.akun(ADMINISTRATOR), kunci=f"rekonsiliasi:{satu.pk}:bahaya").exists()


def test_the_form_says_what_is_missing(situs: Situs):
    saya = situs.masuk(ADMINISTRATOR)
    isi = saya.post("/rekonsiliasi/", {"per_tanggal": "1-1-2999"})
    assert isi.status_code == 422
    assert "Pilih berkas ekspornya." in teks(isi)
    besok = saya.post("/rekonsiliasi/", {"berkas": berkas(b"a,b\n1,2\n"), "per_tanggal": "1-1-2999"})
    assert "Isi hari ini atau sebelumnya." in teks(besok)
    assert not Rekonsiliasi.objects.exists()


def test_pressed_twice_it_is_one_run(situs: Situs):
    isi = ekspor()
    assert serahkan(situs, isi).pk == serahkan(situs, isi).pk
    assert Rekonsiliasi.objects.count() == 1


def test_a_killed_comparison_goes_on_where_it_stopped(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(jobs, "SEKALI", 7)
    kali: list[int] = []

    def mati(nip):
        kali.append(len(nip))
        if len(kali) == 2:
            raise KeyboardInterrupt
        return kumpulkan(nip)

    monkeypatch.setattr(jobs, "kumpulkan", mati)
    with pytest.raises(KeyboardInterrupt):
        serahkan(situs, ekspor())
    satu = Rekonsiliasi.objects.get()
    assert (satu.status, satu.orang.count(), satu.diproses) == ("dibaca", 7, 7)
    job = Job.objects.get(kunci=f"rekonsiliasi.banding:{satu.pk}")
    Job.objects.filter(pk=job.pk).update(status="menunggu", sewa_sampai=None, pemilik="")
    jalankan(job.pk)
    satu.refresh_from_db()
    utuh = serahkan(situs, ekspor(), kunci="utuh")
    assert satu.status == "diputuskan"
    assert sorted(satu.beda.values_list("orang__nip", "bidang")) == sorted(
        utuh.beda.values_list("orang__nip", "bidang")
    )


@pytest.mark.syarat("POSO-1-14")
def test_bkn_right_opens_the_ordinary_door_and_changes_nothing_validated(situs: Situs):
    orang = situs.orang(NINGSIH)
    satu = serahkan(situs, ekspor(nip=orang.nip, **{"GOL AKHIR NAMA": "III/D", "NAMA": "KINANTI R. RUMAPEA"}))
    lama = Riwayat.objects.milik(orang).jenis("golongan").tervalidasi().get()
    pilihan = [beda(satu, orang.nip, bidang).pk for bidang in ("golongan", "nama")]
    saya, isi = situs.masuk(ADMINISTRATOR), {"beda": pilihan, "putusan": "bkn_benar", "alasan": "SK sudah dilihat."}
    assert saya.post(f"/rekonsiliasi/{satu.pk}/putuskan/", isi).status_code == 302
    golongan = Riwayat.objects.milik(orang).jenis("golongan").get(sumber="siasn")
    assert (golongan.status, golongan.data["golongan"]) == ("draf", "III/d")
    assert golongan.data["tmt_golongan"] == lama.data["tmt_golongan"], "the rest is what is validated"
    assert Riwayat.objects.milik(orang).jenis("golongan").tervalidasi().get().data == lama.data
    assert Pegawai.objects.get(pk=orang.pk).nama == "Kinanti Rumapea"
    nama = Riwayat.objects.milik(orang).get(jenis="perbaikan_data")
    assert nama.data["nama"] == "KINANTI R. RUMAPEA"
    assert beda(satu, orang.nip, "golongan").usulan == golongan
    kabar = Kabar.objects.filter(pengguna=orang.pengguna, kunci__startswith="riwayat:").values_list("teks", flat=True)
    assert any("Menurut data BKN per 1 Februari 2026 berbeda: Golongan." in satu for satu in kabar)
    with pytest.raises(SudahBerubah):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pilihan[0]], putusan="tunda", alasan="Ubah lagi."
        )


@pytest.mark.syarat("BABEL-9-3a")  # verified, validated, and at one with BKN afterwards
def test_the_owner_proves_it_and_two_officers_accept_it(situs: Situs):
    orang = situs.orang(PEMILIK)
    satu = serahkan(situs, ekspor(nip=orang.nip, NAMA="DAMAR PANULUHAN"))
    actions.putuskan(
        by=situs.akun(ADMINISTRATOR),
        rekonsiliasi=satu,
        beda=[beda(satu, orang.nip, "nama").pk],
        putusan="bkn_benar",
        alasan="Akta kelahiran.",
    )
    usulan = Riwayat.objects.milik(orang).get(jenis="perbaikan_data")
    akta = situs.dokumen(PEMILIK, "AKTA_LAHIR", status="terverifikasi")
    pemilik = situs.masuk(PEMILIK)
    assert "Diminta dari rekonsiliasi data BKN" in teks(pemilik.get(f"/riwayat/usulan/{usulan.pk}/"))
    alamat = f"/riwayat/usulan/{usulan.pk}/perbaiki/"
    assert akta.judul in teks(pemilik.get(alamat)), "first the evidence"
    formulir = pemilik.get(f"{alamat}?dokumen={akta.pk}")
    assert "DAMAR PANULUHAN" in formulir.content.decode()
    riwayat.ajukan(
        by=situs.akun(PEMILIK),
        pegawai=orang,
        jenis="perbaikan_data",
        data={**usulan.data, "nama": "Damar Panuluhan"},
        bukti=[akta],
        pernyataan=True,
        riwayat=usulan,
        revisi=usulan.revisi,
    )
    riwayat.verifikasi(by=situs.akun(FASILITATOR), riwayat=usulan)
    with pytest.raises(TidakBerwenang):  # who asked for it does not accept it
        riwayat.validasi(by=situs.akun(ADMINISTRATOR), riwayat=Riwayat.objects.get(pk=usulan.pk))
    riwayat.validasi(by=situs.akun(ADMINISTRATOR_LAIN), riwayat=Riwayat.objects.get(pk=usulan.pk))
    kini = situs.orang(PEMILIK)
    assert (kini.nama, kini.pengguna and kini.pengguna.nama) == ("Damar Panuluhan", "Damar Panuluhan")
    ulang = serahkan(situs, ekspor(nip=orang.nip, NAMA="DAMAR PANULUHAN"), kunci="ulang")
    assert not ulang.beda.filter(orang__nip=orang.nip, bidang="nama").exists()


def test_several_fields_of_one_kind_are_one_draft(situs: Situs):
    orang = situs.orang(NINGSIH)
    satu = serahkan(situs, ekspor(nip=orang.nip, **{"GOL AKHIR NAMA": "III/D", "TMT GOLONGAN": "01-04-2025"}))
    for bidang in ("golongan", "tmt_golongan"):
        pk = beda(satu, orang.nip, bidang).pk
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pk], putusan="bkn_benar", alasan="Sesuai SK."
        )
    draf = Riwayat.objects.milik(orang).get(jenis="golongan", sumber="siasn")
    assert (draf.data["golongan"], draf.data["tmt_golongan"]) == ("III/d", "2025-04-01")


def putuskan(situs: Situs, satu: Rekonsiliasi, bidang: str, orang: int = NINGSIH) -> Riwayat:
    pk = beda(satu, nip(situs, orang), bidang).pk
    actions.putuskan(
        by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pk], putusan="bkn_benar", alasan="Sesuai SK."
    )
    usulan = beda(satu, nip(situs, orang), bidang).usulan
    assert usulan is not None
    return usulan


def test_a_wrong_row_is_to_be_replaced_a_missing_one_to_be_added(situs: Situs):
    satu = serahkan(situs, ekspor(nip=nip(situs, NINGSIH), **{"GOL AKHIR NAMA": "III/D", "TMT GOLONGAN": "01-04-2025"}))
    lama = Riwayat.objects.milik(situs.orang(NINGSIH)).jenis("golongan").tervalidasi().get()
    draf = putuskan(situs, satu, "golongan")
    assert (draf.menggantikan, draf.data["sk_nomor"]) == (lama, lama.data["sk_nomor"])
    draf = putuskan(situs, satu, "tmt_golongan")
    assert (draf.menggantikan, draf.alasan, draf.tmt) == (None, "", date(2025, 4, 1))
    assert draf.data["sk_nomor"] == "", "a later row rests on another decree"


def test_what_a_decree_of_ours_says_is_not_corrected_by_an_export(situs: Situs):
    Riwayat.objects.milik(situs.orang(NINGSIH)).jenis("golongan").update(sumber="terbitan")
    satu = serahkan(situs, ekspor(nip=nip(situs, NINGSIH), **{"GOL AKHIR NAMA": "III/D"}))
    with pytest.raises(SudahBerubah, match="lewat keputusan baru"):
        putuskan(situs, satu, "golongan")
    assert beda(satu, nip(situs, NINGSIH), "golongan").status == "belum_diputuskan"
    assert not Riwayat.objects.filter(sumber="siasn").exists()


def test_equal_differences_are_decided_together_but_never_ones_own(situs: Situs):
    baris = [f"{pegawai.nip},{pegawai.nama},Papua" for pegawai in Pegawai.objects.filter(kedudukan_hukum__lt="51")]
    satu = serahkan(situs, "\n".join(["NIP BARU,NAMA,TEMPAT LAHIR NAMA", *baris]).encode())
    contoh = beda(satu, nip(situs, PEMILIK), "tempat_lahir")
    saya = situs.masuk(ADMINISTRATOR)
    isi = {"beda": [contoh.pk], "sama": "on", "putusan": "kami_benar", "alasan": "Akta kelahiran di arsip."}
    saya.post(f"/rekonsiliasi/{satu.pk}/putuskan/", isi)
    kota = satu.beda.filter(bidang="tempat_lahir", kita="Kota Contoh")
    assert set(kota.values_list("status", flat=True)) == {"kami_benar"}
    sendiri = beda(satu, nip(situs, ADMINISTRATOR), "tempat_lahir")
    with pytest.raises(TidakBerwenang, match="data sendiri"):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[sendiri.pk], putusan="tunda", alasan="Nanti saja."
        )
    teluk = list(satu.beda.filter(bidang="tempat_lahir", kita=sendiri.kita).values_list("pk", flat=True))
    hasil = actions.putuskan(
        by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=teluk, putusan="tunda", alasan="Menunggu akta."
    )
    assert (hasil.diputuskan, hasil.dilewati) == (len(teluk) - 1, 1)
    assert beda(satu, sendiri.orang.nip, "tempat_lahir").status == "belum_diputuskan"


def test_nobody_decides_on_their_family(situs: Situs):
    isi = {"pegawai": situs.orang(PEMILIK), "jenis": "pasangan", "dibuat_oleh": situs.akun(PEMILIK)}
    Riwayat.objects.create(**isi, data={"nip_pasangan": nip(situs, ADMINISTRATOR)}, status="diajukan")
    satu = serahkan(situs, ekspor(nip=nip(situs, PEMILIK), NAMA="LAIN"))
    with pytest.raises(TidakBerwenang, match="keluarga"):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR),
            rekonsiliasi=satu,
            beda=[beda(satu, nip(situs, PEMILIK), "nama").pk],
            putusan="kami_benar",
            alasan="Sesuai akta.",
        )


@pytest.mark.parametrize(
    ("isi", "bidang"),
    [
        ({"putusan": "mungkin", "alasan": "Karena itu."}, "putusan"),
        ({"putusan": "tunda", "alasan": "  "}, "alasan"),
        ({"putusan": "tunda", "alasan": "Karena itu.", "beda": []}, "beda"),
        ({"putusan": "tunda", "alasan": "Karena itu.", "beda": range(1, 300)}, "beda"),
    ],
)
def test_a_decision_needs_a_kind_a_reason_and_a_few_rows(situs: Situs, isi: dict[str, Any], bidang: str):
    satu = serahkan(situs, ekspor())
    pk = satu.beda.values_list("pk", flat=True)[:1]
    with pytest.raises(IsianSalah) as salah:
        _putuskan(**{"by": situs.akun(ADMINISTRATOR), "rekonsiliasi": satu, "beda": list(pk)} | isi)
    assert bidang in salah.value.isian


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
    for aksi in (
        lambda: actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pertama.pk], putusan="tunda", alasan="Ubah lagi."
        ),
        lambda: actions.tutup(by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu),
        lambda: actions.batalkan(by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, alasan="Keliru berkas."),
    ):
        with pytest.raises(SudahBerubah):
            aksi()
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
    orang = situs.orang(NINGSIH)
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
    for nomor, milik, asing in ((FASILITATOR, PEMILIK, NINGSIH), (KEPALA_PD, 23, PEMILIK)):
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


def test_the_page_asks_as_much_of_the_database_for_many_as_for_few(situs: Situs, django_assert_max_num_queries):
    satu = serahkan(situs, ekspor())
    saya = situs.masuk(ADMINISTRATOR)
    with django_assert_max_num_queries(40):
        saya.get(f"/rekonsiliasi/{satu.pk}/")


@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
def test_the_sample_can_be_tried(situs: Situs, tmp_path: Path, akhiran: str):
    letak = tmp_path / f"siasn{akhiran}"
    call_command("contoh_siasn", str(letak), verbosity=0)
    satu = serahkan(situs, letak.read_bytes(), nama=letak.name)
    assert (satu.status, satu.jumlah) == ("diputuskan", Pegawai.objects.filter(kedudukan_hukum__lt="51").count())
    with pytest.raises(CommandError):
        call_command("contoh_siasn", str(tmp_path / "x.pdf"))
