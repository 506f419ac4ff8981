"""What somebody is about to propose, between the choice of its paper and the sending."""

from __future__ import annotations

from dataclasses import dataclass, field

from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.models import Riwayat


@dataclass(frozen=True)
class Usulan:
    """What is being proposed: of whom, which kind, on which evidence, the row that came back if any.

    *atas_nama*: a fasilitator fills it in, and the employee confirms.
    """

    pegawai: Pegawai
    jenis: JenisRiwayat
    bukti: list[Dokumen]
    riwayat: Riwayat | None = None
    atas_nama: bool = False
    koreksi: Riwayat | None = None
    """The accepted row that is to be corrected."""
    calon: list[Dokumen] = field(default_factory=list)
    """What else of the person's papers could stand beside the first."""

    @property
    def lama(self) -> Riwayat | None:
        return self.riwayat.menggantikan if self.riwayat else self.koreksi

    @property
    def sumber(self) -> Dokumen | None:
        return self.bukti[0] if self.bukti else None

    @property
    def sha256(self) -> str:
        """Binds the answers to the bytes they were read from."""
        versi = self.sumber.versi_terbuka if self.sumber else None
        return versi.sha256 if versi else ""

    def basi(self, request: Permintaan) -> bool:
        """Whether the form that was sent stands on an older revision of the row."""
        if self.riwayat is None or "revisi" not in request.POST:
            return False
        self.riwayat.refresh_from_db()
        return request.POST["revisi"] != str(self.riwayat.revisi)
