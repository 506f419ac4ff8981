"""A question asked at the fasilitator's desk, answered on a phone, read again at the desk; with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from docservice.akun.peran import Peran
from docservice.riwayat.models import Riwayat
from tests.docservice.alur.dunia import FASILITATOR, TEMAN, Rumah, isi
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban
TANYA = "TMT di kertas 1 Februari atau 1 Maret?"
JAWAB = "1 Februari. Stempelnya menutupi tulisannya."


@pytest.fixture(scope="module")
def usulan(rumah: Rumah) -> Riwayat:
    isi(rumah)
    return Riwayat.objects.get(sumber="usulan")


def kirim(layar: Layar, teks: str) -> None:
    layar.page.get_by_label("Pertanyaan atau jawaban").fill(teks)
    layar.tekan("text=Kirim klarifikasi")


@pytest.mark.syarat("POSO-7-3b")
def test_a_question_is_answered_on_the_phone_and_read_at_the_desk(rumah: Rumah, usulan: Riwayat, browser: Browser):
    with jendela(browser, rumah, TEMAN, peran=Peran.PEGAWAI, ponsel=True, skrip=False) as ponsel:
        ponsel.page.goto("/")
        ponsel.tekan("text=Buka pertanyaannya")
        assert TANYA in ponsel.teks
        kirim(ponsel, JAWAB)
        assert ponsel.page.url.endswith(f"/riwayat/usulan/{usulan.pk}/#perjalanan")
        assert JAWAB in ponsel.teks
    with jendela(browser, rumah, FASILITATOR, peran=Peran.FASILITATOR) as meja:
        assert "Ada jawaban" in meja.buka("/usulan/").teks
        meja.buka(f"/usulan/{usulan.pk}/")
        assert meja.teks.index(TANYA) < meja.teks.index(JAWAB)
        kirim(meja, "Terima kasih, sudah cocok.")
        assert meja.page.url.endswith(f"/usulan/{usulan.pk}/#perjalanan")
        assert not keluhan(meja, ponsel=False)
    with jendela(browser, rumah, TEMAN, peran=Peran.PEGAWAI, ponsel=True, tema="gelap") as ponsel:
        ponsel.buka(f"/riwayat/usulan/{usulan.pk}/")
        assert "Terima kasih, sudah cocok." in ponsel.teks
        assert not keluhan(ponsel, ponsel=True)
