"""What makes a page hard to read, said so that the person can mend it (screens §4.3)."""

from __future__ import annotations

from dataclasses import dataclass

from docservice.dokumen.models import Dokumen, Halaman, JenisDokumen, VersiDokumen
from search import Box, box_of
from storage import Inspection

KALIMAT: dict[str, tuple[str, str]] = {
    "buram": ("Tulisan buram.", "Tahan ponsel diam, ketuk layar pada tulisan, lalu foto."),
    "terpotong": ("Tepi terpotong.", "Mundur sedikit sampai keempat sudut kertas terlihat."),
    "gelap": ("Foto terlalu gelap.", "Pindah ke tempat terang, jangan pakai lampu kilat dari dekat."),
    "silau": ("Ada pantulan cahaya.", "Miringkan kertas atau matikan lampu kilat."),
    "kecil": ("Tulisan terlalu kecil.", "Dekatkan ponsel."),
    "terbalik": ("Halaman terbalik.", "Kami putar; periksa hasilnya."),
    "miring": ("Kertas miring.", "Luruskan kertas."),
    "kosong": ("Halaman ini tampak kosong.", ""),
    "tanpa_kata": ("Tulisannya belum terbaca.", "Foto ulang dari dekat di tempat terang, ponsel diam."),
    "tidak_terbaca": ("Halaman ini tidak dapat dibuka dengan aman.", "Foto ulang halaman ini."),
}
DI_TEMPAT = {"buram": "Bagian {} buram.", "terpotong": "Tepi {} terpotong.", "kecil": "Tulisan terlalu kecil ({})."}
BERTANDA = ("buram", "terpotong")
"""Findings whose side or third is marked on the picture; the place of small writing is its size."""
NAMA = {"tanpa_kata": "Belum terbaca", "tidak_terbaca": "Tidak dapat dibuka"}
TANPA_TULISAN = frozenset({"FOTO", "FOTO_PSGN"})


@dataclass(frozen=True)
class Saran:
    """One finding: a word for its mark, the sentence, and, where there are, the remedy and the part of the page.

    ``tempat`` is a side or a third, ``kotak`` a box in fractions of the page; one without either is of the whole page.
    """

    kode: str
    nama: str
    temuan: str
    perbaikan: str
    tempat: str
    kotak: Box | None = None

    @property
    def seluruh(self) -> bool:
        return not self.tempat and self.kotak is None


@dataclass(frozen=True)
class Tanda:
    """A box on the picture, in its pixels, and the word at it: above, or inside where there is no room."""

    nama: str
    kiri: int
    atas: int
    lebar: int
    tinggi: int
    huruf: int
    dasar: int


def _tanda(nama: str, kotak: Box, lebar: int, tinggi: int) -> Tanda:
    kiri, atas, kanan, bawah = (round(n * sisi) for n, sisi in zip(kotak, (lebar, tinggi) * 2, strict=True))
    huruf = round(lebar / 22)
    dasar = atas - huruf // 3 if atas > 2 * huruf else atas + huruf + huruf // 3
    return Tanda(nama, kiri, atas, kanan - kiri, bawah - atas, huruf, dasar)


@dataclass(frozen=True)
class SaranHalaman:
    """One page that reads badly, its findings in the order the reader named them."""

    halaman: Halaman
    saran: list[Saran]

    @property
    def tanda_seluruh(self) -> str:
        """What the frame around the whole page says: *1 · Gelap, 2 · Kecil*."""
        seluruh = (f"{n} · {satu.nama}" for n, satu in enumerate(self.saran, 1) if satu.seluruh)
        return ", ".join(seluruh)

    @property
    def tanda_kotak(self) -> list[Tanda]:
        lebar, tinggi = self.halaman.lebar, self.halaman.tinggi
        ada = ((n, satu) for n, satu in enumerate(self.saran, 1))
        return [_tanda(f"{n} · {satu.nama}", satu.kotak, lebar, tinggi) for n, satu in ada if satu.kotak]

    @property
    def kosong(self) -> bool:
        return any(satu.kode == "kosong" for satu in self.saran)


def saran_halaman(versi: VersiDokumen) -> list[SaranHalaman]:
    """Pages with findings, in page order; unknown codes say nothing rather than something wrong."""
    semua = ((h, [satu for kode in _temuan(versi, h) if (satu := _saran(kode))]) for h in versi.halaman.all())
    return [SaranHalaman(halaman, saran) for halaman, saran in semua if saran]


def _saran(temuan: str) -> Saran | None:
    kode, _, tempat = temuan.partition(":")
    if kode not in KALIMAT:
        return None
    kalimat, perbaikan = KALIMAT[kode]
    if tempat and kode in DI_TEMPAT:
        kalimat = DI_TEMPAT[kode].format(tempat)
    sisi = tempat if kode in BERTANDA else ""
    return Saran(kode, NAMA.get(kode, kode.capitalize()), kalimat, perbaikan, sisi, box_of(tempat))


def _temuan(versi: VersiDokumen, halaman: Halaman) -> list[str]:
    """Not one word on a paper with writing is a finding too, even where the reader names none."""
    bisu = halaman.sumber_teks in ("ocr", "none") and not halaman.teks.strip()
    if bisu and not halaman.temuan and versi.dokumen.jenis_id not in TANPA_TULISAN:
        return ["tanpa_kata"]
    return list(halaman.temuan)


def judul_saran(saran: list[SaranHalaman], jumlah: int) -> str:
    """*Halaman 1 belum terbaca jelas*, or how many of how many."""
    if not saran:
        return "Semua halaman terbaca jelas"
    if len(saran) == 1:
        return f"Halaman {saran[0].halaman.nomor} belum terbaca jelas"
    return f"{len(saran)} dari {jumlah} halaman belum terbaca jelas"


def nip_lain(dokumen: Dokumen) -> str | None:
    """A NIP on the page that is not its owner's: said to uploader and fasilitator, decided by neither."""
    versi = dokumen.versi_terbuka
    nip = list(versi.isian.filter(nama="nip").values_list("nilai", flat=True)) if versi else []
    return nip[0] if nip and dokumen.pegawai.nip not in nip else None


def jenis_lain(versi: VersiDokumen) -> JenisDokumen | None:
    """The kind the title on the page speaks of, when it is another than the slot's."""
    if not versi.tebakan_jenis or versi.tebakan_jenis == versi.dokumen.jenis_id:
        return None
    return JenisDokumen.objects.filter(pk=versi.tebakan_jenis).first()


def berlapis(hasil: Inspection) -> bool:
    """Layers of a PDF (/OCProperties) that a viewer may show or hide: the file stays, and both its people are told."""
    return "konten_opsional" in hasil.warnings


BERLAPIS = "Berkas ini memuat lapisan yang dapat disembunyikan: di program lain isinya dapat tampak berbeda."


def kata_pengunggah(versi: VersiDokumen) -> list[str]:
    """What the fasilitator should know of the file, and what its uploader has said to the advice, in sentences."""
    kata = [f"{BERLAPIS} Bandingkan setiap halaman dengan aslinya."] if versi.berlapis else []
    if versi.saran_diabaikan_pada:
        halaman = (f"Halaman {h.halaman.nomor}: {' '.join(s.temuan for s in h.saran)}" for h in saran_halaman(versi))
        kata.append(" ".join(("Pengunggah tetap memakai foto ini.", *halaman)))
    if versi.jenis_dipastikan_pada and (lain := jenis_lain(versi)):
        kata.append(f"Pengunggah memastikan ini {versi.dokumen.jenis.nama}, meski tampak seperti {lain.nama}.")
    if versi.penjelasan:
        kata.append(f"Penjelasan pengunggah tentang NIP di berkas ini: “{versi.penjelasan}”")
    return kata
