"""Many papers at once: a ZIP or a folder, corrected in a table, sent through the very same upload, reported on."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import time
import zipfile
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from docservice.akun.models import Kabar
from docservice.antrean.models import Job, Prioritas
from docservice.antrean.pekerjaan import jalankan, jalankan_semua, taruh
from docservice.audit.models import Jejak
from docservice.borongan import impor as modul_impor
from docservice.borongan import jobs
from docservice.borongan.actions import perbaiki
from docservice.borongan.baris import Pemeriksa
from docservice.borongan.kirim import kirim_baris
from docservice.borongan.management.commands import impor_folder
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.status import DAPAT_DIUBAH, StatusBaris
from docservice.dokumen import gudang, kiriman
from docservice.dokumen.kuota import terpakai
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.umum.lembar import aman
from storage import StorageFull
from tests.docservice.dokumen.alat import kertas
from tests.docservice.dokumen.test_kiriman import kirim_semua
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    PEMILIK,
    TETANGGA,
    Situs,
    berkas,
    teks,
)

ORANG_LAIN = 16


def zip_(**isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as paket:
        for nama, bytes_ in isi.items():
            paket.writestr(nama, bytes_)
    return keluar.getvalue()


def unggah(situs: Situs, isi: bytes, *, oleh: int = FASILITATOR, kunci: str = "k") -> Borongan:
    jawaban = situs.masuk(oleh).post("/borongan/", {"berkas": berkas(isi, "sk.zip"), "kunci": kunci})
    assert jawaban.status_code == 302, teks(jawaban)
    return Borongan.objects.get(pk=jawaban.headers["Location"].split("/")[2])


def urai(borongan: Borongan) -> Borongan:
    jalankan(Job.objects.get(kunci=f"borongan.urai:{borongan.pk}").pk)
    borongan.refresh_from_db()
    return borongan


def kirim(situs: Situs, borongan: Borongan, oleh: int = FASILITATOR) -> Borongan:
    assert situs.masuk(oleh).post(f"/borongan/{borongan.pk}/kirim/").status_code == 302
    jalankan(Job.objects.get(kunci=f"borongan.kirim:{borongan.pk}").pk)
    borongan.refresh_from_db()
    return borongan


def paket(situs: Situs) -> bytes:
    nip = situs.orang(PEMILIK).nip
    return zip_(
        **{
            f"SK/KARPEG_{nip}.pdf": kertas(),
            f"SK/SKP_2024_{nip}.pdf": kertas(),
            f"lama/scan001_{nip}.pdf": kertas(),
            "tanpa nama.pdf": kertas(),
            f"NPWP_{nip}.pdf": b"MZ bukan kertas" + b"\0" * 100,
            "dalam.zip": b"PK\x03\x04",
        }
    )


def keadaan(borongan: Borongan) -> list[str]:
    return list(borongan.baris.values_list("status", flat=True))


@pytest.mark.syarat("BABEL-19-2")
def test_names_are_read_corrected_sent_and_reported(situs: Situs):
    borongan = urai(unggah(situs, paket(situs)))
    assert (borongan.status, borongan.jumlah) == ("diperiksa", 6)
    assert keadaan(borongan) == ["siap", "siap", "perlu", "perlu", "siap", "ditolak"]
    saya, halaman = situs.masuk(FASILITATOR), f"/borongan/{borongan.pk}/"
    isi = teks(saya.get(halaman))
    assert "3 siap · 2 perlu diperbaiki · 1 tidak dapat diterima" in isi
    assert "Jenis dokumen tidak dikenal dari nama berkasnya. Pilih jenisnya." in isi
    assert isi.count(situs.orang(PEMILIK).nama_lengkap) == 4  # whose each is, in words; one name says nothing
    perbaikan = {"baris": ["2", "3"], "jenis-2": "KTP · Kartu Tanda Penduduk", "nip-2": situs.orang(PEMILIK).nip}
    perbaikan |= {"jenis-3": "KK", "nip-3": "123", "buang-3": "on"}
    saya.post(halaman, perbaikan)
    assert keadaan(borongan) == ["siap", "siap", "siap", "dibuang", "siap", "ditolak"]
    borongan = kirim(situs, borongan)
    assert (borongan.status, keadaan(borongan)) == (
        "selesai",
        ["terkirim", "terkirim", "terkirim", "dibuang", "ditolak", "ditolak"],
    )
    jenis = Dokumen.objects.filter(pegawai=situs.orang(PEMILIK)).values_list("jenis", "minor")
    assert sorted(jenis) == [("KARPEG", ""), ("KTP", ""), ("SKP", "2024")]
    lapor = list(csv.reader(io.StringIO(saya.get(f"{halaman}laporan.csv").content.decode())))
    assert len(lapor) == 7
    assert "bukan PDF atau foto" in lapor[5][-1]
    assert "3 terkirim, 0 perlu diperbaiki, 2 tidak dapat diterima." in Kabar.objects.get(kunci__startswith="boro").teks
    aksi = Jejak.objects.filter(objek=f"borongan:{borongan.pk}").order_by("nomor").values_list("aksi", flat=True)
    assert list(aksi) == ["borongan.diterima", "borongan.diurai", "borongan.dikirim", "borongan.selesai"]


def test_many_files_without_a_zip_are_the_same(situs: Situs):
    nip = situs.orang(PEMILIK).nip
    kiriman = [berkas(kertas(), f"KARPEG_{nip}.pdf"), berkas(kertas(), f"KTP_{nip}.pdf")]
    situs.masuk(FASILITATOR).post("/borongan/", {"berkas": kiriman, "kunci": "k"})
    assert keadaan(kirim(situs, urai(Borongan.objects.get()))) == ["terkirim", "terkirim"]


def test_a_folder_of_thousands_needs_no_more_open_files_than_one(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    saya, terbuka, paling = situs.masuk(FASILITATOR), set(), []
    pk = [kirim_semua(saya, kertas(), f"{n}.pdf", 100_000) for n in range(3)]
    satu = kiriman.berkas_dari

    @contextlib.contextmanager
    def dihitung(**isian: Any) -> Any:
        with satu(**isian) as berkas:
            terbuka.add(berkas)
            paling.append(len(terbuka))
            yield berkas
            terbuka.remove(berkas)

    monkeypatch.setattr(kiriman, "berkas_dari", dihitung)
    saya.post("/borongan/", {"kiriman": pk, "kunci": "k"})
    assert (Borongan.objects.get().jumlah, paling) == (3, [1, 1, 1])
    banyak = saya.post("/borongan/", {"kiriman": ["x"] * 5000, "kunci": "m"})
    assert banyak.status_code == 404  # each was looked at: none of them is this person's


def test_pressing_twice_is_one_sending(situs: Situs):
    isi = paket(situs)
    assert unggah(situs, isi).pk == unggah(situs, isi).pk
    assert Borongan.objects.count() == 1


def test_bulk_work_waits_behind_people_and_takes_turns_by_office(situs: Situs):
    nip = situs.orang(PEMILIK).nip
    kirim(situs, urai(unggah(situs, zip_(**{f"KARPEG_{nip}.pdf": kertas()}))))
    job = Job.objects.get(jenis="dokumen.pindai")
    assert (job.prioritas, job.kelompok) == (Prioritas.BORONGAN, f"unit:{situs.orang(PEMILIK).unit_id}")
    jalankan_semua()
    assert set(Job.objects.filter(jenis__startswith="dokumen.").values_list("prioritas", flat=True)) == {5}
    assert VersiDokumen.objects.get(pegawai=situs.orang(PEMILIK)).status == "siap"


def test_a_full_queue_pauses_the_sending_and_loses_nothing(situs: Situs, settings: Any):
    nip = situs.orang(PEMILIK).nip
    borongan = urai(unggah(situs, zip_(**{f"KARPEG_{nip}.pdf": kertas()})))
    settings.QUEUE_LIMIT = 0
    assert kirim(situs, borongan).status == "dikirim"
    assert Job.objects.get(jenis="borongan.kirim").galat == "antrean penuh"
    settings.QUEUE_LIMIT = 100
    Job.objects.update(berikutnya="2000-01-01T00:00:00Z")
    jalankan_semua()
    assert keadaan(borongan) == ["terkirim"]


def test_a_disk_down_to_its_reserve_pauses_opening_and_sending(situs: Situs, settings: Any):
    nip, cadangan = situs.orang(PEMILIK).nip, settings.MINIMUM_FREE_DISK
    borongan = unggah(situs, zip_(**{f"KARPEG_{nip}.pdf": kertas()}))
    for langkah, selesai in ((urai, ["siap"]), (lambda b: kirim(situs, b), ["terkirim"])):
        sebelum = keadaan(borongan)
        settings.MINIMUM_FREE_DISK = 10**15
        langkah(borongan)
        assert (Job.objects.latest("pk").galat, keadaan(borongan)) == ("ruang penuh", sebelum)
        settings.MINIMUM_FREE_DISK = cadangan
        Job.objects.update(berikutnya="2000-01-01T00:00:00Z")
        jalankan_semua()
        assert keadaan(borongan) == selesai
        borongan.refresh_from_db()


def test_a_killed_opening_and_a_killed_sending_go_on_where_they_stopped(situs: Situs):
    nip = situs.orang(PEMILIK).nip
    isi = zip_(**{f"KARPEG_{nip}.pdf": kertas(), f"KTP_{nip}.pdf": kertas()})
    borongan = unggah(situs, isi)
    jobs._buka(borongan)  # an opening that died before it could say so
    urai(borongan)
    assert keadaan(borongan) == ["siap", "siap"]
    situs.masuk(FASILITATOR).post(f"/borongan/{borongan.pk}/kirim/")
    baris = borongan.baris.get(urutan=0)
    pemeriksa = Pemeriksa(borongan.oleh)
    kirim_baris(borongan, baris, situs.orang(PEMILIK), pemeriksa.jenis["KARPEG"])
    BarisBorongan.objects.filter(pk=baris.pk).update(status=StatusBaris.SIAP, dokumen=None)  # died before the mark
    jalankan(Job.objects.get(jenis="borongan.kirim").pk)
    assert keadaan(borongan) == ["terkirim", "terkirim"]
    assert VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).count() == 2


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (zip_(**{"../keluar.pdf": b"x"}), "menunjuk ke luar foldernya"),
        (b"PK\x03\x04 rusak", "tidak dapat dibuka"),
    ],
)
def test_a_parcel_that_is_refused_says_why_and_leaves_no_rows(situs: Situs, isi: bytes, kalimat: str):
    borongan = urai(unggah(situs, isi))
    assert borongan.status == "ditolak"
    assert kalimat in teks(situs.masuk(FASILITATOR).get(f"/borongan/{borongan.pk}/"))
    assert not borongan.baris.exists()


def test_a_fasilitator_sends_only_for_the_own_office(situs: Situs):
    borongan = urai(
        unggah(situs, zip_(**{f"KARPEG_{situs.orang(ORANG_LAIN).nip}.pdf": kertas()}), oleh=FASILITATOR_LAIN)
    )
    satu = borongan.baris.get()
    assert (satu.status, "tidak ada pegawai" in satu.masalah.lower()) == ("perlu", True)
    jawaban = situs.masuk(FASILITATOR_LAIN).post(f"/borongan/{borongan.pk}/kirim/")
    assert jawaban.status_code == 422
    assert "Belum ada berkas yang siap dikirim." in teks(jawaban)


def test_confidential_kinds_wait_for_an_administrator(situs: Situs):
    nama = f"SK_HUKDIS_2024_{situs.orang(PEMILIK).nip}.pdf"
    milik = {n: urai(unggah(situs, zip_(**{nama: kertas()}), oleh=n)).baris.get() for n in (FASILITATOR, ADMINISTRATOR)}
    assert (milik[FASILITATOR].status, milik[ADMINISTRATOR].status) == ("perlu", "siap")
    assert "hanya dapat dimasukkan oleh administrator" in milik[FASILITATOR].masalah


def test_a_sending_takes_room_from_its_coming_to_its_end(situs: Situs, settings: Any):
    isi = paket(situs)
    borongan = unggah(situs, isi)
    saya = situs.akun(FASILITATOR)
    assert terpakai(saya) == len(isi)
    urai(borongan)
    assert terpakai(saya) == sum(borongan.baris.exclude(sha256="").values_list("ukuran", flat=True)) > 0
    kirim(situs, borongan)
    tinggal = borongan.baris.filter(status__in=DAPAT_DIUBAH).values_list("ukuran", flat=True)
    assert terpakai(saya) == sum(tinggal) + sum(VersiDokumen.objects.values_list("ukuran", flat=True))
    settings.UPLOAD_QUOTA = settings.BULK_QUOTA = 0
    jawaban = situs.masuk(FASILITATOR).post("/borongan/", {"berkas": berkas(kertas(), "satu.pdf"), "kunci": "lain"})
    assert jawaban.status_code == 507
    assert "Ruang Anda penuh" in teks(jawaban)
    assert Borongan.objects.count() == 1


def test_what_would_not_fit_when_opened_is_not_opened(situs: Situs, settings: Any):
    borongan = unggah(situs, zip_deflate(KARPEG=b"0" * 100_000))
    settings.UPLOAD_QUOTA, settings.BULK_QUOTA = 50_000, 0
    urai(borongan)
    assert (borongan.status, borongan.baris.count()) == ("ditolak", 0)
    assert "Ruang Anda penuh" in borongan.alasan
    assert terpakai(situs.akun(FASILITATOR)) == 0


def test_a_sending_of_which_all_was_left_out_ends_and_gives_its_room_back(situs: Situs):
    borongan = urai(unggah(situs, paket(situs)))
    dibuang = {n: {"buang": "ya"} for n in borongan.baris.values_list("urutan", flat=True)}
    perbaiki(by=situs.akun(FASILITATOR), borongan=borongan, isian=dibuang)
    assert "Akhiri tanpa mengirim" in teks(situs.masuk(FASILITATOR).get(f"/borongan/{borongan.pk}/"))
    assert kirim(situs, borongan).status == "selesai"
    assert not VersiDokumen.objects.filter(kunci__startswith="borongan:").exists()
    assert terpakai(situs.akun(FASILITATOR)) == 0


def zip_deflate(**isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as satu:
        for nama, bytes_ in isi.items():
            satu.writestr(f"{nama}.pdf", bytes_)
    return keluar.getvalue()


def test_a_sending_is_its_senders_and_seen_by_administrators(situs: Situs):
    borongan = urai(unggah(situs, paket(situs)))
    alamat = f"/borongan/{borongan.pk}/"
    status = {n: situs.masuk(n).get(alamat).status_code for n in (PEMILIK, FASILITATOR_LAIN, ADMINISTRATOR)}
    assert status == {PEMILIK: 404, FASILITATOR_LAIN: 404, ADMINISTRATOR: 200}
    for tujuan in (alamat, f"{alamat}kirim/"):
        assert situs.masuk(ADMINISTRATOR).post(tujuan, {"baris": "2"}).status_code == 403
        assert situs.masuk(FASILITATOR_LAIN).post(tujuan).status_code == 404
    assert [situs.masuk(n).get("/borongan/").status_code for n in (PEMILIK, TETANGGA)] == [403, 403]


def test_nothing_and_a_zip_among_others_are_refused_on_the_page(situs: Situs):
    saya = situs.masuk(FASILITATOR)
    for semua in ([], [berkas(zip_(a=b"x"), "a.zip"), berkas(kertas(), "b.pdf")]):
        jawaban = saya.post("/borongan/", {"berkas": semua, "kunci": "k"})
        assert jawaban.status_code == 422
        assert "Pilih satu ZIP" in teks(jawaban)
    assert not Borongan.objects.exists()


def test_more_files_than_one_form_may_carry_are_refused_in_plain_words(situs: Situs):
    semua = [berkas(b"x", f"{n}.pdf") for n in range(101)]
    jawaban = situs.masuk(FASILITATOR).post("/borongan/", {"berkas": semua, "kunci": "k"})
    assert (jawaban.status_code, "masukkan semuanya ke satu ZIP" in teks(jawaban)) == (400, True)
    assert not Borongan.objects.exists()


def test_a_duplicate_in_the_parcel_is_refused_with_the_document_that_has_it(situs: Situs):
    nip, isi = situs.orang(PEMILIK).nip, kertas()
    borongan = kirim(situs, urai(unggah(situs, zip_(**{f"KARPEG_{nip}.pdf": isi, f"KTP_{nip}.pdf": isi}))))
    assert keadaan(borongan) == ["terkirim", "ditolak"]
    kedua = borongan.baris.get(urutan=1)
    assert (kedua.dokumen_id, "Berkas yang sama" in kedua.masalah) == (borongan.baris.get(urutan=0).dokumen_id, True)


def test_the_sweep_leaves_what_a_sending_still_needs(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    borongan = unggah(situs, paket(situs))
    monkeypatch.setattr("docservice.dokumen.yatim.usia", lambda _: timedelta(seconds=-1))
    jalankan(taruh("dokumen.sapu_kiriman", "1").pk)
    assert gudang.bagian().exists(borongan.paket)
    urai(borongan)
    jalankan(taruh("dokumen.sapu_kiriman", "2").pk)
    assert not gudang.bagian().exists(borongan.paket)
    assert all(gudang.bagian().exists(b.sha256) for b in borongan.baris.filter(status="siap"))


@pytest.mark.parametrize("sel", ["=1+1", "+62", "-1", "@x", "\tx"])
def test_no_cell_of_the_report_is_a_formula(sel: str):
    assert aman(sel) == f"'{sel.strip()}"


def test_the_api_hands_in_corrects_and_sends_the_same_way(situs: Situs):
    klien = Client(headers={"Authorization": f"Bearer {token_untuk(situs.akun(FASILITATOR))}"})
    kepala = {"Idempotency-Key": "b1"}
    isi = zip_(**{"tanpa nama.pdf": kertas()})
    for _ in range(2):
        jawaban = klien.post("/api/v1/borongan/", {"berkas": berkas(isi, "a.zip")}, headers=kepala)
        assert jawaban.status_code == 201
    (borongan,) = Borongan.objects.all()
    urai(borongan)
    alamat = f"/api/v1/borongan/{borongan.pk}"
    assert klien.get(f"{alamat}/").json()["hitung"]["perlu"] == 1
    assert klien.post(f"{alamat}/kirim/").status_code == 422
    perbaikan = {"baris": [{"urutan": 0, "jenis": "KARPEG", "nip": situs.orang(PEMILIK).nip}]}
    jawaban = klien.patch(f"{alamat}/baris/", perbaikan, content_type="application/json")
    assert jawaban.json()["hitung"]["siap"] == 1
    assert klien.post(f"{alamat}/kirim/").status_code == 202
    jalankan(Job.objects.get(kunci=f"borongan.kirim:{borongan.pk}").pk)
    (satu,) = klien.get(f"{alamat}/baris/?status=terkirim").json()["results"]
    assert Dokumen.objects.get(pk=satu["dokumen"]).pegawai == situs.orang(PEMILIK)


# --- from the machine itself --------------------------------------------------------------------------------


def taruh_berkas(folder: Path, **isi: bytes) -> None:
    for nama, bytes_ in isi.items():
        (folder / nama).write_bytes(bytes_)
        os.utime(folder / nama, (0, 0))


def test_a_folder_is_taken_in_by_its_names_and_leaves_minutes(situs: Situs, tmp_path: Path):
    nip = situs.orang(PEMILIK).nip
    taruh_berkas(tmp_path, **{f"KARPEG_{nip}.pdf": kertas(), "entah.pdf": kertas()})
    (tmp_path / "sedang-ditulis.pdf").write_bytes(b"%PDF-")
    (tmp_path / "tautan.pdf").symlink_to("/etc/passwd")
    kata = io.StringIO()
    call_command("impor_folder", str(tmp_path), "--oleh", situs.akun(FASILITATOR).nip, stdout=kata, stderr=kata)
    assert [p.name for p in (tmp_path / "selesai").iterdir()] == [f"KARPEG_{nip}.pdf"]
    assert [p.name for p in (tmp_path / "perlu-diperiksa").iterdir()] == ["entah.pdf"]
    assert {"sedang-ditulis.pdf", "tautan.pdf"} <= {p.name for p in tmp_path.iterdir()}
    (acara,) = (tmp_path / "berita-acara").iterdir()
    assert "NIP 18 angka belum ada" in acara.read_text()
    assert Dokumen.objects.get(jenis="KARPEG").pegawai == situs.orang(PEMILIK)


def test_a_watched_folder_outlives_a_full_store_and_goes_on_with_the_round_it_cut_off(
    situs: Situs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    nip, putaran, kata = situs.orang(PEMILIK).nip, [], io.StringIO()
    taruh_berkas(tmp_path, **{f"KARPEG_{nip}.pdf": kertas(), f"KTP_{nip}.pdf": kertas()})
    baris = modul_impor._baris

    def penuh(*isian: Any) -> Any:
        monkeypatch.setattr(modul_impor, "_baris", penuh_lagi)
        return baris(*isian)

    def penuh_lagi(*isian: Any) -> Any:
        monkeypatch.setattr(modul_impor, "_baris", baris)
        raise StorageFull

    def tidur(detik: float) -> None:
        if detik != 7:
            return
        putaran.append(kata.getvalue())
        if len(putaran) == 1:
            taruh_berkas(tmp_path, **{f"NPWP_{nip}.pdf": kertas()})  # came meanwhile: for the round after
        if len(putaran) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(modul_impor, "_baris", penuh)
    monkeypatch.setattr(impor_folder, "time", SimpleNamespace(time=time.time, sleep=tidur))
    oleh = situs.akun(FASILITATOR).nip
    with pytest.raises(KeyboardInterrupt):
        call_command("impor_folder", str(tmp_path), "--oleh", oleh, "--pantau", "7", stdout=kata, stderr=kata)
    assert "Berkasnya masih di folder ini" in putaran[0]
    assert [satu.jumlah for satu in Borongan.objects.order_by("pk")] == [2, 1]
    assert len(list((tmp_path / "selesai").iterdir())) == Dokumen.objects.filter(pegawai__nip=nip).count() == 3
    assert [p.suffix for p in (tmp_path / "berita-acara").iterdir()] == [".csv", ".csv"]


def manifes(folder: Path, *baris: str, kepala: str = "berkas,nip,jenis,minor,sha256") -> str:
    letak = folder / "manifes.csv"
    letak.write_text("\n".join([kepala, *baris]) + "\n")
    return str(letak)


def impor(letak: str, nip: str) -> dict[str, int]:
    kata = io.StringIO()
    with contextlib.suppress(SystemExit):  # 1: something was not taken in
        call_command("impor_manifes", letak, "--oleh", nip, "--json", stdout=kata, stderr=io.StringIO())
    hasil: dict[str, int] = json.loads(kata.getvalue())
    return hasil


def test_a_manifest_is_taken_in_once_however_often_it_is_run(situs: Situs, tmp_path: Path):
    nip, oleh = situs.orang(PEMILIK).nip, situs.akun(ADMINISTRATOR).nip
    (tmp_path / "a").mkdir()
    taruh_berkas(tmp_path, **{"a/1.pdf": kertas(), "2.pdf": kertas(), "3.pdf": kertas()})
    baris = (f"a/1.pdf,{nip},KARPEG,,", f"2.pdf,{nip},SKP,2023,", f"3.pdf,{nip},KTP,,{'0' * 64}", f"4.pdf,{nip},KK,,")
    letak = manifes(tmp_path, *baris)
    for _ in range(2):
        hasil = impor(letak, oleh)
        assert (hasil["terkirim"], hasil["ditolak"], hasil["perlu"]) == (2, 2, 0)
    assert Borongan.objects.count() == 1
    assert Dokumen.objects.filter(pegawai=situs.orang(PEMILIK)).count() == 2
    masalah = list(Borongan.objects.get().baris.filter(status="ditolak").values_list("masalah", flat=True))
    assert ["sidik di manifes" in masalah[0], "tidak ditemukan" in masalah[1]] == [True, True]


@pytest.mark.parametrize(
    ("baris", "kepala", "kalimat"),
    [
        ("../luar.pdf,1,KTP,,", "berkas,nip,jenis,minor,sha256", "menunjuk ke luar"),
        ("/etc/passwd,1,KTP,,", "berkas,nip,jenis,minor,sha256", "menunjuk ke luar"),
        ("a.pdf,1", "berkas,nip", "Manifes harus berkolom"),
    ],
)
def test_a_manifest_that_lies_about_its_folder_is_refused(
    situs: Situs, tmp_path: Path, baris: str, kepala: str, kalimat: str
):
    with pytest.raises(CommandError, match=kalimat):
        call_command("impor_manifes", manifes(tmp_path, baris, kepala=kepala), "--oleh", situs.akun(ADMINISTRATOR).nip)
    assert not Borongan.objects.exists()


def test_an_employee_imports_nothing(situs: Situs, tmp_path: Path):
    taruh_berkas(tmp_path, **{"a.pdf": kertas()})
    letak = manifes(tmp_path, "a.pdf,1,KTP,,")
    for perintah, asal in (("impor_manifes", letak), ("impor_folder", str(tmp_path))):
        with pytest.raises(CommandError, match="hanya untuk fasilitator"):
            call_command(perintah, asal, "--oleh", situs.akun(PEMILIK).nip)
    assert not Borongan.objects.exists()
