"""Verbs on services: requirements, days per stage, open or closed, as versions from a day on (Law 10; BABEL 10(5))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.aturan.penetapan import Penetapan, check_urutan, tolak_bila
from docservice.aturan.permissions import check_may_atur
from docservice.audit.jurnal import catat
from docservice.dokumen.models import JenisDokumen, VersiJenisDokumen
from docservice.layanan.katalog import BERSYARAT, PEMERIKSA, VARIAN
from docservice.layanan.models import Layanan, Permohonan, SyaratLayanan, TahapLayanan, VersiLayanan
from docservice.layanan.status import PERJALANAN, StatusPermohonan
from docservice.umum.errors import IsianSalah

TAHAP = tuple(str(satu) for satu in PERJALANAN if satu != StatusPermohonan.SELESAI)
PALING_LAMA, PALING_BANYAK_TAHUN = 260, 10
"""Working days of one stage; years of a yearly paper."""


@dataclass(frozen=True)
class Syarat:
    """One required paper; ``bila`` a condition of the service's catalogue, ``tahun_terakhir`` for yearly kinds."""

    jenis: str
    wajib: bool = True
    tahun_terakhir: int = 0
    bila: str = ""


@dataclass(frozen=True)
class AturanBaru:
    """The whole setting of a service: ``tahap`` is (state, working days)."""

    dibuka: bool
    syarat: tuple[Syarat, ...]
    tahap: tuple[tuple[str, int], ...]


def terakhir(layanan: Layanan) -> VersiLayanan | None:
    """The version after which nothing comes yet."""
    return layanan.versi.filter(berlaku_sampai=None).first()


def aturan_terakhir(layanan: Layanan) -> AturanBaru:
    """What the last version says, or what we ship."""
    versi = terakhir(layanan)
    syarat = SyaratLayanan.objects.filter(layanan=layanan, berlaku_sampai=None)
    tahap = TahapLayanan.objects.filter(layanan=layanan, berlaku_sampai=None)
    return AturanBaru(
        dibuka=versi.dibuka if versi else layanan.dibuka,
        syarat=tuple(Syarat(s.jenis_id, s.wajib, s.tahun_terakhir, s.bila) for s in syarat.order_by("urutan", "pk")),
        tahap=tuple((t.status, t.hari_kerja) for t in tahap.order_by("urutan") if t.status in TAHAP),
    )


def perubahan(layanan: Layanan, baru: AturanBaru) -> list[tuple[str, str, str]]:
    """(what, before, after) of everything that the new setting changes."""
    lama = aturan_terakhir(layanan)
    hasil = [] if lama.dibuka == baru.dibuka else [("Layanan", _buka(lama.dibuka), _buka(baru.dibuka))]
    nama = dict(JenisDokumen.objects.values_list("kode", "nama"))
    dulu, nanti = ({(s.jenis, s.bila): s for s in satu.syarat} for satu in (lama, baru))
    for kunci in dict.fromkeys((*dulu, *nanti)):
        if dulu.get(kunci) != nanti.get(kunci):
            label = f"Syarat {nama.get(kunci[0], kunci[0])}"
            hasil.append((label, _syarat(layanan, dulu.get(kunci)), _syarat(layanan, nanti.get(kunci))))
    hari_lama, hari_baru = dict(lama.tahap), dict(baru.tahap)
    for status in TAHAP:
        if hari_lama.get(status) != hari_baru.get(status):
            label = str(StatusPermohonan(status).label)
            hasil.append((label, _hari(hari_lama.get(status)), _hari(hari_baru.get(status))))
    return hasil


def _buka(dibuka: bool) -> str:
    return "dibuka" if dibuka else "ditutup"


def _hari(hari: int | None) -> str:
    return "belum diisi" if hari is None else f"{hari} hari kerja"


def _syarat(layanan: Layanan, satu: Syarat | None) -> str:
    if satu is None:
        return "tidak diminta"
    tahun = f", {satu.tahun_terakhir} tahun terakhir" if satu.tahun_terakhir else ""
    bila = f", {BERSYARAT.get(layanan.pk, {}).get(satu.bila, satu.bila)}" if satu.bila else ""
    return f"{'wajib' if satu.wajib else 'tidak wajib'}{tahun}{bila}"


def berjalan(layanan: Layanan) -> int:
    """Requests that keep the rule they were born under."""
    return Permohonan.objects.terbuka().filter(layanan=layanan).count()


def periksa(layanan: Layanan, baru: AturanBaru, penetapan: Penetapan) -> None:
    """Raises :class:`IsianSalah` with every contradiction."""
    tolak_bila(penetapan.salah() | dict(_bertentangan(layanan, baru, penetapan.berlaku_dari)))
    if not perubahan(layanan, baru):
        raise IsianSalah("Tidak ada yang berubah.", isian={"alasan": "Ubah paling sedikit satu hal."})


def _bertentangan(layanan: Layanan, baru: AturanBaru, mulai: date) -> Iterator[tuple[str, str]]:
    if baru.dibuka and layanan.pk not in PEMERIKSA:
        yield "dibuka", f"Pemeriksaan syarat {layanan.nama} belum tersedia, jadi belum dapat dibuka."
    if baru.dibuka and not any(satu.wajib for satu in baru.syarat):
        yield "syarat", "Layanan yang dibuka memerlukan paling sedikit satu syarat wajib."
    if (baru.dibuka or baru.tahap) and sorted(status for status, _ in baru.tahap) != sorted(TAHAP):
        yield "tahap", "Isi hari kerja setiap tahap."
    for status, hari in baru.tahap:
        if not 1 <= hari <= PALING_LAMA:
            yield f"tahap_{status}", f"Hari kerja harus antara 1 dan {PALING_LAMA}."
    jenis = JenisDokumen.objects.in_bulk([satu.jenis for satu in baru.syarat])
    for nomor, satu in enumerate(baru.syarat):
        if kalimat := _syarat_salah(layanan, satu, jenis.get(satu.jenis), mulai):
            yield f"syarat.{nomor}", kalimat
    if len({(satu.jenis, satu.bila) for satu in baru.syarat}) != len(baru.syarat):
        yield "syarat", "Ada dokumen yang diminta dua kali."


def _syarat_salah(layanan: Layanan, satu: Syarat, jenis: JenisDokumen | None, mulai: date) -> str:
    if jenis is None:
        return f"Jenis dokumen {satu.jenis} tidak dikenal. Pilih dari daftar."
    if not dapat_diminta(jenis, mulai):
        return f"{jenis.nama} tidak dapat diunggah pada hari itu. Pilih jenis lain."
    if jenis.hanya_admin:
        return f"{jenis.nama} hanya dimasukkan administrator, jadi tidak dapat diminta dari pemohon."
    if satu.bila and satu.bila not in BERSYARAT.get(layanan.pk, {}):
        return "Keadaan yang disebut tidak dikenal layanan ini. Pilih dari daftar."
    if jenis.per_tahun and not 1 <= satu.tahun_terakhir <= PALING_BANYAK_TAHUN:
        return f"{jenis.nama} diminta per tahun. Isi 1 sampai {PALING_BANYAK_TAHUN} tahun terakhir."
    if not jenis.per_tahun and satu.tahun_terakhir:
        return f"{jenis.nama} bukan dokumen tahunan. Kosongkan tahun terakhirnya."
    return ""


def dapat_diminta(jenis: JenisDokumen, hari: date) -> bool:
    """Whether the kind can be uploaded on that day, as far as its versions say now."""
    versi = VersiJenisDokumen.objects.filter(jenis=jenis, berlaku_dari__lte=hari).exclude(berlaku_sampai__lt=hari)
    satu = versi.first()
    return satu.aktif if satu else jenis.aktif


@transaction.atomic
def tetapkan_layanan(*, by: Pengguna, layanan: Layanan, baru: AturanBaru, penetapan: Penetapan) -> VersiLayanan:
    """A new setting in force from its first day; running requests keep theirs.

    Raises :class:`IsianSalah`, :class:`SudahBerubah` or a permission error.
    """
    check_may_atur(by)
    layanan = Layanan.objects.select_for_update().get(pk=layanan.pk)
    lama = terakhir(layanan)
    check_urutan(lama, penetapan)
    periksa(layanan, baru, penetapan)
    _akhiri(layanan, penetapan.berlaku_dari - timedelta(days=1))
    isi = penetapan.baris()
    versi = VersiLayanan.objects.create(layanan=layanan, dibuka=baru.dibuka, ditulis_oleh=by, **isi)
    isi.pop("alasan")
    _tulis(versi, baru.syarat, baru.tahap, isi)
    rincian = {"dibuka": baru.dibuka, "syarat": [vars(s) for s in baru.syarat], "tahap": baru.tahap}
    sejak, dari = penetapan.berlaku_dari.isoformat(), lama and lama.pk
    catat("layanan.ditetapkan", by=by, objek=versi, layanan=layanan.pk, sejak=sejak, dari=dari, isi=rincian)
    return versi


def _akhiri(layanan: Layanan, sampai: date) -> None:
    """What was to go on ends on the day before; a rule that had not begun never does."""
    for baris in (VersiLayanan.objects, SyaratLayanan.objects, TahapLayanan.objects):
        baris.filter(layanan=layanan, berlaku_sampai=None).update(berlaku_sampai=sampai)


def _tulis(
    versi: VersiLayanan, syarat: Sequence[Syarat], tahap: Sequence[tuple[str, int]], isi: dict[str, object]
) -> None:
    layanan, varian = versi.layanan, VARIAN.get(versi.layanan_id, "")
    SyaratLayanan.objects.bulk_create(
        SyaratLayanan(
            versi=versi,
            layanan=layanan,
            varian=varian,
            jenis_id=satu.jenis,
            tahun_terakhir=satu.tahun_terakhir,
            bila=satu.bila,
            wajib=satu.wajib,
            urutan=urutan,
            **isi,
        )
        for urutan, satu in enumerate(syarat)
    )
    hari = dict(tahap) | ({str(StatusPermohonan.SELESAI): 0} if tahap else {})
    TahapLayanan.objects.bulk_create(
        TahapLayanan(versi=versi, layanan=layanan, status=status, urutan=urutan, hari_kerja=hari[status], **isi)
        for urutan, status in enumerate(map(str, PERJALANAN))
        if status in hari
    )


def akhiri_layanan(*, by: Pengguna, layanan: Layanan, penetapan: Penetapan) -> VersiLayanan:
    """Closed from its first day on; what runs is finished under its own rule."""
    lama = aturan_terakhir(layanan)
    baru = AturanBaru(False, lama.syarat, lama.tahap)
    return tetapkan_layanan(by=by, layanan=layanan, baru=baru, penetapan=penetapan)
