"""Windows of signed-in people, opened without the sign-in page: that one has tests of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from tests.docservice.alur.dunia import Rumah
from tests.docservice.alur.orang import MEJA, PONSEL, Layar

BACKEND = "docservice.akun.backends.NipAtauSurelBackend"


@contextmanager
def jendela(
    browser: Browser,
    rumah: Rumah,
    nomor: int | None = None,
    *,
    ponsel: bool = False,
    peran: str = "",
    skrip: bool = True,
    **kuki: str,
) -> Iterator[Layar]:
    """A window of the person with this number (none: anyone), in *peran*; ``tema`` and ``ukuran`` as cookies."""
    konteks = browser.new_context(
        base_url=rumah.alamat,
        viewport=PONSEL if ponsel else MEJA,
        has_touch=ponsel,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",  # colours are measured, not watched
        service_workers="block",
        java_script_enabled=skrip,
    )
    konteks.set_default_timeout(30_000)
    for nama, nilai in kuki.items():
        konteks.add_cookies([{"name": nama, "value": nilai, "url": rumah.alamat}])
    if nomor is not None:
        masukkan(konteks, rumah, nomor, peran)
    yield Layar(konteks.new_page())
    konteks.close()


def masukkan(konteks: BrowserContext, rumah: Rumah, nomor: int, peran: str = "") -> None:
    """Give the window this person's session."""
    klien, akun = Client(), rumah.kantor.akun(nomor)
    klien.force_login(akun, backend=BACKEND)
    sesi = klien.session
    if peran:
        tugas = Penugasan.objects.filter(pengguna=akun, peran=peran).first()
        sesi["peran"] = str(tugas.pk) if tugas else Peran.PEGAWAI
        sesi.save()
    kunci = {"name": settings.SESSION_COOKIE_NAME, "value": sesi.session_key, "url": rumah.alamat}
    konteks.add_cookies([kunci])  # type: ignore[list-item]


def akhiri_sesi(layar: Layar) -> None:
    """As after twelve hours, or after signing out in another window: the server knows this session no more."""
    from django.contrib.sessions.models import Session

    kuki: list[Any] = layar.page.context.cookies()
    nilai = next(k["value"] for k in kuki if k["name"] == settings.SESSION_COOKIE_NAME)
    Session.objects.filter(session_key=nilai).delete()
