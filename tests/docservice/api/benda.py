"""Things of every kind for the doors of the API to be tried on, each made as its room leaves it."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.arsip.actions import minta_daftar
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.tanya import Tanya
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, JenisDokumen, PelepasanKarantina, VersiDokumen
from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.layanan.models import AturanLayanan, Layanan, Permohonan
from docservice.layanan.muat import KEPUTUSAN, muat_layanan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.models import DasarHukum, Kewenangan, Naskah, Paraf, Pencabutan
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import Daerah, Pegawai, Referensi
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan, Peninjauan
from docservice.rekonsiliasi.hasil import ke_json, ke_xlsx, susun
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat.models import BuktiRiwayat, Riwayat, RiwayatRahasia
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi.models import Sesi, Verifikasi
from docservice.verifikasi.status import StatusSesi
from tests.docservice.api.conftest import Kantor
from tests.docservice.factories import DokumenFactory, PegawaiFactory, PenugasanFactory

GOLONGAN: dict[str, Any] = {
    "sk_nomor": "823/0042/BKPSDM/2022",
    "sk_tanggal": "2022-02-01",
    "tmt_golongan": "2022-02-01",
    "golongan": "III/a",
    "jenis_kp": "211",
    "mk_golongan_tahun": 0,
    "mk_golongan_bulan": 0,
}


HUKDIS: dict[str, Any] = {
    "sk_nomor": "800.1.6.2/Kep.03/2026",
    "sk_tanggal": "2025-12-20",
    "tingkat": "R",
    "hukuman": "1",
    "tmt_hukuman": "2026-01-01",
}


def muat_aturan() -> None:
    muat_jenis_dokumen()
    muat_layanan()


def buat_pencabutan(kantor: Kantor, pemilik: Pegawai) -> dict[str, Any]:
    """A decree issued here, and another of which somebody said that it ended a third."""
    isi = {"status": StatusDokumen.TERVERIFIKASI, "tanggal": date(2026, 1, 5), "nomor": "800/1"}
    terbit, lama, baru = (buat_dokumen(pemilik, "SK_JAB", minor=n, sumber=s, **isi) for n, s in SK_BERTURUT)
    pencabutan = Pencabutan.objects.create(
        dokumen=lama,
        keputusan=baru,
        cara="dicabut",
        keputusan_nomor="800/1",
        keputusan_tanggal=date(2026, 1, 5),
        berlaku=date(2026, 1, 5),
        alasan="Keliru.",
        diusulkan_oleh=kantor.akun("pejabat"),
    )
    return {"terbit": terbit, "pencabutan": pencabutan}


SK_BERTURUT = (("1", "terbitan"), ("2", "terbitan"), ("3", "unggahan"))


def buat_catatan(kantor: Kantor, dokumen: Dokumen) -> RiwayatRahasia:
    """A confirmed punishment of the owner, which they may read; another, unconfirmed, waits behind it."""
    isi = {"pegawai": dokumen.pegawai, "jenis": "hukdis", "tmt": date(2026, 1, 1), "data": HUKDIS}
    lain = kantor.akun("pejabat")
    RiwayatRahasia.objects.create(dicatat_oleh=lain, **isi)
    return RiwayatRahasia.objects.create(
        dicatat_oleh=lain, diputus_oleh=kantor.akun("administrator"), status="disahkan", **isi
    )


def buat_rekonsiliasi(kantor: Kantor) -> dict[str, Any]:
    """One that waits for decisions about the owner, and a closed one with its result."""
    Daerah.objects.get_or_create(pk=1, defaults={"nama": "Uji", "jabatan_kepala": "GUBERNUR", "tempat": "Uji"})
    admin, pemilik, kini = kantor.akun("administrator"), kantor.orang["pemilik"], timezone.now()
    isi = {"nama": "siasn.csv", "sumber": "0" * 64, "per_tanggal": date(2026, 1, 1), "oleh": admin}
    semua = [
        Rekonsiliasi.objects.create(**isi, kunci=status, status=status, dibandingkan_pada=kini)
        for status in ("diputuskan", "menutup")
    ]
    orang = [
        OrangRekonsiliasi(
            rekonsiliasi=satu, nip=pemilik.nip, nama=pemilik.nama, pegawai=pemilik, unit=pemilik.unit, keadaan="beda"
        )
        for satu in semua
    ]
    for satu in OrangRekonsiliasi.objects.bulk_create(orang):
        Beda.objects.create(rekonsiliasi=satu.rekonsiliasi, orang=satu, bidang="tempat_lahir", kita="A", bkn="B")
    terbuka, ditutup = semua
    ditutup.ditutup_oleh, ditutup.ditutup_pada = admin, kini
    hasil = susun(ditutup)
    ditutup.hasil_json = gudang.arsip(rahasia=True).put(io.BytesIO(ke_json(hasil))).sha256
    ditutup.hasil_xlsx = gudang.arsip(rahasia=True).put(io.BytesIO(ke_xlsx(hasil))).sha256
    ditutup.status = "ditutup"
    ditutup.save()
    return {"rekonsiliasi": terbuka, "ditutup": ditutup}


def buat_peran(kantor: Kantor) -> dict[str, Any]:
    """The owner: proposed as administrator, with a pledge to sign, and once a fasilitator who was frozen."""
    pemilik, admin = kantor.orang["pemilik"], kantor.akun("administrator")
    tugas = kantor.akun("fasilitator_lain").penugasan.get()
    beku = PenugasanFactory.create(pengguna=pemilik.pengguna, peran=Peran.FASILITATOR, unit=kantor.unit, dibekukan=True)
    hari_ini = timezone.localdate()
    peninjauan = Peninjauan.objects.create(nama="Semester II", batas=hari_ini, oleh=admin)
    pembekuan = Pembekuan.objects.create(
        penugasan=beku, unit=kantor.unit, temuan="Lalai.", bukti="BA", dari=hari_ini, oleh=admin, pengganti=tugas
    )
    pembekuan.dibekukan.add(beku)
    return {
        "tugas": tugas,
        "pengangkatan": Pengangkatan.objects.create(
            pegawai=pemilik, peran=Peran.FASILITATOR, unit=kantor.unit, status="diusulkan", oleh=admin
        ),
        "pembekuan": pembekuan,
        "butir": ButirPeninjauan.objects.create(peninjauan=peninjauan, penugasan=tugas),
    }


def buat_acuan() -> None:
    Referensi.objects.get_or_create(tabel="agama", kode="1", defaults={"nama": "Islam"})


def buat_tanpa_surel(kantor: Kantor) -> Pengguna:
    """Somebody of the other unit who never signed in and has no office mail."""
    akun = PegawaiFactory.create(unit=kantor.unit_lain).pengguna
    assert akun is not None
    akun.surel = ""
    akun.set_unusable_password()
    akun.save()
    return akun


def buat_dokumen(pegawai: Pegawai, kode: str, **lain: Any) -> Dokumen:
    jenis = JenisDokumen.objects.get(pk=kode)
    return DokumenFactory.create(pegawai=pegawai, jenis=jenis, isi__teks=f"{jenis.nama} {pegawai.nama}", **lain)


def buat_karantina(kantor: Kantor) -> VersiDokumen:
    """A quarantined version whose release somebody has proposed."""
    isi = {"bersih": False, "status": StatusDokumen.GAGAL, "isi__status": StatusBerkas.KARANTINA}
    versi = buat_dokumen(kantor.orang["pemaraf"], "NPWP", **isi).versi_terkini
    PelepasanKarantina.objects.create(versi=versi, diusulkan_oleh=kantor.akun("staf_arsip"), alasan="Keliru dikenali.")
    return versi


def buat_usulan(pegawai: Pegawai, bukti: Dokumen) -> Riwayat:
    assert pegawai.pengguna is not None
    riwayat = Riwayat.objects.create(
        pegawai=pegawai,
        jenis="golongan",
        tmt=date(2022, 2, 1),
        data=GOLONGAN,
        status=StatusRiwayat.DIAJUKAN,
        diajukan_pada=timezone.now(),
        dibuat_oleh=pegawai.pengguna,
    )
    BuktiRiwayat.objects.create(riwayat=riwayat, dokumen=bukti)
    return riwayat


def buat_permohonan(pegawai: Pegawai, status: StatusPermohonan) -> Permohonan:
    """Several may be open at once here: each of another service."""
    assert pegawai.pengguna is not None
    urut = Permohonan.objects.count()
    layanan = Layanan.objects.get(pk="l" if urut == 0 else "abcdefg"[urut])
    return Permohonan.objects.create(
        layanan=layanan,
        nomor=f"KP-2026-{urut + 1:04d}",
        varian="101",
        pegawai=pegawai,
        status=status,
        data={"golongan_lama": "III/a", "golongan_baru": "III/b"},
        aturan_beku={"aturan": {a.kode: {"nilai": a.nilai, "dasar": a.dasar} for a in AturanLayanan.objects.all()}},
        dibuat_oleh=pegawai.pengguna,
    )


def buat_dasar_hukum(admin: Pengguna) -> None:
    DasarHukum.objects.create(
        kunci="PERDA1-2025",
        peringkat=DasarHukum.Peringkat.PERDA,
        tahun=2025,
        nomor=1,
        judul="Peraturan Daerah Nomor 1 Tahun 2025",
        berlaku_dari=date(2025, 1, 1),
        keputusan_nomor="800/1",
        keputusan_tanggal=date(2025, 1, 1),
        ditulis_oleh=admin,
    )


def buat_kewenangan(kantor: Kantor) -> Kewenangan:
    return Kewenangan.objects.create(
        jenis_naskah="sk_kenaikan_pangkat",
        golongan_dari="I/a",
        golongan_sampai="III/d",
        pejabat=kantor.orang["pejabat"],
        jabatan="SEKRETARIS DAERAH",
        **KEPUTUSAN,
    )


def buat_naskah(
    kantor: Kantor, kewenangan: Kewenangan, pegawai: Pegawai, tahap: StatusPermohonan, status: StatusNaskah
) -> Naskah:
    gambar = gudang.kerja().put(io.BytesIO(b"RIFF draf")).sha256
    permohonan = buat_permohonan(pegawai, tahap)
    naskah = Naskah.objects.create(
        permohonan=permohonan,
        jenis="sk_kenaikan_pangkat",
        pegawai=pegawai,
        data={"nama": pegawai.nama, "golongan_lama": "III/a", "golongan_baru": "III/b"},
        status=status,
        kewenangan=kewenangan,
        penanda_tangan=kewenangan.pejabat,
        draf_sha256=gudang.kerja().put(io.BytesIO(f"%PDF-1.7 draf {permohonan.pk}".encode())).sha256,
        gambar_draf=[[gambar, 1131, 1600]],
        disusun_oleh=kantor.akun("administrator"),
    )
    Paraf.objects.create(naskah=naskah, urutan=1, pejabat=kantor.orang["pemaraf"])
    return naskah


def buat_daftar(kantor: Kantor) -> PermintaanDaftar:
    """Of one's own papers, so that it can be fetched at once."""
    return minta_daftar(
        by=kantor.akun("pemilik"),
        tanya=Tanya("karpeg"),
        keperluan="melamar tugas belajar",
        bentuk="csv",
        jumlah=1,
        milik_sendiri=True,
    )


def buat_putusan(kantor: Kantor, dokumen: Dokumen) -> Verifikasi:
    versi = dokumen.versi_terkini
    isi = {"hasil": Verifikasi.Hasil.DIKEMBALIKAN, "alasan": [[1, "1"]]}
    return Verifikasi.objects.create(
        versi=versi, sha256=versi.sha256, oleh=kantor.akun("fasilitator"), dasar_tugas="uji", **isi
    )


def buat_sesi(kantor: Kantor, dokumen: Dokumen) -> Sesi:
    """A sitting of the fasilitator that has ended, with one decision."""
    putusan = buat_putusan(kantor, dokumen)
    sesi = Sesi.objects.create(oleh=putusan.oleh, status=StatusSesi.BERAKHIR, selesai=timezone.now())
    Verifikasi.objects.filter(pk=putusan.pk).update(sesi=sesi)
    return sesi


def jadikan_fasilitator(kantor: Kantor, nama: str) -> None:
    PenugasanFactory.create(pengguna=kantor.akun(nama), peran=Peran.FASILITATOR, unit=kantor.unit)
