"""Sweeping: what a row knows is never taken, whatever its age; what none knows goes after its time, and is counted."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.audit.models import Jejak
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.dokumen import gudang, yatim
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.models import BagianKiriman, Kiriman, PelepasanKarantina, VersiDokumen
from docservice.dokumen.status import StatusBerkas
from docservice.naskah.models import Naskah, NomorRegister, Paraf, Upaya
from docservice.rekonsiliasi.models import Rekonsiliasi
from tests.docservice.bersama import serentak
from tests.docservice.dokumen.alat import gudang_sendiri
from tests.docservice.factories import DokumenFactory, PegawaiFactory, PenggunaFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]
LALU = timedelta(seconds=-1)


@pytest.fixture(autouse=True)
def _gudang_sendiri(settings: Any, tmp_path: Path) -> Iterator[None]:
    with gudang_sendiri(settings, tmp_path):
        yield


@pytest.fixture
def sudah_tua(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every blob is older than any time of grace."""
    monkeypatch.setattr(yatim, "usia", lambda _: LALU)


def blob(toko: str, isi: str) -> str:
    return yatim.toko_bernama(toko).put(io.BytesIO(isi.encode())).sha256


def versi(status: str, toko: str) -> VersiDokumen:
    satu = DokumenFactory.create().versi_terkini
    sidik = blob(toko, f"berkas {satu.pk}")
    VersiDokumen.objects.filter(pk=satu.pk).update(status=status, sha256=sidik)
    satu.refresh_from_db()
    return satu


def arsip() -> list[str]:
    dokumen = DokumenFactory.create()
    halaman = dokumen.versi_terkini.halaman.get()
    turunan = blob("arsip", "turunan")
    VersiDokumen.objects.filter(dokumen=dokumen).update(turunan=turunan)
    hasil = [blob("arsip", nama) for nama in ("ekspor", "json", "xlsx", "tertandatangan")]
    rekonsiliasi(
        sumber=hasil[0], hasil_json=hasil[1], hasil_xlsx=hasil[2], status="ditutup", ditutup_pada="2026-01-01T00:00Z"
    )
    naskah(hasil_sha256=hasil[3])
    return [*hasil, turunan, dokumen.versi_terkini.sha256, halaman.gambar, halaman.kecil]


def karantina() -> list[str]:
    terkurung, dilepas = (versi(satu, "karantina") for satu in (StatusBerkas.KARANTINA, StatusBerkas.SIAP))
    oleh, lain = (PenggunaFactory.create() for _ in range(2))
    putusan = {"diputuskan_oleh": lain, "diputuskan_pada": "2026-01-01T00:00Z", "alasan_putusan": "Bukan virus."}
    PelepasanKarantina.objects.create(versi=dilepas, diusulkan_oleh=oleh, alasan="x", hasil="dilepas", **putusan)
    return [terkurung.sha256, dilepas.sha256]


def kerja() -> list[str]:
    sidik = [blob("kerja", nama) for nama in ("draf", "halaman", "paraf", "paraf lama", "final", "draf lama")]
    satu = naskah(draf_sha256=sidik[5], final_sha256=sidik[4])
    Naskah.objects.filter(pk=satu.pk).update(draf_sha256=sidik[0], gambar_draf=[[sidik[1], 10, 14]])
    Paraf.objects.create(naskah=satu, urutan=1, pejabat=satu.pegawai, sha256=sidik[2], sha256_lama=sidik[3])
    return sidik


def masuk() -> list[str]:
    return [versi(satu, "masuk").sha256 for satu in (StatusBerkas.DITERIMA, StatusBerkas.DITOLAK)]


def bagian() -> list[str]:
    sidik = [blob("bagian", nama) for nama in ("potong", "berkas", "zip", "ekspor")]
    oleh = PenggunaFactory.create()
    kiriman = Kiriman.objects.create(pengguna=oleh, nama_berkas="a.pdf", ukuran=6)
    BagianKiriman.objects.create(kiriman=kiriman, mulai=0, ukuran=6, sha256=sidik[0])
    terbuka = Borongan.objects.create(oleh=oleh, nama="a", kunci="a", status="diperiksa")
    BarisBorongan.objects.create(borongan=terbuka, urutan=0, nama="a", sha256=sidik[1])
    Borongan.objects.create(oleh=oleh, nama="b", kunci="b", paket=sidik[2])
    rekonsiliasi(sumber=sidik[3])
    return sidik


def rekonsiliasi(**isi: Any) -> None:
    oleh = PenggunaFactory.create()
    Rekonsiliasi.objects.create(oleh=oleh, nama="a", kunci="a", per_tanggal="2026-01-01", **isi)


def naskah(**upaya: Any) -> Naskah:
    pegawai, oleh = PegawaiFactory.create(), PenggunaFactory.create()
    isi: dict[str, Any] = {
        "jenis": "surat_tugas",
        "data": {},
        "rujukan": "uji:1",
        "perihal": "Uji",
        "disusun_oleh": oleh,
    }
    satu = Naskah.objects.create(pegawai=pegawai, penanda_tangan=pegawai, **isi)
    nomor = {"lingkup": "a", "tahun": 2026, "urut": 1, "nomor": "1", "tanggal": "2026-01-01"}
    register = NomorRegister.objects.create(naskah=satu, **nomor)
    Upaya.objects.create(naskah=satu, kelompok="a", urutan=1, oleh=oleh, nomor=register, **upaya)
    return satu


@pytest.mark.usefixtures("sudah_tua")
@pytest.mark.parametrize("isi", [arsip, karantina, kerja, masuk, bagian], ids=lambda satu: satu.__name__)
def test_of_each_store_only_what_no_row_knows_is_swept_and_counted(isi: Any):
    nama = isi.__name__
    dikenal = isi()
    tersesat = [blob(nama, kata) for kata in ("yatim", "piatu")]
    assert yatim.yatim(nama) == sorted(tersesat)
    assert yatim.sapu(nama) == 2
    toko = yatim.toko_bernama(nama)
    assert all(toko.exists(satu) for satu in dikenal)
    assert not any(toko.exists(satu) for satu in tersesat)
    jejak = Jejak.objects.get(aksi="gudang.disapu")
    assert (jejak.objek, jejak.rincian["jumlah"], jejak.pelaku) == (f"gudang:{nama}", 2, None)
    assert yatim.sapu(nama) == 0
    assert Jejak.objects.filter(aksi="gudang.disapu").count() == 1


def test_bytes_whose_row_is_not_committed_yet_are_left_alone():
    """A sweep on another connection sees no row; the age of the bytes is what saves them."""
    with transaction.atomic():
        satu = DokumenFactory.create().versi_terkini
        assert serentak([lambda: yatim.sapu("arsip")]) == [0]
    assert gudang.arsip().exists(satu.sha256)


def test_an_old_orphan_that_is_just_being_uploaded_again_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """It was old and unknown when the sweep chose it; then an upload brought the same bytes."""
    sidik = blob("masuk", "sama")
    toko = gudang.masuk()
    monkeypatch.setattr(yatim, "usia", lambda _: timedelta(hours=1))
    for path in (tmp_path / "masuk").glob(f"*/{sidik}*"):
        os.utime(path, (0, 0))
    assert toko.age(sidik) > 3600

    class Kosong(dict[str, None]):
        def __contains__(self, satu: object) -> bool:
            blob("masuk", "sama")
            return False

    monkeypatch.setattr(yatim, "Dikenal", lambda _: Kosong())
    assert yatim.sapu("masuk") == 0
    assert toko.exists(sidik)


def test_the_archive_and_the_quarantine_wait_a_month_and_what_passes_through_a_day(settings: Any):
    assert [yatim.usia(nama).days for nama in ("arsip", "karantina", "kerja", "masuk", "bagian")] == [30, 30, 7, 1, 1]
    sidik = blob("arsip", "yatim")
    assert yatim.sapu("arsip") == 0
    settings.ORPHAN_DAYS = 0
    assert yatim.sapu("arsip") == 1
    assert not gudang.arsip().exists(sidik)


@pytest.mark.usefixtures("sudah_tua")
def test_the_nightly_and_the_hourly_job_sweep_every_store():
    for nama in (*yatim.TIAP_MALAM, *yatim.TIAP_JAM):
        blob(nama, "yatim")
    for jenis in ("dokumen.sapu_malam", "dokumen.sapu_kiriman"):
        assert jalankan(taruh(jenis, "uji").pk)
    assert {j.objek for j in Jejak.objects.filter(aksi="gudang.disapu")} == {
        f"gudang:{nama}" for nama in ("arsip", "karantina", "kerja", "masuk", "bagian")
    }


@pytest.mark.parametrize("nama", ["arsip", "karantina", "kerja", "masuk", "bagian"])
def test_what_a_killed_process_left_half_written_and_open_goes_within_a_day(nama: str, tmp_path: Path):
    blob(nama, "sehat")
    tua, baru = (tmp_path / nama / "tmp" / f"masuk-{kata}" for kata in ("tua", "baru"))
    for satu in (tua, baru):
        satu.write_bytes(b"hukuman disiplin")
    sehari = time.time() - 25 * 3600
    os.utime(tua, (sehari, sehari))
    assert jalankan(taruh("dokumen.sapu_kiriman", "uji").pk)
    assert (tua.exists(), baru.exists()) == (False, True)


@pytest.mark.usefixtures("sudah_tua")
def test_the_command_only_says_it_first():
    sidik = blob("kerja", "yatim")
    kata = StringIO()
    call_command("sapu_yatim", "--gudang", "kerja", "--coba", "--json", stdout=kata)
    assert json.loads(kata.getvalue()) == {"kerja": 1}
    assert gudang.kerja().exists(sidik)
    call_command("sapu_yatim", stdout=kata)
    assert "kerja: 1 berkas" in kata.getvalue()
    assert not gudang.kerja().exists(sidik)


def test_a_store_of_which_no_row_knows_anything_is_not_swept_empty():
    with pytest.raises(LookupError):
        Dikenal("gudang baru")
