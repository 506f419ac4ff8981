"""Layout a region may choose, and the parts few naskah have: copies, annexes, secret marks, cards, bookmarks."""

import io
import itertools

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from templates_sk import Gaya, PictureError, compare, kind, read_picture, render
from templates_sk.susunan.gaya import CATATAN_KAKI
from templates_sk.susunan.kertas import CM, PAPERS
from tests.templates_sk.letak import EDGE, badan, bertumpuk, halaman, kertas
from tests.templates_sk.struktur import temuan

KP = "sk_kenaikan_pangkat"
KEPALA_DINAS = {
    "jabatan": "Kepala Bagian Hukum",
    "nama": "Tirta Kelana, S.H.",
    "nip": "198003112006041904",
    "cetak_nip": True,
}


def buat(kode=KP, gaya=None, draf=False, **ubah):
    return render(kode, kind(kode).sample | ubah, draft=draf, gaya=gaya or Gaya())


def kata(hasil):
    return [[k.teks for k in semua] for _, _, semua in halaman(hasil.pdf)]


def teks(hasil):
    return " ".join(satu for hal in kata(hasil) for satu in hal)


def rapi(hasil, nama):
    """Sound structure, nothing over anything, nothing outside the margins of its own page."""
    assert temuan(hasil.pdf) == []
    for lebar, _, semua in halaman(hasil.pdf):
        paper = kertas(nama, lebar)
        assert bertumpuk(semua) == []
        assert max(k.kanan for k in semua) <= lebar - paper.right + 2 * EDGE
        assert min(k.bawah for k in badan(paper, semua) if not k.teks.endswith(" …")) >= paper.bottom - EDGE


@pytest.mark.parametrize(
    ("gaya", "kode", "ukuran"),
    [
        (Gaya(), KP, (609.45, 935.43)),
        (Gaya(kertas_keputusan="F4 21 cm"), KP, (595.28, 935.43)),
        (Gaya(), "surat_kgb", (595.28, 841.89)),
        (Gaya(kertas_surat="F4"), "surat_kgb", (609.45, 935.43)),
        (Gaya(), "sertifikat_pelatihan", (841.89, 595.28)),
        (Gaya(kertas_surat="F4"), "kartu_karis_karsu", (242.65, 153.01)),
    ],
)
def test_paper_is_the_kinds_own_as_the_region_sets_it(gaya, kode, ukuran):
    hasil = buat(kode, gaya)
    assert halaman(hasil.pdf)[0][:2] == pytest.approx(ukuran, abs=0.5)
    assert temuan(hasil.pdf) == []


def test_margins_follow_the_region():
    gaya = Gaya(tepi_kiri=2.5, tepi_kanan=2.5)
    for _, _, semua in halaman(buat(gaya=gaya).pdf):
        assert min(k.kiri for k in semua) >= 2.5 * CM - EDGE
        assert max(k.kanan for k in semua) <= 609.45 - 2.5 * CM + 2 * EDGE


@pytest.mark.parametrize("nama", CATATAN_KAKI)
def test_the_footer_note_stands_whole_below_the_text_on_every_page(nama):
    hasil = buat("sk_pensiun", Gaya(catatan_kaki=CATATAN_KAKI[nama]))
    rapi(hasil, "F4")
    for _, _, semua in halaman(hasil.pdf):
        kaki = " ".join(k.teks for k in semua if k.atas < 1.85 * CM)
        assert kaki.split() == CATATAN_KAKI[nama].split()
        assert min(k.bawah for k in semua) > 0.6 * CM


def test_the_footer_of_a_test_certificate_never_names_the_national_one():
    assert "BSrE" not in teks(buat())
    assert "sertifikat elektronik uji" in teks(buat())


def test_a_catchword_names_the_word_the_next_page_begins_with_and_is_off_by_default():
    hasil, tanpa = buat("sk_pensiun", Gaya(kata_penyambung=True)), buat("sk_pensiun")
    rapi(hasil, "F4")
    semua = kata(hasil)
    for kini, berikut in itertools.pairwise(semua):
        (sambung,) = [k for k in kini if k.endswith(" …")]
        awal = next(k for k in berikut if not k.startswith("- "))
        assert awal.startswith(sambung.removesuffix(" …"))
    assert not [k for hal in kata(tanpa) for k in hal if k.endswith(" …")]


@pytest.mark.parametrize(
    ("gaya", "ada", "baku"),
    [
        (Gaya(nomor_bertitik_dua=True), "NOMOR : 800.1.3.2/0142", "NOMOR 800.1.3.2/0142"),
        (Gaya(rahmat_tuhan=True), "DENGAN RAHMAT TUHAN YANG MAHA ESA", None),
        (Gaya(memutuskan_renggang=True), "M E M U T U S K A N", "MEMUTUSKAN:"),
        (Gaya(baris_kedua="PROVINSI NUSA CENDANA"), "PROVINSI NUSA CENDANA", None),
        (Gaya(tembusan_yth=True), "Yth. Pegawai yang bersangkutan.", "Pegawai yang bersangkutan."),
        (Gaya(judul_tembusan="Keputusan ini disampaikan kepada:"), "disampaikan kepada:", "Tembusan:"),
    ],
)
def test_practice_that_the_formal_rule_does_not_know_is_a_setting_off_by_default(gaya, ada, baku):
    assert ada in teks(buat(gaya=gaya))
    assert ada not in teks(buat())
    if baku:
        assert baku in teks(buat())
    assert compare(buat(gaya=gaya, draf=True).pdf, buat(gaya=gaya).pdf).same


def test_the_nip_below_a_name_may_stand_without_spaces():
    assert "19741103 199912 2 901" in teks(buat("surat_kgb"))
    assert "NIP 197411031999122901" in teks(buat("surat_kgb", Gaya(nip_berspasi=False)))


def gambar(mode, fmt, **lain):
    keluar = io.BytesIO()
    Image.new(mode, (60, 80), 1 if mode in ("1", "P") else None).save(keluar, fmt, **lain)
    return keluar.getvalue()


@pytest.mark.parametrize(("mode", "fmt"), [("RGB", "PNG"), ("L", "PNG"), ("P", "PNG"), ("RGB", "JPEG"), ("L", "JPEG")])
def test_the_regions_own_emblem_takes_the_place_of_the_stand_in(mode, fmt):
    lambang = read_picture(gambar(mode, fmt), alt="Lambang Kabupaten Tanjung Lestari")
    gaya = Gaya(lambang={"daerah": lambang, "negara": lambang})
    for kode in (KP, "surat_kgb"):
        hasil = buat(kode, gaya)
        assert temuan(hasil.pdf) == []
        with pikepdf.open(io.BytesIO(hasil.pdf)) as pdf:
            (isi,) = pdf.pages[0].obj.Resources.XObject.values()
            assert (int(isi.Width), int(isi.Height)) == (60, 80)
            assert isinstance(isi, pikepdf.Stream)
            assert pikepdf.PdfImage(isi).as_pil_image().size == (60, 80)
            assert b"Lambang Kabupaten Tanjung Lestari" in hasil.pdf
        assert b"perisai" not in hasil.pdf
        assert compare(buat(kode, gaya, draf=True).pdf, hasil.pdf).same
        assert not compare(buat(kode, draf=True).pdf, hasil.pdf).same


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (gambar("RGBA", "PNG"), "transparan"),
        (gambar("RGB", "PNG")[:60], "rusak"),
        (gambar("CMYK", "JPEG"), "CMYK"),
        (gambar("RGB", "GIF"), "PNG atau JPEG"),
        (b"\xff\xd8\xff\xe0", "rusak"),
        (b"\x89PNG\r\n\x1a\n" + bytes(3_000_000), "terlalu besar"),
        (b"", "PNG atau JPEG"),
    ],
)
def test_an_emblem_an_archive_file_cannot_carry_is_refused_with_the_way_out(isi, sebab):
    with pytest.raises(PictureError, match=sebab):
        read_picture(isi, alt="Lambang")


def test_a_certified_copy_says_so_shows_ttd_and_is_signed_by_its_certifier():
    hasil = buat("sk_mutasi", petikan=False, salinan=True, pengesah=KEPALA_DINAS)
    rapi(hasil, "F4")
    baca = teks(hasil)
    urut = ["SALINAN", "KEPUTUSAN", "Ditetapkan di", "ttd.", "Salinan sesuai dengan aslinya", "Tirta Kelana"]
    letak = [baca.index(satu) for satu in urut]
    assert letak == sorted(letak)
    (bidang,) = hasil.signatures
    assert bidang.rect[0] < 609.45 / 2


def test_a_certified_extract_says_petikan():
    assert "Petikan sesuai dengan aslinya" in teks(buat(pengesah=KEPALA_DINAS))


def test_a_decree_of_an_agency_stands_under_the_agencys_letterhead():
    kop = kind("surat_kgb").sample["kop"] | {"instansi": "DINAS PERHUBUNGAN"}
    kepala = {"bentuk": "langsung", "jabatan": "KEPALA DINAS PERHUBUNGAN", "nama": "Haris Mahendra"}
    hasil = buat("sk_hukuman_disiplin", kop=kop, kepala="KEPALA DINAS PERHUBUNGAN", penanda_tangan=kepala)
    rapi(hasil, "F4")
    baca = teks(hasil)
    assert baca.index("RAHASIA") < baca.index("DINAS PERHUBUNGAN") < baca.index("KEPUTUSAN KEPALA DINAS PERHUBUNGAN")


@pytest.mark.parametrize("kode", ["sk_hukuman_disiplin", "sk_izin_perceraian", "sk_penolakan_perceraian"])
def test_secret_naskah_are_marked_at_the_upper_right(kode):
    lebar, tinggi, semua = halaman(buat(kode).pdf)[0]
    (tanda,) = [k for k in semua if k.teks == "RAHASIA"]
    assert tanda.kiri > lebar / 2
    assert tanda.atas > tinggi - 2.5 * CM
    assert "RAHASIA" not in teks(buat())


MODE = [
    ({"bentuk": "langsung"}, ["BUPATI CONTOH,"]),
    ({"bentuk": "a.n.", "atas_nama": "GUBERNUR CONTOH"}, ["a.n. GUBERNUR CONTOH", "BUPATI CONTOH,"]),
    (
        {"bentuk": "u.b.", "atas_nama": "GUBERNUR CONTOH", "melalui": "SEKRETARIS DAERAH"},
        ["a.n. GUBERNUR CONTOH", "SEKRETARIS DAERAH", "u.b.", "BUPATI CONTOH,"],
    ),
    ({"bentuk": "langsung", "plt_plh": "Plt."}, ["Plt. BUPATI CONTOH,"]),
    ({"bentuk": "langsung", "plt_plh": "Plh."}, ["Plh. BUPATI CONTOH,"]),
    ({"bentuk": "langsung", "plt_plh": "Pj."}, ["Pj. BUPATI CONTOH,"]),
    ({"bentuk": "langsung", "plt_plh": "Pjs."}, ["Pjs. BUPATI CONTOH,"]),
    (
        {"bentuk": "a.n.", "atas_nama": "GUBERNUR CONTOH", "plt_plh": "Plt."},
        ["a.n. GUBERNUR CONTOH", "Plt. BUPATI CONTOH,"],
    ),
]


@pytest.mark.parametrize(("bentuk", "baris"), MODE)
@pytest.mark.parametrize("kode", [KP, "surat_kgb", "sk_mutasi_kolektif"])
def test_every_form_of_signing_prints_its_own_block(kode, bentuk, baris):
    oleh = {"jabatan": "BUPATI CONTOH", "nama": "DAMAR PANULUH", **bentuk}
    hasil = buat(kode, penanda_tangan=oleh)
    baca = kata(hasil)[hasil.signature.page]
    mulai = max(i for i, k in enumerate(baca) if k == baris[0])
    assert baca[mulai : mulai + len(baris)] == baris
    assert temuan(hasil.pdf) == []


def test_u_b_stands_alone_in_the_middle_of_the_signature_column():
    oleh = {"jabatan": "KEPALA DINAS", "nama": "DAMAR", "bentuk": "u.b.", "atas_nama": "BUPATI CONTOH"}
    hasil = buat(penanda_tangan=oleh)
    _, _, semua = halaman(hasil.pdf)[hasil.signature.page]
    ub = next(k for k in semua if k.teks == "u.b.")
    assert ub.kiri > next(k.kiri for k in semua if k.teks == "KEPALA DINAS,") + 30


def test_an_annex_of_three_hundred_people_turns_its_pages_repeats_its_header_and_is_signed_again():
    contoh = kind("sk_mutasi_kolektif").sample
    hasil = buat("sk_mutasi_kolektif", daftar=contoh["daftar"] * 150)
    rapi(hasil, "F4")
    lembar = halaman(hasil.pdf)
    mulai = next(i for i, (lebar, tinggi, _) in enumerate(lembar) if lebar > tinggi)
    assert all(lebar > tinggi for lebar, tinggi, _ in lembar[mulai:])
    assert any(k.teks == "LAMPIRAN" for k in lembar[mulai][2])
    berisi = [semua for _, _, semua in lembar[mulai:] if any("198707302010012916" in k.teks for k in semua)]
    assert len(berisi) > 10
    assert all(any(k.teks == "Nama/NIP" for k in semua) for semua in berisi)
    akhir = " ".join(k.teks for k in lembar[-1][2])
    assert "Ditetapkan di" in akhir
    assert "Bagas Tirta Waskita" in akhir
    assert [tanda.page < mulai for tanda in hasil.signatures] == [True]
    assert f"- {len(lembar)} -" in akhir


def test_a_long_naskah_has_bookmarks_to_its_parts_and_a_short_one_none():
    contoh = kind("sk_mutasi_kolektif").sample
    with pdfium.PdfDocument(buat("sk_mutasi_kolektif", daftar=contoh["daftar"] * 30).pdf) as dokumen:
        daftar = [(b.get_title(), b.get_dest().get_index()) for b in dokumen.get_toc()]
    assert [nama for nama, _ in daftar] == [
        *("Judul", "Menimbang", "Mengingat", "Memperhatikan", "Memutuskan", "Tembusan", "Lampiran")
    ]
    assert [hal for _, hal in daftar] == sorted(hal for _, hal in daftar)
    assert daftar[-1][1] >= 2
    with pdfium.PdfDocument(buat().pdf) as dokumen:
        assert list(dokumen.get_toc()) == []


def test_the_metadata_name_the_number_and_a_draft_has_dots_there():
    def nomor(hasil):
        with pikepdf.open(io.BytesIO(hasil.pdf)) as pdf:
            return str(pdf.docinfo["/Keywords"]), pdf.Root.Metadata.read_bytes().decode()

    kunci, xmp = nomor(buat())
    assert kunci == "800.1.3.2/0142/BKPSDMD/2026"
    assert f"<pdf:Keywords>{kunci}</pdf:Keywords>" in xmp
    assert "0142" not in nomor(buat(draf=True))[1]


def test_a_card_keeps_its_text_left_of_qr_and_field_and_goes_on_upon_a_second_when_it_is_long():
    biasa = buat("kartu_karis_karsu")
    assert biasa.pages == 1
    (tanda,) = biasa.signatures
    assert all(k.kanan <= tanda.rect[0] for _, _, semua in halaman(biasa.pdf) for k in semua)
    panjang = buat("kartu_karis_karsu", nama="Raden Roro Kusumaningtyas " * 10)
    assert panjang.pages > 1
    assert temuan(panjang.pdf) == []
    assert [bertumpuk(semua) for _, _, semua in halaman(panjang.pdf)] == [[]] * panjang.pages


def test_ticks_are_drawn_once_where_the_form_says_so():
    hasil = buat("formulir_cuti", jenis="sakit", sikap_atasan="", sikap_pejabat="perubahan")
    with pikepdf.open(io.BytesIO(hasil.pdf)) as pdf:
        alt = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
    assert alt.count("Dipilih") == 2


def test_lists_inside_lists_step_a_centimetre_and_take_the_next_mark():
    from templates_sk.engine.flow import paginate
    from templates_sk.susunan.isi import Place, butir
    from templates_sk.susunan.susunan import Susunan

    s = Susunan(draft=False, paper=PAPERS["A4"])
    butir(s, s.body, [{"teks": "satu", "butir": [{"teks": "dua", "butir": [{"teks": "tiga", "butir": ["empat"]}]}]}],
          Place(), "a")  # fmt: skip
    tanda = [(b.cells[0].lines[0].text.strip(), round((b.cells[0].x - 3 * CM) / CM, 1)) for b in s.blocks]
    assert tanda == [("a.", 0.0), ("1.", 0.8), ("a)", 1.8), ("1)", 2.8)]
    assert len(paginate(s.blocks, s.paper.frame, first_top=800)) == 1


def test_marks_go_on_after_z():
    from templates_sk.susunan.isi import _huruf

    assert [_huruf(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]
