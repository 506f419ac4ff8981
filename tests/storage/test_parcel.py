"""ZIPs of papers: the honest ones come out, every trick is refused, and nothing is written under a stranger's name."""

from __future__ import annotations

import io
import random
import stat
import zipfile
from pathlib import Path

import pytest

from storage import Member, ParcelLimits, ParcelRefused, look_into, taken_out


def parcel(tmp_path: Path, *files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w", method) as out:
        for name, content in files:
            out.writestr(name, content)
    return path


def test_honest_files_come_out_byte_for_byte_and_leave_nothing_behind(tmp_path: Path) -> None:
    scan = random.Random(1).randbytes(300_000)
    path = parcel(tmp_path, ("SK/SK_CPNS_1.pdf", scan), ("b.pdf", b"%PDF-1.7 kecil"), ("SK/", b""))
    members = look_into(path)
    assert [(m.name, m.size, m.reason) for m in members] == [
        ("SK/SK_CPNS_1.pdf", 300_000, ""),
        ("b.pdf", 14, ""),
    ]
    folder = tmp_path / "keluar"
    folder.mkdir()
    with taken_out(path, members, folder) as files:
        assert [target.read_bytes() for _, target in files if target] == [scan, b"%PDF-1.7 kecil"]
    assert list(folder.iterdir()) == []


def test_what_the_computer_added_is_left_out(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("__MACOSX/._a.pdf", b"x"), (".DS_Store", b"x"), ("f/Thumbs.db", b"x"), ("a.pdf", b"x"))
    assert [m.name for m in look_into(path)] == ["a.pdf"]


@pytest.mark.parametrize(
    "name", ["../a.pdf", "/etc/a.pdf", "a/../../b.pdf", "..\\a.pdf", "C:\\a.pdf", "\\\\srv\\a.pdf"]
)
def test_names_that_lead_out_of_the_folder_refuse_the_whole(tmp_path: Path, name: str) -> None:
    with pytest.raises(ParcelRefused, match="menunjuk ke luar"):
        look_into(parcel(tmp_path, ("baik.pdf", b"x"), (name, b"x")))


def test_an_encrypted_file_refuses_the_whole(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("a.pdf", b"rahasia"))
    content = bytearray(path.read_bytes())
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + at] |= 1
    path.write_bytes(content)
    with pytest.raises(ParcelRefused, match="kata sandi"):
        look_into(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(ParcelRefused, match="jauh lebih besar") as refused:
        look_into(parcel(tmp_path, ("a.pdf", bytes(30_000_000))))
    assert refused.value.code == "zip_bom"


def test_files_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("a.pdf", b"x" * 5000), ("b.pdf", b"y" * 5000))
    content = bytearray(path.read_bytes())
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = bytes(4)  # its offset: that of the first
    path.write_bytes(content)
    with pytest.raises(ParcelRefused, match="jauh lebih besar"):
        look_into(path)


def test_more_files_or_bytes_than_allowed_refuse_the_whole(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("a.pdf", b"x" * 900), ("b.pdf", b"x" * 900))
    for limits in (ParcelLimits(files=1), ParcelLimits(total_bytes=1000)):
        with pytest.raises(ParcelRefused, match="terlalu banyak"):
            look_into(path, limits)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7 bukan zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_parcel_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(ParcelRefused):
        look_into(path)


def test_links_parcels_in_parcels_and_giants_stay_inside_while_the_rest_comes_out(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("tautan.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as out:
        out.writestr("x.pdf", b"x")
    files = ((link, b"/etc/passwd"), ("dalam.zip", inner.getvalue()), ("besar.pdf", b"y" * 2000), ("kosong.pdf", b""))
    members = look_into(parcel(tmp_path, *files, ("baik.pdf", b"z")), ParcelLimits(file_bytes=1000))
    assert {m.name: m.reason_code for m in members} == {
        "tautan.pdf": "zip_tautan",
        "dalam.zip": "zip_di_dalam",
        "besar.pdf": "zip_isi_terlalu_besar",
        "kosong.pdf": "kosong",
        "baik.pdf": "",
    }
    assert all(m.reason for m in members if m.reason_code)


def test_a_parcel_hidden_under_another_name_and_a_damaged_file_do_not_come_out(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as out:
        out.writestr("x.pdf", b"x")
    path = parcel(tmp_path, ("a.pdf", inner.getvalue()), ("b.pdf", b"q" * 4000), ("c.pdf", b"c"), method=0)
    content = bytearray(path.read_bytes())
    content[content.index(b"q" * 4000) + 7] ^= 1
    path.write_bytes(content)
    with taken_out(path, look_into(path), tmp_path) as files:
        assert [target is not None for _, target in files] == [False, False, True]


def test_a_file_longer_than_it_said_is_cut_off_and_thrown_away(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("a.pdf", b"x" * 4000))
    with taken_out(path, [Member(0, "a.pdf", 100)], tmp_path) as files:
        assert files[0][1] is None


def test_names_are_fit_to_show_and_never_used_as_paths(tmp_path: Path) -> None:
    path = parcel(tmp_path, ("a\x1b[31m\n.pdf", b"x"), ("n" * 500 + ".pdf", b"y"))
    members = look_into(path)
    assert [len(m.name) <= 200 and m.name.isprintable() for m in members] == [True, True]
    with taken_out(path, members, tmp_path) as files:
        assert [target.name for _, target in files if target] == ["0", "1"]


def test_mutated_parcels_end_in_an_answer(tmp_path: Path) -> None:
    chance = random.Random("paket")
    honest = parcel(tmp_path, *((f"{n}.pdf", chance.randbytes(500)) for n in range(5))).read_bytes()
    answers: set[int | str] = set()
    for _ in range(40):
        wreck = bytearray(honest)
        for _ in range(chance.choice((1, 4, 16))):
            wreck[chance.randrange(len(wreck))] = chance.randrange(256)
        path = tmp_path / "rusak.zip"
        path.write_bytes(wreck)
        try:
            with taken_out(path, look_into(path), tmp_path) as files:
                answers.add(sum(target is not None for _, target in files))
        except ParcelRefused as refused:
            answers.add(refused.code)
    assert len(answers) > 2
