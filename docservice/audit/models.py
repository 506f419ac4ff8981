"""The journal: append-only rows, each carrying the hash of the one before (Law 11).

Rows hold identifiers and hashes, never names, NIK or document text, so that erasing a person's data
later does not break the chain.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from asn1crypto import cms, tsp  # noqa: F401 - tsp teaches cms to read a timestamp's content
from django.db import models

GENESIS = "0" * 64


class Jejak(models.Model):
    """One entry. ``nomor`` rises by one without gaps."""

    nomor = models.PositiveBigIntegerField(primary_key=True)
    waktu = models.DateTimeField()
    pelaku = models.BigIntegerField(null=True, help_text="id Pengguna; kosong berarti sistem")
    peran = models.CharField(max_length=120, blank=True)
    aksi = models.CharField(max_length=60, db_index=True)
    objek = models.CharField(max_length=80, db_index=True)
    rincian = models.JSONField(default=dict)
    hash_sebelum = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "jejak"
        verbose_name_plural = "jurnal"
        ordering = ("nomor",)

    def __str__(self) -> str:
        return f"{self.nomor} {self.aksi} {self.objek}"

    def canonical(self) -> bytes:
        """The bytes that are hashed: canonical JSON of everything but the hash itself."""
        isi: dict[str, Any] = {
            "nomor": self.nomor,
            "waktu": self.waktu.isoformat(timespec="microseconds"),
            "pelaku": self.pelaku,
            "peran": self.peran,
            "aksi": self.aksi,
            "objek": self.objek,
            "rincian": self.rincian,
            "hash_sebelum": self.hash_sebelum,
        }
        return json.dumps(isi, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    def computed_hash(self) -> str:
        return hashlib.sha256(self.canonical()).hexdigest()


class KepalaJurnal(models.Model):
    """The one row that writers lock: number and hash of the last entry."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    nomor = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        verbose_name = "kepala jurnal"
        constraints = (models.CheckConstraint(name="satu_kepala", condition=models.Q(id=1)),)

    def __str__(self) -> str:
        return f"{self.nomor} {self.hash[:8]}"


class CapWaktu(models.Model):
    """A timestamp (RFC 3161) over the head: proof to outsiders of how long the chain was, and when."""

    nomor = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    token = models.BinaryField()
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "cap waktu jurnal"
        ordering = ("nomor",)

    def __str__(self) -> str:
        return f"cap {self.nomor}"

    @property
    def sidik(self) -> str:
        """The hash that the authority stamped, out of the token itself (RFC 3161 messageImprint); empty for garbage."""
        try:
            isi = cms.ContentInfo.load(bytes(self.token))["content"]["encap_content_info"]["content"].parsed
            return bytes(isi["message_imprint"]["hashed_message"].native).hex()
        except (ValueError, TypeError, KeyError):
            return ""
