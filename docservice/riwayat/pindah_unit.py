"""A validated move to another unit (*unor*) moves the person too: access follows the unit (POSO 4j, BABEL 9(6))."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.urls import reverse

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.pegawai.actions import pindahkan
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.permissions import may_pindahkan
from docservice.riwayat.jenis.unor import UNOR
from docservice.riwayat.models import Riwayat
from docservice.umum.waktu import tanggal_panjang


def terapkan_unit(riwayat: Riwayat, by: Pengguna | None) -> None:
    """On its decree, at once or on its day; where that cannot be known from the names, the administrators are told.

    A row of the past moves nobody. Raises what :func:`pindahkan` raises.
    """
    if riwayat.jenis != UNOR.kode or riwayat.tmt is None:
        return
    pegawai = Pegawai.objects.select_related("unit").get(pk=riwayat.pegawai_id)
    if _sudah_lewat(riwayat) or _bernama(pegawai.unit, riwayat.data["unit_baru"]):
        return
    tujuan = tujuan_dari(riwayat, pegawai)
    if tujuan is not None and by is not None and may_pindahkan(by, pegawai):
        nomor, tanggal = riwayat.data["sk_nomor"], date.fromisoformat(riwayat.data["sk_tanggal"])
        pindahkan(by=by, pegawai=pegawai, unit=tujuan, tmt=riwayat.tmt, sk_nomor=nomor, sk_tanggal=tanggal)
        return
    teks = f"{pegawai.nama} menurut riwayatnya pindah ke {riwayat.data['unit_baru']}. Catat perpindahannya bila benar."
    alamat = reverse("riwayat:usulan", args=[riwayat.pk])
    kabari_pemegang(Peran.ADMINISTRATOR, teks[:300], kunci=f"riwayat:{riwayat.pk}:unit", tautan=alamat, nada="tunggu")


def akibat_unit(riwayat: Riwayat) -> list[str]:
    """The same before it is accepted, in a sentence."""
    if riwayat.jenis != UNOR.kode or riwayat.tmt is None or _sudah_lewat(riwayat):
        return []
    pegawai, tujuan = riwayat.pegawai, tujuan_dari(riwayat, riwayat.pegawai)
    if _bernama(pegawai.unit, riwayat.data["unit_baru"]):
        return []
    if tujuan is None:
        baru = riwayat.data["unit_baru"]
        return [f"Unit tidak ikut berubah; perpindahan dari {pegawai.unit} ke {baru} dicatat di Pegawai dan unit."]
    return [f"Pegawai ini pindah ke {tujuan} pada {tanggal_panjang(riwayat.tmt)}; akses dan perannya mengikuti."]


def tujuan_dari(riwayat: Riwayat, pegawai: Pegawai) -> UnitKerja | None:
    """The one unit of that name that is there on that day, when the row leaves from where the person stands."""
    if riwayat.tmt is None or not _bernama(pegawai.unit, riwayat.data["unit_lama"]):
        return None
    nama = riwayat.data["unit_baru"].strip()
    calon = UnitKerja.objects.filter(Q(nama__iexact=nama) | Q(singkatan__iexact=nama))
    ada = [satu for satu in calon if satu.ada_pada(riwayat.tmt) and satu.berlaku_sampai is None]
    return ada[0] if len(ada) == 1 else None


def _bernama(unit: UnitKerja, nama: str) -> bool:
    return nama.casefold().strip() in (unit.nama.casefold(), unit.singkatan.casefold())


def _sudah_lewat(riwayat: Riwayat) -> bool:
    """A later move is on record, or waits for its day."""
    pindah = riwayat.pegawai.perpindahan.filter(Q(tmt__gte=riwayat.tmt) | Q(diterapkan_pada=None))
    lain = Riwayat.objects.filter(pegawai=riwayat.pegawai_id).jenis(UNOR.kode).tervalidasi().exclude(pk=riwayat.pk)
    return pindah.exists() or lain.filter(tmt__gt=riwayat.tmt).exists()
