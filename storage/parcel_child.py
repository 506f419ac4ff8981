"""The inside of a ZIP, read in the limited child: names are never paths, sizes are never believed."""

from __future__ import annotations

import stat
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath

ENCRYPTED = 0x1 | 0x40 | 0x2000
RATIO, FREE = 150, 10_000_000
"""A file of more than *FREE* bytes may not unpack to more than *RATIO* times what it takes: scans hardly shrink."""
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
INSIDE = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".xz", ".bz2")
MAGIC = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
PIECE = 1024 * 1024
_SLASHES = str.maketrans(dict.fromkeys("\\\u2215\u2044\u29f8\u29f9\u29f5", "/"))


def look(path: str, files: int, file_bytes: int, total_bytes: int) -> str | list[tuple[int, str, int, str]]:
    """(place, name, size, reason) of each file, or the reason why the whole is refused."""
    with zipfile.ZipFile(path) as parcel:
        infos = parcel.infolist()
        size = Path(path).stat().st_size
        if not _pure(Path(path), size, len(parcel.comment)) or min((one.header_offset for one in infos), default=0):
            return "zip_rusak"
        if why := _refusal(infos, size, files, total_bytes):
            return why
        wanted = [(n, one) for n, one in enumerate(infos) if not one.is_dir() and not _junk(one.filename)]
    twins = Counter(_folded(one.filename) for _n, one in wanted)
    return [
        (
            n,
            _shown(one),
            one.file_size,
            "zip_nama_ganda" if twins[_folded(one.filename)] > 1 else _reason(one, file_bytes),
        )
        for n, one in wanted
    ]


def _pure(path: Path, size: int, comment: int) -> bool:
    """From its first byte to its last one ZIP: no program or other ZIP in front of it, nothing behind its end."""
    with path.open("rb") as source:
        first = source.read(4)
        source.seek(size - comment - 22)
        return first in (b"PK\x03\x04", b"PK\x05\x06") and source.read(4) == b"PK\x05\x06"


def _folded(name: str) -> str:
    """As the least particular disk would keep it: two such names are one file to somebody."""
    return unicodedata.normalize("NFKC", name).casefold().replace("\\", "/").rstrip(". ")


def _refusal(infos: list[zipfile.ZipInfo], size: int, files: int, total_bytes: int) -> str:
    if any(one.flag_bits & ENCRYPTED for one in infos):
        return "zip_terenkripsi"
    if any(_escapes(one.filename) for one in infos):
        return "zip_keluar_folder"
    if len(infos) > files or sum(one.file_size for one in infos) > total_bytes:
        return "zip_terlalu_besar"
    if _overlap(infos, size) or any(one.file_size > max(FREE, RATIO * one.compress_size) for one in infos):
        return "zip_bom"
    return "" if any(not one.is_dir() for one in infos) else "zip_kosong"


def _escapes(name: str) -> bool:
    """Absolute, with a drive, or upwards, also in letters that only look so: no honest program writes such a name."""
    name = unicodedata.normalize("NFKC", name).translate(_SLASHES)
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or ":" in name[:2] or "\0" in name


def _overlap(infos: list[zipfile.ZipInfo], size: int) -> bool:
    """Files that share bytes are the trick of the densest bombs."""
    end = 0
    for one in sorted(infos, key=lambda i: i.header_offset):
        if one.header_offset < end:
            return True
        end = one.header_offset + 30 + len(one.orig_filename.encode(errors="replace")) // 4 + one.compress_size
    return end > size


def _junk(name: str) -> bool:
    return name.startswith(JUNK[0]) or name.rpartition("/")[2] in JUNK[1:]


def _shown(one: zipfile.ZipInfo) -> str:
    plain = "".join(c if c.isprintable() else "�" for c in one.filename.replace("\\", "/"))
    return plain.encode(errors="replace").decode()[-200:]


def _reason(one: zipfile.ZipInfo, file_bytes: int) -> str:
    mode = one.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "zip_tautan"
    if one.filename.lower().endswith(INSIDE):
        return "zip_di_dalam"
    if one.file_size > file_bytes:
        return "zip_isi_terlalu_besar"
    return "kosong" if one.file_size == 0 else ""


def take(path: str, wanted: list[tuple[int, int]], folder: str) -> list[int]:
    """Write the files at the places *wanted* (place, announced size) into *folder*; places that came out whole."""
    done = []
    with zipfile.ZipFile(path) as parcel:
        infos = parcel.infolist()
        for place, size in wanted:
            target = Path(folder, str(place))
            try:
                _copy(parcel, infos[place], size, target)
                done.append(place)
            except Exception:  # this one is damaged, the others may be whole
                target.unlink(missing_ok=True)
    return done


def _copy(parcel: zipfile.ZipFile, info: zipfile.ZipInfo, size: int, target: Path) -> None:
    left = size
    with parcel.open(info) as source, target.open("wb") as out:
        while piece := source.read(min(PIECE, left + 1)):
            left -= len(piece)
            if left < 0 or (left + len(piece) == size and piece.startswith(MAGIC)):
                raise ValueError("longer than announced, or a parcel in a parcel")
            out.write(piece)
    if left:
        raise ValueError("shorter than announced")
