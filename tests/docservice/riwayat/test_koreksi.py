"""Correcting an accepted row: the new one takes its place when it is validated, the old one stays to be seen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.atas_nama import isikan, konfirmasi
from docservice.riwayat.koreksi import perubahan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEMILIK, TETANGGA, Situs, teks, tersembunyi
from tests.docservice.riwayat.alat import GOLONGAN, berkas, usulan

pytestmark = pytest.mark.django_db
BENAR = GOLONGAN | {"golongan": "III/b", "sk_nomor": "821.13/0914/BKPSDM/2022"}


@pytest.fixture
def lama(kantor_contoh: KantorUji) -> Riwayat:
    baris = usulan(kantor_contoh, StatusRiwayat.TERVALIDASI)
    Dokumen.objects.filter(bukti_riwayat__riwayat=baris).update(nomor=GOLONGAN["sk_nomor"])
    return baris


def bukti(lama: Riwayat) -> Dokumen:
    return lama.bukti.get().dokumen


def perbaiki(kantor: KantorUji, lama: Riwayat, **lain: Any) -> Riwayat:
    isi: dict[str, Any] = {"by": kantor.akun(PEMILIK), "pegawai": kantor.orang(PEMILIK), "jenis": "golongan"}
    isi |= {"data": BENAR, "pernyataan": True, "menggantikan": lama, "alasan": "Salah ketik."}
    if "bukti" not in lain:
        isi["bukti"] = [bukti(lama)]
    return actions.ajukan(**isi | lain)


def validasi(kantor: KantorUji, satu: Riwayat) -> Riwayat:
    actions.verifikasi(by=kantor.akun(FASILITATOR), riwayat=satu)
    return actions.validasi(by=kantor.akun(ADMINISTRATOR), riwayat=satu)


def kirim(klien: Client, alamat: str, langkah: str, **isi: Any) -> Any:
    return klien.post(alamat, {**tersembunyi(klien.get(alamat)), **BENAR, **isi, "langkah": langkah})


@pytest.mark.syarat("BABEL-1-14", "BABEL-14-3")
def test_a_correction_takes_the_place_of_the_old_row_and_both_can_be_seen(situs: Situs, lama: Riwayat):
    klien = situs.masuk(PEMILIK)
    assert "Usulkan perbaikan" in teks(klien.get(reverse("riwayat:usulan", args=[lama.pk])))
    pilih = klien.get(f"{reverse('riwayat:baru')}?koreksi={lama.pk}")
    alamat = f"{reverse('riwayat:baru')}?dokumen={bukti(lama).pk}&jenis=golongan&koreksi={lama.pk}"
    assert alamat.partition("?")[2].replace("&", "&amp;") in pilih.content.decode()
    ringkasan = teks(kirim(klien, alamat, "periksa"))
    assert "Yang diperbaiki" in ringkasan
    assert "Apa yang salah pada data lama?" in ringkasan
    kirim(klien, alamat, "ajukan", pernyataan="on", alasan="Golongan salah ketik.")
    baru = Riwayat.objects.get(menggantikan=lama)
    desk = teks(situs.masuk(FASILITATOR).get(reverse("riwayat:periksa", args=[baru.pk])))
    assert "Golongan salah ketik." in desk
    assert "III/a, Penata Muda III/b, Penata Muda Tingkat I" in desk
    validasi(situs.kantor, baru)
    lama.refresh_from_db()
    assert lama.status == StatusRiwayat.DIGANTI
    terbaru = Riwayat.objects.milik(lama.pegawai).jenis("golongan").tervalidasi().terbaru()
    assert terbaru == baru
    assert bukti(lama).nomor == BENAR["sk_nomor"], "the paper is filed under its right number"
    assert "Data ini sudah diperbaiki." in teks(klien.get(reverse("riwayat:usulan", args=[lama.pk])))
    jejak = Jejak.objects.get(aksi="riwayat.diganti")
    assert (jejak.objek, jejak.rincian["diganti_oleh"]) == (f"riwayat:{lama.pk}", baru.pk)


@pytest.mark.syarat("BABEL-1-14")
@pytest.mark.parametrize("putusan", ["tolak", "kembalikan"])
def test_until_it_is_validated_the_old_row_holds(kantor_contoh: KantorUji, lama: Riwayat, putusan: str):
    baru = actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=perbaiki(kantor_contoh, lama))
    getattr(actions, putusan)(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=baru, catatan="Kertasnya III/a.")
    lama.refresh_from_db()
    assert lama.status == StatusRiwayat.TERVALIDASI
    assert list(Riwayat.objects.milik(lama.pegawai).jenis("golongan").tervalidasi()) == [lama]


def test_a_returned_correction_goes_again_and_still_corrects(kantor_contoh: KantorUji, lama: Riwayat):
    baru = perbaiki(kantor_contoh, lama)
    actions.kembalikan(by=kantor_contoh.akun(FASILITATOR), riwayat=baru, catatan="TMT?")
    baru.refresh_from_db()
    lagi = perbaiki(kantor_contoh, lama, riwayat=baru, revisi=baru.revisi, menggantikan=None, alasan="")
    assert (lagi.menggantikan, lagi.alasan) == (lama, "Salah ketik.")
    validasi(kantor_contoh, lagi)
    lama.refresh_from_db()
    assert lama.status == StatusRiwayat.DIGANTI


def test_neither_the_row_itself_nor_a_later_one_is_a_reason_for_a_warning(kantor_contoh: KantorUji, lama: Riwayat):
    kini = usulan(kantor_contoh, StatusRiwayat.TERVALIDASI)
    data = kini.data | {"golongan": "III/b", "tmt_golongan": "2026-12-01"}
    Riwayat.objects.filter(pk=kini.pk).update(tmt=date(2026, 12, 1), data=data)
    assert perbaiki(kantor_contoh, lama).peringatan == []


def test_what_changes_is_named_field_by_field(kantor_contoh: KantorUji, lama: Riwayat):
    assert perubahan(perbaiki(kantor_contoh, lama)) == [
        ("Nomor SK", GOLONGAN["sk_nomor"], BENAR["sk_nomor"]),
        ("Golongan ruang", "III/a, Penata Muda", "III/b, Penata Muda Tingkat I"),
    ]


@pytest.mark.syarat("BABEL-15-1a")
def test_an_administrator_corrects_with_a_reason_and_three_others_agree(kantor_contoh: KantorUji, lama: Riwayat):
    kantor = kantor_contoh
    isi: dict[str, Any] = {"data": BENAR, "bukti": [bukti(lama)], "pernyataan": True, "menggantikan": lama}
    umum: dict[str, Any] = {"by": kantor.akun(ADMINISTRATOR), "pegawai": lama.pegawai, "jenis": "golongan"}
    with pytest.raises(BelumLengkap):
        isikan(**umum, **isi)
    baru = isikan(**umum, **isi, alasan="Menurut petikan SK dari BKN.")
    baru = konfirmasi(by=kantor.akun(PEMILIK), riwayat=baru, pernyataan=True)
    baru = actions.verifikasi(by=kantor.akun(FASILITATOR), riwayat=baru)
    with pytest.raises(TidakBerwenang):
        actions.validasi(by=kantor.akun(ADMINISTRATOR), riwayat=baru)
    actions.validasi(by=kantor.akun(6), riwayat=baru)
    lama.refresh_from_db()
    assert (lama.status, lama.pengganti.get().alasan) == (StatusRiwayat.DIGANTI, "Menurut petikan SK dari BKN.")


# --- refused ---------------------------------------------------------------------------------------------------


def test_a_correction_needs_a_reason_and_a_difference(kantor_contoh: KantorUji, lama: Riwayat):
    with pytest.raises(BelumLengkap) as salah:
        perbaiki(kantor_contoh, lama, alasan="  ")
    assert set(salah.value.isian) == {"alasan"}
    with pytest.raises(IsianSalah):
        perbaiki(kantor_contoh, lama, data=GOLONGAN)
    assert not Riwayat.objects.exclude(menggantikan=None).exists()


def test_one_correction_runs_at_a_time(kantor_contoh: KantorUji, lama: Riwayat):
    satu = perbaiki(kantor_contoh, lama)
    with pytest.raises(SudahBerubah):
        perbaiki(kantor_contoh, lama, bukti=[berkas(kantor_contoh, PEMILIK)])
    actions.batalkan(by=kantor_contoh.akun(PEMILIK), riwayat=satu)
    assert perbaiki(kantor_contoh, lama).status == StatusRiwayat.DIAJUKAN


def test_what_a_decree_of_ours_wrote_is_corrected_by_a_decree(kantor_contoh: KantorUji, lama: Riwayat):
    Riwayat.objects.filter(pk=lama.pk).update(sumber=Riwayat.Sumber.TERBITAN)
    with pytest.raises(SudahBerubah, match="keputusan baru"):
        perbaiki(kantor_contoh, Riwayat.objects.get(pk=lama.pk))


@pytest.mark.parametrize("status", [StatusRiwayat.DIAJUKAN, StatusRiwayat.DIGANTI, StatusRiwayat.DITOLAK])
def test_only_an_accepted_row_is_corrected(kantor_contoh: KantorUji, lama: Riwayat, status: StatusRiwayat):
    Riwayat.objects.filter(pk=lama.pk).update(status=status)
    with pytest.raises(SudahBerubah):
        perbaiki(kantor_contoh, Riwayat.objects.get(pk=lama.pk), bukti=[berkas(kantor_contoh, PEMILIK)])


def test_nobody_corrects_the_row_of_another_or_of_another_kind(situs: Situs, lama: Riwayat):
    kantor = situs.kantor
    with pytest.raises(TidakBerwenang):
        perbaiki(
            kantor,
            lama,
            by=kantor.akun(TETANGGA),
            pegawai=kantor.orang(TETANGGA),
            bukti=[berkas(kantor, TETANGGA, status=StatusDokumen.TERVERIFIKASI)],
        )
    lain = Riwayat.objects.create(
        pegawai=lama.pegawai, jenis="kinerja", data={}, dibuat_oleh=kantor.akun(PEMILIK), tmt=lama.tmt
    )
    with pytest.raises(TidakBerwenang):
        perbaiki(kantor, lain, bukti=[bukti(lama)])
    assert situs.masuk(TETANGGA).get(f"{reverse('riwayat:baru')}?koreksi={lama.pk}").status_code == 404


def test_the_button_is_there_for_those_who_may_while_none_runs(situs: Situs, lama: Riwayat):
    alamat = reverse("riwayat:usulan", args=[lama.pk])
    assert "Usulkan perbaikan" not in teks(situs.masuk(KEPALA).get(alamat))
    perbaiki(situs.kantor, lama)
    halaman = teks(situs.masuk(PEMILIK).get(alamat))
    assert "Usulkan perbaikan" not in halaman
    assert "Perbaikan data ini sedang berjalan." in halaman
