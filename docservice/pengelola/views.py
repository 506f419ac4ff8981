"""Roles as administrators see them: who holds what, giving one, ending one, the decree for an annex."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import OuterRef, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.bukti import perlu_bukti
from docservice.akun.models import Penugasan
from docservice.akun.penugasan import check_may_atur_peran
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.pegawai.cari import orang
from docservice.pegawai.models import UnitKerja
from docservice.pengelola import actions
from docservice.pengelola.forms import AkhiriForm, TetapkanForm, TunjukForm
from docservice.pengelola.hak import HAK, KATA, Aksi
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.orang import kosong_sejak, sebab_berakhir
from docservice.pengelola.peninjauan import dapat_dijawab
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.pengelola.rancangan import kirim_rancangan, siap_ditetapkan
from docservice.pengelola.status import BERJALAN, StatusPengangkatan
from docservice.pengelola.tugas import unit_tanpa_fasilitator
from docservice.umum.formulir import kerjakan
from docservice.umum.nomor import semua_nomor

PER_HALAMAN = 50


@login_required
@require_GET
def peran(request: Permintaan) -> HttpResponse:
    """Everybody who holds a role, by name, role and state; what waits for a decision stands above."""
    check_may_lihat_peran(request.user)
    q, pilih, lama = (request.GET.get(nama, "").strip() for nama in ("q", "peran", "lama"))
    semua = Penugasan.objects.select_related("pengguna__pegawai", "unit")
    semua = semua.exclude(pk__in=Penugasan.objects.berlaku()) if lama else semua.berlaku()
    if q:
        semua = semua.filter(orang(q, "pengguna__") | Q(unit__nama__icontains=q))
    if pilih in Peran:
        semua = semua.filter(peran=pilih)
    menunggu = Pengangkatan.objects.filter(status__in=BERJALAN).select_related("pegawai__unit", "unit")
    terakhir = UserSession.objects.filter(user=OuterRef("pengguna")).order_by("-last_seen_at")
    semua = semua.annotate(terakhir_aktif=Subquery(terakhir.values("last_seen_at")[:1]))
    halaman = Paginator(semua.order_by("peran", "pengguna__nama", "pk"), PER_HALAMAN).get_page(request.GET.get("hal"))
    daftar = list(halaman)
    sebab = sebab_berakhir(daftar)
    konteks = {
        "halaman": halaman,
        "daftar": [(satu, dapat_dijawab(request.user, satu), sebab.get(satu.pk, "")) for satu in daftar],
        "beku": Penugasan.objects.filter(dibekukan=True, berlaku_sampai=None).select_related("pengguna", "unit"),
        "menunggu": menunggu,
        "ditinjau": sum(satu.status == StatusPengangkatan.DIREVIEW for satu in menunggu),
        "tanpa_fasilitator": _tanpa_fasilitator(),
        "pilihan": [(p.value, p.label) for p in Peran if p != Peran.PEGAWAI],
        "q": q,
        "pilih": pilih,
        "lama": lama,
    }
    return render(request, "pengelola/peran.html", konteks)


def _tanpa_fasilitator() -> list[tuple[UnitKerja, int | None]]:
    """Units nobody holds, each with the days since somebody did; None where nobody ever has."""
    unit = list(unit_tanpa_fasilitator())
    sejak, kini = kosong_sejak(unit), timezone.localdate()
    return [(satu, (kini - sejak[satu.pk]).days if satu.pk in sejak else None) for satu in unit]


def halaman(request: Permintaan, formulir: forms.BaseForm, judul: str, tombol: str, **lain: Any) -> HttpResponse:
    """One form on a page of its own."""
    konteks = {"formulir": formulir, "judul": judul, "tombol": tombol, **lain}
    return render(request, "pengelola/isian.html", konteks, status=422 if formulir.errors else 200)


@perlu_bukti
@require_http_methods(["GET", "POST"])
def beri(request: Permintaan) -> HttpResponse:
    """A role on a decree."""
    check_may_lihat_peran(request.user)
    formulir = TunjukForm(request.user, request.POST or None, initial={"dari": timezone.localdate()})
    if request.method == "POST" and kerjakan(formulir, lambda data: actions.tunjuk(by=request.user, **data)):
        messages.success(request, "Peran ditetapkan. Berlaku pada permintaan berikutnya, administrator sesudah pakta.")
        return redirect("pengelola:peran")
    anak = "Fasilitator tidak diberikan di sini; Perangkat Daerahnya mengusulkan."
    return halaman(request, formulir, "Beri peran", "Tetapkan", anak=anak, kembali="pengelola:peran")


@perlu_bukti
@require_http_methods(["GET", "POST"])
def akhiri(request: Permintaan, pk: int) -> HttpResponse:
    check_may_lihat_peran(request.user)
    tugas = get_object_or_404(Penugasan.objects.select_related("pengguna", "unit"), pk=pk)
    check_may_atur_peran(request.user, tugas.pengguna, tugas.peran)
    formulir = AkhiriForm(request.POST or None)

    def kerja(data: dict[str, Any]) -> object:
        return actions.akhiri(by=request.user, penugasan=tugas, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, f"Peran {tugas.label} untuk {tugas.pengguna.nama} diakhiri.")
        return redirect("pengelola:peran")
    anak = f"{tugas.label}, sejak {tugas.berlaku_dari:%d-%m-%Y}, SK {tugas.sk_nomor}."
    judul = f"Akhiri peran {tugas.pengguna.nama}"
    return halaman(request, formulir, judul, "Akhiri peran", anak=anak, kembali="pengelola:peran")


@perlu_bukti
@require_http_methods(["GET", "POST"])
def penetapan(request: Permintaan) -> HttpResponse:
    """Reviewed proposals, ticked, and the decree that names them."""
    check_may_lihat_peran(request.user)
    siap = siap_ditetapkan()
    dipilih = _pilihan(request)
    formulir = TetapkanForm(request.user, request.POST or None, initial={"mulai": timezone.localdate()})

    def kerja(data: dict[str, Any]) -> object:
        return actions.tetapkan(by=request.user, pengangkatan=dipilih, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(
            request, f"{len(dipilih)} pengelola ditetapkan. Mereka menandatangani pakta integritas dahulu."
        )
        return redirect("pengelola:peran")
    konteks = {"siap": siap, "dipilih": {satu.pk for satu in dipilih} or {s.pk for s in siap}, "formulir": formulir}
    return render(request, "pengelola/penetapan.html", konteks, status=422 if formulir.errors else 200)


def _pilihan(request: Permintaan) -> list[Pengangkatan]:
    isi_kiriman = request.POST if request.method == "POST" else request.GET
    nomor = semua_nomor(isi_kiriman.getlist("pilih"))
    return list(siap_ditetapkan(nomor)) if nomor else []


@login_required
@require_GET
def rancangan(request: Permintaan) -> HttpResponse:
    """The decree's draft with its annex, for the governor's desk."""
    check_may_lihat_peran(request.user)
    return kirim_rancangan(semua_nomor(request.GET.getlist("pilih")))


@login_required
@require_GET
def hak(request: Permintaan) -> HttpResponse:
    """Who may do what: for everybody to read, because everybody is concerned."""
    peran = [p for p in Peran if any(baris.boleh(p) for baris in HAK.values())]
    tabel = [
        (baris.nama, [(p.label, ", ".join(KATA[a] for a in Aksi if a in baris.boleh(p))) for p in peran])
        for baris in HAK.values()
    ]
    return render(request, "pengelola/hak.html", {"tabel": tabel})
