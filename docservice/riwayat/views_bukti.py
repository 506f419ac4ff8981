"""Which paper proves what is to be proposed: step one of a proposal (screens §4.6)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat.atas_nama import MILIK_SENDIRI
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import check_may_isikan
from docservice.riwayat.tautan import DAPAT_MEMBUKTIKAN, jenis_dari, riwayat_dari
from docservice.riwayat.views import sendiri


@require_GET
def pilih_bukti(
    request: Permintaan,
    galat: str = "",
    *,
    pegawai: Pegawai | None = None,
    lama: Riwayat | None = None,
    hanya: JenisRiwayat | None = None,
) -> HttpResponse:
    """Step one: documents that can prove something and do not yet; one's own, or with ``?pegawai=`` a colleague's.

    For a correction: what proves that kind, also the paper of the row itself.
    *hanya*: that kind, for a draft that lacks its proof.
    """
    pegawai = pegawai or (lama.pegawai if lama else _untuk_siapa(request))
    milik = Dokumen.objects.visible_to(request.user).milik(pegawai).select_related("jenis")
    pembuka = {kode for j in SEMUA.values() for kode in j.mulai_dari}
    milik = milik.filter(jenis__in=pembuka, sumber=Dokumen.Sumber.UNGGAHAN)
    boleh = [hanya] if hanya else [j for j in SEMUA.values() if j.ditawarkan]
    calon = [(d, j) for d in milik for j in jenis_dari(d) if j in boleh and (hanya or _dapat_dipilih(d, j, lama))]
    if pegawai.pengguna_id != request.user.pk:
        calon = [(d, j) for d, j in calon if j.kode not in MILIK_SENDIRI]
    siap = [(d, j) for d, j in calon if d.status in DAPAT_MEMBUKTIKAN]
    konteks = {
        "siap": siap,
        "belum": [d for d, _ in calon if d.status == StatusDokumen.DIPROSES],
        "jenis": boleh,
        "nama_dokumen": dict(JenisDokumen.objects.filter(hanya_admin=False).values_list("kode", "nama")),
        "galat": galat,
        "lama": lama,
        "pegawai": pegawai,
        "atas_nama": pegawai.pengguna_id != request.user.pk,
    }
    return render(request, "riwayat/pilih_bukti.html", konteks, status=422 if galat else 200)


def _dapat_dipilih(dokumen: Dokumen, jenis: JenisRiwayat, lama: Riwayat | None) -> bool:
    if lama is None:
        return riwayat_dari(dokumen, jenis) is None
    return jenis.kode == lama.jenis and riwayat_dari(dokumen, jenis) in (None, lama)


def _untuk_siapa(request: Permintaan) -> Pegawai:
    nip = request.GET.get("pegawai", "")
    if not nip or nip == request.user.nip:
        return sendiri(request)
    pegawai = ambil_pegawai(request.user, nip)
    check_may_isikan(request.user, pegawai)
    return pegawai
