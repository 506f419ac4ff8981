"""The region's style: set by administrators from a day on, kept by every naskah that was drafted before."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from docservice.audit.models import Jejak
from docservice.naskah import actions, render
from docservice.naskah.aksi_gaya import tetapkan_gaya
from docservice.naskah.gaya import bawaan, gaya
from docservice.naskah.models import GayaNaskah
from docservice.umum.errors import IsianSalah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import ADMINISTRATOR, KEPALA, PEMOHON, draf

pytestmark = pytest.mark.django_db


def _gambar(warna: str = "red") -> bytes:
    keluar = io.BytesIO()
    Image.new("RGB", (40, 50), warna).save(keluar, "PNG")
    return keluar.getvalue()


def tetapkan(kantor: KantorUji, oleh: int = ADMINISTRATOR, **lain: Any) -> GayaNaskah:
    hari = timezone.localdate()
    isi = bawaan().model_dump() | {"tepi_kiri": 4.0, "rahmat_tuhan": True} | lain.pop("isi", {})
    dasar: dict[str, Any] = {"berlaku_dari": hari, "keputusan_nomor": "ND-1", "keputusan_tanggal": hari}
    return tetapkan_gaya(by=kantor.akun(oleh), **{"isi": isi, "lambang": {}, **dasar, **lain})


def test_a_draft_keeps_the_style_it_was_drafted_in(kantor: KantorUji):
    naskah = draf(kantor)
    semula = render.draf(naskah)
    tetapkan(kantor, lambang={"daerah": _gambar()})
    assert (gaya().tepi_kiri, gaya().rahmat_tuhan) == (4.0, True)
    naskah.refresh_from_db()
    assert render.draf(naskah) == semula
    berubah = actions.ubah(by=kantor.akun(ADMINISTRATOR), naskah=naskah, perubahan={})
    assert render.draf(berubah) == semula


def test_a_new_draft_takes_the_new_style_with_its_emblem(kantor: KantorUji):
    tetapkan(kantor, lambang={"negara": _gambar()})
    naskah = draf(kantor)
    assert naskah.gaya["isi"]["tepi_kiri"] == 4.0
    assert b"/Subtype /Image /Width 40 /Height 50" in render.draf(naskah)
    tetapkan(kantor, isi={"tepi_kiri": 2.5})
    assert set(gaya().lambang) == {"negara"}, "an emblem that is not replaced stays"
    assert Jejak.objects.filter(aksi="gaya.ditetapkan").count() == 2


def test_from_a_later_day_on(kantor: KantorUji):
    tetapkan(kantor, berlaku_dari=timezone.localdate() + timedelta(days=1))
    assert gaya().tepi_kiri == bawaan().tepi_kiri


@pytest.mark.parametrize(
    ("lain", "bidang"),
    [
        ({"isi": {"tepi_kiri": 9.0}}, "tepi_kiri"),
        ({"isi": {"kertas_surat": "A5"}}, "kertas_surat"),
        ({"isi": {"catatan_kaki": "漢"}}, "catatan_kaki"),
        ({"lambang": {"daerah": b"GIF89a"}}, "lambang_daerah"),
        ({"berlaku_dari": timezone.localdate() - timedelta(days=1)}, "berlaku_dari"),
    ],
)
def test_what_cannot_be_drawn_is_refused(kantor: KantorUji, lain: dict[str, Any], bidang: str):
    with pytest.raises(IsianSalah) as salah:
        tetapkan(kantor, **lain)
    assert list(salah.value.isian) == [bidang]
    assert not GayaNaskah.objects.exists()


@pytest.mark.parametrize("oleh", [PEMOHON, KEPALA])
def test_administrators_only(kantor: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        tetapkan(kantor, oleh)


def test_the_page_saves_and_says_what_is_wrong(kantor: KantorUji, client: Client):
    client.force_login(kantor.akun(ADMINISTRATOR))
    kosong = client.get("/naskah/gaya/")
    assert kosong.status_code == 200
    hari = timezone.localdate().isoformat()
    isi: dict[str, Any] = {nama: nilai for nama, nilai in bawaan().model_dump().items() if nilai not in (None, False)}
    isi |= {"tepi_kanan": "2.5", "keputusan_nomor": "ND-2", "keputusan_tanggal": hari, "berlaku_dari": hari}
    berkas = SimpleUploadedFile("lambang.png", _gambar("blue"), "image/png")
    assert client.post("/naskah/gaya/", isi | {"lambang_daerah": berkas}).status_code == 302
    assert (gaya().tepi_kanan, set(gaya().lambang)) == (2.5, {"daerah"})
    rusak = SimpleUploadedFile("lambang.png", b"GIF89a", "image/png")
    jawab = client.post("/naskah/gaya/", isi | {"lambang_daerah": rusak})
    assert jawab.status_code == 422
    assert "PNG atau JPEG" in jawab.content.decode()
    assert client.post("/naskah/gaya/", isi | {"tepi_kanan": "99"}).status_code == 422
