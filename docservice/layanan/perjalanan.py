"""The way of a request as people see it: where it is, who acts, since when, and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from docservice.layanan.models import Permohonan
from docservice.layanan.status import PERJALANAN, StatusPermohonan
from docservice.umum.waktu import hari_kerja, tanggal_panjang

P = StatusPermohonan


@dataclass(frozen=True)
class Titik:
    """One stop: ``lewat``, ``kini``, ``gagal`` or still to come (empty)."""

    label: str
    keadaan: str
    pada: datetime | None


LABEL = {
    P.FASILITATOR: "Diperiksa fasilitator",
    P.BKPSDM: "Diperiksa BKPSDMD",
    P.EKSTERNAL: "Diproses BKN",
    P.DRAF_NASKAH: "SK disusun",
    P.PARAF: "Paraf",
    P.TTE: "Tanda tangan",
    P.SELESAI: "Selesai",
}


def perjalanan(permohonan: Permohonan) -> list[Titik]:
    """*Diajukan* and the straight way; a stop at the side (BTL, TMS …) stands at the stop it left."""
    masuk = {str(p.ke): p.pada for p in permohonan.putusan.all()}
    titik = [Titik("Diajukan", "lewat", permohonan.dibuat_pada)]
    kini = permohonan.status if permohonan.status in PERJALANAN else _terakhir(masuk)
    posisi = PERJALANAN.index(StatusPermohonan(kini))
    for urutan, status in enumerate(PERJALANAN):
        if urutan < posisi or permohonan.status == P.SELESAI:
            keadaan = "lewat"
        elif urutan == posisi:
            keadaan = "kini" if permohonan.status == status else "gagal"
        else:
            keadaan = ""
        titik.append(Titik(LABEL[status], keadaan, masuk.get(str(status)) if keadaan else None))
    return titik


def _terakhir(masuk: dict[str, datetime]) -> str:
    """The last stop of the straight way that was reached."""
    return max((s for s in PERJALANAN if str(s) in masuk), key=PERJALANAN.index, default=P.FASILITATOR)


PELAKU = {
    P.FASILITATOR: "fasilitator {unit} memeriksa permohonan",
    P.BKPSDM: "BKPSDMD memeriksa permohonan",
    P.EKSTERNAL: "BKN memeriksa usul",
    P.DRAF_NASKAH: "BKPSDMD menyusun SK",
    P.PARAF: "pejabat memberi paraf pada SK",
    P.TTE: "pejabat menandatangani SK",
}


def kalimat_sekarang(permohonan: Permohonan, *, pemohon: bool) -> str:
    """One sentence that names who acts and since when, and says whether anything is to do."""
    sejak = tanggal_panjang(timezone.localtime(permohonan.sejak).date())
    status = P(permohonan.status)
    if status in PELAKU:
        kalimat = (
            f"Sekarang: {PELAKU[status].format(unit=permohonan.pegawai.unit)} sejak {sejak}, {jam_layanan(permohonan)}."
        )
        return f"{kalimat} Anda tidak perlu melakukan apa pun." if pemohon else kalimat
    if status == P.BTL and permohonan.batas:
        sebelum = f"sebelum {tanggal_panjang(permohonan.batas)}"
        return f"{permohonan.get_status_display()} {sebelum}: {permohonan.catatan}"
    if status == P.SELESAI:
        return "Selesai. SK Anda sudah terbit." if pemohon else "Selesai. SK sudah terbit."
    return (
        f"{permohonan.get_status_display()}: {permohonan.catatan}"
        if permohonan.catatan
        else permohonan.get_status_display()
    )


def jam_layanan(permohonan: Permohonan) -> str:
    """*hari kerja ke-6 dari 20*, by the stages the request was born with."""
    batas = dict(permohonan.aturan_beku.get("tahap", [])).get(permohonan.status)
    hari = hari_kerja(timezone.localtime(permohonan.sejak).date(), timezone.localdate())
    return f"hari kerja ke-{hari + 1}" + (f" dari {batas}" if batas else "")
