"""Data of a decree with free text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from templates_sk.susunan.bagian import Naskah, Panjang, Pertimbangan, Teks, isian


class Data(Naskah):
    """Grounds and rulings as the drafter writes them."""

    petikan: bool = isian("Petikan", default=False)
    tentang: Teks = isian("Tentang")
    menimbang: Pertimbangan = isian("Menimbang", "Tiap butir dimulai dengan bahwa dan diakhiri titik koma.")
    mengingat: Pertimbangan = isian("Mengingat", "Urut dari peraturan tertinggi.")
    diktum: Annotated[list[Panjang], Field(min_length=1, max_length=60)] = isian(
        "Diktum", "KESATU, KEDUA, dan seterusnya, satu isian per diktum."
    )
