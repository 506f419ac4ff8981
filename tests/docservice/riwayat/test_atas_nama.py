"""A fasilitator fills in, the employee confirms, another verifies (BABEL 9(3)b)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.akun.peran import Peran
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.atas_nama import ingatkan, isikan, konfirmasi, tolak_konfirmasi
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import Situs, teks, tersembunyi
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas
from tests.docservice.verifikasi.alat import sahkan

pytestmark = pytest.mark.django_db
ORANG, FASILITATOR, REKAN, LUAR, ADMIN, ADMIN_LAIN = 13, 15, 25, 7, 5, 6
S = StatusRiwayat


@pytest.fixture
def kantor(kantor_contoh: KantorUji) -> KantorUji:
    return kantor_contoh


def diisikan(kantor: KantorUji, oleh: int = FASILITATOR, orang: int = ORANG, **lain: Any) -> Riwayat:
    isi: dict[str, Any] = {"jenis": "golongan", "data": GOLONGAN, "pernyataan": True}
    isi["bukti"] = lain.pop("bukti", None) or [berkas(kantor, orang, status=StatusDokumen.TERVERIFIKASI)]
    return isikan(by=kantor.akun(oleh), pegawai=kantor.orang(orang), **(isi | lain))


def disetujui(kantor: KantorUji) -> Riwayat:
    return konfirmasi(by=kantor.akun(ORANG), riwayat=diisikan(kantor), pernyataan=True)


def kabar(kantor: KantorUji, nomor: int) -> str:
    return Kabar.objects.filter(pengguna=kantor.akun(nomor)).latest("pk").teks


@pytest.mark.syarat("BABEL-9-3b")
def test_nothing_is_verified_before_the_employee_confirms(kantor: KantorUji):
    satu = diisikan(kantor)
    assert satu.status == S.KONFIRMASI
    assert "atas nama Anda" in kabar(kantor, ORANG)
    PenugasanFactory.create(pengguna=kantor.akun(REKAN), peran=Peran.FASILITATOR, unit=kantor.orang(ORANG).unit)
    assert satu not in Riwayat.objects.menunggu(kantor.akun(REKAN))
    with pytest.raises(SudahBerubah):
        actions.verifikasi(by=kantor.akun(REKAN), riwayat=satu)
    satu = konfirmasi(by=kantor.akun(ORANG), riwayat=satu, pernyataan=True)
    assert (satu.status, satu.dikonfirmasi_pada) == (S.DIAJUKAN, satu.diajukan_pada)
    assert "mengonfirmasi usulan" in kabar(kantor, FASILITATOR)
    assert satu in Riwayat.objects.menunggu(kantor.akun(REKAN))
    assert actions.verifikasi(by=kantor.akun(REKAN), riwayat=satu).status == S.DIVERIFIKASI
    jejak = list(Jejak.objects.filter(objek=f"riwayat:{satu.pk}").values_list("aksi", flat=True))
    assert jejak == ["riwayat.diisikan", "riwayat.diajukan", "riwayat.diverifikasi"]


def test_whoever_filled_it_in_never_verifies_it(kantor: KantorUji):
    satu = disetujui(kantor)
    assert satu not in Riwayat.objects.menunggu(kantor.akun(FASILITATOR))
    with pytest.raises(TidakBerwenang, match="diperiksa orang lain"):
        actions.verifikasi(by=kantor.akun(FASILITATOR), riwayat=satu)


def test_verifying_the_paper_at_the_desk_does_not_move_what_one_filled_in(kantor: KantorUji):
    bukti = berkas(kantor, ORANG)
    satu = diisikan(kantor, bukti=[bukti])
    konfirmasi(by=kantor.akun(ORANG), riwayat=satu, pernyataan=True)
    sahkan(kantor, bukti)
    satu.refresh_from_db()
    assert Dokumen.objects.get(pk=bukti.pk).status == StatusDokumen.TERVERIFIKASI
    assert satu.status == S.DIAJUKAN


def test_without_another_fasilitator_one_administrator_verifies_and_another_validates(kantor: KantorUji):
    satu = disetujui(kantor)
    assert "tidak punya pemeriksa lain" in kabar(kantor, ADMIN)
    assert satu in Riwayat.objects.menunggu(kantor.akun(ADMIN))
    satu = actions.verifikasi(by=kantor.akun(ADMIN), riwayat=satu)
    with pytest.raises(TidakBerwenang, match="administrator lain"):
        actions.validasi(by=kantor.akun(ADMIN), riwayat=satu)
    assert actions.validasi(by=kantor.akun(ADMIN_LAIN), riwayat=satu).status == S.TERVALIDASI


def test_an_administrator_does_not_verify_what_an_employee_proposed(kantor: KantorUji):
    with pytest.raises(TidakBerwenang):
        actions.verifikasi(by=kantor.akun(ADMIN), riwayat=ajukan(kantor))


def test_a_refusal_ends_it_and_says_why(kantor: KantorUji):
    satu = diisikan(kantor)
    with pytest.raises(BelumLengkap):
        tolak_konfirmasi(by=kantor.akun(ORANG), riwayat=satu, catatan=" ")
    satu = tolak_konfirmasi(by=kantor.akun(ORANG), riwayat=satu, catatan="Nomor SK-nya keliru.")
    assert satu.status == S.DIBATALKAN
    assert "Nomor SK-nya keliru" in kabar(kantor, FASILITATOR)
    assert diisikan(kantor, bukti=[b.dokumen for b in satu.bukti.all()]).status == S.KONFIRMASI, (
        "it may be filled in anew"
    )


@pytest.mark.parametrize(("oleh", "orang"), [(LUAR, ORANG), (ORANG, REKAN), (ADMIN, ADMIN), (FASILITATOR, FASILITATOR)])
def test_who_may_not_fill_in_for_whom(kantor: KantorUji, oleh: int, orang: int):
    with pytest.raises(TidakBerwenang):
        diisikan(kantor, oleh, orang)


@pytest.mark.parametrize("oleh", [FASILITATOR, ADMIN, REKAN])
def test_only_the_employee_confirms_or_refuses(kantor: KantorUji, oleh: int):
    satu = diisikan(kantor)
    with pytest.raises(TidakBerwenang):
        konfirmasi(by=kantor.akun(oleh), riwayat=satu, pernyataan=True)
    with pytest.raises(TidakBerwenang):
        tolak_konfirmasi(by=kantor.akun(oleh), riwayat=satu, catatan="x")


def test_the_employee_states_the_truth_of_what_they_read(kantor: KantorUji):
    satu = diisikan(kantor)
    with pytest.raises(BelumLengkap):
        konfirmasi(by=kantor.akun(ORANG), riwayat=satu, pernyataan=False)
    with pytest.raises(SudahBerubah):
        konfirmasi(by=kantor.akun(ORANG), riwayat=satu, pernyataan=True, revisi=satu.revisi - 1)
    Dokumen.objects.update(status=StatusDokumen.DIKEMBALIKAN)
    with pytest.raises(BelumLengkap, match="belum dapat dipakai"):
        konfirmasi(by=kantor.akun(ORANG), riwayat=satu, pernyataan=True)
    assert Riwayat.objects.get(pk=satu.pk).status == S.KONFIRMASI


def test_it_needs_an_account_that_can_confirm(kantor: KantorUji):
    akun = kantor.akun(ORANG)
    akun.is_active = False
    akun.save()
    with pytest.raises(IsianSalah, match="belum mempunyai akun"):
        diisikan(kantor)


def test_the_fasilitator_takes_it_back_while_it_waits(kantor: KantorUji):
    satu = diisikan(kantor)
    with pytest.raises(TidakBerwenang, match="menolaknya dengan alasan"):
        actions.batalkan(by=kantor.akun(ORANG), riwayat=satu)
    satu = actions.batalkan(by=kantor.akun(FASILITATOR), riwayat=satu)
    assert satu.status == S.DIBATALKAN
    with pytest.raises(TidakBerwenang):
        actions.batalkan(by=kantor.akun(FASILITATOR), riwayat=disetujui(kantor))


@pytest.mark.syarat("BABEL-9-3b")
def test_pressed_through_by_both(kantor: KantorUji):
    situs, nip = Situs(kantor), kantor.nip[ORANG]
    bukti = berkas(kantor, ORANG, status=StatusDokumen.TERVERIFIKASI)
    fasilitator, pegawai = situs.masuk(FASILITATOR), situs.masuk(ORANG)
    assert "Isikan usulan atas namanya" in teks(fasilitator.get(f"/riwayat/?pegawai={nip}"))
    assert bukti.judul in teks(fasilitator.get(f"/riwayat/usulan/baru/?pegawai={nip}"))
    alamat = f"/riwayat/usulan/baru/?dokumen={bukti.pk}&jenis=golongan"
    halaman = fasilitator.get(alamat)
    isi = tersembunyi(halaman) | GOLONGAN
    assert "Kirim untuk dikonfirmasi" in teks(fasilitator.post(alamat, isi | {"langkah": "periksa"}))
    kirim = fasilitator.post(alamat, isi | {"langkah": "ajukan", "pernyataan": "on"}, follow=True)
    assert "diminta mengonfirmasinya" in teks(kirim)
    assert Jejak.objects.filter(aksi="dokumen.lihat", pelaku=kantor.akun(FASILITATOR).pk).exists()
    satu = Riwayat.objects.get(dibuat_oleh=kantor.akun(FASILITATOR))
    assert "Konfirmasi usulan golongan" in teks(pegawai.get("/"))
    lembar = pegawai.get(f"/riwayat/usulan/{satu.pk}/")
    assert "Benar, ajukan" in teks(lembar)
    assert "Tarik usulan" not in teks(lembar)
    jalan = f"/riwayat/usulan/{satu.pk}/konfirmasi/"
    assert fasilitator.post(jalan, {"revisi": satu.revisi, "pernyataan": "on"}).status_code == 403
    assert "Centang dulu" in teks(pegawai.post(jalan, {"revisi": satu.revisi, "tindakan": "setuju"}))
    assert "Tulis apa yang tidak benar" in teks(pegawai.post(jalan, {"revisi": satu.revisi, "tindakan": "tolak"}))
    hasil = teks(pegawai.post(jalan, {"revisi": satu.revisi, "tindakan": "setuju", "pernyataan": "on"}, follow=True))
    assert "Dikonfirmasi pegawai" in hasil
    assert "Diisikan" in teks(situs.masuk(ADMIN).get(f"/usulan/{satu.pk}/"))


@pytest.mark.syarat("BABEL-27-2j")
def test_nobody_fills_in_anothers_phone_and_mail(kantor: KantorUji):
    with pytest.raises(TidakBerwenang, match="nomor HP dan email"):
        diisikan(kantor, jenis="data_utama", data={"alamat": "Jalan Lain", "no_hp": "+62-800-0000-1111"})
    ktp = berkas(kantor, ORANG, "KTP", status=StatusDokumen.TERVERIFIKASI)
    pilihan = Situs(kantor).masuk(FASILITATOR).get(f"/riwayat/usulan/baru/?pegawai={kantor.nip[ORANG]}")
    assert f"dokumen={ktp.pk}" not in pilihan.content.decode()


def test_what_waits_for_a_week_is_named_again_once_a_week(kantor: KantorUji):
    satu = diisikan(kantor)
    for _ in range(2):
        ingatkan("", Klaim(Job(), "uji"))
    assert Kabar.objects.filter(teks__contains="masih menunggu konfirmasi").count() == 0
    Riwayat.objects.filter(pk=satu.pk).update(dibuat_pada=timezone.now() - timedelta(days=8))
    for _ in range(2):
        ingatkan("", Klaim(Job(), "uji"))
    assert Kabar.objects.filter(pengguna=kantor.akun(ORANG), teks__contains="masih menunggu konfirmasi").count() == 1
