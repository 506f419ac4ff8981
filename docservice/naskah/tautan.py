"""What this room tells the page of a document: by what it lost its force, what it ended, and where one says so."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.tautan import Tautan
from docservice.naskah.models import Pencabutan
from docservice.naskah.permissions_cabut import may_cabut
from docservice.naskah.status import StatusPencabutan
from docservice.umum.waktu import tanggal_panjang


def tautan_pencabutan(dokumen: Dokumen, pengguna: Pengguna) -> Iterator[Tautan]:
    berlaku = Pencabutan.objects.lengkap().filter(status=StatusPencabutan.BERLAKU)
    for satu in berlaku.filter(dokumen=dokumen):
        kata = f"{satu.get_cara_display().lower()} sejak {tanggal_panjang(satu.berlaku)}"
        yield Tautan(f"Keputusan {satu.keputusan_nomor}", kata, _alamat(satu.keputusan, pengguna))
    for satu in berlaku.filter(keputusan=dokumen):
        kata = "digantikannya" if satu.cara == Pencabutan.Cara.DIGANTIKAN else "dicabutnya"
        yield Tautan(satu.dokumen.judul, kata, _alamat(satu.dokumen, pengguna))
    if may_cabut(pengguna, dokumen):
        yield Tautan("Catat tidak berlaku lagi", "pencabutan", reverse("naskah:cabut", args=[dokumen.pk]), "pena")


def _alamat(dokumen: Dokumen, pengguna: Pengguna) -> str:
    """No link to what this person may not see."""
    terlihat = Dokumen.objects.visible_to(pengguna).filter(pk=dokumen.pk).exists()
    return reverse("dokumen:dokumen", args=[dokumen.pk]) if terlihat else ""
