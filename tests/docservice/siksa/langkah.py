"""The steps in which a process is killed or its disk fails: what is made ready, what is done, what must be true.

Every step can be done again by whoever finds it undone: a person presses again, a worker takes the job over.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from docservice.akun.models import Kabar
from docservice.antrean.pekerjaan import jalankan_semua
from docservice.borongan import actions as borongan
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.dokumen import gudang, karantina
from docservice.dokumen.models import PelepasanKarantina, VersiDokumen
from docservice.dokumen.salinan import minta_salinan
from docservice.umum.errors import SudahBerubah
from tests.docservice.siksa.rumah import cacat, kertas_ke, pemilik, petugas, unggah_ke

PENANDA = b"ARSIP-TEST-" + b"MALWARE-MARKER-1"
ALASAN = "Percobaan: penandanya dikenal."


@dataclass(frozen=True)
class Langkah:
    """*siapkan* before the victim, *lakukan* in it and once more after it, *cacat* when all is done."""

    siapkan: Callable[[int], None]
    lakukan: Callable[[int], None]
    cacat: Callable[[int], list[str]]


def _bekerja(banyak: int) -> Callable[[int], None]:
    return lambda nomor: _selesaikan(banyak)


def _selesaikan(banyak: int) -> None:
    jalankan_semua(paling_banyak=banyak)


def _berskrip(nomor: int) -> bytes:
    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(kertas_ke(nomor))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(keluar, deterministic_id=True)
    return keluar.getvalue()


def _terinfeksi(nomor: int) -> bytes:
    isi = kertas_ke(nomor)
    akhir = isi.rindex(b"startxref")
    return isi[:akhir] + b"%" + PENANDA + b"\n" + isi[akhir:]


def _versi(nomor: int) -> list[VersiDokumen]:
    semua = VersiDokumen.objects.filter(dokumen__versi__kunci=f"siksa:{nomor}").select_related("dokumen")
    return list(semua.order_by("nomor"))


def _berakhir(nomor: int, berkas: tuple[str, ...], dokumen: str) -> list[str]:
    """States of the versions and of their document, and one notice at most of each kind."""
    versi = _versi(nomor)
    keadaan = tuple(satu.status for satu in versi)
    salah = [] if keadaan == berkas else [f"{nomor}: versi {keadaan}, bukan {berkas}"]
    salah += [f"{nomor}: dokumen {satu.dokumen.status}" for satu in versi[:1] if satu.dokumen.status != dokumen]
    return salah


def _ditolak(nomor: int) -> list[str]:
    salah = _berakhir(nomor, ("ditolak",), "tidak_diterima")
    for versi in _versi(nomor):
        if not gudang.masuk().verify(versi.sha256) or gudang.arsip().exists(versi.sha256):
            salah.append(f"{nomor}: berkas yang ditolak tidak di tempatnya")
        if Kabar.objects.filter(kunci=f"ditolak:{versi.pk}").count() != 1:
            salah.append(f"{nomor}: tidak dikabari tepat sekali")
    return salah


def _terkurung(nomor: int) -> list[str]:
    salah = _berakhir(nomor, ("karantina",), "tidak_diterima")
    for versi in _versi(nomor):
        if not gudang.karantina().verify(versi.sha256) or gudang.arsip().exists(versi.sha256):
            salah.append(f"{nomor}: yang dikarantina tidak di karantina saja")
        if Kabar.objects.filter(kunci=f"karantina:{versi.pk}").count() != 1:
            salah.append(f"{nomor}: tidak dikabari tepat sekali")
    return salah


def _siapkan_salinan(nomor: int) -> None:
    unggah_ke(nomor, _berskrip(nomor))
    _selesaikan(3)
    minta_salinan(by=pemilik(), versi=VersiDokumen.objects.get(kunci=f"siksa:{nomor}"))


def _tersalin(nomor: int) -> list[str]:
    return _berakhir(nomor, ("ditolak", "siap"), "menunggu_verifikasi")


def _siapkan_borongan(nomor: int) -> None:
    nama = f"KARPEG_{pemilik().nip}.pdf"
    berkas = SimpleUploadedFile(nama, kertas_ke(nomor))
    borongan.terima(by=petugas(0), berkas=[berkas], kunci=f"siksa:{nomor}")
    _selesaikan(3)


def _kirim_borongan(nomor: int) -> None:
    satu = Borongan.objects.get(kunci=f"siksa:{nomor}")
    if satu.status == "diperiksa" and satu.hitung()["siap"]:
        borongan.kirim(by=petugas(0), borongan=satu)
    _selesaikan(2)


def _terkirim(nomor: int) -> list[str]:
    baris = BarisBorongan.objects.get(borongan__kunci=f"siksa:{nomor}")
    semua = VersiDokumen.objects.filter(kunci=f"borongan:{baris.borongan_id}:0")
    keadaan = [(satu.status, satu.dokumen_id) for satu in semua]
    if baris.status != "terkirim" or keadaan != [("siap", baris.dokumen_id)]:
        return [f"{nomor}: baris {baris.status} {baris.dokumen_id}, versi {keadaan}"]
    return []


def _siapkan_pelepasan(nomor: int) -> None:
    unggah_ke(nomor, _terinfeksi(nomor))
    _selesaikan(3)
    karantina.usulkan_lepas(by=petugas(0), versi=_versi(nomor)[0], alasan=ALASAN)


def _lepas(nomor: int) -> None:
    usul = PelepasanKarantina.objects.get(versi=_versi(nomor)[0])
    with suppress(SudahBerubah):
        karantina.putuskan_lepas(by=petugas(1), usul=usul, setuju=True, alasan=ALASAN)


def _dilepas(nomor: int) -> list[str]:
    salah = _berakhir(nomor, ("siap",), "menunggu_verifikasi")
    for versi in _versi(nomor):
        if not gudang.arsip().verify(versi.sha256):
            salah.append(f"{nomor}: yang dilepas tidak utuh di arsip")
        if list(versi.pelepasan.values_list("hasil", flat=True)) != ["dilepas"]:
            salah.append(f"{nomor}: pelepasan tidak tepat sekali")
    return salah


LANGKAH: dict[str, Langkah] = {
    "unggah": Langkah(lambda nomor: None, unggah_ke, cacat),
    "kerja": Langkah(unggah_ke, _bekerja(3), cacat),
    "tolak": Langkah(lambda nomor: unggah_ke(nomor, _berskrip(nomor)), _bekerja(1), _ditolak),
    "karantina": Langkah(lambda nomor: unggah_ke(nomor, _terinfeksi(nomor)), _bekerja(1), _terkurung),
    "salinan": Langkah(_siapkan_salinan, _bekerja(1), _tersalin),
    "borongan": Langkah(_siapkan_borongan, _kirim_borongan, _terkirim),
    "lepas": Langkah(_siapkan_pelepasan, _lepas, _dilepas),
}
