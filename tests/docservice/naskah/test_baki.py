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
    assert "Sudah dibuka" in isi
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
