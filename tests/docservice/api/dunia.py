"""One thing of every kind, all of them about the same person, for asking who may do what to it."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from docservice.akun.models import Pengguna, Penugasan, TokenApi
from docservice.akun.peran import Peran
from docservice.antrean.models import Job, StatusJob
from docservice.arsip.actions import minta_daftar
from docservice.arsip.models import PencarianTersimpan, PermintaanDaftar
from docservice.arsip.tanya import Tanya
from docservice.borongan.models import Borongan
from docservice.dokumen import gudang
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen, JenisDokumen, Ketiadaan, Kiriman, PelepasanKarantina, VersiDokumen
from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.laporan.models import Pemutakhiran
from docservice.layanan.models import AturanLayanan, Layanan, Permohonan
from docservice.layanan.muat import KEPUTUSAN, muat_layanan
from docservice.layanan.status import StatusPermohonan
from docservice.masukan.models import Masukan
from docservice.naskah.models import DasarHukum, Kewenangan, LaporanPemalsuan, Naskah, Paraf, Pencabutan
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import Daerah, HariLibur, Pegawai, UnitKerja
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan, Peninjauan
from docservice.rekonsiliasi.hasil import ke_json, ke_xlsx, susun
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat.models import BuktiRiwayat, Riwayat, RiwayatRahasia
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi.models import Sesi, Verifikasi
from docservice.verifikasi.status import StatusSesi
from tests.docservice.api.conftest import Kantor
from tests.docservice.factories import DokumenFactory, PenugasanFactory

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
            peninjauan=self.butir.peninjauan_id,
            orang=self.tugas.pengguna_id,
            **lain,
        )


def muat_aturan() -> None:
    muat_jenis_dokumen()
    muat_layanan()


def bangun(kantor: Kantor) -> Dunia:
    muat_aturan()
    pemilik, admin = kantor.orang["pemilik"], kantor.akun("administrator")
    dokumen = buat_dokumen(pemilik, "KARPEG", isi__bertanda_tangan=1)
    bukti = buat_dokumen(pemilik, "SK_CPNS", nomor=GOLONGAN["sk_nomor"])
    rahasia = buat_dokumen(pemilik, "SK_HUKDIS", dibuat_oleh=admin, status=StatusDokumen.TERVERIFIKASI)
    permohonan = buat_permohonan(pemilik, StatusPermohonan.FASILITATOR)
    kewenangan = buat_kewenangan(kantor)
    bangun_ulang()
    buat_dasar_hukum(admin)
    return Dunia(
        pemilik=pemilik,
        dokumen=dokumen,
        bukti=bukti,
        rahasia=rahasia,
        riwayat=buat_usulan(pemilik, bukti),
        permohonan=permohonan,
        naskah=buat_naskah(kantor, kewenangan, pemilik, StatusPermohonan.PARAF, StatusNaskah.PARAF),
        siap=buat_naskah(kantor, kewenangan, pemilik, StatusPermohonan.TTE, StatusNaskah.TTE),
        putusan=buat_putusan(kantor, bukti),
        sesi=buat_sesi(kantor, bukti),
        palsu=LaporanPemalsuan.objects.create(uraian="Kop suratnya lain."),
        ketiadaan=Ketiadaan.objects.create(pegawai=pemilik, jenis_id="KK", alasan="Hilang."),
        **buat_pencabutan(kantor, pemilik),
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
        daftar=buat_daftar(kantor),
        macet=Job.objects.create(jenis="dokumen.indeks", subjek="0", kunci="uji-macet", status=StatusJob.MACET),
        karantina=buat_karantina(kantor),
        borongan=Borongan.objects.create(oleh=kantor.akun("fasilitator"), nama="sk.zip", kunci="uji"),
        masukan=Masukan.objects.create(jenis="usul", isi="uji", oleh=kantor.akun("pemilik"), sebagai="Pegawai"),
        unit=kantor.unit,
        pemutakhiran=Pemutakhiran.objects.create(
            judul="uji", unit=kantor.unit, mulai=date(2026, 1, 1), tenggat=date(2026, 2, 1), dibuat_oleh=admin
        ),
        catatan=buat_catatan(kantor, rahasia),
        **buat_rekonsiliasi(kantor),
        **buat_peran(kantor),
    )


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
    return {
        "tugas": tugas,
        "pengangkatan": Pengangkatan.objects.create(
            pegawai=pemilik, peran=Peran.FASILITATOR, unit=kantor.unit, status="diusulkan", oleh=admin
        ),
        "pembekuan": Pembekuan.objects.create(
            penugasan=beku, unit=kantor.unit, temuan="Lalai.", bukti="BA", dari=hari_ini, oleh=admin, pengganti=tugas
        ),
        "butir": ButirPeninjauan.objects.create(peninjauan=peninjauan, penugasan=tugas),
    }


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


def isi(dunia: Dunia, cara: str, pola: str) -> dict[str, Any]:
    """A body, or query, that the door itself does not refuse."""
    sidik = dunia.dokumen.versi_terkini.sha256
    usulan = {"data": GOLONGAN, "bukti": [dunia.bukti.pk], "pernyataan": True}
    tetap: dict[tuple[str, str], dict[str, Any]] = {
        ("POST", "token/"): {"nama": "uji", "cakupan": ["baca"]},
        ("POST", "dokumen/{dokumen}/verifikasi/"): {"basis": "asli", "halaman_dilihat": [1], "sha256": sidik},
        ("POST", "dokumen/{dokumen}/kembalikan/"): {"alasan": [{"halaman": 1, "kode": "1"}], "sha256": sidik},
        ("POST", "dokumen/{dokumen}/penjelasan/"): {"penjelasan": "NIP lama."},
        ("POST", "dokumen/{dokumen}/urutan/"): {"nomor": [2, 1]},
        ("POST", "riwayat/"): {"jenis": "golongan", **usulan},
        ("POST", "riwayat/{riwayat}/konfirmasi/"): {"pernyataan": True},
        ("POST", "riwayat/{riwayat}/tolak-konfirmasi/"): {"catatan": "Tidak benar."},
        ("POST", "kelengkapan/tidak-dimiliki/"): {"jenis": "SK_PNS", "alasan": "Hilang."},
        ("POST", "kabar/surel/"): {"surel_kabar": "harian"},
        ("POST", "riwayat/{riwayat}/klarifikasi/"): {"isi": "Apakah TMT-nya benar?"},
        ("GET", "riwayat/saran/"): {"jenis": "golongan", "dokumen": dunia.bukti.pk},
        ("POST", "riwayat/{riwayat}/ajukan/"): usulan,
        ("GET", "layanan/l/periksa/"): {"pegawai": dunia.pemilik.nip},
        ("GET", "kelengkapan/"): {"pegawai": dunia.pemilik.nip},
        ("POST", "permohonan/"): {"layanan": "l", "pernyataan": True},
        ("POST", "permohonan/{permohonan}/pertek/"): {"nomor": "PG-1", "tanggal": "2026-01-10"},
        **{
            ("POST", f"permohonan/{{permohonan}}/{satu}/"): {"alasan": "Perbaiki.", "kode": "lain"}
            for satu in ("btl", "tms", "tolak")
        },
        ("POST", "permohonan/{permohonan}/pesan/"): {"isi": "Halo."},
        ("POST", "permohonan/{permohonan}/keberatan/jawab/"): {"putusan": "ditolak", "jawaban": "Tidak."},
        ("POST", "pencabutan/"): {
            **{"dokumen": dunia.terbit.pk, "keputusan": dunia.pencabutan.keputusan_id, "cara": "dicabut"},
            **{"berlaku": "2026-01-06", "alasan": "Keliru."},
        },
        ("POST", "pencabutan/{pencabutan}/tolak/"): {"catatan": "Masih berlaku."},
        ("POST", "aturan/hari-libur/"): {
            **{"daftar": [{"tanggal": "2026-01-02", "nama": "Uji"}], "keputusan_nomor": "1"},
            **{"keputusan_tanggal": "2025-09-01"},
        },
        ("POST", "aturan/hari-libur/{libur}/cabut/"): {"alasan": "Keliru."},
        ("POST", "cek/laporan/"): {"uraian": "Kop suratnya lain."},
        ("POST", "pemalsuan/{palsu}/tangani/"): {"hasil": "terbukti", "tindakan": "Dilaporkan."},
        ("POST", "naskah/{naskah}/tidak-ditandatangani/"): {"bukti": "Portal penyedia."},
        ("POST", "naskah/"): {"permohonan": dunia.permohonan.pk},
        ("POST", "naskah/jenis/{jenis}/periksa/"): {"teks": "= DIKTUM\nSatu.\n"},
        ("PATCH", "naskah/{naskah}/"): {"perubahan": {"mengingat": "lengkap"}},
        ("POST", "naskah/{naskah}/paraf/"): {"sha256": dunia.naskah.draf_sha256},
        ("POST", "tanda-tangan/"): {
            "naskah": [{"naskah": dunia.siap.pk, "draf_sha256": "0" * 64}],
            "passphrase": "bukan-rahasia",
        },
        ("GET", "statistik/pegawai/"): {"per": "unit"},
        ("POST", "laporan/pemutakhiran/"): {
            "judul": "uji",
            "unit": dunia.unit.pk,
            "dokumen": ["KARPEG"],
            "tenggat": "2099-01-01",
        },
        ("POST", "laporan/evaluasi/{unit}/"): {"isi": "uji"},
        ("POST", "laporan/evaluasi/pegawai/{nip}/"): {"isi": "uji"},
        ("POST", "masukan/"): {"jenis": "usul", "isi": "uji"},
        ("POST", "masukan/{masukan}/jawab/"): {"jawaban": "uji"},
        ("GET", "arsip/saran/"): {"q": "kar"},
        ("GET", "arsip/orang/"): {"q": "uji"},
        ("POST", "arsip/tersimpan/"): {"nama": "kartu", "tanya": "q=karpeg"},
        ("POST", "arsip/daftar/"): {"tanya": "q=karpeg", "keperluan": "melamar tugas belajar"},
        ("POST", "arsip/daftar/{daftar}/putuskan/"): {"setuju": True},
        ("PATCH", "borongan/{borongan}/baris/"): {"baris": [{"urutan": 0}]},
        ("POST", "rekonsiliasi/{rekonsiliasi}/putuskan/"): {
            "beda": [Beda.objects.get(rekonsiliasi=dunia.rekonsiliasi).pk],
            "putusan": "tunda",
            "alasan": "Menunggu akta.",
        },
    }
    if pola in ("dokumen/", "cek/", "naskah/{naskah}/hasil-penyedia/") and cara == "POST":
        berkas = SimpleUploadedFile("k.pdf", b"%PDF-1.7 unggahan uji", content_type="application/pdf")
        return {"berkas": berkas, "jenis": "KARPEG", "pegawai": dunia.pemilik.nip}
    if pola == "rekonsiliasi/" and cara == "POST":
        return {"berkas": SimpleUploadedFile("k.csv", b"NIP,NAMA\n1,2\n"), "per_tanggal": "2026-01-01"}
    if pola == "borongan/" and cara == "POST":
        return {"berkas": SimpleUploadedFile("k.pdf", b"%PDF-1.7 unggahan uji", content_type="application/pdf")}
    tetap |= isi_peran(dunia)
    kata = {"catatan": "Perbaiki.", "alasan": "Perbaiki."}
    return tetap.get((cara, pola), kata if cara == "POST" else {})


def isi_peran(dunia: Dunia) -> dict[tuple[str, str], dict[str, Any]]:
    """Bodies of the doors to roles, moves and units."""
    hari = "2026-01-10"
    sk = {"sk_nomor": "SK-1", "sk_tanggal": hari}
    dasar = {"sejak": hari, "dasar_nomor": "Pergub 1", "dasar_tanggal": hari}
    usul = {"usul_nomor": "U-1", "usul_tanggal": hari, "mampu_komputer": True, "paham_kepegawaian": True}
    orang = {"nip": Pegawai.objects.get(pengguna__nama="Rekan Uji").nip, "unit": dunia.unit.pk}
    pengganti = Pegawai.objects.get(pengguna__nama="Pejabat Uji").nip
    return {
        ("POST", "riwayat-rahasia/"): {
            "pegawai": dunia.pemilik.nip,
            "jenis": "hukdis",
            "data": HUKDIS,
            "bukti": [],
        },
        ("POST", "riwayat-rahasia/{catatan}/sahkan/"): {"basis": "asli"},
        ("POST", "peran/"): {**orang, **sk, "berkas": dunia.bukti.pk, "peran": "kepala_pd", "dari": hari},
        ("POST", "peran/{tugas}/akhiri/"): {"terakhir": hari, "alasan": "SK 1"},
        ("POST", "peran/{tugas}/bekukan/"): {"temuan": "Lalai.", "bukti": "BA", "pengganti": pengganti},
        ("POST", "pengangkatan/"): {**orang, **usul},
        ("POST", "pengangkatan/tetapkan/"): {
            "pengangkatan": [dunia.pengangkatan.pk],
            "berkas": dunia.bukti.pk,
            "mulai": hari,
            **sk,
        },
        ("POST", "pembekuan/{pembekuan}/ketahui/"): {"sha256": "1" * 64},
        ("POST", "peninjauan/"): {"nama": "Tahunan", "batas": "2030-01-01"},
        ("POST", "peninjauan/butir/{butir}/"): {"putusan": "tetap"},
        ("POST", "pegawai/{nip}/akun/"): {"aktif": False, "alasan": "Pensiun."},
        ("POST", "pegawai/{nip}/perpindahan/"): {"unit": dunia.tugas.unit_id, "tmt": hari, **sk},
        ("POST", "unit/"): {"nama": "Baru", "induk": dunia.unit.pk, **dasar},
        ("POST", "unit/{unit}/nama/"): {"nama": "Lain", **dasar},
        ("POST", "unit/{unit}/induk/"): {"induk": dunia.tugas.unit_id, **dasar},
        ("POST", "unit/{unit}/tutup/"): {"penerus": dunia.tugas.unit_id, **dasar},
    }
