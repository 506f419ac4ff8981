"""The review of access (BABEL 27(2)a): every role is confirmed or ends, answered by somebody else than its holder."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.kabar import kabari_pemegang
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.penugasan import check_may_atur_peran
from docservice.akun.peran import PENGANGKAT
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.pengelola.actions import akhiri
from docservice.pengelola.alamat import ALAMAT_TINJAU
from docservice.pengelola.models import ButirPeninjauan, Peninjauan
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from docservice.umum.izin import lolos
from docservice.umum.kalimat import oleh_pada
from docservice.umum.waktu import tanggal_panjang

B = ButirPeninjauan.Putusan
PALING_LAMA = timedelta(days=365)
"""Between two reviews; the region begins one sooner when it likes."""


@transaction.atomic
def mulai(*, by: Pengguna, nama: str, batas: date) -> Peninjauan:
    """A list of every role in force today; those who appoint are asked to answer by *batas*."""
    check_may_lihat_peran(by)
    if not nama.strip():
        raise IsianSalah("Nama peninjauan belum diisi.", isian={"nama": "Wajib diisi."})
    if batas <= timezone.localdate():
        raise IsianSalah("Batas peninjauan sudah lewat.", isian={"batas": "Pilih tanggal sesudah hari ini."})
    satu = Peninjauan.objects.create(nama=nama.strip()[:120], batas=batas, oleh=by)
    tugas = list(Penugasan.objects.berlaku().order_by("peran", "pk"))
    ButirPeninjauan.objects.bulk_create(ButirPeninjauan(peninjauan=satu, penugasan=t) for t in tugas)
    catat("peninjauan.dimulai", by=by, objek=satu, jumlah=len(tugas), batas=batas.isoformat())
    _ingatkan(satu, f"Peninjauan akses “{satu.nama}”: jawab paling lambat {tanggal_panjang(batas)}.", "mulai")
    return satu


@transaction.atomic
def putuskan(*, by: Pengguna, butir: ButirPeninjauan, putusan: str, alasan: str = "") -> ButirPeninjauan:
    """*Tetap* or *cabut*, the latter with a reason; a role that is withdrawn ends today."""
    satu = ButirPeninjauan.objects.select_for_update(of=("self",)).get(pk=butir.pk)
    check_may_atur_peran(by, satu.penugasan.pengguna, satu.penugasan.peran)
    if satu.putusan:
        raise SudahBerubah(f"Peran ini sudah dijawab {oleh_pada(satu.oleh, satu.pada)}.")
    if putusan not in B.values:
        raise IsianSalah("Pilih tetap atau cabut.", isian={"putusan": "Pilih tetap atau cabut."})
    if putusan == B.CABUT:
        if not alasan.strip():
            raise BelumLengkap("Tulis alasan peran ini dicabut.", isian={"alasan": "Alasan belum diisi."})
        kemarin = timezone.localdate() - timedelta(days=1)
        akhiri(by=by, penugasan=satu.penugasan, terakhir=kemarin, alasan=f"peninjauan akses: {alasan.strip()}")
    satu.putusan, satu.alasan, satu.oleh, satu.pada = putusan, alasan.strip()[:300], by, timezone.now()
    satu.save()
    catat(f"peninjauan.{putusan}", by=by, objek=satu, penugasan=satu.penugasan_id)
    return satu


def ingatkan(subjek: str, klaim: Klaim) -> None:
    """Periodic: three days before the day and every day after it, while anything is unanswered.

    A year without a review is said too, once a month: of that nobody else thinks.
    """
    hari_ini = timezone.localdate()
    _ingatkan_mulai(hari_ini)
    for satu in Peninjauan.objects.filter(batas__lte=hari_ini + timedelta(days=3)):
        if belum := satu.belum:
            kapan = "lewat batas" if satu.lewat(hari_ini) else f"batasnya {tanggal_panjang(satu.batas)}"
            _ingatkan(satu, f"Peninjauan akses “{satu.nama}”: {belum} belum dijawab, {kapan}.", hari_ini.isoformat())


def _ingatkan_mulai(hari_ini: date) -> None:
    terakhir = Peninjauan.objects.order_by("-dibuat_pada").first()
    tertua = Penugasan.objects.berlaku().order_by("berlaku_dari").first()
    sejak = timezone.localdate(terakhir.dibuat_pada) if terakhir else tertua.berlaku_dari if tertua else hari_ini
    if hari_ini - sejak < PALING_LAMA:
        return
    kata = f"Peninjauan akses terakhir dimulai {tanggal_panjang(sejak)}" if terakhir else "Akses belum pernah ditinjau"
    teks = f"{kata}. Mulai peninjauan: setiap peran ditinjau paling sedikit setahun sekali (Pasal 27 ayat (2) huruf a)."
    _kabari_penjawab(teks, f"peninjauan:mulai:{hari_ini:%Y-%m}", ALAMAT_TINJAU)


def _ingatkan(satu: Peninjauan, teks: str, kunci: str) -> None:
    _kabari_penjawab(teks, f"peninjauan:{satu.pk}:{kunci}", f"{ALAMAT_TINJAU}{satu.pk}/")


def _kabari_penjawab(teks: str, kunci: str, tautan: str) -> None:
    penjawab = {peran for semua in PENGANGKAT.values() for peran in semua}
    kabari_pemegang(penjawab, teks[:300], kunci=kunci, tautan=tautan)


def dapat_dijawab(pengguna: Pengguna, penugasan: Penugasan) -> bool:
    """For the buttons of a row."""
    return lolos(check_may_atur_peran, pengguna, penugasan.pengguna, penugasan.peran)
