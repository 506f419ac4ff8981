"""What is measured on a page: axe, width, targets for thumbs, words. Pages are judged by numbers, not pictures."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from tests.docservice.alur.orang import GAWAT, Layar, _axe

INGGRIS = re.compile(
    r"\b(submit|log ?in|log ?out|sign ?in|sign ?out|search|browse|choose|chosen|cancel|save|delete|remove|edit|next|"
    r"previous|back|home|page|loading|error|success|warning|invalid|required|please|welcome|settings|profile|help|"
    r"close|open|yes|the|this|field|none|true|false|undefined|nan|january|february|march|may|june|july|august|october|"
    r"december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ago|uploaded|created)\b",
    re.IGNORECASE,
)
SASARAN = """(paling) => {
  const terlihat = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest(".hanya-pembaca, .lewati");
  const dalamKalimat = (el) => el.matches("a") && getComputedStyle(el).display === "inline"
    && el.parentElement.innerText.trim() !== el.innerText.trim();
  const diLabel = (el) => el.matches("[type=checkbox],[type=radio]") && el.closest("label");
  const kotak = (el) => (diLabel(el) || el).getBoundingClientRect();
  const tombol = "button, .tombol, summary, select, [type=submit]";
  const hasil = [];
  for (const el of document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")) {
    if (!terlihat(el) || dalamKalimat(el)) continue;
    const k = kotak(el), perlu = el.matches(tombol) ? paling : 24;
    if (k.width + 0.5 < Math.min(perlu, 44) || k.height + 0.5 < perlu)
      hasil.push(`${Math.round(k.width)}×${Math.round(k.height)} ${el.outerHTML.slice(0, 110)}`);
  }
  return hasil;
}"""
TERBACA = """() => [document.title, document.body.innerText,
  ...[...document.querySelectorAll("[aria-label],[placeholder],[title],[alt]")].flatMap((el) =>
    ["aria-label", "placeholder", "title", "alt"].map((n) => el.getAttribute(n) ?? ""))].join("\\n")"""
TERLALU_LEBAR = """() => [...document.querySelectorAll("body *")].filter((el) =>
  Math.max(el.getBoundingClientRect().right, el.getBoundingClientRect().left + el.scrollWidth) >
  document.documentElement.clientWidth + 1 && el.checkVisibility()
  && !el.closest(".hanya-pembaca, .tabel-bungkus, .meja-gambar, .tab, .nav-ponsel, svg"))
  .slice(-3).map((el) => el.outerHTML.slice(0, 140))"""
TERPOTONG = """() => [...document.querySelectorAll("body, main, main *")].filter((el) =>
  getComputedStyle(el).overflowY !== "visible" && el.scrollHeight > el.clientHeight + 2 && el.checkVisibility()
  && !el.matches(".hanya-pembaca, .hanya-pembaca *, textarea, progress, select, input"))
  .map((el) => el.outerHTML.slice(0, 140))"""


def temuan_axe(page: Page, *aturan: str) -> list[str]:
    """Serious and critical findings, of the named rules or of all."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe.axe_script)
    pilihan: dict[str, Any] = {"resultTypes": ["violations"], "selectors": False} | (
        {"runOnly": list(aturan)} if aturan else {}
    )
    hasil = page.evaluate("(pilihan) => axe.run(document, pilihan)", pilihan)
    return [
        f"{v['id']}: {n['html'][:140]} {n['failureSummary'][:160]}"
        for v in hasil["violations"]
        if v["impact"] in GAWAT
        for n in v["nodes"][:3]
    ]


def lebar_lebih(page: Page) -> list[str]:
    """What makes the page scroll sideways; empty when it does not."""
    lebih = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{lebih} px", *page.evaluate(TERLALU_LEBAR)] if lebih > 0 else []


def sasaran_kecil(page: Page, paling: int) -> list[str]:
    """Targets under 24 px, and buttons lower than *paling*; links inside a sentence are exempt (WCAG 2.5.8)."""
    hasil: list[str] = page.evaluate(SASARAN, paling)
    return hasil


def kata_inggris(page: Page) -> list[str]:
    return sorted({k.group().lower() for k in INGGRIS.finditer(page.evaluate(TERBACA))})


def keluhan(layar: Layar, *, ponsel: bool) -> list[str]:
    """Everything at once, each as a sentence with its place."""
    page = layar.page
    page.wait_for_load_state()
    hasil = [f"axe {t}" for t in temuan_axe(page)]
    hasil += [f"lebar {t}" for t in lebar_lebih(page)]
    hasil += [f"sasaran {t}" for t in sasaran_kecil(page, 48 if ponsel else 24)]
    hasil += [f"kata {t}" for t in kata_inggris(page)]
    hasil += [f"konsol {t}" for t in layar.keluhan]
    layar.keluhan.clear()
    if page.locator("h1").count() != 1:
        hasil.append(f"{page.locator('h1').count()} h1")
    if page.locator("html").get_attribute("lang") != "id":
        hasil.append("bahasa")
    if not re.fullmatch(r"\S.* · Arsip Kepegawaian", page.title()):
        hasil.append(f"judul {page.title()!r}")
    return [f"{page.url}: {satu}" for satu in hasil]
