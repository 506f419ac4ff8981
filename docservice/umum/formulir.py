"""Forms that met a newer state of their thing, or a refusal of the verb behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm, Form
from django.http import QueryDict

from docservice.umum.errors import IsianSalah, KesalahanDomain, TidakBerwenang

BUKAN_ISIAN = frozenset({"csrfmiddlewaretoken", "next", "kunci", "pernyataan", "revisi", "versi"})
"""Not typed by anybody: the next press stands on what is shown then."""


def tombol(isi: QueryDict, *boleh: str, nama: str = "tindakan") -> str:
    """Which of its buttons sent a form; whatever else is said there was said by no page of ours."""
    pilihan = isi.get(nama, "")
    if pilihan not in boleh:
        raise IsianSalah("Pilihan ini tidak dikenal. Muat ulang halaman, lalu pilih lagi.", isian={nama: "Pilih lagi."})
    return pilihan


def kalimat(isi: QueryDict, nama: str, paling: int) -> str:
    """A sentence typed into a form of one field: whole or not at all, never cut."""
    teks = isi.get(nama, "").strip()
    if len(teks) > paling:
        pesan = f"Terlalu panjang ({len(teks)} huruf). Tulis paling banyak {paling} huruf."
    elif "\x00" in teks:
        pesan = "Ada huruf yang tidak dapat disimpan. Ketik ulang kalimatnya."
    else:
        return teks
    raise IsianSalah(pesan, isian={nama: pesan})


def galat_isian(formulir: BaseForm) -> dict[str, str]:
    """By field the first thing that is wrong with it."""
    return {nama: str(pesan[0]) for nama, pesan in formulir.errors.items()}


def dengan_revisi(formulir: Form, revisi: int) -> None:
    """After a stale form was refused: what was typed stays, and the next press stands on what is shown now."""
    assert isinstance(formulir.data, QueryDict)
    isi = formulir.data.copy()
    isi["revisi"] = str(revisi)
    formulir.data = isi


def kerjakan(formulir: BaseForm, kerja: Callable[[dict[str, Any]], object]) -> bool:
    """Run a verb with the cleaned fields; its refusal stands at the field it speaks of, or above the form.

    Whoever may not do it at all gets the page of that refusal.
    """
    if not formulir.is_valid():
        return False
    try:
        kerja(formulir.cleaned_data)
    except TidakBerwenang:
        raise
    except KesalahanDomain as salah:
        for nama, pesan in salah.isian.items():
            formulir.add_error(nama if nama in formulir.fields else None, pesan)
        if not set(salah.isian) & set(formulir.fields):
            formulir.add_error(None, salah.pesan)
        return False
    return True
