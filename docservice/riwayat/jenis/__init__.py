"""One schema per kind of riwayat: adding a kind is adding a module like ``golongan.py`` and naming it here.

The order is the order on the pages.
"""

from docservice.riwayat.jenis.anak import ANAK
from docservice.riwayat.jenis.angka_kredit import ANGKA_KREDIT
from docservice.riwayat.jenis.cltn import CLTN
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.data_utama import DATA_UTAMA
from docservice.riwayat.jenis.diklat import DIKLAT
from docservice.riwayat.jenis.dp3 import DP3
from docservice.riwayat.jenis.golongan import GOLONGAN
from docservice.riwayat.jenis.harta import HARTA
from docservice.riwayat.jenis.henti_khusus import HENTI_KHUSUS
from docservice.riwayat.jenis.hukdis import HUKDIS
from docservice.riwayat.jenis.izin_cerai import IZIN_CERAI
from docservice.riwayat.jenis.jabatan import JABATAN
from docservice.riwayat.jenis.kepanitiaan import KEPANITIAAN
from docservice.riwayat.jenis.kesehatan import KESEHATAN
from docservice.riwayat.jenis.kgb import KGB
from docservice.riwayat.jenis.kinerja import KINERJA
from docservice.riwayat.jenis.kinerja_periodik import KINERJA_PERIODIK
from docservice.riwayat.jenis.kompetensi import KOMPETENSI
from docservice.riwayat.jenis.kontrak_pppk import KONTRAK_PPPK
from docservice.riwayat.jenis.kursus import KURSUS
from docservice.riwayat.jenis.orang_tua import ORANG_TUA
from docservice.riwayat.jenis.organisasi import ORGANISASI
from docservice.riwayat.jenis.pasangan import PASANGAN
from docservice.riwayat.jenis.pemberhentian import PEMBERHENTIAN
from docservice.riwayat.jenis.pendidikan import PENDIDIKAN
from docservice.riwayat.jenis.penghargaan import PENGHARGAAN
from docservice.riwayat.jenis.penugasan import PENUGASAN
from docservice.riwayat.jenis.perbaikan_data import PERBAIKAN_DATA
from docservice.riwayat.jenis.perceraian import PERCERAIAN
from docservice.riwayat.jenis.pindah_instansi import PINDAH_INSTANSI
from docservice.riwayat.jenis.pmk import PMK
from docservice.riwayat.jenis.potensi import POTENSI
from docservice.riwayat.jenis.prestasi import PRESTASI
from docservice.riwayat.jenis.profesi import PROFESI
from docservice.riwayat.jenis.pwk import PWK
from docservice.riwayat.jenis.saudara import SAUDARA
from docservice.riwayat.jenis.sertifikasi import SERTIFIKASI
from docservice.riwayat.jenis.skp import SKP
from docservice.riwayat.jenis.tubel import TUBEL
from docservice.riwayat.jenis.unor import UNOR

_PANGKAT = (GOLONGAN, KGB, PMK)
_JABATAN = (JABATAN, PENUGASAN, UNOR, PWK, PINDAH_INSTANSI)
_KOMPETENSI = (PENDIDIKAN, PROFESI, DIKLAT, KURSUS, SERTIFIKASI, KOMPETENSI, POTENSI, TUBEL)
_KINERJA = (KINERJA, KINERJA_PERIODIK, SKP, DP3, ANGKA_KREDIT, PENGHARGAAN, PRESTASI)
_KELUARGA = (PASANGAN, PERCERAIAN, ANAK, ORANG_TUA, SAUDARA)
_LAIN = (DATA_UTAMA, PERBAIKAN_DATA, KONTRAK_PPPK, CLTN, PEMBERHENTIAN, ORGANISASI, KEPANITIAAN)

SEMUA: dict[str, JenisRiwayat] = {
    jenis.kode: jenis for jenis in (*_PANGKAT, *_JABATAN, *_KOMPETENSI, *_KINERJA, *_KELUARGA, *_LAIN)
}

RAHASIA: dict[str, JenisRiwayat] = {jenis.kode: jenis for jenis in (HUKDIS, HENTI_KHUSUS, KESEHATAN, HARTA, IZIN_CERAI)}
"""Apart from the others and in a table of their own: what reads :data:`SEMUA` can never show them."""

__all__ = ["RAHASIA", "SEMUA", "JenisRiwayat", "Kelompok"]
