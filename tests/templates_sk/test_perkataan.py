"""The wording an office writes: text without loss, checked when saved, frozen with the naskah drawn from it."""

from datetime import date

import pytest

from templates_sk import DataError, bekukan, cairkan, compare, kata_baru, kind, kinds, render, teks_kata, tembusan_baku
from templates_sk.susunan import hukum
from templates_sk.susunan.bacaan import baca
from templates_sk.susunan.hukum import Dasar
from tests.templates_sk.letak import halaman

KODE = [k.code for k in kinds()]
KP = "sk_kenaikan_pangkat"


def baku(x):
    """Two ways to say one thing made one."""
    if isinstance(x, dict):
        x = {k: baku(v) for k, v in x.items()}
        x = {k: v for k, v in x.items() if (k, v) not in (("tanda", "1"), ("nomor", False), ("tebal", True))}
        return x["teks"] if set(x) == {"teks"} else x
    if isinstance(x, list | tuple):
        return [baku(v) for v in x]
    return float(x) if isinstance(x, int) and not isinstance(x, bool) else x


def naskah(one, **ubah):
    return " ".join(k.teks for _, _, s in halaman(render(one, one.sample | ubah).pdf) for k in s)


def salah(teks, kode=KP, **lain):
    with pytest.raises(DataError) as galat:
        kata_baru(kode, teks, **lain)
    return [e.message for e in galat.value.errors]


@pytest.mark.parametrize("kode", KODE)
def test_the_wording_of_every_kind_is_text_and_back_without_loss(kode):
    kata = kind(kode).wording
    for nama, isi in baca(teks_kata(kind(kode))).items():
        assert baku(isi) == baku(getattr(kata, nama)), nama


@pytest.mark.parametrize("kode", KODE)
def test_the_shipped_wording_passes_its_own_check_and_draws_the_same_pages(kode):
    one = kata_baru(kode, teks_kata(kind(kode)))
    assert compare(render(kode, one.sample).pdf, render(one, one.sample).pdf).differences == []


def test_an_office_changes_a_sentence_the_order_of_rows_and_a_condition():
    teks = teks_kata(kind(KP))
    lama = "  # NIP = {nip}\n  # Pendidikan = {pendidikan}\n"
    assert lama in teks
    teks = teks.replace(lama, "  # Pendidikan terakhir = {pendidikan}\n  # NIP = {nip}\n")
    teks = teks.replace("dipandang cakap", "layak")
    tambahan = "[bila ak_kumulatif] Angka kredit {ak_kumulatif:desimal} sah."
    teks = teks.replace("Apabila di kemudian", f"{tambahan}\nApabila di kemudian")
    one = kata_baru(KP, teks)
    baca_sekarang = naskah(one, mengingat=None)
    assert "layak untuk dinaikkan" in baca_sekarang
    assert baca_sekarang.index("Pendidikan terakhir") < baca_sekarang.index("NIP")
    assert "KETIGA" not in baca_sekarang
    assert "Angka kredit 112,500 sah." in naskah(one, ak_kumulatif="112.5")


def test_all_that_is_wrong_is_told_at_once_in_indonesian():
    teks = teks_kata(kind(KP)).replace("{nama}", "{namma}").replace("{gaji_pokok:rupiah}", "{gaji_pokok:dolar}")
    teks = teks.replace("UU20-2023", "UU99-2099").replace("= MENIMBANG\nbahwa", "= MENIMBANG\nbila")
    pesan = " ".join(salah(teks.replace("Apabila di kemudian", "[bila bukan] Apabila ✓ di kemudian")))
    for kata in ("{namma} tidak ada", ":dolar", "UU99-2099", "dimulai dengan bahwa", "Syarat bukan", "✓"):
        assert kata in pesan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (("= MENIMBANG", "= MENIMBANGKAN"), "tidak dikenal"),
        (("{unit_kerja}", "{unit_kerja"), "tidak berpasangan"),
        (("{nama}", "{pertek.ketua}"), "tidak cocok"),
        (("{nama}", "{nama:rupiah}"), "tidak cocok"),
        (("  # NIP = {nip}", "  # NIP {nip}"), "Baris isian ditulis"),
        (("  # NIP = {nip}", "  | NIP | {nip} | 2"), "Kolom tabel"),
        (("= TENTANG", "TENTANG"), "nama bagian"),
    ],
)
def test_each_slip_of_the_pen_has_its_sentence(ubah, kata):
    assert any(kata in pesan for pesan in salah(teks_kata(kind(KP)).replace(*ubah)))


def test_a_line_that_cannot_be_read_is_named_by_its_number():
    with pytest.raises(DataError) as galat:
        kata_baru(KP, "halo\n" + teks_kata(kind(KP)))
    assert [(e.field, e.label) for e in galat.value.errors] == [("baris.1", "Baris 1")]


@pytest.mark.parametrize(("kode", "kata"), [(KP, "Diktum belum diisi"), ("surat_kgb", "Isi belum diisi")])
def test_a_naskah_without_a_body_is_refused(kode, kata):
    assert any(kata in pesan for pesan in salah("= TENTANG\nApa saja\n", kode))


def test_a_legal_basis_of_the_office_is_cited_while_it_is_in_force():
    perda = Dasar("PERDA1", 6, 2025, 1, date(2025, 2, 1), "Peraturan Daerah Nomor 1 Tahun 2025", date(2026, 6, 30))
    daftar = {**hukum.registri(), "PERDA1": perda}
    one = kata_baru(KP, teks_kata(kind(KP)).replace("= MEMPERHATIKAN", "PERDA1\n\n= MEMPERHATIKAN"), hukum=daftar)
    for hari, ada in (("2025-01-31", False), ("2025-02-01", True), ("2026-06-30", True), ("2026-07-01", False)):
        isi = {"tanggal": hari, "mengingat": None, "pertek": one.sample["pertek"] | {"tanggal": "2025-01-01"}}
        assert ("Peraturan Daerah Nomor 1 Tahun 2025;" in naskah(one, **isi)) is ada
    assert any("PERDA1" in pesan for pesan in salah(teks_kata(one)))


def test_a_frozen_wording_draws_the_same_bytes_after_the_office_changed_its_mind():
    one = kata_baru(KP, teks_kata(kind(KP)).replace("dipandang cakap", "layak"))
    beku = bekukan(one)
    assert render(cairkan(KP, beku), one.sample).pdf == render(one, one.sample).pdf
    assert render(cairkan(KP, {}), one.sample).pdf == render(KP, one.sample).pdf


def test_default_copies_are_filled_from_the_data():
    one = kata_baru(KP, teks_kata(kind(KP)) + "\n= TEMBUSAN\nKepala {unit_kerja}\n[bila ak_kumulatif] Tim penilai\n")
    assert tembusan_baku(one, one.schema.model_validate(one.sample)) == ["Kepala Dinas Komunikasi dan Informatika"]
