"""Fixity: damage of every kind is found, named, journalled, and mended where a second copy is set."""

from __future__ import annotations

import io
import json
import os
import shutil
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.arsip.kesehatan import periksa_semua
from docservice.arsip.keutuhan import Putaran, Temuan, periksa_keutuhan
from docservice.arsip.models import GudangTerjaga, PutaranKeutuhan
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.models import Halaman, VersiDokumen
from docservice.dokumen.yatim import toko_bernama
from docservice.naskah.models import Naskah
from storage import BlobStore, shelf_at
from tests.docservice.dokumen.alat import gudang_sendiri
from tests.docservice.factories import DokumenFactory, PegawaiFactory, PenggunaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _gudang_sendiri(settings: Any, tmp_path: Path) -> Any:
    """An archive of this test's own: every stray blob is a finding."""
    with gudang_sendiri(settings, tmp_path / "utama"):
        yield


def letak(sidik: str) -> Path:
    with gudang.arsip().local_path(sidik) as path:
        return path


def tulis(sidik: str, isi: bytes) -> None:
    path = letak(sidik)
    path.chmod(0o600)
    path.write_bytes(isi)


@pytest.fixture
def sidik() -> list[str]:
    """The bytes of seven documents."""
    return [DokumenFactory.create().versi_terkini.sha256 for _ in range(7)]


@pytest.fixture
def rusak(sidik: list[str]) -> dict[str, str]:
    """One damage of each kind, planted: hash to its name."""
    berubah, terpotong, bertambah, tertukar, hilang, lain, _ = sidik
    isi = bytearray(letak(berubah).read_bytes())
    isi[len(isi) // 2] ^= 1
    tulis(berubah, bytes(isi))
    tulis(terpotong, letak(terpotong).read_bytes()[:-3])
    tulis(bertambah, letak(bertambah).read_bytes() + b"x")
    tulis(tertukar, letak(lain).read_bytes())
    letak(hilang).unlink()
    berlebih = gudang.arsip().put(io.BytesIO(b"%PDF-1.7 tidak dikenal siapa pun")).sha256
    os.utime(letak(berlebih), (0, 0))
    return {
        berubah: "berubah",
        terpotong: "terpotong",
        bertambah: "bertambah",
        tertukar: "tertukar",
        hilang: "hilang",
        berlebih: "berlebih",
    }


@pytest.fixture
def kedua(sidik: list[str], settings: Any, tmp_path: Path) -> BlobStore:
    """A second copy, made while all was well."""
    settings.STORAGE_SECOND_URL = f"file://{tmp_path / 'kedua'}"
    toko = BlobStore(shelf_at(settings.STORAGE_SECOND_URL, "arsip"))
    for satu in gudang.arsip().digests():
        with gudang.arsip().open(satu) as isi:
            toko.put(isi)
    return toko


@pytest.mark.syarat("BABEL-26-4")
def test_an_untouched_archive_is_whole(sidik: list[str]):
    kata = StringIO()
    call_command("fixity", "--json", stdout=kata)
    assert json.loads(kata.getvalue()) == {"diperiksa": 14, "temuan": []}  # seven files, seven page images
    assert not Jejak.objects.filter(aksi__startswith="keutuhan.").exists()


def test_every_damage_is_found_named_and_journalled(rusak: dict[str, str]):
    assert {t.sha256: t.jenis for t in periksa_keutuhan()} == rusak
    jejak = Jejak.objects.filter(aksi__startswith="keutuhan.")
    assert {j.objek.removeprefix("blob:"): j.aksi.removeprefix("keutuhan.") for j in jejak} == rusak
    assert not any(j.rincian["pulih"] for j in jejak)


def test_a_damaged_page_image_is_found_too(sidik: list[str]):
    gambar = Halaman.objects.order_by("pk").values_list("gambar", flat=True)[0]
    tulis(gambar, b"RIFF lain")
    assert [t.sha256 for t in periksa_keutuhan()] == [gambar]


def test_bytes_that_are_just_being_stored_are_no_finding(sidik: list[str]):
    gudang.arsip().put(io.BytesIO(b"%PDF-1.7 barisnya menyusul"))
    assert list(periksa_keutuhan()) == []


def test_what_is_damaged_is_mended_from_the_second_store(kedua: BlobStore, rusak: dict[str, str]):
    kata, galat = StringIO(), StringIO()
    with pytest.raises(CommandError, match="berlebih"):  # a stray blob is for a person to judge
        call_command("fixity", "--json", "--pulihkan", stdout=kata, stderr=galat)
    temuan = json.loads(kata.getvalue())["temuan"]
    assert {t["sha256"]: t["pulih"] for t in temuan} == {s: jenis != "berlebih" for s, jenis in rusak.items()}
    assert [t.jenis for t in periksa_keutuhan()] == ["berlebih"]
    assert Jejak.objects.filter(aksi="keutuhan.hilang", rincian__pulih=True).count() == 1


def test_a_second_store_that_is_damaged_or_away_mends_nothing(
    kedua: BlobStore, sidik: list[str], settings: Any, tmp_path: Path
):
    for toko in (gudang.arsip(), kedua):
        with toko.local_path(sidik[0]) as path:
            path.chmod(0o600)
            path.write_bytes(b"%PDF-1.7 lain")
    assert [t.pulih for t in periksa_keutuhan(Putaran(pulihkan=True))] == [False]
    settings.STORAGE_SECOND_URL = f"file://{tmp_path / 'tidak-ada'}"
    assert [t.pulih for t in periksa_keutuhan(Putaran(pulihkan=True))] == [False]
    assert gudang.arsip().exists(sidik[0])  # nothing damaged is thrown away


def test_a_run_within_a_budget_goes_on_where_the_last_one_stopped(rusak: dict[str, str]):
    temuan: list[Temuan] = []
    kali = 0
    while kali == 0 or PutaranKeutuhan.objects.get(pk=1).setelah:
        langkah = Putaran(mb=1e-6, lanjut=True)  # one blob at a time
        temuan += periksa_keutuhan(langkah)
        kali += 1
    assert {t.sha256: t.jenis for t in temuan} == rusak
    assert len(temuan) == len(rusak)
    assert kali > 10
    assert PutaranKeutuhan.objects.get(pk=1).tuntas_pada


def test_the_daily_run_mends_by_itself(kedua: BlobStore, rusak: dict[str, str]):
    assert jalankan(taruh("arsip.keutuhan", "uji").pk)
    assert [t.jenis for t in periksa_keutuhan()] == ["berlebih"]


def test_the_days_budget_is_spent_by_the_hour_and_a_small_archive_walked_once(sidik: list[str], settings: Any):
    settings.FIXITY_DAILY_MB = 24e-6  # an hour's share is one blob
    sampai = [_sejam(jam) for jam in range(17)]
    assert sampai[:14] == sorted(gudang.arsip().digests())
    assert sampai[14:] == ["", "", ""]  # walked, and left alone for a day
    PutaranKeutuhan.objects.update(tuntas_pada=timezone.now() - timedelta(days=2))
    assert PutaranKeutuhan.objects.filter(setelah="").count() == 3  # quarantine and drafts were walked too
    assert _sejam(17) == sampai[0]


def _sejam(jam: int) -> str:
    assert jalankan(taruh("arsip.keutuhan", jam).pk)
    return PutaranKeutuhan.objects.get(pk=1).setelah


def test_the_same_bytes_uploaded_again_heal_the_damage(sidik: list[str]):
    tulis(sidik[0], b"lain")
    pk = VersiDokumen.objects.get(sha256=sidik[0]).dokumen_id
    gudang.arsip().put(io.BytesIO(f"%PDF-1.7 berkas {pk}".encode()))
    assert list(periksa_keutuhan()) == []


def test_a_run_reads_only_the_rows_of_where_it_is(sidik: list[str], monkeypatch: pytest.MonkeyPatch):
    """A budget for a few files must not cost the hashes of a million documents."""
    dibaca: list[str] = []
    baca = Dikenal._baca

    def catat(dikenal: Dikenal, digit: str) -> dict[str, int | None]:
        dibaca.append(digit)
        return baca(dikenal, digit)

    monkeypatch.setattr(Dikenal, "_baca", catat)
    urut = list(Dikenal("arsip", janji=True))
    assert urut == sorted({*sidik, *Halaman.objects.values_list("gambar", flat=True), *_kecil()})
    assert "".join(dibaca) == "0123456789abcdef"
    dibaca.clear()
    PutaranKeutuhan.objects.update_or_create(pk=1, defaults={"setelah": urut[2]})
    langkah = Putaran(mb=0.000_001, lanjut=True)
    list(periksa_keutuhan(langkah))
    assert langkah.diperiksa == 1
    assert dibaca[0] == urut[2][0]
    assert dibaca[-1] == urut[3][0]
    assert list(Dikenal("arsip", janji=True).after(urut[2])) == urut[3:]


def _kecil() -> set[str]:
    return set(Halaman.objects.values_list("kecil", flat=True))


@pytest.mark.parametrize("nama", ["karantina", "kerja"])
def test_the_other_stores_are_walked_too(nama: str, kedua: BlobStore, sidik: list[str], tmp_path: Path):
    toko = toko_bernama(nama)
    rusak, asing = (toko.put(io.BytesIO(isi)).sha256 for isi in (b"%PDF-1.7 draf", b"%PDF-1.7 asing"))
    if nama == "karantina":
        VersiDokumen.objects.filter(sha256=sidik[0]).update(status="karantina", sha256=rusak)
    else:
        pegawai = PegawaiFactory.create()
        isi: dict[str, Any] = {"jenis": "a", "data": {}, "rujukan": "a", "perihal": "a", "draf_sha256": rusak}
        Naskah.objects.create(pegawai=pegawai, penanda_tangan=pegawai, disusun_oleh=PenggunaFactory.create(), **isi)
    letak_di = next((tmp_path / "utama" / nama).glob(f"*/{rusak}*"))
    salinan = tmp_path / "kedua" / nama / letak_di.relative_to(tmp_path / "utama" / nama)
    shutil.copytree(letak_di.parent, salinan.parent)
    for satu in letak_di.parent.glob(f"{rusak}*"):
        satu.chmod(0o600)
        satu.write_bytes(satu.read_bytes()[:-1])
    for satu in (tmp_path / "utama" / nama).glob(f"*/{asing}*"):
        os.utime(satu, (0, 0))
    temuan = {t.sha256: t for t in periksa_keutuhan(Putaran(pulihkan=True, gudang=GudangTerjaga[nama.upper()]))}
    assert set(temuan) == {rusak, asing}
    assert (temuan[asing].jenis, temuan[rusak].pulih) == ("berlebih", True)
    assert toko.verify(rusak)


def test_how_long_a_whole_walk_takes_is_said_and_too_long_is_a_disturbance(sidik: list[str]):
    def kesehatan() -> tuple[str, str]:
        return next((b.keadaan, b.rincian) for b in periksa_semua() if b.nama == "Keutuhan berkas")

    list(periksa_keutuhan(Putaran(lanjut=True)))
    assert "satu putaran penuh ± 1 hari" in kesehatan()[1]
    mulai = timezone.now() - timedelta(days=10)
    PutaranKeutuhan.objects.update(setelah="80" + "0" * 62, mulai_pada=mulai)
    keadaan, rincian = kesehatan()
    assert (keadaan, "diperiksa 50%, satu putaran penuh ± 21 hari" in rincian) == ("baik", True), rincian
    PutaranKeutuhan.objects.update(setelah="08" + "0" * 62)
    keadaan, rincian = kesehatan()
    assert (keadaan, "naikkan FIXITY_DAILY_MB" in rincian) == ("terganggu", True)
