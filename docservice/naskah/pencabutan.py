"""Verbs of a decree that loses its force: proposed with the decree that does it, confirmed by another administrator."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import ALUR_DOKUMEN, StatusDokumen
from docservice.naskah.models import NomorRegister, Pencabutan
from docservice.naskah.permissions_cabut import check_may_cabut, check_may_putus_cabut
from docservice.naskah.status import ALUR_PENCABUTAN, StatusNomor, StatusPencabutan
from docservice.riwayat.pencabutan import cabut_baris
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from docservice.umum.waktu import tanggal_panjang


def ambil_pencabutan(pengguna: Pengguna, pk: int) -> Pencabutan:
    satu = Pencabutan.objects.visible_to(pengguna).lengkap().filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def calon_pencabut(pengguna: Pengguna, dokumen: Dokumen) -> QuerySet[Dokumen]:
    """Papers that can end *dokumen*: verified, or issued here, of the same person, and still in force."""
    milik = Dokumen.objects.visible_to(pengguna).milik(dokumen.pegawai).terverifikasi()
    return milik.exclude(pk=dokumen.pk).order_by("-tanggal", "-pk")


@transaction.atomic
def usulkan(
    *,
    by: Pengguna,
    dokumen: Dokumen,
    keputusan: Dokumen,
    cara: str,
    berlaku: date,
    alasan: str,
    keputusan_nomor: str = "",
    keputusan_tanggal: date | None = None,
) -> Pencabutan:
    """Number and date of *keputusan* are the document's own; they are asked only where it has none."""
    dokumen = Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=dokumen.pk)
    check_may_cabut(by, dokumen)
    nomor, tanggal = keputusan.nomor or keputusan_nomor.strip(), keputusan.tanggal or keputusan_tanggal
    if salah := _keliru(by, dokumen, keputusan, cara, nomor, tanggal, berlaku, alasan):
        raise IsianSalah.pada(salah)
    if dokumen.pencabutan.exclude(status=StatusPencabutan.DITOLAK).exists():
        raise SudahBerubah("Pencabutan keputusan ini sudah diusulkan. Putuskan dulu yang itu.")
    assert tanggal is not None
    satu = Pencabutan.objects.create(
        dokumen=dokumen,
        keputusan=keputusan,
        cara=cara,
        keputusan_nomor=nomor[:120],
        keputusan_tanggal=tanggal,
        berlaku=berlaku,
        alasan=alasan.strip()[:300],
        diusulkan_oleh=by,
    )
    catat(ALUR_PENCABUTAN.jejak(satu.status), by=by, objek=satu, dokumen=dokumen.pk, keputusan=keputusan.pk)
    kabari_pemegang(
        Peran.ADMINISTRATOR,
        f"{dokumen.judul} diusulkan tidak berlaku lagi. Periksa keputusannya, lalu putuskan.",
        kunci=f"pencabutan:{satu.pk}",
        tautan=reverse("naskah:pencabutan"),
    )
    return satu


def _keliru(
    by: Pengguna,
    dokumen: Dokumen,
    keputusan: Dokumen,
    cara: str,
    nomor: str,
    tanggal: date | None,
    berlaku: date,
    alasan: str,
) -> dict[str, str]:
    hari_ini, salah = timezone.localdate(), {}
    if not calon_pencabut(by, dokumen).filter(pk=keputusan.pk).exists():
        salah["keputusan"] = "Pilih keputusan lain milik pegawai ini yang sudah terverifikasi."
    if cara not in Pencabutan.Cara:
        salah["cara"] = "Pilih digantikan atau dicabut."
    if not nomor:
        salah["keputusan_nomor"] = "Nomor keputusannya belum tercatat pada dokumennya. Tulis seperti di kertas."
    if tanggal is None:
        salah["keputusan_tanggal"] = "Tanggal keputusannya belum tercatat pada dokumennya. Tulis seperti di kertas."
    elif tanggal > hari_ini:
        salah["keputusan_tanggal"] = "Tanggal keputusan tidak boleh sesudah hari ini."
    if berlaku > hari_ini:
        salah["berlaku"] = "Belum sampai harinya. Usulkan pada hari itu atau sesudahnya."
    elif dokumen.tanggal and berlaku < dokumen.tanggal:
        salah["berlaku"] = f"Tidak boleh sebelum keputusan itu sendiri terbit, {tanggal_panjang(dokumen.tanggal)}."
    if not alasan.strip():
        salah["alasan"] = "Tulis mengapa keputusan ini tidak berlaku lagi."
    return salah


@transaction.atomic
def sahkan(*, by: Pengguna, pencabutan: Pencabutan) -> Pencabutan:
    """From here on the document, its number, its row of riwayat and the public check say that it holds no more."""
    satu = _putuskan(by, pencabutan, StatusPencabutan.BERLAKU)
    dokumen = Dokumen.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=satu.dokumen_id)
    ALUR_DOKUMEN.periksa(dokumen.status, StatusDokumen.TIDAK_BERLAKU)
    dokumen.status = StatusDokumen.TIDAK_BERLAKU
    dokumen.save(update_fields=["status", "diubah_pada"])
    catat(ALUR_DOKUMEN.jejak(dokumen.status), by=by, objek=dokumen, pencabutan=satu.pk)
    kalimat = kalimat_pencabutan(satu)
    NomorRegister.objects.filter(naskah__dokumen=dokumen, status=StatusNomor.DIPAKAI).update(
        status=StatusNomor.TIDAK_BERLAKU, alasan=kalimat[:200]
    )
    cabut_baris(by=by, dokumen=dokumen, pengganti=satu.keputusan, alasan=kalimat)
    perbarui_indeks(dokumen)
    teks = f"{dokumen.judul} Anda tidak berlaku lagi sejak {tanggal_panjang(satu.berlaku)}. {kalimat}"
    tautan = reverse("dokumen:dokumen", args=[dokumen.pk])
    kabari(dokumen.pegawai.pengguna, teks[:300], kunci=f"pencabutan:{satu.pk}:berlaku", tautan=tautan)
    return satu


@transaction.atomic
def tolak(*, by: Pengguna, pencabutan: Pencabutan, catatan: str) -> Pencabutan:
    """The decree keeps its force; whoever proposed otherwise reads why."""
    if not catatan.strip():
        pesan = "Tulis mengapa keputusan ini tetap berlaku."
        raise BelumLengkap(pesan, isian={"catatan": pesan})
    satu = _putuskan(by, pencabutan, StatusPencabutan.DITOLAK, catatan)
    teks = f"{satu.dokumen.judul} tetap berlaku: {satu.catatan}"
    kabari(satu.diusulkan_oleh, teks[:300], kunci=f"pencabutan:{satu.pk}:ditolak", tautan=reverse("naskah:pencabutan"))
    return satu


def _putuskan(by: Pengguna, pencabutan: Pencabutan, ke: StatusPencabutan, catatan: str = "") -> Pencabutan:
    satu = Pencabutan.objects.select_for_update(of=("self",)).lengkap().get(pk=pencabutan.pk)
    check_may_putus_cabut(by, satu)
    ALUR_PENCABUTAN.periksa(satu.status, ke, sejak=satu.diputus_pada)
    satu.status, satu.catatan = ke, catatan.strip()[:300]
    satu.diputus_oleh, satu.diputus_pada = by, timezone.now()
    satu.save()
    catat(ALUR_PENCABUTAN.jejak(ke), by=by, objek=satu, dokumen=satu.dokumen_id)
    return satu


def kalimat_pencabutan(satu: Pencabutan) -> str:
    """For the person and the register: the decree by number and date. The public check names the date only."""
    tanggal = tanggal_panjang(satu.keputusan_tanggal)
    return f"{satu.sebutan} keputusan nomor {satu.keputusan_nomor} tanggal {tanggal}."
