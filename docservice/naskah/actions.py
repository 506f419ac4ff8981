"""Verbs before the signature: draft from data, change wording, send for initials, initial, return."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

import templates_sk
from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.layanan.actions import pindahkan
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import render
from docservice.naskah.gaya import bekukan, cairkan
from docservice.naskah.isi import golongan_wewenang, isi_naskah, jenis_untuk, siap_terbit, ubah_isi
from docservice.naskah.langkah import pindah, terkunci
from docservice.naskah.models import JalurParaf, Kewenangan, Naskah, Paraf, jenis_berlaku
from docservice.naskah.permissions import check_may_kembalikan, check_may_paraf, check_may_susun
from docservice.naskah.status import StatusNaskah
from docservice.umum.errors import BelumLengkap, SudahBerubah


@transaction.atomic
def susun(*, by: Pengguna, permohonan: Permohonan) -> Naskah:
    """The draft of the decree, from validated data; asking twice gives the same draft."""
    check_may_susun(by, permohonan.pegawai.pengguna_id)
    if ada := Naskah.objects.filter(permohonan=permohonan).first():
        return ada
    if permohonan.status != StatusPermohonan.DRAF_NASKAH:
        raise SudahBerubah("SK disusun sesudah pertimbangan teknis BKN dicatat.")
    jenis, golongan = jenis_untuk(permohonan), golongan_wewenang(permohonan)
    kata = jenis_berlaku(jenis)
    kewenangan = Kewenangan.objects.untuk(jenis, golongan, timezone.localdate())
    if kewenangan is None:
        raise _tanpa_pejabat(jenis, golongan)
    naskah = Naskah.objects.create(
        permohonan=permohonan,
        jenis=jenis,
        pegawai=permohonan.pegawai,
        data=isi_naskah(permohonan, kewenangan, kata),
        kata=templates_sk.bekukan(kata),
        gaya=bekukan(),
        kewenangan=kewenangan,
        penanda_tangan=kewenangan.pejabat,
        disusun_oleh=by,
    )
    for jalur in JalurParaf.objects.berlaku().filter(jenis_naskah=jenis):
        Paraf.objects.create(naskah=naskah, urutan=jalur.urutan, pejabat=jalur.pejabat)
    catat("naskah.disusun", by=by, objek=naskah, permohonan=permohonan.pk)
    return naskah


def _tanpa_pejabat(jenis: str, golongan: str) -> BelumLengkap:
    """Why nobody can be named: only an acting official who may not sign this, or nobody at all."""
    if sementara := Kewenangan.objects.sementara(jenis, golongan, timezone.localdate()):
        return BelumLengkap(f"{sementara.plt_plh} tidak boleh menandatangani naskah ini. Pilih pejabat definitif.")
    return BelumLengkap("Tidak ada pejabat berwenang pada tanggal ini. Periksa tabel kewenangan.")


@transaction.atomic
def pakai_gaji_tabel(*, by: Pengguna, naskah: Naskah) -> Naskah:
    """Base pay as the table in force on the TMT has it, where the request was computed by another."""
    naskah = terkunci(naskah)
    check_may_susun(by, naskah.pegawai.pengguna_id)
    if naskah.status != StatusNaskah.DRAF:
        raise SudahBerubah("Naskah ini sudah dikirim untuk paraf, jadi isinya beku.")
    if "gaji_pokok" not in naskah.data or "tmt_kp" not in naskah.data:
        raise SudahBerubah("Naskah ini tidak memuat gaji pokok dari tabel.")
    lama, data = naskah.data["gaji_pokok"], naskah.data
    tmt = date.fromisoformat(data["tmt_kp"])
    gaji = templates_sk.gaji_pokok(data["golongan_baru"], data["mk_tahun"], on=tmt)
    naskah.data, naskah.revisi = {**data, "gaji_pokok": gaji}, naskah.revisi + 1
    naskah.save(update_fields=["data", "revisi", "diubah_pada"])
    catat("naskah.diubah", by=by, objek=naskah, revisi=naskah.revisi, bidang=["gaji_pokok"], semula=lama)
    return naskah


@transaction.atomic
def ubah(*, by: Pengguna, naskah: Naskah, perubahan: dict[str, Any], revisi: int | None = None) -> Naskah:
    """Save what the drafter may change; values from riwayat are locked. What is saved already changes nothing."""
    naskah = terkunci(naskah)
    check_may_susun(by, naskah.pegawai.pengguna_id)
    if naskah.status != StatusNaskah.DRAF:
        raise SudahBerubah("Naskah ini sudah dikirim untuk paraf, jadi isinya beku.")
    data = ubah_isi(naskah, perubahan)
    if data == naskah.data:
        return naskah
    if revisi is not None and revisi != naskah.revisi:
        pesan = "Data ini baru saja diubah orang lain. Isian Anda tetap ada; bandingkan lalu simpan lagi."
        raise SudahBerubah(pesan, pada=naskah.diubah_pada)
    render.pdf(
        naskah.jenis_naskah, data, draf=True, gaya=cairkan(naskah.gaya)
    )  # refuses field by field what cannot be drawn
    naskah.data, naskah.revisi = data, naskah.revisi + 1
    naskah.save(update_fields=["data", "revisi", "diubah_pada"])
    catat("naskah.diubah", by=by, objek=naskah, revisi=naskah.revisi, bidang=sorted(perubahan))
    return naskah


def kirim_paraf(*, by: Pengguna, naskah: Naskah) -> Naskah:
    """Freeze the data: from here on everyone sees and signs the same draft."""
    check_may_susun(by, naskah.pegawai.pengguna_id)
    siap_terbit(naskah)
    isi = render.draf(naskah)
    sidik, gambar = render.simpan(isi), render.gambar(isi)
    with transaction.atomic():
        revisi, naskah = naskah.revisi, terkunci(naskah)
        if naskah.revisi != revisi:
            pesan = "Draf baru saja diubah orang lain. Muat ulang, periksa, lalu kirim lagi."
            raise SudahBerubah(pesan, pada=naskah.diubah_pada)
        naskah.draf_sha256, naskah.gambar_draf = sidik, [list(g) for g in gambar]
        naskah.paraf.exclude(sha256="").update(sha256_lama=F("sha256"))  # to show what changed since
        naskah.paraf.update(pada=None, sha256="")  # a changed draft voids every earlier initial
        pindah(naskah, StatusNaskah.PARAF, by=by, sha256=sidik)
        pindahkan(by=by, permohonan=naskah.asal, ke=StatusPermohonan.PARAF)
        _kabari_giliran(naskah)
    return naskah


@transaction.atomic
def paraf(*, by: Pengguna, naskah: Naskah, sha256: str) -> Naskah:
    """One initial on the draft whose hash is *sha256*; the last one opens the signing tray."""
    naskah = terkunci(naskah)
    check_may_paraf(by, naskah)
    if naskah.draf_sha256 != sha256:
        pesan = "Naskah berubah sesudah Anda membukanya. Periksa lagi bagian yang ditandai."
        raise SudahBerubah(pesan, pada=naskah.diubah_pada)
    berikut = naskah.paraf_berikutnya
    assert berikut is not None
    berikut.pada, berikut.sha256 = timezone.now(), sha256
    berikut.save(update_fields=["pada", "sha256"])
    catat("naskah.diparaf", by=by, objek=naskah, urutan=berikut.urutan, sha256=sha256)
    if naskah.paraf.filter(pada__isnull=True).exists():
        _kabari_giliran(naskah)
    else:
        pindah(naskah, StatusNaskah.TTE, by=by, sha256=sha256)
        pindahkan(by=by, permohonan=naskah.asal, ke=StatusPermohonan.TTE)
        teks = f"{naskah.judul}: menunggu tanda tangan Anda."
        tautan = reverse("naskah:baki")
        kabari(naskah.penanda_tangan.pengguna, teks, kunci=f"tte:{naskah.pk}:{naskah.revisi}", tautan=tautan)
    return naskah


@transaction.atomic
def kembalikan(*, by: Pengguna, naskah: Naskah, alasan: str) -> Naskah:
    """An official sends the draft back to its drafter with a reason."""
    naskah = terkunci(naskah)
    check_may_kembalikan(by, naskah)
    if not alasan.strip():
        raise BelumLengkap(
            "Tulis alasannya agar penyusun tahu yang harus diperbaiki.", isian={"alasan": "Belum diisi."}
        )
    naskah.catatan, naskah.revisi = alasan[:300], naskah.revisi + 1
    pindah(naskah, StatusNaskah.DRAF, by=by, alasan=alasan)
    naskah.save(update_fields=["catatan", "revisi"])
    pindahkan(by=by, permohonan=naskah.asal, ke=StatusPermohonan.DRAF_NASKAH, alasan="Naskah diperbaiki.")
    teks = f"{naskah.judul} dikembalikan: {alasan}"[:300]
    tautan = reverse("naskah:draf", args=[naskah.pk])
    kabari(naskah.disusun_oleh, teks, kunci=f"naskah:{naskah.pk}:{naskah.revisi}", tautan=tautan, nada="kembali")
    return naskah


def _kabari_giliran(naskah: Naskah) -> None:
    berikut = naskah.paraf.filter(pada__isnull=True).select_related("pejabat__pengguna").first()
    if berikut:
        kunci = f"paraf:{naskah.pk}:{naskah.revisi}:{berikut.urutan}"
        kabari(
            berikut.pejabat.pengguna,
            f"{naskah.judul}: menunggu paraf Anda.",
            kunci=kunci,
            tautan=reverse("naskah:paraf"),
        )
