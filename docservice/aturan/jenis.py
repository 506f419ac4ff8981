"""Verbs on kinds of paper: a new setting from a day on, a new local kind, an end. Nothing is ever deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.aturan.penetapan import Penetapan, check_urutan, tolak_bila
from docservice.aturan.permissions import check_may_atur
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen, JenisDokumen, VersiJenisDokumen
from docservice.dokumen.models_jenis import ISI_JENIS
from docservice.dokumen.status import Kelas
from docservice.dokumen.terapkan_jenis import URUTAN, lebih_terbuka, terapkan_jenis
from docservice.layanan.models import Layanan, SyaratLayanan
from docservice.riwayat.jenis import RAHASIA, SEMUA
from docservice.umum.errors import IsianSalah
from docservice.umum.waktu import tanggal_panjang

KODE = re.compile(r"[A-Z][A-Z0-9_]{1,29}")
LABEL = {
    "nama": "Nama",
    "kelompok": "Kelompok",
    "kelas": "Kerahasiaan",
    "wajib": "Wajib bagi setiap pegawai",
    "per_tahun": "Satu tiap tahun",
    "aktif": "Dapat diunggah",
}


def terakhir(jenis: JenisDokumen) -> VersiJenisDokumen | None:
    """The version after which nothing comes yet."""
    return jenis.versi.filter(berlaku_sampai=None).first()


def isi_terakhir(jenis: JenisDokumen) -> dict[str, Any]:
    """What the last version says, or what we ship."""
    sumber = terakhir(jenis) or jenis
    return {nama: getattr(sumber, nama) for nama in ISI_JENIS}


def perubahan(jenis: JenisDokumen, isi: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(label, before, after) of what the new setting changes."""
    lama = isi_terakhir(jenis)
    return [(LABEL[n], kata(n, lama[n]), kata(n, isi[n])) for n in ISI_JENIS if lama[n] != isi[n]]


def kata(nama: str, nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    return str(Kelas(nilai).label) if nama == "kelas" else str(nilai) or "belum diisi"


def akibat(jenis: JenisDokumen, isi: Mapping[str, Any]) -> list[str]:
    """What the setting does to papers that are there already, in sentences."""
    lama, kalimat = isi_terakhir(jenis), []
    if isi["kelas"] != lama["kelas"] and (n := lebih_terbuka(jenis.pk, isi["kelas"]).count()):
        kalimat.append(f"{n} dokumen yang sudah ada ikut menjadi {Kelas(isi['kelas']).label.lower()}.")
    if isi["wajib"] and not lama["wajib"]:
        kalimat.append("Kelengkapan setiap pegawai menghitung dokumen ini mulai hari itu.")
    if lama["aktif"] and not isi["aktif"]:
        n = Dokumen.objects.filter(jenis=jenis).count()
        kalimat.append(f"Tidak dapat diunggah lagi; {n} dokumen yang sudah ada tetap di arsip.")
    return kalimat


def periksa(jenis: JenisDokumen, isi: Mapping[str, Any], penetapan: Penetapan) -> None:
    """Raises :class:`IsianSalah` with every contradiction."""
    tolak_bila(penetapan.salah() | dict(_bertentangan(jenis, isi, penetapan.berlaku_dari)))
    if jenis.pk and not perubahan(jenis, isi):
        raise IsianSalah("Tidak ada yang berubah.", isian={"nama": "Ubah paling sedikit satu hal."})


def _bertentangan(jenis: JenisDokumen, isi: Mapping[str, Any], mulai: date) -> Iterator[tuple[str, str]]:
    lama = isi_terakhir(jenis)
    if not isi["nama"].strip():
        yield "nama", "Nama belum diisi."
    if JenisDokumen.objects.filter(nama__iexact=isi["nama"].strip(), aktif=True).exclude(pk=jenis.pk).exists():
        yield "nama", "Jenis dokumen dengan nama itu sudah ada."
    if URUTAN.index(Kelas(isi["kelas"])) < URUTAN.index(Kelas(lama["kelas"])):
        yield "kelas", f"Kerahasiaan hanya dapat dinaikkan; sekarang {Kelas(lama['kelas']).label.lower()}."
    if isi["wajib"] and not isi["aktif"]:
        yield "wajib", "Jenis yang tidak dapat diunggah tidak dapat diwajibkan."
    if isi["wajib"] and (isi["kelas"] == Kelas.RAHASIA or jenis.hanya_admin):
        yield "wajib", "Jenis ini hanya dimasukkan administrator, jadi tidak dapat diwajibkan bagi setiap pegawai."
    if isi["per_tahun"] != lama["per_tahun"] and (n := Dokumen.objects.filter(jenis=jenis).count()):
        yield "per_tahun", f"Sudah ada {n} dokumen jenis ini, jadi tidak dapat diubah. Buat jenis baru."
    if lama["aktif"] and not isi["aktif"]:
        yield from (("aktif", kalimat) for kalimat in _masih_dipakai(jenis, mulai))


def _masih_dipakai(jenis: JenisDokumen, mulai: date) -> Iterator[str]:
    """Why the kind cannot end on that day."""
    syarat = SyaratLayanan.objects.berlaku(mulai).filter(jenis=jenis)
    nama = Layanan.objects.filter(pk__in=syarat.values("layanan")).values_list("nama", flat=True)
    if nama:
        yield f"Masih menjadi syarat layanan {', '.join(nama)}. Ubah dahulu syarat layanannya."
    tunggal = [satu.nama for satu in (*SEMUA.values(), *RAHASIA.values()) if (jenis.pk,) in satu.bukti_wajib]
    if tunggal:
        yield f"Bukti wajib riwayat {', '.join(tunggal)}."


@transaction.atomic
def tetapkan_jenis(
    *, by: Pengguna, jenis: JenisDokumen, isi: Mapping[str, Any], penetapan: Penetapan
) -> VersiJenisDokumen:
    """A new setting in force from its first day; *isi* by the names of :data:`ISI_JENIS`.

    Raises :class:`IsianSalah`, :class:`SudahBerubah` or a permission error.
    """
    check_may_atur(by)
    jenis = JenisDokumen.objects.select_for_update().get(pk=jenis.pk)
    periksa(jenis, isi, penetapan)
    return _versi(by, jenis, isi, penetapan)


def _versi(by: Pengguna, jenis: JenisDokumen, isi: Mapping[str, Any], penetapan: Penetapan) -> VersiJenisDokumen:
    lama = terakhir(jenis)
    check_urutan(lama, penetapan)
    if lama:
        lama.berlaku_sampai = penetapan.berlaku_dari - timedelta(days=1)
        lama.save(update_fields=["berlaku_sampai"])
    bersih = {nama: isi[nama].strip() if isinstance(isi[nama], str) else isi[nama] for nama in ISI_JENIS}
    baru = VersiJenisDokumen.objects.create(jenis=jenis, ditulis_oleh=by, **bersih, **penetapan.baris())
    sejak, dari = penetapan.berlaku_dari.isoformat(), lama and lama.pk
    catat("jenis.ditetapkan", by=by, objek=baru, jenis=jenis.pk, sejak=sejak, dari=dari, isi=bersih)
    terapkan_jenis()
    return baru


@transaction.atomic
def tambah_jenis(*, by: Pengguna, kode: str, isi: Mapping[str, Any], penetapan: Penetapan) -> VersiJenisDokumen:
    """A kind of the office's own. It can be uploaded from its first day on."""
    check_may_atur(by)
    salah = {}
    if not KODE.fullmatch(kode):
        salah["kode"] = "Pakai huruf kapital, angka, dan garis bawah, misalnya SURAT_TUGAS."
    elif JenisDokumen.objects.filter(pk=kode).exists():
        salah["kode"] = "Kode itu sudah dipakai. Pilih kode lain."
    calon = JenisDokumen(kode="", kelas=Kelas.BIASA, aktif=False, per_tahun=isi["per_tahun"])
    tolak_bila(salah | penetapan.salah() | dict(_bertentangan(calon, isi, penetapan.berlaku_dari)))
    akhir = JenisDokumen.objects.order_by("-urutan").values_list("urutan", flat=True).first() or 0
    awal = {nama: isi[nama] for nama in ISI_JENIS} | {"aktif": False, "wajib": False}
    jenis = JenisDokumen.objects.create(kode=kode, **awal, urutan=akhir + 1)
    catat("jenis.ditambah", by=by, objek=jenis)
    return _versi(by, jenis, isi, replace(penetapan, versi=None))


def akhiri_jenis(*, by: Pengguna, jenis: JenisDokumen, penetapan: Penetapan) -> VersiJenisDokumen:
    """From its first day on nobody uploads this kind; what is there stays."""
    isi = isi_terakhir(jenis) | {"aktif": False, "wajib": False}
    return tetapkan_jenis(by=by, jenis=jenis, isi=isi, penetapan=penetapan)


def keadaan(versi: VersiJenisDokumen) -> str:
    """*sejak 1 Maret 2026* …"""
    if not versi.pernah_berlaku:
        return "diganti sebelum berlaku"
    sampai = f" sampai {tanggal_panjang(versi.berlaku_sampai)}" if versi.berlaku_sampai else ""
    return f"sejak {tanggal_panjang(versi.berlaku_dari)}{sampai}"
