"""Each role's home: what waits for me."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.antrean.models import Job, StatusJob
from docservice.arsip.kesehatan import BAIK, periksa_semua, ringkas
from docservice.beranda.langkah import langkah_berikutnya, layanan_anda, pemeriksaan_layanan
from docservice.dokumen.models import AksesBaca, Dokumen, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.laporan.kelengkapan import kelengkapan, kelengkapan_unit
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.waktu import salam
from docservice.verifikasi.antrean import antrean
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
    layanan = pemeriksaan_layanan(pegawai)
    isi = kelengkapan(pegawai, request.user)
    return {
        "langkah": langkah_berikutnya(request.user, pegawai, [cek for _, cek in layanan]),
        "kelengkapan": isi,
        "dikembalikan": isi.dengan_status(StatusDokumen.DIKEMBALIKAN),
        "menunggu": isi.dengan_status(StatusDokumen.MENUNGGU),
        "layanan": layanan_anda(pegawai, layanan),
    }


def _fasilitator(request: Permintaan) -> dict[str, Any]:
    menunggu = antrean(request.user)
    return {
        "menunggu": menunggu.count(),
        "tertua": menunggu.first(),
        "terakhir": Verifikasi.objects.filter(oleh=request.user).first(),
        "usulan": Riwayat.objects.visible_to(request.user)
        .filter(status=StatusRiwayat.DIAJUKAN)
        .exclude(pegawai__pengguna=request.user)
        .count(),
        "permohonan": Permohonan.objects.menunggu(request.user).count(),
        "unit": kelengkapan_unit(request.user),
    }


def _administrator(request: Permintaan) -> dict[str, Any]:
    bagian = periksa_semua()
    return {
        "validasi": Riwayat.objects.visible_to(request.user).filter(status=StatusRiwayat.DIVERIFIKASI).count(),
        "permohonan": Permohonan.objects.menunggu(request.user).count(),
        "naskah": Permohonan.objects.filter(status=StatusPermohonan.DRAF_NASKAH).count(),
        "bermasalah": Job.objects.filter(status=StatusJob.MACET).count()
        + VersiDokumen.objects.filter(status=StatusBerkas.KARANTINA).count(),
        "kesehatan": ringkas(bagian),
        "sehat": all(b.keadaan == BAIK for b in bagian),
        "unit": kelengkapan_unit(request.user),
    }


def _pejabat(request: Permintaan) -> dict[str, Any]:
    tanda_tangan = Naskah.objects.menunggu_tanda_tangan(request.user).order_by("diubah_pada")
    hari_ini = timezone.localdate()
    selesai = Upaya.objects.filter(oleh=request.user, status=StatusUpaya.SIGNED, selesai__date=hari_ini)
    return {
        "naskah": tanda_tangan.count(),
        "tertua": tanda_tangan.first(),
        "paraf": Naskah.objects.menunggu_paraf(request.user).count(),
        "tak_pasti": Naskah.objects.filter(
            penanda_tangan__pengguna=request.user, status=StatusNaskah.TAK_PASTI
        ).count(),
        "selesai": selesai.select_related("naskah__pegawai", "naskah__permohonan__layanan", "nomor"),
    }


def _staf_arsip(request: Permintaan) -> dict[str, Any]:
    terlihat = Dokumen.objects.visible_to(request.user).select_related("pegawai__unit", "jenis")
    dibuka = AksesBaca.objects.filter(pengguna=request.user).values_list("dokumen", flat=True)[:50]
    urut = list(dict.fromkeys(dibuka))[:5]
    baris = {d.pk: d for d in terlihat.filter(pk__in=urut)}
    return {"baru": terlihat[:10], "terakhir": [baris[pk] for pk in urut if pk in baris]}


HALAMAN: dict[str, tuple[str, Callable[[Permintaan], dict[str, Any]]]] = {
    Peran.PEGAWAI: ("pegawai", _pegawai),
    Peran.FASILITATOR: ("fasilitator", _fasilitator),
    Peran.ADMINISTRATOR: ("administrator", _administrator),
    Peran.KEPALA_BKPSDM: ("pejabat", _pejabat),
    Peran.PEJABAT: ("pejabat", _pejabat),
    Peran.STAF_ARSIP: ("staf_arsip", _staf_arsip),
}
