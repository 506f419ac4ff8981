"""``python -m tests.templates_sk.oracle``: every sample, draft and final, before veraPDF (PDF/A-2a, PDF/UA-1).

Needs Maven and a Java runtime (both among the packages of the tests) and Maven Central; builds in ``var/``. Exit 1
when a file fails.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from templates_sk import kinds, render
from tests.server.maven import bangun

SINI = Path(__file__).parent
KERJA = SINI.parents[2] / "var" / "oracle-naskah"


def main() -> int:
    jalur = jalur_juri()
    berkas = []
    for satu in kinds():
        for nama, draf in (("akhir", False), ("draf", True)):
            tujuan = KERJA / f"{satu.code}-{nama}.pdf"
            tujuan.write_bytes(render(satu.code, satu.sample, draft=draf).pdf)
            berkas.append(str(tujuan))
    return subprocess.run(["java", "-cp", jalur, "Judge", *berkas], check=False).returncode


def jalur_juri() -> str:
    return bangun(SINI / "pom.xml", KERJA, "Judge")


if __name__ == "__main__":
    sys.exit(main())
