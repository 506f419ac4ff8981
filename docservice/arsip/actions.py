"""Verbs of the search: keep a question, ask for a list, recommend it, fetch it."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.arsip.models import PencarianTersimpan, PermintaanDaftar
from docservice.arsip.permissions import check_may_ambil, check_may_putuskan
from docservice.arsip.status import ALUR_DAFTAR, StatusDaftar
from docservice.arsip.tanya import PALING_PANJANG, Tanya
from docservice.audit.jurnal import catat
from docservice.umum.errors import BelumLengkap, IsianSalah, TidakBerwenang

PALING_BANYAK_TERSIMPAN = 50
PALING_BANYAK_BARIS = 5000


@transaction.atomic
def simpan_pencarian(*, by: Pengguna, nama: str, tanya: Tanya) -> PencarianTersimpan:
    """Keep *tanya* under *nama*; the same name again means the new question."""
    nama, alamat = nama.strip()[:80], tanya.alamat()
    if not nama:
        raise IsianSalah("Beri nama pencarian ini.", isian={"nama": "Nama belum diisi."})
    if tanya.kosong or len(alamat) > PALING_PANJANG:
        raise IsianSalah(
            "Pencarian kosong atau terlalu panjang untuk disimpan.", isian={"tanya": "Tidak dapat disimpan."}
        )
    milik = PencarianTersimpan.objects.filter(pengguna=by)
    if milik.exclude(nama=nama).count() >= PALING_BANYAK_TERSIMPAN:
        raise BelumLengkap(f"Paling banyak {PALING_BANYAK_TERSIMPAN} pencarian tersimpan. Hapus yang tidak dipakai.")
    return PencarianTersimpan.objects.update_or_create(pengguna=by, nama=nama, defaults={"tanya": alamat})[0]


def hapus_pencarian(*, by: Pengguna, tersimpan: PencarianTersimpan) -> None:
    """Forget a kept question; only its owner's."""
    if tersimpan.pengguna_id != by.pk:
        raise TidakBerwenang("Pencarian tersimpan dihapus oleh pemiliknya sendiri.")
    tersimpan.delete()


@transaction.atomic
def minta_daftar(
    *, by: Pengguna, tanya: Tanya, keperluan: str, bentuk: str, jumlah: int, milik_sendiri: bool
) -> PermintaanDaftar:
    """Ask for the list of what *tanya* finds (*jumlah* rows now).

    One's own papers need no recommendation; an administrator's own wish is recommended by that person, on record;
    everyone else's waits for an administrator (Babel Pasal 16).
    """
    _periksa(keperluan, bentuk, tanya, jumlah)
    permintaan = PermintaanDaftar.objects.create(
        pemohon=by,
        tanya=tanya.alamat(),
        keperluan=keperluan.strip()[:300],
        bentuk=bentuk,
        jumlah=jumlah,
        milik_sendiri=milik_sendiri,
    )
    catat(ALUR_DAFTAR.jejak(StatusDaftar.DIMINTA), by=by, objek=permintaan, jumlah=jumlah, sendiri=milik_sendiri)
    if milik_sendiri:
        return _pindah(permintaan, StatusDaftar.DIREKOMENDASIKAN, by=None)
    if by.berperan(Peran.ADMINISTRATOR):
        return _pindah(permintaan, StatusDaftar.DIREKOMENDASIKAN, by=by)
    kabari_pemegang(
        Peran.ADMINISTRATOR,
        f"{by.nama} meminta rekomendasi untuk mengunduh daftar {jumlah} dokumen.",
        kunci=f"daftar:{permintaan.pk}:minta",
        tautan=reverse("arsip:daftar", args=[permintaan.pk]),
    )
    return permintaan


def _periksa(keperluan: str, bentuk: str, tanya: Tanya, jumlah: int) -> None:
    salah = {}
    if len(keperluan.strip()) < 10:
        salah["keperluan"] = "Tulis keperluannya, paling sedikit sepuluh huruf."
    if bentuk not in PermintaanDaftar.Bentuk.values:
        salah["bentuk"] = "Pilih Excel atau CSV."
    if not 0 < jumlah <= PALING_BANYAK_BARIS or len(tanya.alamat()) > PALING_PANJANG:
        paling = f"{PALING_BANYAK_BARIS:,}".replace(",", ".")
        salah["tanya"] = f"Daftar berisi 1 sampai {paling} dokumen. Persempit pencariannya."
    if salah:
        raise IsianSalah(next(iter(salah.values())), isian=salah)


@transaction.atomic
def putuskan_daftar(*, by: Pengguna, permintaan: PermintaanDaftar, setuju: bool, alasan: str = "") -> PermintaanDaftar:
    """Recommend the presentation of these data, or say why not."""
    permintaan = PermintaanDaftar.objects.select_for_update().get(pk=permintaan.pk)
    check_may_putuskan(by, permintaan)
    if not setuju and not alasan.strip():
        raise IsianSalah("Tulis alasannya.", isian={"alasan": "Alasan belum diisi."})
    permintaan.alasan = alasan.strip()[:300]
    permintaan = _pindah(permintaan, StatusDaftar.DIREKOMENDASIKAN if setuju else StatusDaftar.DITOLAK, by=by)
    teks = (
        "Daftar yang Anda minta direkomendasikan. Unduh dalam tujuh hari."
        if setuju
        else f"Daftar yang Anda minta tidak direkomendasikan. {permintaan.alasan}"
    )
    kabari(
        permintaan.pemohon,
        teks[:300],
        kunci=f"daftar:{permintaan.pk}:putus",
        tautan=reverse("arsip:daftar", args=[permintaan.pk]),
        nada="baik" if setuju else "kembali",
    )
    return permintaan


def _pindah(permintaan: PermintaanDaftar, ke: StatusDaftar, *, by: Pengguna | None) -> PermintaanDaftar:
    ALUR_DAFTAR.periksa(permintaan.status, ke, sejak=permintaan.diputus_pada)
    permintaan.status, permintaan.diputus_oleh, permintaan.diputus_pada = ke, by, timezone.now()
    permintaan.save(update_fields=["status", "diputus_oleh", "diputus_pada", "alasan"])
    catat(ALUR_DAFTAR.jejak(ke), by=by, objek=permintaan)
    return permintaan


@transaction.atomic
def ambil_isi_daftar(*, by: Pengguna, permintaan: PermintaanDaftar, baris: int, sha256: str) -> None:
    """Note, before the first byte leaves, that the list was fetched: how long, and which bytes."""
    check_may_ambil(by, permintaan)
    catat("daftar.diunduh", by=by, objek=permintaan, baris=baris, sha256=sha256)
