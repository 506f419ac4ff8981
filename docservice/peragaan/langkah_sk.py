"""The second half of the walk: from the request to a signed decree that anyone can check."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from docservice.arsip.pencarian import cari
from docservice.audit.jurnal import periksa as periksa_jurnal
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen
from docservice.layanan import actions as layanan
from docservice.layanan.katalog import periksa
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions as naskah_actions
from docservice.naskah.cek import cek_berkas, cek_token
from docservice.naskah.status import StatusUpaya
from docservice.naskah.tanda_tangan import kerjakan, siapkan
from docservice.peragaan import kertas
from docservice.peragaan.berkas import FASILITATOR_BAPPEDA, tunggu
from docservice.peragaan.kantor import PEMOHON
from docservice.peragaan.perjalanan import (
    ADMINISTRATOR,
    KABID,
    KEPALA,
    ORANG_LAIN,
    SEKDA,
    Gagal,
    Perjalanan,
    unggah_sebagai_pemohon,
    verifikasi_asli,
)
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import BelumLengkap
from signing import Secret


def minta_kenaikan(j: Perjalanan) -> str:
    """Asked too early, the service says exactly what is missing; complete, it accepts."""
    kp, pegawai = Layanan.objects.get(pk="l"), j.kantor.orang[PEMOHON]
    try:
        layanan.ajukan(by=j.pemohon, layanan=kp, pegawai=pegawai, pernyataan=True)
        raise Gagal("permohonan diterima padahal belum lengkap")
    except BelumLengkap as kurang:
        j.isi["kurang"] = kurang.pesan
    foto = j.isi["foto"]
    unggah_sebagai_pemohon(
        j, "EKIN", kertas.foto_kinerja(pegawai, int(foto.minor), buram=False), "kinerja-ulang.jpg", lama=foto
    )
    tunggu(foto)
    hasil = periksa(kp, pegawai)
    j.pastikan(hasil.lengkap, f"masih kurang: {[b.nama for b in hasil.kurang + hasil.tidak]}")
    j.isi["permohonan"] = layanan.ajukan(by=j.pemohon, layanan=kp, pegawai=pegawai, pernyataan=True)
    return f"“{j.isi['kurang']}” lalu diterima: {j.isi['permohonan'].nomor}"


def periksa_permohonan(j: Perjalanan) -> str:
    """Fasilitator and BKPSDMD verify; BKN's pertek is recorded."""
    petugas, admin, permohonan = j.akun(FASILITATOR_BAPPEDA), j.akun(ADMINISTRATOR), j.isi["permohonan"]
    verifikasi_asli(j, petugas, Dokumen.objects.get(pk=j.isi["foto"].pk))
    layanan.teruskan(by=petugas, permohonan=permohonan)
    layanan.teruskan(by=admin, permohonan=permohonan)
    nomor = f"PG-XX.01.01/{permohonan.pk:05d}/KR-VII/{timezone.localdate().year}"
    kemarin = timezone.localdate() - timedelta(days=1)
    layanan.catat_pertek(by=admin, permohonan=permohonan, nomor=nomor, tanggal=kemarin)
    return f"pertek {nomor}"


def susun_dan_paraf(j: Perjalanan) -> str:
    """The draft from data; two officials initial the same frozen bytes."""
    admin = j.akun(ADMINISTRATOR)
    permohonan = Permohonan.objects.get(pk=j.isi["permohonan"].pk)
    naskah = naskah_actions.kirim_paraf(by=admin, naskah=naskah_actions.susun(by=admin, permohonan=permohonan))
    for nomor in (KABID, KEPALA):
        naskah = naskah_actions.paraf(by=j.akun(nomor), naskah=naskah, sha256=naskah.draf_sha256)
    j.isi["naskah"] = naskah
    return f"draf {naskah.draf_sha256[:16]}…, 2 paraf, {naskah.get_status_display()}"


def tandatangani(j: Perjalanan) -> str:
    """PAdES B-LTA from the tray; number and date come with the signature, and the verifier passes it first."""
    naskah, sekda = j.isi["naskah"], j.akun(SEKDA)
    _, siap = siapkan(by=sekda, naskah=[(naskah.pk, naskah.draf_sha256)])
    j.isi["token"] = siap[0].token
    upaya = kerjakan(by=sekda, siap=siap, passphrase=Secret(settings.DEVELOPMENT_PASSPHRASE))[0]
    j.pastikan(upaya.status == StatusUpaya.SIGNED, f"{upaya.kode}: {upaya.pesan}")
    j.isi["upaya"], j.isi["terbit"] = upaya, Dokumen.objects.get(naskah=naskah)
    beda = ", ".join(upaya.perbandingan["berubah"])
    return f"nomor {upaya.nomor.nomor}; draf dan hasil hanya berbeda di: {beda}"


def temukan(j: Perjalanan) -> str:
    """Found by number, by a word with an affix, by NIP and by facet; a stranger finds and counts nothing."""
    terbit, pemohon = tunggu(j.isi["terbit"]), j.pemohon
    nip = j.kantor.orang[PEMOHON].nip
    for teks, saring in ((terbit.nomor, {}), ("dinaikkan", {}), (nip, {}), ("", {"jenis": ["SK_KP"]})):
        hasil = cari(pemohon, teks, saring)
        j.pastikan(terbit.pk in {t.dokumen.pk for t in hasil.temuan}, f"tidak ditemukan dengan {teks or saring}")
    lain = j.akun(ORANG_LAIN)
    hasil = cari(lain, terbit.nomor)
    angka = [p for pilihan in hasil.saringan.values() for p in pilihan]
    j.pastikan(hasil.jumlah == 0 and not angka, "orang lain menemukan atau menghitung")
    try:
        ambil_dokumen(lain, terbit.pk)
    except Http404:
        baris = Riwayat.objects.milik(terbit.pegawai).jenis("golongan").tervalidasi().terbaru()
        j.pastikan(baris and baris.data["golongan"] == "III/b", "riwayat golongan baru belum ada")
        j.pastikan(
            Permohonan.objects.get(pk=j.isi["permohonan"].pk).status == StatusPermohonan.SELESAI,
            "belum selesai",
        )
        return "ditemukan dengan nomor, “dinaikkan”, NIP, dan saringan; unit lain: 0 hasil dan 404"
    raise Gagal("orang lain dapat membuka SK")


def cek_keaslian(j: Perjalanan) -> str:
    """The QR says registered; the file is genuine; with one byte changed it is not."""
    with gudang.arsip().open(j.isi["upaya"].hasil_sha256) as isi:
        pdf = isi.read()
    j.pastikan(cek_token(j.isi["token"]).kasus == "terdaftar", "token tidak terdaftar")
    j.pastikan(cek_token(j.isi["token"] + "x").kasus == "tidak_terdaftar", "token palsu diterima")
    j.pastikan(cek_berkas(pdf).kasus == "asli", f"berkas asli: {cek_berkas(pdf)}")
    tengah = pdf.index(b"stream") + 40
    ubah = pdf[:tengah] + bytes([pdf[tengah] ^ 1]) + pdf[tengah + 1 :]
    palsu = cek_berkas(ubah)
    j.pastikan(palsu.kasus in ("tidak_asli", "tak_terbaca"), palsu.kasus)
    j.isi["pdf"] = _keluarkan(pdf)
    return f"asli; satu byte diubah: {palsu.judul} ({palsu.rincian[0] if palsu.rincian else palsu.kalimat})"


def _keluarkan(pdf: bytes) -> Path:
    tujuan = Path(settings.VAR_DIR) / "jalan" / "sk-kenaikan-pangkat.pdf"
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tujuan.write_bytes(pdf)
    return tujuan


KISAH = (
    ("sk", ("dokumen.diunggah", "berkas.bersih", "berkas.siap", "dokumen.terverifikasi")),
    ("foto", ("dokumen.diunggah", "dokumen.dikembalikan", "dokumen.terverifikasi")),
    ("usulan", ("riwayat.diajukan", "riwayat.diverifikasi", "riwayat.divalidasi")),
    ("permohonan", ("permohonan.diajukan", "permohonan.diteruskan", "permohonan.disetujui", "permohonan.selesai")),
    ("naskah", ("naskah.disusun", "naskah.diparaf", "naskah.mulai_tanda_tangan", "naskah.terbit")),
)
"""What the journal must tell of each thing, in this order."""


def buktikan_jurnal(j: Perjalanan) -> str:
    """The journal is unbroken and tells the whole story."""
    rusak = list(periksa_jurnal())
    j.pastikan(not rusak, str(rusak[:1]))
    jumlah = 0
    for nama, kisah in KISAH:
        objek = f"{j.isi[nama]._meta.model_name}:{j.isi[nama].pk}"
        jejak = list(Jejak.objects.filter(objek=objek).order_by("nomor").values_list("aksi", flat=True))
        pertama = [jejak.index(aksi) if aksi in jejak else -1 for aksi in kisah]
        j.pastikan(-1 not in pertama and pertama == sorted(pertama), f"jurnal {objek}: {jejak}")
        jumlah += len(jejak)
    return f"rantai utuh; {jumlah} jejak menceritakan perjalanan ini"
