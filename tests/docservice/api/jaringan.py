"""The API as another program speaks to it: over a socket, knowing nothing of Django."""

from __future__ import annotations

import json
import secrets
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Jawaban:
    status: int
    header: dict[str, str]
    badan: bytes

    @property
    def isi(self) -> Any:
        return json.loads(self.badan)


@dataclass(frozen=True)
class Jaringan:
    """One person's token at one address; without a token a stranger."""

    alamat: str
    token: str = ""

    def minta(self, cara: str, jalur: str, badan: bytes | None = None, **header: str) -> Jawaban:
        """*jalur* below /api/v1/. Refusals are answers too."""
        kepala = {nama.replace("_", "-"): nilai for nama, nilai in header.items()}
        if self.token:
            kepala["Authorization"] = f"Bearer {self.token}"
        minta = urllib.request.Request(f"{self.alamat}/api/v1/{jalur}", badan, kepala, method=cara)
        try:
            with urllib.request.urlopen(minta, timeout=120) as jawaban:
                return Jawaban(jawaban.status, dict(jawaban.headers), jawaban.read())
        except urllib.error.HTTPError as tolak:
            with tolak:
                return Jawaban(tolak.code, dict(tolak.headers), tolak.read())

    def ambil(self, jalur: str) -> Jawaban:
        return self.minta("GET", jalur)

    def kirim(self, jalur: str, isi: Any = None, cara: str = "POST", **header: str) -> Jawaban:
        badan = json.dumps(isi or {}).encode()
        return self.minta(cara, jalur, badan, Content_Type="application/json", **header)

    def unggah(self, jalur: str, berkas: bytes, nama: str, *, kunci: str = "", **bidang: str) -> Jawaban:
        batas = secrets.token_hex(8)
        bagian = [
            f'--{batas}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
            for k, v in bidang.items()
        ]
        kepala = f'--{batas}\r\nContent-Disposition: form-data; name="berkas"; filename="{nama}"\r\n'
        bagian.append(f"{kepala}Content-Type: application/octet-stream\r\n\r\n".encode() + berkas + b"\r\n")
        badan = b"".join([*bagian, f"--{batas}--\r\n".encode()])
        header = {"Content_Type": f"multipart/form-data; boundary={batas}"}
        if kunci:
            header["Idempotency_Key"] = kunci
        return self.minta("POST", jalur, badan, **header)
