"""A real OpenID provider: Keycloak, as many agencies run it, with one realm and people of its own.

Fetched once from Maven Central into the user's cache folder (160 MB). Its database lives in memory.
"""

from __future__ import annotations

import fcntl
import json
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skrip.proses import Proses, http_menjawab, port_bebas
from tests.server import maven

VERSI = "26.4.0"
ARTEFAK = f"org.keycloak:keycloak-quarkus-dist:{VERSI}:zip"
RANAH, KLIEN, RAHASIA, SANDI = "asn", "arsip", "rahasia-klien-uji", "sandi-di-sso-2026"
KEMBALI = ("http://testserver/masuk/sso/sso/kembali/", "http://localhost:*")
"""Django's own test client, and a live server on whatever port."""


@dataclass(frozen=True)
class Orang:
    """A person at the provider; *nip* is an attribute that only its administrators may write."""

    nama: str
    nip: str = ""
    surel: str = ""
    terbukti: bool = True
    """Whether the provider says that the mail is verified."""
    lain: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Keycloak:
    proses: Proses
    dasar: str

    @property
    def penerbit(self) -> str:
        return f"{self.dasar}/realms/{RANAH}"


@contextmanager
def bersama(folder: Path, orang: Sequence[Orang]) -> Iterator[str]:
    """The issuer of the one that all workers of this run share: it takes most of a minute to start.

    Whoever comes first starts it, and stops it when the last has left.
    """
    catatan, milik = folder / "keycloak.penerbit", None
    with (folder / "keycloak.mulai").open("w") as gembok, (folder / "keycloak.pakai").open("w") as pakai:
        fcntl.flock(gembok, fcntl.LOCK_EX)
        if not catatan.exists():
            milik = mulai(folder / "keycloak", orang, KEMBALI)
            catatan.write_text(milik.penerbit)
        fcntl.flock(pakai, fcntl.LOCK_SH)
        fcntl.flock(gembok, fcntl.LOCK_UN)
        yield catatan.read_text()
        fcntl.flock(pakai, fcntl.LOCK_UN)
        if milik is not None:
            fcntl.flock(gembok, fcntl.LOCK_EX)
            fcntl.flock(pakai, fcntl.LOCK_EX)
            catatan.unlink()
            milik.proses.hentikan()


def mulai(folder: Path, orang: Sequence[Orang], kembali: Sequence[str]) -> Keycloak:
    """Running with *orang* in its realm; *kembali*: where our callback may be. Whoever starts it stops it."""
    with zipfile.ZipFile(maven.ambil(ARTEFAK)) as arsip:
        arsip.extractall(folder)
    rumah, port = folder / f"keycloak-{VERSI}", port_bebas()
    impor = rumah / "data" / "import"
    impor.mkdir(parents=True)
    (impor / "asn-realm.json").write_text(json.dumps(_ranah(orang, kembali)))
    (rumah / "bin" / "kc.sh").chmod(0o755)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(rumah),
        "JAVA_HOME": str(maven.java()),
        "JAVA_OPTS": f"{maven.SINGKAT} -XX:+UseSerialGC -Xms128m -Xmx512m -Dfile.encoding=UTF-8",
        "KC_DB": "dev-mem",
    }
    alamat = ["--http-host", "127.0.0.1", "--http-port", str(port)]
    dasar = f"http://127.0.0.1:{port}"
    proses = Proses(
        "Keycloak",
        [str(rumah / "bin" / "kc.sh"), "start-dev", "--import-realm", *alamat],
        log=folder / "keycloak.log",
        siap=lambda: http_menjawab(f"{dasar}/realms/{RANAH}/.well-known/openid-configuration"),
        env=env,
    ).mulai()
    proses.tunggu_siap(detik=300)
    return Keycloak(proses, dasar)


def _ranah(orang: Sequence[Orang], kembali: Sequence[str]) -> dict[str, Any]:
    return {
        "realm": RANAH,
        "enabled": True,
        "sslRequired": "none",
        "components": {
            "org.keycloak.userprofile.UserProfileProvider": [
                {"providerId": "declarative-user-profile", "config": {"kc.user.profile.config": [_profil()]}}
            ]
        },
        "clients": [
            {
                "clientId": KLIEN,
                "secret": RAHASIA,
                "redirectUris": list(kembali),
                "attributes": {"pkce.code.challenge.method": "S256"},
                "protocolMappers": [_klaim_nip()],
            }
        ],
        "users": [_pengguna(satu) for satu in orang],
    }


def _profil() -> str:
    """People read their own NIP and cannot write it."""
    siapa = {"view": ["admin", "user"], "edit": ["admin"]}
    nama = ("username", "email", "firstName", "lastName", "nip")
    return json.dumps({"attributes": [{"name": satu, "permissions": siapa} for satu in nama]})


def _klaim_nip() -> dict[str, Any]:
    isi = {"user.attribute": "nip", "claim.name": "nip", "jsonType.label": "String"}
    tempat = {"id.token.claim": "true", "userinfo.token.claim": "true"}
    return {
        "name": "nip",
        "protocol": "openid-connect",
        "protocolMapper": "oidc-usermodel-attribute-mapper",
        "config": isi | tempat,
    }


def _pengguna(orang: Orang) -> dict[str, Any]:
    return {
        "username": orang.nama,
        "enabled": True,
        "email": orang.surel or None,
        "emailVerified": orang.terbukti,
        "firstName": orang.nama,
        "lastName": "SSO",
        "attributes": {"nip": [orang.nip]} if orang.nip else {},
        "credentials": [{"type": "password", "value": SANDI, "temporary": False}],
    } | dict(orang.lain)
