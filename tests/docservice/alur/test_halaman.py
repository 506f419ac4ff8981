"""Every page of every role, phone and desk, light and dark, in big letters and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from docservice.akun.peran import Peran
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen
from docservice.layanan.models import Permohonan
from docservice.naskah.models import Naskah
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pengelola.models import Pembekuan
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.riwayat.models import Riwayat
from tests.docservice.alur.dunia import ADMIN, ARSIPARIS, FASILITATOR, KEPALA, PEMILIK, SEKDA, TEMAN, Rumah, isi
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import MEJA, PONSEL, Layar
from tests.docservice.alur.ukur import TERPOTONG, keluhan, lebar_lebih, temuan_axe

pytestmark = [pytest.mark.peramban, pytest.mark.lama]


@pytest.fixture(scope="module")
def penuh(rumah: Rumah) -> Rumah:
    isi(rumah)
    return rumah


@pytest.fixture(autouse=True)
def _terindeks(penuh: Rumah) -> None:
    """Every test begins without an index; a house whose index is lost says so on its pages."""
    bangun_ulang()


def milik_pegawai() -> Iterator[str]:
    for satu in Dokumen.objects.filter(pegawai__nip__endswith="913", status__in=("dikembalikan", "terverifikasi")):
        yield f"/dokumen/{satu.pk}/"
    gagal = Dokumen.objects.get(pegawai__nip__endswith="913", status="tidak_diterima")
    yield f"/dokumen/{gagal.pk}/proses/"
    sk = Dokumen.objects.get(pegawai__nip__endswith="913", jenis="SK_CPNS")
    yield f"/riwayat/usulan/baru/?dokumen={sk.pk}"
    yield f"/dokumen/{sk.pk}/unggah/"
    yield from ("/dokumen/unggah/", "/dokumen/unggah/?jenis=EKIN", "/riwayat/usulan/baru/", "/layanan/l/")
    yield from ("/kabar/", "/token/", "/arsip-saya/siapa-yang-melihat/", "/cari/")
    yield from ("/akun/", "/akun/kata-sandi/", "/akun/aplikasi/", "/akun/kunci-sandi/tambah/", "/akun/email/")
    yield "/masuk/ulang/"
    yield from ("/peran-saya/", "/peran/hak/", "/data-utama/", "/riwayat/rahasia-saya/")


def usulan_dan_permohonan() -> Iterator[str]:
    yield f"/riwayat/usulan/{Riwayat.objects.get(sumber='usulan').pk}/"
    yield f"/permohonan/{Permohonan.objects.get(pegawai__nip__endswith='925').pk}/"


def meja_fasilitator() -> Iterator[str]:
    yield f"/verifikasi/{Dokumen.objects.get(pegawai__nip__endswith='925', jenis='SK_CPNS').pk}/"
    yield f"/usulan/{Riwayat.objects.get(sumber='usulan').pk}/"
    yield f"/permohonan/{Permohonan.objects.get(pegawai__nip__endswith='925').pk}/"


def meja_administrator() -> Iterator[str]:
    for tahap in ("proses_eksternal", "draf_naskah"):
        yield f"/permohonan/{Permohonan.objects.get(status=tahap).pk}/"
    yield f"/naskah/{Naskah.objects.get(status='paraf').pk}/"
    yield from ("/naskah/jenis/", "/naskah/jenis/sk_kenaikan_pangkat/", "/naskah/dasar-hukum/")
    yield from ("/sehat/", "/cari/?q=kartu", f"/rekonsiliasi/{Rekonsiliasi.objects.get().pk}/")
    yield from ("/aturan/layanan/l/", "/aturan/jenis-dokumen/", "/aturan/jenis-dokumen/NPWP/")
    yield from ("/peran/beri/", "/peran/penetapan/", "/peran/peninjauan/", "/pengelola/", "/unit/", "/unit/baru/")
    yield from (f"/pembekuan/{satu.pk}/" for satu in Pembekuan.objects.all())
    yield from ("/penerimaan/", "/daerah/", "/acuan/", "/naskah/wewenang/", "/naskah/wewenang/kewenangan/baru/")
    yield from ("/pemalsuan/", f"/peran/orang/{Pegawai.objects.get(nip__endswith='913').pengguna_id}/")
    nip, unit = Pegawai.objects.get(nip__endswith="913").nip, UnitKerja.objects.get(singkatan="DISHUB").pk
    yield from (f"/pegawai/{nip}/", f"/pegawai/{nip}/pindah/", f"/data-utama/?pegawai={nip}", f"/drh/{nip}/")
    yield from (f"/unit/{unit}/", f"/unit/{unit}/ubah/tutup/", f"/rahasia/catat/?pegawai={nip}&jenis=hukdis")


MENOLAK = ("/tidak-ada/", "/keluar/", "/masuk/sso/ditolak/", "/cek/bukan-token", "/sehat/")


def tidak_ada() -> Iterator[str]:
    return iter(())


def terbuka() -> Iterator[str]:
    yield from ("/masuk/lupa/", "/masuk/lupa/terkirim/", "/masuk/lupa/1-x/", "/masuk/sso/ditolak/")
    yield from ("/masuk/", "/cek/", "/cek/laporan/", "/cek/bukan-token", "/sehat/", "/tidak-ada/", "/keluar/")


PERAN: dict[str, tuple[int | None, str, Callable[[], Iterator[str]]]] = {
    "siapa-pun": (None, "", terbuka),
    "pegawai": (PEMILIK, Peran.PEGAWAI, milik_pegawai),
    "pegawai-bermohon": (TEMAN, Peran.PEGAWAI, usulan_dan_permohonan),
    "fasilitator": (FASILITATOR, Peran.FASILITATOR, meja_fasilitator),
    "administrator": (ADMIN, Peran.ADMINISTRATOR, meja_administrator),
    "pejabat": (SEKDA, Peran.PEJABAT, tidak_ada),
    "kepala": (KEPALA, Peran.KEPALA_BKPSDM, tidak_ada),
    "staf-arsip": (ARSIPARIS, Peran.STAF_ARSIP, tidak_ada),
}


def halaman(layar: Layar, lain: Callable[[], Iterator[str]]) -> list[str]:
    """What this role's navigation leads to, and the pages behind it."""
    layar.page.goto("/")
    tujuan = layar.page.locator("nav[aria-label^=Utama] a").evaluate_all("a => a.map((b) => b.getAttribute('href'))")
    return [*dict.fromkeys([*tujuan, *lain()])]


@pytest.mark.syarat("POSO-3-a")
@pytest.mark.parametrize("nama", PERAN)
def test_every_page_of_a_role_can_be_used_by_everyone(penuh: Rumah, browser: Browser, nama: str) -> None:
    """The phone in the light, the desk in the dark; the frame of each in the other theme too.

    Then in big letters and on paper. One load for all: what differs is the window's width and the frame's attributes.
    """
    nomor, peran, lain = PERAN[nama]
    salah: list[str] = []
    with jendela(browser, penuh, nomor, peran=peran, ponsel=True, tema="terang") as layar:
        for urut, alamat in enumerate(halaman(layar, lain)):
            buka(layar.page, alamat)
            salah += rupa(layar, "terang", ponsel=True, keduanya=urut == 0)
            salah += [f"{alamat} {t}" for t in huruf_besar(layar.page)]
            salah += [f"{alamat} cetak: {t}" for t in di_kertas(layar.page, warna=urut % 4 == 0)]
            salah += rupa(layar, "gelap", ponsel=False, keduanya=urut == 0)
    assert not salah, teks(salah)


def rupa(layar: Layar, tema: str, *, ponsel: bool, keduanya: bool) -> list[str]:
    """Everything at this width in *tema*, and with *keduanya* the colours of the other theme."""
    layar.page.set_viewport_size(PONSEL if ponsel else MEJA)
    atur(layar.page, tema=tema)
    hasil = keluhan(layar, ponsel=ponsel)
    if keduanya:
        sebaliknya = "gelap" if tema == "terang" else "terang"
        atur(layar.page, tema=sebaliknya)
        hasil += [f"{layar.page.url} {sebaliknya}: {t}" for t in temuan_axe(layar.page, "color-contrast")]
    return hasil


def huruf_besar(page: Page) -> list[str]:
    """What would need a sideways scroll on the phone in big letters, and with the browser's own doubled."""
    atur(page, tema="gelap", ukuran="sangat")
    hasil = [f"130 %: {t}" for t in lebar_lebih(page)]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    hasil += [f"200 %: {t}" for t in lebar_lebih(page)]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return hasil


def atur(page: Page, *, tema: str, ukuran: str = "biasa") -> None:
    """As the cookies of these choices leave the frame."""
    page.evaluate(
        "(pilihan) => { Object.assign(document.documentElement.dataset, pilihan) }", {"tema": tema, "ukuran": ukuran}
    )


def teks(salah: list[str]) -> str:
    return "\n".join(salah)


def buka(page: Page, alamat: str) -> None:
    jawab = page.goto(alamat)
    assert jawab is not None
    assert jawab.status < 400 or alamat in MENOLAK, f"{alamat}: {jawab.status}"


def di_kertas(page: Page, *, warna: bool) -> list[str]:
    """What a printed page would lack: the headline, text cut off by a scroll area, dark letters (asked of some)."""
    layar = page.inner_text("main")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    hasil = [f"terpotong {t}" for t in page.evaluate(TERPOTONG)]
    hasil += temuan_axe(page, "color-contrast") if warna else []
    hasil += ["tanpa judul"] * (not page.locator("h1").is_visible())
    hasil += ["tombol tercetak"] * page.locator(".kepala-alat, .tombol").locator("visible=true").count()
    kertas = set(page.inner_text("main").split())
    hilang = [kata for kata in layar.split() if kata not in kertas]
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 780})
    return hasil + ([f"hilang {hilang[:12]}"] if len(hilang) > len(layar.split()) / 2 else [])
