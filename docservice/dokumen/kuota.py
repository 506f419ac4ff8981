"""Room per person (ASVS 5.2.4): what one has sent and nobody has verified yet, and what is still on its way."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Sum

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Kiriman, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.umum.errors import RuangPenuh

PENUH = "Ruang Anda penuh. Hapus draf yang tidak dipakai atau hubungi fasilitator."
TAK_TERHITUNG = (StatusBerkas.DITOLAK, StatusBerkas.KARANTINA)


def terpakai(pengguna: Pengguna) -> int:
    """Bytes of one's own unverified papers and of one's uploads in parts. Verified papers are the archive's."""
    sendiri = VersiDokumen.objects.filter(diunggah_oleh=pengguna, pegawai__pengguna=pengguna)
    draf = sendiri.exclude(dokumen__status=StatusDokumen.TERVERIFIKASI).exclude(status__in=TAK_TERHITUNG)
    jalan = Kiriman.objects.terbuka().filter(pengguna=pengguna)
    return sum(baris.aggregate(n=Sum("ukuran"))["n"] or 0 for baris in (draf, jalan))


def batas(pengguna: Pengguna) -> int:
    """Bytes; who sends for a whole office has room for its parcels too."""
    paket = settings.BULK_LIMIT if boleh_borongan(pengguna) else 0
    return int(settings.UPLOAD_QUOTA + 2 * paket)


def boleh_borongan(pengguna: Pengguna) -> bool:
    return pengguna.berperan(Peran.FASILITATOR, Peran.ADMINISTRATOR)


def muat(pengguna: Pengguna, tambahan: int) -> bool:
    """Is there room for *tambahan* more bytes?"""
    return terpakai(pengguna) + tambahan <= batas(pengguna)


def kuota_penuh() -> RuangPenuh:
    return RuangPenuh(PENUH, kode="kuota_penuh")


def check_kuota(pengguna: Pengguna, tambahan: int = 0) -> None:
    """Raise :class:`RuangPenuh` when *tambahan* more bytes would be too many."""
    if not muat(pengguna, tambahan):
        raise kuota_penuh()
