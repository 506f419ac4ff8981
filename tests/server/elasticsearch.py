"""Elasticsearch of the cluster's size: one node, 512 MB of heap, data that live as long as the run.

The server is the one its makers publish on Maven Central for integration tests: no analysis modules and no scripts,
which the index does not need (``search/elastic_document.py``). Fetched once into the user's cache folder.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from skrip.proses import Proses, http_menjawab, port_bebas
from tests.server import maven

VERSI = os.environ.get("UJI_ELASTICSEARCH_VERSI", "8.19.21")
"""``9.5.3`` with ``UJI_ELASTICSEARCH_JAVA`` naming the home of a Java 21 runs the same suite on that generation."""
ARTEFAK = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSI}:zip"
PENGGUNA = "postgres"  # any system user will do; Elasticsearch refuses root
HEAP = "512m"
PENGATURAN = """\
cluster.name: uji
node.name: uji
path.data: {data}
path.logs: {rumah}/logs
network.host: 127.0.0.1
http.port: {port}
transport.port: {port_antar}
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
cluster.info.update.interval: 24h
"""
"""Every look at the disk, even one that may set no block, takes away a block of a full disk that a test has set."""


def alamat() -> dict[str, str]:
    return {"UJI_ELASTICSEARCH": f"http://127.0.0.1:{port_bebas()}"}


def mulai(dasar: Path) -> Proses:
    url = os.environ["UJI_ELASTICSEARCH"]
    rumah = _pasang(dasar / "elasticsearch", int(urlsplit(url).port or 0))
    # Only what its start script needs: the environment of a test run must not steer a server.
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(rumah),
        "ES_JAVA_HOME": os.environ.get("UJI_ELASTICSEARCH_JAVA") or str(maven.java()),
        "ES_TMPDIR": str(rumah / "tmp"),
    }
    return Proses(
        "Elasticsearch",
        [str(rumah / "bin" / "elasticsearch")],
        log=dasar / "elasticsearch.log",
        siap=lambda: http_menjawab(f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s"),
        env=env,
        pengguna=PENGGUNA,
    ).mulai()


def _pasang(rumah: Path, port: int) -> Path:
    """The unpacked server with its own configuration, owned by who will run it."""
    with zipfile.ZipFile(maven.ambil(ARTEFAK)) as arsip:
        arsip.extractall(rumah.parent)
    (rumah.parent / f"elasticsearch-{VERSI}").rename(rumah)
    for program in (rumah / "bin").iterdir():
        program.chmod(0o755)
    for folder in ("logs", "tmp", "plugins"):
        (rumah / folder).mkdir(exist_ok=True)
    data = _tempat_data(rumah)
    konfig = rumah / "config"
    isi = PENGATURAN.format(rumah=rumah, data=data, port=port, port_antar=port_bebas())
    (konfig / "elasticsearch.yml").write_text(isi)
    (konfig / "jvm.options.d").mkdir(exist_ok=True)
    (konfig / "jvm.options.d" / "heap.options").write_text("\n".join([f"-Xms{HEAP}", f"-Xmx{HEAP}", maven.SINGKAT, ""]))
    jvm = konfig / "jvm.options"  # it would log next to whoever started it
    baris = [satu for satu in jvm.read_text().splitlines() if "gc.log" not in satu and "hs_err_pid" not in satu]
    jvm.write_text("\n".join(baris) + "\n")
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", PENGGUNA, rumah, data], check=True)
    return rumah


def _tempat_data(rumah: Path) -> Path:
    """Beside the server; in memory where a change of root hides the disk: Java must find the mount of its data."""
    kaitan = [baris.split()[1] for baris in Path("/proc/self/mounts").read_text().splitlines()]
    if any(rumah.is_relative_to(satu) for satu in kaitan):
        data = rumah / "data"
        data.mkdir()
        return data
    data = Path(tempfile.mkdtemp(prefix="docservice-", dir="/dev/shm"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    return data
