"""How a region sets its naskah where the national rule leaves room; the defaults are the formal style.

Sources: Permendagri 1/2023 Ps. 28–34 (paper, type, margins, catchword) and the regions' own rules, which go before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from templates_sk.engine.images import Picture
from templates_sk.susunan.isian import isian

Sentimeter = Annotated[float, Field(ge=1.5, le=5)]
Lambang = Literal["negara", "daerah", "korpri"]
CATATAN_KAKI = {
    "uji": "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik uji "
    "(tidak berlaku sebagai dokumen resmi).",
    "bsre": "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan "
    "oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).",
    "bsre_uu": "UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat (1): “Informasi Elektronik dan/atau Dokumen Elektronik "
    "dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.” Dokumen ini telah ditandatangani secara elektronik "
    "menggunakan sertifikat elektronik yang diterbitkan oleh BSrE, BSSN.",
    "bsre_periksa": "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang "
    "diterbitkan oleh BSrE, BSSN. Untuk memastikan keaslian tanda tangan elektronik, silakan pindai kode QR atau "
    "unggah dokumen pada laman https://tte.komdigi.go.id/verifyPDF.",
}
"""Footer notes by name. One that names BSrE may stand only under a certificate of BSrE."""


class Gaya(BaseModel):
    """A region's settings; pictures replace the marked placeholders."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    kertas_keputusan: Literal["F4", "F4 21 cm"] = isian("Kertas keputusan", default="F4")
    kertas_surat: Literal["A4", "F4", "F4 21 cm"] = isian("Kertas surat", default="A4")
    tepi_kiri: Sentimeter = isian("Tepi kiri (cm)", default=3.0)
    tepi_kanan: Sentimeter = isian("Tepi kanan (cm)", default=2.0)
    baris_kedua: Annotated[str, Field(max_length=60)] = isian(
        "Baris kedua kop kepala daerah", "Misalnya nama provinsi.", default=""
    )
    nomor_bertitik_dua: bool = isian("Tulis NOMOR : pada keputusan", default=False)
    rahmat_tuhan: bool = isian("Cetak DENGAN RAHMAT TUHAN YANG MAHA ESA", default=False)
    memutuskan_renggang: bool = isian("Tulis M E M U T U S K A N", default=False)
    kata_penyambung: bool = isian("Kata penyambung antarhalaman", default=False)
    judul_tembusan: Literal[
        "Tembusan:", "Keputusan ini disampaikan kepada:", "Salinan Keputusan ini disampaikan kepada:"
    ] = isian("Judul tembusan keputusan", default="Tembusan:")
    tembusan_yth: bool = isian("Yth. di depan tiap tembusan", default=False)
    nip_berspasi: bool = isian("NIP dengan spasi di bawah nama", default=True)
    catatan_kaki: Annotated[str, Field(max_length=320)] | None = isian(
        "Catatan kaki", "Kosong: catatan sertifikat uji.", default=None
    )
    lambang: Mapping[Lambang, Picture] = Field(default_factory=dict, title="Lambang", exclude=True)


BAKU = Gaya.model_construct()
"""The formal style."""
