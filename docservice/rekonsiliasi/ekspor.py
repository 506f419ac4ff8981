"""An export as it was read: its people, or every reason why it is not taken, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from docservice.pegawai.nip import urai
from docservice.rekonsiliasi.baku import rapat
from docservice.rekonsiliasi.bidang import SEMUA, TIDAK_DIBANDINGKAN, Bidang
from docservice.riwayat.sandi import sidik
from storage import Table

KOLOM_NIP = ("nipbaru", "nip")
DIBULATKAN = (
    "NIP tersimpan sebagai angka, sehingga Excel membulatkannya. Ubah kolomnya menjadi teks, lalu ekspor ulang."
)
PALING_PANJANG = 250


@dataclass(frozen=True)
class OrangBkn:
    """One line of the export; ``nilai`` by the code of the field, sealed numbers as fingerprints."""

    baris: int
    nip: str
    nama: str
    nilai: dict[str, str]


@dataclass
class Ekspor:
    """``kolom``: codes of the fields compared; ``asing``: headers nobody knows; ``galat``: (line, sentence)."""

    kolom: list[str]
    asing: list[str]
    orang: list[OrangBkn] = field(default_factory=list)
    galat: list[tuple[int, str]] = field(default_factory=list)


def baca_ekspor(tabel: Table) -> Ekspor:
    """Columns are found by name in any order. With one entry in ``galat`` nothing of the file counts."""
    letak = {rapat(judul): nomor for nomor, judul in reversed(list(enumerate(tabel.header)))}
    dipakai = [(satu, [letak[nama] for nama in satu.kolom if nama in letak]) for satu in SEMUA]
    dipakai = [(satu, kolom) for satu, kolom in dipakai if kolom]
    dikenal = {nomor for _, kolom in dipakai for nomor in kolom}
    asing = [j for n, j in enumerate(tabel.header) if j and n not in dikenal and rapat(j) not in TIDAK_DIBANDINGKAN]
    hasil = Ekspor([satu.kode for satu, _ in dipakai], asing)
    nip = next((letak[nama] for nama in KOLOM_NIP if nama in letak), None)
    hasil.galat = list(_kolom_kurang(nip, hasil.kolom))
    if nip is None or hasil.galat:
        return hasil
    for baris, sel in tabel.rows:
        _orang(hasil, baris, sel, nip, dipakai)
    kembar = {satu for satu, n in Counter(o.nip for o in hasil.orang).items() if n > 1}
    hasil.galat += [(o.baris, f"NIP {o.nip} ada lebih dari sekali.") for o in hasil.orang if o.nip in kembar]
    hasil.galat.sort()
    return hasil


def _kolom_kurang(nip: int | None, kolom: list[str]) -> Iterator[tuple[int, str]]:
    if nip is None:
        yield 1, "Tidak ada kolom NIP. Ekspor dari SIASN memuat kolom “NIP BARU”."
    if "nama" not in kolom:
        yield 1, "Tidak ada kolom NAMA. Ekspor ulang dengan kolom itu."
    elif len(kolom) < 2:
        yield 1, "Tidak ada kolom yang dapat dibandingkan selain nama. Pakai judul kolom asli SIASN."


def _orang(hasil: Ekspor, baris: int, sel: list[str], kolom_nip: int, dipakai: list[tuple[Bidang, list[int]]]) -> None:
    salah = []
    nip = sel[kolom_nip].replace(" ", "").removeprefix("'")
    bagian = None
    try:
        bagian = urai(nip)
    except ValidationError as tolak:
        salah.append(DIBULATKAN if "e+" in nip.lower() else str(tolak.messages[0]))
    nilai = {}
    for satu, kolom in dipakai:
        isi = next((sel[nomor] for nomor in kolom if sel[nomor]), "")
        try:
            nilai[satu.kode] = _nilai(satu, isi)
        except ValueError:
            salah.append(f"{satu.label} “{isi[:30]}” tidak dikenal. Tulis seperti 31-12-2026.")
    if not nilai.get("nama"):
        salah.append("Nama belum diisi.")
    if bagian and bagian.bulan_cpns is None and not nilai.get("jenis_asn", "ada"):
        nilai["jenis_asn"] = "PPPK"  # BKN leaves the column empty for them
    hasil.galat += [(baris, kalimat) for kalimat in salah]
    if not salah:
        hasil.orang.append(OrangBkn(baris, nip, nilai["nama"][:120], nilai))


def _nilai(bidang: Bidang, isi: str) -> str:
    if bidang.sandi:
        angka = "".join(filter(str.isdigit, isi))
        return sidik(bidang.sandi, angka) if angka else ""
    return bidang.baca(isi)[:PALING_PANJANG] if isi else ""
