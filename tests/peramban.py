"""A real Chromium, one per process, one fresh context per test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from skrip.peramban import PERAMBAN

DEBIAN = Path("/usr/bin/chromium")
CHROMIUM = next((one for one in (DEBIAN, PERAMBAN) if one.exists()), None)
# The browser is not under pytest-socket: nothing but this machine exists for it.
expect.set_options(timeout=60_000)  # the most an expectation is waited for; five seconds are few on a busy machine
HANYA_MESIN_INI = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright's event loop stays in this thread, and pyHanko refuses a second.

    The longest of them first, or one worker would end with them while the other has nothing left to do.
    """
    items.sort(
        key=lambda item: ("browser" in getattr(item, "fixturenames", ()), item.get_closest_marker("lama") is None)
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where the distribution has none (Ubuntu), what `make install` fetched."""
    # Playwright keeps an event loop in this thread, which Django would take for an async caller.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Chromium's own sandbox refuses root, and only the distribution's package brings its helper.
    berpagar = CHROMIUM == DEBIAN and os.geteuid() != 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[HANYA_MESIN_INI, *([] if berpagar else ["--no-sandbox"])],
            chromium_sandbox=berpagar,
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a person in Indonesia; relative addresses lead to the live server."""
    konteks = browser.new_context(
        base_url=live_server.url, locale="id-ID", timezone_id="Asia/Jakarta", service_workers="block"
    )
    yield konteks.new_page()
    konteks.close()
