"""Appending a revision by hand, as an attacker's script does it."""

import io
import re
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


class Update(IncrementalPdfFileWriter):
    """One appended revision; metadata left alone so that only the attack shows."""

    def _update_meta(self) -> None:
        return


def update(pdf: bytes, *changes: Any) -> bytes:
    out = io.BytesIO(pdf)
    writer = Update(out, strict=False)
    for change in changes:
        change(writer)
    writer.write_in_place()
    return out.getvalue()


def number(pattern: bytes, pdf: bytes) -> int:
    """The first number that *pattern* captures."""
    found = re.search(pattern, pdf)
    assert found, pattern
    return int(found.group(1))


def page_of(writer: Any, number: int = 0) -> Any:
    return writer.root["/Pages"]["/Kids"][number]


def convert(value: Any) -> Any:
    """Python values to PDF ones: "/Name", "text", numbers, lists, dicts."""
    if isinstance(value, dict):
        return generic.DictionaryObject({pdf_name(key): convert(v) for key, v in value.items()})
    if isinstance(value, list | tuple):
        return generic.ArrayObject(convert(v) for v in value)
    if isinstance(value, bool):
        return generic.BooleanObject(value)
    if isinstance(value, int | float):
        return generic.NumberObject(value) if isinstance(value, int) else generic.FloatObject(value)
    if isinstance(value, str):
        return pdf_name(value) if value.startswith("/") else generic.pdf_string(value)
    return value


def stream(data: bytes, **entries: Any) -> generic.StreamObject:
    return generic.StreamObject(convert({f"/{key}": value for key, value in entries.items()}), stream_data=data)


def picture(data: bytes, width: int = 300, height: int = 60) -> generic.StreamObject:
    return stream(data, Type="/XObject", Subtype="/Form", BBox=[0, 0, width, height])


def put(target: Any, **entries: Any) -> Any:
    """A change that sets entries of what *target* finds in the writer; None removes."""

    def change(writer: Any) -> None:
        holder = target(writer)
        for key, value in entries.items():
            if value is None:
                holder.pop(pdf_name(f"/{key}"), None)
            else:
                holder[pdf_name(f"/{key}")] = convert(value)
        writer.update_container(holder)

    return change


def root(writer: Any) -> Any:
    return writer.root


def form(writer: Any) -> Any:
    return writer.root["/AcroForm"]


def first_field(writer: Any) -> Any:
    return writer.root["/AcroForm"]["/Fields"][0]


def replace_stream(find: Any, data: bytes) -> Any:
    """A change that writes another stream under the same object number."""

    def change(writer: Any) -> None:
        old = find(writer)
        new = generic.StreamObject(
            {k: v for k, v in dict(old).items() if k not in {"/Filter", "/Length", "/DecodeParms"}}, stream_data=data
        )
        new.container_ref = old.container_ref
        writer.mark_update(old.container_ref)
        writer.objects[(0, old.container_ref.idnum)] = new

    return change


def annotate(**entries: Any) -> Any:
    """A change that adds an annotation to a page; ``AP`` is what it draws."""

    def change(writer: Any) -> None:
        page = page_of(writer)
        note = convert({"/Type": "/Annot", "/F": 4, **{f"/{k}": v for k, v in entries.items() if k != "AP"}})
        if "AP" in entries:
            left, bottom, right, top = entries["Rect"]
            drawn = writer.add_object(picture(entries["AP"], right - left, top - bottom))
            note[pdf_name("/AP")] = convert({"/N": drawn})
        note[pdf_name("/P")] = generic.IndirectObject(page.container_ref.idnum, 0, writer)
        reference = writer.add_object(note)
        page[pdf_name("/Annots")] = generic.ArrayObject([*_raw(page.get("/Annots", [])), reference])
        writer.update_container(page)
        if entries.get("Subtype") == "/Widget":
            acro = writer.root["/AcroForm"]
            acro[pdf_name("/Fields")] = generic.ArrayObject([*_raw(acro["/Fields"]), reference])
            writer.update_container(acro)
            writer.update_root()

    return change


def _raw(array: Any) -> list[Any]:
    return [array.raw_get(i) for i in range(len(array))] if hasattr(array, "raw_get") else list(array)
