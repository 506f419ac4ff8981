"""Each role's home: what waits for me.

What a card shows is asked for while it is drawn, once: a card that fails falls alone (``{% bagian %}``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.antrean.models import Job, StatusJob
from docservice.arsip.kesehatan import BAIK, periksa_semua, ringkas
from docservice.arsip.models import PencarianTersimpan
from docservice.arsip.tanya import Tanya
from docservice.aturan.libur import tahun_tanpa_libur
from docservice.beranda.berjalan import sedang_berjalan
from docservice.beranda.keputusan import perlu_keputusan
from docservice.beranda.langkah import langkah_berikutnya, layanan_anda, pemeriksaan_layanan
from docservice.dokumen.models import AksesBaca, Dokumen, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.laporan.kelengkapan import kelengkapan, kelengkapan_unit
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.pengelola.surat_pakta import harus_berpakta
from docservice.pengelola.tugas import unit_tanpa_fasilitator
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.waktu import salam
from docservice.verifikasi.antrean import antrean, banyak
from docservice.verifikasi.models import Verifikasi


@login_required
@require_GET
def beranda(request: Permintaan) -> HttpResponse:
    """The home of the role one works in."""
    peran = request.peran.kode if request.peran.kode in HALAMAN else Peran.PEGAWAI
    pegawai = getattr(request.user, "pegawai", None)
    konteks = {"salam": salam(timezone.now()), "sapaan": pegawai.sapaan if pegawai else request.user.nama}
    konteks |= {"pegawai": pegawai, "hari_ini": timezone.localdate()} | HALAMAN[peran][1](request)
    return render(request, f"beranda/{HALAMAN[peran][0]}.html", konteks)


def _pegawai(request: Permintaan) -> dict[str, Any]:
    pegawai = getattr(request.user, "pegawai", None)
    if pegawai is None:
        return {"tanpa_pegawai": True}
    layanan = cache(lambda: pemeriksaan_layanan(pegawai))
    isi = cache(lambda: kelengkapan(pegawai, request.user))
    return {
        "langkah": cache(lambda: langkah_berikutnya(request.user, pegawai, layanan())),
        "kelengkapan": isi,
        "dikembalikan": cache(lambda: isi().dengan_status(StatusDokumen.DIKEMBALIKAN)),
        "menunggu": cache(lambda: isi().dengan_status(StatusDokumen.MENUNGGU)),
        "layanan": cache(lambda: layanan_anda(pegawai, layanan())),
        "berjalan": cache(lambda: sedang_berjalan(request.user, pegawai)),
    }


def _fasilitator(request: Permintaan) -> dict[str, Any]:
    menunggu = antrean(request.user)
    usulan = Riwayat.objects.visible_to(request.user).filter(status=StatusRiwayat.DIAJUKAN)
    return {
        "menunggu": cache(lambda: banyak(request.user)),
        "tertua": cache(menunggu.first),
        "terakhir": cache(Verifikasi.objects.filter(oleh=request.user).first),
        "usulan": cache(usulan.exclude(pegawai__pengguna=request.user).count),
        "permohonan": cache(Permohonan.objects.menunggu(request.user).count),
        "unit": cache(lambda: kelengkapan_unit(request.user)),
        "pakta": cache(lambda: harus_berpakta(request.user)),
    }


def _administrator(request: Permintaan) -> dict[str, Any]:
    validasi = Riwayat.objects.visible_to(request.user).filter(status=StatusRiwayat.DIVERIFIKASI)
    kesehatan = cache(periksa_semua)
    return {
        "validasi": cache(validasi.count),
        "permohonan": cache(Permohonan.objects.menunggu(request.user).count),
        "naskah": cache(Permohonan.objects.filter(status=StatusPermohonan.DRAF_NASKAH).count),
        "bermasalah": cache(_bermasalah),
        "keputusan": cache(lambda: perlu_keputusan(request.user)),
        "tanpa_fasilitator": cache(lambda: len(unit_tanpa_fasilitator())),
        "tanpa_libur": cache(tahun_tanpa_libur),
        "kesehatan": cache(lambda: ringkas(kesehatan())),
        "sehat": cache(lambda: all(b.keadaan == BAIK for b in kesehatan())),
        "unit": cache(lambda: kelengkapan_unit(request.user)),
        "pakta": cache(lambda: harus_berpakta(request.user)),
    }


def _bermasalah() -> int:
    """Jobs that cannot go on by themselves, and files in quarantine."""
    karantina = VersiDokumen.objects.filter(status=StatusBerkas.KARANTINA).count()
    return Job.objects.filter(status=StatusJob.MACET).count() + karantina


def _pejabat(request: Permintaan) -> dict[str, Any]:
    tanda_tangan = Naskah.objects.menunggu_tanda_tangan(request.user).order_by("diubah_pada")
    tak_pasti = Naskah.objects.filter(penanda_tangan__pengguna=request.user, status=StatusNaskah.TAK_PASTI)
    hari_ini = timezone.localdate()
    selesai = Upaya.objects.filter(oleh=request.user, status=StatusUpaya.SIGNED, selesai__date=hari_ini)
    return {
        "naskah": cache(tanda_tangan.count),
        "tertua": cache(tanda_tangan.first),
        "paraf": cache(Naskah.objects.menunggu_paraf(request.user).count),
        "tak_pasti": cache(tak_pasti.count),
        "selesai": selesai.select_related("naskah__pegawai", "naskah__permohonan__layanan", "nomor"),
    }


def _staf_arsip(request: Permintaan) -> dict[str, Any]:
    terlihat = Dokumen.objects.visible_to(request.user).select_related("pegawai__unit", "jenis")
    return {
        "baru": terlihat[:10],
        "terakhir": cache(lambda: _terakhir_dibuka(request.user, terlihat)),
        "tersimpan": cache(lambda: _tersimpan(request.user)),
    }


def _tersimpan(pengguna: Pengguna) -> list[tuple[PencarianTersimpan, str]]:
    """With the address of each, as the search page of today reads it."""
    semua = PencarianTersimpan.objects.filter(pengguna=pengguna)[:5]
    return [(satu, Tanya.dari(satu.tanya).alamat()) for satu in semua]


def _terakhir_dibuka(pengguna: Pengguna, terlihat: QuerySet[Dokumen]) -> list[Dokumen]:
    dibuka = AksesBaca.objects.filter(pengguna=pengguna).values_list("dokumen", flat=True)[:50]
    urut = list(dict.fromkeys(dibuka))[:5]
    baris = {d.pk: d for d in terlihat.filter(pk__in=urut)}
    return [baris[pk] for pk in urut if pk in baris]


HALAMAN: dict[str, tuple[str, Callable[[Permintaan], dict[str, Any]]]] = {
    Peran.PEGAWAI: ("pegawai", _pegawai),
    Peran.FASILITATOR: ("fasilitator", _fasilitator),
    Peran.ADMINISTRATOR: ("administrator", _administrator),
    Peran.KEPALA_BKPSDM: ("pejabat", _pejabat),
    Peran.PEJABAT: ("pejabat", _pejabat),
    Peran.STAF_ARSIP: ("staf_arsip", _staf_arsip),
}
