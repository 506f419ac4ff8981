"""Read a file: every page in a child of its own, then the fields on all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import sandbox
from search.errors import Busy, EngineMissing, Unreadable
from search.fields import find_fields
from search.findings import TIDAK_TERBACA
from search.kinds import guess_kind
from search.pages import Extraction, Page, page_from_json, without_words

MAX_PAGES = 500
MAX_UNSAFE = 3
SURVEY = sandbox.Limits(cpu_seconds=20, answer_bytes=1000)
PAGE_LIMITS = sandbox.Limits(processes=32)
"""Of the child that reads one page, Tesseract included."""

Reader = Literal["cepat", "tesseract"]
"""The quick reader, which asks Tesseract where a page is not plain print; or Tesseract alone."""

sandbox.preload("search.reading.warm")


def extract(
    path: Path,
    *,
    language: str = "ind",
    reader: Reader = "cepat",
    words: bool = True,
    done: Callable[[int], None] = lambda _pages: None,
    child: sandbox.Child | None = None,
) -> Extraction:
    """Text, words, fields and legibility findings of a PDF, JPEG, PNG or TIFF file.

    *language* is a Tesseract language. Without *words* the pages carry none (fields keep their boxes). *done* is told
    how many pages are behind, as long as another follows. *child* reads the first page, where the caller has one.
    Raises :class:`Unreadable` (damaged, locked, hostile, no page opens), :class:`EngineMissing` and :class:`Busy`.
    """
    pages = _read_pages(path, language, reader, done, child)
    kind = guess_kind("\n\n".join(page.text for page in pages))
    fields = find_fields(pages)
    return Extraction(True, kind, pages if words else [without_words(page) for page in pages], fields)


def _read_pages(
    path: Path, language: str, reader: Reader, done: Callable[[int], None], child: sandbox.Child | None
) -> list[Page]:
    """One hostile page must not cost the others, but a file full of them must not cost an hour."""
    pages: list[Page] = []
    unsafe: list[sandbox.Unsafe] = []
    count, first = _begin(path, language, reader, child)
    for index in range(count):
        try:
            if index == 0:
                pages.append(_page(first))
            else:
                pages.append(_page(_call("read_page", str(path), index, language, reader)))
        except sandbox.Unsafe as error:
            _engine_is_there(error, language)
            unsafe.append(error)
            pages.append(Page(index + 1, "none", "", 0.0, 0, 0, findings=[TIDAK_TERBACA]))
        if len(unsafe) > MAX_UNSAFE or len(unsafe) == count:
            raise _unreadable(unsafe[-1]) from unsafe[-1]
        if len(pages) < count:
            done(len(pages))
    return pages


def _begin(path: Path, language: str, reader: Reader, child: sandbox.Child | None) -> tuple[int, Any]:
    """How many pages, and the first of them (or what became of it), at the price of one child.

    Where that fails the pages are counted alone: then it was the first page that cannot be read.
    """
    if not path.is_file():
        raise Unreadable("Berkas tidak ditemukan. Periksa nama dan letaknya.", "missing")
    try:
        count, first = _call("begin", str(path), MAX_PAGES, language, reader, child=child)
    except sandbox.Unsafe as error:
        _engine_is_there(error, language)
        count, first = _survey(path), error
    if not 0 < count <= MAX_PAGES:
        raise Unreadable(
            f"Berkas berisi {count} halaman; yang dapat dibaca 1 sampai {MAX_PAGES} halaman. "
            "Pisahkan berkas itu, lalu unggah kembali.",
            "pages",
        )
    return int(count), first


def _survey(path: Path) -> int:
    try:
        return int(_call("survey", str(path), limits=SURVEY))
    except sandbox.Unsafe as error:
        raise _unreadable(error) from error


def _call(name: str, *args: Any, limits: sandbox.Limits | None = None, child: sandbox.Child | None = None) -> Any:
    target = f"search.reading.child:{name}"
    try:
        return child.ask(target, *args) if child else sandbox.call(target, *args, limits=limits or PAGE_LIMITS)
    except sandbox.Late as late:
        raise Busy from late


def _page(answer: Any) -> Page:
    if isinstance(answer, sandbox.Unsafe):
        raise answer
    return page_from_json(answer)


def _engine_is_there(error: sandbox.Unsafe, language: str) -> None:
    if error.detail == "TesseractMissing":
        raise EngineMissing(
            f"Pembaca tulisan (Tesseract) atau bahasanya ({language}) belum terpasang. "
            f"Hubungi pengelola sistem: apt install tesseract-ocr tesseract-ocr-{language}"
        ) from error


def _unreadable(error: sandbox.Unsafe) -> Unreadable:
    if error.detail == "EncryptedPdf":
        return Unreadable("Berkas PDF terkunci kata sandi. Unggah berkas tanpa kata sandi.", "raised")
    return Unreadable(
        "Berkas tidak dapat dibaca dengan aman. Mungkin rusak atau bukan PDF, JPEG, PNG, atau TIFF. "
        "Pindai ulang lembar aslinya, lalu unggah kembali.",
        error.cause,
    )
