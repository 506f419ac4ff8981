"""What is decided about a difference, by whom, and what follows from it (POSO 1 no. 14, BABEL 9(3)a)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docservice.akun.models import Kabar
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi import actions
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.riwayat import actions as riwayat
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, Situs, teks
from tests.docservice.rekonsiliasi.alat import ADMINISTRATOR_LAIN, KINANTI, beda, ekspor, nip, serahkan

_putuskan: Any = actions.putuskan


@pytest.mark.syarat("POSO-1-14")
def test_bkn_right_opens_the_ordinary_door_and_changes_nothing_validated(situs: Situs):
    orang = situs.orang(KINANTI)
    satu = serahkan(situs, ekspor(nip=orang.nip, **{"GOL AKHIR NAMA": "III/D", "NAMA": "KINANTI R. RUMAPEA"}))
    lama = Riwayat.objects.milik(orang).jenis("golongan").tervalidasi().get()
    pilihan = [beda(satu, orang.nip, bidang).pk for bidang in ("golongan", "nama")]
    saya, isi = situs.masuk(ADMINISTRATOR), {"beda": pilihan, "putusan": "bkn_benar", "alasan": "SK sudah dilihat."}
    assert saya.post(f"/rekonsiliasi/{satu.pk}/putuskan/", isi).status_code == 302
    golongan = Riwayat.objects.milik(orang).jenis("golongan").get(sumber="siasn")
    assert (golongan.status, golongan.data["golongan"]) == ("draf", "III/d")
    assert golongan.data["tmt_golongan"] == lama.data["tmt_golongan"], "the rest is what is validated"
    assert Riwayat.objects.milik(orang).jenis("golongan").tervalidasi().get().data == lama.data
    assert Pegawai.objects.get(pk=orang.pk).nama == "Kinanti Rumapea"
    nama = Riwayat.objects.milik(orang).get(jenis="perbaikan_data")
    assert nama.data["nama"] == "KINANTI R. RUMAPEA"
    assert beda(satu, orang.nip, "golongan").usulan == golongan
    kabar = Kabar.objects.filter(pengguna=orang.pengguna, kunci__startswith="riwayat:").values_list("teks", flat=True)
    assert any("Menurut data BKN per 1 Februari 2026 berbeda: Golongan." in satu for satu in kabar)
    with pytest.raises(SudahBerubah):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pilihan[0]], putusan="tunda", alasan="Ubah lagi."
        )


@pytest.mark.syarat("BABEL-9-3a")  # verified, validated, and at one with BKN afterwards
def test_the_owner_proves_it_and_two_officers_accept_it(situs: Situs):
    orang = situs.orang(PEMILIK)
    satu = serahkan(situs, ekspor(nip=orang.nip, NAMA="DAMAR PANULUHAN"))
    actions.putuskan(
        by=situs.akun(ADMINISTRATOR),
        rekonsiliasi=satu,
        beda=[beda(satu, orang.nip, "nama").pk],
        putusan="bkn_benar",
        alasan="Akta kelahiran.",
    )
    usulan = Riwayat.objects.milik(orang).get(jenis="perbaikan_data")
    akta = situs.dokumen(PEMILIK, "AKTA_LAHIR", status="terverifikasi")
    pemilik = situs.masuk(PEMILIK)
    assert "Diminta dari rekonsiliasi data BKN" in teks(pemilik.get(f"/riwayat/usulan/{usulan.pk}/"))
    alamat = f"/riwayat/usulan/{usulan.pk}/perbaiki/"
    assert akta.judul in teks(pemilik.get(alamat)), "first the evidence"
    formulir = pemilik.get(f"{alamat}?dokumen={akta.pk}")
    assert "DAMAR PANULUHAN" in formulir.content.decode()
    riwayat.ajukan(
        by=situs.akun(PEMILIK),
        pegawai=orang,
        jenis="perbaikan_data",
        data={**usulan.data, "nama": "Damar Panuluhan"},
        bukti=[akta],
        pernyataan=True,
        riwayat=usulan,
        revisi=usulan.revisi,
    )
    riwayat.verifikasi(by=situs.akun(FASILITATOR), riwayat=usulan)
    with pytest.raises(TidakBerwenang):  # who asked for it does not accept it
        riwayat.validasi(by=situs.akun(ADMINISTRATOR), riwayat=Riwayat.objects.get(pk=usulan.pk))
    riwayat.validasi(by=situs.akun(ADMINISTRATOR_LAIN), riwayat=Riwayat.objects.get(pk=usulan.pk))
    kini = situs.orang(PEMILIK)
    assert (kini.nama, kini.pengguna and kini.pengguna.nama) == ("Damar Panuluhan", "Damar Panuluhan")
    ulang = serahkan(situs, ekspor(nip=orang.nip, NAMA="DAMAR PANULUHAN"), kunci="ulang")
    assert not ulang.beda.filter(orang__nip=orang.nip, bidang="nama").exists()


def test_several_fields_of_one_kind_are_one_draft(situs: Situs):
    orang = situs.orang(KINANTI)
    satu = serahkan(situs, ekspor(nip=orang.nip, **{"GOL AKHIR NAMA": "III/D", "TMT GOLONGAN": "01-04-2025"}))
    for bidang in ("golongan", "tmt_golongan"):
        pk = beda(satu, orang.nip, bidang).pk
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pk], putusan="bkn_benar", alasan="Sesuai SK."
        )
    draf = Riwayat.objects.milik(orang).get(jenis="golongan", sumber="siasn")
    assert (draf.data["golongan"], draf.data["tmt_golongan"]) == ("III/d", "2025-04-01")


def putuskan(situs: Situs, satu: Rekonsiliasi, bidang: str, orang: int = KINANTI) -> Riwayat:
    pk = beda(satu, nip(situs, orang), bidang).pk
    actions.putuskan(
        by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[pk], putusan="bkn_benar", alasan="Sesuai SK."
    )
    usulan = beda(satu, nip(situs, orang), bidang).usulan
    assert usulan is not None
    return usulan


def test_a_wrong_row_is_to_be_replaced_a_missing_one_to_be_added(situs: Situs):
    satu = serahkan(situs, ekspor(nip=nip(situs, KINANTI), **{"GOL AKHIR NAMA": "III/D", "TMT GOLONGAN": "01-04-2025"}))
    lama = Riwayat.objects.milik(situs.orang(KINANTI)).jenis("golongan").tervalidasi().get()
    draf = putuskan(situs, satu, "golongan")
    assert (draf.menggantikan, draf.data["sk_nomor"]) == (lama, lama.data["sk_nomor"])
    draf = putuskan(situs, satu, "tmt_golongan")
    assert (draf.menggantikan, draf.alasan, draf.tmt) == (None, "", date(2025, 4, 1))
    assert draf.data["sk_nomor"] == "", "a later row rests on another decree"


def test_what_a_decree_of_ours_says_is_not_corrected_by_an_export(situs: Situs):
    Riwayat.objects.milik(situs.orang(KINANTI)).jenis("golongan").update(sumber="terbitan")
    satu = serahkan(situs, ekspor(nip=nip(situs, KINANTI), **{"GOL AKHIR NAMA": "III/D"}))
    with pytest.raises(SudahBerubah, match="lewat keputusan baru"):
        putuskan(situs, satu, "golongan")
    assert beda(satu, nip(situs, KINANTI), "golongan").status == "belum_diputuskan"
    assert not Riwayat.objects.filter(sumber="siasn").exists()


def test_equal_differences_are_decided_together_but_never_ones_own(situs: Situs):
    baris = [f"{pegawai.nip},{pegawai.nama},Papua" for pegawai in Pegawai.objects.filter(kedudukan_hukum__lt="51")]
    satu = serahkan(situs, "\n".join(["NIP BARU,NAMA,TEMPAT LAHIR NAMA", *baris]).encode())
    contoh = beda(satu, nip(situs, PEMILIK), "tempat_lahir")
    saya = situs.masuk(ADMINISTRATOR)
    isi = {"beda": [contoh.pk], "sama": "on", "putusan": "kami_benar", "alasan": "Akta kelahiran di arsip."}
    saya.post(f"/rekonsiliasi/{satu.pk}/putuskan/", isi)
    kota = satu.beda.filter(bidang="tempat_lahir", kita="Kota Contoh")
    assert set(kota.values_list("status", flat=True)) == {"kami_benar"}
    sendiri = beda(satu, nip(situs, ADMINISTRATOR), "tempat_lahir")
    with pytest.raises(TidakBerwenang, match="data sendiri"):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=[sendiri.pk], putusan="tunda", alasan="Nanti saja."
        )
    teluk = list(satu.beda.filter(bidang="tempat_lahir", kita=sendiri.kita).values_list("pk", flat=True))
    hasil = actions.putuskan(
        by=situs.akun(ADMINISTRATOR), rekonsiliasi=satu, beda=teluk, putusan="tunda", alasan="Menunggu akta."
    )
    assert (hasil.diputuskan, hasil.dilewati) == (len(teluk) - 1, 1)
    assert beda(satu, sendiri.orang.nip, "tempat_lahir").status == "belum_diputuskan"


def test_nobody_decides_on_their_family(situs: Situs):
    isi = {"pegawai": situs.orang(PEMILIK), "jenis": "pasangan", "dibuat_oleh": situs.akun(PEMILIK)}
    Riwayat.objects.create(**isi, data={"nip_pasangan": nip(situs, ADMINISTRATOR)}, status="diajukan")
    satu = serahkan(situs, ekspor(nip=nip(situs, PEMILIK), NAMA="LAIN"))
    with pytest.raises(TidakBerwenang, match="keluarga"):
        actions.putuskan(
            by=situs.akun(ADMINISTRATOR),
            rekonsiliasi=satu,
            beda=[beda(satu, nip(situs, PEMILIK), "nama").pk],
            putusan="kami_benar",
            alasan="Sesuai akta.",
        )


@pytest.mark.parametrize(
    ("isi", "bidang"),
    [
        ({"putusan": "mungkin", "alasan": "Karena itu."}, "putusan"),
        ({"putusan": "tunda", "alasan": "  "}, "alasan"),
        ({"putusan": "tunda", "alasan": "Karena itu.", "beda": []}, "beda"),
        ({"putusan": "tunda", "alasan": "Karena itu.", "beda": range(1, 300)}, "beda"),
    ],
)
def test_a_decision_needs_a_kind_a_reason_and_a_few_rows(situs: Situs, isi: dict[str, Any], bidang: str):
    satu = serahkan(situs, ekspor())
    pk = satu.beda.values_list("pk", flat=True)[:1]
    with pytest.raises(IsianSalah) as salah:
        _putuskan(**{"by": situs.akun(ADMINISTRATOR), "rekonsiliasi": satu, "beda": list(pk)} | isi)
    assert bidang in salah.value.isian
