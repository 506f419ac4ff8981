"""``python -m tests.templates_sk.oracle``: every sample, draft and final, before veraPDF (PDF/A-2a, PDF/UA-1).

Needs Maven and a Java runtime (both among the packages of the tests) and Maven Central; builds in ``var/``. Exit 1
when a file fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from templates_sk import kinds, render

SINI = Path(__file__).parent
KERJA = SINI.parents[2] / "var" / "oracle-naskah"


def main() -> int:
    jalur = bangun()
    berkas = []
    for satu in kinds():
        for nama, draf in (("akhir", False), ("draf", True)):
            tujuan = KERJA / f"{satu.code}-{nama}.pdf"
            tujuan.write_bytes(render(satu.code, satu.sample, draft=draf).pdf)
            berkas.append(str(tujuan))
    return subprocess.run(["java", "-cp", jalur, "Judge", *berkas], check=False).returncode


def bangun() -> str:
    """The class path of the judge, compiled when it is not yet."""
    KERJA.mkdir(parents=True, exist_ok=True)
    daftar = KERJA / "jalur.txt"
    if not daftar.exists() or not (KERJA / "classes" / "Judge.class").exists():
        perintah = ["mvn", "-q", "-B", "-f", str(SINI / "pom.xml"), f"-Dhasil={KERJA}", "compile"]
        perintah += ["dependency:build-classpath", f"-Dmdep.outputFile={daftar}"]
        subprocess.run(perintah, check=True, stdout=sys.stderr)
    return os.pathsep.join([str(KERJA / "classes"), daftar.read_text(encoding="utf-8").strip()])


if __name__ == "__main__":
    sys.exit(main())
