"""The one step that helps this employee most, in a fixed order (screens §4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.kelengkapan import Kelengkapan, kelengkapan
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.katalog import PEMERIKSA, periksa
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.pengelola.models import Pembekuan, Pengangkatan
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan
from docservice.pengelola.surat_pakta import harus_berpakta
from docservice.riwayat.klarifikasi import ditanya
from docservice.riwayat.masa import riwayat_habis
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.kalimat import dalam_kalimat
from docservice.umum.waktu import tanggal_panjang
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import Verifikasi


@dataclass(frozen=True)
class Langkah:
    """What to do, why, and the button that does it."""

    judul: str
    kalimat: str
    tombol: str
    alamat: str
    keadaan: str
    ikon: str = "kamera"
    dokumen: Dokumen | None = None


@dataclass(frozen=True)
class LayananAnda:
    """A service that concerns this person now: what it is and how far the check is."""

    layanan: Layanan
    judul: str
    kalimat: str
    keadaan: str
    alamat: str


def langkah_berikutnya(
    pengguna: Pengguna, pegawai: Pegawai, layanan: list[tuple[Layanan, Pemeriksaan]]
) -> Langkah | None:
    """A statement to sign, a returned paper or proposal, a question to answer, then what is missing or not used."""
    for cari in (_pernyataan, _konfirmasi, _dikembalikan, _usulan_kembali, _ditanya, _btl, _bukti_siap):
        if ada := cari(pengguna, pegawai):
            return ada
    for untuk, hasil in layanan:
        if not hasil.tidak and (kurang := next((b for b in hasil.kurang if b.jenis_dokumen), None)):
            alamat = f"{reverse('dokumen:unggah')}?jenis={kurang.jenis_dokumen}&minor={kurang.minor}"
            kalimat = f"Dokumen ini diperlukan untuk layanan {dalam_kalimat(hasil.judul(untuk))}."
            return Langkah(f"Unggah {kurang.nama}", kalimat, "Foto atau pilih berkas", alamat, "belum_ada")
    isi = kelengkapan(pegawai, pengguna)
    return _belum_ada(isi) or _kedaluwarsa(isi, pegawai)


def _pernyataan(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    """A role that opens, or opens again, with one's signature."""
    menunggu = Pengangkatan.objects.milik(pengguna).filter(status=StatusPengangkatan.DITETAPKAN).first()
    if menunggu is not None:
        kalimat = f"Anda ditetapkan sebagai {menunggu.sebutan}. Aksesnya terbuka sesudah itu."
        alamat = reverse("pengelola:pengangkatan", args=[menunggu.pk])
        return Langkah("Tanda tangani pakta integritas", kalimat, "Buka pakta", alamat, "menunggu", "pena")
    if kurang := harus_berpakta(pengguna):
        kalimat = f"Peran Anda sebagai {kurang[0].sebutan} memerlukan pakta integritas yang masih berlaku."
        alamat = reverse("pengelola:pengangkatan", args=[kurang[0].pk])
        return Langkah("Tanda tangani pakta integritas", kalimat, "Buka pakta", alamat, "menunggu", "pena")
    beku = Pembekuan.objects.dinyatakan_oleh(pengguna).filter(status=StatusPembekuan.DIBEKUKAN).first()
    if beku is None:
        return None
    kalimat = f"Akses fasilitator Anda dibekukan sementara: {beku.temuan}"
    alamat = reverse("pengelola:pembekuan", args=[beku.pk])
    return Langkah("Tanda tangani surat kesanggupan", kalimat, "Buka surat", alamat, "dibekukan_sementara", "pena")


def _konfirmasi(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    """What a fasilitator filled in and nobody looks at before its owner says that it is right."""
    usulan = (
        Riwayat.objects.milik(pegawai).filter(status=StatusRiwayat.KONFIRMASI).select_related("dibuat_oleh").first()
    )
    if usulan is None:
        return None
    kalimat = f"{usulan.dibuat_oleh.nama} mengisikannya atas nama Anda. Belum diperiksa sebelum Anda mengonfirmasi."
    alamat = reverse("riwayat:usulan", args=[usulan.pk])
    return Langkah(
        f"Konfirmasi usulan {usulan.skema.nama.lower()}",
        kalimat,
        "Periksa isinya",
        alamat,
        "menunggu_konfirmasi",
        "pena",
    )


def _belum_ada(isi: Kelengkapan) -> Langkah | None:
    """A paper everyone should have; whoever says that there is none is not asked for it."""
    if not isi.belum_ada:
        return None
    slot = isi.pertama or isi.belum_ada[0]
    alamat = f"{reverse('dokumen:unggah')}?jenis={slot.jenis.kode}&minor={slot.minor}"
    kalimat = "Wajib ada di arsip setiap pegawai. Bila Anda tidak memilikinya, nyatakan itu di Arsip saya."
    return Langkah(f"Unggah {slot.nama}", kalimat, "Foto atau pilih berkas", alamat, "belum_ada")


def _kedaluwarsa(isi: Kelengkapan, pegawai: Pegawai) -> Langkah | None:
    """The paper that ran out last and has no successor."""
    habis = isi.perlu_diperbarui
    if not habis or habis[0].kedaluwarsa is None:
        return _riwayat_habis(pegawai)
    slot, sampai = habis[0], tanggal_panjang(habis[0].kedaluwarsa)
    alamat = f"{reverse('dokumen:unggah')}?jenis={slot.jenis.kode}&minor={slot.minor}"
    kalimat = f"Berlakunya sampai {sampai}. Unggah yang baru bila sudah ada."
    return Langkah(f"Perbarui {slot.nama}", kalimat, "Foto atau pilih berkas", alamat, "kedaluwarsa")


def _riwayat_habis(pegawai: Pegawai) -> Langkah | None:
    """A contract or certificate that ran out and was taken over without its paper."""
    habis = riwayat_habis(pegawai)
    if not habis:
        return None
    satu, sampai = habis[0]
    alamat = f"{reverse('dokumen:unggah')}?jenis={satu.skema.bukti_utama[0]}"
    kalimat = f"{satu.ringkas} berlaku sampai {tanggal_panjang(sampai)}. Unggah yang baru bila sudah ada."
    return Langkah(f"Perbarui {satu.skema.sebutan}", kalimat, "Foto atau pilih berkas", alamat, "kedaluwarsa")


def _dikembalikan(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    dokumen = Dokumen.objects.visible_to(pengguna).milik(pegawai).filter(status=StatusDokumen.DIKEMBALIKAN).first()
    if dokumen is None:
        return None
    putusan = Verifikasi.objects.terakhir_atas(dokumen)
    kalimat = kalimat_kembali(putusan) if putusan else "Perbaiki lalu unggah lagi."
    alamat = reverse("dokumen:unggah_ulang", args=[dokumen.pk])
    return Langkah(f"Foto ulang {dokumen.judul}", kalimat, "Foto ulang", alamat, "dikembalikan", dokumen=dokumen)


def _usulan_kembali(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    usulan = Riwayat.objects.milik(pegawai).filter(status=StatusRiwayat.DRAF).exclude(catatan="").first()
    if usulan is None:
        return None
    alamat = reverse("riwayat:usulan", args=[usulan.pk])
    judul = f"Perbaiki usulan {usulan.skema.nama.lower()}"
    return Langkah(judul, usulan.catatan, "Buka usulan", alamat, "dikembalikan", "pena")


def _ditanya(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    """An officer asked about a proposal and waits for the answer."""
    tanya = ditanya(pengguna)
    if tanya is None:
        return None
    alamat = f"{reverse('riwayat:usulan', args=[tanya.riwayat_id])}#perjalanan"
    judul = f"Jawab pertanyaan tentang {tanya.riwayat.skema.sebutan}"
    return Langkah(judul, tanya.isi, "Buka pertanyaannya", alamat, "ditanyakan", "info")


def _btl(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    permohonan = Permohonan.objects.filter(pegawai=pegawai, status=StatusPermohonan.BTL).first()
    if permohonan is None:
        return None
    alamat = reverse("layanan:permohonan", args=[permohonan.pk])
    return Langkah(
        f"Lengkapi {permohonan.judul}", permohonan.catatan, "Lengkapi sekarang", alamat, "btl", "panah-balik"
    )


def _bukti_siap(pengguna: Pengguna, pegawai: Pegawai) -> Langkah | None:
    """A decree that was read but proves no row yet."""
    siap = (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI)
    calon = (
        Dokumen.objects.visible_to(pengguna)
        .milik(pegawai)
        .filter(
            jenis__in=("SK_CPNS", "SK_KP"),
            status__in=siap,
            bukti_riwayat=None,
            sumber=Dokumen.Sumber.UNGGAHAN,
        )
    )
    dokumen = calon.first()
    if dokumen is None:
        return None
    alamat = f"{reverse('riwayat:baru')}?dokumen={dokumen.pk}"
    kalimat = "Isian dari dokumen ini sudah kami baca. Periksa, lalu ajukan sebagai riwayat golongan."
    return Langkah(f"Periksa isian {dokumen.judul}", kalimat, "Periksa isian", alamat, "siap", "pena", dokumen)


def pemeriksaan_layanan(pegawai: Pegawai) -> list[tuple[Layanan, Pemeriksaan]]:
    """The check of every open service that has one."""
    buka = Layanan.objects.filter(kode__in=PEMERIKSA, aktif=True)
    return [(satu, periksa(satu, pegawai)) for satu in buka if satu.dibuka]


def layanan_anda(pegawai: Pegawai, hasil: list[tuple[Layanan, Pemeriksaan]]) -> list[LayananAnda]:
    """What one could ask for, or nearly; what was asked for already is under way."""
    sedang = set(Permohonan.objects.terbuka().filter(pegawai=pegawai).values_list("layanan", flat=True))
    kartu: list[LayananAnda] = []
    for layanan, cek in hasil:
        if layanan.kode in sedang:
            continue
        judul = cek.judul(layanan)
        alamat = reverse("layanan:cek", args=[layanan.kode])
        if cek.tidak:
            kartu.append(LayananAnda(layanan, judul, cek.tidak[0].keterangan, "tidak_terpenuhi", alamat))
        elif cek.kurang:
            kalimat = f"Kurang {len(cek.kurang)} hal untuk mengajukan."
            kartu.append(LayananAnda(layanan, judul, kalimat, "belum_lengkap", alamat))
        else:
            kartu.append(LayananAnda(layanan, judul, "Anda dapat mengajukannya sekarang.", "lengkap", alamat))
    return kartu
