"""Quarantine is left by two people with their reasons, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import PelepasanKarantina, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import (
    berskrip,
    kabar_terakhir,
    kirim,
    pindai_lagi,
    siap,
    terlalu_besar_diperiksa,
)
from tests.docservice.factories import PenugasanFactory, token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, Situs, teks

KEDUA = 6
SEBAB = "Formulir bank yang keliru dikenali pemindai."


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    """With a second administrator."""
    PenugasanFactory(pengguna=kantor_contoh.akun(KEDUA))
    return Situs(kantor_contoh)


@pytest.fixture
def terkurung(situs: Situs) -> VersiDokumen:
    versi = siap(kirim(situs.kantor, berkas_terinfeksi()))
    assert versi.status == StatusBerkas.KARANTINA
    return versi


def usulkan(situs: Situs, versi: VersiDokumen, oleh: int = ADMINISTRATOR, alasan: str = SEBAB) -> Any:
    return situs.masuk(oleh).post(f"/bermasalah/karantina/{versi.pk}/usulkan/", {"alasan": alasan})


def putuskan(situs: Situs, versi: VersiDokumen, oleh: int = KEDUA, putusan: str = "lepas", alasan: str = SEBAB) -> Any:
    isi = {"alasan": alasan, "putusan": putusan}
    return situs.masuk(oleh).post(f"/bermasalah/karantina/{versi.pk}/putuskan/", isi)


def test_two_people_with_their_reasons_let_a_file_out_to_be_read(situs: Situs, terkurung: VersiDokumen):
    assert usulkan(situs, terkurung).status_code == 302
    kabar = situs.akun(KEDUA).kabar.latest("pk")
    assert ("mengusulkan" in kabar.teks, kabar.tautan) == (True, "/bermasalah/")
    assert not situs.akun(PEMILIK).kabar.filter(teks__contains="mengusulkan").exists()
    isi = teks(situs.masuk(KEDUA).get("/bermasalah/"))
    assert f"“{SEBAB}”" in isi
    assert putuskan(situs, terkurung, alasan="Saya buka di komputer terpisah: kosong.").status_code == 302
    versi = siap(terkurung)
    assert (versi.status, versi.dokumen.status, versi.dokumen.bersih) == ("siap", StatusDokumen.MENUNGGU, True)
    jejak = Jejak.objects.filter(objek=f"dokumen:{versi.dokumen_id}", aksi__startswith="karantina.").order_by("nomor")
    assert [(j.aksi, j.pelaku) for j in jejak] == [
        ("karantina.diusulkan_lepas", situs.akun(ADMINISTRATOR).pk),
        ("karantina.dilepas", situs.akun(KEDUA).pk),
    ]
    assert [j.rincian["alasan"] for j in jejak] == [SEBAB, "Saya buka di komputer terpisah: kosong."]
    assert "dilepas dari karantina" in kabar_terakhir(situs.kantor)
    assert gudang.karantina().exists(versi.sha256)  # nothing is deleted by letting it out


def test_two_people_also_let_out_what_could_not_be_looked_through(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as sempit:
        terlalu_besar_diperiksa(sempit)
        versi = siap(kirim(situs.kantor))
    assert versi.status == StatusBerkas.KARANTINA
    isi = teks(situs.masuk(ADMINISTRATOR).get("/bermasalah/"))
    assert "Tidak dapat diperiksa sampai tuntas: Heuristics.Limits.Exceeded" in isi
    usulkan(situs, versi)
    assert putuskan(situs, versi, oleh=ADMINISTRATOR).status_code == 403
    assert putuskan(situs, versi).status_code == 302
    assert siap(versi).status == "siap"


def test_one_person_alone_lets_nothing_out(situs: Situs, terkurung: VersiDokumen):
    usulkan(situs, terkurung)
    jawaban = putuskan(situs, terkurung, oleh=ADMINISTRATOR)
    assert jawaban.status_code == 403
    assert "orang kedua" in teks(jawaban)
    assert siap(terkurung).status == StatusBerkas.KARANTINA
    isi: dict[str, Any] = {"hasil": "dilepas", "alasan_putusan": SEBAB, "diputuskan_pada": timezone.now()}
    isi["diputuskan_oleh"] = situs.akun(ADMINISTRATOR)
    with pytest.raises(IntegrityError), transaction.atomic():  # not even past the actions
        PelepasanKarantina.objects.update(**isi)


def test_the_second_may_keep_it_in_and_somebody_may_propose_again(situs: Situs, terkurung: VersiDokumen):
    usulkan(situs, terkurung)
    putuskan(situs, terkurung, putusan="tetap")
    assert siap(terkurung).status == StatusBerkas.KARANTINA
    assert PelepasanKarantina.objects.get().hasil == "ditolak"
    assert Jejak.objects.filter(aksi="karantina.ditolak").count() == 1
    assert usulkan(situs, terkurung).status_code == 302


@pytest.mark.parametrize("alasan", ["", "  ok  ", "aman"])
def test_a_reason_is_a_sentence(situs: Situs, terkurung: VersiDokumen, alasan: str):
    assert usulkan(situs, terkurung, alasan=alasan).status_code == 422
    usulkan(situs, terkurung)
    assert putuskan(situs, terkurung, alasan=alasan).status_code == 422
    assert siap(terkurung).status == StatusBerkas.KARANTINA


def test_a_proposal_stands_once(situs: Situs, terkurung: VersiDokumen):
    usulkan(situs, terkurung)
    jawaban = usulkan(situs, terkurung, oleh=KEDUA)
    assert jawaban.status_code == 409
    assert "menunggu orang kedua" in teks(jawaban)
    putuskan(situs, terkurung, putusan="tetap")
    assert putuskan(situs, terkurung).status_code == 404


@pytest.mark.parametrize("orang", [PEMILIK, FASILITATOR])
def test_nobody_else_sees_the_quarantine_or_touches_it(situs: Situs, terkurung: VersiDokumen, orang: int):
    assert situs.masuk(orang).get("/bermasalah/").status_code == 403
    assert usulkan(situs, terkurung, oleh=orang).status_code == 403
    usulkan(situs, terkurung)
    assert putuskan(situs, terkurung, oleh=orang).status_code == 403
    assert Client().get("/bermasalah/").status_code == 302


def test_ones_own_file_is_for_others_to_decide(situs: Situs):
    versi = siap(kirim(situs.kantor, berkas_terinfeksi(), oleh=ADMINISTRATOR))
    assert usulkan(situs, versi).status_code == 403
    usulkan(situs, versi, oleh=KEDUA)
    jawaban = putuskan(situs, versi, oleh=ADMINISTRATOR)
    assert jawaban.status_code == 403
    assert "Berkas Anda sendiri" in teks(jawaban)


def test_what_the_gate_refuses_stays_in_whatever_two_people_say(situs: Situs):
    versi = siap(kirim(situs.kantor, berskrip(berkas_terinfeksi())))
    VersiDokumen.objects.filter(pk=versi.pk).update(status=StatusBerkas.KARANTINA)
    with gudang.masuk().open(versi.sha256) as isi:
        gudang.karantina().put(isi)
    usulkan(situs, versi)
    jawaban = putuskan(situs, versi)
    assert jawaban.status_code == 422
    assert "tetap tidak dapat diterima. Berkas ini berisi bagian aktif" in teks(jawaban)


def test_bytes_that_came_in_again_meanwhile_are_not_doubled(situs: Situs, terkurung: VersiDokumen):
    usulkan(situs, terkurung)
    with gudang.karantina().open(terkurung.sha256) as isi:
        kirim(situs.kantor, isi.read(), kode="KTP")
    jawaban = putuskan(situs, terkurung)
    assert jawaban.status_code == 409
    assert PelepasanKarantina.objects.get().hasil == ""


def test_the_api_does_the_same(situs: Situs, terkurung: VersiDokumen):
    satu, dua = (
        Client(headers={"Authorization": f"Bearer {token_untuk(situs.akun(n))}"}) for n in (ADMINISTRATOR, KEDUA)
    )
    isi = satu.get("/api/v1/karantina/").json()["results"]
    assert [(k["id"], k["tanda"]) for k in isi] == [(terkurung.pk, terkurung.pemindai["tanda"])]
    alamat = f"/api/v1/karantina/{terkurung.pk}"
    assert satu.post(f"{alamat}/usulkan/", {"alasan": SEBAB}, content_type="application/json").status_code == 201
    putusan = {"alasan": SEBAB, "setuju": True}
    assert satu.post(f"{alamat}/putuskan/", putusan, content_type="application/json").status_code == 403
    jawaban = dua.post(f"{alamat}/putuskan/", putusan, content_type="application/json")
    assert jawaban.json()["hasil_kata"] == "Dilepas"
    assert siap(terkurung).status == StatusBerkas.SIAP


def test_what_two_people_let_out_is_not_locked_up_again(situs: Situs, terkurung: VersiDokumen):
    usulkan(situs, terkurung)
    putuskan(situs, terkurung)
    assert siap(terkurung).status == StatusBerkas.SIAP
    VersiDokumen.objects.update(basis_pindai="ClamAV 1.0/1")
    pindai_lagi()
    assert siap(terkurung).status == StatusBerkas.SIAP
