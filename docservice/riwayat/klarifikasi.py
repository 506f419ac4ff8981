"""Questions and answers about one proposal: between employee, fasilitator and administrator (POSO 7(3)b).

Nothing stands still for them: whoever's turn it is may decide at any time, and the words stay on the row's way.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.riwayat.kabar import kabarkan
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.permissions_klarifikasi import check_may_klarifikasi, may_klarifikasi
from docservice.riwayat.status import PETUGAS, TERBUKA, StatusRiwayat
from docservice.umum.errors import IsianSalah, SudahBerubah

PALING_PANJANG = 1000
BERUNTUN = 5
"""So many in a row by one person; then somebody else has the word."""


@transaction.atomic
def tulis_klarifikasi(*, by: Pengguna, riwayat: Riwayat, isi: str) -> LangkahUsulan:
    """Ask or answer; the others in it are told. Sent twice it stands once.

    Raises :class:`IsianSalah`, :class:`SudahBerubah` (decided meanwhile, nobody answered yet) or a permission error.
    """
    check_may_klarifikasi(by, riwayat)
    isi = isi.replace("\r\n", "\n").strip()
    if not isi:
        raise IsianSalah.pada({"isi": "Tulis pertanyaan atau jawaban Anda."})
    if len(isi) > PALING_PANJANG:
        raise IsianSalah.pada({"isi": f"Paling panjang {PALING_PANJANG} huruf. Persingkat."})
    kini = Riwayat.objects.select_for_update(of=("self",)).select_related("pegawai__unit").get(pk=riwayat.pk)
    pihak = check_may_klarifikasi(by, kini)
    terakhir = list(kini.langkah.order_by("-pk")[:BERUNTUN])
    if terakhir and (terakhir[0].status, terakhir[0].oleh_id, terakhir[0].isi) == ("", by.pk, isi):
        return terakhir[0]
    if len(terakhir) == BERUNTUN and all(satu.status == "" and satu.oleh_id == by.pk for satu in terakhir):
        raise SudahBerubah("Anda sudah menulis beberapa kali berturut-turut. Tunggu jawabannya dahulu.")
    langkah = LangkahUsulan.objects.create(riwayat=kini, oleh=by, sebagai=pihak, isi=isi)
    catat("riwayat.klarifikasi", by=by, objek=kini, langkah=langkah.pk, sebagai=str(pihak))
    _kabarkan(langkah, kini, by)
    return langkah


def _kabarkan(langkah: LangkahUsulan, riwayat: Riwayat, by: Pengguna) -> None:
    siapa = f"{by.nama} ({langkah.get_sebagai_display()})"
    teks = f"{siapa} menulis tentang usulan riwayat {riwayat.skema.sebutan} {riwayat.pegawai.nama}: {langkah.isi}"
    nada = "tunggu" if langkah.dari_petugas else "info"
    for orang in _lawan_bicara(riwayat, by, langkah.dari_petugas):
        kabarkan(riwayat, orang, teks, nada, kunci=f"klarifikasi:{langkah.pk}:{orang.pk}")


def _lawan_bicara(riwayat: Riwayat, by: Pengguna, dari_petugas: bool) -> list[Pengguna]:
    """Everyone in it but the writer who still has a word in it; an employee's first question goes to whose turn it is.

    Among officers it goes up and down as well: what an administrator asks, the fasilitator who verified reads too.
    """
    terlibat = {riwayat.pegawai.pengguna_id, riwayat.dibuat_oleh_id, riwayat.diverifikasi_oleh_id}
    petugas = riwayat.langkah.filter(sebagai__in=PETUGAS).values_list("oleh", flat=True)
    terlibat |= set(petugas)
    orang = [satu for satu in _aktif(terlibat) if satu.pk != by.pk and may_klarifikasi(satu, riwayat)]
    if dari_petugas or any(satu.pk in set(petugas) for satu in orang):
        return orang
    giliran = [satu for satu in _pemegang_giliran(riwayat) if may_klarifikasi(satu, riwayat)]
    return [*orang, *(satu for satu in giliran if satu not in orang and satu.pk != by.pk)]


def _aktif(nomor: Collection[int | None]) -> QuerySet[Pengguna]:
    return Pengguna.objects.filter(pk__in=[satu for satu in nomor if satu], is_active=True)


def _pemegang_giliran(riwayat: Riwayat) -> QuerySet[Pengguna]:
    tugas = Penugasan.objects.berlaku()
    if riwayat.status == StatusRiwayat.DIVERIFIKASI:
        return _aktif(tugas.filter(peran=Peran.ADMINISTRATOR).values_list("pengguna", flat=True))
    di_atas = tugas.filter(peran=Peran.FASILITATOR, unit__in=riwayat.pegawai.unit.leluhur)
    return _aktif(di_atas.values_list("pengguna", flat=True))


def ditanya(pengguna: Pengguna) -> LangkahUsulan | None:
    """The oldest question of an officer that this employee has neither answered nor met by sending it again."""
    milik = LangkahUsulan.objects.filter(riwayat__pegawai__pengguna=pengguna, riwayat__status__in=TERBUKA)
    akhir = _akhir(milik.select_related("riwayat", "oleh"))
    return next((satu for satu in akhir.values() if satu.status == "" and satu.dari_petugas), None)


def keadaan_klarifikasi(nomor: Collection[int]) -> dict[int, str]:
    """Of proposals whose last step is a word: ``ditanyakan`` by an officer, ``ada_jawaban`` by the employee's side."""
    akhir = _akhir(LangkahUsulan.objects.filter(riwayat__in=nomor))
    return {pk: "ditanyakan" if satu.dari_petugas else "ada_jawaban" for pk, satu in akhir.items() if satu.status == ""}


def _akhir(langkah: QuerySet[LangkahUsulan]) -> dict[int, LangkahUsulan]:
    """The last step of each row."""
    return {satu.riwayat_id: satu for satu in langkah.order_by("pk")}
