"""Uploads in parts (tus 1.0.0): what breaks off goes on where it stopped, and ends in the very same upload."""

from __future__ import annotations

import base64
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.dokumen import gudang
from docservice.dokumen.kiriman import berkas_dari
from docservice.dokumen.models import BagianKiriman, Dokumen, Kiriman, VersiDokumen
from tests.docservice.bersama import lingkungan_anak, serentak
from tests.docservice.dokumen.alat import berhalaman, kertas
from tests.docservice.dokumen.test_pages_unggah import foto
from tests.docservice.factories import JenisDokumenFactory, PegawaiFactory, token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, berkas, teks

TUS = {"Tus-Resumable": "1.0.0"}
POTONG = {**TUS, "Content-Type": "application/offset+octet-stream"}
SLOT = "/dokumen/unggah/?jenis=KARPEG&minor="


def keterangan(**kata: str) -> str:
    return ",".join(f"{nama} {base64.b64encode(nilai.encode()).decode()}" for nama, nilai in kata.items())


def buat(klien: Client, ukuran: int, nama: str = "kartu.pdf", **kata: str) -> Any:
    kepala = {**TUS, "Upload-Length": str(ukuran), "Upload-Metadata": keterangan(filename=nama, **kata)}
    return klien.post("/kiriman/", headers=kepala)


def sambung(klien: Client, alamat: str, tempat: int, isi: bytes, **kepala: str) -> Any:
    return klien.patch(
        alamat,
        isi,
        content_type="application/offset+octet-stream",
        headers={**TUS, "Upload-Offset": str(tempat), **kepala},
    )


def kirim_semua(klien: Client, isi: bytes, nama: str = "kartu.pdf", langkah: int = 700) -> str:
    """In several parts; the upload's id."""
    alamat: str = buat(klien, len(isi), nama).headers["Location"]
    for tempat in range(0, len(isi), langkah):
        assert sambung(klien, alamat, tempat, isi[tempat : tempat + langkah]).status_code == 204
    return alamat.rstrip("/").rpartition("/")[2]


def test_a_file_in_parts_becomes_the_same_document_as_in_one_piece(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kertas()
    pk = kirim_semua(saya, isi)
    jawaban = saya.post(SLOT, {"kiriman": pk, "kunci": "k"})
    versi = VersiDokumen.objects.get(pegawai=situs.orang(PEMILIK))
    assert jawaban.headers["Location"] == f"/dokumen/{versi.dokumen_id}/proses/"
    assert (versi.sha256, versi.nama_berkas) == (hashlib.sha256(isi).hexdigest(), "kartu.pdf")
    assert saya.post(SLOT, {"kiriman": pk, "kunci": "k"}).headers["Location"] == jawaban.headers["Location"]
    assert VersiDokumen.objects.count() == Dokumen.objects.filter(jenis="KARPEG").count() == 1


def test_the_doors_say_what_they_can(situs: Situs):
    jawaban = situs.masuk(PEMILIK).options("/kiriman/")
    assert jawaban.status_code == 204
    assert jawaban.headers["Tus-Version"] == jawaban.headers["Tus-Resumable"] == "1.0.0"
    assert jawaban.headers["Tus-Extension"] == "creation,termination,expiration,checksum"
    assert jawaban.headers["Tus-Max-Size"] == "20000000"
    assert jawaban.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"


def test_another_version_of_the_protocol_is_refused_with_ours(situs: Situs):
    saya = situs.masuk(PEMILIK)
    for kepala in ({}, {"Tus-Resumable": "0.2.2"}):
        jawaban = saya.post("/kiriman/", headers={**kepala, "Upload-Length": "3"})
        assert (jawaban.status_code, jawaban.headers["Tus-Version"]) == (412, "1.0.0")
    assert not Kiriman.objects.exists()


def test_after_a_break_the_server_says_where_to_go_on(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kertas()
    alamat = buat(saya, len(isi)).headers["Location"]
    sambung(saya, alamat, 0, isi[:500])
    kepala = saya.head(alamat, headers=TUS)
    assert (kepala.status_code, kepala.headers["Upload-Offset"]) == (200, "500")
    assert (kepala.headers["Upload-Length"], kepala.headers["Cache-Control"]) == (str(len(isi)), "no-store")
    assert sambung(saya, alamat, 500, isi[500:]).headers["Upload-Offset"] == str(len(isi))


@pytest.mark.parametrize("tempat", [0, 300, 700, 10**9])
def test_a_part_that_does_not_join_is_refused_and_changes_nothing(situs: Situs, tempat: int):
    saya, isi = situs.masuk(PEMILIK), kertas()
    alamat = buat(saya, len(isi)).headers["Location"]
    sambung(saya, alamat, 0, isi[:500])
    jawaban = sambung(saya, alamat, tempat, isi[-100:])
    assert (jawaban.status_code, jawaban.json()["kode"]) == (409, "tempat_salah")
    assert Kiriman.objects.get().tiba == 500


@pytest.mark.parametrize("nama", ["sha1", "sha256"])
def test_a_part_damaged_on_its_way_is_thrown_away_and_sent_again(situs: Situs, nama: str):
    saya, isi = situs.masuk(PEMILIK), kertas()
    alamat = buat(saya, len(isi)).headers["Location"]
    sidik = base64.b64encode(hashlib.new(nama, isi[:500]).digest()).decode()
    janji = {"Upload-Checksum": f"{nama} {sidik}"}
    jawaban = sambung(saya, alamat, 0, b"X" + isi[1:500], **janji)
    assert jawaban.status_code == 460
    assert Kiriman.objects.get().tiba == 0
    assert not BagianKiriman.objects.exists()
    assert sambung(saya, alamat, 0, isi[:500], **janji).status_code == 204


@pytest.mark.parametrize(
    ("kepala", "status"),
    [
        ({"Upload-Checksum": "md5 AAAA"}, 400),
        ({"Upload-Checksum": "sha256 bukan*base64"}, 400),
        ({"Upload-Offset": "-1"}, 400),
        ({"Upload-Offset": "٣"}, 400),
        ({"Content-Type": "application/octet-stream"}, 415),
    ],
)
def test_a_part_in_another_tongue_is_refused(situs: Situs, kepala: dict[str, str], status: int):
    saya = situs.masuk(PEMILIK)
    alamat = buat(saya, 900).headers["Location"]
    jenis = kepala.pop("Content-Type", POTONG["Content-Type"])
    kirim = {**TUS, "Upload-Offset": "0", **kepala}
    kirim = {n: v.encode().decode("latin-1") for n, v in kirim.items()}
    assert saya.patch(alamat, b"x" * 10, content_type=jenis, headers=kirim).status_code == status
    assert Kiriman.objects.get().tiba == 0


def test_more_than_was_announced_is_refused_before_it_is_read(situs: Situs):
    saya = situs.masuk(PEMILIK)
    alamat = buat(saya, 100).headers["Location"]
    assert sambung(saya, alamat, 0, b"x" * 101).status_code == 413
    assert not BagianKiriman.objects.exists()


@pytest.mark.parametrize(
    ("ukuran", "nama", "status", "kode"),
    [
        (0, "a.pdf", 422, "isian_salah"),
        (100, "", 422, "isian_salah"),
        (20_000_001, "a.pdf", 413, "terlalu_besar"),
    ],
)
def test_what_cannot_become_a_paper_is_not_begun(situs: Situs, ukuran: int, nama: str, status: int, kode: str):
    jawaban = buat(situs.masuk(PEMILIK), ukuran, nama)
    assert (jawaban.status_code, jawaban.json()["kode"]) == (status, kode)
    assert not Kiriman.objects.exists()


def test_parcels_are_for_those_who_send_for_an_office(situs: Situs):
    status = {
        n: buat(situs.masuk(n), 50_000_000, "a.zip", untuk="borongan").status_code for n in (PEMILIK, FASILITATOR)
    }
    assert status == {PEMILIK: 403, FASILITATOR: 201}


def test_a_full_quota_is_said_before_the_first_byte_by_every_door(situs: Situs, settings: Any):
    saya, isi = situs.masuk(PEMILIK), kertas()
    settings.UPLOAD_QUOTA = 3 * len(isi)
    buat(saya, 2 * len(isi))
    jawaban = buat(saya, 2 * len(isi))
    assert (jawaban.status_code, jawaban.json()["kode"]) == (507, "kuota_penuh")
    settings.UPLOAD_QUOTA = 10
    biasa = saya.post(SLOT, {"berkas": berkas(isi), "kunci": "k"})
    assert biasa.status_code == 507
    assert "Ruang Anda penuh. Hapus draf yang tidak dipakai atau hubungi fasilitator." in teks(biasa)
    assert not VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).exists()
    berat = saya.post("/cek/", {"berkas": berkas(isi)})
    assert berat.status_code != 507  # anyone may have a decree checked


def test_a_full_disk_stops_both_the_beginning_and_the_next_part(situs: Situs, settings: Any):
    saya, isi = situs.masuk(PEMILIK), kertas()
    alamat = buat(saya, len(isi)).headers["Location"]
    settings.MINIMUM_FREE_DISK = 10**15
    assert buat(saya, len(isi)).status_code == 507
    assert sambung(saya, alamat, 0, isi).status_code == 507
    assert Kiriman.objects.get().tiba == 0


def test_what_its_first_bytes_betray_is_not_carried_to_the_end(situs: Situs):
    saya = situs.masuk(PEMILIK)
    alamat = buat(saya, 50_000).headers["Location"]
    jawaban = sambung(saya, alamat, 0, b"MZ\x90\x00" + b"\0" * 9000)
    assert jawaban.status_code == 422
    assert "bukan PDF atau foto" in jawaban.json()["pesan"]
    assert saya.head(alamat, headers=TUS).status_code == 404


@pytest.mark.parametrize("orang", [TETANGGA, FASILITATOR, ADMINISTRATOR])
def test_an_upload_is_nobody_elses_whatever_their_role(situs: Situs, orang: int):
    isi = kertas()
    pk = kirim_semua(situs.masuk(PEMILIK), isi)
    lain = situs.masuk(orang)
    for jawaban in (
        lain.head(f"/kiriman/{pk}/", headers=TUS),
        sambung(lain, f"/kiriman/{pk}/", len(isi), b"x"),
        lain.delete(f"/kiriman/{pk}/", headers=TUS),
        lain.post(SLOT, {"kiriman": pk, "kunci": "k"}),
    ):
        assert jawaban.status_code == 404
    assert Kiriman.objects.filter(pk=pk).exists()
    assert not VersiDokumen.objects.filter(diunggah_oleh=situs.akun(orang)).exists()


def test_the_slot_asks_the_same_permission_of_parts_as_of_files(situs: Situs):
    saya = situs.masuk(PEMILIK)
    pk = kirim_semua(saya, kertas())
    assert saya.post("/dokumen/unggah/?jenis=SK_HUKDIS&minor=", {"kiriman": pk, "kunci": "k"}).status_code == 403
    lain = f"/dokumen/unggah/?jenis=KARPEG&minor=&pegawai={situs.orang(TETANGGA).nip}"
    assert saya.post(lain, {"kiriman": pk, "kunci": "k"}).status_code == 404


def test_an_upload_that_is_not_whole_makes_no_document(situs: Situs):
    saya = situs.masuk(PEMILIK)
    alamat = buat(saya, 5000).headers["Location"]
    sambung(saya, alamat, 0, kertas()[:400])
    jawaban = saya.post(SLOT, {"kiriman": alamat.split("/")[2], "kunci": "k"})
    assert jawaban.status_code == 422
    assert "belum selesai" in teks(jawaban)


def test_the_same_bytes_lead_to_the_document_that_has_them(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kertas()
    saya.post(SLOT, {"kiriman": kirim_semua(saya, isi), "kunci": "a"})
    jawaban = saya.post(SLOT, {"kiriman": kirim_semua(saya, isi), "kunci": "b"})
    assert jawaban.status_code == 409
    assert "Berkas yang sama sudah Anda unggah" in teks(jawaban)


def test_giving_up_forgets_it_at_once(situs: Situs):
    saya = situs.masuk(PEMILIK)
    alamat = buat(saya, 5000).headers["Location"]
    assert saya.delete(alamat, headers=TUS).status_code == 204
    assert saya.head(alamat, headers=TUS).status_code == 404
    ganti = saya.post(alamat, headers={**TUS, "X-HTTP-Method-Override": "HEAD"})
    assert ganti.status_code == 404  # read as HEAD, not as a POST that is not served here


def test_an_upload_whose_time_is_over_is_gone_and_its_bytes_are_swept(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    saya, isi = situs.masuk(PEMILIK), kertas()
    alamat = buat(saya, len(isi)).headers["Location"]
    sambung(saya, alamat, 0, isi[:700])
    Kiriman.objects.update(kedaluwarsa=timezone.now() - timedelta(seconds=1))
    for jawaban in (saya.head(alamat, headers=TUS), sambung(saya, alamat, 700, isi[700:])):
        assert jawaban.status_code == 410
    sidik = BagianKiriman.objects.get().sha256
    monkeypatch.setattr("docservice.dokumen.yatim.usia", lambda _: timedelta(seconds=-1))
    jalankan(taruh("dokumen.sapu_kiriman", "uji").pk)
    assert not Kiriman.objects.exists()
    assert not gudang.bagian().exists(sidik)


def test_the_sweep_leaves_what_the_scanner_has_not_seen_and_what_is_on_its_way(
    situs: Situs, monkeypatch: pytest.MonkeyPatch
):
    saya, isi = situs.masuk(PEMILIK), kertas()
    saya.post(SLOT, {"kiriman": kirim_semua(saya, isi), "kunci": "a"})
    jalan = kirim_semua(saya, kertas())
    monkeypatch.setattr("docservice.dokumen.yatim.usia", lambda _: timedelta(seconds=-1))
    jalankan(taruh("dokumen.sapu_kiriman", "uji").pk)
    assert gudang.masuk().exists(VersiDokumen.objects.get(kunci="a").sha256)
    assert all(gudang.bagian().exists(b.sha256) for b in BagianKiriman.objects.filter(kiriman=jalan))


def test_a_session_that_ended_is_said_to_the_script(situs: Situs):
    jawaban = Client().post("/kiriman/", headers=TUS)
    assert (jawaban.status_code, jawaban.json()["kode"]) == (401, "belum_masuk")


def test_the_parts_cannot_be_read_on_the_disk(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kertas("GAJI RAHASIA")
    kirim_semua(saya, isi)
    akar = gudang._akar() / "bagian"
    assert not any(b"%PDF" in jalur.read_bytes() for jalur in akar.rglob("*") if jalur.is_file())


def test_pages_photographed_one_by_one_join_in_their_order(situs: Situs):
    saya = situs.masuk(PEMILIK)
    pk = [kirim_semua(saya, foto(kata), f"{kata}.jpg", 40_000) for kata in ("Depan", "Belakang")]
    saya.post(SLOT, {"kiriman": pk, "kunci": "k"})
    assert VersiDokumen.objects.get(pegawai=situs.orang(PEMILIK)).nama_berkas == "Depan.pdf"


def test_the_api_speaks_the_same_protocol_to_the_same_end(situs: Situs):
    isi, kunci = kertas(), {"Authorization": f"Bearer {token_untuk(situs.akun(PEMILIK))}"}
    klien = Client(headers=kunci)
    kepala = {**TUS, "Upload-Length": str(len(isi)), "Upload-Metadata": keterangan(filename="k.pdf")}
    alamat = klien.post("/api/v1/kiriman/", headers=kepala).headers["Location"]
    assert alamat.startswith("/api/v1/kiriman/")
    assert sambung(klien, alamat, 0, isi).status_code == 204
    assert klien.head(alamat, headers=TUS).headers["Upload-Offset"] == str(len(isi))
    jawaban = klien.post("/api/v1/dokumen/", {"kiriman": [alamat.split("/")[4]], "jenis": "KARPEG"})
    assert (jawaban.status_code, jawaban.json()["sha256"]) == (201, hashlib.sha256(isi).hexdigest())
    hanya_baca = Client(headers={"Authorization": f"Bearer {token_untuk(situs.akun(PEMILIK), 'baca')}"})
    assert hanya_baca.post("/api/v1/kiriman/", headers=kepala).status_code == 403
    assert klien.delete(alamat, headers=TUS).status_code == 204
    assert klien.options("/api/v1/kiriman/").headers["Tus-Version"] == "1.0.0"


# --- on committed rows: many hands, and a server that is killed ---------------------------------------------

serempak = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


@pytest.fixture
def pegawai(transactional_db: None) -> Any:
    JenisDokumenFactory()
    return PegawaiFactory.create()


class TestSerentak:
    pytestmark = serempak

    def test_two_parts_for_one_place_are_one_part_and_one_refusal(self, pegawai: Any):
        isi, kepala = kertas(), {"Authorization": f"Bearer {token_untuk(pegawai.pengguna)}"}
        mulai = {**TUS, "Upload-Length": str(len(isi)), "Upload-Metadata": keterangan(filename="k.pdf")}
        alamat = Client(headers=kepala).post("/api/v1/kiriman/", headers=mulai).headers["Location"]
        hasil = serentak([lambda: sambung(Client(headers=kepala), alamat, 0, isi[:900]).status_code] * 4)
        assert sorted(hasil) == [204, 409, 409, 409]
        assert (Kiriman.objects.get().tiba, BagianKiriman.objects.count()) == (900, 1)

    def test_a_server_killed_in_the_middle_of_a_part_goes_on_where_it_stopped(self, pegawai: Any):
        isi = berhalaman(1) + b"%" + os.urandom(400_000).hex().encode() + b"\n%%EOF"
        token = token_untuk(pegawai.pengguna)
        with Layanan() as layanan:
            alamat = layanan.mulai(token, len(isi))
            assert layanan.sambung(token, alamat, 0, isi[:100_000]) == 204
            layanan.putus(token, alamat, 100_000, isi[100_000:300_000])
            assert sampai(200_000)  # a line that breaks leaves what had come
            layanan.mati_di_tengah(token, alamat, 200_000, isi[200_000:500_000])
        kiriman = Kiriman.objects.get()
        assert 200_000 <= kiriman.tiba <= 500_000
        with Layanan() as layanan:
            assert layanan.sambung(token, alamat, kiriman.tiba, isi[kiriman.tiba :]) == 204
        with berkas_dari(by=pegawai.pengguna, pk=kiriman.pk) as utuh:
            assert hashlib.sha256(utuh.read()).digest() == hashlib.sha256(isi).digest()
        assert not Job.objects.filter(jenis="dokumen.pindai").exists()


def sampai(tiba: int, detik: float = 60) -> bool:
    batas = time.monotonic() + detik
    while Kiriman.objects.get().tiba != tiba and time.monotonic() < batas:
        time.sleep(0.05)
    return Kiriman.objects.get().tiba == tiba


class Layanan:
    """A real web process on this test's rows, spoken to over a socket, that can be killed at any byte."""

    def __enter__(self) -> Layanan:
        with socket.socket() as bebas:
            bebas.bind(("127.0.0.1", 0))
            self.port = bebas.getsockname()[1]
        perintah = [sys.executable, "-W", "ignore", "-m", "gunicorn", "docservice.wsgi", "--threads", "2"]
        perintah += ["--bind", f"127.0.0.1:{self.port}", "--no-control-socket", "--log-level", "critical"]
        self.proses = subprocess.Popen(perintah, env=lingkungan_anak(), start_new_session=True)
        batas = time.monotonic() + 120
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                assert time.monotonic() < batas
                time.sleep(0.1)

    def __exit__(self, *args: object) -> None:
        self.bunuh()

    def bunuh(self) -> None:
        if self.proses.poll() is None:
            os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait()

    def _tanya(self, cara: str, alamat: str, token: str, isi: bytes = b"", **kepala: str) -> socket.socket:
        saluran = socket.create_connection(("127.0.0.1", self.port), 20)
        baris = {"Host": "127.0.0.1", "Authorization": f"Bearer {token}", "Connection": "close", **TUS, **kepala}
        kepala.setdefault("Content-Length", str(len(isi)))
        baris |= {"Content-Length": kepala["Content-Length"]}
        teks_kepala = "".join(f"{nama}: {nilai}\r\n" for nama, nilai in baris.items())
        saluran.sendall(f"{cara} {alamat} HTTP/1.1\r\n{teks_kepala}\r\n".encode() + isi)
        return saluran

    def _jawab(self, saluran: socket.socket) -> tuple[int, str]:
        with saluran, saluran.makefile("rb") as isi:
            semua = isi.read().decode("latin-1")
        lokasi = next((b[10:] for b in semua.splitlines() if b.lower().startswith("location: ")), "")
        return int(semua.split()[1]), lokasi

    def mulai(self, token: str, ukuran: int) -> str:
        kepala = {"Upload-Length": str(ukuran), "Upload-Metadata": keterangan(filename="k.pdf")}
        status, lokasi = self._jawab(self._tanya("POST", "/api/v1/kiriman/", token, b"", **kepala))
        assert status == 201
        return lokasi

    def sambung(self, token: str, alamat: str, tempat: int, isi: bytes) -> int:
        jenis = {"Content-Type": POTONG["Content-Type"], "Upload-Offset": str(tempat)}
        return self._jawab(self._tanya("PATCH", alamat, token, isi, **jenis))[0]

    def putus(self, token: str, alamat: str, tempat: int, isi: bytes) -> None:
        """Announce all of *isi*, send half, and hang up."""
        jenis = {"Content-Type": POTONG["Content-Type"], "Upload-Offset": str(tempat)}
        panjang = {"Content-Length": str(len(isi))}
        self._tanya("PATCH", alamat, token, isi[: len(isi) // 2], **jenis, **panjang).close()

    def mati_di_tengah(self, token: str, alamat: str, tempat: int, isi: bytes) -> None:
        """Announce all of *isi*, send half, and kill the server while it waits for the rest."""
        jenis = {"Content-Type": POTONG["Content-Type"], "Upload-Offset": str(tempat)}
        panjang = {"Content-Length": str(len(isi))}
        with self._tanya("PATCH", alamat, token, isi[: len(isi) // 2], **jenis, **panjang):
            time.sleep(0.3)
            self.bunuh()


def test_the_words_stand_on_the_page(situs: Situs):
    halaman = situs.masuk(PEMILIK).get(SLOT).content.decode()
    assert 'data-kiriman="/kiriman/"' in halaman
