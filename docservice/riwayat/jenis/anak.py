"""Riwayat anak (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import YA_TIDAK, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, menaik, sesudah_lahir
from docservice.riwayat.jenis.keluarga import KELAMIN, Orang
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

STATUS_ANAK = {"kandung": "Anak kandung", "tiri": "Anak tiri", "angkat": "Anak angkat"}
SEKALIGUS, KEHAMILAN = 2, 180
"""Days: twins, and the shortest time between two births."""


class IsianAnak(Orang):
    jenis_kelamin = pilih("Jenis kelamin", KELAMIN)
    urutan = bilangan("Anak ke", 1, 30)
    status_anak = pilih("Status anak", STATUS_ANAK)
    no_akta = teks("Nomor akta kelahiran")
    tgl_akta = tanggal("Tanggal akta", wajib=False, lampau=True)
    putusan_pengadilan = teks("Nomor putusan pengadilan", wajib=False, bantuan="Wajib untuk anak angkat.")
    sekolah = pilih("Masih sekolah atau kuliah", YA_TIDAK)
    kawin = pilih("Sudah menikah", YA_TIDAK)
    bekerja = pilih("Sudah bekerja", YA_TIDAK)

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("status_anak") == "angkat" and not data.get("putusan_pengadilan"):
            self.add_error(
                "putusan_pengadilan", "Nomor putusan pengadilan belum diisi. Anak angkat dibuktikan putusan."
            )
        return data


def _kandung(data: Mapping[str, Any]) -> bool:
    return bool(data["status_anak"] == "kandung")


def kelahiran_berdekatan(s: Sanding) -> Iterator[str]:
    """Children of one mother are born a pregnancy apart, or together."""
    for satu in s.sejenis:
        hari = abs((satu.tmt - s.tmt).days)
        if _kandung(s.data) and _kandung(satu.data) and SEKALIGUS < hari < KEHAMILAN:
            yield f"Lahir hanya {hari} hari dari {satu.ringkas}."


ANAK = JenisRiwayat(
    kode="anak",
    nama="Anak",
    kelompok=Kelompok.KELUARGA,
    skema=IsianAnak,
    bidang_tmt="tgl_lahir",
    bukti=("AKTA_ANAK",),
    ringkas=lambda data: f"{data['nama']}, anak ke-{data['urutan']}",
    dari_bacaan={"no_akta": "nomor", "tgl_lahir": "tanggal_lahir"},
    kata_tmt="Lahir",
    siasn="rw-anak",
    kaidah=(
        kembar("nama", "tgl_lahir", kalimat="Anak ini sudah tercatat ({lain})."),
        kembar("no_akta", kalimat="Nomor akta ini sudah dipakai {lain}."),
        kembar("urutan", kalimat="Anak ke- itu sudah tercatat ({lain})."),
        menaik(lambda data: int(data["urutan"]), "Urutan kelahiran terbalik dengan {lain}, lahir {hari}."),
        Kaidah(kelahiran_berdekatan),
        sesudah_lahir("Tanggal lahir", 14, bila=_kandung),
    ),
)
