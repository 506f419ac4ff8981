"""The sentence an employee reads when a paper comes back, made from code, page and note."""

from __future__ import annotations

from collections.abc import Sequence

from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.verifikasi.models import Alasan, Verifikasi

KALIMAT = {
    Alasan.BURAM: "Halaman {n} buram atau tidak terbaca. Foto ulang halaman ini.",
    Alasan.TERPOTONG: "Tepi halaman {n} terpotong. Foto ulang sampai keempat sudut kertas terlihat.",
    Alasan.GELAP: "Halaman {n} terlalu gelap atau silau. Foto ulang di tempat terang tanpa lampu kilat.",
    Alasan.MIRING: "Halaman {n} miring atau terbalik. Luruskan kertas, lalu foto ulang.",
    Alasan.KURANG: "Halamannya kurang. Unggah semua halaman dalam satu berkas.",
    Alasan.SALAH_JENIS: "Jenis dokumennya keliru. Unggah dokumen yang diminta.",
    Alasan.BUKAN_MILIK: "Dokumen ini bukan milik Anda. Periksa lagi kertasnya.",
    Alasan.BEDA_ISIAN: "Isian berbeda dari dokumen.",
    Alasan.BEDA_ASLI: "Berkas berbeda dari kertas asli.",
    Alasan.LAIN: "",
}


def rangkai(alasan: Sequence[Sequence[object]], catatan: str) -> str:
    """All reasons in page order, then the note."""
    kalimat = [KALIMAT[Alasan(str(kode))].format(n=halaman) for halaman, kode in alasan]
    unik = list(dict.fromkeys(k for k in kalimat if k))
    return " ".join([*unik, catatan.strip()]).strip()


def catatan_kembali(dokumen: Dokumen) -> str:
    """Why *dokumen* came back, while it is back."""
    if dokumen.status != StatusDokumen.DIKEMBALIKAN:
        return ""
    putusan = Verifikasi.objects.terakhir_atas(dokumen)
    return kalimat_kembali(putusan) if putusan else ""


def kalimat_kembali(putusan: Verifikasi) -> str:
    return rangkai(putusan.alasan, putusan.catatan)
