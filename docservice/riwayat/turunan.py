"""What is stored about a person and follows from their rows: post, education, standing. Rows decide, from their day on.

Brought in line when a row is accepted or corrected, and every hour for rows whose day has come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.pegawai.acuan import acuan
from docservice.pegawai.models import Pegawai, Perpindahan
from docservice.pegawai.pindah import kabarkan_unit_lain
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.cltn import KEDUDUKAN
from docservice.riwayat.jenis.dasar import tanpa_turunan
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.models import Riwayat
from docservice.umum.waktu import tanggal_panjang

sesudah_sah: list[Callable[[Collection[int]], None]] = []
"""Filled by upper rooms, called in the transaction that accepted a row, or undid one: ids of the people it is about."""
BERTURUNAN = tuple(kode for kode, jenis in SEMUA.items() if jenis.turunan is not tanpa_turunan)
Isi = dict[str, str]
LABEL = {"jabatan": "jabatan", "pendidikan": "pendidikan", "kedudukan_hukum": "kedudukan hukum"}
MENURUT_BARIS = frozenset(KEDUDUKAN.values())
"""The standings that rows decide among; out of any other (suspended, retired) only BKN's word leads."""


def kabarkan_sah(riwayat: Riwayat) -> None:
    """The person's stored values and whatever upper rooms derive follow the accepted row at once."""
    if riwayat.jenis in BERTURUNAN:
        segarkan([riwayat.pegawai_id])
    for satu in sesudah_sah:
        satu([riwayat.pegawai_id])


@transaction.atomic
def segarkan(pegawai: Collection[int] | None = None) -> list[int]:
    """Of these people (all) whose stored values are not what their rows say today; returns whom it changed."""
    seharusnya = _menurut_riwayat(pegawai, timezone.localdate())
    orang = Pegawai.objects.all() if pegawai is None else Pegawai.objects.filter(pk__in=pegawai)
    berbeda = [(satu, isi) for satu in orang.iterator() if (isi := _beda(satu, seharusnya.get(satu.pk, {})))]
    for satu, isi in berbeda:
        Pegawai.objects.filter(pk=satu.pk).update(**isi)
        catat("pegawai.diperbarui", by=None, objek=satu, bidang=sorted(isi))
    berubah = [satu.pk for satu, _ in berbeda]
    if berubah:
        kabarkan_unit_lain(berubah)
    return berubah


def _beda(pegawai: Pegawai, isi: Isi) -> Isi:
    if pegawai.kedudukan_hukum not in MENURUT_BARIS:
        isi = {nama: nilai for nama, nilai in isi.items() if nama != "kedudukan_hukum"}
    return {nama: nilai for nama, nilai in isi.items() if getattr(pegawai, nama) != nilai}


def segarkan_semua(subjek: str, klaim: Klaim) -> None:
    segarkan()


def akibat(riwayat: Riwayat) -> list[str]:
    """What accepting this proposal will change on the person, for whoever is about to do it."""
    pegawai = riwayat.pegawai
    if riwayat.jenis not in BERTURUNAN or riwayat.tmt is None:
        return []
    pada = max(riwayat.tmt, timezone.localdate())
    baru = _menurut_riwayat([pegawai.pk], pada, usulan=riwayat).get(pegawai.pk, {})
    kapan = "" if pada == timezone.localdate() else f"Mulai {tanggal_panjang(pada)}: "
    beda = [nama for nama in _beda(pegawai, baru) if nama in LABEL]
    kata = {n: (_kata(n, baru[n]), _kata(n, getattr(pegawai, n))) for n in beda}
    return [f"{kapan}{LABEL[n]} menjadi {kata[n][0]} (sekarang {kata[n][1] or 'kosong'})." for n in beda]


def _kata(nama: str, nilai: str) -> str:
    return acuan("kedudukanHukum").get(nilai, nilai) if nama == "kedudukan_hukum" else nilai


def _menurut_riwayat(pegawai: Collection[int] | None, pada: date, usulan: Riwayat | None = None) -> dict[int, Isi]:
    """Person → values, each from the latest source that names it; *usulan* as if it were accepted."""
    sah = Riwayat.objects.tervalidasi().filter(jenis__in=BERTURUNAN, tmt__lte=pada)
    pindah = Perpindahan.objects.filter(diterapkan_pada__isnull=False).exclude(jabatan=F("jabatan_lama"))
    if pegawai is not None:
        sah, pindah = sah.filter(pegawai__in=pegawai), pindah.filter(pegawai__in=pegawai)
    baris: dict[tuple[int, str], list[Riwayat]] = defaultdict(list)
    for satu in sah.only("pegawai_id", "jenis", "tmt", "data"):
        baris[satu.pegawai_id, satu.jenis].append(satu)
    if usulan is not None:
        sama = baris[usulan.pegawai_id, usulan.jenis]
        sama[:] = [*(satu for satu in sama if satu.pk != usulan.menggantikan_id), usulan]
    sumber: dict[int, list[tuple[date, int, Isi]]] = defaultdict(list)
    for (siapa, kode), semua in baris.items():
        kini = paling_berlaku(semua, SEMUA[kode], pada)
        if kini and kini.tmt and SEMUA[kode].wajib <= kini.data.keys():
            sumber[siapa].append((kini.tmt, 1 + (kode == "jabatan"), SEMUA[kode].turunan(kini.data)))
    for siapa, tmt, jabatan in pindah.order_by("tmt", "pk").values_list("pegawai", "tmt", "jabatan"):
        if siapa in sumber:
            sumber[siapa].append((tmt, 0, {"jabatan": jabatan}))
    return {siapa: _gabung(semua) for siapa, semua in sumber.items()}


def _gabung(semua: list[tuple[date, int, Isi]]) -> Isi:
    hasil: Isi = {}
    for _, _, isi in sorted(semua, key=lambda satu: satu[:2]):
        hasil |= isi
    return hasil
