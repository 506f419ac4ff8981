"""What the box offers while somebody types, and before: people, papers, kinds, kept searches, what was open."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.arsip.models import PencarianTersimpan
from docservice.arsip.orang import orang_ringkas
from docservice.arsip.pencarian import label_nilai
from docservice.arsip.tanya import Tanya
from docservice.dokumen.akses import token_pengguna
from docservice.dokumen.indeks import indeks
from docservice.dokumen.models import AksesBaca, Dokumen
from search import IndexBroken, IndexBusy

PALING_PENDEK = 2
PALING_BANYAK = 8
TIAP_MACAM = 3
TERAKHIR = 8


@dataclass(frozen=True)
class Saran:
    """One offer: ``macam`` is orang, tersimpan, jenis or teks; ``alamat`` where choosing it leads."""

    macam: str
    teks: str
    keterangan: str
    alamat: str


def sarankan(pengguna: Pengguna, teks: str) -> list[Saran]:
    """At most eight; nothing of what *pengguna* may not see. An index that is away offers nothing."""
    teks = teks.strip()
    if len(teks) < PALING_PENDEK or len(teks) > 200:
        return []
    return [*_orang(pengguna, teks), *_tersimpan(pengguna, teks), *_jenis(teks), *_teks(pengguna, teks)][:PALING_BANYAK]


def terakhir_dibuka(pengguna: Pengguna) -> list[Dokumen]:
    """Papers of others that this person opened last and may still see, the latest first."""
    dibuka = AksesBaca.objects.filter(pengguna=pengguna).values("dokumen").annotate(pada=Max("pada"))
    urut = list(dibuka.order_by("-pada").values_list("dokumen", flat=True)[: 2 * TERAKHIR])
    terlihat = Dokumen.objects.visible_to(pengguna).filter(pk__in=urut).select_related("pegawai__unit", "jenis")
    baris = {satu.pk: satu for satu in terlihat}
    return [baris[pk] for pk in urut if pk in baris][:TERAKHIR]


def _orang(pengguna: Pengguna, teks: str) -> list[Saran]:
    return [
        Saran("orang", satu.nama_lengkap, f"NIP {satu.nip} · {satu.unit.nama}", _cari(Tanya(f"nip:{satu.nip}")))
        for satu in orang_ringkas(pengguna, teks, TIAP_MACAM)
    ]


def _tersimpan(pengguna: Pengguna, teks: str) -> list[Saran]:
    cocok = PencarianTersimpan.objects.filter(pengguna=pengguna, nama__icontains=teks)[:TIAP_MACAM]
    return [Saran("tersimpan", satu.nama, "pencarian tersimpan", _cari(Tanya.dari(satu.tanya))) for satu in cocok]


def _jenis(teks: str) -> list[Saran]:
    """Kinds of whose words one begins as *teks* does."""
    awal = f" {teks.casefold()}"
    cocok = [
        Saran("jenis", nama, "jenis dokumen", _cari(Tanya(saring={"jenis": [kode]})))
        for (macam, kode), nama in label_nilai().items()
        if macam == "jenis" and awal in f" {nama.casefold()}"
    ]
    return cocok[:TIAP_MACAM]


def _teks(pengguna: Pengguna, teks: str) -> list[Saran]:
    try:
        isi = indeks().suggest(teks, token_pengguna(pengguna), PALING_BANYAK)
    except (IndexBusy, IndexBroken):
        return []
    return [Saran("teks", satu, "", _cari(Tanya(satu[:200]))) for satu in isi]


def _cari(tanya: Tanya) -> str:
    return f"{reverse('arsip:cari')}?{tanya.alamat()}"
