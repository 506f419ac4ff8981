"""Employees from a file: all or, when a line is wrong, none; twice is once; nobody gets a password or a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from docservice.akun.models import Pengguna
from docservice.audit.models import Jejak
from docservice.pegawai.models import Pegawai, UnitKerja
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, Situs

JUDUL = "nip,nama,tempat_lahir,jenis_asn,unit,jabatan,jenis_jabatan,tingkat_pendidikan,surel"
ANI, BUDI, CITRA = "199203042019032801", "198811112014031802", "199001012025211803"
BENAR = (
    f"'{ANI},Ani Wulandari,Kota Contoh,PNS,DISDIK,Guru Ahli Muda,2,40,ani@prov.go.id",
    "19881111 201403 1 802,Budi Santosa,Kota Contoh,PNS,dinas kesehatan,Perawat Terampil,2,30,",
    f"{CITRA},Citra Lestari,Kota Contoh,PPPK,Dinas Kesehatan,Bidan Terampil,2,30,citra@prov.go.id",
)
Impor = Callable[..., str]


@pytest.fixture
def impor(situs: Situs, tmp_path: Path, capsys: Any) -> Impor:
    def jalan(
        *baris: str,
        judul: str = JUDUL,
        oleh: int = ADMINISTRATOR,
        gagal: bool = False,
        sandi: str = "utf-8",
        **lain: Any,
    ) -> str:
        letak = tmp_path / "pegawai.csv"
        letak.write_text("\n".join((judul, *baris)), encoding=sandi)
        perintah = ("impor_pegawai", str(letak))
        if gagal:
            with pytest.raises(SystemExit) as keluar:
                call_command(*perintah, oleh=situs.akun(oleh).nip, **lain)
            assert keluar.value.code == 1
        else:
            call_command(*perintah, oleh=situs.akun(oleh).nip, **lain)
        hasil = capsys.readouterr()
        return str(hasil.out + hasil.err)

    return jalan


def masuk() -> set[str]:
    return set(Pegawai.objects.filter(nip__in=(ANI, BUDI, CITRA)).values_list("nip", flat=True))


def test_people_with_accounts_that_open_nothing_yet(situs: Situs, impor: Impor) -> None:
    kata = impor(*BENAR)
    assert "3 pegawai baru, 0 unit baru, 0 sudah ada, 0 baris salah, 1 tanpa surel." in kata
    assert "perlu dilihat" not in kata
    ani = Pegawai.objects.select_related("pengguna", "unit").get(nip=ANI)
    assert (ani.unit.singkatan, ani.tanggal_lahir, ani.jenis_kelamin) == ("DISDIK", date(1992, 3, 4), "P")
    assert ani.kedudukan_hukum == "01"
    assert ani.pengguna is not None
    assert (ani.pengguna.nama, ani.pengguna.surel) == ("Ani Wulandari", "ani@prov.go.id")
    assert not ani.pengguna.has_usable_password()
    assert not ani.pengguna.penugasan.exists()
    assert Pegawai.objects.get(nip=BUDI).unit.nama == "Dinas Kesehatan"
    oleh = situs.akun(ADMINISTRATOR).pk
    assert Jejak.objects.filter(aksi="pegawai.diterima", pelaku=oleh, objek=f"pegawai:{ani.pk}").count() == 1
    [seluruh] = Jejak.objects.filter(aksi="pegawai.diimpor", pelaku=oleh)
    assert (seluruh.rincian["jumlah"], len(seluruh.rincian["sidik"])) == (3, 64)


def test_twice_is_once_and_whoever_is_here_stays_as_they_are(impor: Impor) -> None:
    impor(*BENAR[:2])
    jejak = Jejak.objects.count()
    assert "0 pegawai baru, 0 unit baru, 2 sudah ada" in impor(BENAR[0].replace("Ani", "Anu"), BENAR[1])
    assert Pegawai.objects.get(nip=ANI).nama == "Ani Wulandari"
    assert Jejak.objects.count() == jejak
    assert "1 pegawai baru, 0 unit baru, 2 sudah ada" in impor(*BENAR)


@pytest.mark.parametrize(
    ("lama", "baru", "kalimat"),
    [
        (ANI, "1.99203E+17", "baris 3: nip: NIP terdiri atas 18 angka."),
        (ANI, "199213042019032801", "baris 3: nip: Delapan angka pertama"),
        (ANI, CITRA, "baris 4: nip: NIP ini sudah ada di baris 3."),
        ("PNS", "Honorer", "baris 3: jenis_asn: Kode “Honorer” tidak dikenal. Yang ada: PNS, CPNS, PPPK."),
        (",40,", ",S1,", "baris 3: tingkat_pendidikan: Kode “S1” tidak dikenal."),
        ("Ani Wulandari", "", "baris 3: nama: "),
        ("Ani Wulandari", "A" * 121, "baris 3: nama: "),
        ("Ani Wulandari", "Ani, Wulandari", "baris 3: Banyaknya kolom"),
        ("DISDIK", "D" * 201, "baris 3: unit: Nama unit paling panjang 200 huruf."),
        ("DISDIK", "Dinas Angkasa", "baris 3: unit: Unit “Dinas Angkasa” tidak dikenal."),
        ("ani@prov.go.id", "ani", "baris 3: surel: "),
        ("ani@prov.go.id", "CITRA@prov.go.id", "baris 4: surel: Email ini sudah dipakai akun lain."),
    ],
)
def test_a_bad_line_is_named_and_stops_them_all(impor: Impor, lama: str, baru: str, kalimat: str) -> None:
    jejak = Jejak.objects.count()
    kata = impor(BENAR[1], BENAR[0].replace(lama, baru), BENAR[2], gagal=True)
    assert kalimat in kata
    assert "Tidak ada yang disimpan." in kata
    assert masuk() == set()
    assert not Pengguna.objects.filter(nip__in=(ANI, BUDI, CITRA)).exists()
    assert Jejak.objects.count() == jejak


def test_everything_wrong_with_a_line_is_said_at_once(impor: Impor) -> None:
    kata = impor("1,,Kota,PNS,Entah,Guru,9,40,", gagal=True)
    assert all(f"{kolom}: " in kata for kolom in ("nip", "nama", "unit", "jenis_jabatan"))


def test_the_good_lines_alone_on_demand(impor: Impor) -> None:
    kata = impor(BENAR[0], BENAR[1].replace("802", "000"), BENAR[2], sebagian=True, gagal=True)
    assert "baris 3: nip: " in kata
    assert "Tidak ada yang disimpan" not in kata
    assert masuk() == {ANI, CITRA}


def test_a_number_that_contradicts_the_person_is_looked_at_not_refused(impor: Impor) -> None:
    kata = impor(f"{BENAR[0]},5-4-1992", judul=f"{JUDUL},tanggal_lahir")
    assert "baris 2, perlu dilihat: Tanggal lahir di NIP berbeda" in kata
    assert Pegawai.objects.get(nip=ANI).tanggal_lahir == date(1992, 4, 5)


def test_missing_units_are_formed_only_on_a_regulation_and_under_a_known_one(situs: Situs, impor: Impor) -> None:
    judul = f"{JUDUL},induk"
    sekolah = [f"{satu},{induk}" for satu, induk in zip(BENAR[:2], ("DISDIK", "SMA Negeri 9"), strict=True)]
    sekolah = [sekolah[0].replace(",DISDIK,Guru", ",SMA Negeri 9,Guru"), sekolah[1].replace("dinas kesehatan", "UKS")]
    assert "unit: Unit “SMA Negeri 9” tidak dikenal." in impor(*sekolah, judul=judul, gagal=True)
    dasar = ["Pergub 7 Tahun 2026", "5-1-2026"]
    assert "induk: Unit baru dibentuk di bawah" in impor(sekolah[1], judul=judul, gagal=True, buat_unit=dasar)
    assert not UnitKerja.objects.filter(nama__in=("SMA Negeri 9", "UKS")).exists()
    assert "2 pegawai baru, 2 unit baru" in impor(*sekolah, judul=judul, buat_unit=dasar)
    uks = Pegawai.objects.get(nip=BUDI).unit
    assert uks.induk is not None
    assert (uks.nama, uks.induk.nama, uks.berlaku_dari) == ("UKS", "SMA Negeri 9", date(2026, 1, 5))
    [peristiwa] = uks.peristiwa.all()
    assert (peristiwa.dasar_nomor, peristiwa.oleh) == (dasar[0], situs.akun(ADMINISTRATOR))


@pytest.mark.parametrize("dasar", [["", "5-1-2026"], ["Pergub 7", "kemarin"], ["Pergub 7", "5-1-0226"]])
def test_a_regulation_that_cannot_be_read_is_refused(impor: Impor, dasar: list[str]) -> None:
    with pytest.raises(CommandError, match="Dasar unit baru tidak terbaca"):
        impor(*BENAR, buat_unit=dasar)
    assert masuk() == set()


def test_a_regulation_still_to_come_forms_no_unit(impor: Impor) -> None:
    baris = f"{BENAR[0]},DINKES".replace(",DISDIK,", ",Klinik,")
    kata = impor(baris, judul=f"{JUDUL},induk", gagal=True, buat_unit=["Pergub 7", "5-1-2099"])
    assert "baris 2: dasar_tanggal: Tidak boleh sesudah hari ini." in kata
    assert not UnitKerja.objects.filter(nama="Klinik").exists()


def test_units_of_one_name_are_told_apart_by_what_is_above_them(impor: Impor) -> None:
    for singkatan in ("DISDIK", "DINKES"):
        UnitKerja.objects.create(nama="Subbagian Umum", induk=UnitKerja.objects.get(singkatan=singkatan))
    umum = BENAR[0].replace(",DISDIK,", ",Subbagian Umum,")
    assert "unit: Ada 2 unit bernama “Subbagian Umum”." in impor(umum, gagal=True)
    impor(f"{umum},DINKES", judul=f"{JUDUL},induk")
    induk = Pegawai.objects.get(nip=ANI).unit.induk
    assert induk is not None
    assert induk.singkatan == "DINKES"


def test_what_excel_saves_here_is_read(impor: Impor) -> None:
    isi = [satu.replace(",", ";") for satu in BENAR]
    kata = impor(*isi, ";" * 8, judul=JUDUL.replace(",", ";"), sandi="utf-8-sig")
    assert "3 pegawai baru" in kata


@pytest.mark.parametrize(
    ("judul", "baris", "kalimat"),
    [
        (JUDUL.replace("unit,", ""), "", "kurang di baris judul: unit"),
        (f"{JUDUL},email", "", "tidak dikenal: email"),
        (f"{JUDUL},nip", "", "dua kali"),
        ("", "", "kurang di baris judul"),
        (JUDUL, '"tak pernah ditutup', "tanda kutip"),
        (JUDUL, BENAR[1].replace("19881111", "1988\x001111"), "bukan CSV yang utuh"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(impor: Impor, judul: str, baris: str, kalimat: str) -> None:
    with pytest.raises(CommandError, match=kalimat):
        impor(BENAR[0], baris, judul=judul)
    assert masuk() == set()


def test_another_encoding_is_refused(impor: Impor) -> None:
    with pytest.raises(CommandError, match="UTF-8"):
        impor(BENAR[0], BENAR[1].replace("Budi", "André"), sandi="latin-1")
    assert masuk() == set()


def test_only_an_administrator_brings_people_in(impor: Impor) -> None:
    with pytest.raises(CommandError, match="oleh administrator"):
        impor(*BENAR, oleh=FASILITATOR)
    assert masuk() == set()


def test_a_mailbox_outside_the_office_is_refused(impor: Impor, settings: Any) -> None:
    settings.MAIL_DOMAINS = ["kota.go.id"]
    assert "baris 2: surel: Pakai email dinas: kota.go.id." in impor(BENAR[0], gagal=True)
