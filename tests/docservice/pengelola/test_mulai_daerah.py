"""The first day of an installation: from an empty database to people who sign in, in no other way than anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak
from docservice.pegawai.models import Daerah, Pegawai, UnitKerja
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.surat_pakta import harus_berpakta, ingatkan_pakta, siapkan_pakta
from docservice.umum.errors import BelumLengkap
from tests.docservice.akun.alat import SANDI_BARU, di_dalam, masuk, surel
from tests.docservice.factories import PegawaiFactory, UnitKerjaFactory
from tests.docservice.halaman import teks

pytestmark = pytest.mark.django_db
KEPALA, SATU, DUA = "197408221998032902", "197801302003012904", "198203152006041905"
JUDUL = "peran,nip,nama,tempat_lahir,jenis_asn,jabatan,jenis_jabatan,tingkat_pendidikan,surel"
ORANG = (
    f"kepala_bkpsdm,{KEPALA},Meutia Larasprana,Kota Contoh,PNS,Kepala BKPSDMD,1,45,meutia@prov.go.id",
    f"administrator,{SATU},Palupi Handarini,Kota Contoh,PNS,Kepala Bidang Mutasi,1,45,palupi@prov.go.id",
    f"administrator,{DUA},Yosafat Wirabuana,Kota Contoh,PNS,Analis SDM Aparatur,2,40,yosafat@prov.go.id",
)
DAERAH = {
    "daerah": "Provinsi Sungguhan",
    "jabatan_kepala": "GUBERNUR SUNGGUHAN",
    "tempat": "Kota Sungguhan",
    "puncak": "Pemerintah Provinsi Sungguhan",
    "badan": "Badan Kepegawaian Daerah",
    "singkatan": "BKD",
    "sk_nomor": "Kep.1/BKD/2026",
    "sk_tanggal": "5 Januari 2026",
}
Mulai = Callable[..., None]


@pytest.fixture
def mulai(tmp_path: Path) -> Mulai:
    def jalan(*orang: str, judul: str = JUDUL, **lain: str) -> None:
        letak = tmp_path / "orang.csv"
        letak.write_text("\n".join((judul, *(orang or ORANG))))
        call_command("mulai_daerah", str(letak), **{**DAERAH, **lain})

    return jalan


def kosong() -> bool:
    return not any(jenis.objects.exists() for jenis in (Daerah, UnitKerja, Pegawai, Pengguna, Penugasan, Jejak))


def test_the_region_its_units_and_its_people_with_their_roles(mulai: Mulai, capsys: Any) -> None:
    mulai()
    assert Daerah.ini().nama == "Provinsi Sungguhan"
    badan = UnitKerja.bkpsdm()
    assert badan is not None
    assert (badan.nama, badan.induk and badan.induk.nama) == (DAERAH["badan"], DAERAH["puncak"])
    assert set(Penugasan.objects.berlaku().values_list("pengguna__nip", "peran", "sk_nomor", "sk_tanggal")) == {
        (KEPALA, Peran.KEPALA_BKPSDM, "Kep.1/BKD/2026", date(2026, 1, 5)),
        (SATU, Peran.ADMINISTRATOR, "Kep.1/BKD/2026", date(2026, 1, 5)),
        (DUA, Peran.ADMINISTRATOR, "Kep.1/BKD/2026", date(2026, 1, 5)),
    }
    assert {satu.berlaku_dari for satu in Penugasan.objects.all()} == {timezone.localdate()}
    assert not any(satu.has_usable_password() for satu in Pengguna.objects.all())
    assert set(Pegawai.objects.values_list("unit", flat=True)) == {badan.pk}
    aksi = list(Jejak.objects.order_by("nomor").values_list("aksi", "pelaku"))
    assert aksi[:3] == [("daerah.dimulai", None), ("unit.dibentuk", None), ("unit.dibentuk", None)]
    assert aksi.count(("pegawai.diterima", None)) == aksi.count(("peran.diberikan", None)) == 3
    assert list(periksa()) == []
    assert "Meutia Larasprana, meutia@prov.go.id" in capsys.readouterr().out


def test_each_makes_a_password_by_the_mail_and_signs_in(mulai: Mulai) -> None:
    mulai()
    kiriman = {satu.to[0]: str(satu.body) for satu in surel()}
    assert set(kiriman) == {"meutia@prov.go.id", "palupi@prov.go.id", "yosafat@prov.go.id"}
    Client().post("/masuk/lupa/", {"email": KEPALA})  # the first link may have gone stale meanwhile
    [alamat] = re.findall(r"https?://[^/]+(\S+)", str(surel()[-1].body))
    klien = Client()
    tujuan = klien.get(alamat, follow=True).request["PATH_INFO"]
    assert klien.post(tujuan, {"password1": SANDI_BARU, "password2": SANDI_BARU})["Location"] == "/masuk/lupa/selesai/"
    kepala = masuk(KEPALA, SANDI_BARU)[0]
    assert di_dalam(kepala)
    assert kepala.get(reverse("pengelola:peran")).status_code == 200
    assert not di_dalam(masuk(SATU, SANDI_BARU)[0])


@pytest.mark.syarat("BABEL-27-1a")
def test_the_first_administrators_are_asked_for_their_pledge_until_it_is_signed(mulai: Mulai) -> None:
    mulai()
    semua = Pengangkatan.objects.select_related("surat", "penugasan")
    assert {(satu.status, satu.surat and satu.surat.nomor) for satu in semua} == {("aktif", "Kep.1/BKD/2026")}
    assert semua.exclude(penugasan=None).count() == 3
    akun = Pengguna.objects.get(nip=SATU)
    assert [satu.peran for satu in harus_berpakta(akun)] == [Peran.ADMINISTRATOR]
    assert harus_berpakta(Pengguna.objects.get(nip=KEPALA)) == [], "the head appoints, the pledge is the managers'"
    klien = Client()
    klien.force_login(akun, backend="docservice.akun.backends.NipAtauSurelBackend")
    assert "Pakta integritas Anda sebagai Administrator belum ditandatangani" in teks(klien.get("/"))
    for _ in range(2):
        ingatkan_pakta("", Klaim(Job(), "uji"))
    assert akun.kabar.filter(teks__contains="belum ditandatangani").count() == 1
    with pytest.raises(BelumLengkap):  # its golongan is printed: that row comes first
        siapkan_pakta(by=akun, pengangkatan=semua.get(penugasan__pengguna=akun))


def test_it_begins_once(mulai: Mulai) -> None:
    mulai()
    jejak = Jejak.objects.count()
    with pytest.raises(CommandError, match="hanya untuk yang masih kosong"):
        mulai(daerah="Provinsi Lain")
    assert (Daerah.ini().nama, Penugasan.objects.count(), Jejak.objects.count()) == ("Provinsi Sungguhan", 3, jejak)


@pytest.mark.parametrize("buat", [PegawaiFactory, UnitKerjaFactory])
def test_it_begins_nowhere_where_somebody_was_before(mulai: Mulai, buat: Any) -> None:
    buat()
    with pytest.raises(CommandError, match="hanya untuk yang masih kosong"):
        mulai()
    assert not Daerah.objects.exists()


@pytest.mark.parametrize(
    ("orang", "lain", "kalimat"),
    [
        (ORANG[:2], {}, "paling sedikit 2 administrator"),
        (ORANG[1:], {}, "tepat satu kepala_bkpsdm"),
        ((*ORANG, ORANG[0]), {}, "tepat satu kepala_bkpsdm"),
        ((*ORANG, ORANG[1].replace("administrator", "fasilitator")), {}, "tepat satu kepala_bkpsdm"),
        ((ORANG[0], ORANG[1], ORANG[1]), {}, "Baris 4. nip: .*ada"),
        ((*ORANG[:2], ORANG[2].replace("yosafat@", "Palupi@")), {}, "Baris 4. surel: .*sudah dipakai"),
        ((*ORANG[:2], ORANG[2].replace("yosafat@prov.go.id", "")), {}, "Baris 4. surel: "),
        ((*ORANG[:2], ORANG[2].replace("1982031520", "1982023020")), {}, "Baris 4. nip: .*tanggal lahir"),
        ((*ORANG[:2], ORANG[2] + ",lebih"), {}, "Baris 4. Banyaknya kolom"),
        (ORANG, {"sk_tanggal": "5 Januari 2099"}, "tidak boleh sesudah hari ini"),
        (ORANG, {"sk_tanggal": "kemarin"}, "tanggal SK tidak terbaca"),
        (ORANG, {"sk_tanggal": "5-1-0226"}, "tanggal SK tidak terbaca"),
        (ORANG, {"sk_nomor": " "}, "Nomor SK"),
        (ORANG, {"daerah": ""}, "nama: "),
        (ORANG, {"judul": JUDUL.replace(",surel", "")}, "kurang di baris judul: surel"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_begun(
    mulai: Mulai, orang: tuple[str, ...], lain: dict[str, str], kalimat: str
) -> None:
    with pytest.raises(CommandError, match=kalimat):
        mulai(*orang, **lain)
    assert kosong()


def test_whoever_is_not_at_work_gets_no_first_role(mulai: Mulai) -> None:
    pensiun = [f"{satu},01" for satu in ORANG[:2]] + [f"{ORANG[2]},99"]
    with pytest.raises(CommandError, match=r"Baris 4\. kedudukan_hukum: "):
        mulai(*pensiun, judul=f"{JUDUL},kedudukan_hukum")
    assert kosong()
