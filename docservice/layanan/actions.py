"""Verbs of a request: send, forward, complete, refuse, note the pertek, move on with its decree."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.katalog import periksa
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import BerkasPermohonan, Layanan, Permohonan, PutusanPermohonan
from docservice.layanan.permissions import check_may_ajukan, check_may_batalkan, check_may_putuskan, peran_pemutus
from docservice.layanan.status import ALUR_PERMOHONAN, BOLEH_KODE, StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import BelumLengkap, IsianSalah, SementaraTerganggu, SudahBerubah
from docservice.umum.waktu import maju_hari_kerja, tanggal_panjang

P = StatusPermohonan
MENCOBA_NOMOR = 20


def ajukan(*, by: Pengguna, layanan: Layanan, pegawai: Pegawai, pernyataan: bool) -> Permohonan:
    """Send a request; refused with the exact list of what is missing (BABEL 10(2)–(4))."""
    check_may_ajukan(by, layanan, pegawai)
    hasil = periksa(layanan, pegawai)
    _tolak_bila_kurang(hasil)
    if not pernyataan:
        raise BelumLengkap(
            "Centang dulu pernyataan bahwa data dan dokumen ini benar.",
            isian={"pernyataan": "Belum dicentang."},
        )
    if ada := Permohonan.objects.terbuka().filter(pegawai=pegawai, layanan=layanan).first():
        raise SudahBerubah(
            f"Masih ada permohonan {layanan.nama.lower()} yang berjalan ({ada.nomor}).", kode="masih_berjalan"
        )
    for _ in range(MENCOBA_NOMOR):
        try:
            with transaction.atomic():
                return _catat_permohonan(by, layanan, pegawai, hasil)
        except IntegrityError:  # the same request twice, or another person's took this number a moment ago
            if Permohonan.objects.terbuka().filter(pegawai=pegawai, layanan=layanan).exists():
                raise SudahBerubah("Permohonan yang sama baru saja diajukan.", kode="masih_berjalan") from None
    raise SementaraTerganggu("Banyak permohonan sedang diajukan. Coba lagi sebentar.")


def _tolak_bila_kurang(hasil: Pemeriksaan) -> None:
    if hasil.lengkap:
        return
    nama = ", ".join(b.nama for b in [*hasil.kurang, *hasil.tidak])
    isian = {b.kode: b.keterangan for b in [*hasil.kurang, *hasil.tidak]}
    raise BelumLengkap(f"Belum dapat diajukan. Kurang: {nama}.", kode="belum_lengkap", isian=isian)


def _catat_permohonan(by: Pengguna, layanan: Layanan, pegawai: Pegawai, hasil: Pemeriksaan) -> Permohonan:
    permohonan = Permohonan.objects.create(
        layanan=layanan,
        nomor=_nomor_permohonan(layanan),
        varian=hasil.varian,
        pegawai=pegawai,
        data=hasil.data,
        aturan_beku=_bekukan(layanan, hasil),
        dibuat_oleh=by,
    )
    _ikat_berkas(permohonan, hasil)
    _putuskan(permohonan, P.FASILITATOR, by=by)
    return permohonan


def _nomor_permohonan(layanan: Layanan) -> str:
    """KP-2026-0142: readable on the phone; the unique constraint decides a race."""
    tahun = timezone.localdate().year
    singkat = "".join(kata[0] for kata in layanan.nama.split()[:2]).upper()
    awalan = f"{singkat}-{tahun}-"
    return f"{awalan}{Permohonan.objects.filter(nomor__startswith=awalan).count() + 1:04d}"


def _bekukan(layanan: Layanan, hasil: Pemeriksaan) -> dict[str, Any]:
    """The rules this request was born under (Law 10), with the decisions that set them."""
    aturan = layanan.aturan.berlaku().filter(varian=hasil.varian)
    return {
        "keputusan": layanan.keputusan_nomor,
        "aturan": {a.kode: {"nilai": a.nilai, "dasar": a.dasar, "keputusan": a.keputusan_nomor} for a in aturan},
        "syarat": [[b.jenis_dokumen, b.minor] for b in hasil.butir if b.jenis_dokumen],
        "tahap": [[t.status, t.hari_kerja] for t in layanan.tahap.berlaku()],
    }


def _ikat_berkas(permohonan: Permohonan, hasil: Pemeriksaan) -> None:
    permohonan.berkas.all().delete()
    pk = [b.dokumen for b in hasil.butir if b.dokumen]
    for dokumen in Dokumen.objects.filter(pk__in=pk):
        BerkasPermohonan.objects.create(permohonan=permohonan, dokumen=dokumen, sha256=dokumen.versi_terkini.sha256)


@transaction.atomic
def lengkapi(*, by: Pengguna, permohonan: Permohonan) -> Permohonan:
    """The applicant sends a BTL request again, with the papers as they are now."""
    check_may_batalkan(by, permohonan)
    permohonan = _kunci(permohonan)
    ALUR_PERMOHONAN.periksa(permohonan.status, P.FASILITATOR, sejak=permohonan.sejak)
    hasil = periksa(permohonan.layanan, permohonan.pegawai, beku=permohonan.aturan_beku)
    _tolak_bila_kurang(hasil)
    _ikat_berkas(permohonan, hasil)
    permohonan.batas = None
    return _pindah(permohonan, P.FASILITATOR, by=by)


@transaction.atomic
def teruskan(*, by: Pengguna, permohonan: Permohonan) -> Permohonan:
    """Yes at one's stage: the fasilitator to BKPSDMD, the administrator to BKN or to the drafting of its naskah."""
    permohonan = _kunci(permohonan)
    check_may_putuskan(by, permohonan)
    _wajib_terverifikasi(permohonan)
    ke = {P.FASILITATOR: P.BKPSDM, P.BKPSDM: _sesudah_bkpsdm(permohonan)}.get(P(permohonan.status))
    if ke is None:
        raise SudahBerubah("Permohonan ini sudah melewati tahap pemeriksaan.")
    return _pindah(permohonan, ke, by=by)


def _sesudah_bkpsdm(permohonan: Permohonan) -> StatusPermohonan:
    """To BKN, unless the stages this request was born under do not name it: then its naskah is drafted."""
    tahap = [status for status, _ in permohonan.aturan_beku.get("tahap", [])]
    return P.EKSTERNAL if P.EKSTERNAL in tahap or not tahap else P.DRAF_NASKAH


def _wajib_terverifikasi(permohonan: Permohonan) -> None:
    """Every paper is verified, and still the one that was sent."""
    for berkas in permohonan.berkas.select_related("dokumen"):
        dokumen = berkas.dokumen
        if dokumen.status != StatusDokumen.TERVERIFIKASI:
            raise BelumLengkap(f"{dokumen.judul} belum terverifikasi. Periksa dulu dokumennya.")
        if dokumen.versi_terkini.sha256 != berkas.sha256:
            berkas.sha256 = dokumen.versi_terkini.sha256
            berkas.save(update_fields=["sha256"])


@transaction.atomic
def btl(*, by: Pengguna, permohonan: Permohonan, alasan: str, kode: str) -> Permohonan:
    """Back to the applicant: something must be completed."""
    return _putuskan_dengan_alasan(by, permohonan, P.BTL, alasan, kode)


@transaction.atomic
def tms(*, by: Pengguna, permohonan: Permohonan, alasan: str, kode: str) -> Permohonan:
    """Not eligible: final for this period."""
    return _putuskan_dengan_alasan(by, permohonan, P.TMS, alasan, kode)


@transaction.atomic
def tolak(*, by: Pengguna, permohonan: Permohonan, alasan: str, kode: str) -> Permohonan:
    """BKN did not approve: its reason, and the end of this request."""
    return _putuskan_dengan_alasan(by, permohonan, P.DITOLAK, alasan, kode)


def _putuskan_dengan_alasan(
    by: Pengguna, permohonan: Permohonan, ke: StatusPermohonan, alasan: str, kode: str
) -> Permohonan:
    permohonan = _kunci(permohonan)
    check_may_putuskan(by, permohonan)
    if not alasan.strip():
        raise BelumLengkap("Tulis alasannya agar pemohon tahu yang harus dilakukan.", isian={"alasan": "Belum diisi."})
    if kode not in BOLEH_KODE[ke]:
        raise BelumLengkap("Pilih dulu golongan alasannya.", isian={"kode": "Belum dipilih."})
    permohonan.catatan = alasan[:300]
    permohonan.batas = maju_hari_kerja(timezone.localdate(), permohonan.hari_melengkapi) if ke == P.BTL else None
    return _pindah(permohonan, ke, by=by, alasan=alasan, kode=kode)


@transaction.atomic
def kedaluwarsa(*, by: Pengguna | None = None, permohonan: Permohonan) -> Permohonan:
    """Not completed in time: it ends by itself, and a new one may be asked for at once."""
    permohonan = _kunci(permohonan)
    if permohonan.batas is None or permohonan.batas > timezone.localdate():
        raise SudahBerubah("Batas melengkapi permohonan ini belum lewat.")
    alasan = f"Tidak dilengkapi sebelum {tanggal_panjang(permohonan.batas)}. Anda dapat mengajukan lagi."
    permohonan.catatan = alasan
    return _pindah(permohonan, P.KEDALUWARSA, by=by, alasan=alasan)


@transaction.atomic
def catat_pertek(*, by: Pengguna, permohonan: Permohonan, nomor: str, tanggal: date) -> Permohonan:
    """BKN's technical approval arrived: its number and date open the drafting of the decree."""
    permohonan = _kunci(permohonan)
    check_may_putuskan(by, permohonan)
    if permohonan.status != P.EKSTERNAL:
        raise SudahBerubah("Pertimbangan teknis dicatat selama permohonan diproses BKN.")
    salah = {}
    if not nomor.strip():
        salah["pertek_nomor"] = "Nomor pertek belum diisi."
    if tanggal > timezone.localdate():
        salah["pertek_tanggal"] = "Tanggal pertek tidak boleh sesudah hari ini."
    if salah:
        raise IsianSalah.pada(salah)
    permohonan.pertek_nomor, permohonan.pertek_tanggal = nomor.strip()[:120], tanggal
    return _pindah(permohonan, P.DRAF_NASKAH, by=by)


@transaction.atomic
def pindahkan(*, by: Pengguna | None, permohonan: Permohonan, ke: StatusPermohonan, alasan: str = "") -> Permohonan:
    """The decree's own progress moves its request; called by the naskah room inside its transaction."""
    return _pindah(_kunci(permohonan), ke, by=by, alasan=alasan)


@transaction.atomic
def batalkan(*, by: Pengguna, permohonan: Permohonan) -> Permohonan:
    """The applicant withdraws before it was forwarded."""
    permohonan = _kunci(permohonan)
    check_may_batalkan(by, permohonan)
    return _pindah(permohonan, P.DIBATALKAN, by=by)


def _kunci(permohonan: Permohonan) -> Permohonan:
    return Permohonan.objects.select_for_update(of=("self",)).select_related("layanan", "pegawai").get(pk=permohonan.pk)


def _pindah(
    permohonan: Permohonan, ke: StatusPermohonan, *, by: Pengguna | None, alasan: str = "", kode: str = ""
) -> Permohonan:
    ALUR_PERMOHONAN.periksa(permohonan.status, ke, sejak=permohonan.sejak)
    peran = peran_pemutus(by, permohonan)  # by the stage it leaves
    permohonan.status, permohonan.sejak = ke, timezone.now()
    permohonan.save()
    _putuskan(permohonan, ke, by=by, peran=peran, alasan=alasan, kode=kode)
    return permohonan


def _putuskan(
    permohonan: Permohonan,
    ke: StatusPermohonan,
    *,
    by: Pengguna | None,
    peran: str = "",
    alasan: str = "",
    kode: str = "",
) -> None:
    """The decision as a row, a journal entry and a word to the applicant."""
    berkas = list(permohonan.berkas.values_list("sha256", flat=True))
    putusan = PutusanPermohonan.objects.create(
        permohonan=permohonan,
        oleh=by,
        peran=peran,
        ke=ke,
        kode=kode,
        alasan=alasan[:300],
        berkas=berkas,
    )
    catat(ALUR_PERMOHONAN.jejak(ke), by=by, objek=permohonan, peran=putusan.peran, berkas=berkas)
    if by is None or permohonan.pegawai.pengguna_id != by.pk:
        label = ALUR_PERMOHONAN.keadaan[ke].label
        teks = f"{permohonan.judul}: {label}." + (f" {alasan}" if alasan else "")
        nada = "baik" if ke == P.SELESAI else "kembali" if ke == P.BTL else "info"
        tautan = reverse("layanan:permohonan", args=[permohonan.pk])
        kabari(
            permohonan.pegawai.pengguna,
            teks[:300],
            kunci=f"permohonan:{putusan.pk}",
            tautan=tautan,
            nada=nada,
        )
