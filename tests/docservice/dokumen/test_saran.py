"""What an uploader may answer to advice, what it changes, who reads it, and who may not (screens §4.2, §4.3)."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from django.urls import reverse
from PIL import Image

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen import tautan as ruang_tautan
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Kelas, StatusBerkas, StatusDokumen
from docservice.dokumen.tautan import Tautan
from docservice.peragaan.pemindai_tiruan import halaman, lembar
from storage import inspect
from tests.docservice.dokumen.alat import kirim, siap
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, teks

pytestmark = pytest.mark.django_db


def berdua() -> bytes:
    """A page with writing and an empty one."""
    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(lembar("KARTU PEGAWAI", ["Nama: Damar"]))) as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(keluar)
    return keluar.getvalue()


def proses(situs: Situs, versi: VersiDokumen, nomor: int = PEMILIK) -> str:
    return teks(situs.masuk(nomor).get(reverse("dokumen:proses", args=[versi.dokumen_id])))


def tekan(situs: Situs, nama: str, versi: VersiDokumen, *lain: int, oleh: int = PEMILIK, **isi: str | list[str]) -> Any:
    return situs.masuk(oleh).post(reverse(f"dokumen:{nama}", args=[versi.dokumen_id, *lain]), isi)


@pytest.fixture
def kosong(situs: Situs) -> VersiDokumen:
    """Two pages, the second of them empty."""
    return siap(kirim(situs.kantor, berdua()))


def test_an_empty_page_can_be_taken_out_and_the_paper_is_read_again(situs: Situs, kosong: VersiDokumen):
    assert "Halaman ini tampak kosong." in proses(situs, kosong)
    assert "Hapus halaman ini" in proses(situs, kosong)
    VersiDokumen.objects.filter(pk=kosong.pk).update(penjelasan="NIP lama.")
    for _ in range(2):  # pressed twice
        tekan(situs, "hapus_halaman", kosong, 2)
    jalankan_semua()
    lama, baru = VersiDokumen.objects.filter(dokumen=kosong.dokumen).order_by("nomor")
    assert (lama.jumlah_halaman, baru.jumlah_halaman, baru.status) == (2, 1, StatusBerkas.SIAP)
    assert baru.penjelasan == "NIP lama."
    assert "kosong" not in proses(situs, baru)
    assert Dokumen.objects.get(pk=kosong.dokumen_id).status == StatusDokumen.MENUNGGU


def test_pages_are_put_in_order_by_number_fields_without_script(situs: Situs, kosong: VersiDokumen):
    isi = situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[kosong.dokumen_id])).content.decode()
    assert isi.count('name="nomor"') == 2
    assert tekan(situs, "urutan", kosong, nomor=["2", "1"]).status_code == 302
    baru = siap(VersiDokumen.objects.filter(dokumen=kosong.dokumen).latest("nomor"))
    assert (baru.nomor, baru.jumlah_halaman, baru.status) == (2, 2, StatusBerkas.SIAP)
    assert ["kosong" in halaman.temuan for halaman in baru.halaman.order_by("nomor")] == [True, False]


@pytest.mark.parametrize(
    ("nomor", "kalimat"),
    [
        (["1", "1"], "Tulis tiap nomor dari 1 sampai 2 satu kali."),
        (["2"], "Tulis tiap nomor dari 1 sampai 2 satu kali."),
        (["a", "1"], "Tulis tiap nomor dari 1 sampai 2 satu kali."),
        (["1", "2"], "Urutannya masih sama."),
    ],
)
def test_an_order_that_is_none_is_asked_again(situs: Situs, kosong: VersiDokumen, nomor: list[str], kalimat: str):
    jawaban = tekan(situs, "urutan", kosong, nomor=nomor)
    assert jawaban.status_code == 422
    assert kalimat in teks(jawaban)
    assert kosong.dokumen.versi.count() == 1


@pytest.mark.parametrize("nomor", [FASILITATOR, ADMINISTRATOR])
def test_only_its_uploader_takes_a_page_out(situs: Situs, kosong: VersiDokumen, nomor: int):
    assert tekan(situs, "hapus_halaman", kosong, 2, oleh=nomor).status_code == 403
    assert tekan(situs, "hapus_halaman", kosong, 2, oleh=TETANGGA).status_code == 404
    assert tekan(situs, "urutan", kosong, oleh=nomor, nomor=["2", "1"]).status_code == 403
    assert "Hapus halaman ini" not in proses(situs, kosong, nomor)
    assert "Ubah urutan halaman" not in proses(situs, kosong, nomor)
    assert kosong.dokumen.versi.count() == 1


@pytest.mark.parametrize(
    "keadaan",
    [{"bertanda_tangan": 1}, {"tipe": "tiff"}, {"jumlah_halaman": 1}, {"status": StatusBerkas.DITERIMA}],
    ids=["signed", "no pdf", "the only page", "not scanned"],
)
def test_a_page_that_cannot_be_taken_out_stays(situs: Situs, kosong: VersiDokumen, keadaan: dict[str, Any]):
    VersiDokumen.objects.filter(pk=kosong.pk).update(**keadaan)
    assert tekan(situs, "hapus_halaman", kosong, 2).status_code == 409
    assert tekan(situs, "hapus_halaman", kosong, 9).status_code == 409
    assert tekan(situs, "urutan", kosong, nomor=["2", "1"]).status_code == 409
    assert kosong.dokumen.versi.count() == 1


@pytest.mark.parametrize("nama", ["pakai", "jenis", "penjelasan"])
def test_nothing_is_answered_about_a_verified_paper(situs: Situs, kosong: VersiDokumen, nama: str):
    Dokumen.objects.filter(pk=kosong.dokumen_id).update(status=StatusDokumen.TERVERIFIKASI)
    assert tekan(situs, nama, kosong, penjelasan="x").status_code == 403
    assert tekan(situs, "hapus_halaman", kosong, 2).status_code == 403


@pytest.fixture
def ijazah(situs: Situs) -> VersiDokumen:
    """In the slot of the card, with the title of a diploma."""
    versi = siap(kirim(situs.kantor))
    VersiDokumen.objects.filter(pk=versi.pk).update(tebakan_jenis="IJAZAH")
    return VersiDokumen.objects.select_related("dokumen__jenis").get(pk=versi.pk)


def test_a_paper_becomes_what_it_looks_like(situs: Situs, ijazah: VersiDokumen):
    isi = proses(situs, ijazah)
    assert "Ini tampak seperti Ijazah, bukan Karpeg atau Kartu ASN." in isi
    assert "Simpan sebagai Ijazah" in isi
    tekan(situs, "jenis", ijazah, tindakan="ganti")
    dokumen = Dokumen.objects.get(pk=ijazah.dokumen_id)
    assert (dokumen.jenis_id, dokumen.judul, dokumen.kelas) == ("IJAZAH", "Ijazah", dokumen.jenis.kelas)
    assert Jejak.objects.get(aksi="dokumen.jenis_diganti").rincian["dari"] == "KARPEG"
    assert "Ini tampak seperti" not in proses(situs, ijazah)
    assert tekan(situs, "jenis", ijazah, tindakan="ganti").status_code == 409


def test_a_yearly_kind_asks_for_its_year(situs: Situs, ijazah: VersiDokumen):
    VersiDokumen.objects.filter(pk=ijazah.pk).update(tebakan_jenis="EKIN")
    assert "Tahun Evaluasi kinerja" in proses(situs, ijazah)
    salah = tekan(situs, "jenis", ijazah, tindakan="ganti", minor="dua ribu")
    assert salah.status_code == 422
    assert "Tulis empat angka" in teks(salah)
    tekan(situs, "jenis", ijazah, tindakan="ganti", minor="2025")
    assert Dokumen.objects.get(pk=ijazah.dokumen_id).judul == "Evaluasi kinerja 2025"


def test_a_kind_only_administrators_enter_is_not_taken(situs: Situs, ijazah: VersiDokumen):
    VersiDokumen.objects.filter(pk=ijazah.pk).update(tebakan_jenis="SK_HUKDIS")
    assert tekan(situs, "jenis", ijazah, tindakan="ganti").status_code == 403
    assert Dokumen.objects.get(pk=ijazah.dokumen_id).jenis_id == "KARPEG"


def test_what_an_administrator_names_confidential_lies_encrypted_from_then_on(situs: Situs):
    versi = siap(kirim(situs.kantor, oleh=ADMINISTRATOR, milik=PEMILIK))
    VersiDokumen.objects.filter(pk=versi.pk).update(tebakan_jenis="SK_HUKDIS")
    halaman, arsip = versi.halaman.get(), gudang._akar() / "arsip"
    sidik = [versi.sha256, halaman.gambar, halaman.kecil]
    assert all((arsip / satu[:2] / satu).exists() for satu in sidik)  # in plain
    tekan(situs, "jenis", versi, oleh=ADMINISTRATOR, tindakan="ganti", minor="2025")
    jalankan_semua()
    assert Dokumen.objects.get(pk=versi.dokumen_id).rahasia
    assert not any((arsip / satu[:2] / satu).exists() for satu in sidik)
    assert all(gudang.arsip().verify(satu) for satu in sidik)


def test_what_became_confidential_while_it_was_scanned_lies_encrypted(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    versi = kirim(situs.kantor)

    def lama(*args: Any, **lain: Any) -> Any:
        Dokumen.objects.filter(pk=versi.dokumen_id).update(kelas=Kelas.RAHASIA)
        return inspect(*args, **lain)

    monkeypatch.setattr("docservice.dokumen.jobs.inspect", lama)
    versi = siap(versi)
    assert versi.status == StatusBerkas.SIAP
    assert not (gudang._akar() / "arsip" / versi.sha256[:2] / versi.sha256).exists()


def test_a_paper_that_proves_something_keeps_its_kind(
    situs: Situs, ijazah: VersiDokumen, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ruang_tautan, "_terhubung", [lambda dokumen, orang: [Tautan("Riwayat", "bukti", "/")]])
    jawaban = tekan(situs, "jenis", ijazah, tindakan="ganti")
    assert jawaban.status_code == 409
    assert "sudah dipakai sebagai bukti" in teks(jawaban)
    assert Dokumen.objects.get(pk=ijazah.dokumen_id).jenis_id == "KARPEG"


def test_who_stays_with_the_kind_is_asked_no_more_and_the_fasilitator_reads_it(situs: Situs, ijazah: VersiDokumen):
    assert "Tetap Karpeg atau Kartu ASN" in proses(situs, ijazah)
    for _ in range(2):
        tekan(situs, "jenis", ijazah, tindakan="tetap")
    assert Jejak.objects.filter(aksi="dokumen.jenis_dipastikan").count() == 1
    assert "Ini tampak seperti" not in proses(situs, ijazah)
    kata = "Pengunggah memastikan ini Karpeg atau Kartu ASN, meski tampak seperti Ijazah."
    petugas = situs.masuk(FASILITATOR)
    assert kata in teks(petugas.get(reverse("dokumen:dokumen", args=[ijazah.dokumen_id])))
    assert kata in teks(petugas.get(reverse("verifikasi:meja", args=[ijazah.dokumen_id])))


@pytest.mark.parametrize("nama", ["jenis", "penjelasan"])
def test_only_the_uploader_answers(situs: Situs, ijazah: VersiDokumen, nama: str):
    for nomor, jawaban in ((FASILITATOR, 403), (ADMINISTRATOR, 403), (TETANGGA, 404)):
        assert tekan(situs, nama, ijazah, oleh=nomor, penjelasan="x").status_code == jawaban
    ijazah.refresh_from_db()
    assert (ijazah.penjelasan, ijazah.jenis_dipastikan_pada) == ("", None)


@pytest.fixture
def nip_tetangga(situs: Situs) -> VersiDokumen:
    isi = lembar("KARTU PEGAWAI", [f"NIP : {situs.orang(TETANGGA).nip}"])
    return siap(kirim(situs.kantor, isi))


def test_another_nip_can_be_explained_and_the_fasilitator_reads_why(situs: Situs, nip_tetangga: VersiDokumen):
    isi = proses(situs, nip_tetangga)
    assert "NIP di berkas ini bukan NIP Anda. Periksa lagi kertasnya." in isi
    assert "Ganti berkas" in isi
    assert "Tetap kirim, saya jelaskan" in isi
    tekan(situs, "penjelasan", nip_tetangga, penjelasan=" SK untuk dua orang. ")
    assert "Penjelasan Anda: “SK untuk dua orang.”" in proses(situs, nip_tetangga)
    kata = "Penjelasan pengunggah tentang NIP di berkas ini: “SK untuk dua orang.”"
    petugas = situs.masuk(FASILITATOR)
    assert kata in teks(petugas.get(reverse("dokumen:dokumen", args=[nip_tetangga.dokumen_id])))
    assert kata in teks(petugas.get(reverse("verifikasi:meja", args=[nip_tetangga.dokumen_id])))


@pytest.mark.parametrize(("kata", "kalimat"), [(" ", "Penjelasan belum diisi."), ("x" * 301, "paling panjang 300")])
def test_an_explanation_without_words_or_with_too_many_is_asked_again(
    situs: Situs, nip_tetangga: VersiDokumen, kata: str, kalimat: str
):
    jawaban = tekan(situs, "penjelasan", nip_tetangga, penjelasan=kata)
    assert jawaban.status_code == 422
    assert kalimat in teks(jawaban)


def test_ones_own_nip_needs_no_explanation(situs: Situs, ijazah: VersiDokumen):
    assert tekan(situs, "penjelasan", ijazah, penjelasan="x").status_code == 409


def test_a_replaced_version_is_answered_no_more(situs: Situs, kosong: VersiDokumen):
    siap(kirim(situs.kantor, dokumen=kosong.dokumen))
    jawaban = tekan(situs, "hapus_halaman", kosong, 1)
    assert jawaban.status_code == 409  # the newest has but one page


def test_small_writing_is_said_with_its_dots_per_inch(situs: Situs):
    versi = siap(kirim(situs.kantor))
    versi.halaman.update(temuan=["kecil:96 dpi"])
    isi = situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[versi.dokumen_id])).content.decode()
    assert "Tulisan terlalu kecil (96 dpi).</b> Dekatkan ponsel." in isi
    assert isi.count('class="tanda-saran') == isi.count('class="tanda-saran di-seluruh') == 1  # a size: the whole page
    assert "1 · Kecil" in isi


def test_glare_and_darkness_are_marked_by_their_box_and_what_is_everywhere_by_a_frame(situs: Situs):
    versi = siap(kirim(situs.kantor))
    versi.halaman.update(
        temuan=["gelap:0-50-100-100", "miring", "silau:25-10-50-40", "terbalik"], lebar=1000, tinggi=1400
    )
    isi = situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[versi.dokumen_id])).content.decode()
    assert 'x="0" y="700" width="1000" height="700"' in isi
    assert 'x="250" y="140" width="250" height="420"' in isi
    assert "3 · Silau</text>" in isi
    assert "2 · Miring, 4 · Terbalik</b>" in isi


@pytest.mark.parametrize(("derajat", "tegak"), [(180, True), (90, True)])
def test_a_page_that_lies_the_wrong_way_is_shown_upright_with_its_words_in_place(
    situs: Situs, derajat: int, tegak: bool
):
    baris = ["Nama : Damar Panuluh", "Pangkat : Penata Muda", "Tempat lahir : Toboali", "Unit : Dinas Kearsipan Daerah"]
    gambar: Image.Image = halaman(lembar("KARTU PEGAWAI NEGERI SIPIL", baris), 200)[0]
    keluar = io.BytesIO()
    gambar.rotate(derajat, expand=True).save(keluar, "JPEG", dpi=(200, 200), quality=90)
    versi = siap(kirim(situs.kantor, keluar.getvalue(), nama="a.jpg"))
    satu = versi.halaman.get()
    assert "terbalik" in satu.temuan
    assert satu.tinggi > satu.lebar
    letak = {kata[0]: kata[1:5] for kata in satu.kata}
    assert letak["KARTU"][1] < letak["Unit"][1]  # the title above the last line
    assert letak["KARTU"][0] < letak["SIPIL"][0]
    assert "Halaman terbalik. Kami putar; periksa hasilnya." in proses(situs, versi)


def test_layers_that_can_be_hidden_are_told_to_the_uploader_and_to_the_fasilitator(situs: Situs):
    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(lembar("KARTU PEGAWAI", ["Nama: Damar"]))) as pdf:
        lapisan = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="a"))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[lapisan], D=pikepdf.Dictionary(OFF=[lapisan]))
        pdf.save(keluar)
    versi, biasa = siap(kirim(situs.kantor, keluar.getvalue())), siap(kirim(situs.kantor))
    assert (versi.status, versi.berlapis, biasa.berlapis) == (StatusBerkas.SIAP, True, False)
    assert "lapisan yang dapat disembunyikan" in proses(situs, versi)
    assert "Pastikan semua tulisan di kertas tampak" in proses(situs, versi)
    assert "lapisan yang dapat disembunyikan" not in proses(situs, biasa)
    meja = teks(situs.masuk(FASILITATOR).get(f"/dokumen/{versi.dokumen_id}/"))
    assert "Bandingkan setiap halaman dengan aslinya." in meja
