"""An export of BKN taken in and compared field by field (POSO 1 no. 13 and 14)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi import jobs
from docservice.rekonsiliasi.contoh import TAMU
from docservice.rekonsiliasi.kita import kumpulkan
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat.models import Riwayat
from docservice.riwayat.sandi import segel
from tests.docservice.halaman import ADMINISTRATOR, PEMILIK, Situs, berkas, teks
from tests.docservice.rekonsiliasi.alat import KEPALA, KINANTI, beda, ekspor, nip, serahkan


@pytest.mark.syarat("POSO-1-14")
def test_every_field_that_differs_is_found_and_nothing_else(situs: Situs):
    isi = ekspor(nip=nip(situs, KINANTI), **{"GOL AKHIR NAMA": "III/D", "TEMPAT LAHIR NAMA": "KOTA TELUK CONTOH"})
    satu = serahkan(situs, isi)
    assert satu.status == "diputuskan"
    assert satu.asing == ["KETERANGAN LOKAL"]
    ditemukan = set(satu.beda.filter(orang__nip=nip(situs, KINANTI)).values_list("bidang", flat=True))
    assert "golongan" in ditemukan
    assert not ditemukan & {"nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "jabatan", "pendidikan"}
    golongan = beda(satu, nip(situs, KINANTI), "golongan")
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
    orang, angka = situs.orang(KINANTI), "9901014505880001"
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
