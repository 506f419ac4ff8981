"""Decrees as files: words, structure, refusals, and the proof that a final version is its draft."""

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp

from templates_sk import DataError, UnknownKind, compare, kind, render

KP = "sk_kenaikan_pangkat"


def isi(**ubah):
    return kind(KP).sample | ubah


def teks(pdf):
    with pdfium.PdfDocument(pdf) as dokumen:
        return " ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen)


def test_the_decree_says_what_the_data_says_in_reading_order():
    baca = teks(render(KP, isi()).pdf)
    urut = ["PETIKAN", "NOMOR 800.1.3.2/0142/BKPSDMD/2026", "Menimbang", "MEMUTUSKAN", "Laras Kinanti Wulandari"]
    letak = [baca.index(kata) for kata in [*urut, "Rp3.089.300,00", "Ditetapkan di Kota Contoh", "Tembusan"]]
    assert letak == sorted(letak)


def test_a_draft_has_dots_for_number_and_date_and_no_final_number():
    baca = teks(render(KP, isi(), draft=True).pdf)
    assert "800.1.3.2/……/BKPSDMD/2026" in baca
    assert "0142" not in baca
    assert "20 November 2026" not in baca


def test_a_final_version_needs_number_and_date():
    with pytest.raises(DataError) as salah:
        render(KP, isi(nomor=None, tanggal=None))
    assert {e.field for e in salah.value.errors} == {"nomor", "tanggal"}


def test_all_errors_are_told_at_once_in_indonesian():
    with pytest.raises(DataError) as salah:
        render(KP, isi(nip="123", tmt_kp="2026-12-02", gaji_pokok=1, nama=""), draft=True)
    pesan = {e.field: e.message for e in salah.value.errors}
    assert {"nip", "tmt_kp", "gaji_pokok", "nama"} <= pesan.keys()
    assert "harus tanggal 1" in pesan["tmt_kp"]
    assert "Rp3.089.300" in pesan["gaji_pokok"]


@pytest.mark.parametrize(
    ("ubah", "bidang"),
    [
        ({"golongan_baru": "III/c"}, "golongan_baru"),
        ({"nama": "Laras ✓"}, "nama"),
        ({"bukan_isian": 1}, "bukan_isian"),
        ({"pertek": {"penerbit": "BKN", "nomor": "1", "tanggal": "2999-01-01"}}, "pertek.tanggal"),
    ],
)
def test_what_does_not_make_a_decree_is_refused_at_its_field(ubah, bidang):
    with pytest.raises(DataError) as salah:
        render(KP, isi(**ubah), draft=True)
    assert bidang in {e.field for e in salah.value.errors}


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownKind):
        render("sk_lain", {})


def test_the_longest_names_wrap_inside_their_column():
    panjang = "Raden Mas Haryo Notokusumo Wiryodiningrat Purboyo Danurwenda Sastrodihardjo"
    hasil = render(KP, isi(nama=f"{panjang}, S.IP.", unit_kerja="Badan " + "Perencanaan " * 9, jabatan="Penelaah " * 9))
    with pdfium.PdfDocument(hasil.pdf) as dokumen:
        for halaman in dokumen:
            lebar, isi_teks = halaman.get_width(), halaman.get_textpage()
            kanan = max(isi_teks.get_charbox(n)[2] for n in range(isi_teks.count_chars()))
            assert kanan < lebar - 40


def test_the_signature_block_never_stands_alone():
    """Whatever the length, the page with the field also holds body text."""
    for tambahan in range(0, 9):
        hasil = render(
            KP,
            isi(
                menimbang=["bahwa demikianlah adanya;"] * 1 + ["bahwa pertimbangan ini panjang;"] * tambahan
                if tambahan < 8
                else ["bahwa a;"]
            ),
        )
        with pdfium.PdfDocument(hasil.pdf) as dokumen:
            assert hasil.signature is not None
            baca = dokumen[hasil.signature.page].get_textpage().get_text_bounded()
        assert "Ditetapkan di" in baca
        assert "kekeliruan" in baca or "KEDUA" in baca or "sebagaimana mestinya" in baca


def test_final_and_draft_differ_only_in_number_date_qr_and_mark():
    hasil = compare(render(KP, isi(), draft=True).pdf, render(KP, isi()).pdf)
    assert hasil.same
    assert set(hasil.varied) == {"nomor", "tanggal", "qr", "draf"}


@pytest.mark.parametrize(
    "ubah",
    [
        {"nama": "Laras Kinanti Wulandara, S.Kom."},
        {"tmt_kp": "2027-01-01"},
        {"unit_kerja": "Dinas Lain"},
        {"tembusan": []},
        {"nomor_urut": 15},
    ],
)
def test_any_other_change_between_draft_and_final_is_found(ubah):
    hasil = compare(render(KP, isi(), draft=True).pdf, render(KP, isi(**ubah)).pdf)
    assert not hasil.same
    assert hasil.differences


def test_an_added_page_is_found():
    draf, akhir = render(KP, isi(), draft=True).pdf, render(KP, isi()).pdf
    with pikepdf.open(io.BytesIO(akhir)) as pdf:
        pdf.add_blank_page()
        keluar = io.BytesIO()
        pdf.save(keluar)
    assert not compare(draf, keluar.getvalue()).same


def test_text_painted_over_the_final_version_is_found():
    draf, akhir = render(KP, isi(), draft=True).pdf, render(KP, isi()).pdf
    with pikepdf.open(io.BytesIO(akhir)) as pdf:
        pdf.pages[0].contents_add(b"0 0 100 100 re f")
        keluar = io.BytesIO()
        pdf.save(keluar)
    assert not compare(draf, keluar.getvalue()).same


def test_the_qr_can_be_hidden_in_no_other_role_name():
    """A mark with a role of its own is not among those that may differ."""
    draf, akhir = render(KP, isi(), draft=True).pdf, render(KP, isi()).pdf
    with pikepdf.open(io.BytesIO(akhir)) as pdf:
        pdf.pages[0].contents_add(b"/Span <</Peran /lain>> BDC 0 0 9 9 re f EMC")
        keluar = io.BytesIO()
        pdf.save(keluar)
    hasil = compare(draf, keluar.getvalue())
    assert not hasil.same
    assert "lain" in hasil.varied


@pytest.mark.parametrize(
    "ubah",
    [
        {},
        {"nama": "Dayang Sri Wahyuningsih Prameswari, S.E., M.M."},
        {"tembusan": [*kind(KP).sample["tembusan"], "Kepala PT Taspen (Persero) Cabang Kota Contoh"]},
        {"ak_kumulatif": "112.5"},
    ],
)
def test_an_ordinary_extract_fits_one_sheet(ubah):
    assert render(KP, isi(**ubah)).pages == 1


@pytest.mark.parametrize("token", ["k7m2q9x4v8t3w6z5r2n7p4c8d3", "7" * 26, "A-_" * 14])
def test_the_printed_qr_reads_back_as_the_address(token):
    alamat = f"https://contoh.example/cek/{token}"
    hasil = render(KP, isi(verification_url=alamat))
    with pdfium.PdfDocument(hasil.pdf) as dokumen:
        (kode,) = zxingcpp.read_barcodes(dokumen[0].render(scale=200 / 72).to_numpy())
    assert kode.text == alamat
    assert kode.ec_level == "M"
