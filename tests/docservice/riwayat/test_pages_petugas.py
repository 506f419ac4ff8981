"""Deciding on a proposal: the fasilitator vouches, the administrator validates, nobody for themselves."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.dokumen.models import AksesBaca, Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions, views_petugas
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    PEMILIK,
    STAF_ARSIP,
    TETANGGA,
    Situs,
    teks,
    tersembunyi,
)
from tests.docservice.riwayat.contoh import CONTOH

DATA: dict[str, Any] = {
    "sk_nomor": "821.13/0456/BKPSDM/2022",
    "sk_tanggal": "2022-01-20",
    "tmt_golongan": "2022-02-01",
    "golongan": "III/a",
    "jenis_kp": "211",
    "mk_golongan_tahun": 0,
    "mk_golongan_bulan": 0,
}


def usulan(situs: Situs, nomor: int = PEMILIK, *, verifikasi: bool = False) -> Riwayat:
    """A proposal with its proof; *verifikasi* puts it on the administrator's desk."""
    status = StatusDokumen.TERVERIFIKASI if verifikasi else StatusDokumen.MENUNGGU
    baris = Riwayat.objects.create(
        pegawai=situs.orang(nomor),
        jenis="golongan",
        tmt="2022-02-01",
        data=DATA,
        status=StatusRiwayat.DIVERIFIKASI if verifikasi else StatusRiwayat.DIAJUKAN,
        diajukan_pada=timezone.now(),
        dibuat_oleh=situs.akun(nomor),
    )
    BuktiRiwayat.objects.create(riwayat=baris, dokumen=situs.dokumen(nomor, "SK_CPNS", status=status))
    return baris


def putuskan(situs: Situs, nomor: int, nama: str, baris: Riwayat, tindakan: str, **isi: Any) -> Any:
    klien, jalur = situs.masuk(nomor), reverse(nama, args=[baris.pk])
    return klien.post(jalur, {**tersembunyi(klien.get(jalur)), **isi, "tindakan": tindakan})


@pytest.mark.syarat("BABEL-15-5")
def test_each_desk_lists_whose_turn_it_is_and_only_there(situs: Situs):
    usulan(situs)
    usulan(situs, TETANGGA, verifikasi=True)
    desa, kota = situs.orang(PEMILIK).nama, situs.orang(TETANGGA).nama
    fasilitator = teks(situs.masuk(FASILITATOR).get("/usulan/"))
    administrator = teks(situs.masuk(ADMINISTRATOR).get("/validasi/"))
    assert desa in fasilitator
    assert kota not in fasilitator
    assert kota in administrator
    assert desa not in administrator
    assert "Tidak ada usulan yang menunggu Anda." in teks(situs.masuk(FASILITATOR_LAIN).get("/usulan/"))


def test_a_queue_is_narrowed_and_comes_fifty_at_a_time(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    satu = usulan(situs)
    dokumen = situs.dokumen(PEMILIK, "SK_KGB")
    kgb: dict[str, Any] = {"pegawai": satu.pegawai, "dibuat_oleh": satu.dibuat_oleh, "diajukan_pada": timezone.now()}
    kgb |= {"jenis": "kgb", "status": satu.status, "data": baku(actions.periksa_isian("kgb", CONTOH["kgb"][0]))}
    BuktiRiwayat.objects.create(riwayat=Riwayat.objects.create(**kgb), dokumen=dokumen)
    klien = situs.masuk(FASILITATOR)
    for saring, jumlah in (
        ("", 2),
        ("q=karangan", 0),
        (f"q={satu.pegawai.nip}", 2),
        ("jenis=kgb", 1),
        (f"jenis=golongan&unit={satu.pegawai.unit_id}", 1),
        ("unit=karangan&jenis=cltn", 2),  # what stands for nothing narrows nothing
    ):
        isi = teks(klien.get(f"/usulan/?{saring}"))
        assert (f"{jumlah} usulan menunggu Anda" if jumlah else "Tidak ada yang cocok") in isi, saring
    monkeypatch.setattr(views_petugas, "PER_HALAMAN", 1)
    awal, akhir = (klien.get(f"/usulan/?hal={n}") for n in (1, 2))
    assert all("2 usulan menunggu Anda" in teks(halaman) for halaman in (awal, akhir))
    assert f"/usulan/{satu.pk}/" in awal.content.decode() + akhir.content.decode()
    assert "Buka yang tertua" in teks(awal)
    assert "Buka yang tertua" not in teks(akhir)


def test_ones_own_proposal_is_on_ones_desk_never(situs: Situs):
    baris = usulan(situs, FASILITATOR)
    assert situs.orang(FASILITATOR).nama_lengkap not in teks(situs.masuk(FASILITATOR).get("/usulan/"))
    jawaban = situs.masuk(FASILITATOR).get(reverse("riwayat:periksa", args=[baris.pk]))
    assert jawaban.status_code == 403
    assert "Anda tidak dapat memverifikasi dokumen sendiri." in teks(jawaban)


@pytest.mark.parametrize(
    ("nama", "boleh"),
    [
        ("riwayat:periksa", {FASILITATOR: 200, FASILITATOR_LAIN: 404, ADMINISTRATOR: 403, PEMILIK: 403, TETANGGA: 404}),
        ("riwayat:putuskan", {ADMINISTRATOR: 200, STAF_ARSIP: 200, FASILITATOR: 403, PEMILIK: 403, TETANGGA: 404}),
    ],
)
def test_who_may_open_a_decision(situs: Situs, nama: str, boleh: dict[int, int]):
    jalur = reverse(nama, args=[usulan(situs).pk])
    assert {n: situs.masuk(n).get(jalur).status_code for n in boleh} == boleh


def test_a_row_is_vouched_for_only_when_its_paper_was_compared(situs: Situs):
    baris = usulan(situs)
    jawaban = putuskan(situs, FASILITATOR, "riwayat:periksa", baris, "verifikasi")
    assert jawaban.status_code == 422
    assert "SK CPNS belum terverifikasi." in teks(jawaban)
    Dokumen.objects.filter(bukti_riwayat__riwayat=baris).update(status=StatusDokumen.TERVERIFIKASI)
    assert putuskan(situs, FASILITATOR, "riwayat:periksa", baris, "verifikasi").headers["Location"] == "/usulan/"
    baris.refresh_from_db()
    assert (baris.status, baris.diverifikasi_oleh) == (StatusRiwayat.DIVERIFIKASI, situs.akun(FASILITATOR))


def test_validating_makes_the_row_a_fact_and_tells_its_owner(situs: Situs):
    baris = usulan(situs, verifikasi=True)
    assert putuskan(situs, ADMINISTRATOR, "riwayat:putuskan", baris, "validasi").headers["Location"] == "/validasi/"
    baris.refresh_from_db()
    assert (baris.status, baris.divalidasi_oleh) == (StatusRiwayat.TERVALIDASI, situs.akun(ADMINISTRATOR))
    assert "tervalidasi" in Kabar.objects.get(pengguna=situs.akun(PEMILIK)).teks
    assert Jejak.objects.filter(aksi="riwayat.divalidasi", objek=f"riwayat:{baris.pk}").count() == 1


@pytest.mark.parametrize(("tindakan", "status"), [("kembalikan", "draf"), ("tolak", "ditolak")])
def test_returning_and_refusing_need_a_sentence_that_the_owner_reads(situs: Situs, tindakan: str, status: str):
    baris = usulan(situs, verifikasi=True)
    tanpa = putuskan(situs, ADMINISTRATOR, "riwayat:putuskan", baris, tindakan, catatan=" ")
    assert tanpa.status_code == 422
    putuskan(situs, ADMINISTRATOR, "riwayat:putuskan", baris, tindakan, catatan="Nomor SK keliru.")
    baris.refresh_from_db()
    assert (baris.status, baris.catatan) == (status, "Nomor SK keliru.")
    milik = teks(situs.masuk(PEMILIK).get(reverse("riwayat:usulan", args=[baris.pk])))
    assert "Nomor SK keliru." in milik


def test_a_note_typed_beside_a_refused_decision_is_not_lost(situs: Situs):
    baris = usulan(situs)
    jawaban = putuskan(situs, FASILITATOR, "riwayat:periksa", baris, "verifikasi", catatan="sudah saya cek")
    assert "sudah saya cek" in jawaban.content.decode()


def test_a_decision_about_an_older_revision_is_refused(situs: Situs):
    baris = usulan(situs, verifikasi=True)
    klien, jalur = situs.masuk(ADMINISTRATOR), reverse("riwayat:putuskan", args=[baris.pk])
    lama = tersembunyi(klien.get(jalur))
    Riwayat.objects.filter(pk=baris.pk).update(revisi=7)
    jawaban = klien.post(jalur, {**lama, "tindakan": "validasi"})
    assert jawaban.status_code == 409
    baris.refresh_from_db()
    assert baris.status == StatusRiwayat.DIVERIFIKASI


def test_deciding_twice_decides_once(situs: Situs):
    baris = usulan(situs, verifikasi=True)
    klien, jalur = situs.masuk(ADMINISTRATOR), reverse("riwayat:putuskan", args=[baris.pk])
    isi = {**tersembunyi(klien.get(jalur)), "tindakan": "validasi"}
    assert [klien.post(jalur, isi).status_code for _ in range(2)] == [302, 409]
    assert "Usulan ini sudah diputuskan." in teks(klien.get(jalur))


def test_looking_at_the_proof_leaves_a_trace(situs: Situs):
    baris = usulan(situs)
    situs.masuk(FASILITATOR).get(reverse("riwayat:periksa", args=[baris.pk]))
    assert AksesBaca.objects.get().pengguna == situs.akun(FASILITATOR)


def test_the_count_in_the_navigation_is_live_work_only(situs: Situs):
    def lencana() -> str:
        return teks(situs.masuk(FASILITATOR).get("/usulan/")).split("Cari", 1)[0]

    assert "Usulan 1" not in lencana()
    usulan(situs)
    assert "Usulan 1" in lencana()
