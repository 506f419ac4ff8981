"""What each employee has, lacks and waits for: papers everyone should have, or those a campaign names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.masa import kedaluwarsa
from docservice.dokumen.models import Dokumen, Ketiadaan
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.models import Pemutakhiran
from docservice.pegawai.models import Pegawai
from docservice.riwayat.bukti import slot_kosong
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.masa import hari_akhir
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import TERBUKA, StatusRiwayat

HABIS, TANPA_BUKTI = "kedaluwarsa", "bukti belum lengkap"
DIPROSES = (StatusDokumen.MENUNGGU, StatusDokumen.DIPROSES)


@dataclass
class Capaian:
    """One person: names of what is proved, under way and missing (which is also what came back or ran out).

    ``dijelaskan`` is what they say they do not have, with their reason: nobody reminds them of it, it proves nothing.
    """

    pegawai: Pegawai
    terbukti: list[str] = field(default_factory=list)
    diproses: list[str] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)
    dijelaskan: list[str] = field(default_factory=list)
    unggahan: str = ""
    """Kind and minor of the first missing paper, as the upload page wants them."""

    @property
    def jumlah(self) -> int:
        return len(self.terbukti) + len(self.diproses) + len(self.kurang) + len(self.dijelaskan)

    @property
    def lengkap(self) -> bool:
        return len(self.terbukti) == self.jumlah


def capaian_wajib(pegawai: Sequence[Pegawai]) -> list[Capaian]:
    """Over the papers everyone should have."""
    butir = [(jenis.kode, minor, f"{jenis.nama} {minor}".strip()) for jenis, minor in slot_wajib()]
    return _hitung(pegawai, butir, ())


def capaian(pemutakhiran: Pemutakhiran, pegawai: Sequence[Pegawai]) -> list[Capaian]:
    """Over what the campaign names; a kind with years or numbers is had by having any one of it."""
    butir = [(jenis.kode, None, jenis.nama) for jenis in pemutakhiran.dokumen.all()]
    return _hitung(pegawai, butir, pemutakhiran.riwayat)


def _hitung(
    pegawai: Sequence[Pegawai], butir: Sequence[tuple[str, str | None, str]], jenis_riwayat: Iterable[str]
) -> list[Capaian]:
    dokumen: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    ada = Dokumen.objects.filter(pegawai__in=pegawai, jenis__in={kode for kode, _, _ in butir})
    ada = ada.exclude(status=StatusDokumen.TIDAK_BERLAKU)
    semua_dokumen = list(ada.values_list("pegawai", "jenis", "minor", "status", "pk"))
    habis = kedaluwarsa([baris[-1] for baris in semua_dokumen])
    for pk, kode, urut, status, nomor in semua_dokumen:
        if dokumen[pk, kode].get(urut) != StatusDokumen.TERVERIFIKASI:
            dokumen[pk, kode][urut] = HABIS if nomor in habis else status
    tanpa = _ketiadaan(pegawai)
    kode_riwayat = [kode for kode in jenis_riwayat if kode in SEMUA]
    baris = _keadaan_baris(pegawai, kode_riwayat)
    hasil = []
    for satu in pegawai:
        capai = Capaian(satu)
        for kode, minor, nama in butir:
            isi = dokumen[satu.pk, kode]
            keadaan = set(isi.values()) if minor is None else {isi.get(minor, "")}
            _catat(capai, nama, keadaan, f"{kode}:{minor or ''}", tanpa.get((satu.pk, kode, minor or ""), ""))
        for kode in kode_riwayat:
            _catat(capai, f"Riwayat {SEMUA[kode].nama.lower()}", baris[satu.pk, kode], "")
        hasil.append(capai)
    return hasil


def _keadaan_baris(pegawai: Sequence[Pegawai], kode: Sequence[str]) -> dict[tuple[int, str], set[str]]:
    """(person, kind) → in which states their rows are; a validated row proves something only with its papers."""
    semua = Riwayat.objects.filter(pegawai__in=pegawai, jenis__in=kode)
    bukti: dict[int, set[str]] = defaultdict(set)
    isi: dict[int, tuple[int, str, str, str, dict[str, Any]]] = {}
    kolom = ("pk", "bukti__dokumen__jenis", "pegawai", "jenis", "status", "sumber", "data")
    for pk, kertas, *lain in semua.values_list(*kolom):
        bukti[pk].add(kertas)
        isi[pk] = (*lain,)
    hasil: dict[tuple[int, str], set[str]] = defaultdict(set)
    for pk, (siapa, jenis, status, sumber, data) in isi.items():
        sah = status == StatusRiwayat.TERVALIDASI
        hasil[siapa, jenis].add(_keadaan(jenis, sumber, data, bukti[pk]) if sah else status)
    return hasil


def _keadaan(jenis: str, sumber: str, data: dict[str, Any], bukti: set[str]) -> str:
    """Of a validated row; one that a decree issued here wrote stands on that decree."""
    akhir = hari_akhir(jenis, data)
    if akhir and akhir < timezone.localdate():
        return HABIS
    terbit = sumber == Riwayat.Sumber.TERBITAN
    return StatusRiwayat.TERVALIDASI if terbit or not slot_kosong(SEMUA[jenis], data, bukti) else TANPA_BUKTI


def _ketiadaan(pegawai: Sequence[Pegawai]) -> dict[tuple[int, str, str], str]:
    """What these people say they do not have: (person, kind, minor) to the reason."""
    semua = Ketiadaan.objects.berlaku().filter(pegawai__in=pegawai)
    return {(k.pegawai_id, k.jenis_id, k.minor): k.kalimat for k in semua}


def _catat(capai: Capaian, nama: str, status: set[str], unggahan: str, alasan: str = "") -> None:
    if status & {StatusDokumen.TERVERIFIKASI, StatusRiwayat.TERVALIDASI}:
        capai.terbukti.append(nama)
    elif status & {*DIPROSES, *(set(TERBUKA) - {StatusRiwayat.DRAF})}:
        capai.diproses.append(nama)
    elif alasan and status <= {""}:
        capai.dijelaskan.append(f"{nama}: {alasan}")
    else:
        sebab = next((f" ({satu})" for satu in (HABIS, TANPA_BUKTI) if satu in status), "")
        capai.kurang.append(f"{nama}{sebab}")
        capai.unggahan = capai.unggahan or unggahan


def sasaran_terlihat(pemutakhiran: Pemutakhiran, pengguna: Pengguna) -> list[Pegawai]:
    """Those of them whom this person may see."""
    terlihat = set(Pegawai.objects.visible_to(pengguna).values_list("pk", flat=True))
    return [satu for satu in sasaran(pemutakhiran) if satu.pk in terlihat]


def sasaran(pemutakhiran: Pemutakhiran) -> list[Pegawai]:
    """Everyone the campaign is for."""
    semua = Pegawai.objects.select_related("pengguna", "unit").order_by("unit__jalur", "nama", "pk")
    if pemutakhiran.unit:
        semua = semua.filter(unit__jalur__startswith=pemutakhiran.unit.jalur)
    return list(semua)


def ringkas(semua: Sequence[Capaian]) -> dict[str, int]:
    """How many people are through, on their way, not begun; for the head of the list."""
    return {
        "orang": len(semua),
        "selesai": sum(c.lengkap for c in semua),
        "sebagian": sum(not c.lengkap and bool(c.terbukti or c.diproses) for c in semua),
        "belum": sum(not c.terbukti and not c.diproses and bool(c.kurang) for c in semua),
        "persen": round(100 * sum(len(c.terbukti) for c in semua) / max(1, sum(c.jumlah for c in semua))),
    }
