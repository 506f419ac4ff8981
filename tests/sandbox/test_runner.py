"""A child that does wrong: one typed answer, nothing left behind, nothing of the file in the message."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

import sandbox
from sandbox import Child, Late, Limits, Unsafe

ULAH = "tests.sandbox.ulah"


def test_an_answer_comes_back_as_json():
    assert sandbox.call(f"{ULAH}:gema", 1, "dua", [3]) == [1, "dua", [3]]


def test_one_child_answers_again_and_after_a_failure_another_does():
    with Child([]) as anak:
        satu = anak.ask(f"{ULAH}:nomor")
        assert anak.ask(f"{ULAH}:nomor") == satu
        with pytest.raises(Unsafe):
            anak.ask(f"{ULAH}:jatuh")
        dua = anak.ask(f"{ULAH}:nomor")
        assert dua != satu
        with pytest.raises(Unsafe):
            anak.ask(f"{ULAH}:gagal")
        tiga = anak.ask(f"{ULAH}:nomor")
        assert tiga not in (satu, dua)
    assert not any(Path(f"/proc/{satu}").exists() for satu in (satu, dua, tiga))


@pytest.mark.parametrize(
    ("ulah", "sebab", "batas"),
    [
        ("gagal", "raised", Limits()),
        ("jatuh", "crashed", Limits()),
        ("mogok", "crashed", Limits()),
        ("diam", "timeout", Limits(wall_seconds=1)),
        ("setengah_jawaban", "crashed", Limits(wall_seconds=1)),
        ("bukan_json", "raised", Limits()),
        ("rakus", "raised", Limits(memory=400_000_000)),
        ("tidak_ada", "raised", Limits()),
    ],
)
def test_whatever_goes_wrong_is_one_error(ulah: str, sebab: str, batas: Limits):
    with pytest.raises(Unsafe) as salah:
        sandbox.call(f"{ULAH}:{ulah}", limits=batas)
    assert salah.value.cause == sebab
    assert "rahasia" not in str(salah.value)


def test_every_limit_is_the_kernels_to_keep():
    assert sandbox.call(f"{ULAH}:batas", limits=Limits(cpu_seconds=7, file_bytes=1000, open_files=50)) == [
        7,
        1000,
        50,
        0,
        0,
    ]


def test_a_child_without_time_is_late_and_one_that_works_too_long_is_not():
    with pytest.raises(Late):
        sandbox.call(f"{ULAH}:diam", limits=Limits(wall_seconds=0.5))
    with pytest.raises(Unsafe) as salah:
        sandbox.call(f"{ULAH}:sibuk", limits=Limits(cpu_seconds=1))
    assert not isinstance(salah.value, Late)
    assert salah.value.cause == "crashed"


def test_what_a_child_started_dies_with_it(tmp_path: Path):
    catatan = tmp_path / "pid"
    with pytest.raises(Unsafe):
        sandbox.call(f"{ULAH}:anak_yang_tinggal", str(catatan), limits=Limits(processes=2), writes=tmp_path)
    proses = Path("/proc", catatan.read_text(), "stat")
    for _ in range(50):
        if not proses.exists() or " Z " in proses.read_text():
            return
        time.sleep(0.1)
    pytest.fail("the helper still runs")


@pytest.fixture
def saringan() -> None:
    if not sandbox.capabilities()["filter"]:
        pytest.skip("this machine has no libseccomp; the health page says so")


@pytest.mark.parametrize(
    "ulah", ["buka_jaringan", "jalankan_program", "bercabang", "intip_proses", "sinyal", "kamar_sendiri"]
)
def test_what_no_parser_needs_is_refused_by_the_kernel(saringan: None, ulah: str):
    assert sandbox.call(f"{ULAH}:{ulah}") == errno.EPERM


def test_who_may_start_a_program_may_and_still_has_no_network(saringan: None):
    assert sandbox.call(f"{ULAH}:jalankan_program", limits=Limits(processes=4)) == 0
    assert sandbox.call(f"{ULAH}:buka_jaringan", limits=Limits(processes=4)) == errno.EPERM
    assert sandbox.call(f"{ULAH}:buka_jaringan", limits=Limits(network=True)) == 0


@pytest.fixture
def tempat() -> None:
    if not sandbox.capabilities()["places"]:
        pytest.skip("this kernel has no Landlock; the health page says so")


def test_a_child_reads_the_file_it_was_given_and_nothing_beside_it(tempat: None, tmp_path: Path):
    berkas, lain = tmp_path / "berkas", tmp_path / "lain"
    for satu in (berkas, lain):
        satu.write_text("isi")
    assert sandbox.call(f"{ULAH}:baca_isi", str(berkas), str(berkas)) == 0
    assert sandbox.call(f"{ULAH}:baca_isi", [str(lain), str(berkas)], str(berkas)) == 0
    assert sandbox.call(f"{ULAH}:baca_isi", str(berkas), str(lain)) == errno.EACCES
    assert sandbox.call(f"{ULAH}:baca_isi", str(berkas), "/etc/passwd") == errno.EACCES


def test_a_child_writes_in_the_folder_it_was_given_or_nowhere(tempat: None, tmp_path: Path):
    tempatnya, berkas = tmp_path / "tempat", tmp_path / "berkas"
    tempatnya.mkdir()
    berkas.write_text("isi")
    tulis = f"{ULAH}:tulis_isi"
    assert sandbox.call(tulis, str(berkas), str(tempatnya / "hasil"), writes=tempatnya) == 0
    assert sandbox.call(tulis, str(berkas), str(tempatnya / "lain")) == errno.EACCES
    assert sandbox.call(tulis, str(berkas), str(tmp_path / "lain"), writes=tempatnya) == errno.EACCES
    assert sandbox.call(tulis, str(berkas), str(berkas), writes=tempatnya) == errno.EACCES
    assert sandbox.call(f"{ULAH}:buang", str(berkas), str(berkas), writes=tempatnya) == errno.EACCES
    assert sorted(satu.name for satu in tmp_path.rglob("*")) == ["berkas", "hasil", "tempat"]
    assert berkas.read_text() == "isi"


def test_all_questions_to_one_child_are_about_the_file_it_was_given(tempat: None, tmp_path: Path):
    berkas, lain = tmp_path / "berkas", tmp_path / "lain"
    for satu in (berkas, lain):
        satu.write_text("isi")
    with Child([str(berkas)], writes=tmp_path / "tempat") as anak:
        assert [anak.ask(f"{ULAH}:baca_isi", "", str(satu)) for satu in (berkas, lain)] == [0, errno.EACCES]
        assert anak.ask(f"{ULAH}:tulis_isi", str(lain), str(lain)) == errno.EACCES


def test_a_program_the_child_starts_is_kept_to_the_same_places(tempat: None, tmp_path: Path):
    (tmp_path / "rahasia").write_text("isi")
    assert sandbox.call(f"{ULAH}:lewat_program", "", str(tmp_path / "rahasia"), limits=Limits(processes=4)) == 1


def test_what_only_the_service_must_know_is_not_in_the_child():
    """Keys and passwords come in the environment; a parser taken over would read its own first."""
    program = f"import sandbox; print(sandbox.call('{ULAH}:lingkungan', 'kata-sandi-basis-data'))"
    alamat = {"DATABASE_URL": "postgres://arsip:kata-sandi-basis-data@db/arsip"}
    hasil = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **alamat, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert hasil.stdout.strip() == "[False, False, True]"


def test_nothing_of_root_is_left_in_a_child():
    """But to read its files: a command run by root opens what the service stored."""
    hak, tanpa_hak_baru = sandbox.call(f"{ULAH}:kuasa")
    assert (hak & ~0b110, tanpa_hak_baru) == (0, "1")


def test_a_machine_that_keeps_nothing_apart_still_reads_and_says_so():
    """In a process of its own: the fork server of this one has its barriers already."""
    program = (
        "import sandbox; print(sorted(sandbox.capabilities().items()), sandbox.call('tests.sandbox.ulah:gema', 1))"
    )
    lemah = (
        "from sandbox import filter, places, powers\n"
        "powers.leave_network = filter.load = places.keep_to = lambda *_, **__: False\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "lemah.py").write_text(lemah)
        lingkungan = {**os.environ, "PYTHONPATH": f"{folder}:{Path(__file__).parents[2]}"}
        perintah = [sys.executable, "-c", f"import sandbox; sandbox.preload('lemah'); {program}"]
        hasil = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == (
        "[('filter', False), ('no_network', False), ('places', False), ('rlimits', True)] [1]"
    )


def test_the_callers_main_program_stays_outside(tmp_path: Path):
    """It would cost a second for every file, and runs the application where only parsers belong."""
    program = tmp_path / "program.py"
    program.write_text(
        f"import django, sandbox\nif __name__ == '__main__':\n    print(sandbox.call('{ULAH}:django_termuat'))\n"
    )
    akar = Path(__file__).parents[2]
    hasil = subprocess.run(
        [sys.executable, program],
        env={**os.environ, "PYTHONPATH": str(akar)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert hasil.stdout.strip() == "False"
