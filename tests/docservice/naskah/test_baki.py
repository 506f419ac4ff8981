"""The tray: grouped by kind, what was opened is said, what cannot be signed says why in a few words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from docservice.naskah.models import Kewenangan, Naskah, NomorRegister
from docservice.naskah.penyedia import penanda
from docservice.umum.errors import BelumLengkap
from docservice.umum.waktu import tanggal_panjang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs, teks
from tests.docservice.naskah.alat import SEKDA, tanda_tangani, terkirim

pytestmark = pytest.mark.django_db


def baki(kantor: KantorUji, **isi: Any) -> Any:
    klien = Situs(kantor).masuk(SEKDA)
    sesi = klien.session
    kini = timezone.now().timestamp()
    sesi.update({"masuk_pada": kini, "terbukti_pada": kini})
    sesi.save()
    return klien.get(reverse("naskah:baki"), **isi)


def test_the_tray_is_grouped_by_kind_and_says_what_was_opened(kantor: KantorUji, naskah: Naskah):
    isi = teks(baki(kantor))
    assert "1 naskah · tertua sejak " in isi
    assert naskah.jenis_naskah.title in isi
    assert "III/a → III/b" in isi
    assert "Belum dibuka" in isi, "a phone shows the list alone"
    assert "Sudah dibuka" in teks(baki(kantor, data={"buka": naskah.pk}))
    kalimat = "Cukup satu kali. Hasil setiap naskah ditampilkan satu per satu. Passphrase tidak pernah disimpan."
    assert f"{kalimat} Nomor SK diberikan saat naskah ditandatangani." in isi


def test_a_row_that_is_clicked_brings_its_page_only(kantor: KantorUji, naskah: Naskah):
    bagian = baki(kantor, data={"buka": naskah.pk}, headers={"HX-Request": "true"})
    assert b"<html" not in bagian.content
    assert f"1 dari 1 · {naskah.pegawai.nama}" in teks(bagian)
    assert f'id="dibuka-{naskah.pk}" hx-swap-oob="true"'.encode() in bagian.content


def test_what_was_not_opened_is_said(kantor: KantorUji, naskah: Naskah):
    terkirim(kantor, 14)
    Naskah.objects.filter(pegawai=kantor.orang(14)).update(status="menunggu_tte")
    baki(kantor, data={"buka": naskah.pk})
    assert "Belum dibuka" in teks(baki(kantor))


def test_initials_that_lack(kantor: KantorUji, naskah: Naskah):
    Naskah.objects.filter(pk=naskah.pk).update(status="paraf")
    isi = baki(kantor)
    assert "Paraf belum lengkap" in teks(isi)
    assert b'type="checkbox" name="naskah"' not in isi.content


def test_an_acting_official(kantor: KantorUji, naskah: Naskah):
    Kewenangan.objects.update(plt_plh="Plh.", boleh_plt_plh=False)
    assert "Plh. tidak berwenang" in teks(baki(kantor))


def test_an_authority_that_ended(kantor: KantorUji, naskah: Naskah):
    kemarin = timezone.localdate() - timedelta(days=1)
    Kewenangan.objects.update(berlaku_sampai=kemarin)
    assert f"Masa berlaku wewenang berakhir {tanggal_panjang(kemarin)}" in teks(baki(kantor))


def test_a_certificate_that_ended_signs_nothing_and_takes_no_number(kantor: KantorUji, naskah: Naskah):
    habis = penanda().identity(kantor.nip[SEKDA]).not_after
    kalimat = f"Sertifikat Anda berakhir {tanggal_panjang(timezone.localtime(habis).date())}."
    with time_machine.travel(habis + timedelta(days=2)):
        Kewenangan.objects.update(berlaku_sampai=None)
        with pytest.raises(BelumLengkap, match="Ajukan sertifikat baru ke BSrE, lalu coba lagi") as tolakan:
            tanda_tangani(kantor, naskah)
        assert tolakan.value.pesan.startswith(kalimat)
        assert kalimat in teks(baki(kantor))
    assert not NomorRegister.objects.exists()


def test_an_empty_tray_says_so(kantor: KantorUji, naskah: Naskah):
    Naskah.objects.filter(pk=naskah.pk).update(penanda_tangan=kantor.orang(2))
    assert "Tidak ada naskah yang menunggu." in teks(baki(kantor))


# --- on a phone the passphrase has a page of its own ------------------------------------------------------------


def kirim(kantor: KantorUji, **isi: Any) -> Any:
    klien = Situs(kantor).masuk(SEKDA)
    sesi, kini = klien.session, timezone.now().timestamp()
    sesi.update({"masuk_pada": kini, "terbukti_pada": kini})
    sesi.save()
    return klien.post(reverse("naskah:baki"), isi)


def test_what_was_ticked_is_repeated_above_the_passphrase(kantor: KantorUji, naskah: Naskah):
    halaman = kirim(kantor, naskah=[f"{naskah.pk}:{naskah.draf_sha256}"], lanjut="1")
    assert "Tanda tangani 1 naskah" in teks(halaman)
    assert naskah.pegawai.nama_lengkap in teks(halaman)
    assert f'type="hidden" name="naskah" value="{naskah.pk}:{naskah.draf_sha256}"' in halaman.content.decode()
    assert not NomorRegister.objects.exists()


def test_nothing_ticked_stays_in_the_tray(kantor: KantorUji, naskah: Naskah):
    halaman = kirim(kantor, lanjut="1")
    assert halaman.status_code == 422
    assert "Belum ada naskah yang dipilih." in teks(halaman)
    assert "Menunggu tanda tangan Anda" in teks(halaman)


def test_a_passphrase_that_lacks_is_asked_on_the_page_where_it_is_typed(kantor: KantorUji, naskah: Naskah):
    halaman = kirim(kantor, naskah=[f"{naskah.pk}:{naskah.draf_sha256}"], sendiri="1", passphrase="")
    assert halaman.status_code == 422
    assert "Passphrase belum diisi." in teks(halaman)
    assert "Kembali memilih" in teks(halaman)


def test_a_decree_that_changed_meanwhile_leads_back_to_the_tray(kantor: KantorUji, naskah: Naskah):
    halaman = kirim(kantor, naskah=[f"{naskah.pk}:{'0' * 64}"], sendiri="1", passphrase="apa saja")
    assert halaman.status_code == 409
    assert "Menunggu tanda tangan Anda" in teks(halaman)


def test_how_many_were_not_opened_and_the_way_there(kantor: KantorUji, naskah: Naskah):
    terkirim(kantor, 14)
    Naskah.objects.filter(pegawai=kantor.orang(14)).update(status="menunggu_tte")
    assert "2 belum dibuka · Buka yang belum dibuka" in teks(baki(kantor))
    assert "1 belum dibuka · Buka yang belum dibuka" in teks(baki(kantor, data={"buka": naskah.pk}))
