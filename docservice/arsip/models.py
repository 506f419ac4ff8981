"""How far the rolling fixity run has come."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class PutaranKeutuhan(models.Model):
    """One row: where the next stretch begins, and when the archive was last walked to its end."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    setelah = models.CharField(max_length=64, blank=True, help_text="SHA-256 terakhir yang diperiksa")
    tuntas_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "putaran keutuhan"
        constraints = (models.CheckConstraint(name="satu_putaran", condition=Q(id=1)),)

    def __str__(self) -> str:
        return self.setelah[:12] or "awal"
