"""One thing of every kind, all of them about the same person, for asking who may do what to it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from docservice.akun.models import Pengguna, Penugasan, TokenApi
from docservice.antrean.models import Job, StatusJob
from docservice.arsip.models import PencarianTersimpan, PermintaanDaftar
from docservice.borongan.models import Borongan
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen, Ketiadaan, Kiriman, VersiDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.models import Pemutakhiran
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.masukan.models import Masukan
from docservice.naskah.models import Kewenangan, LaporanPemalsuan, Naskah, Pencabutan
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import HariLibur, Pegawai, UnitKerja
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.riwayat.models import Riwayat, RiwayatRahasia
from docservice.verifikasi.models import Sesi, Verifikasi
from tests.docservice.api import benda
from tests.docservice.api.conftest import Kantor


@dataclass
class Dunia:
    pemilik: Pegawai
    dokumen: Dokumen
    bukti: Dokumen
    rahasia: Dokumen
    riwayat: Riwayat
    permohonan: Permohonan
    naskah: Naskah
    siap: Naskah
    putusan: Verifikasi
    sesi: Sesi
    token: TokenApi
    kiriman: Kiriman
    tersimpan: PencarianTersimpan
    daftar: PermintaanDaftar
    macet: Job
    karantina: VersiDokumen
    borongan: Borongan
    masukan: Masukan
    tugas: Penugasan
    pengangkatan: Pengangkatan
    pembekuan: Pembekuan
    butir: ButirPeninjauan
    unit: UnitKerja
    pemutakhiran: Pemutakhiran
    catatan: RiwayatRahasia
    ketiadaan: Ketiadaan
    rekonsiliasi: Rekonsiliasi
    ditutup: Rekonsiliasi
    palsu: LaporanPemalsuan
    terbit: Dokumen
    pencabutan: Pencabutan
    libur: HariLibur
    kewenangan: Kewenangan
    tanpa_surel: Pengguna

    def jalur(self, pola: str, **lain: str) -> str:
        nomor = {bidang.name: getattr(self, bidang.name).pk for bidang in fields(self)}
        jenis = "sk_kenaikan_pangkat"
        return pola.format(
            **nomor,
            nip=self.pemilik.nip,
            kode="bukan-kode-yang-ada",
            jenis=jenis,
            hukum="PERDA1-2025",
            bentuk="json",
            kertas="NPWP",
            kode_layanan="l",
            macam="kewenangan",
            tabel="agama",
            peninjauan=self.butir.peninjauan_id,
            orang=self.tugas.pengguna_id,
            **lain,
        )


def bangun(kantor: Kantor) -> Dunia:
    benda.muat_aturan()
    benda.buat_acuan()
    pemilik, admin = kantor.orang["pemilik"], kantor.akun("administrator")
    dokumen = benda.buat_dokumen(pemilik, "KARPEG", isi__bertanda_tangan=1)
    bukti = benda.buat_dokumen(pemilik, "SK_CPNS", nomor=benda.GOLONGAN["sk_nomor"])
    rahasia = benda.buat_dokumen(pemilik, "SK_HUKDIS", dibuat_oleh=admin, status=StatusDokumen.TERVERIFIKASI)
    permohonan = benda.buat_permohonan(pemilik, StatusPermohonan.FASILITATOR)
    kewenangan = benda.buat_kewenangan(kantor)
    bangun_ulang()
    benda.buat_dasar_hukum(admin)
    return Dunia(
        pemilik=pemilik,
        dokumen=dokumen,
        bukti=bukti,
        rahasia=rahasia,
        riwayat=benda.buat_usulan(pemilik, bukti),
        permohonan=permohonan,
        naskah=benda.buat_naskah(kantor, kewenangan, pemilik, StatusPermohonan.PARAF, StatusNaskah.PARAF),
        siap=benda.buat_naskah(kantor, kewenangan, pemilik, StatusPermohonan.TTE, StatusNaskah.TTE),
        putusan=benda.buat_putusan(kantor, bukti),
        sesi=benda.buat_sesi(kantor, bukti),
        palsu=LaporanPemalsuan.objects.create(uraian="Kop suratnya lain."),
        ketiadaan=Ketiadaan.objects.create(pegawai=pemilik, jenis_id="KK", alasan="Hilang."),
        **benda.buat_pencabutan(kantor, pemilik),
        kewenangan=kewenangan,
        tanpa_surel=benda.buat_tanpa_surel(kantor),
        libur=HariLibur.objects.create(
            tanggal=date(2026, 1, 1),
            nama="Tahun Baru",
            jenis="nasional",
            keputusan_nomor="1",
            keputusan_tanggal=date(2025, 9, 1),
            dicatat_oleh=admin,
        ),
        token=TokenApi.terbitkan(kantor.akun("pemilik"), nama="lain", cakupan=["baca"])[0],
        kiriman=Kiriman.objects.create(pengguna=kantor.akun("pemilik"), nama_berkas="k.pdf", ukuran=9),
        tersimpan=PencarianTersimpan.objects.create(pengguna=kantor.akun("pemilik"), nama="saya", tanya="q=karpeg"),
        daftar=benda.buat_daftar(kantor),
        macet=Job.objects.create(jenis="dokumen.indeks", subjek="0", kunci="uji-macet", status=StatusJob.MACET),
        karantina=benda.buat_karantina(kantor),
        borongan=Borongan.objects.create(oleh=kantor.akun("fasilitator"), nama="sk.zip", kunci="uji"),
        masukan=Masukan.objects.create(jenis="usul", isi="uji", oleh=kantor.akun("pemilik"), sebagai="Pegawai"),
        unit=kantor.unit,
        pemutakhiran=Pemutakhiran.objects.create(
            judul="uji", unit=kantor.unit, mulai=date(2026, 1, 1), tenggat=date(2026, 2, 1), dibuat_oleh=admin
        ),
        catatan=benda.buat_catatan(kantor, rahasia),
        **benda.buat_rekonsiliasi(kantor),
        **benda.buat_peran(kantor),
    )
