"""What makes a page hard to read, said so that the person can mend it (screens §4.3)."""

from __future__ import annotations

from dataclasses import dataclass

from docservice.dokumen.models import Dokumen, Halaman, JenisDokumen, VersiDokumen

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
"""Findings whose place is marked on the picture; that of small writing is its size."""
TANPA_TULISAN = frozenset({"FOTO", "FOTO_PSGN"})


@dataclass(frozen=True)
class Saran:
    """One finding: a word for its mark, the sentence, and, where there are, the remedy and the part of the page."""

    kode: str
    nama: str
    temuan: str
    perbaikan: str
    tempat: str


@dataclass(frozen=True)
class SaranHalaman:
    """One page that reads badly, its findings in the order the reader named them."""

    halaman: Halaman
    saran: list[Saran]

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
    return Saran(kode, kode.capitalize(), kalimat, perbaikan, tempat if kode in BERTANDA else "")


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


def kata_pengunggah(versi: VersiDokumen) -> list[str]:
    """What the uploader has said to the advice, in sentences for the fasilitator."""
    kata = []
    if versi.saran_diabaikan_pada:
        halaman = (f"Halaman {h.halaman.nomor}: {' '.join(s.temuan for s in h.saran)}" for h in saran_halaman(versi))
        kata.append(" ".join(("Pengunggah tetap memakai foto ini.", *halaman)))
    if versi.jenis_dipastikan_pada and (lain := jenis_lain(versi)):
        kata.append(f"Pengunggah memastikan ini {versi.dokumen.jenis.nama}, meski tampak seperti {lain.nama}.")
    if versi.penjelasan:
        kata.append(f"Penjelasan pengunggah tentang NIP di berkas ini: “{versi.penjelasan}”")
    return kata
