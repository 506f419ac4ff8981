"""The rules that several kinds share; a kind names those that fit it, with its own fields and words (C.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from docservice.riwayat.jenis.sanding import ESOK, Kaidah, Sanding, Tetangga, bersinggungan, lama, masa
from docservice.umum.waktu import tanggal_panjang

Data = Mapping[str, Any]
Bila = Callable[[Data], bool]
Kunci = tuple[str, ...]
CUTI = ("1", "5")
"""CLTN and its extension, among BKN's kinds of *rw-cltn*."""


def selalu(data: Data) -> bool:
    return True


def sama(data: Data, lain: Data, kunci: Kunci) -> bool:
    """Both name the same, whatever the spelling of its letters; what is empty is like nothing."""
    kita, mereka = ([str(isi.get(nama) or "").casefold().strip() for nama in kunci] for isi in (data, lain))
    return kita == mereka and any(kita)


def kembar(*kunci: str, kalimat: str, bila: Bila = selalu) -> Kaidah:
    """A second row with the same *kunci*; ``{lain}`` in *kalimat* is the one that is there."""

    def periksa(s: Sanding) -> Iterator[str]:
        if bila(s.data):
            cocok = (satu for satu in s.sejenis if bila(satu.data) and sama(s.data, satu.data, kunci))
            yield from (kalimat.format(lain=satu.ringkas) for satu in cocok)

    return Kaidah(periksa)


def setanggal(kalimat: str) -> Kaidah:
    """Two rows of one kind that begin on the same day."""
    return Kaidah(lambda s: (kalimat.format(lain=satu.ringkas) for satu in s.sejenis if satu.tmt == s.tmt))


def bertumpuk(kalimat: str, *, kunci: Kunci = (), bila: Bila = selalu, bidang: str = "mulai selesai") -> Kaidah:
    """Two spans that share days; with *kunci* only those that name the same. ``{lain}``, ``{masa}``: the other one."""
    awal, akhir = bidang.split()

    def periksa(s: Sanding) -> Iterator[str]:
        mulai = s.hari(awal)
        if mulai is None or not bila(s.data):
            return
        for satu in s.sejenis:
            if not bila(satu.data) or (kunci and not sama(s.data, satu.data, kunci)):
                continue
            if (dari := satu.hari(awal)) and bersinggungan(mulai, s.hari(akhir), dari, satu.hari(akhir)):
                yield kalimat.format(lain=satu.ringkas, masa=masa(dari, satu.hari(akhir)))

    return Kaidah(periksa)


def berjeda(kata: str, *, kunci: Kunci = (), bila: Bila = selalu, bidang: str = "mulai selesai") -> Kaidah:
    """Days between the span before and this one, or this one and the span after; with *kunci* of those that match."""
    awal, akhir = bidang.split()

    def periksa(s: Sanding) -> Iterator[str]:
        mulai, selesai = s.hari(awal), s.hari(akhir)
        if mulai is None or not bila(s.data):
            return
        deret = [t for t in s.sejenis if bila(t.data) and (not kunci or sama(s.data, t.data, kunci))]
        dulu = [satu for satu in deret if satu.tmt < mulai]
        ujung = [satu.hari(akhir) for satu in dulu]
        sampai = max((h for h in ujung if h), default=None)
        if sampai and None not in ujung and sampai + ESOK < mulai:
            jeda = lama(sampai + ESOK, mulai)
            yield f"Ada jeda {jeda} dengan {kata} sebelumnya (sampai {tanggal_panjang(sampai)})."
        nanti = next((satu for satu in deret if satu.tmt > mulai), None)
        if nanti and selesai and selesai + ESOK < nanti.tmt:
            jeda = lama(selesai + ESOK, nanti.tmt)
            yield f"Ada jeda {jeda} dengan {kata} berikutnya (mulai {tanggal_panjang(nanti.tmt)})."

    return Kaidah(periksa)


def bersambung(dari: str, ke: str, kata: str) -> Kaidah:
    """Each row leaves from where the one before led to."""

    def periksa(s: Sanding) -> Iterator[str]:
        dulu, nanti = s.sebelum, s.sesudah
        if dulu and not _serupa(dulu.data.get(ke), s.data.get(dari)):
            yield f"{kata} asal bukan tujuan perpindahan sebelumnya ({dulu.data.get(ke)})."
        if nanti and not _serupa(s.data.get(ke), nanti.data.get(dari)):
            yield f"{kata} tujuan bukan asal perpindahan berikutnya ({nanti.data.get(dari)})."

    return Kaidah(periksa)


def _serupa(satu: Any, lain: Any) -> bool:
    return not satu or not lain or str(satu).casefold().split() == str(lain).casefold().split()


def berurutan(nama: str, kata: str, *, kunci: Kunci = ()) -> Kaidah:
    """Numbered one after the other, the first with nothing or 0."""

    def periksa(s: Sanding) -> Iterator[str]:
        deret = [t for t in s.sejenis if t.tmt < s.tmt and (not kunci or sama(s.data, t.data, kunci))]
        ke = int(s.data.get(nama) or 0)
        seharusnya = int(deret[-1].data.get(nama) or 0) + 1 if deret else 0
        if ke != seharusnya and (ke or deret):
            yield f"{kata} ke-{ke}; menurut riwayat sebelumnya seharusnya ke-{seharusnya}."

    return Kaidah(periksa)


def menaik(nilai: Callable[[Data], int], turun: str, *, bila: Bila = selalu) -> Kaidah:
    """What comes later is never lower; ``{lain}`` and ``{hari}`` in *turun* name the row that it contradicts."""

    def periksa(s: Sanding) -> Iterator[str]:
        if not bila(s.data):
            return
        kini, deret = nilai(s.data), [satu for satu in s.sejenis if bila(satu.data)]
        dulu = next((satu for satu in reversed(deret) if satu.tmt < s.tmt and nilai(satu.data) > kini), None)
        nanti = next((satu for satu in deret if satu.tmt > s.tmt and nilai(satu.data) < kini), None)
        for satu in (dulu, nanti):
            if satu:
                yield turun.format(lain=satu.ringkas, hari=tanggal_panjang(satu.tmt))

    return Kaidah(periksa)


def tiap_tahun(*bersama: str) -> Kaidah:
    """One row a year, together with the years that the kinds *bersama* have; the gap next to this row is named."""

    def periksa(s: Sanding) -> Iterator[str]:
        tahun = int(s.data["tahun"])
        ada = {int(satu.data["tahun"]) for kode in (s.kode, *bersama) for satu in s.baris[kode]}
        dulu, nanti = max((t for t in ada if t < tahun), default=None), min((t for t in ada if t > tahun), default=None)
        kurang = [*range(dulu + 1, tahun)] if dulu else []
        kurang += [*range(tahun + 1, nanti)] if nanti else []
        if kurang:
            yield f"Penilaian tahun {', '.join(str(t) for t in kurang)} belum ada."

    return Kaidah(periksa, bersama)


def masa_dinas(kata: str, akhir: str = "", *, cuti: bool = True, henti: bool = True, bila: Bila = selalu) -> Kaidah:
    """In service at that time: from the first day (of a PNS) to the last (*henti*), and not on leave (*cuti*).

    *akhir*: the field with the last day, for a span; *kata*: what the day is called in the sentence.
    """

    def periksa(s: Sanding) -> Iterator[str]:
        if not bila(s.data):
            return
        awal_dinas, selesai = s.pegawai.tmt_cpns, (s.hari(akhir) if akhir else s.tmt)
        if awal_dinas and s.tmt < awal_dinas:
            yield f"{kata} ini sebelum TMT CPNS ({tanggal_panjang(awal_dinas)})."
        for satu in s.baris["pemberhentian"] if henti else ():
            if s.tmt >= satu.tmt:
                yield f"{kata} ini sesudah pemberhentian ({tanggal_panjang(satu.tmt)})."
        for dari, sampai in masa_cuti(s.baris["cltn"]) if cuti else ():
            if bersinggungan(s.tmt, selesai, dari, sampai):
                yield f"{kata} ini jatuh dalam masa CLTN ({masa(dari, sampai)})."

    return Kaidah(periksa, ("cltn", "pemberhentian"))


def masa_cuti(baris: Sequence[Tetangga]) -> Iterator[tuple[date, date | None]]:
    """(first day, last day) of each leave; whoever came back earlier ends it the day before."""
    aktif = [satu.tmt for satu in baris if satu.data.get("jenis") == "3"]
    for satu in baris:
        if satu.data.get("jenis") in CUTI:
            selesai, kembali = akhir_cuti(satu), next((h - ESOK for h in aktif if h > satu.tmt), None)
            yield satu.tmt, min((h for h in (selesai, kembali) if h), default=None)


def akhir_cuti(satu: Tetangga | Sanding) -> date | None:
    """The last day of the decree, or the day before one was back at work."""
    aktif = satu.hari("tanggal_aktif")
    return min((h for h in (satu.hari("selesai"), aktif and aktif - ESOK) if h), default=None)


def sesudah_lahir(kata: str, tahun: int, *, bila: Bila = selalu) -> Kaidah:
    """Not before the person was *tahun* years old."""

    def periksa(s: Sanding) -> Iterator[str]:
        if bila(s.data) and lebih_muda(s.pegawai.tanggal_lahir, s.tmt, tahun):
            yield f"{kata} ini sebelum pegawainya berusia {tahun} tahun."

    return Kaidah(periksa)


def lebih_muda(lahir: date, hari: date, tahun: int) -> bool:
    """Whether on *hari* not *tahun* full years had passed since *lahir*."""
    return hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day)) < tahun
