"""The state of every part the service stands on (screens §5.15)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django.utils.text import slugify

import sandbox
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean.models import Job, StatusJob
from docservice.arsip.models import GudangTerjaga, PutaranKeutuhan
from docservice.audit.models import Jejak, KepalaJurnal
from docservice.dokumen import gudang
from docservice.dokumen.indeks import indeks
from docservice.dokumen.jaga_pemindai import belum_dijawab
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.naskah.penyedia import keadaan_penanda, penanda, penanda_waktu
from docservice.umum.waktu import tanggal_jam
from search import EngineMissing, check_reader
from signing import SignerMissing

BAIK, TERGANGGU, MATI = "baik", "terganggu", "mati"
SUNYI = timedelta(seconds=60)
SEBELUM_HABIS = timedelta(days=30)
"""A new certificate takes weeks to get."""
CADANGAN_USANG = timedelta(days=2)
TANDA_USANG = timedelta(days=7)
PUTARAN_TERLAMA = timedelta(days=90)
"""Within which every stored byte is to be looked at again."""


@dataclass(frozen=True)
class Bagian:
    """One dependency: state and since when, detail for operators, what users notice, what to do."""

    nama: str
    keadaan: str
    rincian: str
    tindakan: str = ""
    sejak: datetime | None = None


def periksa_semua() -> list[Bagian]:
    """Ask every part; a question that fails is an answer."""
    return [_sejak(_tanya(nama, fungsi, tindakan)) for nama, fungsi, tindakan in PERTANYAAN]


def _sejak(bagian: Bagian) -> Bagian:
    """Since when it is as it is, as far as somebody looked; forgotten with the cache."""
    kunci, kini = f"sehat:{slugify(bagian.nama)}", timezone.now()
    try:
        lama = cache.get(kunci)
        if not lama or lama[0] != bagian.keadaan:
            lama = (bagian.keadaan, kini)
            cache.set(kunci, lama, None)
    except Exception:  # the cache may be what is broken
        return bagian
    return replace(bagian, sejak=lama[1])


def _tanya(nama: str, fungsi: Callable[[], tuple[str, str]], tindakan: str) -> Bagian:
    try:
        keadaan, rincian = fungsi()
    except Exception as error:  # a health page must answer whatever is broken
        keadaan, rincian = MATI, type(error).__name__
    return Bagian(nama, keadaan, rincian, "" if keadaan == BAIK else tindakan)


def _basis_data() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return BAIK, connection.vendor


def _penyimpanan() -> tuple[str, str]:
    bebas = shutil.disk_usage(Path(settings.VAR_DIR)).free
    cukup = gudang.ruang_cukup(10 * settings.UPLOAD_LIMIT)
    return (BAIK if cukup else TERGANGGU), f"ruang bebas {bebas // 1_000_000_000} GB"


def _pemindai() -> tuple[str, str]:
    sehat = gudang.pemindai().health(thorough=True)
    if not sehat.available:
        return MATI, sehat.detail or "tidak menjawab"
    terbit, kini = sehat.signatures_date, timezone.now()
    rincian = f"{sehat.engine}; tanda virus {tanggal_jam(terbit) if terbit else 'basis uji tanpa tanggal'}"
    if sehat.fails_open:
        return (
            TERGANGGU,
            f"{rincian}; menyebut bersih yang terlalu besar baginya: isi AlertExceedsMax yes di clamd.conf",
        )
    if sehat.stale:
        batas = settings.CLAMD_MAX_AGE_DAYS
        return MATI, f"{rincian}; lebih dari {batas} hari atau tanpa tanggal, tidak ada yang dinyatakan bersih"
    if lama := belum_dijawab().count():
        return TERGANGGU, f"{rincian}; {lama} berkas belum dijawab lebih dari 15 menit"
    return (TERGANGGU if terbit and kini - terbit > TANDA_USANG else BAIK), rincian


def _indeks() -> tuple[str, str]:
    tertinggal = PesanIndeks.objects.filter(dibuat_pada__lt=timezone.now() - SUNYI).count()
    jumlah, semua = indeks().count(), Dokumen.objects.filter(bersih=True).count()
    if jumlah < semua and not PesanIndeks.objects.exists():
        return TERGANGGU, f"berisi {jumlah} dari {semua} dokumen"
    return (TERGANGGU, f"tertinggal {tertinggal} dokumen") if tertinggal else (BAIK, f"{jumlah} dokumen")


def _antrean() -> tuple[str, str]:
    macet = Job.objects.filter(status=StatusJob.MACET).count()
    siap = Job.objects.siap().order_by("berikutnya")
    tertua = siap.first()
    lama = timezone.now() - tertua.berikutnya if tertua else timedelta()
    tertua_kata = f", tertua {max(0, round(lama.total_seconds()))} detik" if tertua else ""
    rincian = f"{siap.count()} menunggu{tertua_kata}, {macet} macet"
    return (TERGANGGU if macet or lama > SUNYI else BAIK), rincian


def _penanda_waktu() -> tuple[str, str]:
    habis = penanda_waktu().good_until()
    keadaan = BAIK if habis - timezone.now() > SEBELUM_HABIS else TERGANGGU
    return keadaan, f"{settings.TSA_URLS[0]}; sertifikatnya sampai {tanggal_jam(habis)}"


def _penanda_tangan() -> tuple[str, str]:
    siap, rincian = keadaan_penanda()
    return (BAIK if siap else MATI), rincian


def _sertifikat() -> tuple[str, str]:
    """Of everybody who may sign today: whose certificate is missing, and whose ends first."""
    habis, tanpa = [], []
    for pejabat in _penanda_tangan_hari_ini():
        try:
            habis.append((penanda().identity(pejabat.nip).not_after, pejabat.nama))
        except SignerMissing:
            tanpa.append(pejabat.nama)
    if tanpa and penanda().name not in {"bsre", "csc"}:  # those keep them; what is not pinned is only not known here
        return TERGANGGU, f"belum ada: {', '.join(tanpa)}"
    if not habis:
        return BAIK, "disimpan penyedia" if tanpa else "belum ada pejabat penanda tangan"
    kapan, nama = min(habis)
    keadaan = BAIK if kapan - timezone.now() > SEBELUM_HABIS else TERGANGGU
    return keadaan, f"paling dahulu berakhir {tanggal_jam(kapan)} ({nama})"


def _penanda_tangan_hari_ini() -> list[Pengguna]:
    tugas = Penugasan.objects.berlaku().filter(peran__in=(Peran.PEJABAT, Peran.KEPALA_BKPSDM))
    return list(Pengguna.objects.filter(is_active=True, penugasan__in=tugas).distinct().order_by("nama"))


def _jurnal() -> tuple[str, str]:
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    return BAIK, f"{kepala.nomor if kepala else 0} entri"


def _keutuhan() -> tuple[str, str]:
    """How far the walk through the archive has come (it goes by hash), how long a whole one takes as fast as it goes,
    and what was found in any store since its last end."""
    putaran = PutaranKeutuhan.objects.filter(pk=GudangTerjaga.ARSIP).first()
    tuntas = putaran.tuntas_pada if putaran else None
    temuan = Jejak.objects.filter(aksi__startswith="keutuhan.", waktu__gt=tuntas or timezone.now() - SEBELUM_HABIS)
    rusak = sum(not satu.rincian.get("pulih") for satu in temuan)
    if putaran and putaran.setelah:
        kata = f"diperiksa {int(putaran.bagian * 100)}%"
    else:
        kata = f"diperiksa seluruhnya {tanggal_jam(tuntas)}" if tuntas else "belum pernah diperiksa seluruhnya"
    lama = putaran.sepenuhnya if putaran else None
    if lama is not None:
        kata = f"{kata}, satu putaran penuh ± {ceil(lama / timedelta(days=1))} hari"
    if rusak:
        return TERGANGGU, f"{kata}, {rusak} berkas rusak"
    if lama is not None and lama > PUTARAN_TERLAMA:
        return TERGANGGU, f"{kata}, batasnya {PUTARAN_TERLAMA.days} hari: naikkan FIXITY_DAILY_MB"
    return BAIK, kata


def _cadangan() -> tuple[str, str]:
    """The last copy made by *backup*; an installation that is copied by other means records none here."""
    terakhir = Jejak.objects.filter(aksi="cadangan.dibuat").order_by("-nomor").first()
    if terakhir is None:
        return BAIK, "tidak dicatat di sini"
    segar = timezone.now() - terakhir.waktu < CADANGAN_USANG
    return (BAIK if segar else TERGANGGU), tanggal_jam(terakhir.waktu)


PAGAR = {"no_network": "jaringan", "places": "berkas lain", "filter": "panggilan sistem"}
"""What a parser is kept from, beside the plain limits: the part of the machine, by the name of the capability."""


def _isolasi() -> tuple[str, str]:
    """A machine that keeps less apart is said to; it is not a disturbance, for the limits hold everywhere."""
    try:
        ada = sandbox.capabilities()
    except sandbox.Unsafe:
        return MATI, "proses anak tidak menjawab"
    tertutup = ", ".join(kata for nama, kata in PAGAR.items() if ada[nama])
    terbuka = ", ".join(kata for nama, kata in PAGAR.items() if not ada[nama])
    bagian = ["batas sumber daya", f"tertutup: {tertutup}" if tertutup else ""]
    return BAIK, "; ".join(filter(None, [*bagian, f"tidak tersedia di mesin ini: {terbuka}" if terbuka else ""]))


def _pembaca() -> tuple[str, str]:
    if settings.PEMBACA == "tesseract":
        return BAIK, "Tesseract saja"
    try:
        check_reader()
    except EngineMissing as masalah:
        return TERGANGGU, str(masalah)
    return BAIK, "cepat, dengan Tesseract untuk halaman yang sulit"


PERTANYAAN: tuple[tuple[str, Callable[[], tuple[str, str]], str], ...] = (
    ("Basis data", _basis_data, "Periksa server basis data."),
    ("Penyimpanan berkas", _penyimpanan, "Unggahan ditolak bila ruang habis. Tambah ruang simpan."),
    (
        "Pemindai virus",
        _pemindai,
        "Unggahan menunggu; tidak ada berkas yang hilang. Jalankan ulang clamd, atau perbarui tanda virusnya.",
    ),
    ("Indeks pencarian", _indeks, "Dokumen baru belum dapat dicari. Jalankan ulang pekerja, lalu reindex."),
    ("Antrean", _antrean, "Berkas baru menunggu diproses. Jalankan ulang pekerja."),
    (
        "Penanda waktu (TSA)",
        _penanda_waktu,
        "Tanpanya naskah tidak dapat ditandatangani. Periksa alamat dan sertifikat TSA.",
    ),
    (
        "Penyedia tanda tangan",
        _penanda_tangan,
        "Naskah belum dapat ditandatangani. Pasang sertifikat pejabat, atau periksa server penyedia.",
    ),
    ("Sertifikat pejabat", _sertifikat, "Pejabat tanpa sertifikat tidak dapat menandatangani. Mintakan yang baru."),
    ("Keutuhan berkas", _keutuhan, "Bila ada berkas yang berubah atau hilang, jalankan fixity --pulihkan."),
    ("Jurnal", _jurnal, "Jalankan audit_verify."),
    ("Cadangan", _cadangan, "Salinan terakhir lebih dari dua hari lalu. Jalankan backup."),
    ("Pembaca tulisan", _pembaca, "Tesseract membaca sendiri, lebih lambat. Jalankan python -m search prepare."),
    ("Isolasi pengurai", _isolasi, "Berkas tidak dapat dibaca dengan aman. Periksa proses anak."),
)


def ringkas(bagian: list[Bagian]) -> str:
    """The public sentence."""
    if any(b.keadaan == MATI and b.nama == "Basis data" for b in bagian):
        return "Layanan sedang tidak tersedia"
    return "Semua layanan berjalan" if all(b.keadaan == BAIK for b in bagian) else "Sebagian layanan terganggu"
