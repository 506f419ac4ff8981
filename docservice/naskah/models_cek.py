"""The public address of an issued decree."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import models

from docservice.riwayat import sandi

if TYPE_CHECKING:
    from docservice.naskah.models import Naskah

SEGEL = "tautan_cek"


class TautanCek(models.Model):
    """What a QR leads to. The token is 128 bits of chance, looked up by its hash (ASVS 11.5.1) and kept sealed.

    Sealed, so that whoever may see the document can pass on the address that is printed on it.
    """

    naskah = models.ForeignKey("naskah.Naskah", models.PROTECT, related_name="tautan_cek")
    sidik = models.CharField(max_length=64, unique=True)
    segel = models.CharField(max_length=200, blank=True, help_text="tokennya, tersandi")
    aktif = models.BooleanField(default=False, help_text="baru setelah tanda tangannya lulus pemeriksaan")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "tautan cek"

    def __str__(self) -> str:
        return str(self.naskah_id)

    @staticmethod
    def sidik_dari(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def baru(cls, naskah: Naskah) -> tuple[TautanCek, str]:
        token = secrets.token_urlsafe(16)
        segel = sandi.segel(SEGEL, token)
        return cls.objects.create(naskah=naskah, sidik=cls.sidik_dari(token), segel=segel), token

    @property
    def token(self) -> str:
        """What stands in the QR; empty where only its hash was kept, or the key is gone."""
        try:
            return sandi.buka(SEGEL, self.segel) if self.segel else ""
        except ValueError:
            return ""
