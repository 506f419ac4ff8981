"""Confidential rows (BABEL 9(2)c; POSO 4h): administrators only, four eyes, the person's own final ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from docservice.akun.models import Kabar
from docservice.akun.peran import Peran
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis
from docservice.pegawai.models import Halangan, UnitKerja
from docservice.riwayat import actions, rahasia
from docservice.riwayat.jenis import RAHASIA, SEMUA
from docservice.riwayat.models import Riwayat, RiwayatRahasia
from docservice.riwayat.peringatan import peringatan_rahasia
from docservice.riwayat.status import StatusRahasia
from docservice.riwayat.tautan import jenis_dari
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.riwayat.alat import berkas

pytestmark = pytest.mark.django_db
ADMIN, KEDUA, ORANG, FASILITATOR, KEPALA = 5, 6, 13, 15, 2
BACKEND = "docservice.akun.backends.NipAtauSurelBackend"
SK = {"sk_nomor": "800.1.6.2/Kep.03/2026", "sk_tanggal": "20-10-2026"}
CONTOH: dict[str, tuple[dict[str, Any], str]] = {
    "hukdis": (
        SK
        | {"tingkat": "S", "hukuman": "25", "tmt_hukuman": "1-11-2026", "masa_tahun": 1, "akhir_hukuman": "31-10-2027"},
        "Pemotongan tunjangan kinerja 25% selama 12 bulan (tingkat sedang)",
    ),
    "henti_khusus": (SK | {"jenis": "7", "tmt": "1-11-2026"}, "Hukuman disiplin"),
    "kesehatan": (
        {"sk_nomor": "445/1/RSUD", "tgl_periksa": "2-10-2026", "hasil": "sehat", "fasilitas": "RSUD Contoh"},
        "Sehat, RSUD Contoh",
    ),
    "harta": ({"laporan": "LHKPN", "tahun": 2025, "sk_nomor": "1/2026", "tgl_lapor": "30-3-2026"}, "LHKPN 2025"),
    "izin_cerai": (
        SK | {"kedudukan": "tergugat", "putusan": "diberikan", "nama_pasangan": "Arunika"},
        "Surat keterangan (tergugat): diberikan",
    ),
}


def masukkan(kantor: KantorUji, jenis: str = "hukdis", oleh: int = ADMIN, nomor: int = ORANG, **lain: Any) -> Any:
    isi: dict[str, Any] = {"pegawai": kantor.orang(nomor), "jenis": jenis, "data": CONTOH[jenis][0]}
    if "bukti" not in lain:
        isi["bukti"] = [berkas(kantor, nomor, RAHASIA[jenis].bukti[0], dibuat_oleh=kantor.akun(ADMIN))]
    return rahasia.masukkan(by=kantor.akun(oleh), **(isi | lain))


def sah(kantor: KantorUji, jenis: str = "hukdis", **lain: Any) -> RiwayatRahasia:
    return rahasia.sahkan(by=kantor.akun(KEDUA), satu=masukkan(kantor, jenis, **lain), basis=Basis.ASLI)


@pytest.mark.syarat("BABEL-9-2c", "POSO-4-h")
@pytest.mark.parametrize("jenis", sorted(RAHASIA))
def test_one_administrator_enters_another_confirms_and_the_person_reads_it(kantor_contoh: KantorUji, jenis: str):
    satu = masukkan(kantor_contoh, jenis)
    assert (satu.status, satu.ringkas) == (StatusRahasia.DICATAT, CONTOH[jenis][1])
    assert not RiwayatRahasia.objects.visible_to(kantor_contoh.akun(ORANG)).exists(), "not before it is final"
    satu = rahasia.sahkan(by=kantor_contoh.akun(KEDUA), satu=satu, basis=Basis.ASLI)
    assert (satu.status, satu.diputus_oleh, satu.basis) == (StatusRahasia.SAH, kantor_contoh.akun(KEDUA), "asli")
    assert list(RiwayatRahasia.objects.visible_to(kantor_contoh.akun(ORANG))) == [satu]
    assert "Data rahasia" in Kabar.objects.filter(pengguna=kantor_contoh.akun(ORANG)).latest("pk").teks


def test_every_confidential_kind_has_an_example_and_is_none_of_the_ordinary_ones():
    assert set(CONTOH) == set(RAHASIA)
    assert not set(RAHASIA) & set(SEMUA)


@pytest.mark.syarat("BABEL-9-2c", "POSO-4-h", "BABEL-2-h")
@pytest.mark.parametrize("nomor", [1, 3, 7, 8, 9, 15, 25])
def test_nobody_else_sees_a_trace_of_it_on_any_page_or_list(kantor_contoh: KantorUji, nomor: int):
    satu = sah(kantor_contoh)
    PenugasanFactory.create(
        pengguna=kantor_contoh.akun(25), peran=Peran.KEPALA_PD, unit=UnitKerja.objects.get(singkatan="BAPPEDA")
    )
    akun, klien = kantor_contoh.akun(nomor), Client()
    klien.force_login(akun, backend=BACKEND)
    assert not RiwayatRahasia.objects.visible_to(akun).exists()
    with pytest.raises(Http404):
        rahasia.ambil_rahasia(akun, satu.pk)
    assert klien.get(f"/rahasia/{satu.pk}/").status_code == 404
    assert klien.get("/rahasia/").status_code == 403
    for alamat in ("/", f"/riwayat/?pegawai={kantor_contoh.nip[ORANG]}", f"/pegawai/{kantor_contoh.nip[ORANG]}/"):
        isi = klien.get(alamat).content.decode()
        assert "800.1.6.2/Kep.03" not in isi
        assert "ukuman disiplin" not in isi
    assert not Dokumen.objects.visible_to(akun).filter(pk__in=satu.bukti.all()).exists()


def test_archive_staff_see_no_confidential_row_although_they_see_the_region(kantor_contoh: KantorUji):
    sah(kantor_contoh)
    PenugasanFactory.create(pengguna=kantor_contoh.akun(9), peran=Peran.STAF_ARSIP)
    assert not RiwayatRahasia.objects.visible_to(kantor_contoh.akun(9)).exists()


@pytest.mark.syarat("BABEL-9-2c")
def test_it_is_never_offered_as_a_proposal(kantor_contoh: KantorUji):
    bukti = berkas(kantor_contoh, ORANG, "SK_HUKDIS", dibuat_oleh=kantor_contoh.akun(ORANG))
    assert jenis_dari(bukti) == []
    with pytest.raises(KeyError):  # no such kind there at all
        actions.ajukan(
            by=kantor_contoh.akun(ORANG),
            pegawai=kantor_contoh.orang(ORANG),
            jenis="hukdis",
            data=CONTOH["hukdis"][0],
            bukti=[bukti],
            pernyataan=True,
        )
    klien = Client()
    klien.force_login(kantor_contoh.akun(ORANG), backend=BACKEND)
    assert "Hukuman disiplin" not in klien.get("/riwayat/usulan/baru/").content.decode()


@pytest.mark.parametrize("oleh", [1, KEPALA, FASILITATOR, ORANG, 7])
def test_only_administrators_enter_and_confirm(kantor_contoh: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        masukkan(kantor_contoh, oleh=oleh)
    satu = masukkan(kantor_contoh)
    with pytest.raises(TidakBerwenang):
        rahasia.sahkan(by=kantor_contoh.akun(oleh), satu=satu, basis=Basis.ASLI)
    with pytest.raises(TidakBerwenang):
        rahasia.tolak(by=kantor_contoh.akun(oleh), satu=satu, catatan="bukan")


def test_four_eyes_even_past_the_verbs(kantor_contoh: KantorUji):
    satu = masukkan(kantor_contoh)
    with pytest.raises(TidakBerwenang, match="Administrator lain"):
        rahasia.sahkan(by=kantor_contoh.akun(ADMIN), satu=satu, basis=Basis.ASLI)
    with pytest.raises(IntegrityError), transaction.atomic():
        RiwayatRahasia.objects.filter(pk=satu.pk).update(diputus_oleh=kantor_contoh.akun(ADMIN))
    with pytest.raises(IntegrityError), transaction.atomic():
        RiwayatRahasia.objects.filter(pk=satu.pk).update(status=StatusRahasia.SAH)


def test_an_administrator_neither_enters_nor_decides_nor_foresees_their_own(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang):
        masukkan(kantor_contoh, nomor=ADMIN)
    satu = masukkan(kantor_contoh, oleh=KEDUA, nomor=ADMIN)
    assert not RiwayatRahasia.objects.visible_to(kantor_contoh.akun(ADMIN)).exists()
    with pytest.raises(TidakBerwenang):
        rahasia.sahkan(by=kantor_contoh.akun(ADMIN), satu=satu, basis=Basis.ASLI)


def test_confirming_says_what_was_seen_and_happens_once(kantor_contoh: KantorUji):
    satu = masukkan(kantor_contoh)
    with pytest.raises(BelumLengkap):
        rahasia.sahkan(by=kantor_contoh.akun(KEDUA), satu=satu, basis="")
    rahasia.sahkan(by=kantor_contoh.akun(KEDUA), satu=satu, basis=Basis.LEGALISIR)
    with pytest.raises(SudahBerubah):
        rahasia.tolak(by=kantor_contoh.akun(4), satu=satu, catatan="terlambat")


def test_a_refusal_has_a_reason_that_whoever_entered_it_reads(kantor_contoh: KantorUji):
    satu = masukkan(kantor_contoh)
    with pytest.raises(BelumLengkap):
        rahasia.tolak(by=kantor_contoh.akun(KEDUA), satu=satu, catatan=" ")
    rahasia.tolak(by=kantor_contoh.akun(KEDUA), satu=satu, catatan="Nomor SK keliru.")
    assert "Nomor SK keliru" in Kabar.objects.filter(pengguna=kantor_contoh.akun(ADMIN)).latest("pk").teks
    assert not RiwayatRahasia.objects.visible_to(kantor_contoh.akun(ORANG)).exists()


def test_a_punishment_stops_services_while_it_lasts_and_a_correction_lets_go(kantor_contoh: KantorUji):
    lama = sah(kantor_contoh)
    halangan = Halangan.objects.get(pegawai=kantor_contoh.orang(ORANG))
    assert (halangan.jenis, halangan.dari, halangan.sampai) == (
        Halangan.Jenis.HUKDIS_SEDANG,
        date(2026, 11, 1),
        date(2027, 10, 31),
    )
    ringan = CONTOH["hukdis"][0] | {"tingkat": "R", "hukuman": "2", "akhir_hukuman": ""}
    baru = sah(kantor_contoh, data=ringan, mengganti=lama)
    lama.refresh_from_db()
    halangan.refresh_from_db()
    assert (lama.status, baru.halangan) == (StatusRahasia.DIGANTI, None)
    assert halangan.sampai == halangan.dari - timedelta(days=1)
    with pytest.raises(SudahBerubah):
        masukkan(kantor_contoh, mengganti=lama)


@pytest.mark.parametrize(
    ("ubah", "isian"),
    [
        ({"tingkat": "R"}, "tingkat"),
        ({"akhir_hukuman": "1-10-2026"}, "akhir_hukuman"),
        ({"hukuman": "99"}, "hukuman"),
        ({"sk_nomor": ""}, "sk_nomor"),
        ({"sk_tanggal": "1-1-2099"}, "sk_tanggal"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(kantor_contoh: KantorUji, ubah: dict[str, Any], isian: str):
    with pytest.raises(IsianSalah) as tolakan:
        masukkan(kantor_contoh, data=CONTOH["hukdis"][0] | ubah)
    assert isian in tolakan.value.isian


def test_it_rests_on_a_paper_of_the_right_kind_and_person(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap):
        masukkan(kantor_contoh, bukti=[])
    for salah in (berkas(kantor_contoh, ORANG, "SK_KP"), berkas(kantor_contoh, 9, "SK_HUKDIS")):
        with pytest.raises(IsianSalah):
            masukkan(kantor_contoh, bukti=[salah])


def test_entering_the_same_twice_is_refused(kantor_contoh: KantorUji):
    masukkan(kantor_contoh)
    with pytest.raises(SudahBerubah):
        masukkan(kantor_contoh)


@pytest.mark.syarat("POSO-9-1e")
def test_every_look_by_another_leaves_a_trace_and_ones_own_none(kantor_contoh: KantorUji):
    satu = sah(kantor_contoh)
    for nomor, jejak in ((ORANG, 0), (KEDUA, 1), (KEPALA, 2)):
        klien = Client()
        klien.force_login(kantor_contoh.akun(nomor), backend=BACKEND)
        assert klien.get(f"/rahasia/{satu.pk}/").status_code == 200
        assert Jejak.objects.filter(aksi="rahasia.dilihat").count() == jejak


def test_the_pages_enter_and_confirm_a_row(kantor_contoh: KantorUji):
    bukti = berkas(kantor_contoh, ORANG, "SK_HUKDIS", dibuat_oleh=kantor_contoh.akun(ADMIN))
    klien, kedua = Client(), Client()
    klien.force_login(kantor_contoh.akun(ADMIN), backend=BACKEND)
    kedua.force_login(kantor_contoh.akun(KEDUA), backend=BACKEND)
    alamat = f"/rahasia/catat/?pegawai={kantor_contoh.nip[ORANG]}&jenis=hukdis"
    assert "belum diisi" in klien.post(alamat, {"bukti": [bukti.pk]}).content.decode()
    jawab = klien.post(alamat, CONTOH["hukdis"][0] | {"bukti": [bukti.pk]})
    satu = RiwayatRahasia.objects.get()
    assert jawab.headers["Location"] == f"/rahasia/{satu.pk}/"
    assert "Sahkan" not in klien.get(f"/rahasia/{satu.pk}/").content.decode()
    assert klien.post(f"/rahasia/{satu.pk}/", {"tindakan": "sahkan", "basis": "asli"}).status_code == 403
    assert "1)" in kedua.get("/rahasia/").content.decode()
    assert kedua.post(f"/rahasia/{satu.pk}/", {"tindakan": "sahkan", "basis": ""}).status_code == 422
    kedua.post(f"/rahasia/{satu.pk}/", {"tindakan": "sahkan", "basis": "asli"})
    satu.refresh_from_db()
    assert satu.status == StatusRahasia.SAH
    saya = Client()
    saya.force_login(kantor_contoh.akun(ORANG), backend=BACKEND)
    assert "Pemotongan tunjangan kinerja" in saya.get("/riwayat/rahasia-saya/").content.decode()


@pytest.mark.parametrize(("jenis", "isian"), [("pasangan", "nip_pasangan"), ("anak", "nip"), ("orang_tua", "nip")])
def test_family_stays_out_of_it(kantor_contoh: KantorUji, jenis: str, isian: str):
    """Of an administrator's own husband, wife, child or parent: neither entered nor confirmed, whoever declared it."""
    Riwayat.objects.create(
        pegawai=kantor_contoh.orang(ORANG),
        jenis=jenis,
        data={isian: kantor_contoh.orang(ADMIN).nip},
        dibuat_oleh=kantor_contoh.akun(ORANG),
    )
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        masukkan(kantor_contoh)
    satu = masukkan(kantor_contoh, oleh=KEDUA)
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        rahasia.sahkan(by=kantor_contoh.akun(ADMIN), satu=satu, basis=Basis.ASLI)
    assert not rahasia.may_putuskan(kantor_contoh.akun(ADMIN), satu)


def test_a_second_punishment_at_the_same_time_is_said_to_administrators_only(kantor_contoh: KantorUji, client: Client):
    sah(kantor_contoh)
    satu = masukkan(kantor_contoh, data=CONTOH["hukdis"][0] | {"sk_nomor": "Kep.04"})
    client.force_login(kantor_contoh.akun(KEDUA), backend=BACKEND)
    alamat = f"/rahasia/{satu.pk}/"
    assert b"Pada waktu itu juga Pemotongan tunjangan kinerja" in client.get(alamat).content
    satu = rahasia.sahkan(by=kantor_contoh.akun(KEDUA), satu=satu, basis=Basis.ASLI)
    client.force_login(kantor_contoh.akun(ORANG), backend=BACKEND)
    assert b"Pada waktu itu juga" not in client.get(alamat).content
    ganti = masukkan(kantor_contoh, mengganti=satu, data=CONTOH["hukdis"][0] | {"sk_nomor": "Kep.05"})
    assert len(peringatan_rahasia(ganti)) == 1, "the other one, not the one it replaces"


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"masa_tahun": 0, "masa_bulan": 6}, "Hukuman ini lamanya 12 bulan."),
        ({"akhir_hukuman": "30-4-2027"}, "Hukuman ini lamanya 12 bulan."),
        ({"hukuman": "5", "masa_bulan": 1}, "Lamanya 13 bulan, sedangkan dari mulai sampai berakhir 12 bulan."),
    ],
)
def test_a_punishment_lasts_as_long_as_its_name_and_its_days_say(
    kantor_contoh: KantorUji, ubah: dict[str, Any], kalimat: str
):
    assert peringatan_rahasia(masukkan(kantor_contoh)) == []
    satu = masukkan(kantor_contoh, data=CONTOH["hukdis"][0] | {"sk_nomor": "lain"} | ubah)
    assert kalimat in peringatan_rahasia(satu)


def test_a_confidential_row_stands_on_its_decree(kantor_contoh: KantorUji):
    bap = berkas(kantor_contoh, ORANG, "BAP", dibuat_oleh=kantor_contoh.akun(ADMIN))
    with pytest.raises(BelumLengkap, match="perlu SK hukuman disiplin"):
        masukkan(kantor_contoh, bukti=[bap])
    sk = berkas(kantor_contoh, ORANG, "SK_HUKDIS", dibuat_oleh=kantor_contoh.akun(ADMIN))
    assert masukkan(kantor_contoh, bukti=[sk, bap]).bukti.count() == 2
