"""Around signing in: the journal line, and the sample people whom only a development site shows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat

URUTAN = {
    Peran.PEGAWAI: 0,
    Peran.FASILITATOR: 1,
    Peran.ADMINISTRATOR: 2,
    Peran.KEPALA_BKPSDM: 3,
    Peran.PEJABAT: 4,
}


@transaction.atomic
def catat_masuk(pengguna: Pengguna) -> None:
    catat("akun.masuk", by=pengguna, objek=pengguna)


def contoh_masuk() -> dict[str, Any]:
    """Sample people with their roles and the sample password; nothing at all in production."""
    if settings.PRODUCTION:
        return {"contoh": [], "sandi_contoh": ""}
    contoh: list[dict[str, Any]] = []
    orang = Pengguna.objects.filter(is_active=True, surel__endswith="@contoh.example")  # not the twins of later walks
    for pengguna in orang.select_related("pegawai__unit"):
        peran = [tugas.label for tugas in pengguna.penugasan_berlaku()]
        pegawai = getattr(pengguna, "pegawai", None)
        urutan = min((URUTAN.get(Peran(t.peran), 9) for t in pengguna.penugasan_berlaku()), default=0)
        unit = pegawai.unit.nama if pegawai else ""
        contoh.append({"pengguna": pengguna, "peran": ", ".join(peran) or f"Pegawai, {unit}", "urutan": urutan})
    contoh.sort(key=lambda c: (c["urutan"], c["pengguna"].pk))
    utama = [c for c in contoh if c["urutan"] > 0 or c["pengguna"].nama.endswith("Panuluh")]
    return {
        "contoh": utama,
        "contoh_lain": [c for c in contoh if c not in utama],
        "sandi_contoh": settings.DEVELOPMENT_PASSWORD,
    }
