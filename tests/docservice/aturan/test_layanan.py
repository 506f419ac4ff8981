"""Services set without code: requirements, days, open or closed, from a day on; what runs keeps its rule (Law 10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.aturan import layanan as atur_layanan
from docservice.aturan.layanan import TAHAP, Syarat
from docservice.audit.models import Jejak
from docservice.layanan import actions
from docservice.layanan.kelayakan import Hasil
from docservice.layanan.models import Layanan, SyaratLayanan, VersiLayanan
from docservice.layanan.muat import muat_layanan
from docservice.layanan.status import StatusPermohonan
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from tests.docservice.aturan.alat import NANTI, atur, atur_kp, isian, penetapan
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, Situs, teks
from tests.docservice.layanan.alat import hasil, kp, lengkapi, mohon


def syarat_kini() -> tuple[Syarat, ...]:
    return atur_layanan.aturan_terakhir(kp()).syarat


def kurang(kantor: KantorUji) -> set[str]:
    return {b.jenis_dokumen for b in hasil(kantor, 13).butir if b.jenis_dokumen and b.hasil == Hasil.KURANG}


@pytest.mark.syarat("POSO-9-1c", "BABEL-10-5")
def test_a_requirement_is_asked_from_its_day_on_and_never_of_a_running_request(situs: Situs):
    lengkapi(situs.kantor)
    satu = mohon(situs.kantor)
    hari = timezone.localdate() + NANTI
    versi = atur_kp(situs.kantor, hari, syarat=(*syarat_kini(), Syarat("NPWP")))
    assert kurang(situs.kantor) == set(), "not before its day"
    with time_machine.travel(timezone.now() + NANTI):
        assert kurang(situs.kantor) == {"NPWP"}
        actions.btl(by=situs.akun(FASILITATOR), permohonan=satu, alasan="Unggah ulang.", kode="lain")
        assert actions.lengkapi(by=situs.akun(13), permohonan=satu).status == StatusPermohonan.FASILITATOR
        satu.refresh_from_db()
        assert ["NPWP", ""] not in satu.aturan_beku["syarat"]
    assert versi.syarat.count() == len(syarat_kini())
    jejak = Jejak.objects.get(aksi="layanan.ditetapkan")
    assert jejak.pelaku == situs.akun(ADMINISTRATOR).pk


def test_days_of_a_stage_hold_for_new_requests_only(situs: Situs):
    lengkapi(situs.kantor)
    lama = mohon(situs.kantor)
    tahap = tuple((status, 2) for status in TAHAP)
    atur_kp(situs.kantor, tahap=tahap)
    assert dict(lama.aturan_beku["tahap"])["verifikasi_fasilitator"] == 5
    actions.batalkan(by=situs.akun(13), permohonan=lama)
    baru = mohon(situs.kantor)
    assert dict(baru.aturan_beku["tahap"])["verifikasi_fasilitator"] == 2
    assert dict(baru.aturan_beku["tahap"])["selesai"] == 0


def test_a_closed_service_takes_nothing_new_and_finishes_what_runs(situs: Situs):
    lengkapi(situs.kantor)
    satu = mohon(situs.kantor)
    saya = situs.masuk(ADMINISTRATOR)
    akhir = {f"akhir-{nama}": nilai for nama, nilai in isian("17-11-2026", versi="0").items()}
    assert saya.post("/aturan/layanan/l/akhiri/", akhir).status_code == 302
    assert kp().dibuka, "until tomorrow"
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert not kp().dibuka
        actions.teruskan(by=situs.akun(FASILITATOR), permohonan=satu)
        with pytest.raises(BelumLengkap, match="belum dibuka"):
            mohon(situs.kantor, 25)
        assert "Ditutup" in teks(situs.masuk(ADMINISTRATOR).get("/aturan/layanan/l/"))
        atur_kp(situs.kantor, dibuka=True)
        assert kp().dibuka, "opened again by another version"
    assert VersiLayanan.objects.count() == 2


def formulir(**ubah: Any) -> dict[str, Any]:
    """The page's form as it stands, with *ubah* in it."""
    isi: dict[str, Any] = isian(dibuka="on", versi="0")
    kini = atur_layanan.aturan_terakhir(kp())
    isi |= {f"tahap_{status}": str(hari) for status, hari in kini.tahap}
    isi |= {"syarat-TOTAL_FORMS": str(len(kini.syarat) + 1), "syarat-INITIAL_FORMS": str(len(kini.syarat))}
    for nomor, satu in enumerate(kini.syarat):
        isi |= {f"syarat-{nomor}-jenis": satu.jenis, f"syarat-{nomor}-bila": satu.bila}
        isi |= {f"syarat-{nomor}-tahun_terakhir": str(satu.tahun_terakhir)} | (
            {f"syarat-{nomor}-wajib": "on"} if satu.wajib else {}
        )
    return isi | ubah


@pytest.mark.syarat("POSO-9-1c")
def test_the_page_shows_what_would_change_before_anything_is_set(situs: Situs):
    saya, n = situs.masuk(ADMINISTRATOR), len(syarat_kini())
    baru = {f"syarat-{n}-jenis": "NPWP", f"syarat-{n}-wajib": "on", "syarat-0-hapus": "on"}
    isi = formulir(**baru, tahap_verifikasi_fasilitator="3")
    lihat = teks(saya.post("/aturan/layanan/l/", isi | {"langkah": "periksa"}))
    assert "Syarat SK CPNS wajib tidak diminta" in lihat
    assert "Syarat NPWP tidak diminta wajib" in lihat
    assert "Diperiksa fasilitator 5 hari kerja 3 hari kerja" in lihat
    assert not VersiLayanan.objects.exists()
    assert saya.post("/aturan/layanan/l/", isi | {"langkah": "tetapkan"}).status_code == 302
    assert {s.jenis for s in syarat_kini()} >= {"NPWP"}
    assert "SK_CPNS" not in {s.jenis for s in syarat_kini()}
    halaman = teks(saya.get("/aturan/layanan/l/"))
    assert "16 November 2026" in halaman
    assert "Rapat evaluasi layanan." in halaman
    assert "Yosafat Wirabuana ·" in halaman
    assert saya.post("/aturan/layanan/l/", formulir(tahap_paraf="9") | {"langkah": "tetapkan"}).status_code == 422


@pytest.mark.parametrize(
    ("ubah", "bidang", "kata"),
    [
        ({"syarat": ()}, "syarat", "paling sedikit satu syarat wajib"),
        ({"syarat": (Syarat("KTP"), Syarat("KTP"))}, "syarat", "dua kali"),
        ({"syarat": (Syarat("TAK_ADA"),)}, "syarat.0", "tidak dikenal"),
        ({"syarat": (Syarat("KTP", tahun_terakhir=2),)}, "syarat.0", "bukan dokumen tahunan"),
        ({"syarat": (Syarat("EKIN"),)}, "syarat.0", "diminta per tahun"),
        ({"syarat": (Syarat("KTP", bila="kapan_saja"),)}, "syarat.0", "tidak dikenal layanan ini"),
        ({"syarat": (Syarat("SK_HUKDIS"),)}, "syarat.0", "hanya dimasukkan administrator"),
        ({"tahap": (("paraf", 3),)}, "tahap", "setiap tahap"),
        ({"tahap": tuple((status, 0) for status in TAHAP)}, "tahap_paraf", "antara 1 dan 260"),
    ],
)
def test_a_contradictory_rule_is_refused_by_field(situs: Situs, ubah: dict[str, Any], bidang: str, kata: str):
    with pytest.raises(IsianSalah) as salah:
        atur_kp(situs.kantor, **ubah)
    assert kata in salah.value.isian[bidang]
    assert not VersiLayanan.objects.exists()
    assert not SyaratLayanan.objects.exclude(berlaku_sampai=None).exists()


def test_a_kind_that_has_ended_cannot_be_required(situs: Situs):
    atur(situs.kantor, "TASPEN", timezone.localdate() + NANTI, aktif=False, wajib=False)
    atur_kp(situs.kantor, syarat=(*syarat_kini(), Syarat("NPWP")))
    with pytest.raises(IsianSalah) as salah:
        atur_kp(situs.kantor, timezone.localdate() + NANTI, syarat=(*syarat_kini(), Syarat("TASPEN")))
    assert "tidak dapat diunggah pada hari itu" in " ".join(salah.value.isian.values())


def test_a_service_without_a_check_cannot_be_opened(situs: Situs):
    pensiun = Layanan.objects.get(pk="d")
    baru = replace(atur_layanan.aturan_terakhir(kp()), dibuka=True)
    with pytest.raises(IsianSalah) as salah:
        atur_layanan.tetapkan_layanan(by=situs.akun(ADMINISTRATOR), layanan=pensiun, baru=baru, penetapan=penetapan())
    assert "belum tersedia" in salah.value.isian["dibuka"]


def test_nothing_changed_is_no_version(situs: Situs):
    with pytest.raises(IsianSalah, match="Tidak ada yang berubah"):
        atur_kp(situs.kantor)


def test_a_scheduled_version_can_be_replaced_but_not_overtaken(situs: Situs):
    hari = timezone.localdate() + NANTI
    lama = atur_kp(situs.kantor, hari, syarat=(*syarat_kini(), Syarat("NPWP")))
    atur_kp(situs.kantor, hari, syarat=(*syarat_kini()[:-1], Syarat("TASPEN")))
    lama.refresh_from_db()
    assert not lama.pernah_berlaku
    with time_machine.travel(timezone.now() + NANTI):
        assert {"TASPEN"} == kurang(situs.kantor) & {"TASPEN", "NPWP"}
    with pytest.raises(IsianSalah, match="sesudah tanggal itu"):
        atur_kp(situs.kantor, syarat=(Syarat("KTP"),))
    with pytest.raises(SudahBerubah):
        atur_layanan.akhiri_layanan(by=situs.akun(ADMINISTRATOR), layanan=kp(), penetapan=penetapan(hari, versi=0))


def test_loading_the_catalogue_again_keeps_what_the_office_set(situs: Situs):
    atur_kp(situs.kantor, syarat=(*syarat_kini(), Syarat("NPWP")))
    muat_layanan()
    assert "NPWP" in {s.jenis_id for s in kp().syarat_berlaku}
    assert kp().tahap_berlaku.count() == len(TAHAP) + 1


def test_machines_look_and_set_alike(situs: Situs):
    klien, alamat = situs.masuk(13), "/api/v1/aturan/layanan/l/versi/"
    kepala: Any = {"HTTP_AUTHORIZATION": f"Bearer {token_untuk(situs.akun(ADMINISTRATOR))}"}
    kini = atur_layanan.aturan_terakhir(kp())
    tetap = {"berlaku_dari": "2026-11-16", "keputusan_nomor": "800/44", "keputusan_tanggal": "2026-11-02"}
    isi: dict[str, Any] = {
        "dibuka": True,
        "syarat": [vars(satu) for satu in kini.syarat] + [{"jenis": "NPWP"}],
        "tahap": [{"status": status, "hari_kerja": hari} for status, hari in kini.tahap],
        "penetapan": tetap | {"alasan": "Rapat evaluasi layanan.", "versi": 0},
    }
    lihat = klien.post(alamat, isi | {"hanya_periksa": True}, content_type="application/json", **kepala)
    assert lihat.json()["perubahan"] == [["Syarat NPWP", "tidak diminta", "wajib"]]
    baru = klien.post(alamat, isi, content_type="application/json", **kepala)
    assert baru.status_code == 201, baru.json()
    assert "NPWP" in [satu["jenis"] for satu in baru.json()["syarat"]]
    assert len(klien.get(alamat, **kepala).json()) == 1
