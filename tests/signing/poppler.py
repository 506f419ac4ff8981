"""Poppler's pdfsig with NSS: a second opinion that nobody here wrote."""

import subprocess
from pathlib import Path


def database(root: Path, directory: Path) -> Path:
    """An NSS database that trusts *root* for signing."""
    run("certutil", "-N", "-d", f"sql:{directory}", "--empty-password")
    run("certutil", "-A", "-d", f"sql:{directory}", "-n", "akar", "-t", "CT,C,C", "-a", "-i", root)
    return directory


def says(nss: Path, file: Path) -> str:
    return run("pdfsig", "-nssdir", nss, file)


def run(*command: object) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
