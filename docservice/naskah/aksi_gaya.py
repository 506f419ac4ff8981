"""The verb on the region's style: another one from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

import templates_sk
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah import gaya
from docservice.naskah.models_gaya import GayaNaskah
from docservice.naskah.permissions import check_may_atur_kata
from docservice.umum.errors import IsianSalah
from templates_sk import Gaya, PictureError, read_picture
from templates_sk.susunan.gaya import Lambang


def tetapkan_gaya(
    *,
    by: Pengguna,
    isi: Mapping[str, Any],
    lambang: Mapping[Lambang, bytes],
    berlaku_dari: date,
    keputusan_nomor: str,
    keputusan_tanggal: date,
) -> GayaNaskah:
    """A new version; emblems that are not in *lambang* stay. Naskah that were drafted keep the style they have.

    Raises :class:`IsianSalah` for what cannot be drawn.
    """
    check_may_atur_kata(by)
    if berlaku_dari < timezone.localdate():
        salah = {"berlaku_dari": "Pilih hari ini atau tanggal sesudahnya."}
        raise IsianSalah("Gaya naskah tidak berlaku surut.", isian=salah)
    _periksa(isi, lambang)
    with transaction.atomic():
        lama = gaya.bekukan()["lambang"]
        GayaNaskah.objects.filter(berlaku_dari__lt=berlaku_dari, berlaku_sampai=None).update(
            berlaku_sampai=berlaku_dari - timedelta(days=1)
        )
        baru: GayaNaskah = GayaNaskah.objects.create(
            isi=dict(isi),
            lambang={**lama, **{nama: gaya.simpan(berkas) for nama, berkas in lambang.items()}},
            ditulis_oleh=by,
            berlaku_dari=berlaku_dari,
            keputusan_nomor=keputusan_nomor,
            keputusan_tanggal=keputusan_tanggal,
        )
        catat("gaya.ditetapkan", by=by, objek=baru, sejak=berlaku_dari.isoformat(), lambang=sorted(lambang))
    return baru


def _periksa(isi: Mapping[str, Any], lambang: Mapping[Lambang, bytes]) -> None:
    salah: dict[str, str] = {}
    try:
        satu = Gaya(**isi)
    except ValidationError as galat:
        salah |= {str(e["loc"][0]): "Di luar yang dapat dipakai. Periksa isian ini." for e in galat.errors()}
    else:
        teks = {"baris_kedua": satu.baris_kedua, "catatan_kaki": satu.catatan_kaki or ""}
        for nama, kata in teks.items():
            if odd := list(templates_sk.tak_tercetak(kata)):
                salah[nama] = f"Memuat huruf yang tidak dapat dicetak: {', '.join(odd)}. Ganti huruf itu."
    for nama, berkas in lambang.items():
        try:
            read_picture(berkas, alt="")
        except PictureError as galat:
            salah[f"lambang_{nama}"] = str(galat)
    if salah:
        raise IsianSalah.pada(salah)
