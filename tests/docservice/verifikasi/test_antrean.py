"""What waits, in the order it should be looked at; whose it is; what the filters leave (screens §5.1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from docservice.dokumen.models import Dokumen, Halaman, VersiDokumen
from docservice.layanan.models import BerkasPermohonan
from docservice.pegawai.models_libur import hari_libur
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import TidakBerwenang
from docservice.umum.waktu import jam, mundur_hari_kerja
from docservice.verifikasi.antrean import antrean, banyak
from docservice.verifikasi.catatan import Catatan, catatan
from docservice.verifikasi.cocok import bidang_pencocokan
from docservice.verifikasi.models import Pegang
from docservice.verifikasi.permissions import may_verifikasi
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, Situs, teks
from tests.docservice.naskah.alat import permohonan
from tests.docservice.riwayat.alat import ajukan, berkas, suami_istri, usulan
from tests.docservice.verifikasi.alat import sahkan

pytestmark = pytest.mark.django_db


def menunggu_sejak(dokumen: Dokumen, hari: float) -> Dokumen:
    VersiDokumen.objects.filter(dokumen=dokumen).update(diunggah_pada=timezone.now() - timedelta(days=hari))
    return dokumen


def test_over_the_deadline_first_then_what_a_service_waits_for_then_the_oldest(kantor_contoh: KantorUji):
    baru, lama, ditunggu, lewat = (menunggu_sejak(berkas(kantor_contoh, 13), hari) for hari in (0, 0.4, 0.1, 9))
    BerkasPermohonan.objects.create(permohonan=permohonan(kantor_contoh), dokumen=ditunggu)
    urut = list(antrean(kantor_contoh.akun(FASILITATOR)))
    assert banyak(kantor_contoh.akun(FASILITATOR)) == len(urut)
    assert [d.pk for d in urut] == [lewat.pk, ditunggu.pk, lama.pk, baru.pk]
    assert [(d.terlambat, d.mendesak) for d in urut[:2]] == [(True, False), (False, True)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("saat", "hari", "harapan"),
    [("2026-11-18", 3, "2026-11-13"), ("2026-11-16", 1, "2026-11-13"), ("2026-11-15", 1, "2026-11-13")],
)
def test_the_deadline_counts_working_days(saat: str, hari: int, harapan: str):
    siang = timezone.make_aware(datetime.fromisoformat(f"{saat}T12:00:00"))
    assert mundur_hari_kerja(siang, hari).date().isoformat() == harapan


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


def test_the_queue_says_what_differs_what_reads_badly_and_what_waits(situs: Situs):
    riwayat = ajukan(situs.kantor)
    dokumen = Dokumen.objects.get(bukti_riwayat__riwayat=riwayat)
    Halaman.objects.filter(versi__dokumen=dokumen).update(temuan=["buram:bawah", "miring"])
    diminta = permohonan(situs.kantor)
    BerkasPermohonan.objects.create(permohonan=diminta, dokumen=dokumen)
    (baris,) = catatan(list(antrean(situs.akun(FASILITATOR))))
    beda = [satu for satu in bidang_pencocokan(dokumen, dokumen.versi_terkini) if satu.perlu_dicari]
    assert baris == (dokumen, Catatan(len(beda), [("buram", 1), ("miring", 1)], diminta.layanan.nama.lower()))
    isi = teks(situs.masuk(FASILITATOR).get("/verifikasi/"))
    for kata in (f"{len(beda)} beda", "1 buram", "1 miring", f"Mendesak: {diminta.layanan.nama.lower()}"):
        assert kata in isi


def test_fifty_rows_ask_the_database_as_often_as_one(kantor_contoh: KantorUji, django_assert_num_queries: Any):
    berkas(kantor_contoh, 13)
    hari_libur()  # kept from here on
    with CaptureQueriesContext(connection) as satu:
        catatan(list(antrean(kantor_contoh.akun(FASILITATOR))))
    for _ in range(5):
        berkas(kantor_contoh, 13)
    with django_assert_num_queries(len(satu)):
        catatan(list(antrean(kantor_contoh.akun(FASILITATOR))))


def test_the_chosen_ones_are_taken_and_no_others(situs: Situs):
    satu, dua, tiga = (situs.dokumen(13, "SK_CPNS") for _ in range(3))
    lain = situs.dokumen(FASILITATOR, "SK_CPNS")  # one's own is not in the queue, so it cannot be chosen
    klien = situs.masuk(FASILITATOR)
    entah = klien.post("/verifikasi/", {"pilih": [dua.pk, "x"]})
    assert (entah.status_code, "Pilihan ini tidak dikenal." in teks(entah)) == (422, True)
    assert klien.post("/verifikasi/", {"pilih": lain.pk}).status_code == 409
    assert not Pegang.objects.exists()
    klien.post("/verifikasi/", {"pilih": [dua.pk, tiga.pk, lain.pk]})
    assert set(Pegang.objects.values_list("dokumen", flat=True)) == {dua.pk, tiga.pk}
    klien.post("/verifikasi/")
    assert satu.pk in Pegang.objects.values_list("dokumen", flat=True)


def test_while_others_hold_everything_the_time_to_come_back_is_named(situs: Situs):
    dokumen = situs.dokumen(13, "SK_CPNS")
    sampai = timezone.now() + timedelta(minutes=12)
    Pegang.objects.create(dokumen=dokumen, oleh=situs.akun(ADMINISTRATOR), sampai=sampai)
    jawaban = situs.masuk(FASILITATOR).post("/verifikasi/", follow=True)
    assert f"Semua berkas sedang diperiksa orang lain. Coba lagi setelah {jam(sampai)}." in teks(jawaban)
