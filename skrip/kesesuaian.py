"""`make kesesuaian`: run the tests that name a requirement, print every row with what proves it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter

from skrip.lingkungan import AKAR

HASIL = AKAR / "var" / "kesesuaian.json"


def main(pilihan: list[str]) -> int:
    """The exit code of pytest: a failed test makes the table smaller and this command fail."""
    HASIL.unlink(missing_ok=True)
    pytest = [sys.executable, "-m", "pytest", "-q", "-m", "syarat", "--kesesuaian", str(HASIL), *pilihan]
    kode = subprocess.run(pytest, cwd=AKAR).returncode
    if not HASIL.exists():
        return kode
    with (AKAR / "docs" / "syarat.tsv").open(newline="") as berkas:
        cetak(list(csv.DictReader(berkas, delimiter="\t")), json.loads(HASIL.read_text()))
    return kode


def cetak(butir: list[dict[str, str]], bukti: dict[str, list[str]]) -> None:
    for satu in butir:
        uji = bukti.get(satu["id"], [])
        print(f"{'✔' if uji else '·'} {satu['id']:<14} {satu['class']}  {satu['requirement']}")
        for nama in uji:
            print(f"      {nama}")
    semua = Counter(satu["class"] for satu in butir)
    terbukti = Counter(satu["class"] for satu in butir if bukti.get(satu["id"]))
    rinci = ", ".join(f"{kelas} {terbukti[kelas]}/{semua[kelas]}" for kelas in sorted(semua))
    banyak_uji = len({nama for uji in bukti.values() for nama in uji})
    print(f"\nTerbukti {terbukti.total()} dari {semua.total()} butir ({rinci}); uji yang lulus: {banyak_uji}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
