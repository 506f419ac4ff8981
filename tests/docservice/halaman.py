"""The sample office seen through a browser without script: one signed-in client per person."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.pegawai.models import Pegawai
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory

PEMILIK, TETANGGA = 13, 25
FASILITATOR, FASILITATOR_LAIN, ADMINISTRATOR, STAF_ARSIP, PEJABAT, KEPALA = 15, 7, 5, 6, 1, 2
BACKEND = "docservice.akun.backends.NipAtauSurelBackend"


@dataclass(frozen=True)
class Situs:
    """People by their number in the office's table."""

    kantor: KantorUji

    def orang(self, nomor: int) -> Pegawai:
        return self.kantor.orang(nomor)

    def akun(self, nomor: int) -> Pengguna:
        return self.kantor.akun(nomor)

    def masuk(self, nomor: int) -> Client:
        klien = Client()
        klien.force_login(self.akun(nomor), backend=BACKEND)
        return klien

    def dokumen(self, nomor: int, kode: str, /, **lain: Any) -> Dokumen:
        """A paper of this person, in the archive store with one page."""
        jenis = JenisDokumen.objects.get(pk=kode)
        return DokumenFactory.create(pegawai=self.orang(nomor), jenis=jenis, **lain)


def teks(jawaban: Any) -> str:
    """What a person reads: no tags, one space between words."""
    isi = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", jawaban.content.decode(), flags=re.S)
    isi = re.sub(r"</?(i|span|mark)\b[^>]*>", "", isi)  # these stand inside words
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", isi))).strip()


def badan(jawaban: Any) -> bytes:
    """The whole body, streamed or not; reading it to the end closes the file behind it."""
    return b"".join(jawaban) if jawaban.streaming else bytes(jawaban.content)


def berkas(isi: bytes, nama: str = "kartu.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, content_type="application/octet-stream")


def tersembunyi(jawaban: Any) -> dict[str, str]:
    """Hidden fields of a page, as a browser would send them back."""
    bidang = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', jawaban.content.decode())
    return {nama: html.unescape(nilai) for nama, nilai in bidang if nama != "csrfmiddlewaretoken"}
