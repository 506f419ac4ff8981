"""The paper side of a check: each required slot and the document that fills it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.dokumen.tautan import catatan_kembali
from docservice.layanan.kelayakan import Butir, Hasil
from docservice.layanan.models import SyaratLayanan
from docservice.pegawai.models import Pegawai
from docservice.umum.kalimat import dalam_kalimat
from docservice.umum.waktu import tanggal_panjang
from docservice.verifikasi.models import Verifikasi


@dataclass(frozen=True)
class Slot:
    """A paper that must be there: its kind and, for yearly ones, its year."""

    jenis: JenisDokumen
    minor: str = ""

    @property
    def nama(self) -> str:
        return f"{self.jenis.nama} {self.minor}".strip()


def slot_dari(syarat: Iterable[SyaratLayanan], *, berlaku: Iterable[str], hari: date) -> list[Slot]:
    """Slots of the mandatory requirements whose condition holds."""
    slot = []
    for satu in syarat:
        if not satu.wajib or (satu.bila and satu.bila not in set(berlaku)):
            continue
        if satu.tahun_terakhir:
            slot += [Slot(satu.jenis, str(hari.year - n)) for n in range(satu.tahun_terakhir, 0, -1)]
        else:
            slot.append(Slot(satu.jenis))
    return slot


def slot_beku(syarat: Iterable[tuple[str, str]]) -> list[Slot]:
    """The slots a running request was born with, as (kind, minor) (Law 10)."""
    return [Slot(JenisDokumen.objects.get(pk=kode), minor) for kode, minor in syarat]


def dokumen_slot(pegawai: Pegawai, slot: Slot) -> Dokumen | None:
    """The best document for a slot: verified before waiting before returned, newest first."""
    calon = Dokumen.objects.milik(pegawai).filter(jenis=slot.jenis, minor=slot.minor)
    urut = [
        StatusDokumen.TERVERIFIKASI,
        StatusDokumen.MENUNGGU,
        StatusDokumen.DIPROSES,
        StatusDokumen.DIKEMBALIKAN,
    ]
    return min(
        calon,
        key=lambda d: (urut.index(StatusDokumen(d.status)) if d.status in urut else 9, -d.pk),
        default=None,
    )


def periksa_slot(pegawai: Pegawai, slot: Slot) -> Butir:
    """One line of the check for one slot."""
    dokumen = dokumen_slot(pegawai, slot)
    hasil, keterangan = _nilai(dokumen)
    return Butir(
        kode=f"dokumen:{slot.jenis.kode}:{slot.minor}",
        nama=slot.nama,
        hasil=hasil,
        keterangan=keterangan,
        jenis_dokumen=slot.jenis.kode,
        minor=slot.minor,
        dokumen=dokumen.pk if dokumen else None,
        sumber="Arsip" if dokumen else "",
        tanggal=_sejak(dokumen) if dokumen else None,
    )


def _nilai(dokumen: Dokumen | None) -> tuple[Hasil, str]:
    if dokumen is None:
        return Hasil.KURANG, "Belum ada di arsip."
    if dokumen.status == StatusDokumen.TERVERIFIKASI:
        return Hasil.TERPENUHI, f"Terverifikasi, {dalam_kalimat(dokumen.get_basis_display())} dilihat."
    if dokumen.status == StatusDokumen.DIKEMBALIKAN:
        sebab = catatan_kembali(dokumen)
        return Hasil.KURANG, f"Dikembalikan: {sebab}" if sebab else "Dikembalikan. Perbaiki lalu unggah lagi."
    if dokumen.status == StatusDokumen.GAGAL:
        return Hasil.KURANG, "Berkas tidak dapat diterima. Unggah lagi."
    if dokumen.status == StatusDokumen.TIDAK_BERLAKU:
        return Hasil.KURANG, "Tidak berlaku lagi. Unggah keputusan yang baru."
    sejak = tanggal_panjang(_sejak(dokumen))
    return Hasil.MENUNGGU, f"Menunggu verifikasi sejak {sejak}. Anda tidak perlu melakukan apa pun."


def _sejak(dokumen: Dokumen) -> date:
    """The day a verified paper was looked at; of others the day its newest version came."""
    sah = dokumen.status == StatusDokumen.TERVERIFIKASI
    putusan = Verifikasi.objects.terakhir_atas(dokumen) if sah else None
    return timezone.localtime(putusan.pada if putusan else dokumen.versi_terkini.diunggah_pada).date()
