"""Kinds of paper set without code: versions with a first day, class only upwards, nothing deleted (POSO 9(1)c)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan, jalankan_semua
from docservice.aturan import jenis as atur_jenis
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiJenisDokumen
from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.dokumen.permissions import check_may_unggah
from docservice.dokumen.terapkan_jenis import terapkan_jenis
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.aturan.alat import NANTI, atur, isian, penetapan
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, Situs, teks

LOKAL = {"nama": "Surat tugas", "kelompok": "Lainnya", "kelas": "T", "wajib": False, "per_tahun": False, "aktif": True}


def jenis(kode: str) -> JenisDokumen:
    return JenisDokumen.objects.get(pk=kode)


@pytest.mark.syarat("POSO-9-1c")
def test_a_change_is_previewed_then_set_and_shows_who_when_and_why(situs: Situs):
    saya, alamat = situs.masuk(ADMINISTRATOR), "/aturan/jenis-dokumen/NPWP/"
    isi = isian(nama="Kartu NPWP", kelompok="Data pribadi", kelas="T", wajib="on", aktif="on", versi="0")
    lihat = teks(saya.post(alamat, isi | {"langkah": "periksa"}))
    assert "Nama NPWP Kartu NPWP" in lihat
    assert "Wajib bagi setiap pegawai Tidak Ya" in lihat
    assert "Kelengkapan setiap pegawai menghitung dokumen ini mulai hari itu." in lihat
    assert jenis("NPWP").nama == "NPWP", "looking changes nothing"
    assert saya.post(alamat, isi | {"langkah": "tetapkan"}).status_code == 302
    assert (jenis("NPWP").nama, jenis("NPWP").wajib) == ("Kartu NPWP", True)
    assert ("NPWP", "") in [(satu.pk, minor) for satu, minor in slot_wajib()]
    halaman = teks(saya.get(alamat))
    assert "sejak 16 November 2026" in halaman
    assert "Rapat evaluasi layanan." in halaman
    assert "Yosafat Wirabuana ·" in halaman
    jejak = Jejak.objects.get(aksi="jenis.ditetapkan")
    assert (jejak.pelaku, jejak.rincian["isi"]["wajib"]) == (situs.akun(ADMINISTRATOR).pk, True)
    assert saya.post(alamat, isi | {"langkah": "tetapkan"}).status_code == 422, "somebody pressed twice"


def test_a_version_waits_for_its_day(situs: Situs):
    hari = timezone.localdate() + NANTI
    atur(situs.kantor, "NPWP", hari, nama="Kartu NPWP")
    assert terapkan_jenis() == 0
    assert jenis("NPWP").nama == "NPWP"
    with time_machine.travel(timezone.now() + NANTI):
        assert terapkan_jenis() == 1
        assert jenis("NPWP").nama == "Kartu NPWP"
        assert terapkan_jenis() == 0


def test_one_replaced_before_its_day_was_never_in_force(situs: Situs):
    hari = timezone.localdate() + NANTI
    lama = atur(situs.kantor, "NPWP", hari, nama="Kartu pajak")
    atur(situs.kantor, "NPWP", hari, nama="Kartu NPWP")
    lama.refresh_from_db()
    assert not lama.pernah_berlaku
    with pytest.raises(IsianSalah, match="sesudah tanggal itu"):
        atur(situs.kantor, "NPWP", nama="Lain")
    with time_machine.travel(timezone.now() + NANTI):
        terapkan_jenis()
        assert jenis("NPWP").nama == "Kartu NPWP"


def test_loading_the_register_again_keeps_what_the_office_set(situs: Situs):
    atur(situs.kantor, "NPWP", nama="Kartu NPWP")
    muat_jenis_dokumen()
    assert jenis("NPWP").nama == "Kartu NPWP"
    assert jenis("KTP").nama == "Kartu Tanda Penduduk"


def test_a_class_only_rises_and_takes_the_papers_that_are_there_along(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    with pytest.raises(IsianSalah, match="hanya dapat dinaikkan"):
        atur(situs.kantor, "KARPEG", kelas="B")
    assert Dokumen.objects.visible_to(situs.akun(FASILITATOR)).filter(pk=dokumen.pk).exists()
    isi = atur_jenis.isi_terakhir(jenis("KARPEG")) | {"kelas": "R", "wajib": False}
    assert atur_jenis.akibat(jenis("KARPEG"), isi) == ["1 dokumen yang sudah ada ikut menjadi rahasia."]
    atur(situs.kantor, "NPWP", kelas="R")
    with pytest.raises(IsianSalah, match="tidak dapat diwajibkan"):
        atur(situs.kantor, "NPWP", wajib=True)
    with pytest.raises(IsianSalah, match="hanya dapat dinaikkan"):
        atur(situs.kantor, "NPWP", kelas="T")


def test_raised_papers_disappear_for_whom_they_are_too_secret(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "NPWP")
    versi = atur(situs.kantor, "NPWP", kelas="R")
    job = Job.objects.get(kunci=f"kelas:{versi.pk}")
    jalankan(job.pk)
    dokumen.refresh_from_db()
    assert dokumen.kelas == "R"
    assert not Dokumen.objects.visible_to(situs.akun(FASILITATOR)).filter(pk=dokumen.pk).exists()
    assert Jejak.objects.filter(aksi="dokumen.kelas_naik").count() == 1


def test_raised_papers_and_their_page_images_lie_encrypted_from_then_on(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "NPWP")
    halaman = dokumen.versi_terkini.halaman.get(nomor=1)
    sidik = [dokumen.versi_terkini.sha256, halaman.gambar, halaman.kecil]
    arsip = gudang._akar() / "arsip"
    assert all((arsip / satu[:2] / satu).exists() for satu in sidik)  # in plain
    atur(situs.kantor, "NPWP", kelas="R")
    for _ in range(2):
        jalankan_semua()
    assert not any((arsip / satu[:2] / satu).exists() for satu in sidik)
    assert all(gudang.arsip().verify(satu) for satu in sidik)
    assert Jejak.objects.filter(aksi="dokumen.disegel").count() == 1


@pytest.mark.syarat("POSO-9-1c")
def test_a_kind_of_ones_own_is_added_used_and_ended_but_never_deleted(situs: Situs):
    saya = situs.masuk(ADMINISTRATOR)
    isi = isian(kode="SURAT_TUGAS", nama="Surat tugas", kelompok="Lainnya", kelas="T", aktif="on")
    assert saya.post("/aturan/jenis-dokumen/", isi).status_code == 302
    pemilik = situs.akun(PEMILIK)
    check_may_unggah(pemilik, situs.orang(PEMILIK), jenis("SURAT_TUGAS"))
    assert "Surat tugas" in situs.masuk(PEMILIK).get("/dokumen/unggah/").content.decode()
    situs.dokumen(PEMILIK, "SURAT_TUGAS")
    akhir = {f"akhir-{nama}": nilai for nama, nilai in isian("17-11-2026").items()}
    saya.post("/aturan/jenis-dokumen/SURAT_TUGAS/akhiri/", akhir)
    assert jenis("SURAT_TUGAS").aktif, "until tomorrow"
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        terapkan_jenis()
        with pytest.raises(TidakBerwenang, match="tidak dipakai lagi"):
            check_may_unggah(pemilik, situs.orang(PEMILIK), jenis("SURAT_TUGAS"))
        assert Dokumen.objects.milik(situs.orang(PEMILIK)).filter(jenis="SURAT_TUGAS").exists()
        assert "Surat tugas" not in situs.masuk(PEMILIK).get("/dokumen/unggah/").content.decode()


def test_a_kind_to_come_cannot_be_uploaded_before_its_day(situs: Situs):
    hari = timezone.localdate() + NANTI
    atur_jenis.tambah_jenis(by=situs.akun(ADMINISTRATOR), kode="ST", isi=LOKAL, penetapan=penetapan(hari))
    with pytest.raises(TidakBerwenang):
        check_may_unggah(situs.akun(PEMILIK), situs.orang(PEMILIK), jenis("ST"))
    with time_machine.travel(timezone.now() + NANTI):
        terapkan_jenis()
        check_may_unggah(situs.akun(PEMILIK), situs.orang(PEMILIK), jenis("ST"))


@pytest.mark.parametrize(
    ("kode", "ubah", "bidang", "kata"),
    [
        ("surat tugas", {}, "kode", "huruf kapital"),
        ("KTP", {}, "kode", "sudah dipakai"),
        ("ST", {"nama": "kartu tanda penduduk"}, "nama", "sudah ada"),
        ("ST", {"nama": "  "}, "nama", "belum diisi"),
        ("ST", {"wajib": True, "aktif": False}, "wajib", "tidak dapat diwajibkan"),
        ("ST", {"wajib": True, "kelas": "R"}, "wajib", "hanya dimasukkan administrator"),
    ],
)
def test_a_contradictory_kind_is_refused_by_field(situs: Situs, kode: str, ubah: Any, bidang: str, kata: str):
    with pytest.raises(IsianSalah) as salah:
        atur_jenis.tambah_jenis(by=situs.akun(ADMINISTRATOR), kode=kode, isi=LOKAL | ubah, penetapan=penetapan())
    assert kata in salah.value.isian[bidang]
    assert not VersiJenisDokumen.objects.exists()


@pytest.mark.parametrize(
    ("lain", "bidang"),
    [
        ({"berlaku_dari": "2026-11-15"}, "berlaku_dari"),
        ({"berlaku_dari": "2036-11-15"}, "berlaku_dari"),
        ({"keputusan_nomor": " "}, "keputusan_nomor"),
        ({"keputusan_tanggal": "2026-11-17"}, "keputusan_tanggal"),
        ({"alasan": "ya"}, "alasan"),
    ],
)
def test_every_rule_needs_a_day_a_decision_and_a_reason(situs: Situs, lain: dict[str, str], bidang: str):
    klien: Any = {"HTTP_AUTHORIZATION": f"Bearer {token_untuk(situs.akun(ADMINISTRATOR))}"}
    isi = {
        "berlaku_dari": "2026-11-16",
        "keputusan_nomor": "800/1",
        "keputusan_tanggal": "2026-11-02",
        "alasan": "Rapat evaluasi.",
    }
    badan = {"isi": LOKAL, "kode": "ST", "penetapan": isi | lain}
    jawaban = situs.masuk(PEMILIK).post(
        "/api/v1/aturan/jenis-dokumen/", badan, content_type="application/json", **klien
    )
    assert jawaban.status_code == 422
    assert any(bidang in nama for nama in jawaban.json()["isian"])


def test_what_a_service_or_a_riwayat_needs_cannot_end(situs: Situs):
    with pytest.raises(IsianSalah) as salah:
        atur(situs.kantor, "KARPEG", aktif=False, wajib=False)
    assert "syarat layanan Kenaikan pangkat" in salah.value.isian["aktif"]
    dokumen = situs.dokumen(PEMILIK, "SKP", minor="2025")
    with pytest.raises(IsianSalah, match="Sudah ada 1 dokumen"):
        atur(situs.kantor, dokumen.jenis_id, per_tahun=False)


def test_two_administrators_do_not_overwrite_each_other(situs: Situs):
    isi = atur_jenis.isi_terakhir(jenis("NPWP"))
    kerja: dict[str, Any] = {
        "by": situs.akun(ADMINISTRATOR),
        "jenis": jenis("NPWP"),
        "penetapan": penetapan(versi=0),
    }
    atur_jenis.tetapkan_jenis(**kerja, isi=isi | {"nama": "Satu"})
    siapa = situs.akun(ADMINISTRATOR).nama
    with pytest.raises(SudahBerubah, match=rf"diubah oleh {siapa}, .* WIB\. Isian Anda tetap ada"):
        atur_jenis.tetapkan_jenis(**kerja, isi=isi | {"nama": "Dua"})


def test_only_administrators_set_rules(situs: Situs):
    with pytest.raises(TidakBerwenang):
        atur_jenis.tetapkan_jenis(by=situs.akun(2), jenis=jenis("NPWP"), isi=LOKAL, penetapan=penetapan())
    kepala = situs.masuk(2)
    assert kepala.get("/aturan/jenis-dokumen/NPWP/").status_code == 200
    assert "Lihat yang akan berubah" not in teks(kepala.get("/aturan/jenis-dokumen/NPWP/"))
