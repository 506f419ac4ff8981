"""The design system: contrast by formula, a look for every state, words and numbers as people read them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import docservice
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.fields import baca_tanggal
from docservice.umum.rupa import KEADAAN, rupa
from docservice.umum.templatetags import rupa as kata
from docservice.umum.waktu import hari_tanggal, jam, salam, tanggal_panjang

AKAR = Path(docservice.__file__).parent
STATIS = AKAR / "umum" / "static" / "umum"
NADA = ("netral", "info", "tunggu", "baik", "kembali", "bahaya", "takpasti")


def token(blok: str) -> dict[str, str]:
    isi = (STATIS / "token.css").read_text()
    bagian = isi[isi.index(blok) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", bagian[: bagian.index("\n}")]))


def kontras(a: str, b: str) -> float:
    """WCAG 2 contrast ratio."""

    def terang(warna: str) -> float:
        kanal = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    x, y = sorted((terang(a), terang(b)), reverse=True)
    return (x + 0.05) / (y + 0.05)


@pytest.mark.parametrize("blok", [":root {", '[data-tema="gelap"]'])
def test_every_pair_of_text_and_ground_is_legible(blok):
    t = token(blok)
    teks = [("tinta", "latar"), ("tinta", "muka"), ("tinta2", "latar"), ("tinta2", "muka"), ("tinta2", "muka2")]
    teks += [("utama", "muka"), ("utama", "latar"), ("di-utama", "utama"), ("tinta", "tanda"), ("utama", "utama-muda")]
    for depan, belakang in [*teks, *((n, f"{n}-b") for n in NADA)]:
        assert kontras(t[depan], t[belakang]) >= 4.5, (depan, belakang)
    for kendali in ("kendali", "fokus"):
        assert kontras(t[kendali], t["muka"]) >= 3


def test_the_dark_theme_by_device_and_by_choice_is_the_same():
    isi = (STATIS / "token.css").read_text()
    pilihan = token('[data-tema="gelap"]')
    perangkat = dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", isi[isi.index("@media (prefers-color-scheme") :]))
    assert perangkat == pilihan


def test_every_state_of_the_house_has_word_icon_and_tone():
    semua = [*StatusDokumen, *StatusRiwayat, *StatusPermohonan, *StatusUpaya]
    semua += [s for s in StatusNaskah if s != StatusNaskah.DRAF]
    semua += [s for s in StatusBerkas if s != StatusBerkas.DITOLAK]
    for keadaan in semua:
        assert rupa(keadaan).kata


def test_every_icon_is_in_the_sprite_and_every_tone_in_the_tokens():
    lembar = (STATIS / "ikon.svg").read_text()
    for satu in KEADAAN.values():
        assert f'id="{satu.ikon}"' in lembar, satu
        assert satu.nada in NADA


def test_every_icon_a_template_names_is_in_the_sprite():
    lembar = (STATIS / "ikon.svg").read_text()
    for templat in AKAR.glob("*/templates/**/*.html"):
        for nama in re.findall(r'{% ikon "([\w-]+)"', templat.read_text()):
            assert f'id="{nama}"' in lembar, f"{templat.name}: {nama}"


def test_no_template_carries_inline_style_or_script():
    """The Content-Security-Policy allows neither."""
    for templat in AKAR.glob("*/templates/**/*.html"):
        isi = templat.read_text()
        assert not re.search(r"\sstyle=|\son\w+=|javascript:|<style", isi), templat
        for skrip in re.findall(r"<script[^>]*>", isi):
            assert "src=" in skrip, templat


def test_the_first_visit_is_light():
    berkas = [b for b in STATIS.iterdir() if b.suffix in (".css", ".js", ".svg")]
    assert sum(b.stat().st_size for b in berkas) < 120_000
    assert (STATIS / "fon" / "inter.woff2").stat().st_size < 60_000


def test_dates_times_and_greetings_are_indonesian(settings):
    settings.TIME_ZONE = "Asia/Jakarta"
    saat = datetime(2026, 11, 2, 2, 42, tzinfo=UTC)
    assert tanggal_panjang(date(2026, 11, 2)) == "2 November 2026"
    assert hari_tanggal(date(2026, 11, 2)) == "Senin, 2 November 2026"
    assert jam(saat) == "09.42 WIB"
    assert kata.saat_tanda_tangan(saat) == "2 November 2026, 09.42.00 WIB"
    assert salam(saat) == "Selamat pagi"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("1-12-2026", date(2026, 12, 1)),
        ("01/12/2026", date(2026, 12, 1)),
        ("1 Desember 2026", date(2026, 12, 1)),
        ("1 des 2026", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("31-2-2026", None),
        ("besok", None),
        ("1 J 2026", None),
    ],
)
def test_dates_are_read_as_people_write_them(teks, hasil):
    assert baca_tanggal(teks) == hasil


def test_numbers_are_grouped_as_people_read_them():
    assert kata.rupiah(3089300) == "Rp3.089.300"
    assert kata.ribuan(1250) == "1.250"
    assert kata.ukuran(1_800_000) == "1,8 MB"


def test_a_number_breaks_between_its_segments_and_is_copied_whole():
    tampil = kata.nomor("800.1/<1>/BKPSDMD/2026")
    assert re.findall(r'<span class="ruas">(.*?)</span>', tampil) == ["800.1/", "&lt;1&gt;/", "BKPSDMD/", "2026"]
    assert kata.nomor("") == ""


def test_a_nip_is_shown_in_parts_and_copied_whole():
    tampil = kata.nip("199710022022021913")
    assert re.sub(r"<[^>]+>", "", tampil) == "199710022022021913"
    assert tampil.count("<i>") == 3
