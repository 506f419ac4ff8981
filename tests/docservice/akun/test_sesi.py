"""Sessions: the list of them, their end, the lock, the clocks."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from docservice.akun import actions
from docservice.akun.models import Kabar, Pengguna, TokenApi
from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.audit.models import Jejak
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from tests.docservice.akun.alat import SANDI, SANDI_BARU, di_dalam, masuk, sesudah
from tests.docservice.halaman import Situs, teks

pytestmark = pytest.mark.django_db
PONSEL = {"user-agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"}


def dua(situs: Situs) -> tuple[Client, Client]:
    nip = situs.akun(13).nip
    ponsel = Client(REMOTE_ADDR="10.9.8.7", headers=PONSEL)
    return masuk(nip)[0], masuk(nip, klien=ponsel)[0]


def test_the_list_says_which_device_when_and_from_where(situs: Situs) -> None:
    meja, _ = dua(situs)
    isi = teks(meja.get("/akun/"))
    assert "Chrome di ponsel Android" in isi
    assert "alamat 10.9.8.7" in isi
    assert "(perangkat ini)" in isi


def test_nobody_sees_or_ends_anothers_sessions(situs: Situs) -> None:
    dua(situs)
    tetangga = situs.masuk(25)
    assert "10.9.8.7" not in teks(tetangga.get("/akun/"))
    for satu in UserSession.objects.filter(user=situs.akun(13)):
        for orang in (tetangga, situs.masuk(5)):
            assert orang.post(f"/akun/sesi/{satu.pk}/akhiri/").status_code == 404
    assert UserSession.objects.filter(user=situs.akun(13)).count() == 2


def test_one_is_ended(situs: Situs) -> None:
    meja, ponsel = dua(situs)
    satu = UserSession.objects.get(ip="10.9.8.7")
    assert meja.post(f"/akun/sesi/{satu.pk}/akhiri/")["Location"] == "/akun/"
    assert not di_dalam(ponsel)
    assert di_dalam(meja)
    assert Jejak.objects.filter(aksi="akun.sesi_diakhiri", pelaku=situs.akun(13).pk).count() == 1


def test_ones_own_is_ended_too(situs: Situs) -> None:
    meja, ponsel = dua(situs)
    kini = UserSession.objects.get(session_key=meja.session.session_key)
    assert meja.post(f"/akun/sesi/{kini.pk}/akhiri/")["Location"] == "/masuk/"
    assert not di_dalam(meja)
    assert di_dalam(ponsel)


def test_all_others_are_ended(situs: Situs) -> None:
    meja, ponsel = dua(situs)
    ketiga, _ = masuk(situs.akun(13).nip)
    tetangga = situs.masuk(25)
    assert "2 sesi lain sudah berakhir." in teks(meja.post("/akun/sesi/akhiri-lain/", follow=True))
    assert [di_dalam(k) for k in (meja, ponsel, ketiga, tetangga)] == [True, False, False, True]


def test_a_new_password_ends_the_others_and_keeps_this_one(situs: Situs) -> None:
    meja, ponsel = dua(situs)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert meja.post("/akun/kata-sandi/", isi)["Location"] == "/akun/"
    assert di_dalam(meja)
    assert not di_dalam(ponsel)
    assert len(UserSession.objects.purge_and_list(situs.akun(13))) == 1
    assert masuk(situs.akun(13).nip, SANDI)[1].status_code == 422
    assert masuk(situs.akun(13).nip, SANDI_BARU)[1].status_code == 302


def tokenku(situs: Situs, nomor: int = 13) -> TokenApi:
    return TokenApi.terbitkan(situs.akun(nomor), nama="aplikasi", cakupan=["baca"])[0]


def dicabut(token: TokenApi) -> bool:
    token.refresh_from_db()
    return token.dicabut_pada is not None


def test_a_new_password_revokes_the_tokens_and_says_so(situs: Situs) -> None:
    meja, _ = dua(situs)
    punya, tetangga = tokenku(situs), tokenku(situs, 25)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert "semua token API Anda dicabut" in teks(meja.post("/akun/kata-sandi/", isi, follow=True))
    assert [dicabut(punya), dicabut(tetangga)] == [True, False]
    assert "token API Anda dicabut" in Kabar.objects.filter(pengguna=situs.akun(13)).latest("pk").teks
    assert Jejak.objects.filter(aksi="akun.akses_diputus", rincian__token=1, rincian__sesi=1).count() == 1


def test_a_refused_password_revokes_nothing(situs: Situs) -> None:
    token = tokenku(situs)
    situs.masuk(13).post(
        "/akun/kata-sandi/", {"oldpassword": "salah", "password1": SANDI_BARU, "password2": SANDI_BARU}
    )
    assert not dicabut(token)


def test_a_first_password_ends_nothing(situs: Situs) -> None:
    akun, token = situs.akun(13), tokenku(situs)
    akun.set_unusable_password()
    akun.save()
    isi = {"password1": SANDI_BARU, "password2": SANDI_BARU}
    assert situs.masuk(13).post("/akun/kata-sandi/buat/", isi).status_code == 302
    assert not dicabut(token)


def test_a_closed_account_is_out_everywhere_and_opens_again_without_its_tokens(situs: Situs) -> None:
    meja, ponsel = dua(situs)
    token, alamat = tokenku(situs), f"/pegawai/{situs.akun(13).nip}/akun/"
    admin = situs.masuk(5)
    assert "Alasan belum diisi" in teks(admin.post(alamat, {"keadaan": "aktif", "alasan": ""}))
    halaman = admin.post(alamat, {"keadaan": "aktif", "alasan": "Pensiun."}, follow=True)
    assert "dinonaktifkan. Semua sesi berakhir" in teks(halaman)
    assert [di_dalam(meja), di_dalam(ponsel), dicabut(token)] == [False, False, True]
    assert masuk(situs.akun(13).nip, SANDI)[1].status_code == 422
    kedua = admin.post(alamat, {"keadaan": "aktif", "alasan": "Lagi."})
    assert f"sudah dinonaktifkan oleh {situs.akun(5).nama}, " in teks(kedua)
    admin.post(alamat, {"keadaan": "tidak", "alasan": "Keliru."})
    assert masuk(situs.akun(13).nip, SANDI)[1].status_code == 302
    assert dicabut(token)
    assert {"akun.dinonaktifkan", "akun.diaktifkan"} <= set(Jejak.objects.values_list("aksi", flat=True))


def test_who_may_not_close_an_account(situs: Situs) -> None:
    for oleh, orang in ((5, 5), (15, 13), (13, 25), (5, 6)):
        with pytest.raises(TidakBerwenang):
            actions.nonaktifkan(by=situs.akun(oleh), pengguna=situs.akun(orang), alasan="uji")
    Pengguna.objects.filter(penugasan__peran="administrator").exclude(nip=situs.akun(6).nip).update(is_active=False)
    with pytest.raises(SudahBerubah, match="dua administrator"):
        actions.nonaktifkan(by=situs.akun(2), pengguna=situs.akun(6), alasan="uji")


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"oldpassword": "salah"}, "Kata sandi sekarang tidak sesuai."),
        ({"password2": "lain sama sekali ya"}, "Kedua kata sandi tidak sama."),
        ({"password1": "pendek", "password2": "pendek"}, "Paling sedikit 12 huruf atau angka."),
        ({"password1": "password1234", "password2": "password1234"}, "Terlalu mudah ditebak."),
        ({"password1": "", "password2": ""}, "Kata sandi baru belum diisi."),
    ],
)
def test_a_password_that_does_not_do_is_refused_in_plain_words(situs: Situs, isi: dict[str, str], kalimat: str) -> None:
    baik = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    jawab = situs.masuk(13).post("/akun/kata-sandi/", baik | isi)
    assert kalimat in teks(jawab)
    assert situs.akun(13).check_password(SANDI)


def test_a_person_who_may_no_longer_sign_in_is_out_at_the_next_request(situs: Situs) -> None:
    klien = situs.masuk(13)
    Pengguna.objects.filter(pk=situs.akun(13).pk).update(is_active=False)
    assert not di_dalam(klien)


def test_twelve_hours_are_the_end_however_busy(situs: Situs) -> None:
    klien = situs.masuk(13)
    for jam in range(1, 24):
        with sesudah(minutes=29 * jam):
            assert di_dalam(klien), jam
    with sesudah(hours=12, minutes=1):
        assert klien.get("/kabar/")["Location"].startswith("/masuk/?next=")


def terkunci(jawab: Any) -> bool:
    return bool(jawab.headers.get("Location", "").startswith("/masuk/ulang/"))


def test_idle_the_screen_is_locked_and_the_page_comes_back(situs: Situs) -> None:
    klien = situs.masuk(13)
    with sesudah(minutes=31):
        for alamat in ("/", "/kabar/", "/token/", "/akun/", "/dokumen/unggah/"):
            assert terkunci(klien.get(alamat)), alamat
        ke = klien.get("/kabar/")["Location"]
        halaman = klien.get(ke)
        assert "Layar dikunci" in teks(halaman)
        assert 'aria-label="Utama"' not in halaman.content.decode(), "nothing of the service behind it"
        assert terkunci(klien.get("/kabar/")), "looking at the lock does not open it"
        klien.post(ke, {"password": "salah"})
        assert terkunci(klien.get("/kabar/"))
        assert klien.post(ke, {"password": SANDI, "next": "/kabar/"})["Location"] == "/kabar/"
        assert di_dalam(klien)


def test_a_form_sent_to_a_locked_screen_is_there_afterwards(situs: Situs) -> None:
    klien = situs.masuk(13)
    with sesudah(minutes=31):
        isi = {"nama": "Aplikasi kinerja", "cakupan": ["baca"], "hari": "7"}
        ke = klien.post("/token/", isi, headers={"referer": "http://testserver/token/"})["Location"]
        assert not TokenApi.objects.exists()
        klien.post(ke, {"password": SANDI, "next": "/token/"})
        assert 'value="Aplikasi kinerja"' in klien.get("/token/").content.decode()


def test_the_screen_is_locked_by_hand(situs: Situs) -> None:
    klien = situs.masuk(13)
    klien.post("/kunci-layar/", {"next": "/kabar/"})
    assert terkunci(klien.get("/kabar/"))
    klien.post("/masuk/ulang/", {"password": SANDI, "next": "/kabar/"})
    assert di_dalam(klien)


def test_a_locked_screen_shows_strangers_pages_as_to_a_stranger(situs: Situs) -> None:
    klien = situs.masuk(13)
    klien.post("/kunci-layar/")
    for alamat in ("/cek/", "/masuk/"):
        jawab = klien.get(alamat)
        assert jawab.status_code == 200
        assert situs.orang(13).nama.split(",")[0] not in "".join(
            satu for satu in teks(jawab).split("Orang contoh")[:1]
        ), alamat
    keluar = klien.post("/keluar/")
    assert keluar["Location"] == "/masuk/"
    assert keluar["Clear-Site-Data"] == '"cache", "storage"'  # pages seen, and photos not sent


def test_work_every_few_minutes_keeps_it_open(situs: Situs) -> None:
    klien = situs.masuk(13)
    for menit in range(20, 121, 20):
        with sesudah(minutes=menit):
            assert di_dalam(klien), menit


def test_the_clock_costs_one_write_a_minute(situs: Situs, django_assert_num_queries: Any) -> None:
    klien = situs.masuk(13)
    klien.get("/token/")
    sebelum = klien.session["terakhir_pada"]
    klien.get("/token/")
    assert klien.session["terakhir_pada"] == sebelum
    with sesudah(minutes=2):
        klien.get("/token/")
        assert klien.session["terakhir_pada"] > sebelum + 100
        assert UserSession.objects.filter(user=situs.akun(13)).count() == 1


def test_the_api_has_no_session_at_all(situs: Situs) -> None:
    assert situs.masuk(13).get("/api/v1/saya/").status_code == 401


def test_what_is_over_is_swept_once_a_day(situs: Situs) -> None:
    lama, kini = dua(situs)
    Session.objects.filter(session_key=lama.session.session_key).update(expire_date=timezone.now())
    with sesudah(minutes=1):
        jalankan(taruh("akun.bersihkan_sesi", "1").pk)
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [kini.session.session_key]
    assert not Session.objects.filter(session_key=lama.cookies["sesi"].value).exists()
    assert di_dalam(kini)
