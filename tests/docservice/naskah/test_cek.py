"""The public check: a QR proves a record, only an upload proves a file (screens §5.14)."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse

from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.naskah import penyedia
from docservice.naskah.cek import HasilCek, cek_berkas, cek_token, samarkan
from docservice.naskah.models import TautanCek
from signing import Secret, SigningRequest
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import berhalaman, kertas, terkunci
from tests.docservice.halaman import Situs
from tests.docservice.halaman import teks as kalimat
from tests.docservice.naskah.alat import PASSPHRASE, PEMOHON, SEKDA, Terbit

pytestmark = pytest.mark.django_db


def teks(hasil: HasilCek) -> str:
    return " ".join([hasil.judul, hasil.kalimat, *hasil.rincian, *(f"{a} {b}" for a, b in hasil.fakta)])


# --- the QR ----------------------------------------------------------------------------------------------------


def test_the_qr_leads_to_facts_one_can_compare_with_the_paper(terbit: Terbit, kantor_contoh: KantorUji):
    hasil = cek_token(terbit.token)
    assert hasil.kasus == "terdaftar"
    fakta = dict(hasil.fakta)
    assert fakta["Nomor"].startswith("800.1.3.2/0001/BKPSDMD/")
    assert fakta["Atas nama"] == "Dam•• Pan••••, NIP berakhiran 1913"
    assert "Raditya Anggarista" in fakta["Penanda tangan"]


def test_the_qr_never_says_that_the_paper_in_hand_is_genuine(terbit: Terbit):
    assert "asli" not in cek_token(terbit.token).judul.replace("terdaftar asli", "")
    assert "Bandingkan" in cek_token(terbit.token).kalimat


def test_the_public_facts_hold_no_name_nip_or_secret_to_collect(terbit: Terbit, kantor_contoh: KantorUji):
    kata = teks(cek_token(terbit.token))
    assert kantor_contoh.nip[PEMOHON] not in kata
    assert "Damar" not in kata


@pytest.mark.parametrize("token", ["", "x", "../../etc", "a" * 500, "' OR 1=1 --", "\x00"])
def test_an_unknown_code_is_not_registered(terbit: Terbit, token: str):
    assert cek_token(token).kasus == "tidak_terdaftar"
    assert cek_token(terbit.token + token).kasus == ("terdaftar" if token == "" else "tidak_terdaftar")


def test_a_link_is_dead_until_the_signature_has_passed(terbit: Terbit):
    TautanCek.objects.update(aktif=False)
    assert cek_token(terbit.token).kasus == "tidak_terdaftar"


def test_tokens_are_stored_hashed(terbit: Terbit):
    assert terbit.token not in str(list(TautanCek.objects.values()))


def test_a_confidential_decision_names_nobody(terbit: Terbit):
    Dokumen.objects.update(kelas="R")
    assert "Atas nama" not in dict(cek_token(terbit.token).fakta)


@pytest.mark.parametrize(
    ("nama", "samar"), [("Damar Panuluh", "Dam•• Pan••••"), ("Ali", "Ali"), ("", ""), ("Sri Adi W", "Sri Adi W")]
)
def test_names_are_shortened_to_compare_not_to_collect(nama: str, samar: str):
    assert samarkan(nama) == samar


# --- the upload ------------------------------------------------------------------------------------------------


def test_the_very_file_is_genuine_with_its_facts(terbit: Terbit):
    hasil = cek_berkas(terbit.pdf)
    assert (hasil.kasus, hasil.nada) == ("asli", "baik")
    assert dict(hasil.fakta)["Nomor"].startswith("800.1.3.2/")


@pytest.mark.parametrize("letak", [0.02, 0.3, 0.6, 0.95])
def test_one_changed_byte_is_never_genuine_and_says_why(terbit: Terbit, letak: float):
    ubah = bytearray(terbit.pdf)
    ubah[int(len(ubah) * letak)] ^= 1
    hasil = cek_berkas(bytes(ubah))
    assert hasil.kasus in ("tidak_asli", "tak_terbaca")
    assert "baik" not in hasil.nada
    assert hasil.fakta == []
    assert hasil.kalimat


@pytest.mark.parametrize("tambah", [b" ", b"\n%%EOF\n", b"%PDF-1.7\n"])
def test_bytes_added_at_the_end_are_not_the_issued_file(terbit: Terbit, tambah: bytes):
    assert cek_berkas(terbit.pdf + tambah).kasus != "asli"


def test_a_cut_file_is_not_genuine(terbit: Terbit):
    assert cek_berkas(terbit.pdf[: len(terbit.pdf) // 2]).kasus in (
        "tak_terbaca",
        "tidak_bertanda_tangan",
        "tidak_asli",
    )


def test_a_pdf_without_a_signature_points_to_the_qr():
    hasil = cek_berkas(kertas())
    assert (hasil.kasus, hasil.nada) == ("tidak_bertanda_tangan", "netral")
    assert "QR" in hasil.kalimat


@pytest.mark.parametrize("berkas", [b"", b"bukan pdf", b"\xff\xd8\xff\xe0" + bytes(100), b"%PDF-", terkunci(kertas())])
def test_what_is_no_readable_pdf_is_said_to_be_so(berkas: bytes):
    assert cek_berkas(berkas).kasus == "tak_terbaca"


def test_a_valid_signature_of_ours_on_a_file_we_did_not_issue_is_not_called_registered(
    terbit: Terbit, kantor_contoh: KantorUji
):
    with Secret(PASSPHRASE) as rahasia:
        permintaan = [SigningRequest(reference="1", pdf=berhalaman(1))]
        hasil = penyedia.penanda().sign_batch(kantor_contoh.nip[SEKDA], permintaan, rahasia)[0]
    cek = cek_berkas(hasil.pdf or b"")
    assert (cek.kasus, cek.nada) == ("sah_tidak_terdaftar", "takpasti")
    assert "instansi penerbit" in cek.kalimat


def test_checking_keeps_nothing(terbit: Terbit):
    sebelum = [len(list(g.digests())) for g in (gudang.masuk(), gudang.arsip(), gudang.kerja())]
    cek_berkas(kertas())
    assert [len(list(g.digests())) for g in (gudang.masuk(), gudang.arsip(), gudang.kerja())] == sebelum


# --- the address one may pass on ---------------------------------------------------------------------------------


def test_whoever_sees_the_document_may_copy_the_address_in_its_qr(terbit: Terbit, kantor_contoh: KantorUji):
    halaman = Situs(kantor_contoh).masuk(PEMOHON).get(reverse("dokumen:dokumen", args=[terbit.pk]))
    alamat = f"{settings.PUBLIC_URL}/cek/{terbit.token}"
    assert f'href="{alamat}" data-salin' in halaman.content.decode()
    assert "Salin tautan periksa" in kalimat(halaman)


def test_the_address_is_kept_sealed(terbit: Terbit):
    tautan = TautanCek.objects.get(aktif=True)
    assert terbit.token not in f"{tautan.segel}{tautan.sidik}"
    assert tautan.token == terbit.token


def test_a_document_that_was_not_issued_here_or_whose_token_was_not_kept_offers_none(
    terbit: Terbit, kantor_contoh: KantorUji
):
    situs = Situs(kantor_contoh)
    kartu = situs.dokumen(PEMOHON, "KARPEG")
    assert "Salin tautan" not in kalimat(situs.masuk(PEMOHON).get(reverse("dokumen:dokumen", args=[kartu.pk])))
    TautanCek.objects.update(segel="sandi:x:kunci-yang-hilang:AAAA")
    assert situs.masuk(PEMOHON).get(reverse("dokumen:dokumen", args=[terbit.pk])).status_code == 200
    TautanCek.objects.update(segel="")
    lama = situs.masuk(PEMOHON).get(reverse("dokumen:dokumen", args=[terbit.pk]))
    assert "Salin tautan" not in kalimat(lama)
