"""Letters that a person signs in their own name: made whole at once, ready for the signing tray."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

import templates_sk
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah import render
from docservice.naskah.models import Naskah, jenis_berlaku
from docservice.naskah.status import ALUR_NASKAH, StatusNaskah
from docservice.pegawai.models import Pegawai


def siapkan_mandiri(
    *, by: Pengguna, pegawai: Pegawai, jenis: str, perihal: str, rujukan: str, data: dict[str, Any]
) -> Naskah:
    """The letter under *rujukan*, frozen and waiting in its signer's tray; asking twice gives the same one.

    Raises :class:`docservice.umum.errors.IsianSalah` when the data cannot be drawn.
    """
    if ada := Naskah.objects.filter(rujukan=rujukan).first():
        return ada
    kata = jenis_berlaku(jenis)
    isi = render.pdf(kata, data, draf=True)
    sidik, gambar = render.simpan(isi), render.gambar(isi)
    try:
        with transaction.atomic():
            naskah = Naskah.objects.create(
                jenis=jenis,
                perihal=perihal,
                rujukan=rujukan,
                pegawai=pegawai,
                penanda_tangan=pegawai,
                data=data,
                kata=templates_sk.bekukan(kata),
                status=StatusNaskah.TTE,
                draf_sha256=sidik,
                gambar_draf=[list(satu) for satu in gambar],
                disusun_oleh=by,
            )
            catat(ALUR_NASKAH.jejak(naskah.status), by=by, objek=naskah, rujukan=rujukan, sha256=sidik)
    except IntegrityError:  # the same press twice
        return Naskah.objects.get(rujukan=rujukan)
    return naskah
