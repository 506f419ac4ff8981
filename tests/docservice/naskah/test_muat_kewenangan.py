"""The office's own signers, initials and number pattern from a file: a decree can be drafted with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.naskah import actions
from docservice.naskah.models import JalurParaf, Kewenangan, PolaNomor
from docservice.umum.errors import BelumLengkap
from docservice.umum.waktu import tanggal_panjang
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import ADMINISTRATOR, KABID, KEPALA, PEMOHON, SEKDA, permohonan

pytestmark = pytest.mark.django_db
JENIS = "sk_kenaikan_pangkat"
JUDUL = (
    "macam;jenis_naskah;golongan_dari;golongan_sampai;pejabat;jabatan;bentuk;atas_nama;plt_plh;boleh_plt_plh"
    ";urutan;pola;klasifikasi;unit;lingkup;berlaku_dari;berlaku_sampai;keputusan_nomor;keputusan_tanggal"
)
KOLOM = JUDUL.split(";")
Muat = Callable[..., str]


def baris(macam: str, **isi: Any) -> str:
    umum = {
        "jenis_naskah": JENIS,
        "berlaku_dari": "5-1-2026",
        "keputusan_nomor": "821/7",
        "keputusan_tanggal": "5-1-2026",
    }
    semua = {"macam": macam, **umum, **isi}
    return ";".join(str(semua.get(kolom, "")) for kolom in KOLOM)


def wenang(kantor: KantorUji, nomor: int = SEKDA, **isi: Any) -> str:
    nama = {"jabatan": "SEKRETARIS DAERAH", "bentuk": "a.n.", "atas_nama": "GUBERNUR KEPULAUAN CONTOH"}
    golongan = {"golongan_dari": "III/a", "golongan_sampai": "III/d"}
    return baris("kewenangan", pejabat=f"'{kantor.nip[nomor]}", **{**golongan, **nama, **isi})


def paraf(kantor: KantorUji, urutan: int, nomor: int, **isi: Any) -> str:
    return baris("paraf", urutan=urutan, pejabat=kantor.nip[nomor], **isi)


def pola(**isi: Any) -> str:
    return baris("pola", **{"klasifikasi": "800.1.3.2", "unit": "BKPSDMD", "lingkup": "BKPSDMD", **isi})


def lengkap(kantor: KantorUji) -> tuple[str, ...]:
    return (wenang(kantor), paraf(kantor, 1, KABID), paraf(kantor, 2, KEPALA), pola())


def hitung() -> tuple[int, int, int]:
    return (Kewenangan.objects.count(), JalurParaf.objects.count(), PolaNomor.objects.count())


@pytest.fixture
def kantor(kantor_contoh: KantorUji) -> KantorUji:
    """The sample office before anybody told it who signs."""
    for model in (Kewenangan, JalurParaf, PolaNomor):
        model.objects.all().delete()
    return kantor_contoh


@pytest.fixture
def muat(kantor: KantorUji, tmp_path: Path, capsys: Any) -> Muat:
    def jalan(*isi: str, judul: str = JUDUL, oleh: int = ADMINISTRATOR, gagal: bool = False, **lain: Any) -> str:
        letak = tmp_path / "kewenangan.csv"
        letak.write_text("\n".join((judul, *isi)), encoding="utf-8")
        perintah = ("muat_kewenangan", str(letak))
        if gagal:
            ada = hitung(), Jejak.objects.count()
            with pytest.raises(SystemExit) as keluar:
                call_command(*perintah, oleh=kantor.nip[oleh], **lain)
            assert keluar.value.code == 1
            assert (hitung(), Jejak.objects.count()) == ada
        else:
            call_command(*perintah, oleh=kantor.nip[oleh], **lain)
        hasil = capsys.readouterr()
        return str(hasil.out + hasil.err)

    return jalan


def test_a_decree_is_drafted_with_what_the_file_says(kantor: KantorUji, muat: Muat) -> None:
    minta, oleh = permohonan(kantor), kantor.akun(ADMINISTRATOR)
    with pytest.raises(BelumLengkap, match="Tidak ada pejabat berwenang"):
        actions.susun(by=oleh, permohonan=minta)
    assert "4 baris baru, 0 sudah ada, 0 diakhiri." in muat(*lengkap(kantor))
    naskah = actions.susun(by=oleh, permohonan=minta)
    assert naskah.penanda_tangan == kantor.orang(SEKDA)
    assert naskah.data["penanda_tangan"]["atas_nama"] == "GUBERNUR KEPULAUAN CONTOH"
    assert naskah.data["nomor_draf"] == f"800.1.3.2/……/BKPSDMD/{timezone.localdate().year}"
    urutan = [satu.pejabat.nip for satu in naskah.paraf.order_by("urutan")]
    assert urutan == [kantor.nip[KABID], kantor.nip[KEPALA]]
    jejak = Jejak.objects.filter(aksi="wewenang.ditetapkan", pelaku=oleh.pk)
    assert jejak.count() == 4
    assert jejak.filter(objek=f"kewenangan:{Kewenangan.objects.get().pk}").get().rincian["keputusan"] == "821/7"


def test_the_guides_example_is_such_a_file(kantor: KantorUji, muat: Muat) -> None:
    panduan = (settings.BASE_DIR / "docs" / "panduan" / "operator.md").read_text(encoding="utf-8")
    contoh = next(satu for satu in panduan.split("```") if satu.strip().startswith("macam;"))
    judul, *isi = contoh.strip().splitlines()
    assert "3 baris baru" in muat(*isi, judul=judul)
    assert actions.susun(by=kantor.akun(ADMINISTRATOR), permohonan=permohonan(kantor)).paraf.count() == 1


def test_twice_is_once(kantor: KantorUji, muat: Muat) -> None:
    muat(*lengkap(kantor))
    ada = hitung(), Jejak.objects.count()
    assert "0 baris baru, 4 sudah ada" in muat(*lengkap(kantor))
    assert "0 baris baru, 4 sudah ada, 0 diakhiri" in muat(*lengkap(kantor), akhiri=True)
    assert (hitung(), Jejak.objects.count()) == ada


def test_another_golongan_table_or_period_is_no_overlap(kantor: KantorUji, muat: Muat) -> None:
    muat(*lengkap(kantor))
    lain = (
        wenang(kantor, golongan_dari="IV/a", golongan_sampai="IV/b"),
        wenang(kantor, golongan_dari="I", golongan_sampai="XVII"),
        wenang(kantor, berlaku_dari="1-1-2025", berlaku_sampai="4-1-2026"),
        paraf(kantor, 3, SEKDA),
        pola(jenis_naskah="sk_kgb_pppk"),
    )
    assert "5 baris baru" in muat(*lain)


def test_what_overlaps_is_refused(kantor: KantorUji, muat: Muat) -> None:
    muat(*lengkap(kantor))
    baru = {"keputusan_nomor": "821/8", "berlaku_dari": "1-10-2026"}
    kata = muat(
        wenang(kantor, KEPALA, golongan_dari="II/a", golongan_sampai="III/a", **baru),
        paraf(kantor, 2, KABID, **baru),
        pola(unit="BKD", **baru),
        gagal=True,
    )
    for nomor in (2, 3, 4):
        assert f"baris {nomor}: Bertumpang tindih dengan “" in kata
    assert "sejak 5 Januari 2026. Pakai --akhiri bila baris ini menggantikannya." in kata
    assert "3 baris salah. Tidak ada yang disimpan." in kata


def test_the_older_row_ends_the_day_before(kantor: KantorUji, muat: Muat) -> None:
    muat(*lengkap(kantor))
    besok = timezone.localdate() + timedelta(days=1)
    kata = muat(wenang(kantor, KEPALA, berlaku_dari=besok.isoformat(), keputusan_nomor="821/8"), akhiri=True)
    assert "1 baris baru, 0 sudah ada, 1 diakhiri." in kata
    assert f"berakhir {tanggal_panjang(timezone.localdate())}" in kata
    lama, baru = Kewenangan.objects.order_by("berlaku_dari")
    assert (lama.berlaku_sampai, baru.berlaku_sampai) == (timezone.localdate(), None)
    assert Kewenangan.objects.untuk(JENIS, "III/b", timezone.localdate()) == lama
    assert Kewenangan.objects.untuk(JENIS, "III/b", besok) == baru
    assert Jejak.objects.filter(aksi="wewenang.diakhiri", objek=f"kewenangan:{lama.pk}").count() == 1


def test_days_gone_by_keep_their_signer(kantor: KantorUji, muat: Muat) -> None:
    muat(*lengkap(kantor))
    kemarin = (timezone.localdate() - timedelta(days=1)).isoformat()
    kata = muat(wenang(kantor, KEPALA, berlaku_dari=kemarin), akhiri=True, gagal=True)
    assert "baris 2: Tidak dapat menggantikan" in kata
    assert Kewenangan.objects.get().berlaku_sampai is None


def test_two_lines_of_one_file_for_the_same(kantor: KantorUji, muat: Muat) -> None:
    kata = muat(pola(), pola(unit="BKD"), akhiri=True, gagal=True)
    assert "baris 3: Bertumpang tindih dengan baris lain di berkas ini" in kata


def test_every_wrong_line_is_named_and_nothing_is_written(kantor: KantorUji, muat: Muat) -> None:
    salah = {
        baris("cap"): "macam: “cap” tidak dikenal. Yang ada: kewenangan, paraf, pola.",
        pola(jenis_naskah="sk_karangan"): "jenis_naskah: Jenis naskah “sk_karangan” tidak ada.",
        paraf(kantor, 1, KABID).replace(
            kantor.nip[KABID], "199001012020011001"
        ): "Pegawai ber-NIP “199001012020011001”",
        wenang(kantor, ADMINISTRATOR): "Anda tidak dapat menunjuk diri Anda sendiri.",
        wenang(kantor, golongan_dari="III/d", golongan_sampai="III/a"): "golongan_sampai: Golongan tidak berurutan",
        wenang(kantor, golongan_dari="I", golongan_sampai="III/a"): "golongan_sampai: Golongan tidak berurutan",
        wenang(kantor, bentuk="atas nama"): "bentuk: “atas nama” tidak dikenal. Yang ada: langsung, a.n., u.b.",
        wenang(kantor, atas_nama=""): "atas_nama: Tanda tangan a.n. perlu jabatan",
        wenang(kantor, bentuk=""): "atas_nama: Tanda tangan langsung",
        wenang(kantor, urutan="1"): "urutan: Tidak dipakai di baris kewenangan. Kosongkan.",
        paraf(kantor, 0, KABID): "urutan: ",
        pola(pola="{klasifikasi}/{tahun}"): "pola: Pola nomor harus memuat {urut}.",
        pola(pola="{urut"): "pola: Kurung kurawal di pola nomor tidak berpasangan.",
        pola(unit="BKP/SDMD"): "pola: Bagian nomor tidak sesuai bentuknya",
        pola(berlaku_sampai="1-1-2026"): "berlaku_sampai: Berakhir sebelum mulai berlaku.",
        pola(berlaku_dari="31-2-2026"): "berlaku_dari: Tanggal tidak dikenal.",
        pola(keputusan_tanggal="1-1-2900"): "keputusan_tanggal: Keputusan ini belum ada",
        pola(keputusan_nomor=""): "keputusan_nomor: ",
        pola() + ";lebih": "Banyaknya kolom di baris ini berbeda",
    }
    kata = muat(*lengkap(kantor), *salah, gagal=True)
    for nomor, sebab in enumerate(salah.values(), 6):
        assert f"baris {nomor}: {sebab}" in kata or f"baris {nomor}: pejabat: {sebab}" in kata
    assert f"{len(salah)} baris salah. Tidak ada yang disimpan." in kata
    assert hitung() == (0, 0, 0)


@pytest.mark.parametrize("oleh", [SEKDA, KEPALA, PEMOHON])
def test_only_an_administrator(kantor: KantorUji, muat: Muat, oleh: int) -> None:
    with pytest.raises(CommandError, match="diatur oleh administrator"):
        muat(*lengkap(kantor), oleh=oleh)
    assert hitung() == (0, 0, 0)
