"""When the index is away, lost or behind: say so, and list by the database what it can find."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.arsip.tanya import Tanya
from docservice.dokumen.indeks import SUNYI, indeks
from docservice.dokumen.models import Dokumen, DokumenQuerySet, PesanIndeks
from search import IndexBroken, IndexBusy

PULIH = "Pencarian isi sedang dipulihkan. Sementara ini hanya nama, NIP, dan nomor yang dapat dicari."
TERTINGGAL = "Dokumen yang baru masuk atau berubah mungkin belum tampil di sini."
KATA, TANPA = 10, 3
"""Words of a question that are looked at; letters of one that is to be left out."""
_POTONG = re.compile(r'(?P<minus>-)?(?:[^\W\d_]+:)?(?:"(?P<kutip>[^"]*)"|(?P<kata>\S+))')
SARINGAN = {"jenis": "jenis__in", "unit": "pegawai__unit__nama__in", "status": "status__in", "kelas": "kelas__in"}


def hilang() -> bool:
    """Is the index empty although there are papers? Asked only when nothing was found."""
    try:
        return indeks().count() == 0 and Dokumen.objects.filter(bersih=True).exists()
    except (IndexBusy, IndexBroken):
        return True


def tertinggal() -> bool:
    """Does a message wait longer than the writer ever needs?"""
    tertua = PesanIndeks.objects.order_by("pk").values_list("dibuat_pada", flat=True).first()
    return tertua is not None and timezone.now() - tertua > SUNYI


def cari_di_basis_data(
    pengguna: Pengguna, tanya: Tanya, *, offset: int, limit: int
) -> tuple[int, DokumenQuerySet, str]:
    """How many, one page of them, and the sentence that explains it; the newest first.

    The database knows titles, names, NIP and numbers; of the choices all but golongan.
    """
    dapat = Dokumen.objects.visible_to(pengguna).filter(bersih=True)
    for kata, tanpa in _kata(tanya.q):
        dapat = dapat.exclude(_cocok(kata)) if tanpa else dapat.filter(_cocok(kata))
    for nama, nilai in tanya.saring.items():
        dapat = dapat.filter(**{SARINGAN[nama]: nilai}) if nama in SARINGAN else dapat.filter(_menurut(nama, nilai))
    urut = "dibuat_pada" if tanya.urut == "lama" else "-dibuat_pada"
    return dapat.count(), dapat.order_by(urut, "pk")[offset : offset + limit], PULIH


def _kata(teks: str) -> list[tuple[str, bool]]:
    """Words and phrases in quotes, each with whether it must not stand anywhere: what a minus stands before.

    They are met inside longer words too, so a minus before a letter or two would hide nearly everything.
    """
    teks = teks.replace("\0", " ")
    if teks.count('"') % 2:
        teks = teks.replace('"', " ")
    dipotong = (
        ((satu["kutip"] or satu["kata"] or "").strip("*?"), bool(satu["minus"])) for satu in _POTONG.finditer(teks)
    )
    return [(kata, tanpa) for kata, tanpa in dipotong if len(kata.strip("-")) >= (TANPA if tanpa else 1)][:KATA]


def _cocok(polos: str) -> Q:
    tempat = ("judul", "nomor", "pegawai__nama", "jenis__nama", "jenis__kode")
    return reduce(or_, (Q(**{f"{satu}__icontains": polos}) for satu in tempat), Q(pegawai__nip__contains=polos))


def _menurut(nama: str, nilai: list[str]) -> Q:
    if nama != "tahun":
        return Q()
    tahun = [int(satu) for satu in nilai if satu.isdecimal() and len(satu) == 4]
    return Q(tanggal__year__in=tahun) | Q(tanggal=None, dibuat_pada__year__in=tahun)
