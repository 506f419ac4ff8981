"""One's own archive, and a file on its way into it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.dokumen import actions
from docservice.dokumen.forms import JenisForm, UnggahForm
from docservice.dokumen.foto import satu_berkas
from docservice.dokumen.kelengkapan import kelengkapan
from docservice.dokumen.kelompok import kelompok_arsip
from docservice.dokumen.kiriman import semua_berkas
from docservice.dokumen.models import AksesBaca, Dokumen, JenisDokumen, VersiDokumen
from docservice.dokumen.pembaca import bernama, pembuka_data
from docservice.dokumen.permissions import ambil_dokumen, check_may_ganti, check_may_unggah
from docservice.dokumen.semua import kirim_semua
from docservice.dokumen.status import StatusDokumen
from docservice.dokumen.tampil import mini
from docservice.dokumen.tautan import catatan_kembali
from docservice.dokumen.upload import check_terhenti
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.umum.errors import KesalahanDomain

PEMBACA_PER_HALAMAN = 100


def _sendiri(request: Permintaan) -> Pegawai:
    """One's own record; an account without one has no archive."""
    pegawai: Pegawai | None = getattr(request.user, "pegawai", None)
    if pegawai is None:
        raise Http404
    return pegawai


@login_required
@require_GET
def arsip_saya(request: Permintaan) -> HttpResponse:
    """Everything about me: what is there, what is missing, what came back."""
    isi = kelengkapan(_sendiri(request), request.user)
    urut = "jenis" if request.GET.get("urut") == "jenis" else "riwayat"
    gambar = mini(satu.pk for satu in (*(s.dokumen for s in isi.slot if s.dokumen), *isi.lainnya))
    konteks = {"isi": isi, "kelompok": kelompok_arsip(isi, menurut=urut), "urut": urut, "mini": gambar}
    return render(request, "dokumen/arsip_saya.html", konteks)


@login_required
@require_GET
def pembaca(request: Permintaan) -> HttpResponse:
    """Who opened my papers (UU PDP 27/2022)."""
    pegawai = _sendiri(request)
    akses = AksesBaca.objects.filter(dokumen__pegawai=pegawai).select_related("pengguna", "dokumen")
    halaman = Paginator(akses, PEMBACA_PER_HALAMAN).get_page(request.GET.get("hal"))
    data = bernama(pembuka_data(pegawai)[:PEMBACA_PER_HALAMAN])
    return render(request, "dokumen/pembaca.html", {"halaman": halaman, "data": data})


@login_required
@require_GET
def unduh_semua(request: Permintaan) -> StreamingHttpResponse:
    return kirim_semua(by=request.user, pegawai=_sendiri(request))


@login_required
@require_http_methods(["GET", "POST"])
def unggah(request: Permintaan) -> HttpResponse:
    """Into a slot: ``?jenis=&minor=``, and ``&pegawai=`` for those who upload for others."""
    nip = request.GET.get("pegawai", "")
    pegawai = ambil_pegawai(request.user, nip) if nip else _sendiri(request)
    kode = request.GET.get("jenis", "")
    if not kode:
        return _pilih_jenis(request, pegawai)
    jenis = get_object_or_404(JenisDokumen, pk=kode)
    check_may_unggah(request.user, pegawai, jenis)
    return _formulir(request, pegawai, jenis, request.GET.get("minor", "")[:20], None)


def _pilih_jenis(request: Permintaan, pegawai: Pegawai) -> HttpResponse:
    formulir = JenisForm(administrator=request.user.berperan(Peran.ADMINISTRATOR))
    belum = kelengkapan(pegawai, request.user).belum_ada
    konteks = {"formulir": formulir, "belum": belum, "pegawai": pegawai, "sendiri": _milik_saya(request, pegawai)}
    return render(request, "dokumen/pilih_jenis.html", konteks)


def _milik_saya(request: Permintaan, pegawai: Pegawai) -> bool:
    return pegawai.pengguna_id == request.user.pk


@login_required
@require_http_methods(["GET", "POST"])
def unggah_ulang(request: Permintaan, pk: int) -> HttpResponse:
    """A new version of a paper that came back, was refused, or nobody has verified yet."""
    dokumen = ambil_dokumen(request.user, pk)
    check_may_ganti(request.user, dokumen)
    return _formulir(request, dokumen.pegawai, dokumen.jenis, dokumen.minor, dokumen)


def _formulir(
    request: Permintaan, pegawai: Pegawai, jenis: JenisDokumen, minor: str, dokumen: Dokumen | None
) -> HttpResponse:
    """One form for both. A file that stopped at the limit never reached the form, so that is asked first."""
    galat: KesalahanDomain | None = None
    formulir = UnggahForm(request.POST or None, request.FILES or None, jenis=jenis, minor=minor)
    if request.method == "POST":
        try:
            check_terhenti(request)
            if formulir.is_valid():
                data = formulir.cleaned_data
                versi = _simpan(request, pegawai, jenis, data.get("minor", minor), dokumen, data)
                return redirect("dokumen:proses", pk=versi.dokumen_id)
        except KesalahanDomain as salah:
            galat = salah
    konteks = {
        "formulir": formulir,
        "galat": galat,
        "jenis": jenis,
        "nama": dokumen.judul if dokumen else f"{jenis.nama} {minor}".strip(),
        "minor": minor,
        "dokumen": dokumen,
        "catatan": catatan_kembali(dokumen) if dokumen else "",
        "pegawai": pegawai,
        "sendiri": _milik_saya(request, pegawai),
        "batas_mb": settings.UPLOAD_LIMIT // 1_000_000,
        "kembali": None if dokumen else _dikembalikan(request, pegawai, jenis, minor),
    }
    status = galat.status if galat else 422 if formulir.errors else 200
    return render(request, "dokumen/unggah.html", konteks, status=status)


def _simpan(
    request: Permintaan,
    pegawai: Pegawai,
    jenis: JenisDokumen,
    minor: str,
    dokumen: Dokumen | None,
    data: dict[str, Any],
) -> VersiDokumen:
    bertahap = request.POST.getlist("kiriman")
    with (
        semua_berkas(by=request.user, langsung=data["berkas"], pk=bertahap) as semua,
        satu_berkas(semua) as (berkas, nama),
    ):
        versi = actions.unggah(
            by=request.user,
            pegawai=pegawai,
            jenis=jenis,
            minor=minor,
            berkas=berkas,
            nama_berkas=nama,
            kunci=data["kunci"],
            dokumen=dokumen,
            kiriman=bertahap,
        )
    return versi


def _dikembalikan(request: Permintaan, pegawai: Pegawai, jenis: JenisDokumen, minor: str) -> Dokumen | None:
    """The paper of this slot that waits to be replaced: better its next version than a twin."""
    perlu = (StatusDokumen.DIKEMBALIKAN, StatusDokumen.GAGAL)
    milik = Dokumen.objects.visible_to(request.user).milik(pegawai)
    return milik.filter(jenis=jenis, minor=minor, status__in=perlu).first()
