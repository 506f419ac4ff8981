"""A person at a screen: signs in by pressing their name, and every page they see is examined."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PONSEL: Any = {"width": 360, "height": 780}
MEJA: Any = {"width": 1280, "height": 900}
GAWAT = frozenset({"serious", "critical"})
_axe = Axe()


class Layar:
    """One browser window. ``periksa`` is called on every page that is asserted on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keluhan: list[str] = []
        page.on("console", lambda m: self._catat(m.type, m.text))
        page.on("pageerror", lambda salah: self.keluhan.append(str(salah)))

    def _catat(self, jenis: str, teks: str) -> None:
        """Refusals (4xx) are asserted on by their words; anything else in the console is a fault."""
        if jenis in ("error", "warning") and "responded with a status of 4" not in teks:
            self.keluhan.append(teks)

    def buka(self, alamat: str) -> Layar:
        jawab = self.page.goto(alamat)
        assert jawab is not None
        assert jawab.status == 200, f"{alamat}: {jawab.status}"
        return self.periksa()

    def tekan(self, pemilih: str) -> Layar:
        """Presses what leads to another page, and waits until that one is there: a press alone waits for nothing."""
        with self.page.expect_navigation():
            self.page.locator(pemilih).first.click()
        return self

    def periksa(self) -> Layar:
        """No serious accessibility finding, no sideways scroll, no message in the console, one h1, no English."""
        self.page.wait_for_load_state()
        temuan = [
            f"{v['id']}: {v['nodes'][0]['html'][:160]}"
            for v in _axe.run(self.page).response["violations"]
            if v["impact"] in GAWAT
        ]
        lebar: Any = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert not temuan, f"{self.page.url}: {temuan}"
        assert lebar <= 0, f"{self.page.url}: sideways scroll of {lebar} px"
        assert self.page.locator("h1").count() == 1, self.page.url
        assert not self.keluhan, f"{self.page.url}: {self.keluhan}"
        return self

    @property
    def teks(self) -> str:
        self.page.wait_for_load_state()  # a page that is only half there has half its words
        return self.page.inner_text("main")


@contextmanager
def masuk(browser: Browser, alamat: str, nip: str, *, layar: Any = MEJA, tema: str = "terang") -> Iterator[Layar]:
    """A window of the person with *nip*, signed in through the development sign-in page."""
    konteks = browser.new_context(
        base_url=alamat, viewport=layar, locale="id-ID", timezone_id="Asia/Jakarta", service_workers="block"
    )
    konteks.add_cookies([{"name": "tema", "value": tema, "url": alamat}])
    jendela = Layar(konteks.new_page())
    jendela.buka("/masuk/")
    jendela.page.locator(f"button[value='{nip}']").first.evaluate(
        "b => { const d = b.closest('details'); if (d) d.open = true; }"
    )
    jendela.tekan(f"button[value='{nip}']")
    yield jendela
    konteks.close()
