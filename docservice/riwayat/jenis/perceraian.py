"""The end of a marriage: divorce or death (riwayat-layanan C.3.7 peristiwa; POSO 4a)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sama
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.umum.waktu import tanggal_panjang

SEBAB = {"cerai": "Cerai hidup", "mati": "Cerai mati", "rujuk": "Rujuk"}


class IsianPerceraian(Keputusan):
    sk_nomor = teks("Nomor akta", bkn="no_akta")
    sk_tanggal = tanggal("Tanggal akta", lampau=True)
    sebab = pilih("Peristiwa", SEBAB, bkn="jenis", kode={"cerai": "cerai hidup", "mati": "cerai mati"})
    nama_pasangan = teks("Nama suami atau istri")
    tgl_peristiwa = tanggal("Tanggal peristiwa", lampau=True, bkn="tgl")
    penerbit = teks("Diterbitkan oleh", bantuan="Pengadilan, KUA, atau Disdukcapil.", bkn="instansi_penerbit")
    no_izin_atasan = teks(
        "Nomor surat izin atau keterangan atasan", wajib=False, bantuan="Untuk perceraian.", bkn="no_izin_atasan"
    )


def pasangannya(s: Sanding) -> Iterator[str]:
    """It ends a marriage that is recorded, and that had begun."""
    nama = {"nama": s.data["nama_pasangan"]}
    nikah = [satu for satu in s.baris["pasangan"] if sama(nama, satu.data, ("nama",))]
    if not nikah:
        yield f"Belum ada riwayat pasangan bernama {s.data['nama_pasangan']}."
    elif all(satu.tmt > s.tmt for satu in nikah):
        yield f"Tanggal ini sebelum tanggal menikah ({tanggal_panjang(nikah[0].tmt)})."


PERCERAIAN = JenisRiwayat(
    kode="perceraian",
    nama="Perceraian atau kematian pasangan",
    kelompok=Kelompok.KELUARGA,
    skema=IsianPerceraian,
    bidang_tmt="tgl_peristiwa",
    bukti_wajib=(("AKTA_CERAI", "AKTA_MATI"),),
    bukti_lain=("KET_JANDA_DUDA", "KK"),
    ringkas=lambda data: f"{SEBAB[data['sebab']]}: {data['nama_pasangan']}",
    dari_bacaan={"sk_nomor": "nomor", "sk_tanggal": "tanggal"},
    kata_tmt="Tanggal",
    kaidah=(
        kembar("nama_pasangan", "tgl_peristiwa", kalimat="Peristiwa ini sudah tercatat ({lain})."),
        Kaidah(pasangannya, ("pasangan",)),
    ),
)
