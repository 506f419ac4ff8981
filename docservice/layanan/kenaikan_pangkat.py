"""Kenaikan pangkat reguler, kind 101 (riwayat-layanan D.l; PP 99/2000 jo PP 12/2002; PerBKN 2/2025, 4/2025)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from docservice.layanan.berkas import Slot, periksa_slot, slot_beku, slot_dari
from docservice.layanan.kelayakan import Butir, Hasil, Pemeriksaan, awal_bulan_depan, tambah_tahun
from docservice.layanan.models import AturanLayanan, Layanan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.halangan import halangan_pada
from docservice.riwayat.models import Riwayat
from docservice.umum.waktu import tanggal_panjang
from templates_sk import GOLONGAN_PNS, gaji_pokok_pns, masa_kerja, mkg_sesudah_naik, next_golongan, pangkat

VARIAN = "101"
UNTUK = "PNS aktif dalam jabatan pelaksana"
DATA_UTAMA, CATATAN, RIWAYAT_KINERJA = "Data utama", "Catatan kepegawaian", "Riwayat kinerja"


def periksa(layanan: Layanan, pegawai: Pegawai, *, beku: Mapping[str, Any] | None = None) -> Pemeriksaan:
    """Data, eligibility and papers of *pegawai*; *beku* are the frozen rules of a running request."""
    hari = timezone.localdate()
    hasil = Pemeriksaan(pegawai, VARIAN)
    aturan = beku["aturan"] if beku else {a.kode: {"nilai": a.nilai, "dasar": a.dasar} for a in _aturan(layanan)}
    hasil.butir += [_aktif(pegawai), _jalur(pegawai), _halangan(pegawai, aturan)]
    terakhir = Riwayat.objects.milik(pegawai).jenis("golongan").tervalidasi().terbaru()  # one to come counts too
    if terakhir is None or terakhir.tmt is None:
        hasil.butir.append(
            Butir(
                "golongan",
                "Riwayat golongan tervalidasi",
                Hasil.KURANG,
                "Belum ada. Usulkan dari SK terakhir Anda.",
            )
        )
        bersyarat: set[str] = set()
    else:
        tmt = awal_bulan_depan(hari)
        hasil.data = rencana(terakhir, tmt)
        hasil.butir += [_masa_pangkat(terakhir, tmt, aturan), _puncak(pegawai, hasil.data, aturan)]
        bersyarat = {"lintas_golongan"} if hasil.data["golongan_lama"][-1] == "d" else set()
    hasil.butir.append(_kinerja(pegawai, hari, aturan))
    slot = slot_beku(beku["syarat"]) if beku and "syarat" in beku else _slot(layanan, bersyarat, hari)
    hasil.butir += [periksa_slot(pegawai, satu) for satu in slot]
    return hasil


def _slot(layanan: Layanan, bersyarat: set[str], hari: date) -> list[Slot]:
    syarat = layanan.syarat.berlaku().filter(varian=VARIAN).select_related("jenis")
    return slot_dari(syarat, berlaku=bersyarat, hari=hari)


def _aturan(layanan: Layanan) -> list[AturanLayanan]:
    return list(layanan.aturan.berlaku().filter(varian=VARIAN))


def rencana(terakhir: Riwayat, tmt: date) -> dict[str, Any]:
    """What the decree would say: next golongan, its TMT, service years carried on, base pay."""
    lama, data = terakhir.tmt, terakhir.data
    assert lama is not None
    tambahan = masa_kerja(lama, tmt)
    bulan = data["mk_golongan_tahun"] * 12 + data["mk_golongan_bulan"] + tambahan[0] * 12 + tambahan[1]
    baru = next_golongan(data["golongan"])
    bulan = mkg_sesudah_naik(data["golongan"], baru, bulan)
    return {
        "jenis_kp": VARIAN,
        "golongan_lama": data["golongan"],
        "tmt_lama": lama.isoformat(),
        "golongan_baru": baru,
        "tmt_kp": tmt.isoformat(),
        "mk_tahun": bulan // 12,
        "mk_bulan": bulan % 12,
        "gaji_pokok": gaji_pokok_pns(baru, bulan // 12, on=tmt),
    }


def _aktif(pegawai: Pegawai) -> Butir:
    aktif = pegawai.kedudukan_hukum == "01" and pegawai.jenis_asn == Pegawai.JenisAsn.PNS
    keterangan = "PNS aktif." if aktif else "Layanan ini untuk PNS yang aktif."
    hasil = Hasil.TERPENUHI if aktif else Hasil.TIDAK
    return Butir("aktif", "Kedudukan", hasil, keterangan, dasar="PP 99/2000", sumber=DATA_UTAMA)


def _jalur(pegawai: Pegawai) -> Butir:
    pelaksana = pegawai.jenis_jabatan == Pegawai.JenisJabatan.PELAKSANA
    keterangan = (
        "Pelaksana." if pelaksana else "Kenaikan pangkat reguler untuk pelaksana. Jabatan Anda memakai jalur pilihan."
    )
    return Butir(
        "jalur",
        "Jabatan",
        Hasil.TERPENUHI if pelaksana else Hasil.TIDAK,
        keterangan,
        pegawai.jabatan,
        "PerBKN 2/2025",
        sumber=DATA_UTAMA,
    )


def _halangan(pegawai: Pegawai, aturan: dict[str, Any]) -> Butir:
    for satu in halangan_pada(pegawai):
        if satu.jenis in aturan["halangan"]["nilai"]:
            akhir = f" sampai {tanggal_panjang(satu.sampai)}" if satu.sampai else ""
            return Butir(
                "halangan",
                "Tidak sedang terhalang",
                Hasil.TIDAK,
                f"Sedang menjalani {satu.get_jenis_display()}{akhir}.",
                dasar=aturan["halangan"]["dasar"],
                sumber=CATATAN,
                mulai=satu.sampai + timedelta(days=1) if satu.sampai else None,
            )
    hasil, dasar = Hasil.TERPENUHI, aturan["halangan"]["dasar"]
    return Butir(
        "halangan",
        "Tidak sedang terhalang",
        hasil,
        "Tidak ada.",
        dasar=dasar,
        sumber=CATATAN,
        tanggal=timezone.localdate(),
    )


def _masa_pangkat(terakhir: Riwayat, tmt: date, aturan: dict[str, Any]) -> Butir:
    assert terakhir.tmt is not None
    paling_sedikit, dasar = (
        aturan["masa_dalam_pangkat_tahun"]["nilai"],
        aturan["masa_dalam_pangkat_tahun"]["dasar"],
    )
    tahun, bulan = masa_kerja(terakhir.tmt, tmt)
    mulai = tambah_tahun(terakhir.tmt, paling_sedikit)
    nilai = f"{tahun} tahun {bulan} bulan"
    asal: dict[str, Any] = {"sumber": "Riwayat golongan", "tanggal": terakhir.tmt}
    if tmt >= mulai:
        cukup = f"Paling sedikit {paling_sedikit} tahun."
        return Butir("masa_pangkat", "Masa dalam pangkat", Hasil.TERPENUHI, cukup, nilai, dasar, **asal)
    kapan = f"Dapat diajukan mulai {tanggal_panjang(mulai)}."
    kalimat = f"Masa dalam pangkat {nilai}. Paling sedikit {paling_sedikit} tahun. {kapan}"
    return Butir("masa_pangkat", "Masa dalam pangkat", Hasil.TIDAK, kalimat, nilai, dasar, **asal, mulai=mulai)


def _puncak(pegawai: Pegawai, data: dict[str, Any], aturan: dict[str, Any]) -> Butir:
    """Not above the top golongan of one's education."""
    puncak = aturan["puncak_golongan"]["nilai"].get(pegawai.tingkat_pendidikan)
    dasar = aturan["puncak_golongan"]["dasar"]
    if puncak is None:
        return Butir(
            "puncak",
            "Batas golongan menurut pendidikan",
            Hasil.TIDAK,
            "Tingkat pendidikan belum dikenal. Hubungi BKPSDMD.",
            dasar=dasar,
        )
    cukup = GOLONGAN_PNS.index(data["golongan_baru"]) <= GOLONGAN_PNS.index(puncak)
    nilai = f"{puncak}, {pangkat(puncak)}"
    keterangan = f"Paling tinggi {nilai}." if cukup else f"Golongan paling tinggi menurut pendidikan Anda {nilai}."
    return Butir(
        "puncak",
        "Batas golongan menurut pendidikan",
        Hasil.TERPENUHI if cukup else Hasil.TIDAK,
        keterangan,
        data["golongan_baru"],
        dasar,
        sumber="Riwayat pendidikan",
    )


def _kinerja(pegawai: Pegawai, hari: date, aturan: dict[str, Any]) -> Butir:
    """At least *Baik* in each of the last n years, from validated rows."""
    n, dasar = aturan["kinerja_baik_tahun"]["nilai"], aturan["kinerja_baik_tahun"]["dasar"]
    nilai = {
        baris.data["tahun"]: baris.data["predikat"]
        for baris in Riwayat.objects.milik(pegawai).jenis("kinerja").tervalidasi()
    }
    tahun_perlu = [hari.year - i for i in range(n, 0, -1)]
    teks = ", ".join(f"{t}: {nilai.get(t, 'belum ada')}" for t in tahun_perlu)
    if kosong := [str(t) for t in tahun_perlu if t not in nilai]:
        return Butir(
            "kinerja",
            "Predikat kinerja",
            Hasil.KURANG,
            f"Riwayat evaluasi kinerja {' dan '.join(kosong)} belum tervalidasi.",
            teks,
            dasar,
            sumber=RIWAYAT_KINERJA,
        )
    if any(nilai[t] not in ("Baik", "Sangat Baik") for t in tahun_perlu):
        return Butir(
            "kinerja",
            "Predikat kinerja",
            Hasil.TIDAK,
            f"Paling rendah Baik selama {n} tahun terakhir.",
            teks,
            dasar,
            sumber=RIWAYAT_KINERJA,
        )
    return Butir(
        "kinerja",
        "Predikat kinerja",
        Hasil.TERPENUHI,
        f"Paling rendah Baik selama {n} tahun terakhir.",
        teks,
        dasar,
        sumber=RIWAYAT_KINERJA,
    )
