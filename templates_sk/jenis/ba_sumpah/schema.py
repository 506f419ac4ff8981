"""Data of the minutes of an oath (PP 11/2017; the text of the oath is data)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.susunan.bagian import Panjang, Pegawai, PenandaTangan, Pendek, Surat, Teks, isian

PEMBUKA = {
    "Islam": "Demi Allah, saya bersumpah",
    "Kristen": "Demi Tuhan, saya berjanji",
    "Katolik": "Demi Tuhan, saya berjanji",
    "Hindu": "Om Atah Paramawisesa, saya bersumpah",
    "Buddha": "Demi Sang Hyang Adi Buddha, saya bersumpah",
    "Khonghucu": "Kehadirat Tian di tempat yang Maha Tinggi, saya bersumpah",
    "Kepercayaan": "Demi Tuhan Yang Maha Esa, saya berjanji",
}
_PEMBUKA = tuple(PEMBUKA)
Agama = Literal[_PEMBUKA]  # type: ignore[valid-type]  # the table is the one list
SUMPAH = (
    "bahwa saya akan setia dan taat sepenuhnya kepada Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun "
    "1945, negara, dan pemerintah; bahwa saya akan mematuhi peraturan perundang-undangan yang berlaku dan melaksanakan "
    "tugas kedinasan yang dipercayakan kepada saya dengan penuh pengabdian, kesadaran, dan tanggung jawab; bahwa saya "
    "akan memegang rahasia sesuatu yang menurut sifatnya atau menurut perintah harus saya rahasiakan; bahwa saya akan "
    "bekerja dengan jujur, tertib, cermat, dan bersemangat untuk kepentingan negara."
)


class Data(Surat, Pegawai):
    """Who swore before whom, with two witnesses."""

    macam: Literal["Pegawai Negeri Sipil", "Jabatan"] = isian("Sumpah/janji")
    tanggal_sumpah: date = isian("Tanggal")
    tempat_sumpah: Teks = isian("Tempat")
    agama: Agama = isian("Agama")
    rohaniwan: Pendek = isian("Rohaniwan")
    bunyi: Panjang = isian("Bunyi sumpah/janji", default=SUMPAH)
    yang_bersumpah: PenandaTangan = isian("Yang mengangkat sumpah/janji")
    saksi: Annotated[list[PenandaTangan], Field(min_length=2, max_length=2)] = isian("Saksi")

    @property
    def pembuka(self) -> str:
        return PEMBUKA[self.agama]
