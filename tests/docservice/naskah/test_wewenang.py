"""One signer, one initial, one number pattern at a time: on pages and over the API, refused as a file is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.naskah.models import JalurParaf, Kewenangan, PolaNomor
from tests.docservice.api.conftest import KlienApi
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEJABAT, Situs, teks

pytestmark = pytest.mark.django_db
JENIS, SEKDA, KABAN = "sk_kenaikan_pangkat", 1, 2


@pytest.fixture(autouse=True)
def _belum_ada(situs: Situs) -> None:
    for model in (Kewenangan, JalurParaf, PolaNomor):
        model.objects.all().delete()


def umum(**ubah: Any) -> dict[str, Any]:
    dasar = {
        "jenis_naskah": JENIS,
        "berlaku_dari": "2026-01-05",
        "keputusan_nomor": "821/7",
        "keputusan_tanggal": "2026-01-05",
    }
    return dasar | ubah


def wenang(situs: Situs, nomor: int = SEKDA, **ubah: Any) -> dict[str, Any]:
    isi = {
        "golongan_dari": "III/a",
        "golongan_sampai": "III/d",
        "pejabat": situs.orang(nomor).nip,
        "jabatan": "SEKRETARIS DAERAH",
        "bentuk": "a.n.",
        "atas_nama": "GUBERNUR KEPULAUAN CONTOH",
        "boleh_plt_plh": "tidak",
    }
    return umum(**isi) | ubah


def kirim(situs: Situs, isi: dict[str, Any], macam: str = "kewenangan", nomor: int = ADMINISTRATOR) -> Any:
    return situs.masuk(nomor).post(reverse("naskah:wewenang_baru", args=[macam]), isi, follow=True)


def api(situs: Situs, nomor: int) -> KlienApi:
    klien = KlienApi()
    klien.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(situs.akun(nomor))}")
    return klien


def test_each_kind_of_row_is_set_seen_and_journalled(situs: Situs):
    pola = umum(klasifikasi="800.1.3.2", unit="BKPSDMD", lingkup="BKPSDMD")
    paraf = umum(urutan="1", pejabat=situs.orang(4).nip)
    for macam, isi, kata in (
        ("kewenangan", wenang(situs), "a.n. GUBERNUR KEPULAUAN CONTOH · golongan III/a sampai III/d"),
        ("paraf", paraf, "Paraf ke-1: Palupi Handarini"),
        ("pola", pola, "lingkup BKPSDMD"),
    ):
        jawab = kirim(situs, isi, macam)
        assert jawab.status_code == 200, teks(jawab)
        assert kata in teks(jawab)
    assert Jejak.objects.filter(aksi="wewenang.ditetapkan", pelaku=situs.akun(ADMINISTRATOR).pk).count() == 3
    assert Kewenangan.objects.untuk(JENIS, "III/b", timezone.localdate()) == Kewenangan.objects.get()


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"pejabat": "199001012015011099"}, "tidak ada"),
        ({"pejabat": ""}, "NIP pejabat belum diisi"),
        ({"jenis_naskah": "sk_entah"}, "tidak ada"),
        ({"golongan_dari": "IV/a"}, "tidak berurutan"),
        ({"bentuk": "langsung"}, "tidak atas nama siapa pun"),
        ({"keputusan_tanggal": "2099-01-01"}, "sesudah hari ini"),
        ({"berlaku_sampai": "2025-01-01"}, "Berakhir sebelum mulai"),
        ({"jabatan": "J" * 200}, "150"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(situs: Situs, ubah: dict[str, str], kalimat: str):
    jawab = kirim(situs, wenang(situs) | ubah)
    assert jawab.status_code == 422
    assert kalimat in teks(jawab)
    assert not Kewenangan.objects.exists()


def test_nobody_names_themselves_and_only_administrators_name_anybody(situs: Situs):
    assert kirim(situs, wenang(situs, ADMINISTRATOR)).status_code == 403
    for nomor in (13, FASILITATOR, KEPALA, PEJABAT):
        assert kirim(situs, wenang(situs), nomor=nomor).status_code == 403
        tolak = api(situs, nomor).post("/api/v1/naskah/wewenang/kewenangan/", wenang(situs), format="json")
        assert tolak.status_code == 403
    assert not Kewenangan.objects.exists()


def test_a_row_for_the_same_is_refused_unless_it_is_to_replace_it(situs: Situs):
    kirim(situs, wenang(situs))
    besok = (timezone.localdate() + timedelta(days=1)).isoformat()
    baru = wenang(situs, KABAN, berlaku_dari=besok)
    assert "Centang bila ini menggantikannya" in teks(kirim(situs, baru))
    assert kirim(situs, baru | {"gantikan": "on"}).status_code == 200
    assert list(Kewenangan.objects.order_by("pk").values_list("berlaku_sampai", flat=True)) == [
        timezone.localdate(),
        None,
    ]
    assert "Belum mulai" in teks(situs.masuk(KEPALA).get(reverse("naskah:wewenang")))


def test_a_row_ends_not_before_yesterday_and_once(situs: Situs):
    kirim(situs, wenang(situs))
    satu, kini = Kewenangan.objects.get(), timezone.localdate()
    alamat = reverse("naskah:akhiri_wewenang", args=["kewenangan", satu.pk])
    klien = situs.masuk(ADMINISTRATOR)
    assert klien.post(alamat, {"sampai": (kini - timedelta(days=2)).isoformat()}).status_code == 422
    assert klien.post(alamat, {"sampai": "entah"}).status_code == 422
    assert klien.post(alamat, {"sampai": (kini - timedelta(days=1)).isoformat()}).status_code == 302
    assert klien.post(alamat, {"sampai": kini.isoformat()}).status_code == 422
    assert Kewenangan.objects.untuk(JENIS, "III/b", kini) is None
    daftar = reverse("naskah:wewenang_macam", args=["kewenangan"])
    assert "SEKRETARIS DAERAH" not in teks(klien.get(daftar))
    assert "SEKRETARIS DAERAH" in teks(klien.get(daftar, {"lama": "1", "jenis": JENIS}))
    assert klien.get(reverse("naskah:wewenang_macam", args=["entah"])).status_code == 404


def test_the_same_over_the_api(situs: Situs):
    klien, alamat = api(situs, ADMINISTRATOR), "/api/v1/naskah/wewenang/kewenangan/"
    jawab = klien.post(alamat, wenang(situs), format="json")
    assert jawab.status_code == 201, jawab.json()
    assert (jawab.json()["pejabat"], jawab.json()["pola"]) == (situs.orang(SEKDA).nip, None)
    assert klien.post(alamat, wenang(situs), format="json").status_code == 409
    asing = klien.post(alamat, wenang(situs, urutan="1"), format="json")
    assert (asing.status_code, list(asing.json()["isian"])) == (422, ["urutan"])
    assert klien.get(alamat, {"jenis": JENIS}).json()["count"] == 1
    assert klien.get(alamat, {"lama": "1"}).json()["count"] == 0
    akhir = f"{alamat}{jawab.json()['id']}/akhiri/"
    assert klien.post(akhir, {"sampai": timezone.localdate().isoformat()}, format="json").status_code == 200
    assert klien.get("/api/v1/naskah/wewenang/entah/").status_code == 404
