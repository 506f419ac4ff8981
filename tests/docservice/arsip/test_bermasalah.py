"""Work set aside, and who may give it another chance."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.antrean.models import Job, StatusJob
from docservice.audit.models import Jejak
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import StatusBerkas
from tests.docservice.dokumen.alat import (
    kertas,
    kirim,
    olah,
    siap,
)
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, Situs, teks


@pytest.fixture
def macet(situs: Situs, monkeypatch: pytest.MonkeyPatch) -> VersiDokumen:
    """A scan that fails five times, and whose fault is gone afterwards."""

    def rusak(*args: Any, **kwargs: Any) -> Any:
        raise ZeroDivisionError

    versi = kirim(situs.kantor, kertas())
    with monkeypatch.context() as tambal:
        tambal.setattr("docservice.dokumen.jobs.inspect", rusak)
        for _ in range(6):
            olah()
    return versi


def test_poison_stops_after_five_and_an_administrator_tries_it_again(situs: Situs, macet: VersiDokumen):
    job = Job.objects.get(status=StatusJob.MACET)
    assert (job.jenis, job.percobaan) == ("dokumen.pindai", 5)
    menunggu = teks(situs.masuk(PEMILIK).get(f"/dokumen/{macet.dokumen_id}/proses/"))
    assert "Petugas sistem sudah diberi tahu" in menunggu
    saya = situs.masuk(ADMINISTRATOR)
    assert "Berkas bermasalah 1" in teks(saya.get("/"))
    assert "dokumen.pindai" in teks(saya.get("/bermasalah/"))
    saya.post(f"/bermasalah/pekerjaan/{job.pk}/ulangi/")
    assert siap(macet).status == StatusBerkas.SIAP
    assert Jejak.objects.get(aksi="antrean.diulangi").pelaku == situs.akun(ADMINISTRATOR).pk
    assert saya.post(f"/bermasalah/pekerjaan/{job.pk}/ulangi/").status_code == 404


@pytest.mark.parametrize("orang", [PEMILIK, FASILITATOR])
def test_only_administrators_try_again(situs: Situs, macet: VersiDokumen, orang: int):
    job = Job.objects.get(status=StatusJob.MACET)
    assert situs.masuk(orang).post(f"/bermasalah/pekerjaan/{job.pk}/ulangi/").status_code == 403
    assert Job.objects.get(pk=job.pk).status == StatusJob.MACET
