"""What waits, in the order it should be looked at; whose it is; what the filters leave (screens §5.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.layanan.models import BerkasPermohonan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import TidakBerwenang
from docservice.umum.waktu import mundur_hari_kerja
from docservice.verifikasi.antrean import antrean
from docservice.verifikasi.permissions import may_verifikasi
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, Situs, teks
from tests.docservice.naskah.alat import permohonan
from tests.docservice.riwayat.alat import berkas, usulan
from tests.docservice.verifikasi.test_putusan import sahkan

pytestmark = pytest.mark.django_db


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    return Situs(kantor_contoh)


def menunggu_sejak(dokumen: Dokumen, hari: float) -> Dokumen:
    VersiDokumen.objects.filter(dokumen=dokumen).update(diunggah_pada=timezone.now() - timedelta(days=hari))
    return dokumen


def test_over_the_deadline_first_then_what_a_service_waits_for_then_the_oldest(kantor_contoh: KantorUji):
    baru, lama, ditunggu, lewat = (menunggu_sejak(berkas(kantor_contoh, 13), hari) for hari in (0, 0.4, 0.1, 9))
    BerkasPermohonan.objects.create(permohonan=permohonan(kantor_contoh), dokumen=ditunggu)
    urut = list(antrean(kantor_contoh.akun(FASILITATOR)))
    assert [d.pk for d in urut] == [lewat.pk, ditunggu.pk, lama.pk, baru.pk]
    assert [(d.terlambat, d.mendesak) for d in urut[:2]] == [(True, False), (False, True)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("saat", "hari", "harapan"),
    [("2026-11-18", 3, "2026-11-13"), ("2026-11-16", 1, "2026-11-13"), ("2026-11-15", 1, "2026-11-13")],
)
def test_the_deadline_counts_working_days(saat: str, hari: int, harapan: str):
    siang = timezone.make_aware(datetime.fromisoformat(f"{saat}T12:00:00"))
    assert mundur_hari_kerja(siang, hari).date().isoformat() == harapan


def suami_istri(kantor: KantorUji, satu: int, dua: int) -> None:
    Riwayat.objects.create(
        pegawai=kantor.orang(satu),
        jenis="pasangan",
        data={"nip_pasangan": kantor.nip[dua]},
        status=StatusRiwayat.DIAJUKAN,
        dibuat_oleh=kantor.akun(satu),
    )


@pytest.mark.syarat("BABEL-9-3a")
@pytest.mark.parametrize("yang_menyebut", [FASILITATOR, 13])
def test_nobody_decides_on_their_spouses_papers(kantor_contoh: KantorUji, yang_menyebut: int):
    dokumen = berkas(kantor_contoh, 13)
    assert list(antrean(kantor_contoh.akun(FASILITATOR))) == [dokumen]
    suami_istri(kantor_contoh, yang_menyebut, 13 if yang_menyebut == FASILITATOR else FASILITATOR)
    assert not antrean(kantor_contoh.akun(FASILITATOR)).exists()
    assert not may_verifikasi(kantor_contoh.akun(FASILITATOR), dokumen)
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        sahkan(kantor_contoh, dokumen)


def test_nor_validates_their_rows(kantor_contoh: KantorUji):
    from docservice.riwayat import actions

    baris = usulan(kantor_contoh, StatusRiwayat.DIVERIFIKASI)
    suami_istri(kantor_contoh, ADMINISTRATOR, 13)
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=baris)


def test_the_filters_push_the_address_and_count(situs: Situs):
    satu = situs.dokumen(13, "SK_CPNS")
    menunggu_sejak(situs.dokumen(13, "IJAZAH"), 9)
    klien = situs.masuk(FASILITATOR)
    assert "2 menunggu verifikasi" in teks(klien.get("/verifikasi/"))
    for saring, jumlah in (
        ("jenis=IJAZAH", 1),
        (f"unit={satu.pegawai.unit_id}", 2),
        (f"pengunggah={satu.dibuat_oleh.nip}", 2),
        ("pengunggah=tidak+ada", 0),
        ("umur=terlambat", 1),
        ("umur=baru", 1),
        ("jenis=KARANGAN&hal=99", 2),
    ):
        assert f"{jumlah} menunggu verifikasi" in teks(klien.get(f"/verifikasi/?{saring}")), saring
    assert "Melewati batas" in teks(klien.get("/verifikasi/?jenis=IJAZAH"))


def test_other_offices_papers_are_not_there(situs: Situs):
    dokumen = situs.dokumen(13, "SK_CPNS")
    assert "0 menunggu verifikasi" in teks(situs.masuk(FASILITATOR_LAIN).get("/verifikasi/"))
    for nomor in (FASILITATOR_LAIN, PEMILIK):
        for alamat in ("", "lewati/", "bandingkan/"):
            klien = situs.masuk(nomor)
            tujuan = f"/verifikasi/{dokumen.pk}/{alamat}"
            jawaban = klien.post(tujuan) if alamat == "lewati/" else klien.get(tujuan)
            assert jawaban.status_code in (403, 404), (nomor, alamat)
