"""One person's roles and what they may see: computed, journalled, never lived through."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna, Penugasan
from docservice.akun.pemulihan import JENIS
from docservice.akun.peran import Peran
from docservice.antrean.models import Job
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Kelas
from docservice.pegawai.actions import pindahkan
from docservice.pengelola.orang import kirim_pemulihan, kosong_sejak, sebab_berakhir
from docservice.pengelola.uji_akses import uji_akses
from docservice.umum.errors import BelumLengkap, TerlaluSering, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import PEMILIK, TETANGGA, Situs, teks
from tests.docservice.pengelola.alat import ADMIN, FASILITATOR, KABAN, KEPALA_DINKES, peran, unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def situs(kantor: KantorUji) -> Situs:
    cache.clear()
    return Situs(kantor)


def buka(situs: Situs, orang: int, nomor: int = ADMIN) -> Any:
    return situs.masuk(nomor).get(reverse("pengelola:orang", args=[situs.akun(orang).pk]))


def uji(situs: Situs, orang: int, nomor: int = ADMIN, **isi: str) -> Any:
    return situs.masuk(nomor).post(reverse("pengelola:uji", args=[situs.akun(orang).pk]), isi)


def test_the_page_of_a_person_shows_roles_trail_and_sessions(situs: Situs):
    isi = teks(buka(situs, FASILITATOR))
    assert "Fasilitator Badan Perencanaan" in isi
    assert "Jejak peran" in isi
    assert "Sesi aktif (0) Tidak sedang masuk." in isi
    assert "Hanya pemilik akun yang dapat mengubahnya. Anda dapat mengirim tautan pemulihan." in isi
    assert b'type="password"' not in buka(situs, FASILITATOR).content


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, KEPALA_DINKES])
def test_only_those_who_administer_roles_look(situs: Situs, nomor: int):
    assert buka(situs, FASILITATOR, nomor).status_code == 403
    assert uji(situs, FASILITATOR, nomor).status_code == 403
    with pytest.raises(TidakBerwenang):
        uji_akses(by=situs.akun(nomor), orang=situs.akun(FASILITATOR))


def test_a_test_counts_what_both_may_see_and_is_journalled(situs: Situs):
    situs.dokumen(PEMILIK, "KARPEG")
    situs.dokumen(PEMILIK, "SK_HUKDIS", kelas=Kelas.RAHASIA)
    hasil = uji_akses(by=situs.akun(ADMIN), orang=situs.akun(FASILITATOR), pegawai=situs.orang(PEMILIK))
    dokumen = hasil.jumlah[0]
    tampak = Dokumen.objects.visible_to(situs.akun(FASILITATOR)).filter(pegawai=situs.orang(PEMILIK)).count()
    assert (hasil.lihat_pegawai, hasil.memverifikasi) == (True, True)
    assert (dokumen.tampak, dokumen.semua) == (tampak, tampak + 1)  # the confidential one is not the fasilitator's
    jejak = Jejak.objects.latest("nomor")
    assert (jejak.aksi, jejak.objek) == ("akses.diuji", f"pengguna:{situs.akun(FASILITATOR).pk}")


def test_a_test_of_a_stranger_shows_nothing(situs: Situs):
    situs.dokumen(PEMILIK, "KARPEG")
    isi = teks(uji(situs, TETANGGA, nip=situs.orang(PEMILIK).nip))
    assert "Melihat data pegawai ini Tidak" in isi
    assert "Dokumen 0 dari 1" in isi


def test_a_test_changes_nobodys_session(situs: Situs):
    klien = situs.masuk(ADMIN)
    klien.post(reverse("pengelola:uji", args=[situs.akun(FASILITATOR).pk]), {"nip": situs.orang(PEMILIK).nip})
    assert klien.session["_auth_user_id"] == str(situs.akun(ADMIN).pk)


def test_an_unknown_employee_is_404(situs: Situs):
    assert uji(situs, FASILITATOR, nip="199001012020011001").status_code == 404


def test_a_closed_account_may_do_nothing(situs: Situs):
    Pengguna.objects.filter(pk=situs.akun(FASILITATOR).pk).update(is_active=False)
    hasil = uji_akses(by=situs.akun(ADMIN), orang=situs.akun(FASILITATOR), pegawai=situs.orang(PEMILIK))
    assert (hasil.hak, hasil.lihat_pegawai, hasil.memverifikasi) == ([], False, False)
    assert all(satu.tampak == 0 for satu in hasil.jumlah)


def test_a_transfer_to_come_says_when_the_role_ends_and_why(situs: Situs):
    besok = timezone.localdate() + timedelta(days=1)
    pindahkan(
        by=situs.akun(ADMIN),
        pegawai=situs.orang(FASILITATOR),
        unit=unit("DINSOS"),
        tmt=besok,
        sk_nomor="824/1",
        sk_tanggal=timezone.localdate(),
    )
    tugas = peran(situs.kantor, FASILITATOR, Peran.FASILITATOR)
    assert sebab_berakhir([tugas])[tugas.pk].startswith("Berakhir otomatis ")
    assert sebab_berakhir([tugas])[tugas.pk].endswith("karena mutasi ke Dinas Sosial.")
    assert "karena mutasi ke Dinas Sosial." in teks(situs.masuk(ADMIN).get(reverse("pengelola:peran")))


def test_an_office_without_fasilitator_says_since_when(situs: Situs):
    hari = timezone.localdate()
    tugas = peran(situs.kantor, FASILITATOR, Peran.FASILITATOR)
    Penugasan.objects.filter(pk=tugas.pk).update(berlaku_sampai=hari - timedelta(days=4))
    assert tugas.unit is not None
    assert kosong_sejak([tugas.unit])[tugas.unit.pk] == hari - timedelta(days=3)
    isi = teks(situs.masuk(ADMIN).get(reverse("pengelola:peran")))
    assert f"{tugas.unit.nama} belum mempunyai fasilitator sejak 3 hari lalu." in isi


def test_a_recovery_link_goes_to_its_owner_only(situs: Situs):
    orang = situs.akun(FASILITATOR)
    Pengguna.objects.filter(pk=orang.pk).update(surel="orang@contoh.go.id")
    alamat = reverse("pengelola:pemulihan", args=[orang.pk])
    assert situs.masuk(KABAN).post(alamat).status_code == 403  # only an administrator starts a recovery (B.2)
    situs.masuk(ADMIN).post(alamat)
    assert Job.objects.filter(jenis=JENIS, subjek=str(orang.pk)).exists()
    assert Kabar.objects.filter(pengguna=orang, teks__contains="tautan kata sandi baru").exists()
    assert Jejak.objects.filter(aksi="akses.pemulihan_dikirim").exists()
    assert not mail.outbox  # the job makes the link, so that it lies in no queue
    with pytest.raises(TerlaluSering):
        kirim_pemulihan(by=situs.akun(ADMIN), orang=Pengguna.objects.get(pk=orang.pk))


def test_a_recovery_link_is_refused_without_mail_and_for_oneself(situs: Situs):
    Pengguna.objects.filter(pk=situs.akun(FASILITATOR).pk).update(surel="")
    with pytest.raises(BelumLengkap, match="email dinas"):
        kirim_pemulihan(by=situs.akun(ADMIN), orang=Pengguna.objects.get(pk=situs.akun(FASILITATOR).pk))
    with pytest.raises(TidakBerwenang):
        kirim_pemulihan(by=situs.akun(ADMIN), orang=situs.akun(ADMIN))
    with pytest.raises(TidakBerwenang):
        kirim_pemulihan(by=situs.akun(PEMILIK), orang=situs.akun(FASILITATOR))
