"""A stand-in at the signer's port: only for what a real key file never does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from docservice.naskah import penyedia, tanda_tangan
from signing import Identity, Outcome, OutcomeStatus, Secret, SigningRequest

PENANDA = penyedia.penanda
"""The true one, also while a test has put another in its place."""


class PenandaTiruan:
    """Answers as told."""

    name = "bsre"

    def __init__(self, jawab: Callable[[SigningRequest, Secret], Outcome]) -> None:
        self.jawab, self.kali = jawab, 0

    def identity(self, who: str) -> Identity:
        return PENANDA().identity(who)

    def sign_batch(
        self, who: str, requests: Sequence[SigningRequest], secret: Secret, *, level: str, progress: Any
    ) -> list[Outcome]:
        self.kali += 1
        hasil = [self.jawab(satu, secret) for satu in requests]
        for satu in hasil:
            progress(satu)
        return hasil


def pasang(monkeypatch: pytest.MonkeyPatch, jawab: Callable[[SigningRequest, Secret], Outcome]) -> PenandaTiruan:
    tiruan = PenandaTiruan(jawab)
    for modul in (penyedia, tanda_tangan):
        monkeypatch.setattr(modul, "penanda", lambda: tiruan)
    return tiruan


def tak_tahu(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
    return Outcome(permintaan.reference, OutcomeStatus.UNKNOWN, provider_code="waktu_habis", provider_text="Tak tentu.")


def asli(siapa: str, level: str) -> Callable[[SigningRequest, Secret], Outcome]:
    """A true signature, but by another person or at another level than was asked for."""

    def jawab(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
        return PENANDA().sign_batch(siapa, [permintaan], rahasia, level=level)[0]

    return jawab
