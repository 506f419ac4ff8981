"""Verbs of confidential rows (BABEL 9(2)c): entered by one administrator, confirmed or refused by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen, basis_dipakai
from docservice.pegawai.models import Halangan, Pegawai
from docservice.riwayat.bukti import nama_slot, slot_kosong
from docservice.riwayat.jenis import RAHASIA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.riwayat.models import RiwayatRahasia
from docservice.riwayat.status import ALUR_RAHASIA, StatusRahasia
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.formulir import galat_isian
from docservice.umum.izin import lolos

S = StatusRahasia
PENUNDA = {"S": Halangan.Jenis.HUKDIS_SEDANG, "B": Halangan.Jenis.HUKDIS_BERAT}
"""Levels of punishment that stop services for as long as they last (D.s)."""


def check_may_catat(pengguna: Pengguna, pegawai: Pegawai) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Data rahasia dimasukkan oleh administrator BKPSDMD.")
    check_bukan_kerabat(pengguna, pegawai, "memasukkan atau mengesahkan data rahasia")


def check_may_putuskan(pengguna: Pengguna, satu: RiwayatRahasia) -> None:
    """Four eyes: never who entered it, never who it is about."""
    check_may_catat(pengguna, satu.pegawai)
    if satu.dicatat_oleh_id == pengguna.pk:
        raise TidakBerwenang("Yang memasukkan tidak mengesahkan. Administrator lain yang memutuskan.")


def may_putuskan(pengguna: Pengguna, satu: RiwayatRahasia) -> bool:
    return lolos(check_may_putuskan, pengguna, satu) and satu.status == S.DICATAT


def ambil_rahasia(pengguna: Pengguna, pk: int) -> RiwayatRahasia:
    sumber = RiwayatRahasia.objects.visible_to(pengguna).select_related("pegawai__unit", "dicatat_oleh", "diputus_oleh")
    satu = sumber.filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


@transaction.atomic
def masukkan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    jenis: str,
    data: Mapping[str, Any],
    bukti: Sequence[Dokumen],
    mengganti: RiwayatRahasia | None = None,
) -> RiwayatRahasia:
    """A row with its papers, waiting for a second administrator. *mengganti*: the confirmed row that it corrects."""
    check_may_catat(by, pegawai)
    bersih = _bersih(jenis, data)
    _periksa_bukti(pegawai, jenis, bukti, bersih)
    if mengganti is not None:
        _periksa_diganti(mengganti, pegawai, jenis)
    kembar = RiwayatRahasia.objects.filter(pegawai=pegawai, jenis=jenis, status=S.DICATAT, data=baku(bersih))
    if kembar.exists():
        raise SudahBerubah("Data yang sama sudah dicatat dan menunggu pengesahan.")
    satu = RiwayatRahasia.objects.create(
        pegawai=pegawai,
        jenis=jenis,
        tmt=bersih[RAHASIA[jenis].bidang_tmt],
        data=baku(bersih),
        mengganti=mengganti,
        dicatat_oleh=by,
    )
    satu.bukti.set(bukti)
    catat(ALUR_RAHASIA.jejak(S.DICATAT), by=by, objek=satu, dokumen=[d.pk for d in bukti])
    return satu


def _bersih(jenis: str, data: Mapping[str, Any]) -> dict[str, Any]:
    if jenis not in RAHASIA:
        raise IsianSalah("Jenis data rahasia tidak dikenal.", isian={"jenis": "Pilih dari daftar."})
    formulir = RAHASIA[jenis].skema(data)
    if not formulir.is_valid():
        isian = galat_isian(formulir)
        raise IsianSalah.pada(isian)
    return formulir.cleaned_data


def _periksa_bukti(pegawai: Pegawai, jenis: str, bukti: Sequence[Dokumen], data: Mapping[str, Any]) -> None:
    if not bukti:
        raise BelumLengkap("Data rahasia memerlukan dokumennya.", isian={"bukti": "Pilih paling sedikit satu."})
    for dokumen in bukti:
        if dokumen.pegawai_id != pegawai.pk or dokumen.jenis_id not in RAHASIA[jenis].bukti:
            raise IsianSalah("Dokumen itu tidak membuktikan data ini.", isian={"bukti": "Pilih dokumen yang sesuai."})
        if dokumen.status not in (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI):
            raise BelumLengkap(f"{dokumen.judul} belum selesai diproses.", isian={"bukti": "Tunggu sebentar."})
    if kosong := slot_kosong(RAHASIA[jenis], data, {d.jenis_id for d in bukti}):
        nama = " dan ".join(nama_slot(kosong))
        raise BelumLengkap(f"Data ini perlu {nama}.", isian={"bukti": f"Pilih {nama}."})


def _periksa_diganti(lama: RiwayatRahasia, pegawai: Pegawai, jenis: str) -> None:
    if (lama.pegawai_id, lama.jenis) != (pegawai.pk, jenis):
        raise IsianSalah("Baris yang diganti milik pegawai atau jenis lain.")
    if lama.status != S.SAH:
        raise SudahBerubah("Hanya baris yang disahkan dapat diganti.")


@transaction.atomic
def sahkan(*, by: Pengguna, satu: RiwayatRahasia, basis: str) -> RiwayatRahasia:
    """The second administrator has seen the original; from now on the row counts and its effects begin."""
    satu = _kunci(by, satu)
    if basis not in basis_dipakai():
        raise BelumLengkap("Pilih apa yang Anda lihat.", isian={"basis": "Pilih apa yang Anda lihat."})
    if satu.mengganti is not None:
        _gantikan(by, satu.mengganti)
    satu.basis = basis
    satu.halangan = _halangan(satu)
    _putus(satu, S.SAH, by)
    teks = f"Data rahasia tentang Anda dicatat: {satu.skema.sebutan}. Hanya Anda dan administrator yang melihatnya."
    alamat = reverse("riwayat:rahasia_saya")
    kabari(satu.pegawai.pengguna, teks[:300], kunci=f"rahasia:{satu.pk}", tautan=alamat)
    return satu


@transaction.atomic
def tolak(*, by: Pengguna, satu: RiwayatRahasia, catatan: str) -> RiwayatRahasia:
    """Not confirmed, with a reason that whoever entered it reads."""
    satu = _kunci(by, satu)
    if not catatan.strip():
        raise BelumLengkap("Tulis alasannya.", isian={"catatan": "Alasan belum diisi."})
    satu.catatan = catatan.strip()[:300]
    _putus(satu, S.DITOLAK, by)
    kabari(
        satu.dicatat_oleh,
        f"Data rahasia {satu.skema.sebutan} tidak disahkan: {satu.catatan}"[:300],
        kunci=f"rahasia:{satu.pk}:tolak",
        tautan=reverse("riwayat:rahasia_satu", args=[satu.pk]),
        nada="kembali",
    )
    return satu


@transaction.atomic
def catat_lihat(*, by: Pengguna, satu: RiwayatRahasia) -> None:
    """Looking at somebody's confidential row leaves a trace; at one's own it does not."""
    if satu.pegawai.pengguna_id != by.pk:
        catat("rahasia.dilihat", by=by, objek=satu)


def _kunci(by: Pengguna, satu: RiwayatRahasia) -> RiwayatRahasia:
    sumber = RiwayatRahasia.objects.select_for_update(of=("self",)).select_related("pegawai", "dicatat_oleh")
    satu = sumber.get(pk=satu.pk)
    check_may_putuskan(by, satu)
    return satu


def _putus(satu: RiwayatRahasia, ke: str, by: Pengguna) -> None:
    ALUR_RAHASIA.periksa(satu.status, ke, sejak=satu.diputus_pada)
    satu.status, satu.diputus_oleh, satu.diputus_pada = ke, by, timezone.now()
    satu.save()
    catat(ALUR_RAHASIA.jejak(ke), by=by, objek=satu)


def _gantikan(by: Pengguna, lama: RiwayatRahasia) -> None:
    """The corrected row stays on record; what it stopped is let go from its first day."""
    lama = RiwayatRahasia.objects.select_for_update(of=("self",)).select_related("halangan").get(pk=lama.pk)
    ALUR_RAHASIA.periksa(lama.status, S.DIGANTI)
    lama.status = S.DIGANTI
    lama.save(update_fields=["status"])
    if lama.halangan:
        lama.halangan.sampai = lama.halangan.dari - timedelta(days=1)
        lama.halangan.save(update_fields=["sampai"])
    catat(ALUR_RAHASIA.jejak(S.DIGANTI), by=by, objek=lama)


def _halangan(satu: RiwayatRahasia) -> Halangan | None:
    """A punishment of the middle or heavy level stops services while it lasts."""
    jenis = PENUNDA.get(satu.data.get("tingkat", "")) if satu.jenis == "hukdis" else None
    if jenis is None:
        return None
    akhir = satu.data.get("akhir_hukuman")
    sampai = date.fromisoformat(akhir) if akhir else None
    dasar = f"SK {satu.data['sk_nomor']}"[:150]
    return Halangan.objects.create(pegawai=satu.pegawai, jenis=jenis, dari=satu.tmt, sampai=sampai, dasar=dasar)
