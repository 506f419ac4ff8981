"""A real S3 server (versitygw) of a test's own, built once from the Go module proxy and kept in the user's cache."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from skrip.proses import GagalMulai, Proses, port_bebas, port_menjawab

VERSI = "v1.8.0"
MODUL = "github.com/versity/versitygw/cmd/versitygw"
KUNCI = {"AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "rahasia-uji-2026"}
WILAYAH = "us-east-1"
EMBER = "arsip"
DETIK = 900


class S3:
    """``url`` is what ``STORAGE_URL`` would say."""

    def __init__(self, dasar: Path, program: Path, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"
        self.url = f"s3://{EMBER}?endpoint={self.endpoint}&region={WILAYAH}"
        data, versi, samping = (dasar / nama for nama in ("ember", "versi", "samping"))
        for folder in (data, versi, samping):
            folder.mkdir(parents=True)
        pilihan = ["--versioning-dir", str(versi), "--sidecar", str(samping), str(data)]
        akar = {"ROOT_ACCESS_KEY": KUNCI["AWS_ACCESS_KEY_ID"], "ROOT_SECRET_KEY": KUNCI["AWS_SECRET_ACCESS_KEY"]}
        self.proses = Proses(
            "S3",
            [str(program), "--port", f"127.0.0.1:{port}", "--region", WILAYAH, "--quiet", "posix", *pilihan],
            log=dasar / "s3.log",
            siap=lambda: port_menjawab(port),
            env=os.environ | akar,
        )
        self.lanjutkan()

    def lanjutkan(self) -> None:
        """Start, also again after a kill, on the same data and port."""
        self.proses.mulai().tunggu_siap()

    def buat_ember(self) -> None:
        import boto3

        kunci = {nama.lower(): nilai for nama, nilai in KUNCI.items()}
        klien = boto3.client("s3", endpoint_url=self.endpoint, region_name=WILAYAH, **kunci)
        klien.create_bucket(Bucket=EMBER)
        klien.put_bucket_versioning(Bucket=EMBER, VersioningConfiguration={"Status": "Enabled"})


def mulai(dasar: Path) -> S3:
    """Start it with its data in *dasar*. Raises :class:`GagalMulai`: without the server there is no test."""
    return S3(dasar, pasang(), port_bebas())


def alamat() -> dict[str, str]:
    return {"UJI_S3_PORT": str(port_bebas())} | KUNCI


def alamat_gudang(awalan: str) -> str:
    """``STORAGE_URL`` of one worker in the run's own server."""
    return f"s3://{EMBER}/{awalan}?endpoint=http://127.0.0.1:{os.environ['UJI_S3_PORT']}&region={WILAYAH}"


def layani(dasar: Path) -> Proses:
    """The server of a whole run, with its bucket."""
    server = S3(dasar / "s3", pasang(), int(os.environ["UJI_S3_PORT"]))
    server.buat_ember()
    return server.proses


def pasang() -> Path:
    """The program, built when it is not there yet; workers that come at the same time wait for the first."""
    rumah = Path(os.environ.get("DOCSERVICE_CACHE", Path.home() / ".cache" / "docservice")) / f"versitygw-{VERSI}"
    rumah.mkdir(parents=True, exist_ok=True)
    program = rumah / "versitygw"
    with (rumah / ".kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not program.exists():
            _bangun(rumah)
    return program


def _bangun(rumah: Path) -> None:
    """Only the finished program stays: modules and build cache are half a gigabyte."""
    kerja = rumah / "kerja"
    env = os.environ | {
        "GOPATH": str(kerja / "go"),
        "GOBIN": str(kerja),
        "GOCACHE": str(kerja / "cache"),
        "GOFLAGS": "-modcacherw",
    }
    try:
        subprocess.run(
            [_go(), "install", f"{MODUL}@{VERSI}"], env=env, check=True, capture_output=True, text=True, timeout=DETIK
        )
        (kerja / "versitygw").rename(rumah / "versitygw")
    except (OSError, subprocess.SubprocessError) as masalah:
        kata = (getattr(masalah, "stderr", "") or str(masalah)).strip()[-500:]
        raise GagalMulai(f"Server S3 untuk pengujian tidak dapat dibangun: {kata}") from None
    finally:
        shutil.rmtree(kerja, ignore_errors=True)


def _go() -> str:
    """The one of our environment first: a distribution's may be too old."""
    return str(Path(sys.prefix) / "bin" / "go") if (Path(sys.prefix) / "bin" / "go").exists() else "go"
