"""The first half of the walk: from a scanned decree to a validated row of the career history."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from docservice.dokumen import gudang
from docservice.dokumen.permissions import ambil_dokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.peragaan import kertas
from docservice.peragaan.berkas import FASILITATOR_BAPPEDA, tunggu
from docservice.peragaan.kantor import PEMOHON
from docservice.peragaan.perjalanan import (
    ADMINISTRATOR,
    Gagal,
    Perjalanan,
    unggah_sebagai_pemohon,
    verifikasi_asli,
)
from docservice.riwayat import actions as riwayat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.saran import saran_isian
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi import actions as verifikasi
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Alasan


def unggah_berkas(j: Perjalanan) -> str:
    """A 300-dpi scan of the decree and a phone photo of another paper."""
    tahun = timezone.localdate().year - 1
    j.isi["sk"] = unggah_sebagai_pemohon(j, "SK_CPNS", kertas.pindaian_sk_cpns(j.kantor.orang[PEMOHON]), "sk-cpns.pdf")
    foto = kertas.foto_kinerja(j.kantor.orang[PEMOHON], tahun, buram=True)
    j.isi["foto"] = unggah_sebagai_pemohon(j, "EKIN", foto, "kinerja.jpg", str(tahun))
    versi = j.isi["sk"].versi_terkini
    return f"SHA-256 {versi.sha256[:16]}…, {versi.ukuran} byte, dan foto {j.isi['foto'].judul}"


def tangkap_virus(j: Perjalanan) -> str:
    """The infected twin is quarantined; nobody but its uploader knows of it."""
    kembar = unggah_sebagai_pemohon(j, "NPWP", kertas.berkas_terinfeksi(), "npwp.pdf")
    tunggu(kembar)
    versi = kembar.versi_terkini
    j.pastikan(versi.status == StatusBerkas.KARANTINA, f"status {versi.status}")
    j.pastikan(not gudang.arsip().exists(versi.sha256), "berkas terinfeksi ada di arsip")
    try:
        ambil_dokumen(j.akun(FASILITATOR_BAPPEDA), kembar.pk)
    except Http404:
        return "dikarantina; fasilitator mendapat 404"
    raise Gagal("fasilitator melihat berkas terinfeksi")


def baca_berkas(j: Perjalanan) -> str:
    """Scanner says clean, the child reads; values are offered for the rank row."""
    for nama in ("sk", "foto"):
        j.isi[nama] = tunggu(j.isi[nama])
        j.pastikan(
            j.isi[nama].versi_terkini.status == StatusBerkas.SIAP,
            f"{nama}: {j.isi[nama].versi_terkini.status}",
        )
    saran = saran_isian("golongan", j.isi["sk"])
    perlu = {"sk_nomor", "sk_tanggal", "tmt_golongan", "golongan"}
    j.pastikan(perlu <= saran.keys(), f"tidak terbaca: {perlu - saran.keys()}")
    nip = j.isi["sk"].versi_terkini.isian.filter(nama="nip").first()
    j.pastikan(nip and nip.nilai == j.kantor.orang[PEMOHON].nip, "NIP tidak terbaca benar")
    j.isi["saran"] = {nama: satu.nilai for nama, satu in saran.items()}
    return ", ".join(f"{nama} {j.isi['saran'][nama]}" for nama in sorted(perlu))


def usulkan(j: Perjalanan) -> str:
    """He confirms what was read; document and proposal are linked."""
    data = {**j.isi["saran"], "jenis_kp": "211", "mk_golongan_tahun": 0, "mk_golongan_bulan": 0}
    j.isi["usulan"] = riwayat.ajukan(
        by=j.pemohon,
        pegawai=j.kantor.orang[PEMOHON],
        jenis="golongan",
        data=data,
        bukti=[j.isi["sk"]],
        asal=dict.fromkeys(j.isi["saran"], "sesuai"),
        pernyataan=True,
    )
    usulan = j.isi["usulan"]
    j.pastikan(usulan.data["golongan"] == "III/a" and usulan.data["tmt_golongan"] == "2022-02-01", str(usulan.data))
    return f"usulan {usulan.ringkas}, TMT {usulan.tmt}"


def periksa_asli(j: Perjalanan) -> str:
    """The fasilitator compares page by page with the paper; the blurred photo goes back with a reason."""
    petugas = j.akun(FASILITATOR_BAPPEDA)
    tumpukan = {d.pk for d in sesi.ambil(by=petugas)}
    j.pastikan({j.isi["sk"].pk, j.isi["foto"].pk} <= tumpukan, "berkas tidak ada di antrean fasilitator")
    verifikasi_asli(j, petugas, j.isi["sk"])
    foto = j.isi["foto"]
    verifikasi.kembalikan(
        by=petugas, dokumen=foto, alasan=[(1, Alasan.BURAM)], catatan="", sha256=foto.versi_terkini.sha256
    )
    foto.refresh_from_db()
    j.pastikan(foto.status == StatusDokumen.DIKEMBALIKAN, foto.status)
    return f"{j.isi['sk'].judul}: kertas asli dilihat; {foto.judul}: dikembalikan (buram)"


def validasi(j: Perjalanan) -> str:
    """The administrator validates the row; the employee photographs the returned paper again."""
    usulan = Riwayat.objects.get(pk=j.isi["usulan"].pk)
    j.pastikan(usulan.status == StatusRiwayat.DIVERIFIKASI, usulan.status)
    hasil = riwayat.validasi(by=j.akun(ADMINISTRATOR), riwayat=usulan)
    return f"{hasil.ringkas}: {hasil.get_status_display()}"
