"""Number patterns of naskah dinas: one template writes a number, reads it back, and dots it for a draft."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

TITIK = "……"
_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_BENTUK = {
    "urut": r"\d+",
    "tahun": r"\d{4}",
    "klasifikasi": r"\d+(?:\.\d+)*",
    "bulan_romawi": "(?:" + "|".join(sorted(_ROMAWI, key=len, reverse=True)) + ")",
    "unit": r"[^/\s]+",
    "sifat": r"[A-Z]+",
    "jenis": r"[^/\s]+",
}
"""What each part may look like. ``urut`` is the count; it is the only part a draft does not know."""


class NumberPattern:
    """A tenant's template, such as ``{klasifikasi}/{urut:04d}/{unit}/{tahun}``.

    Raises ``ValueError`` for a template with an unknown part, a part twice, two parts with nothing between them,
    a width on anything but ``urut``, or no ``urut`` at all.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._pieces = [piece[:3] for piece in Formatter().parse(pattern)]
        self.parts = tuple(name for _, name, _ in self._pieces if name is not None)
        self._check()
        self._regex = re.compile("".join(map(self._piece_regex, self._pieces)), re.ASCII)

    def format(self, *, urut: int, **parts: Any) -> str:
        """The number. Raises ``ValueError`` when a part is missing or could not be read back."""
        if urut < 1:
            raise ValueError("Nomor urut dimulai dari satu.")
        self._need({"urut": urut, **parts})
        text = self.pattern.format(urut=urut, **parts)
        match = self._regex.fullmatch(text)
        if match is None or not self._same({"urut": urut, **parts}, match.groupdict()):
            raise ValueError(f"Bagian nomor tidak sesuai bentuknya: {text}.")
        return text

    def dotted(self, **parts: Any) -> str:
        """As a draft shows it: dots where the count will stand."""
        self._need({"urut": TITIK, **parts})
        known = {name: parts[name] for name in self.parts if name != "urut"}
        pieces = [text + self._dot(name, known) for text, name, _ in self._pieces]
        return "".join(pieces)

    def parse(self, text: str) -> dict[str, Any]:
        """Parts of a number, ``urut`` and ``tahun`` as int. Raises ``ValueError`` when it does not fit."""
        match = self._regex.fullmatch(text)
        if match is None:
            raise ValueError(f"Nomor {text} tidak sesuai pola {self.pattern}.")
        found: dict[str, Any] = match.groupdict()
        return {name: int(v) if name in ("urut", "tahun") else v for name, v in found.items()}

    def _check(self) -> None:
        if "urut" not in self.parts:
            raise ValueError("Pola nomor harus memuat {urut}.")
        if len(set(self.parts)) != len(self.parts):
            raise ValueError("Satu bagian muncul dua kali dalam pola nomor.")
        if any(text == "" and name is not None for text, name, _ in self._pieces[1:]):
            raise ValueError("Dua bagian nomor harus dipisahkan tanda, misalnya garis miring.")
        for _, name, spec in self._pieces:
            if name is not None and name not in _BENTUK:
                raise ValueError(f"Bagian {{{name}}} tidak dikenal dalam pola nomor.")
            if spec and not (name == "urut" and re.fullmatch(r"0\d?d", spec)):
                raise ValueError("Lebar hanya untuk {urut}, misalnya {urut:04d}.")

    def _need(self, parts: dict[str, Any]) -> None:
        missing = [name for name in self.parts if parts.get(name) in (None, "")]
        if missing:
            raise ValueError(f"Bagian nomor belum diisi: {', '.join(missing)}.")

    def _same(self, given: dict[str, Any], found: dict[str, str]) -> bool:
        return all(
            int(found[name]) == given[name] if name == "urut" else found[name] == str(given[name])
            for name in self.parts
        )

    @staticmethod
    def _dot(name: str | None, known: dict[str, Any]) -> str:
        return "" if name is None else str(known.get(name, TITIK))

    @staticmethod
    def _piece_regex(piece: tuple[str, str | None, str | None]) -> str:
        text, name, _ = piece
        return re.escape(text) + (f"(?P<{name}>{_BENTUK[name]})" if name else "")


def bulan_romawi(month: int) -> str:
    """1 → ``I`` … 12 → ``XII``."""
    return _ROMAWI[month - 1]
