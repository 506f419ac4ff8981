"""Every form of every page, with what nobody should send: it is refused in plain words, and nothing is written.

The pages come from the table of access, which knows every address. What each asks for is seen while it asks: no list of
fields is kept here, only, by name, what a field would accept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import messages
from django.db import connection
from django.http import QueryDict
from django.http.cookie import SimpleCookie
from django.test import Client
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.naskah.models import DasarHukum
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.benda import buat_dokumen
from tests.docservice.api.conftest import Kantor, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.api.matriks import peramban, sebagai, tanpa_akibat
from tests.docservice.api.test_matriks_halaman import TABEL, alamat
from tests.docservice.factories import PenugasanFactory

URUT = ("anon", "adm", "fas", "milik", "kpd", "ttd", "paraf", "kep", "fas2")
"""Whoever of these comes first where a page is open."""
TUJUAN = {
    "rahasia/catat/": [("adm", "rahasia/catat/?pegawai={nip}&jenis=hukdis")],
    "arsip-saya/tidak-dimiliki/": [("milik", "arsip-saya/tidak-dimiliki/?jenis=SK_PNS")],
    "cari/daftar/baru/": [("fas", "cari/daftar/baru/?q=karpeg")],
    "cari/simpan/": [("adm", "cari/simpan/?q=karpeg")],
    "unit/{unit}/ubah/{cara}/": [("adm", f"unit/{{unit}}/ubah/{cara}/") for cara in ("nama", "induk", "tutup", "kop")],
    "permohonan/{permohonan}/{tindakan}/": [
        *(("fas", f"permohonan/{{permohonan}}/{satu}/") for satu in ("btl", "tms", "tolak", "pesan")),
        ("milik", "permohonan/{permohonan}/keberatan/"),
        ("adm", "permohonan/{permohonan}/pertek/"),
        ("adm", "permohonan/{permohonan}/jawab/"),
    ],
}
"""Where the address alone is not enough, or leads to several forms."""
TANPA_SIAPA = {
    "masuk/ulang/kode/",
    "masuk/ulang/kunci-sandi/",
    "masuk/sso/{karangan}/",
    "masuk/sso/{karangan}/kembali/",
    "keluar/",
    "akun/aplikasi/lepas/",
    "akun/kunci-sandi/{nol}/nama/",
    "akun/kunci-sandi/{nol}/hapus/",
    "akun/sesi/{nol}/akhiri/",
}
"""Signing in by a second factor or another house, and what one has to have first: tests/docservice/akun."""

PANJANG = "x" * 10_000
HARI = ("0000-00-00", "2026-02-31", "9999-12-31", "kemarin", "a\x00b")
ANGKA = ("-1", "9" * 30, "satu", "999999", "a\x00b")
TEKS = (PANJANG, "a\x00b")
BAIK: dict[str, str] = {
    "alasan": "Keliru dicatat.",
    "tindakan": "kembalikan",
    "basis": "asli",
    "putusan": "tetap",
    "setuju": "on",
    "pernyataan": "on",
    "tema": "gelap",
    "surel": "uji@contoh.example",
    "email": "uji@contoh.example",
    "surel_kabar": "harian",
    "cakupan": "baca",
    "hari": "30",
    "jenis": "usul",
    "bentuk": "csv",
    "kode": "lain",
    "keperluan": "Melamar tugas belajar.",
    "daftar": "2026-01-02 Uji",
    "kelas": "terbatas",
    "kelompok": "Lain-lain",
    "peringkat": "PERDA",
    "nomor": "2",
    "tahun": "2026",
    "cara": "dicabut",
    "hasil": "terbukti",
    "mampu_komputer": "on",
    "paham_kepegawaian": "on",
    "pertek_tanggal": "2026-01-10",
    "siasn_id": "A5EB03E2401DF6A0",
    "peran": "kepala_pd",
    "versi": "0",
    "revisi": "1",
    "detik": "5",
    "dilihat": "1",
    "diperiksa": "1",
    "urutan": "1",
    "nomor_urut": "1",
}
"""By its name, what a field takes."""
BAIK_DI: dict[str, dict[str, str]] = {
    "pegawai/{nip}/pindah/": {"unit": "{unit_lain}"},
    "pegawai/{nip}/akun/": {"keadaan": "aktif"},
    "penerimaan/": {
        **{"nip": "199203042019032801", "jenis_asn": "PNS", "jenis_jabatan": "2", "tingkat_pendidikan": "40"},
        **{"unit_kerja": "{unit}", "kedudukan_hukum": "01", "jenis_kelamin": "P", "tanggal_lahir": "1992-03-04"},
        "tmt_cpns": "2019-03-01",
    },
    "daerah/": {"singkatan_bkpsdm": "UJI"},
    "arsip-saya/tidak-dimiliki/": {"perkiraan_tahun": "2019"},
    "aturan/hari-libur/": {"daftar": "2 Januari 2026; Uji"},
    "aturan/jenis-dokumen/": {"kode": "UJI_BARU", "kelas": "T", "berlaku_dari": "{hari_ini}"},
    "naskah/wewenang/{macam}/baru/": {
        **{"jenis_naskah": "sk_pensiun", "golongan_dari": "I/a", "golongan_sampai": "III/d", "bentuk": "a.n."},
        **{"plt_plh": "Plt.", "boleh_plt_plh": "ya", "gantikan": "", "pejabat": "{nip}"},
    },
    "naskah/wewenang/{macam}/{kewenangan}/akhiri/": {"sampai": "{hari_ini}"},
    "naskah/dasar-hukum/": {"kunci": "PERDA3-2026", "peringkat": "{perda}"},
    "cek/laporan/": {"uraian": "Kop suratnya lain dari biasanya."},
    "pengelola/usul/": {"pegawai": "{rekan}"},
    "pengelola/{pengangkatan}/": {"tindakan": "tolak"},
    "peran/beri/": {"berkas": "{sk}", "peran": "kepala_pd", "sampai": "2027-01-10"},
    "peran/{tugas}/bekukan/": {"pengganti": "{pengganti}"},
    "cari/daftar/{daftar}/": {"putusan": "setuju"},
    "pemutakhiran/": {"riwayat": "golongan"},
    "riwayat/usulan/{riwayat}/klarifikasi/": {"dari": ""},
}
"""By its address, what a field takes there and nowhere else."""
BERHENTI = 75
"""Forms of which the sample person stops at their own refusal (nothing to lock, not signed yet): odd values in them are
looked at all the same, but only a form that would have been taken shows that it was the odd value that stopped it."""
TANGGAL = ("tanggal", "tmt", "sejak", "berlaku", "dari", "sampai", "mulai", "tenggat", "batas", "terakhir")


def baik(nama: str, dunia: Dunia, pola: str = "") -> str:
    if khusus := BAIK_DI.get(pola.split("?")[0], {}).get(nama):
        return khusus.format(**_nilai(dunia)) if "{" in khusus else khusus
    orang = {"pegawai": dunia.pemilik.nip, "nip": dunia.pemilik.nip}
    lain = {"unit": str(dunia.unit.pk), "induk": str(dunia.tugas.unit_id), "penerus": str(dunia.tugas.unit_id)}
    lain |= {"berkas": str(dunia.bukti.pk), "keputusan": str(dunia.pencabutan.keputusan_id), "beda": "1", "pilih": "1"}
    lain |= {"sha256": dunia.dokumen.versi_terkini.sha256, "dokumen": "KARPEG", "naskah": str(dunia.siap.pk)}
    if hari(nama):
        return "2027-01-04" if "tenggat" in nama or "batas" in nama else "2026-01-10"
    return {**BAIK, **orang, **lain}.get(nama.rpartition("-")[2], "Uji")


def _nilai(dunia: Dunia) -> dict[str, Any]:
    """What the sample world calls the things that ``BAIK_DI`` names."""
    sk = Dokumen.objects.filter(jenis="SK_PENGELOLA").first()
    return {
        "unit": dunia.unit.pk,
        "unit_lain": dunia.tugas.unit_id,
        "hari_ini": timezone.localdate().isoformat(),
        "nip": dunia.kewenangan.pejabat.nip,
        "rekan": Pegawai.objects.get(pengguna__nama="Rekan Uji").nip,
        "sk": sk.pk if sk else 0,
        "pengganti": Pengguna.objects.get(nama="Pejabat Uji").pk,
        "perda": DasarHukum.Peringkat.values[-1],
    }


def hari(nama: str) -> bool:
    return any(kata in re.split("[_-]", nama) for kata in TANGGAL)


SAKELAR = frozenset({"mampu_komputer", "paham_kepegawaian", "wajib", "per_tahun", "aktif", "gantikan", "setuju"})
"""Boxes: whatever is sent for one that is ticked says that it is ticked."""
TAK_DIBACA = {("aturan/jenis-dokumen/", "versi")}
"""Of a kind that is only being made there is no earlier version to be stale against."""


def aneh(nama: str, nilai: str) -> tuple[str, ...]:
    if nama in SAKELAR:
        return ()
    if hari(nama):
        return HARI
    return (PANJANG, *ANGKA) if nilai.isascii() and nilai.isdigit() and len(nilai) < 18 else TEKS


class Pencatat:
    """Which fields of its form a page asked for."""

    def __init__(self, tambal: pytest.MonkeyPatch) -> None:
        self.dibaca: list[tuple[int, str]] = []
        for nama in ("get", "getlist", "__getitem__", "__contains__"):
            tambal.setattr(QueryDict, nama, self._catat(getattr(QueryDict, nama)), raising=False)

    def _catat(self, asli: Any) -> Any:
        def cara(isi: QueryDict, kunci: Any, *lain: Any, **bernama: Any) -> Any:
            self.dibaca.append((id(isi), kunci))
            return asli(isi, kunci, *lain, **bernama)

        return cara

    def dari(self, jawaban: Any) -> list[str]:
        """Of this answer; what was asked for before it is forgotten."""
        formulir = id(jawaban.wsgi_request.POST)
        nama = dict.fromkeys(kunci for isi, kunci in self.dibaca if isi == formulir and isinstance(kunci, str))
        self.dibaca.clear()
        return [satu for satu in nama if satu not in ("next", "csrfmiddlewaretoken", "kembali")]


class Tulisan:
    """Tables that were written to; what was rolled back was not.

    That somebody looked is noted, and pages are held for a while by whoever looks at them: neither is writing.
    """

    ABAIKAN = frozenset({"django_session", "usersessions_usersession", "dokumen_aksesbaca", "verifikasi_pegang"})
    POLA = re.compile(r"(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM) \"?(\w+)")
    TITIK = re.compile(r"(ROLLBACK TO )?SAVEPOINT \"?(\w+)")

    def __init__(self) -> None:
        self.semua: list[str] = []
        self.titik: dict[str, int] = {}

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if titik := self.TITIK.match(sql):
            if titik[1]:
                del self.semua[self.titik[titik[2]] :]
            else:
                self.titik[titik[2]] = len(self.semua)
        elif tulis := self.POLA.match(sql):
            self.semua.append(tulis[1])
        return execute(sql, params, many, context)

    @property
    def tabel(self) -> set[str]:
        return {satu for satu in self.semua if not satu.startswith("audit_")} - self.ABAIKAN


class Pengirim:
    """One person at one form; whatever it does is taken back."""

    def __init__(self, klien: Client, tujuan: str) -> None:
        self.klien, self.tujuan, self.kuki = klien, tujuan, klien.cookies.output(header="")
        klien.raise_request_exception = False

    def kirim(self, isi: dict[str, str]) -> tuple[Any, set[str]]:
        """The answer, and the tables that were written to."""
        self.klien.cookies, tulisan = SimpleCookie(self.kuki), Tulisan()
        with tanpa_akibat(), connection.execute_wrapper(tulisan):
            jawaban = self.klien.post(self.tujuan, isi or {"kosong": ""})
            badan(jawaban)
        return jawaban, tulisan.tabel


def formulir(dunia: Dunia) -> Iterator[tuple[str, str, str]]:
    """Every POST of the table: its row, who knocks, where."""
    for cara, pola, *hak in TABEL.baris:
        if cara == "POST" and pola in TUJUAN:
            yield from ((pola, aktor, ke) for aktor, ke in TUJUAN[pola])
        elif cara == "POST" and pola not in TANPA_SIAPA:
            siapa = [aktor for aktor in URUT if hak[TABEL.kolom.index(aktor)] == "ya"]
            assert siapa, f"nobody to try {pola}: name somebody in TUJUAN, or say why not in TANPA_SIAPA"
            yield pola, siapa[0], pola


def bidang(pengirim: Pengirim, catat: Pencatat, dunia: Dunia, pola: str = "") -> dict[str, str]:
    """What the form asks for, with what it takes: asked again until it asks for nothing new."""
    isi: dict[str, str] = {}
    for _ in range(4):
        catat.dibaca.clear()
        jawaban, _tabel = pengirim.kirim(isi)
        baru = {nama: baik(nama, dunia, pola) for nama in catat.dari(jawaban) if nama not in isi and nama != "kosong"}
        if not baru:
            break
        isi |= baru
    return isi


def siapkan(kantor: Kantor, dunia: Dunia) -> None:
    """What some forms need before they take anything: a decree in the archive, a second administrator, the agency."""
    admin = kantor.akun("administrator")
    buat_dokumen(dunia.pemilik, "SK_PENGELOLA", dibuat_oleh=admin, status=StatusDokumen.TERVERIFIKASI)
    for nama in ("pejabat", "pemaraf"):
        PenugasanFactory.create(pengguna=kantor.akun(nama), peran="administrator")
    UnitKerja.objects.filter(pk=dunia.unit.pk).update(singkatan="UJI")


def menolak(jawaban: Any) -> bool:
    """A page that says what is wrong, or a word of refusal for the next one."""
    kelak = getattr(getattr(jawaban.wsgi_request, "_messages", None), "_queued_messages", ())
    return b"aria-invalid" in jawaban.content or any(satu.level >= messages.ERROR for satu in kelak)


ASING = re.compile(r"This field|Enter a |Select a valid|Ensure this|is not one of|must be |Please |Invalid ")


def keluhan(jawaban: Any, tabel: set[str], diterima: bool = False) -> str:
    """What is wrong with this answer to something odd; empty when nothing is.

    *diterima*: without it the form is taken, so the answer has to be a refusal.
    """
    if jawaban.status_code >= 500:
        return str(jawaban.status_code)
    if tabel:
        return f"{jawaban.status_code}, menulis {sorted(tabel)}"
    if salah := ASING.search("" if jawaban.streaming else jawaban.content.decode(errors="replace")):
        return f"bukan bahasa Indonesia: {salah[0]}"
    if diterima and jawaban.status_code < 400 and not menolak(jawaban):
        return f"{jawaban.status_code}: tidak ditulis, tetapi juga tidak ditolak"
    return ""


@pytest.mark.lama
@pytest.mark.ignore_template_errors  # what stands on the pages is other tests'
@pytest.mark.parametrize("bagian", range(2))
def test_no_form_takes_what_it_should_not(bagian: int, kantor_lengkap: Kantor, monkeypatch: pytest.MonkeyPatch):
    dunia, catat, salah = pembuat.bangun(kantor_lengkap), Pencatat(monkeypatch), []
    siapkan(kantor_lengkap, dunia)
    berhenti = []
    for pola, aktor, ke in list(formulir(dunia))[bagian::2]:
        with sebagai(kantor_lengkap, aktor) as akun:
            if pola == "riwayat/usulan/{riwayat}/perbaiki/":
                Riwayat.objects.filter(pk=dunia.riwayat.pk).update(status=StatusRiwayat.DRAF)
            pengirim = Pengirim(peramban(aktor, akun), alamat(dunia, ke))
            isi = bidang(pengirim, catat, dunia, pola)
            diterima = bool(pengirim.kirim(isi)[1])
            if isi and not diterima:
                berhenti.append(ke)
            for nama, nilai in isi.items():
                for ganti in () if (pola, nama) in TAK_DIBACA else aneh(nama, nilai):
                    if keluh := keluhan(*pengirim.kirim(isi | {nama: ganti}), diterima):
                        salah.append(f"{aktor} {ke} {nama}={ganti[:20]!r}: {keluh}")
    assert not salah, "\n".join(salah)
    assert len(berhenti) <= BERHENTI // 2, berhenti
