"""The register of numbers: taken under a lock, never reused, never back-dated (sk-format §6.3)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from docservice.audit.jurnal import catat
from docservice.naskah.models import Naskah, NomorRegister, Penghitung, PolaNomor
from docservice.naskah.status import StatusNomor
from docservice.umum.errors import BelumLengkap, SudahBerubah
from templates_sk import NumberPattern
from templates_sk.nomor import bulan_romawi


def pola_untuk(jenis_naskah: str, pada: date) -> PolaNomor:
    pola: PolaNomor | None = PolaNomor.objects.berlaku(pada).filter(jenis_naskah=jenis_naskah).first()
    if pola is None:
        raise BelumLengkap("Pola nomor untuk naskah ini belum ditetapkan. Hubungi administrator.")
    return pola


def bagian(pola: PolaNomor, pada: date) -> dict[str, str]:
    """The parts of a number that do not depend on the count."""
    bulan = bulan_romawi(pada.month)
    return {"klasifikasi": pola.klasifikasi, "unit": pola.unit, "tahun": str(pada.year), "bulan_romawi": bulan}


def nomor_bertitik(jenis_naskah: str, pada: date) -> str:
    """As a draft shows it."""
    pola = pola_untuk(jenis_naskah, pada)
    return NumberPattern(pola.pola).dotted(**bagian(pola, pada))


def cadangkan(naskah: Naskah, tanggal: date) -> NomorRegister:
    """Take the next number in the caller's transaction; it waits for the signature."""
    pola = pola_untuk(naskah.jenis, tanggal)
    Penghitung.objects.get_or_create(lingkup=pola.lingkup, tahun=tanggal.year)
    hitung = Penghitung.objects.select_for_update().get(lingkup=pola.lingkup, tahun=tanggal.year)
    if hitung.tanggal_terakhir and tanggal < hitung.tanggal_terakhir:
        raise SudahBerubah(
            "Tanggal komputer mundur dari nomor terakhir. Hubungi administrator; tidak ada yang ditandatangani."
        )
    hitung.terakhir, hitung.tanggal_terakhir = hitung.terakhir + 1, tanggal
    hitung.save()
    return NomorRegister.objects.create(
        lingkup=pola.lingkup,
        tahun=tanggal.year,
        urut=hitung.terakhir,
        nomor=NumberPattern(pola.pola).format(urut=hitung.terakhir, **bagian(pola, tanggal)),
        tanggal=tanggal,
        naskah=naskah,
    )


@transaction.atomic
def lepaskan(nomor: NomorRegister, alasan: str) -> NomorRegister:
    """The signature did not come about: give the number back if it is still the last, else void it, visibly."""
    nomor = NomorRegister.objects.select_for_update().get(pk=nomor.pk)
    if nomor.status != StatusNomor.DICADANGKAN:
        return nomor
    hitung = Penghitung.objects.select_for_update().get(lingkup=nomor.lingkup, tahun=nomor.tahun)
    terakhir = hitung.terakhir == nomor.urut
    nomor.status = StatusNomor.DIKEMBALIKAN if terakhir else StatusNomor.BATAL
    nomor.alasan = alasan[:200]
    nomor.save(update_fields=["status", "alasan"])
    if terakhir:
        hitung.terakhir -= 1
        hitung.save(update_fields=["terakhir"])
    catat(f"nomor.{nomor.status}", by=None, objek=nomor, nomor=nomor.nomor, alasan=nomor.alasan)
    return nomor
