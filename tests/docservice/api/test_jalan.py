"""The walk of a promotion over HTTP, on real parts: clamd, Tesseract, the index, PAdES with TSA, the verifier."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak
from docservice.dokumen.models import JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.naskah.models import TautanCek
from docservice.peragaan import kertas
from docservice.riwayat.models import Riwayat
from tests.docservice.api.jaringan import Jaringan, Jawaban
from tests.docservice.bersama import KantorUji, bersertifikat, dirikan
from tests.docservice.factories import DokumenFactory, token_untuk

DAMAR, FASILITATOR, ADMINISTRATOR, KABID, KEPALA, SEKDA, ORANG_LAIN = 13, 15, 5, 4, 2, 1, 7


class Perjalanan:
    """The people with their tokens, and what the walk has brought so far."""

    def __init__(self, alamat: str, kantor: KantorUji) -> None:
        self.alamat, self.kantor = alamat, kantor
        self.tahun = timezone.localdate().year - 1
        self.damar, self.fasilitator, self.admin = (self.orang(n) for n in (DAMAR, FASILITATOR, ADMINISTRATOR))
        self.kabid, self.kepala, self.sekda = (self.orang(n) for n in (KABID, KEPALA, SEKDA))
        self.lain, self.umum = self.orang(ORANG_LAIN), Jaringan(alamat)

    def orang(self, nomor: int) -> Jaringan:
        return Jaringan(self.alamat, token_untuk(self.kantor.akun(nomor)))


def oke(jawaban: Jawaban, status: int = 200) -> Any:
    assert jawaban.status == status, jawaban.badan
    return jawaban.isi


@pytest.fixture
def token_qr(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the QR of each decree holds: nothing here reads QR codes, and the database keeps only hashes."""
    catatan: list[str] = []
    asli = TautanCek.baru

    def baru(naskah: Any) -> tuple[TautanCek, str]:
        hasil = asli(naskah)
        catatan.append(hasil[1])
        return hasil

    monkeypatch.setattr(TautanCek, "baru", baru)
    return catatan


@pytest.mark.dua_ukuran
@pytest.mark.syarat("BABEL-24-1")
@pytest.mark.django_db(transaction=True)
def test_a_promotion_walks_from_a_scan_to_a_signed_decree_that_anyone_can_check(
    live_server: LiveServer, token_qr: list[str]
):
    kantor = dirikan()
    bersertifikat(kantor)
    j = Perjalanan(live_server.url, kantor)
    berkas_lama(j)
    sk, foto = unggah_berkas(j)
    virus_tertangkap(j)
    usulan = usulkan(j, sk)
    periksa_asli(j, sk, foto)
    oke(j.admin.kirim(f"riwayat/{usulan}/validasi/"))
    permohonan = minta_kenaikan(j, foto)
    periksa_permohonan(j, permohonan)
    naskah = susun_dan_paraf(j, permohonan)
    dokumen = tandatangani(j, naskah)
    temukan(j, dokumen)
    cek_keaslian(j, dokumen, token_qr[-1])
    assert list(periksa()) == []
    assert {"dokumen.diunggah", "dokumen.terverifikasi", "permohonan.diajukan", "naskah.terbit"} <= set(
        Jejak.objects.values_list("aksi", flat=True)
    )


def berkas_lama(j: Perjalanan) -> None:
    """What his archive holds already, so that only what the walk brings is missing."""
    for kode, minor in (("SK_PNS", ""), ("KARPEG", ""), ("EKIN", str(j.tahun - 1))):
        DokumenFactory.create(
            pegawai=j.kantor.orang(DAMAR),
            jenis=JenisDokumen.objects.get(pk=kode),
            minor=minor,
            status=StatusDokumen.TERVERIFIKASI,
        )


def unggah_berkas(j: Perjalanan) -> tuple[int, int]:
    orang = j.kantor.orang(DAMAR)
    pindaian = kertas.pindaian_sk_cpns(orang)
    sk = oke(j.damar.unggah("dokumen/", pindaian, "sk.pdf", kunci="sk-1", jenis="SK_CPNS"), 201)
    lagi = oke(j.damar.unggah("dokumen/", pindaian, "sk.pdf", kunci="sk-1", jenis="SK_CPNS"), 201)
    assert sk == lagi
    buram = kertas.foto_kinerja(orang, j.tahun, buram=True)
    foto = oke(j.damar.unggah("dokumen/", buram, "foto.jpg", jenis="EKIN", minor=str(j.tahun)), 201)
    jalankan_semua()
    for satu in (sk, foto):
        assert oke(j.damar.ambil(f"dokumen/{satu['dokumen']}/status/"))["status"] == "siap"
    return sk["dokumen"], foto["dokumen"]


def virus_tertangkap(j: Perjalanan) -> None:
    nomor = oke(j.damar.unggah("dokumen/", kertas.berkas_terinfeksi(), "npwp.pdf", jenis="NPWP"), 201)["dokumen"]
    jalankan_semua()
    assert oke(j.damar.ambil(f"dokumen/{nomor}/status/"))["status"] == "karantina"
    assert j.fasilitator.ambil(f"dokumen/{nomor}/").status == 404
    assert j.admin.ambil(f"dokumen/{nomor}/unduh/").status == 404


def usulkan(j: Perjalanan, sk: int) -> int:
    terbaca = oke(j.damar.ambil(f"riwayat/saran/?jenis=golongan&dokumen={sk}"))
    saran = {satu["bidang"]: satu["nilai"] for satu in terbaca["saran"]}
    assert {"sk_nomor", "sk_tanggal", "tmt_golongan", "golongan"} <= saran.keys()
    assert terbaca["nip_lain"] is None
    data = {**saran, "jenis_kp": "211", "mk_golongan_tahun": 0, "mk_golongan_bulan": 0}
    isi = {"jenis": "golongan", "data": data, "bukti": [sk], "asal": dict.fromkeys(saran, "sesuai")}
    assert j.damar.kirim("riwayat/", {**isi, "pernyataan": False}).status == 422
    usulan = oke(j.damar.kirim("riwayat/", {**isi, "pernyataan": True}), 201)
    assert (usulan["status"], usulan["ringkas"]) == ("diajukan", "III/a Penata Muda")
    return int(usulan["id"])


def verifikasi(j: Perjalanan, nomor: int) -> Jawaban:
    rinci = oke(j.fasilitator.ambil(f"dokumen/{nomor}/"))["versi"][0]
    halaman = [h["nomor"] for h in rinci["halaman"]]
    for satu in halaman:
        assert j.fasilitator.ambil(f"dokumen/{nomor}/halaman/{satu}/").header["Content-Type"] == "image/webp"
    isi = {"basis": "asli", "halaman_dilihat": halaman, "sha256": rinci["sha256"]}
    return j.fasilitator.kirim(f"dokumen/{nomor}/verifikasi/", isi)


def periksa_asli(j: Perjalanan, sk: int, foto: int) -> None:
    tumpukan = {satu["id"]: satu for satu in oke(j.fasilitator.kirim("verifikasi/ambil/"))}
    assert {sk, foto} <= tumpukan.keys()
    oke(verifikasi(j, sk), 201)
    assert verifikasi(j, sk).status == 409  # decided already
    alasan = {"alasan": [{"halaman": 1, "kode": "1"}], "sha256": tumpukan[foto]["sha256"]}
    putusan = oke(j.fasilitator.kirim(f"dokumen/{foto}/kembalikan/", alasan), 201)
    assert putusan["kalimat"] == "Halaman 1 buram atau tidak terbaca. Foto ulang halaman ini."
    assert oke(j.damar.ambil(f"dokumen/{foto}/"))["status"] == "dikembalikan"


def minta_kenaikan(j: Perjalanan, foto: int) -> int:
    isi = {"layanan": "l", "pernyataan": True}
    kurang = j.damar.kirim("permohonan/", isi, Idempotency_Key="kp-1")
    assert (kurang.status, kurang.isi["kode"]) == (422, "belum_lengkap")
    assert f"dokumen:EKIN:{j.tahun}" in kurang.isi["isian"]
    cek = oke(j.damar.ambil("layanan/l/periksa/"))
    assert (cek["lengkap"], [b["jenis_dokumen"] for b in cek["kurang"]]) == (False, ["EKIN"])
    tajam = kertas.foto_kinerja(j.kantor.orang(DAMAR), j.tahun, buram=False)
    oke(j.damar.unggah("dokumen/", tajam, "ulang.jpg", dokumen=str(foto)), 201)
    jalankan_semua()
    permohonan = oke(j.damar.kirim("permohonan/", isi, Idempotency_Key="kp-1"), 201)
    assert oke(j.damar.kirim("permohonan/", isi, Idempotency_Key="kp-1"), 201) == permohonan
    assert j.damar.kirim("permohonan/", isi).isi["kode"] == "masih_berjalan"
    assert j.fasilitator.kirim(f"permohonan/{permohonan['id']}/teruskan/").status == 422  # a paper is unverified
    oke(verifikasi(j, foto), 201)
    return int(permohonan["id"])


def periksa_permohonan(j: Perjalanan, nomor: int) -> None:
    assert [p["id"] for p in oke(j.fasilitator.ambil("permohonan/antrean/"))["results"]] == [nomor]
    oke(j.fasilitator.kirim(f"permohonan/{nomor}/teruskan/"))
    assert j.fasilitator.kirim(f"permohonan/{nomor}/teruskan/").status == 403  # no longer their turn
    oke(j.admin.kirim(f"permohonan/{nomor}/teruskan/"))
    depan = {"nomor": "PG-1", "tanggal": "2999-01-01"}
    assert "pertek_tanggal" in j.admin.kirim(f"permohonan/{nomor}/pertek/", depan).isi["isian"]
    tanggal = timezone.localdate().isoformat()
    oke(j.admin.kirim(f"permohonan/{nomor}/pertek/", {"nomor": "PG-13001000013", "tanggal": tanggal}))
    assert oke(j.damar.ambil(f"permohonan/{nomor}/"))["status"] == "draf_naskah"


def susun_dan_paraf(j: Perjalanan, permohonan: int) -> int:
    naskah = oke(j.admin.kirim("naskah/", {"permohonan": permohonan}), 201)
    nomor = naskah["id"]
    assert oke(j.admin.kirim("naskah/", {"permohonan": permohonan}), 201)["id"] == nomor
    assert j.admin.ambil(f"naskah/{nomor}/draf/").badan.startswith(b"%PDF-")
    ubah = {"perubahan": {"tembusan": ["Kepala Badan Keuangan Daerah"], "nama": "Orang Lain"}, "revisi": 1}
    data = oke(j.admin.kirim(f"naskah/{nomor}/", ubah, cara="PATCH"))["data"]
    assert (data["tembusan"], data["nama"]) == (["Kepala Badan Keuangan Daerah"], "Damar Panuluh, S.IP.")
    assert j.admin.kirim(f"naskah/{nomor}/", ubah, cara="PATCH").status == 200  # what is saved already
    basi = {"perubahan": {"tembusan": ["Inspektorat"]}, "revisi": 1}
    assert j.admin.kirim(f"naskah/{nomor}/", basi, cara="PATCH").status == 409
    beku = oke(j.admin.kirim(f"naskah/{nomor}/kirim-paraf/"))
    assert j.kepala.kirim(f"naskah/{nomor}/paraf/", {"sha256": beku["draf_sha256"]}).status == 403  # not yet
    assert j.kabid.kirim(f"naskah/{nomor}/paraf/", {"sha256": "0" * 64}).status == 409
    for pejabat in (j.kabid, j.kepala):
        assert [n["id"] for n in oke(pejabat.ambil("naskah/menunggu-paraf/"))["results"]] == [nomor]
        assert pejabat.ambil(f"naskah/{nomor}/halaman/1/").header["Content-Type"] == "image/webp"
        oke(pejabat.kirim(f"naskah/{nomor}/paraf/", {"sha256": beku["draf_sha256"]}))
    return int(nomor)


def tandatangani(j: Perjalanan, nomor: int) -> int:
    baki = oke(j.sekda.ambil("naskah/baki/"))["results"]
    assert [(n["id"], n["alasan_tak_dapat"]) for n in baki] == [(nomor, "")]
    pilihan = [{"naskah": nomor, "draf_sha256": baki[0]["draf_sha256"]}]
    basi = [{"naskah": nomor, "draf_sha256": "0" * 64}]
    rahasia = settings.DEVELOPMENT_PASSPHRASE
    assert j.sekda.kirim("tanda-tangan/", {"naskah": basi, "passphrase": rahasia}).status == 409
    salah = oke(j.sekda.kirim("tanda-tangan/", {"naskah": pilihan, "passphrase": "bukan-ini"}))["upaya"][0]
    assert (salah["status"], salah["nomor"], salah["naskah_status"]) == ("refused", None, "menunggu_tte")
    hasil = oke(j.sekda.kirim("tanda-tangan/", {"naskah": pilihan, "passphrase": rahasia}))
    upaya = hasil["upaya"][0]
    assert upaya["status"] == "signed", upaya
    assert "/0001/" in upaya["nomor"]  # the refused attempt gave its number back
    tercatat = oke(j.sekda.ambil(f"tanda-tangan/hasil/?kelompok={hasil['kelompok']}"))["results"]
    assert [satu["dokumen"] for satu in tercatat] == [upaya["dokumen"]]
    assert j.sekda.kirim("tanda-tangan/", {"naskah": pilihan, "passphrase": rahasia}).status == 409
    jalankan_semua()
    return int(upaya["dokumen"])


def temukan(j: Perjalanan, nomor: int) -> None:
    sk = oke(j.damar.ambil(f"dokumen/{nomor}/"))
    assert (sk["sumber"], sk["basis"], sk["versi"][0]["bertanda_tangan"]) == ("terbitan", "tte", 1)
    for tanya in (f"q={sk['nomor']}", f"q={sk['pegawai']['nip']}", "jenis=SK_KP", "q=dinaikkan"):
        hasil = oke(j.damar.ambil(f"arsip/cari/?{tanya}"))
        assert nomor in [t["dokumen"]["id"] for t in hasil["temuan"]], tanya
        asing = oke(j.lain.ambil(f"arsip/cari/?{tanya}"))
        assert nomor not in [t["dokumen"]["id"] for t in asing["temuan"]]
    asing = oke(j.lain.ambil(f"arsip/cari/?q={sk['nomor']}"))
    assert (asing["jumlah"], [p for satu in asing["saringan"].values() for p in satu]) == (0, [])
    for jalur in ("", "unduh/", "halaman/1/", "status/"):
        assert j.lain.ambil(f"dokumen/{nomor}/{jalur}").status == 404
    baris = Riwayat.objects.milik(j.kantor.orang(DAMAR)).jenis("golongan").tervalidasi().terbaru()
    assert baris is not None
    assert baris.data["golongan"] == "III/b"
    assert any("SK Anda sudah terbit" in k["teks"] for k in oke(j.damar.ambil("kabar/"))["results"])


def cek_keaslian(j: Perjalanan, nomor: int, token: str) -> None:
    terdaftar = oke(j.umum.ambil(f"cek/{token}/"))
    assert terdaftar["kasus"] == "terdaftar"
    nip, nama = j.kantor.nip[DAMAR], j.kantor.orang(DAMAR).nama
    assert nip not in str(terdaftar)
    assert nama not in str(terdaftar)
    assert oke(j.umum.ambil(f"cek/{token}x/"))["kasus"] == "tidak_terdaftar"
    pdf = j.damar.ambil(f"dokumen/{nomor}/unduh/").badan
    assert oke(j.umum.unggah("cek/", pdf, "sk.pdf"))["kasus"] == "asli"
    tengah = pdf.index(b"stream") + 40
    ubah = pdf[:tengah] + bytes([pdf[tengah] ^ 1]) + pdf[tengah + 1 :]
    palsu = oke(j.umum.unggah("cek/", ubah, "sk.pdf"))
    assert palsu["kasus"] in ("tidak_asli", "tak_terbaca")
    assert palsu["kalimat"]
