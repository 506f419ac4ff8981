"""Each of the 21 services ends with its naskah: drafted from validated rows and what the request brought."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions, render
from docservice.naskah.isi import JENIS, jenis_untuk, siap_terbit
from docservice.naskah.isi.hasil import Hasil
from docservice.naskah.isi.layanan import HASIL
from docservice.naskah.models import JalurParaf, Kewenangan, Naskah, PolaNomor
from docservice.pegawai.models import Daerah, Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah
from templates_sk import GOLONGAN_PPPK, gaji_pokok, kind
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory
from tests.docservice.naskah.alat import ADMINISTRATOR, KABID, KEPALA, PEMOHON, tanda_tangani

pytestmark = pytest.mark.django_db
KEPUTUSAN: dict[str, Any] = {
    "berlaku_dari": date(2020, 1, 1),
    "keputusan_nomor": "800/1",
    "keputusan_tanggal": date(2020, 1, 1),
}
BERKAS = ("SK_CPNS", "SEHAT", "STTPL", "PAK")


def aturan(kantor: KantorUji, jenis: str) -> None:
    """Authority and number pattern of a kind."""
    for dari, sampai in (("I/a", "IV/e"), (GOLONGAN_PPPK[0], GOLONGAN_PPPK[-1])):
        Kewenangan.objects.create(
            jenis_naskah=jenis,
            golongan_dari=dari,
            golongan_sampai=sampai,
            pejabat=kantor.orang(KEPALA),
            jabatan="KEPALA BADAN KEPEGAWAIAN",
            **KEPUTUSAN,
        )
    PolaNomor.objects.create(jenis_naskah=jenis, klasifikasi="800.1", unit="BKPSDMD", lingkup="UJI", **KEPUTUSAN)


def baris(kantor: KantorUji, jenis: str, tmt: str, **data: Any) -> Riwayat:
    """A validated row of the applicant."""
    return Riwayat.objects.create(
        pegawai=kantor.orang(PEMOHON),
        jenis=jenis,
        tmt=date.fromisoformat(tmt),
        data=data,
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=kantor.akun(ADMINISTRATOR),
        divalidasi_oleh=kantor.akun(ADMINISTRATOR),
        divalidasi_pada="2026-01-05T00:00:00Z",
    )


def riwayat(kantor: KantorUji, contoh: dict[str, Any]) -> None:
    """All a naskah may want to know; the golongan is the sample's, so that its pay fits."""
    orang = kantor.orang(PEMOHON)
    golongan = contoh.get("golongan", "III/a")
    sk = {"sk_nomor": "823/0012/BKPSDM/2022", "sk_tanggal": "2022-01-20", "pejabat_penetap": "Gubernur"}
    if golongan in GOLONGAN_PPPK:
        Pegawai.objects.filter(pk=orang.pk).update(jenis_asn=Pegawai.JenisAsn.PPPK)
        mulai = {"mulai": "2024-10-01", "selesai": "2029-09-30", "nomor": "800.1.2.5/2041/2024"}
        baris(kantor, "kontrak_pppk", "2024-10-01", golongan=golongan, jabatan=orang.jabatan, **mulai)
    else:
        mk = {"mk_golongan_tahun": 4, "mk_golongan_bulan": 0, "golongan": golongan}
        baris(kantor, "golongan", "2024-01-01", tmt_golongan="2024-01-01", **mk, **sk)
    nikah = {"tgl_nikah": "2017-06-18", "no_akta_nikah": "0411/028/VI/2017", "tgl_lahir": "1990-04-02", "urutan": 1}
    baris(kantor, "pasangan", "2017-06-18", nama="Bayu Kertanegara", tempat_lahir="Bukit Asri", **nikah)
    baris(kantor, "data_utama", "2024-01-01", alamat="Jalan Kenanga Nomor 5", agama="1")
    Pegawai.objects.filter(pk=orang.pk).update(tmt_cpns=date(2005, 1, 1))
    for kode in BERKAS:
        isi = {"status": "terverifikasi", "nomor": f"{kode}/1/2024", "tanggal": date(2024, 5, 20)}
        DokumenFactory.create(pegawai=orang, jenis=JenisDokumen.objects.get(pk=kode), **isi)


def permohonan(kantor: KantorUji, hasil: Hasil, **minta: Any) -> Permohonan:
    """Approved; it asks for what the sample of the kind has, and tries to name somebody else."""
    aturan(kantor, hasil.jenis)
    riwayat(kantor, contoh := kind(hasil.jenis).sample)
    data = {**contoh, "nama": "Orang Lain", "nip": "199001012020121001", "naskah": hasil.jenis, **minta}
    return Permohonan.objects.create(
        layanan=Layanan.objects.get(pk=hasil.layanan),
        nomor=f"UJI-2026-{hasil.layanan}",
        varian="",
        pegawai=kantor.orang(PEMOHON),
        status=StatusPermohonan.DRAF_NASKAH,
        data=data,
        pertek_nomor="PG-1",
        pertek_tanggal=date(2026, 1, 8),
        dibuat_oleh=kantor.akun(PEMOHON),
    )


def susun(kantor: KantorUji, hasil: Hasil, **minta: Any) -> Naskah:
    satu = permohonan(kantor, hasil, **minta)
    return actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu)


@pytest.mark.parametrize("hasil", HASIL, ids=lambda h: f"{h.layanan}-{h.jenis}")
def test_an_approved_request_gives_its_naskah(kantor: KantorUji, hasil: Hasil):
    naskah = susun(kantor, hasil)
    orang, data = kantor.orang(PEMOHON), naskah.data
    assert naskah.jenis == hasil.jenis
    assert "Orang Lain" not in str(data.get("nama", ""))
    assert data.get("nip", orang.nip) == orang.nip
    assert data["penanda_tangan"]["jabatan"] == "KEPALA BADAN KEPEGAWAIAN"
    assert render.draf(naskah).startswith(b"%PDF")
    siap_terbit(naskah)
    assert JenisDokumen.objects.filter(pk=JENIS[naskah.jenis].DOKUMEN).exists()
    assert JENIS[naskah.jenis].ringkas(naskah)
    paling = Dokumen._meta.get_field("minor").max_length
    assert paling
    assert 0 < len(JENIS[naskah.jenis].minor(naskah)) <= paling


def test_every_service_of_the_regulation_has_one():
    assert {satu.layanan for satu in HASIL} | {"l"} == set("abcdefghijklmnopqrstu")


def _hasil(jenis: str) -> Hasil:
    return next(satu for satu in HASIL if satu.jenis == jenis)


def test_the_pay_rise_is_computed_not_asked(kantor: KantorUji):
    naskah = susun(kantor, _hasil("surat_kgb"), gaji_baru=1)
    data = naskah.data
    assert (data["tmt_kgb"], data["mkg_baru"], data["kgb_berikutnya"]) == (
        "2026-01-01",
        {"tahun": 6, "bulan": 0},
        "2028-01-01",
    )
    assert (data["gaji_lama"], data["gaji_baru"]) == (3_220_000, 3_321_400)
    assert data["sk_dasar"]["nomor"] == "823/0012/BKPSDM/2022"


def test_the_letter_is_issued_and_its_row_stands(kantor: KantorUji):
    """The whole way: initials, signature, document in the archive, row of riwayat, request done."""
    JalurParaf.objects.create(jenis_naskah="surat_kgb", urutan=1, pejabat=kantor.orang(KABID), **KEPUTUSAN)
    naskah = susun(kantor, _hasil("surat_kgb"))
    naskah = actions.kirim_paraf(by=kantor.akun(ADMINISTRATOR), naskah=naskah)
    naskah = actions.paraf(by=kantor.akun(KABID), naskah=naskah, sha256=naskah.draf_sha256)
    (upaya,) = tanda_tangani(kantor, naskah, oleh=KEPALA)
    assert upaya.status == "signed", upaya.pesan
    terbit = Naskah.objects.select_related("dokumen", "permohonan").get(pk=naskah.pk)
    assert terbit.dokumen is not None
    assert (terbit.dokumen.jenis_id, terbit.dokumen.minor) == ("SK_KGB", "2026-01-01")
    assert terbit.asal.status == StatusPermohonan.SELESAI
    kgb = Riwayat.objects.milik(kantor.orang(PEMOHON)).jenis("kgb").tervalidasi().get()
    assert (kgb.data["gaji_baru"], kgb.tmt, kgb.sumber) == (3_321_400, date(2026, 1, 1), Riwayat.Sumber.TERBITAN)


def test_a_pppk_gets_a_decree_instead_of_a_letter(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("sk_kgb_pppk"), naskah="")
    satu.pegawai.refresh_from_db()
    assert jenis_untuk(satu) == "sk_kgb_pppk"


def test_what_was_validated_is_locked_and_what_was_asked_may_change(kantor: KantorUji):
    naskah = susun(kantor, _hasil("surat_cuti_tahunan"))
    by = kantor.akun(ADMINISTRATOR)
    baru = actions.ubah(by=by, naskah=naskah, perubahan={"alasan": "ibadah", "nama": "X", "nip": "1", "kop": {}})
    assert baru.data == {**naskah.data, "alasan": "ibadah"}


def test_what_the_request_lacks_is_named_field_by_field(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("surat_cuti_tahunan"))
    del satu.data["mulai"], satu.data["hari_kerja"]
    satu.save()
    with pytest.raises(IsianSalah) as salah:
        actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu)
    assert set(salah.value.isian) == {"mulai", "hari_kerja"}
    assert not Naskah.objects.filter(permohonan=satu).exists()


@pytest.mark.parametrize(
    ("jenis", "hilang", "kata"),
    [
        ("surat_cuti_tahunan", "golongan", "Riwayat golongan"),
        ("surat_kgb", "golongan", "Riwayat golongan"),
        ("usul_karis_karsu", "pasangan", "tervalidasi belum ada"),
    ],
)
def test_what_nobody_validated_is_asked_for(kantor: KantorUji, jenis: str, hilang: str, kata: str):
    satu = permohonan(kantor, _hasil(jenis))
    Riwayat.objects.filter(pegawai=satu.pegawai, jenis=hilang).update(status=StatusRiwayat.DRAF)
    with pytest.raises(BelumLengkap, match=kata):
        actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu)


def test_a_missing_paper_is_named(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("sk_pengangkatan_pns"))
    satu.pegawai.dokumen.filter(jenis_id="STTPL").update(nomor="")
    with pytest.raises(BelumLengkap, match="STTPL"):
        actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu)


def test_a_service_gives_only_its_own_naskah(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("surat_cuti_tahunan"), naskah="sk_hukuman_disiplin")
    with pytest.raises(BelumLengkap, match="tidak menerbitkan"):
        jenis_untuk(satu)


def test_a_row_that_could_not_be_written_stops_before_the_initials(kantor: KantorUji):
    naskah = susun(kantor, _hasil("surat_kgb"))
    naskah.data["tmt_kgb"] = "2026-01-02"
    with pytest.raises(IsianSalah):
        siap_terbit(naskah)


def test_a_decree_of_an_offices_chief_stands_under_that_offices_letterhead(kantor: KantorUji):
    data = susun(kantor, _hasil("sk_hukuman_disiplin")).data
    assert data["kepala"] == "KEPALA BADAN KEPEGAWAIAN"
    assert data["kop"]["instansi"] == kantor.orang(KEPALA).unit.nama.upper()


def test_a_decree_signed_for_the_head_of_region_stays_the_heads(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("sk_hukuman_disiplin"))
    Kewenangan.objects.update(bentuk=Kewenangan.Bentuk.ATAS_NAMA, atas_nama="GUBERNUR")
    data = actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu).data
    assert data["kepala"] == Daerah.ini().jabatan_kepala
    assert data["kop"] is None


@pytest.mark.parametrize("jenis", ["sk_santunan_korpri", "kuitansi_santunan"])
def test_a_grant_comes_from_korpri_and_not_from_the_region(kantor: KantorUji, jenis: str):
    assert susun(kantor, _hasil(jenis)).data["kop"]["pemerintah"] == "KORPS PEGAWAI REPUBLIK INDONESIA"


def test_a_rise_counted_from_a_decree_older_than_our_tables_converts_the_old_pay(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("surat_kgb"))
    Riwayat.objects.filter(jenis="golongan").update(tmt=date(2023, 1, 1))
    for baris_ in Riwayat.objects.filter(jenis="golongan"):
        Riwayat.objects.filter(pk=baris_.pk).update(data=baris_.data | {"tmt_golongan": "2023-01-01"})
    data = actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu).data
    assert data["tmt_kgb"] == "2025-01-01"
    assert data["gaji_lama"] == gaji_pokok(data["golongan"], 4, on=date(2025, 1, 1))


def test_a_rise_that_no_table_of_ours_pays_is_refused_in_a_sentence(kantor: KantorUji):
    satu = permohonan(kantor, _hasil("surat_kgb"))
    for baris_ in Riwayat.objects.filter(jenis="golongan"):
        Riwayat.objects.filter(pk=baris_.pk).update(data=baris_.data | {"tmt_golongan": "2020-01-01"})
    with pytest.raises(BelumLengkap, match="1 Januari 2022 tidak tersedia"):
        actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=satu)
