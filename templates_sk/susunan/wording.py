"""The wording of a kind: its ``naskah.json``, checked when it is loaded."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from templates_sk.susunan.gaya import Lambang
from templates_sk.susunan.isi import Part

Kalimat = str | dict[str, Any]


class Wording(BaseModel):
    """Facts and sentences of one kind. Sentences hold ``{isian:bentuk}``; see :mod:`.kata`."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    judul: str
    klasifikasi: str
    """Archive code (Permendagri 83/2022)."""
    bentuk: Literal["keputusan", "surat_dinas", "surat_berjudul", "nota_dinas", "kertas_kepala", "sertifikat", "kartu"]
    kertas: Literal["F4", "A4", "A4 rebah", "Kartu"] = "F4"
    elektronik: bool = True
    plt_plh: bool = False
    """May an acting official sign it?"""
    rahasia: bool = False
    """Marked RAHASIA at the head."""
    lambang: Lambang | None = None
    """Whose emblem; by default the state's over a head of region, the region's over an agency."""
    tentang: str = ""
    menimbang: list[Kalimat] = Field(default_factory=list)
    mengingat: list[str] = Field(default_factory=list)
    """Keys of :mod:`.hukum`."""
    memperhatikan: list[Kalimat] = Field(default_factory=list)
    diktum: list[Kalimat] = Field(default_factory=list)
    hal: str = ""
    isi: list[Part] = Field(default_factory=list)
    penanda: list[tuple[str, str]] = Field(default_factory=list)
    """(caption, field) of several signers, left before right; empty: ``penanda_tangan`` alone."""
    lampiran: list[dict[str, Any]] = Field(default_factory=list)
    tembusan: list[Kalimat] = Field(default_factory=list)
    """What a new naskah of this kind is sent to, before its drafter changes it."""
