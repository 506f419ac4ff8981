"""Letters that a person signs in their own name: made whole at once, ready for the signing tray."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

import templates_sk
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah import render
from docservice.naskah.gaya import bekukan, cairkan
from docservice.naskah.models import Naskah, jenis_berlaku
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah
from docservice.pegawai.models import Pegawai


def siapkan_mandiri(
    *, by: Pengguna, pegawai: Pegawai, jenis: str, perihal: str, rujukan: str, data: dict[str, Any]
) -> Naskah:
    """The letter under *rujukan*, frozen and waiting in its signer's tray.

    Asking twice gives the same one; while it is unsigned and *data* says something else by now, it is drawn again.
    Raises :class:`docservice.umum.errors.IsianSalah` when the data cannot be drawn.
    """
    ada = Naskah.objects.filter(rujukan=rujukan).first()
    if ada and (ada.status != StatusNaskah.TTE or ada.data == data):
        return ada
    kata = jenis_berlaku(jenis)
    gaya = bekukan()
    pdf = render.pdf(kata, data, draf=True, gaya=cairkan(gaya))
    isi = {
        "data": data,
        "kata": templates_sk.bekukan(kata),
        "gaya": gaya,
        "draf_sha256": render.simpan(pdf),
        "gambar_draf": [list(satu) for satu in render.gambar(pdf)],
    }
    if ada:
        return _perbarui(ada, by, isi)
    try:
        with transaction.atomic():
            naskah = Naskah.objects.create(
                jenis=jenis,
                perihal=perihal,
                rujukan=rujukan,
                pegawai=pegawai,
                penanda_tangan=pegawai,
                status=StatusNaskah.TTE,
                disusun_oleh=by,
                **isi,
            )
            catat(ALUR_NASKAH.jejak(naskah.status), by=by, objek=naskah, rujukan=rujukan, sha256=naskah.draf_sha256)
    except IntegrityError:  # the same press twice
        return Naskah.objects.get(rujukan=rujukan)
    return naskah


@transaction.atomic
def _perbarui(naskah: Naskah, by: Pengguna, isi: dict[str, Any]) -> Naskah:
    """Yesterday's unsigned letter becomes today's; one whose signing has begun stays as it is."""
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah.pk)
    if naskah.status != StatusNaskah.TTE or naskah.data == isi["data"]:
        return naskah
    for bidang, nilai in isi.items():
        setattr(naskah, bidang, nilai)
    naskah.revisi += 1
    naskah.save()
    catat("naskah.diubah", by=by, objek=naskah, revisi=naskah.revisi, sha256=naskah.draf_sha256)
    return naskah
