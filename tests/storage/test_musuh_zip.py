"""ZIPs with tricks nobody has listed for us: refused as a whole, or the file in question stays inside."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import ParcelRefused, look_into, taken_out

Change = Callable[[bytearray], None]


def packed(*names: str | zipfile.ZipInfo, content: bytes = b"isi", comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name in names:
            out.writestr(name, content)
        out.comment = comment
    return made.getvalue()


def changed(content: bytes, *changes: tuple[bytes, int, bytes]) -> bytes:
    """Bytes put at a distance behind the last place of a mark."""
    wreck = bytearray(content)
    for mark, distance, new in changes:
        at = content.rindex(mark) + distance
        wreck[at : at + len(new)] = new
    return bytes(wreck)


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"
LOOKALIKES = {
    "backslash upwards": "..\\..\\a.pdf",
    "upwards in the middle": "a/b/../../../c.pdf",
    "upwards with a mixed slash": "a\\../..\\b.pdf",
    "full-width dots and slash": "\uff0e\uff0e\uff0fa.pdf",
    "two dots in one letter": "\u2025/a.pdf",
    "division slash": "..\u2215a.pdf",
    "fraction slash": "..\u2044a.pdf",
    "full-width backslash": "..\uff3ca.pdf",
    "absolute": "/etc/cron.d/a.pdf",
    "absolute in full width": "\uff0fetc\uff0fa.pdf",
    "drive": "C:a.pdf",
    "drive in full width": "\uff23\uff1a\\a.pdf",
    "server": "\\\\srv\\bagi\\a.pdf",
    "device": "\\\\?\\C:\\a.pdf",
}


@pytest.mark.parametrize("name", LOOKALIKES.values(), ids=LOOKALIKES.keys())
def test_names_that_lead_outside_however_written_refuse_the_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed("baik.pdf", name))
    with pytest.raises(ParcelRefused) as refused:
        look_into(path)
    assert refused.value.code == "zip_keluar_folder"


REFUSED: dict[str, tuple[bytes, set[str]]] = {
    "a program in front": (b"MZ" + bytes(100) + packed("a.pdf"), {"zip_rusak"}),
    "a picture in front": (b"\xff\xd8\xff\xe0" + bytes(40) + packed("a.pdf"), {"zip_rusak"}),
    "a second parcel behind": (packed("a.pdf") + b"x" * 30, {"zip_rusak"}),
    "two parcels": (packed("jahat.pdf") + packed("a.pdf"), {"zip_rusak", "zip_bom"}),
    "an end in the comment": (packed("a.pdf", comment=packed("b.pdf")), {"zip_rusak", "zip_bom"}),
    "an end that lies about the directory": (changed(packed("a.pdf"), (END, 16, b"\xff\xff\xff\x0f")), {"zip_rusak"}),
    "an end that counts wrong": (changed(packed("a.pdf"), (END, 12, struct.pack("<I", 9))), {"zip_rusak"}),
    "a size of sixteen exabytes": (
        changed(packed("a.pdf"), (ENTRY, 20, b"\xff" * 8), (ENTRY, 30, b"\0\0")),
        {"zip_rusak", "zip_terlalu_besar", "zip_bom"},
    ),
    "a file outside the parcel": (changed(packed("a.pdf"), (ENTRY, 42, b"\xff\xff\0\0")), {"zip_rusak", "zip_bom"}),
    "two names for one file": (changed(packed("a.pdf", "b.pdf"), (ENTRY, 42, b"\0\0\0\0")), {"zip_bom", "zip_rusak"}),
    "strong encryption": (changed(packed("a.pdf"), (ENTRY, 8, b"\x41\0")), {"zip_terenkripsi"}),
    "a hidden directory": (changed(packed("a.pdf"), (ENTRY, 8, b"\0\x20")), {"zip_terenkripsi"}),
    "folders only": (packed("a/", "b/"), {"zip_kosong"}),
    "a tape archive called zip": (b"a.pdf".ljust(257, b"\0") + b"ustar" + bytes(250), {"zip_rusak"}),
}  # fmt: skip


@pytest.mark.parametrize(("content", "codes"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_written_to_deceive_is_refused(tmp_path: Path, content: bytes, codes: set[str]) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(ParcelRefused) as refused:
        look_into(path)
    assert refused.value.code in codes


INSIDE: dict[str, tuple[zipfile.ZipInfo, str]] = {
    "link": (special("a.pdf", stat.S_IFLNK | 0o777), "zip_tautan"),
    "device": (special("a.pdf", stat.S_IFBLK | 0o666), "zip_tautan"),
    "pipe": (special("a.pdf", stat.S_IFIFO | 0o666), "zip_tautan"),
    "socket": (special("a.pdf", stat.S_IFSOCK | 0o666), "zip_tautan"),
    "parcel": (special("a.ZIP", stat.S_IFREG), "zip_di_dalam"),
}


@pytest.mark.parametrize(("info", "code"), INSIDE.values(), ids=INSIDE.keys())
def test_what_is_no_plain_file_stays_inside(tmp_path: Path, info: zipfile.ZipInfo, code: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(info, "baik.pdf"))
    assert [m.reason_code for m in look_into(path)] == [code, ""]


TWINS = {
    "the same twice": ("a.pdf", "a.pdf"),
    "in capitals": ("SK/a.pdf", "sk/A.PDF"),
    "composed and decomposed": ("caf\u00e9.pdf", "cafe\u0301.pdf"),
    "in full width": ("a.pdf", "\uff41.pdf"),
    "with a dot behind": ("a.pdf", "a.pdf."),
    "with a backslash": ("sk/a.pdf", "sk\\a.pdf"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", TWINS.values(), ids=TWINS.keys())
def test_two_files_that_some_disk_would_take_for_one_are_not_chosen_between(tmp_path: Path, names) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(*names, "lain.pdf"))
    seen = look_into(path)
    assert [m.reason_code for m in seen] == ["zip_nama_ganda", "zip_nama_ganda", ""]
    assert "lebih dari sekali" in seen[0].reason


def test_a_name_that_differs_inside_does_not_come_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    content = packed("a.pdf")
    path.write_bytes(content.replace(b"a.pdf", b"b.pdf", 1))  # in front of the bytes, not in the directory
    with taken_out(path, look_into(path), tmp_path) as files:
        assert [target for _, target in files] == [None]


HONEST = {
    "of Windows": packed(special("SK\\a.pdf", 0)),
    "of a Mac": packed("SK/a.pdf", "__MACOSX/SK/._a.pdf"),
    "with a comment": packed("a.pdf", comment=b"dari Bappeda"),
    "with points in names": packed("SK..lama/a...b.pdf"),
    "with letters of elsewhere": packed("Ijazah Universit\u00e9.pdf", "\u6587\u66f8.pdf"),
    "with a colon": packed("SK 1: CPNS.pdf"),
}


@pytest.mark.parametrize("content", HONEST.values(), ids=HONEST.keys())
def test_its_honest_twin_comes_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    members = look_into(path)
    assert members
    assert {m.reason_code for m in members} == {""}
    with taken_out(path, members, tmp_path) as files:
        assert all(target and target.read_bytes() == b"isi" for _, target in files)
