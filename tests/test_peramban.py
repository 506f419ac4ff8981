"""The browser of the tests is a real one, in Indonesian, and sees nothing beyond this machine."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_a_page_of_the_live_server_opens_in_indonesian(page: Page):
    jawaban = page.goto("/sehat/")
    assert jawaban is not None
    assert jawaban.status in (200, 503)
    assert page.evaluate("navigator.language") == "id-ID"


def test_the_browser_cannot_leave_this_machine(page: Page):
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://contoh.go.id/")
