"""The steps a person sees: being searchable is one of its own, told as it is, and nothing waits for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan
from docservice.dokumen import indeks
from docservice.dokumen.models import PesanIndeks, VersiDokumen
from docservice.dokumen.proses import kemajuan
from docservice.dokumen.status import StatusDokumen
from search import IndexBusy
from tests.docservice.dokumen.alat import kirim, siap
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import FASILITATOR, PEMILIK, Situs, teks

pytestmark = pytest.mark.django_db


class Sibuk:
    def write(self, *isi: Any) -> None:
        raise IndexBusy


@pytest.fixture
def terbaca(situs: Situs, monkeypatch: pytest.MonkeyPatch) -> VersiDokumen:
    """Read, while the index takes nothing."""
    with monkeypatch.context() as putus:
        putus.setattr(indeks, "indeks", Sibuk)
        versi = siap(kirim(situs.kantor))
    assert PesanIndeks.objects.filter(dokumen=versi.dokumen_id).exists()
    return versi


def langkah(versi: VersiDokumen) -> dict[str, str]:
    return {satu.label: satu.keadaan for satu in kemajuan(versi).langkah}


def dapat_dicari(situs: Situs, versi: VersiDokumen) -> Any:
    kepala = {"Authorization": f"Bearer {token_untuk(situs.akun(PEMILIK))}"}
    return (
        situs.masuk(PEMILIK).get(f"/api/v1/dokumen/{versi.dokumen_id}/status/", headers=kepala).json()["dapat_dicari"]
    )


def test_what_is_read_is_not_called_searchable_before_the_index_has_it(situs: Situs, terbaca: VersiDokumen):
    assert (langkah(terbaca)["Terbaca"], langkah(terbaca)["Masuk ke pencarian"]) == ("lewat", "kini")
    assert (kemajuan(terbaca).jeda > 0, dapat_dicari(situs, terbaca)) == (True, False)
    Job.objects.filter(jenis="dokumen.indeks").update(berikutnya=timezone.now())
    for job in Job.objects.filter(jenis="dokumen.indeks", status="menunggu"):
        jalankan(job.pk)
    assert langkah(terbaca)["Dapat dicari"] == "lewat"
    assert (kemajuan(terbaca).jeda, dapat_dicari(situs, terbaca)) == (0, True)


def test_an_index_that_is_away_holds_up_neither_the_person_nor_the_verification(situs: Situs, terbaca: VersiDokumen):
    alamat = reverse("dokumen:proses", args=[terbaca.dokumen_id])
    isi = situs.masuk(PEMILIK).get(alamat).content.decode()
    assert 'hx-select="#tangga"' in isi  # only the steps ask again: what is being typed beside them stays
    assert "Segarkan" not in isi
    PesanIndeks.objects.update(dibuat_pada=timezone.now() - timedelta(minutes=2))
    assert langkah(terbaca)["Pencarian menyusul"] == ""
    assert kemajuan(terbaca).jeda == 0
    assert "berkas Anda tetap diperiksa" in teks(situs.masuk(PEMILIK).get(alamat))
    assert terbaca.dokumen.status == StatusDokumen.MENUNGGU
    assert situs.masuk(FASILITATOR).get(f"/verifikasi/{terbaca.dokumen_id}/").status_code == 200
