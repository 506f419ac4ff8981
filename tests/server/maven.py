"""Maven that trusts whom the rest of the machine trusts: Java keeps a list of its own, without an office's proxy."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from skrip.proses import GagalMulai

SANDI = "changeit"
"""Java's own word for a list without secrets."""
SINGKAT = "-XX:TieredStopAtLevel=1"
"""For a server that lives for minutes: Java's second compiler would cost more than it gives back."""


def jalankan(*perintah: str, cwd: Path, detik: float = 900) -> subprocess.CompletedProcess[str]:
    """Run ``mvn -B -q`` with *perintah*; the caller looks at the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        daftar = Path(folder, "percaya.p12")
        daftar.write_bytes(_daftar_java())
        java = f"-Djavax.net.ssl.trustStore={daftar} -Djavax.net.ssl.trustStorePassword={SANDI}"
        opsi = f"{os.environ.get('MAVEN_OPTS', '')} {java} -Djavax.net.ssl.trustStoreType=PKCS12".strip()
        return subprocess.run(
            ["mvn", "-B", "-q", *perintah],
            cwd=cwd,
            env=os.environ | {"MAVEN_OPTS": opsi},
            capture_output=True,
            text=True,
            timeout=detik,
            check=False,
        )


def ambil(artefak: str) -> Path:
    """The archive of *artefak* (group:name:version:zip) in the user's cache folder; fetched the first time."""
    gudang = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "docservice"
    _, nama, versi, akhiran = artefak.split(":")
    berkas = gudang / f"{nama}-{versi}.{akhiran}"
    if not berkas.exists():
        gudang.mkdir(parents=True, exist_ok=True)
        sementara = gudang / f"unduh-{os.getpid()}"
        salin = ("dependency:copy", f"-Dartifact={artefak}", f"-DoutputDirectory={sementara}")
        hasil = jalankan(*salin, cwd=gudang)
        if hasil.returncode != 0:
            raise GagalMulai(f"{nama} tidak dapat diunduh dari Maven Central.\n{hasil.stdout[-1000:]}")
        (sementara / berkas.name).replace(berkas)
        shutil.rmtree(sementara)
    return berkas


def java() -> Path:
    """Where the Java of the package ``openjdk-17-jre-headless`` lives."""
    ada = sorted(Path("/usr/lib/jvm").glob("java-17-openjdk-*/bin/java"))
    if not ada:
        raise GagalMulai("Java 17 belum terpasang; jalankan: make install")
    return ada[0].parents[1]


def bangun(pom: Path, hasil: Path, kelas: str) -> str:
    """Compile *kelas* of the project *pom* into the folder *hasil* unless it is there; returns its class path."""
    hasil.mkdir(parents=True, exist_ok=True)
    daftar = hasil / "jalur.txt"
    jadi, sumber = hasil / "classes" / f"{kelas}.class", next(pom.parent.rglob(f"{kelas}.java"))
    if not daftar.exists() or not jadi.exists() or jadi.stat().st_mtime < sumber.stat().st_mtime:
        jalur = ("dependency:build-classpath", f"-Dmdep.outputFile={daftar}")
        maven = jalankan("-f", str(pom), f"-Dhasil={hasil}", "compile", *jalur, cwd=hasil)
        if maven.returncode:
            raise SystemExit(f"{pom.parent.name} tidak dapat dibangun.\n{maven.stdout[-2000:]}")
    return os.pathsep.join([str(hasil / "classes"), daftar.read_text(encoding="utf-8").strip()])


def _daftar_java() -> bytes:
    isi = [pkcs12.PKCS12Certificate(satu, f"ca-{nomor}".encode()) for nomor, satu in enumerate(_sertifikat())]
    return pkcs12.serialize_java_truststore(isi, BestAvailableEncryption(SANDI.encode()))


def _sertifikat() -> Iterator[x509.Certificate]:
    """Of the bundle that Python, pip and curl read here."""
    berkas = ssl.get_default_verify_paths().cafile or "/etc/ssl/certs/ca-certificates.crt"
    akhir = "-----END CERTIFICATE-----\n"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old roots have odd serial numbers
        for potong in Path(berkas).read_text().split(akhir)[:-1]:
            yield x509.load_pem_x509_certificate((potong + akhir).encode())
