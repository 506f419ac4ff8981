"""Riwayat pindah instansi (riwayat-layanan C.3.12; POSO 4i; SIASN rw-pindahinstansi)."""

from __future__ import annotations

from docservice.pegawai.acuan import nama_bkn
from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import SEPERTI_KERTAS, Keputusan, pilih, tanggal, teks
from docservice.riwayat.jenis.jabatan import JENIS_JABATAN
from docservice.riwayat.jenis.kaidah import bersambung, masa_dinas, setanggal

ASAL, TUJUAN, SURAT = "Rincian tempat asal", "Rincian tempat tujuan", "Surat usul dan keputusan asal"


class IsianPindahInstansi(Keputusan):
    """The decree is that of the agency one came to."""

    sk_nomor = teks("Nomor SK", bantuan=SEPERTI_KERTAS, bkn="sk_tujuan_nomor")
    sk_tanggal = tanggal("Tanggal SK", lampau=True, bkn="sk_tujuan_tgl")
    instansi_lama = teks("Instansi asal", 200, bkn="instansi_kerja_lama", tabel="instansi")
    instansi_baru = teks("Instansi tujuan", 200, bkn="instansi_kerja_baru", tabel="instansi")
    unit_lama = teks("Unit kerja asal", 200, wajib=False, bkn="unor_lama")
    unit_baru = teks("Unit kerja tujuan", 200, wajib=False, bkn="unor_baru")
    tmt = tanggal("TMT pindah", bkn="tmt_pi")
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False, bkn="sk_bkn_nomor")
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False, lampau=True, bkn="sk_bkn_tgl")
    instansi_induk_lama = teks("Instansi induk asal", 200, bkn="instansi_induk_lama", tabel="instansi", rinci=ASAL)
    satuan_kerja_lama = teks("Satuan kerja asal", 200, bkn="satuan_kerja_lama", tabel="satuanKerja", rinci=ASAL)
    lokasi_kerja_lama = teks("Lokasi kerja asal", bkn="lokasi_kerja_lama", rinci=ASAL)
    jenis_jabatan_lama = pilih(
        "Jenis jabatan asal", JENIS_JABATAN, bkn="jenis_jabatan_lama", tabel="jenisJabatan", rinci=ASAL
    )
    jabatan_lama = teks("Jabatan asal", 200, bkn="jabatan_lama", rinci=ASAL)
    instansi_induk_baru = teks("Instansi induk tujuan", 200, bkn="instansi_induk_baru", tabel="instansi", rinci=TUJUAN)
    satuan_kerja_baru = teks("Satuan kerja tujuan", 200, bkn="satuan_kerja_baru", tabel="satuanKerja", rinci=TUJUAN)
    lokasi_kerja_baru = teks("Lokasi kerja tujuan", bkn="lokasi_kerja_baru", rinci=TUJUAN)
    kpkn_baru = teks("KPPN tujuan", bkn="kpkn_baru", tabel="kpkn", rinci=TUJUAN)
    jenis_jabatan_baru = pilih(
        "Jenis jabatan tujuan", JENIS_JABATAN, bkn="jenis_jabatan_baru", tabel="jenisJabatan", rinci=TUJUAN
    )
    jabatan_baru = teks("Jabatan tujuan", 200, bkn="jabatan_baru", rinci=TUJUAN)
    jenis_pegawai = pilih(
        "Jenis pegawai", nama_bkn("jenisPegawai"), bkn="jenis_pegawai", tabel="jenisPegawai", rinci=TUJUAN
    )
    jenis_pi = teks("Jenis perpindahan", bantuan="Seperti di pertek BKN.", bkn="jenis_pi", rinci=SURAT)
    sk_usul_nomor = teks("Nomor surat usul", bkn="sk_usul_nomor", rinci=SURAT)
    sk_usul_tgl = tanggal("Tanggal surat usul", lampau=True, bkn="sk_usul_tgl", rinci=SURAT)
    sk_asal_nomor = teks("Nomor SK instansi asal", bkn="sk_asal_nomor", rinci=SURAT)
    sk_asal_tgl = tanggal("Tanggal SK instansi asal", lampau=True, bkn="sk_asal_tgl", rinci=SURAT)
    sk_asal_prov_nomor = teks("Nomor SK gubernur asal", bkn="sk_asal_prov_nomor", rinci=SURAT)
    sk_asal_prov_tgl = tanggal("Tanggal SK gubernur asal", lampau=True, bkn="sk_asal_prov_tgl", rinci=SURAT)


PINDAH_INSTANSI = JenisRiwayat(
    kode="pindah_instansi",
    nama="Pindah instansi",
    kelompok=Kelompok.JABATAN,
    skema=IsianPindahInstansi,
    bidang_tmt="tmt",
    bukti_wajib=(("SK_PINDAH",),),
    bukti_lain=("PERTEK_PI", "REKOMENDASI", "SPMT"),
    ringkas=lambda data: f"{data['instansi_lama']} ke {data['instansi_baru']}",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pindahinstansi",
    kaidah=(
        setanggal("Sudah ada perpindahan pada tanggal ini ({lain})."),
        bersambung("instansi_lama", "instansi_baru", "Instansi"),
        masa_dinas("TMT"),
    ),
)
