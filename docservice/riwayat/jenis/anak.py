"""Riwayat anak (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from docservice.riwayat.jenis.dasar import BuktiBila, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, YA_TIDAK, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, lebih_muda, menaik, sama, sesudah_lahir
from docservice.riwayat.jenis.keluarga import HIDUP, KELAMIN, KELAMIN_BKN, Orang
from docservice.riwayat.jenis.pendidikan import TINGKAT
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

STATUS_ANAK = {"kandung": "Anak kandung", "tiri": "Anak tiri", "angkat": "Anak angkat"}
SEKALIGUS, KEHAMILAN = 2, 180
"""Days: twins, and the shortest time between two births."""
BERTUNJANGAN, USIA, USIA_SEKOLAH = 2, 21, 25


class IsianAnak(Orang):
    jenis_kelamin = pilih("Jenis kelamin", KELAMIN, bkn="jenis_kelamin", kode=KELAMIN_BKN)
    urutan = bilangan("Anak ke", 1, 30, bkn="urutan")
    status_anak = pilih("Status anak", STATUS_ANAK, bkn="status_anak")
    no_akta = teks("Nomor akta kelahiran", bkn="no_akta_kelahiran")
    tgl_akta = tanggal("Tanggal akta", wajib=False, lampau=True)
    putusan_pengadilan = teks(
        "Nomor putusan pengadilan", wajib=False, bantuan="Wajib untuk anak angkat.", bkn="putusan_pengadilan"
    )
    sekolah = pilih("Masih sekolah atau kuliah", YA_TIDAK)
    kawin = pilih("Sudah menikah", YA_TIDAK, bkn="status_kawin")
    bekerja = pilih("Sudah bekerja", YA_TIDAK)
    pasangan = teks("Anak dari perkawinan dengan", wajib=False, bantuan="Nama suami atau istri Anda.", bkn="pasangan")
    dapat_tunjangan = pilih(
        "Mendapat tunjangan anak", YA_TIDAK, wajib=False, bantuan="Menurut KP4.", bkn="dapat_tunjangan"
    )
    status_hidup = pilih("Keadaan", HIDUP, bkn="status_hidup", rinci=LAINNYA)
    pendidikan = pilih("Pendidikan", TINGKAT, bkn="pendidikan", rinci=LAINNYA)
    pekerjaan = teks("Pekerjaan", bkn="pekerjaan", rinci=LAINNYA)

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("status_anak") == "angkat" and not data.get("putusan_pengadilan"):
            self.add_error(
                "putusan_pengadilan", "Nomor putusan pengadilan belum diisi. Anak angkat dibuktikan putusan."
            )
        return data


def _angkat(data: Mapping[str, Any]) -> bool:
    return bool(data["status_anak"] == "angkat")


def _kandung(data: Mapping[str, Any]) -> bool:
    return bool(data["status_anak"] == "kandung")


def kelahiran_berdekatan(s: Sanding) -> Iterator[str]:
    """Children of one mother are born a pregnancy apart, or together."""
    for satu in s.sejenis:
        hari = abs((satu.tmt - s.tmt).days)
        if _kandung(s.data) and _kandung(satu.data) and SEKALIGUS < hari < KEHAMILAN:
            yield f"Lahir hanya {hari} hari dari {satu.ringkas}."


def _bertunjangan(data: Mapping[str, Any]) -> bool:
    return bool(data.get("dapat_tunjangan") == "1")


def tunjangan(s: Sanding) -> Iterator[str]:
    """Two children, unmarried, without work, under 21, or 25 while they study (KP4; riwayat-layanan C.3.7)."""
    if not _bertunjangan(s.data):
        return
    batas = USIA_SEKOLAH if s.data["sekolah"] == "1" else USIA
    if not lebih_muda(s.tmt, timezone.localdate(), batas):
        yield f"Sudah berusia {batas} tahun, jadi tidak mendapat tunjangan anak lagi."
    if s.data["kawin"] == "1" or s.data["bekerja"] == "1":
        yield "Yang sudah menikah atau bekerja tidak mendapat tunjangan anak."
    if s.data.get("status_hidup") == "0":
        yield "Yang sudah meninggal tidak mendapat tunjangan anak."
    if sum(_bertunjangan(satu.data) for satu in s.sejenis) >= BERTUNJANGAN:
        yield f"Sudah ada {BERTUNJANGAN} anak lain yang mendapat tunjangan."


def perkawinannya(s: Sanding) -> Iterator[str]:
    """The marriage it names is recorded."""
    nama = {"nama": s.data.get("pasangan")}
    if nama["nama"] and not any(sama(nama, satu.data, ("nama",)) for satu in s.baris["pasangan"]):
        yield f"Belum ada riwayat pasangan bernama {nama['nama']}."


ANAK = JenisRiwayat(
    kode="anak",
    nama="Anak",
    kelompok=Kelompok.KELUARGA,
    skema=IsianAnak,
    bidang_tmt="tgl_lahir",
    bukti_wajib=(("AKTA_ANAK",),),
    bukti_bila=(BuktiBila(_angkat, ("PUTUSAN_ANAK",), "untuk anak angkat"),),
    bukti_lain=("KET_SEKOLAH", "KK"),
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
        Kaidah(tunjangan),
        Kaidah(perkawinannya, ("pasangan",)),
        sesudah_lahir("Tanggal lahir", 14, bila=_kandung),
    ),
)
