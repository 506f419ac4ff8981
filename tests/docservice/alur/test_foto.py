"""A paper of several pages, photographed one by one on a phone."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import VersiDokumen
from docservice.peragaan.pemindai_tiruan import halaman, lembar
from tests.docservice.alur.dunia import PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela

pytestmark = pytest.mark.peramban


def foto(kata: str, *, miring: bool = False) -> Any:
    keluar = io.BytesIO()
    gambar = halaman(lembar(kata, [f"Isi {kata}"] * 8), 110)[0]
    (gambar.rotate(90, expand=True) if miring else gambar).save(keluar, "JPEG", quality=80)
    return {"name": f"{kata}.jpg", "mimeType": "image/jpeg", "buffer": keluar.getvalue()}


def test_pages_are_added_ordered_turned_and_sent_as_one_paper(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        layar.buka("/dokumen/unggah/?jenis=KK")
        urutan = layar.page.locator("#pratinjau li")
        layar.page.set_input_files("#id_berkas", [foto("Dua"), foto("Salah")])
        layar.page.set_input_files("#id_kamera", foto("Satu", miring=True))  # as the camera button does
        expect(urutan).to_have_count(3)
        layar.periksa()
        layar.page.get_by_role("button", name="Hapus halaman 2").click()
        layar.page.get_by_role("button", name="Naikkan halaman 2").click()
        layar.page.get_by_role("button", name="Putar halaman 1").click()
        expect(layar.page.locator("#terpilih")).to_contain_text("2 halaman")
        expect(layar.page.locator("main form button.utama")).to_have_text("Kirim 2 halaman")
        layar.periksa().page.locator("main form button.utama").click()
        layar.page.wait_for_url("**/proses/")
    jalankan_semua()
    versi = VersiDokumen.objects.get(dokumen__jenis="KK")
    isi = [satu.teks for satu in versi.halaman.order_by("nomor")]
    assert ["Satu" in isi[0], "Dua" in isi[1], len(isi)] == [True, True, 2]


def test_photos_stay_on_the_phone_until_they_are_sent_or_thrown_away(rumah: Rumah, browser: Browser) -> None:
    slot = "/dokumen/unggah/?jenis=KK"
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        lembar_foto, tersimpan = layar.page.locator("#pratinjau li"), layar.page.locator("#tersimpan")
        layar.buka(slot).page.set_input_files("#id_kamera", foto("Tiga"))
        layar.page.set_input_files("#id_kamera", foto("Empat"))
        expect(lembar_foto).to_have_count(2)
        expect(tersimpan).to_contain_text("tersimpan di perangkat Anda sampai dikirim")
        layar.buka("/dokumen/unggah/?jenis=NPWP")  # another slot knows nothing of them
        expect(lembar_foto).to_have_count(0)
        layar.buka(slot)  # the tab was lost
        expect(lembar_foto).to_have_count(2)
        expect(layar.page.locator("main form button.utama")).to_have_text("Kirim 2 halaman")
        layar.periksa().page.get_by_role("button", name="Buang").click()
        expect(tersimpan).not_to_be_visible()
        layar.buka(slot)
        expect(lembar_foto).to_have_count(0)
        layar.page.set_input_files("#id_kamera", foto("Lima"))
        expect(tersimpan).to_be_visible()
        layar.page.locator("main form button.utama").click()
        layar.page.wait_for_url("**/proses/")
        expect(layar.page.locator("[data-terkirim]")).to_have_count(1)
        layar.buka(slot)
        expect(lembar_foto).to_have_count(0)


LETAKKAN = """([nama, isi, jenis]) => {
  const bawaan = new DataTransfer();
  bawaan.items.add(new File([Uint8Array.from(isi)], nama, { type: jenis }));
  const pada = document.querySelector("[data-letakkan]");
  for (const kejadian of ["dragover", "drop"]) pada.dispatchEvent(
    new DragEvent(kejadian, { dataTransfer: bawaan, bubbles: true, cancelable: true }));
}"""


def test_at_a_desk_a_file_is_dropped_into_the_form(rumah: Rumah, browser: Browser) -> None:
    isi = lembar("KARTU KELUARGA", ["Diletakkan"])
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.buka("/dokumen/unggah/?jenis=KK")
        expect(layar.page.get_by_text("atau letakkan berkas di sini")).to_be_visible()
        layar.periksa().page.evaluate(LETAKKAN, ["kk.pdf", list(isi), "application/pdf"])
        expect(layar.page.locator("#terpilih")).to_contain_text("Terpilih: kk.pdf")
        layar.page.locator("main form button.utama").click()
        layar.page.wait_for_url("**/proses/")
    assert VersiDokumen.objects.filter(nama_berkas="kk.pdf").exists()


def test_a_pdf_takes_the_place_of_photos(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.buka("/dokumen/unggah/?jenis=NPWP")
        layar.page.set_input_files("#id_berkas", foto("Satu"))
        pdf: Any = {"name": "npwp.pdf", "mimeType": "application/pdf", "buffer": lembar("NPWP", ["Isi"])}
        layar.page.set_input_files("#id_berkas", pdf)
        expect(layar.page.locator("#terpilih")).to_contain_text("Terpilih: npwp.pdf")
        expect(layar.page.locator("#pratinjau li")).to_have_count(0)
        layar.page.locator("main form button.utama").click()
        layar.page.wait_for_url("**/proses/")
    assert VersiDokumen.objects.get(dokumen__jenis="NPWP").tipe == "pdf"


def test_a_big_file_on_a_line_that_breaks_goes_on_by_itself(rumah: Rumah, browser: Browser) -> None:
    """The line dies at the second part; the page says so, and when it is back the upload ends where it should."""
    isi = lembar("KARTU PEGAWAI", ["Isi"]) + b"%" + b"x" * 1_600_000 + b"\n%%EOF\n"
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        layar.buka("/dokumen/unggah/?jenis=KARPEG")
        bagian: list[str] = []

        def lewat(rute: Any) -> None:
            if rute.request.method == "PATCH":
                bagian.append(rute.request.headers["upload-offset"])
                if len(bagian) == 2:
                    rute.abort("connectionreset")
                    return
            rute.continue_()

        layar.page.route("**/kiriman/**", lewat)
        layar.page.set_input_files("#id_berkas", {"name": "k.pdf", "mimeType": "application/pdf", "buffer": isi})
        layar.page.locator("main form button.utama").click()
        expect(layar.page.locator("[data-kemajuan]")).to_contain_text("Sambungan terputus.")
        layar.page.get_by_role("button", name="Lanjutkan sekarang").click()
        layar.page.wait_for_url("**/proses/")
    assert bagian == ["0", "524288", "524288", "1048576", "1572864"]
    versi = VersiDokumen.objects.get(dokumen__jenis="KARPEG")
    assert (versi.ukuran, versi.nama_berkas) == (len(isi), "k.pdf")


def test_a_refusal_on_the_way_is_said_on_the_page(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.buka("/dokumen/unggah/?jenis=TASPEN")
        bukan: Any = {"name": "film.pdf", "mimeType": "application/pdf", "buffer": b"MZ" + b"\0" * 1_200_000}
        layar.page.set_input_files("#id_berkas", bukan)
        layar.page.locator("main form button.utama").click()
        expect(layar.page.locator("[data-kemajuan]")).to_contain_text("Ini bukan PDF atau foto.")
        assert layar.page.url.endswith("jenis=TASPEN")


def di_meja(kata: str) -> Any:
    """A white sheet on a dark table, off centre."""
    kertas, keluar = halaman(lembar(kata, [f"Isi {kata}"] * 8), 100)[0], io.BytesIO()
    meja = Image.new("L", (kertas.width + 400, kertas.height + 300), 40)
    meja.paste(kertas, (300, 100))
    meja.save(keluar, "JPEG", quality=85)
    return {"name": "meja.jpg", "mimeType": "image/jpeg", "buffer": keluar.getvalue()}


def test_a_photo_is_cut_to_its_paper_by_itself_or_by_its_corners(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        layar.buka("/dokumen/unggah/?jenis=BUKU_REK")
        layar.page.set_input_files("#id_berkas", di_meja("Satu"))
        potong = layar.page.get_by_role("button", name="Potong tepi halaman 1")
        potong.click()
        layar.page.get_by_role("button", name="Jangan potong").click()
        assert 1220 <= lebar_foto(layar.page) <= 1230
        potong.click()
        layar.page.get_by_role("button", name="Potong otomatis").click()
        layar.page.get_by_role("button", name="Pakai potongan ini").click()
        expect(layar.page.locator("#potong")).not_to_be_visible()
        layar.page.wait_for_function("document.querySelector('#id_berkas').files[0].name === 'meja.jpg'")
        tunggu_lebar(layar.page, 900)
        assert 800 <= lebar_foto(layar.page) <= 860  # the sheet is 826 wide
        potong.click()
        for sudut in ("Sudut kanan bawah", "Sudut kanan atas"):
            layar.page.get_by_role("button", name=sudut).focus()
            for _ in range(5):
                layar.page.keyboard.press("ArrowLeft")
        layar.page.get_by_role("button", name="Pakai potongan ini").click()
        tunggu_lebar(layar.page, 800)
        layar.page.locator("main form button.utama").first.click()
        layar.page.wait_for_url("**/proses/")
    assert VersiDokumen.objects.get(dokumen__jenis="BUKU_REK").tipe == "jpeg"


def dari_samping(kata: str) -> Any:
    """The same seen from the lower left: no side is parallel to another."""
    kertas = halaman(lembar(kata, [f"Isi {kata}"] * 20), 100)[0]
    meja = Image.new("L", (kertas.width + 500, kertas.height + 400), 40)
    meja.paste(kertas, (250, 200))
    (w, h), keluar = meja.size, io.BytesIO()
    sudut = (90, 0, -120, h - 60, w - 40, h + 130, w + 160, -90)
    meja.transform((w, h), Image.Transform.QUAD, sudut, Image.Resampling.BICUBIC).save(keluar, "JPEG", quality=90)
    return {"name": "samping.jpg", "mimeType": "image/jpeg", "buffer": keluar.getvalue()}


def test_a_paper_seen_from_the_side_is_laid_flat(rumah: Rumah, browser: Browser) -> None:
    """Found by itself: nothing of the table is left at any side, and the lines of print run level again."""
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        layar.buka("/dokumen/unggah/?jenis=BUKU_REK")
        layar.page.set_input_files("#id_berkas", dari_samping("Satu"))
        layar.page.get_by_role("button", name="Potong tepi halaman 1").click()
        layar.page.get_by_role("button", name="Potong otomatis").click()
        layar.page.get_by_role("button", name="Pakai potongan ini").click()
        tunggu_lebar(layar.page, 1100)
        isi = bytes(layar.page.evaluate(ISI))
    with Image.open(io.BytesIO(isi)) as gambar:
        lebar, tinggi = gambar.size
        abu = gambar.convert("L")
        tepi = [abu.crop(k).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) for k in _tepi(lebar, tinggi)]
    assert 1.3 < tinggi / lebar < 1.55  # a sheet of A4
    assert min(int(t) for t in tepi) > 200  # type: ignore[arg-type]  # grey images have one number a pixel


def _tepi(w: int, h: int) -> list[tuple[int, int, int, int]]:
    """Strips just inside the four sides."""
    d = w // 50
    return [(d, d, w - d, 2 * d), (d, h - 2 * d, w - d, h - d), (d, d, 2 * d, h - d), (w - 2 * d, d, w - d, h - d)]


ISI = "async () => [...new Uint8Array(await document.querySelector('#id_berkas').files[0].arrayBuffer())]"
LEBAR = "async () => (await createImageBitmap(document.querySelector('#id_berkas').files[0])).width"


def lebar_foto(page: Page) -> int:
    return int(page.evaluate(LEBAR))


def tunggu_lebar(page: Page, kurang_dari: int) -> None:
    """Until the file in the form is narrower; ``wait_for_function`` takes any promise for a yes."""
    for _ in range(100):
        if lebar_foto(page) < kurang_dari:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"still {lebar_foto(page)} pixels wide")
