"""Bad luck at the screen: too late, signed out, forgotten password, changed by another meanwhile."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions as naskah_actions
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from tests.docservice.alur.dunia import ADMIN, FASILITATOR, GOLONGAN, PEMILIK, TEMAN, Rumah, passphrase
from tests.docservice.alur.jendela import akhiri_sesi, jendela
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban
TERSIMPAN = "Isian Anda kami simpan. Periksa lalu kirim lagi."


def masuk_lagi(page: Page, rumah: Rumah, nomor: int) -> None:
    """By typing, as after a session that ended."""
    page.fill("#id_username", rumah.orang(nomor).nip)
    page.fill("#id_password", "contoh-masuk-2026")
    page.click("main form button.utama")


def test_a_session_that_ended_in_mid_form_costs_no_word(rumah: Rumah, browser: Browser) -> None:
    sk = rumah.dokumen(PEMILIK, "SK_CPNS", terbaca=True)
    alamat = f"/riwayat/usulan/baru/?dokumen={sk.pk}"
    with jendela(browser, rumah) as layar:
        page = layar.page
        page.goto(f"/masuk/?next={alamat}")
        masuk_lagi(page, rumah, PEMILIK)
        for satu in page.locator("input[type=radio][value=sesuai]").all():
            satu.check()
        page.locator("[name=asal_sk_nomor][value=diperbaiki]").check()
        page.fill("[name=sk_nomor]", "821.13/9999/BKPSDM/2022")
        page.select_option("[name=jenis_kp]", "211")
        page.fill("[name=pejabat_penetap]", "Gubernur, ditulis panjang-panjang")
        akhiri_sesi(layar)
        page.click("main form button.utama")
        expect(page.locator("h1")).to_have_text("Masuk")
        assert "Sesi Anda sudah berakhir" in layar.teks
        masuk_lagi(page, rumah, PEMILIK)
        assert TERSIMPAN in layar.teks
        assert page.url.endswith(alamat)
        assert page.input_value("[name=sk_nomor]") == "821.13/9999/BKPSDM/2022"
        assert page.input_value("[name=pejabat_penetap]") == "Gubernur, ditulis panjang-panjang"
        assert page.locator("[name=asal_golongan][value=sesuai]").is_checked()
        assert not keluhan(layar, ponsel=False)
        page.click("main form button.utama")
        page.check("[name=pernyataan]")
        page.click("main form button.utama")
        expect(page.locator("main")).to_contain_text("Usulan Anda diajukan")
        assert Riwayat.objects.get(bukti__dokumen=sk).data["sk_nomor"] == "821.13/9999/BKPSDM/2022"


def test_nobody_else_gets_what_was_typed_and_a_passphrase_is_kept_for_nobody(rumah: Rumah, browser: Browser) -> None:
    permohonan = rumah.permohonan(TEMAN, StatusPermohonan.FASILITATOR)
    alamat = f"/permohonan/{permohonan.pk}/"
    with jendela(browser, rumah) as layar:
        page = layar.page
        page.goto(f"/masuk/?next={alamat}")
        masuk_lagi(page, rumah, FASILITATOR)
        page.click("summary:has-text('Kembalikan')")
        page.fill("[name=alasan]", "Ijazah terpotong di sisi kanan.")
        akhiri_sesi(layar)
        page.click("button:has-text('BTL')")
        assert page.url.endswith(f"next={alamat.replace('/', '%2F')}")
        masuk_lagi(page, rumah, TEMAN)
        assert TERSIMPAN not in layar.teks
        assert "Ijazah terpotong" not in page.content()
        page.context.clear_cookies(name="sesi")
        page.goto(f"/masuk/?next={alamat}")
        masuk_lagi(page, rumah, FASILITATOR)
        assert page.locator("[name=alasan]").is_visible()
        assert page.input_value("[name=alasan]") == "Ijazah terpotong di sisi kanan."


def test_a_tray_left_open_asks_for_the_passphrase_again(rumah: Rumah, browser: Browser) -> None:
    naskah = rumah.naskah(14)
    with jendela(browser, rumah, 1) as layar:
        layar.page.goto("/tanda-tangan/")
        layar.page.fill("#passphrase", passphrase())
        akhiri_sesi(layar)
        layar.page.click(".kartu-utama button.utama")
        assert "Sesi Anda sudah berakhir" in layar.teks
        assert not [k for k in layar.page.context.cookies() if k["name"] == "isian"]
        masuk_lagi(layar.page, rumah, 1)
        assert layar.page.url.endswith("/tanda-tangan/")
        assert layar.page.input_value("#passphrase") == ""
    naskah.refresh_from_db()
    assert naskah.status == "menunggu_tte"


def test_a_page_grown_old_beside_a_new_sign_in_keeps_what_was_typed(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK) as layar:
        lama, baru = layar.page, layar.page.context.new_page()
        lama.goto("/token/")
        lama.fill("[name=nama]", "Aplikasi kinerja")
        layar.page.context.clear_cookies(name="csrf")  # as a sign-in in the other tab does
        baru.goto("/token/")
        lama.click("main form button.utama")
        expect(lama.locator("h1")).to_have_text("Halaman ini sudah terlalu lama terbuka")
        assert not keluhan(layar, ponsel=False)
        lama.click("a:text-is('Muat ulang')")
        assert TERSIMPAN in layar.teks
        assert lama.input_value("[name=nama]") == "Aplikasi kinerja"


def test_a_proposal_changed_in_another_tab_shows_both_and_can_be_sent(rumah: Rumah, browser: Browser) -> None:
    petugas, pemilik = rumah.kantor.akun(FASILITATOR), rumah.kantor.akun(TEMAN)
    usulan = riwayat_actions.kembalikan(by=petugas, riwayat=rumah.usulan(TEMAN), catatan="Periksa nomornya.")
    with jendela(browser, rumah, TEMAN) as layar:
        page = layar.page
        page.goto(f"/riwayat/usulan/{usulan.pk}/perbaiki/")
        for satu in page.locator("input[type=radio][value=sesuai]").all():
            satu.check()
        page.fill("[name=pejabat_penetap]", "Bupati")
        page.click("main form button.utama")
        page.check("[name=pernyataan]")
        bukti = [b.dokumen for b in usulan.bukti.all()]
        lain: dict[str, Any] = {
            "by": pemilik,
            "pegawai": usulan.pegawai,
            "jenis": "golongan",
            "bukti": bukti,
            "pernyataan": True,
        }
        data = GOLONGAN | {"pejabat_penetap": "Gubernur"}
        riwayat_actions.kembalikan(
            by=petugas,
            riwayat=riwayat_actions.ajukan(**lain, data=data, riwayat=usulan),
            catatan="Sekali lagi.",
        )
        page.click("main form button.utama")
        assert "Data ini baru saja diubah orang lain. Isian Anda tetap ada" in layar.teks
        assert "Gubernur" in page.inner_text("section:has(h2:text('Yang tersimpan sekarang'))")
        assert page.input_value("[name=pejabat_penetap]") == "Bupati"
        assert not keluhan(layar, ponsel=False)
        page.click("main form button.utama")
        page.check("[name=pernyataan]")
        page.click("main form button.utama")
        expect(page.locator("main")).to_contain_text("Usulan Anda diajukan")
    assert Riwayat.objects.get(pk=usulan.pk).data["pejabat_penetap"] == "Bupati"


def test_a_draft_saved_by_a_colleague_meanwhile_is_not_overwritten_unseen(rumah: Rumah, browser: Browser) -> None:
    admin = rumah.kantor.akun(ADMIN)
    naskah = naskah_actions.susun(by=admin, permohonan=rumah.permohonan(16, StatusPermohonan.DRAF_NASKAH))
    with jendela(browser, rumah, ADMIN) as layar:
        page = layar.page
        page.goto(f"/naskah/{naskah.pk}/")
        page.fill("[name=tembusan]", "Arsip saya")
        naskah_actions.ubah(by=admin, naskah=naskah, revisi=naskah.revisi, perubahan={"tembusan": ["Inspektorat"]})
        page.click("button:has-text('Simpan draf')")
        assert "Data ini baru saja diubah orang lain. Isian Anda tetap ada" in layar.teks
        assert "Inspektorat" in page.inner_text("section:has(h2:text('Yang tersimpan sekarang'))")
        assert page.input_value("[name=tembusan]") == "Arsip saya"
        page.click("button:has-text('Simpan draf')")
        assert "Draf tersimpan." in layar.teks
    naskah.refresh_from_db()
    assert naskah.data["tembusan"] == ["Arsip saya"]


def test_after_signing_out_the_back_button_shows_nothing_personal(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK) as layar:
        page = layar.page
        jawab = page.goto("/arsip-saya/")
        assert jawab is not None
        assert "no-store" in jawab.headers["cache-control"]
        page.click("summary:has(.bulat)")
        page.click("button:has-text('Keluar')")
        assert "Anda sudah keluar." in layar.teks
        assert "Sesi Anda sudah berakhir" not in layar.teks
        page.go_back()
        expect(page.locator("h1")).to_have_text("Masuk")
        assert rumah.orang(PEMILIK).nama not in page.inner_text("header")
        assert "Arsip saya" not in page.inner_text("body")


def test_five_wrong_passwords_mean_waiting_until_a_time_that_is_said(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, ponsel=True) as layar:
        page = layar.page
        page.goto("/masuk/")
        for _ in range(5):
            page.fill("#id_username", rumah.orang(24).nip)
            page.fill("#id_password", "keliru-sekali-lagi")
            page.click("main form button.utama")
        expect(page.locator("h1")).to_have_text("Terlalu banyak percobaan")
        assert re.search(r"Coba lagi pukul \d\d\.\d\d WIB\. Akun Anda tidak diblokir\.", layar.teks)
        assert not keluhan(layar, ponsel=True)


def test_a_click_on_an_answer_is_never_taken_away_by_the_page_moving(rumah: Rumah, browser: Browser) -> None:
    sk = rumah.dokumen(PEMILIK, "SK_CPNS", terbaca=True)
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.page.set_viewport_size({"width": 1280, "height": 480})
        layar.page.goto(f"/riwayat/usulan/baru/?dokumen={sk.pk}&jenis=golongan")
        jawaban = layar.page.locator("label.radio:has(input[value=sesuai])")
        for urut in range(jawaban.count()):
            jawaban.nth(urut).click()
        assert [satu.is_checked() for satu in layar.page.locator("input[value=sesuai]").all()] == [True] * 4
