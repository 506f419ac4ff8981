"""A decree that holds no more: by another decree, by two administrators, and everywhere at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.arsip.pencarian import cari
from docservice.audit.models import Jejak
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.kelengkapan import kelengkapan
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.berkas import Slot, periksa_slot
from docservice.layanan.kelayakan import Hasil
from docservice.naskah import pencabutan
from docservice.naskah.cek import cek_berkas, cek_token
from docservice.naskah.models import NomorRegister, Pencabutan
from docservice.naskah.permissions_cabut import may_cabut
from docservice.riwayat.actions import tulis_dari_keputusan
from docservice.riwayat.kini import kini
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, KesalahanDomain, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import tanggal_panjang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import Situs, badan, teks
from tests.docservice.naskah.alat import ADMINISTRATOR, KEPALA, PEMOHON, SEKDA, Terbit

pytestmark = pytest.mark.django_db
LAIN = 9
"""Made a second administrator here."""


@pytest.fixture
def kantor(kantor_contoh: KantorUji) -> KantorUji:
    PenugasanFactory.create(pengguna=kantor_contoh.akun(LAIN))
    return kantor_contoh


@pytest.fixture
def keputusan(kantor: KantorUji) -> Dokumen:
    """A decree on paper that was seen and verified."""
    return Situs(kantor).dokumen(
        PEMOHON,
        "SK_JAB",
        status=StatusDokumen.TERVERIFIKASI,
        nomor="800/0999/BKPSDMD/2026",
        tanggal=timezone.localdate(),
    )


def usul(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen, by: int = ADMINISTRATOR, **lain: Any) -> Pencabutan:
    data: dict[str, Any] = {"cara": "digantikan", "berlaku": timezone.localdate(), "alasan": "Golongannya keliru."}
    data |= lain
    return pencabutan.usulkan(by=kantor.akun(by), dokumen=terbit.dokumen, keputusan=keputusan, **data)


def sah(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen, **lain: Any) -> Pencabutan:
    satu = usul(kantor, terbit, keputusan, **lain)
    return pencabutan.sahkan(by=kantor.akun(LAIN), pencabutan=satu)


# --- what follows ----------------------------------------------------------------------------------------------


def test_the_public_check_says_that_it_holds_no_more(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    assert cek_token(terbit.token).kasus == "terdaftar"
    usul(kantor, terbit, keputusan)
    assert cek_token(terbit.token).kasus == "terdaftar"
    pencabutan.sahkan(by=kantor.akun(LAIN), pencabutan=Pencabutan.objects.get())
    hari = tanggal_panjang(timezone.localdate())
    for hasil in (cek_token(terbit.token), cek_berkas(terbit.pdf)):
        assert (hasil.kasus, hasil.nada) == ("tidak_berlaku", "netral")
        assert hasil.judul == "Terdaftar, tetapi tidak berlaku lagi"
        assert hasil.kalimat == f"Digantikan oleh keputusan tanggal {hari}. Minta dokumen terbaru kepada pemiliknya."
        assert dict(hasil.fakta)["Tidak berlaku sejak"] == hari
        assert keputusan.nomor not in f"{hasil}"


def test_a_revoked_one_was_replaced_by_nothing(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    sah(kantor, terbit, keputusan, cara="dicabut")
    assert cek_token(terbit.token).kalimat.startswith("Dicabut dengan keputusan tanggal ")


def test_the_row_it_created_the_register_and_the_archive_follow(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    baris = Riwayat.objects.get(bukti__dokumen=terbit.pk, sumber="terbitan")
    sah(kantor, terbit, keputusan)
    baris.refresh_from_db()
    assert baris.status == StatusRiwayat.TIDAK_BERLAKU
    assert kini(kantor.orang(PEMOHON), "golongan", date(2999, 1, 1)) != baris
    nomor = NomorRegister.objects.get(naskah__dokumen=terbit.pk)
    assert nomor.status == "tidak_berlaku"
    assert nomor.alasan.startswith("Digantikan oleh keputusan nomor 800/0999/BKPSDMD/2026 tanggal ")
    assert terbit.dokumen.status == StatusDokumen.TIDAK_BERLAKU
    assert terbit.dokumen not in Dokumen.objects.terverifikasi()
    slot = kelengkapan(kantor.orang(PEMOHON), kantor.akun(PEMOHON)).slot
    assert terbit.dokumen not in [satu.dokumen for satu in slot]
    bangun_ulang()
    kena = cari(kantor.akun(ADMINISTRATOR), "", saring={"status": ["tidak_berlaku"]}).temuan
    assert [satu.dokumen.pk for satu in kena] == [terbit.pk]


def test_a_row_of_the_same_kind_on_the_new_decree_takes_its_place(
    kantor: KantorUji, terbit: Terbit, keputusan: Dokumen
):
    lama = Riwayat.objects.get(bukti__dokumen=terbit.pk, sumber="terbitan")
    admin, orang = kantor.akun(ADMINISTRATOR), kantor.orang(PEMOHON)
    baru = tulis_dari_keputusan(by=admin, pegawai=orang, jenis="golongan", data=lama.data, dokumen=keputusan)
    sah(kantor, terbit, keputusan)
    lama.refresh_from_db()
    baru.refresh_from_db()
    assert (lama.status, baru.status) == (StatusRiwayat.DIGANTI, StatusRiwayat.TERVALIDASI)


def test_it_proves_nothing_to_a_service_and_the_applicant_reads_why(
    kantor: KantorUji, terbit: Terbit, keputusan: Dokumen
):
    slot = Slot(terbit.dokumen.jenis, terbit.dokumen.minor)
    assert periksa_slot(kantor.orang(PEMOHON), slot).hasil == Hasil.TERPENUHI
    sah(kantor, terbit, keputusan)
    butir = periksa_slot(kantor.orang(PEMOHON), slot)
    assert (butir.hasil, butir.keterangan) == (Hasil.KURANG, "Tidak berlaku lagi. Unggah keputusan yang baru.")


def test_the_owner_is_told_and_the_journal_knows_both_people(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    sah(kantor, terbit, keputusan)
    kabar = Kabar.objects.get(pengguna=kantor.akun(PEMOHON), teks__contains="tidak berlaku lagi")
    assert "Digantikan oleh keputusan nomor 800/0999/BKPSDMD/2026" in kabar.teks
    pelaku = dict(Jejak.objects.filter(aksi__startswith="pencabutan.").values_list("aksi", "pelaku"))
    assert pelaku == {
        "pencabutan.diusulkan": kantor.akun(ADMINISTRATOR).pk,
        "pencabutan.berlaku": kantor.akun(LAIN).pk,
    }
    assert {"dokumen.tidak_berlaku", "riwayat.tidak_berlaku"} <= set(Jejak.objects.values_list("aksi", flat=True))


def test_the_pages_say_so_and_the_file_stays(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    situs = Situs(kantor)
    admin, pemilik = situs.masuk(ADMINISTRATOR), situs.masuk(PEMOHON)
    dokumen = reverse("dokumen:dokumen", args=[terbit.pk])
    assert "Catat tidak berlaku lagi" in teks(admin.get(dokumen))
    assert "Catat tidak berlaku lagi" not in teks(pemilik.get(dokumen))
    kirim = {"cara": "digantikan", "keputusan": keputusan.pk, "berlaku": "", "alasan": ""}
    salah = admin.post(reverse("naskah:cabut", args=[terbit.pk]), kirim)
    assert salah.status_code == 422
    assert "Tulis mengapa keputusan ini tidak berlaku lagi." in teks(salah)
    hari = timezone.localdate().isoformat()
    assert admin.post(salah.request["PATH_INFO"], kirim | {"berlaku": hari, "alasan": "Keliru."}).status_code == 302
    daftar = reverse("naskah:pencabutan")
    assert "Sahkan" not in teks(admin.get(daftar))
    assert "Sahkan: tidak berlaku lagi" in teks(situs.masuk(LAIN).get(daftar))
    satu = Pencabutan.objects.get()
    assert situs.masuk(LAIN).post(reverse("naskah:sahkan_pencabutan", args=[satu.pk])).status_code == 302
    isi_halaman = teks(pemilik.get(dokumen))
    assert "Tidak berlaku lagi" in isi_halaman
    assert "Keputusan 800/0999/BKPSDMD/2026 digantikan sejak" in isi_halaman
    assert badan(pemilik.get(reverse("dokumen:unduh", args=[terbit.pk]))) == terbit.pdf


# --- refusals --------------------------------------------------------------------------------------------------


def test_who_proposed_does_not_confirm_and_refuse_neither(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    satu = usul(kantor, terbit, keputusan)
    with pytest.raises(TidakBerwenang, match="administrator lain"):
        pencabutan.sahkan(by=kantor.akun(ADMINISTRATOR), pencabutan=satu)
    with pytest.raises(TidakBerwenang, match="administrator lain"):
        pencabutan.tolak(by=kantor.akun(ADMINISTRATOR), pencabutan=satu, catatan="x")
    with pytest.raises(IntegrityError):
        Pencabutan.objects.filter(pk=satu.pk).update(status="berlaku", diputus_oleh=satu.diusulkan_oleh)


@pytest.mark.parametrize("nomor", [PEMOHON, 15, SEKDA, KEPALA, 7])
def test_no_other_role_proposes_or_decides(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen, nomor: int):
    satu = usul(kantor, terbit, keputusan)
    assert not may_cabut(kantor.akun(nomor), terbit.dokumen)
    for kerja in (
        lambda: usul(kantor, terbit, keputusan, by=nomor),
        lambda: pencabutan.sahkan(by=kantor.akun(nomor), pencabutan=satu),
        lambda: pencabutan.tolak(by=kantor.akun(nomor), pencabutan=satu, catatan="x"),
    ):
        with pytest.raises(TidakBerwenang):
            kerja()
    if nomor != KEPALA:
        with pytest.raises(Http404):
            pencabutan.ambil_pencabutan(kantor.akun(nomor), satu.pk)


def test_nobody_does_it_to_a_decree_about_themselves(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    PenugasanFactory.create(pengguna=kantor.akun(PEMOHON))
    with pytest.raises(TidakBerwenang, match="pencabutan keputusan sendiri"):
        usul(kantor, terbit, keputusan, by=PEMOHON)
    satu = usul(kantor, terbit, keputusan)
    with pytest.raises(TidakBerwenang, match="pencabutan keputusan sendiri"):
        pencabutan.sahkan(by=kantor.akun(PEMOHON), pencabutan=satu)


NANTI = timezone.localdate() + timedelta(days=2)  # midnight may pass before the test


@pytest.mark.parametrize(
    ("isi_lain", "bidang"),
    [
        ({"cara": "diralat"}, "cara"),
        ({"alasan": "  "}, "alasan"),
        ({"berlaku": NANTI}, "berlaku"),
        ({"berlaku": date(2020, 1, 1)}, "berlaku"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    kantor: KantorUji, terbit: Terbit, keputusan: Dokumen, isi_lain: dict[str, Any], bidang: str
):
    with pytest.raises(IsianSalah) as salah:
        usul(kantor, terbit, keputusan, **isi_lain)
    assert set(salah.value.isian) == {bidang}


@pytest.mark.parametrize("jenis", ["lain", "belum", "sendiri"])
def test_only_a_verified_decree_of_the_same_person_ends_another(kantor: KantorUji, terbit: Terbit, jenis: str):
    situs = Situs(kantor)
    isi_dokumen = {"status": StatusDokumen.TERVERIFIKASI, "nomor": "1", "tanggal": timezone.localdate()}
    calon = {
        "lain": lambda: situs.dokumen(14, "SK_JAB", **isi_dokumen),
        "belum": lambda: situs.dokumen(PEMOHON, "SK_JAB", nomor="1", tanggal=timezone.localdate()),
        "sendiri": lambda: terbit.dokumen,
    }
    with pytest.raises(IsianSalah) as salah:
        usul(kantor, terbit, calon[jenis]())
    assert "keputusan" in salah.value.isian


def test_a_paper_without_number_and_date_is_asked_for_them(kantor: KantorUji, terbit: Terbit):
    polos = Situs(kantor).dokumen(PEMOHON, "SK_JAB", status=StatusDokumen.TERVERIFIKASI)
    with pytest.raises(IsianSalah) as salah:
        usul(kantor, terbit, polos)
    assert set(salah.value.isian) == {"keputusan_nomor", "keputusan_tanggal"}
    satu = usul(kantor, terbit, polos, keputusan_nomor="800/7", keputusan_tanggal=timezone.localdate())
    assert satu.keputusan_nomor == "800/7"


def test_only_what_was_issued_here_and_is_in_force(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    with pytest.raises(SudahBerubah, match="terbit di sini"):
        pencabutan.usulkan(
            by=kantor.akun(ADMINISTRATOR),
            dokumen=keputusan,
            keputusan=terbit.dokumen,
            cara="dicabut",
            berlaku=timezone.localdate(),
            alasan="x",
        )
    satu = usul(kantor, terbit, keputusan)
    with pytest.raises(SudahBerubah, match="sudah diusulkan"):
        usul(kantor, terbit, keputusan)
    pencabutan.sahkan(by=kantor.akun(LAIN), pencabutan=satu)
    with pytest.raises(SudahBerubah, match="sudah tidak berlaku"):
        usul(kantor, terbit, keputusan)
    with pytest.raises(KesalahanDomain):
        pencabutan.sahkan(by=kantor.akun(LAIN), pencabutan=satu)


def test_refused_it_keeps_its_force_and_may_be_proposed_again(kantor: KantorUji, terbit: Terbit, keputusan: Dokumen):
    satu = usul(kantor, terbit, keputusan)
    with pytest.raises(BelumLengkap, match="tetap berlaku"):
        pencabutan.tolak(by=kantor.akun(LAIN), pencabutan=satu, catatan=" ")
    pencabutan.tolak(by=kantor.akun(LAIN), pencabutan=satu, catatan="Nomornya lain.")
    assert cek_token(terbit.token).kasus == "terdaftar"
    assert Kabar.objects.filter(pengguna=kantor.akun(ADMINISTRATOR), teks__contains="tetap berlaku: Nomor").exists()
    assert usul(kantor, terbit, keputusan).status == "diusulkan"
