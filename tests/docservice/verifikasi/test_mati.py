"""The server is killed while somebody decides: the decision stands whole, or was never made and can be made again."""

from __future__ import annotations

import pytest

from docservice.antrean.models import Job
from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.umum.errors import SudahBerubah
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Verifikasi
from tests.docservice.bersama import KantorUji, anak
from tests.docservice.riwayat.alat import berkas
from tests.docservice.verifikasi.alat import FASILITATOR, sahkan

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


def bunuh(kantor: KantorUji, dokumen: Dokumen, titik: str) -> None:
    with anak("tests.docservice.verifikasi.pemutus_fana:utama") as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(f"{titik} {kantor.nip[FASILITATOR]} {dokumen.pk}\n")
        server.stdin.flush()
        assert server.stdout.readline() == "di sini\n"
        server.kill()


def test_no_decision_is_lost_or_half_made(kantor_sementara: KantorUji):
    satu, dua = berkas(kantor_sementara, 13), berkas(kantor_sementara, 13)
    by = kantor_sementara.akun(FASILITATOR)
    assert len(sesi.ambil(by=by)) == 2
    bunuh(kantor_sementara, satu, "sesudah-commit")
    assert Verifikasi.objects.get().versi.dokumen == satu
    assert Dokumen.objects.get(pk=satu.pk).status == StatusDokumen.TERVERIFIKASI
    assert Job.objects.filter(jenis="verifikasi.kabari").count() == 1, "its owner will be told"
    with pytest.raises(SudahBerubah, match="sudah diputuskan"):
        sahkan(kantor_sementara, satu)  # pressed again by somebody who saw no answer
    bunuh(kantor_sementara, dua, "sebelum-commit")
    assert Verifikasi.objects.count() == Jejak.objects.filter(aksi="dokumen.terverifikasi").count() == 1
    assert list(sesi.tumpukan(by)) == [dua], "still in the same hands"
    sahkan(kantor_sementara, dua)
    assert Dokumen.objects.filter(status=StatusDokumen.TERVERIFIKASI).count() == 2
    assert not list(periksa()), "the journal is unbroken"
