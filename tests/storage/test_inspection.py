"""What the gate says about files: one honest file of each kind, and every reason to refuse."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from storage import Policy, ScanVerdict, StoreUnavailable, clamd_dev, inspect
from storage.reasons import REASONS
from tests.storage import pdf_buatan as buat

DEFAULT = Policy()


def look(folder: Path, content: bytes, filename: str = "surat.pdf", scanner=None, policy: Policy = DEFAULT):
    path = folder / "unggahan"
    path.write_bytes(content)
    return inspect(path, filename=filename, scanner=scanner, policy=policy)


def picture(kind: str, size: tuple[int, int] = (620, 877), mode: str = "RGB", **options) -> bytes:
    made = io.BytesIO()
    Image.effect_noise(size, 40).convert(mode).save(made, kind, **options)
    return made.getvalue()


HONEST = [
    ("surat.pdf", lambda: buat.pdf(), "pdf", "application/pdf", 1),
    ("SURAT.PDF", lambda: buat.pages(300), "pdf", "application/pdf", 300),
    ("foto.jpg", lambda: picture("JPEG"), "jpeg", "image/jpeg", 1),
    ("foto.JPEG", lambda: picture("JPEG", mode="CMYK"), "jpeg", "image/jpeg", 1),
    ("foto.png", lambda: picture("PNG"), "png", "image/png", 1),
    ("foto.png", lambda: picture("PNG", mode="RGBA"), "png", "image/png", 1),
    ("pindai.tif", lambda: picture("TIFF", mode="1", compression="group4"), "tiff", "image/tiff", 1),
    ("pindai.tiff", lambda: tiff_pages(5), "tiff", "image/tiff", 5),
]


def zipped(name: str, content: str = "x") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr(name, content)
    return made.getvalue()


def tiff_pages(count: int) -> bytes:
    made = io.BytesIO()
    frames = [Image.new("1", (200, 300), n % 2) for n in range(count)]
    frames[0].save(made, "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    return made.getvalue()


@pytest.mark.parametrize(("name", "made", "kind", "mime", "pages"), HONEST)
def test_an_honest_file_is_accepted(tmp_path, scanner, name, made, kind, mime, pages) -> None:
    seen = look(tmp_path, made(), name, scanner)
    assert (seen.accepted, seen.reason_code, seen.reason) == (True, None, None)
    assert (seen.type, seen.mime, seen.pages, seen.encrypted) == (kind, mime, pages, False)
    assert seen.scan
    assert seen.scan.verdict is ScanVerdict.CLEAN


def with_image(width: int, height: int) -> bytes:
    keys = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1"
    return buat.pdf({4: buat.stream(b"\0", keys % (width, height))}, page=b"/Resources<</XObject<</I 4 0 R>>>>")


REFUSED = {
    "empty": ("surat.pdf", lambda: b"", "kosong"),
    "over the size": ("surat.pdf", lambda: bytes(20 * 1024**2 + 1), "terlalu_besar"),
    "text": ("surat.txt", lambda: b"halo", "jenis_tidak_dikenal"),
    "text called pdf": ("surat.pdf", lambda: b"halo", "jenis_tidak_dikenal"),
    "word document": ("surat.docx", lambda: zipped("[Content_Types].xml"), "dokumen_kantor"),
    "open document": ("surat.odt", lambda: zipped("mimetype", "application/vnd.oasis.opendocument"), "dokumen_kantor"),
    "old letter": ("surat.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "dokumen_kantor"),
    "word document called pdf": ("surat.pdf", lambda: zipped("_rels/.rels"), "dokumen_kantor"),
    "parcel": ("surat.zip", lambda: zipped("a.pdf"), "zip_bukan_dokumen"),
    "html": ("a.pdf", lambda: b"<html><script>", "jenis_tidak_dikenal"),
    "gif": ("a.gif", lambda: picture("GIF", mode="P"), "jenis_tidak_dikenal"),
    "postscript": ("a.pdf", lambda: b"%!PS-Adobe-3.0\n", "jenis_tidak_dikenal"),
    "heic without a picture": ("IMG_1.HEIC", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "rusak"),
    "moving heic": ("IMG_1.HEIC", lambda: b"\0\0\0\x18ftypmsf1\0\0\0\0mif1heic", "foto_heic"),
    "pdf called jpg": ("foto.jpg", lambda: buat.pdf(), "ekstensi_tidak_sesuai"),
    "jpg called pdf": ("surat.pdf", lambda: picture("JPEG"), "ekstensi_tidak_sesuai"),
    "png called jpg": ("foto.jpg", lambda: picture("PNG"), "ekstensi_tidak_sesuai"),
    "no extension": ("surat", lambda: buat.pdf(), "ekstensi_tidak_sesuai"),
    "double extension": ("surat.pdf.exe", lambda: buat.pdf(), "ekstensi_tidak_sesuai"),
    "user password": ("a.pdf", lambda: buat.encrypted(buat.pdf(), user="rahasia"), "terenkripsi"),
    "empty password R6": ("a.pdf", lambda: buat.encrypted(buat.pdf()), "terenkripsi"),
    "empty password R4": ("a.pdf", lambda: buat.encrypted(buat.pdf(), revision=4), "terenkripsi"),
    "empty password R3": ("a.pdf", lambda: buat.encrypted(buat.pdf(), revision=3), "terenkripsi"),
    "empty password R2": ("a.pdf", lambda: buat.encrypted(buat.pdf(), revision=2), "terenkripsi"),
    "javascript": ("a.pdf", lambda: buat.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(1)>>"), "isi_aktif"),
    "bytes before": ("a.pdf", lambda: b"GIF89a" + buat.pdf(), "bukan_pdf_murni"),
    "blank before": ("a.pdf", lambda: b"\n" + buat.pdf(), "bukan_pdf_murni"),
    "bytes after": ("a.pdf", lambda: buat.pdf() + b"PK\x05\x06" + bytes(18) + b"x", "bukan_pdf_murni"),
    "a megabyte after": ("a.pdf", lambda: buat.pdf() + b"x" * 1_000_000, "bukan_pdf_murni"),
    "cut pdf": ("a.pdf", lambda: buat.pages(20)[:-900], "rusak"),
    "header only": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF\n", "rusak"),
    "noise in a pdf": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", "rusak"),
    "cut jpeg": ("a.jpg", lambda: picture("JPEG")[:-3000], "rusak"),
    "cut png": ("a.png", lambda: picture("PNG")[:-3000], "rusak"),
    "cut tiff": ("a.tif", lambda: picture("TIFF")[:-3000], "rusak"),
    "jpeg header only": ("a.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(50), "rusak"),
    "a page behind a picture": ("a.jpg", lambda: picture("JPEG") + buat.pdf(), "bukan_gambar_murni"),
    "no pages": ("a.pdf", lambda: no_pages(), "tanpa_halaman"),
    "301 pages": ("a.pdf", lambda: buat.pages(301), "terlalu_banyak_halaman"),
    "301 frames": ("a.tif", lambda: tiff_pages(301), "terlalu_banyak_halaman"),
    "a page of five metres and more": ("a.pdf", lambda: sheet(14_401), "halaman_terlalu_besar"),
    "a page without end": ("a.pdf", lambda: sheet(1e9), "halaman_terlalu_besar"),
    "huge image in a pdf": ("a.pdf", lambda: with_image(9000, 9000), "gambar_terlalu_besar"),
}


def sheet(side: float) -> bytes:
    """A second page of this height in points."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(buat.pages(2))) as document:
        document.pages[1].mediabox = pikepdf.Array([0, 0, 595, Decimal(side)])
        document.save(made)
    return made.getvalue()


def test_a_drawing_by_a_scanner_that_does_not_say_how_fine_it_is_may_be_large(tmp_path: Path) -> None:
    assert look(tmp_path, sheet(9921)).accepted


def no_pages() -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(("name", "made", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_its_reason(tmp_path, scanner, name, made, code) -> None:
    seen = look(tmp_path, made(), name, scanner)
    assert (seen.accepted, seen.reason_code) == (False, code)
    assert seen.reason
    assert "{" not in seen.reason


def test_every_reason_but_the_command_lines_own_is_proven_above_or_below() -> None:
    proven = {code for _name, _made, code in REFUSED.values()}
    below = {"terinfeksi", "tidak_terpindai", "pemindai_tidak_tersedia"}
    parcels = {code for code in REASONS if code.startswith(("zip_", "tabel_"))}  # proven in test_parcel, test_table
    assert set(REASONS) - proven - parcels == below | {"tidak_ditemukan", "tertunda"}  # the latter in test_busy


def test_the_reasons_carry_the_numbers(tmp_path: Path) -> None:
    assert (look(tmp_path, bytes(34 * 1024**2)).reason or "").startswith("Berkas 34 MB, batasnya 20 MB.")
    assert "301 halaman, batasnya 300" in (look(tmp_path, buat.pages(301)).reason or "")
    assert "81 megapiksel, batasnya 72" in (look(tmp_path, with_image(9000, 9000)).reason or "")
    small = Policy(max_bytes=2 * 1024**2)
    assert "Berkas 3 MB, batasnya 2 MB." in (look(tmp_path, bytes(2 * 1024**2 + 1), policy=small).reason or "")


def test_white_space_after_the_end_is_no_reason_to_refuse(tmp_path: Path) -> None:
    assert look(tmp_path, buat.pdf() + b"\r\n \0\0\n").accepted


def test_layers_are_a_warning(tmp_path: Path) -> None:
    layers = buat.pdf({4: b"<</Type/OCG/Name(a)>>"}, catalog=b"/OCProperties<</OCGs[4 0 R]/D<<>>>>")
    seen = look(tmp_path, layers)
    assert (seen.accepted, seen.warnings) == (True, ["konten_opsional"])


def test_a_virus_outweighs_every_other_reason(tmp_path: Path, scanner) -> None:
    infected = b"GIF89a" + clamd_dev.eicar()
    seen = look(tmp_path, infected, "surat.exe", scanner)
    assert (seen.reason_code, seen.scan.verdict) == ("terinfeksi", ScanVerdict.INFECTED)


def test_a_scanner_that_is_away_means_not_accepted(tmp_path: Path, away) -> None:
    seen = look(tmp_path, buat.pdf(), scanner=away)
    assert (seen.accepted, seen.reason_code) == (False, "pemindai_tidak_tersedia")
    assert seen.scan.verdict is ScanVerdict.UNAVAILABLE


def test_a_definite_refusal_does_not_wait_for_a_scanner_that_is_away(tmp_path: Path, away) -> None:
    assert look(tmp_path, b"halo", scanner=away).reason_code == "jenis_tidak_dikenal"


def test_what_the_scanner_could_not_finish_is_not_accepted(tmp_path: Path, scanner) -> None:
    small = Policy(deep_bytes=1000)
    big_stream = buat.pdf({4: buat.stream(bytes(5000), flate=1)})
    seen = look(tmp_path, big_stream, scanner=scanner, policy=small)
    assert (seen.reason_code, seen.scan.verdict) == ("tidak_terpindai", ScanVerdict.UNSCANNABLE)


def test_without_a_scanner_nothing_is_said_about_viruses(tmp_path: Path) -> None:
    seen = look(tmp_path, buat.pdf())
    assert (seen.accepted, seen.scan) == (True, None)


def test_a_path_that_cannot_be_read_is_the_stores_trouble(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        inspect(tmp_path / "tidak-ada", filename="a.pdf")
