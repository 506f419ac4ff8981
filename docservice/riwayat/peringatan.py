"""What looks odd about a row before it is accepted: beside the person, beside their other rows, and on its paper.

Said to whoever proposes it and to the officers; it never stops anybody (screens §4.6). The rules are each kind's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docservice.dokumen.models import Dokumen
from docservice.dokumen.temuan import nip_lain
from docservice.pegawai.models import Pegawai
from docservice.riwayat.bukti import kalimat_kurang
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.jenis.sanding import Sanding, Tetangga, hari
from docservice.riwayat.models import Riwayat, RiwayatRahasia
from docservice.riwayat.status import StatusRahasia


def peringatan(
    pegawai: Pegawai,
    jenis: str,
    isian: Mapping[str, Any],
    *,
    kecuali: Riwayat | None = None,
    bukti: Sequence[Dokumen] = (),
) -> list[str]:
    """Sentences about cleaned or stored *isian*; *kecuali*: the accepted row that it corrects."""
    data = baku(isian)
    tmt = hari(data, SEMUA[jenis].bidang_tmt)
    kalimat = [_bukan_nipnya(dokumen, pegawai) for dokumen in bukti if nip_lain(dokumen)]
    kalimat += kalimat_kurang(SEMUA[jenis], data, bukti) if bukti else []
    if tmt is not None:
        diganti = kecuali.tmt if kecuali else None
        sanding = Sanding(pegawai, jenis, tmt, data, _tetangga(pegawai, jenis, kecuali), diganti)
        kalimat += [satu for kaidah in SEMUA[jenis].kaidah for satu in kaidah.periksa(sanding)]
    return list(dict.fromkeys(kalimat))


def peringatan_kini(riwayat: Riwayat, bukti: Sequence[Dokumen]) -> list[str]:
    """Of a proposal as things stand today; other rows may have been accepted since it was sent."""
    lama = riwayat.menggantikan
    return peringatan(riwayat.pegawai, riwayat.jenis, riwayat.data, kecuali=lama, bukti=bukti)


def peringatan_rahasia(satu: RiwayatRahasia) -> list[str]:
    """Of a confidential row, for the administrators alone: only beside confirmed rows of its own kind."""
    sah = RiwayatRahasia.objects.filter(pegawai=satu.pegawai_id, jenis=satu.jenis, status=StatusRahasia.SAH)
    lain = sah.exclude(pk__in=[pk for pk in (satu.pk, satu.mengganti_id) if pk]).order_by("tmt", "pk")
    baris = {satu.jenis: [Tetangga(b.tmt, b.data, b.ringkas) for b in lain]}
    sanding = Sanding(satu.pegawai, satu.jenis, satu.tmt, satu.data, baris)
    return [kalimat for kaidah in satu.skema.kaidah for kalimat in kaidah.periksa(sanding)]


def _bukan_nipnya(dokumen: Dokumen, pegawai: Pegawai) -> str:
    return f"NIP di {dokumen.judul} bukan NIP {pegawai.nama}."


def _tetangga(pegawai: Pegawai, jenis: str, kecuali: Riwayat | None) -> dict[str, list[Tetangga]]:
    """The person's validated rows of this kind and of those its rules look at, the oldest first.

    Rows of old systems that lack what the form asks for say nothing.
    """
    melihat = {jenis, *(kode for kaidah in SEMUA[jenis].kaidah for kode in kaidah.melihat)}
    sah = Riwayat.objects.milik(pegawai).tervalidasi().filter(jenis__in=melihat, tmt__isnull=False)
    hasil: dict[str, list[Tetangga]] = {kode: [] for kode in melihat}
    for satu in sah.order_by("tmt", "pk"):
        if satu != kecuali and satu.tmt and satu.skema.wajib <= satu.data.keys():
            hasil[satu.jenis].append(Tetangga(satu.tmt, satu.data, satu.ringkas))
    return hasil
