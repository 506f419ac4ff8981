"""What follows a decision by itself."""

from __future__ import annotations

from docservice.akun.kabar import kabari, kabari_pemegang
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.actions import alamat
from docservice.umum.kalimat import dalam_kalimat
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.kedua import gugurkan_yang_lewat, nilai_pandangan, undi
from docservice.verifikasi.models import Verifikasi
from docservice.verifikasi.sesi import ingatkan


def kabari_putusan(subjek: str, klaim: Klaim) -> None:
    """After the seconds of undo: tell the owner and draw for a second look; an opinion of such a look counts now."""
    putusan = Verifikasi.semua.select_related("versi__dokumen__pegawai__pengguna").get(pk=subjek)
    dokumen = putusan.versi.dokumen
    with klaim.selesai():
        if putusan.diurungkan_pada:
            return
        if putusan.periksa_id:
            return nilai_pandangan(putusan)
        undi(putusan)
        if putusan.diteruskan:
            _teruskan(putusan)
        if putusan.hasil == Verifikasi.Hasil.TERVERIFIKASI:
            teks, nada = (
                f"{dokumen.judul} Anda sudah terverifikasi ({dalam_kalimat(putusan.get_basis_display())} dilihat).",
                "baik",
            )
        else:
            teks, nada = f"{dokumen.judul} Anda dikembalikan: {kalimat_kembali(putusan)}", "kembali"
        kunci = f"verifikasi:{putusan.pk}"
        kabari(dokumen.pegawai.pengguna, teks[:300], kunci=kunci, tautan=alamat(dokumen), nada=nada)


def _teruskan(putusan: Verifikasi) -> None:
    """The fasilitator asked the agency to look: another's paper, or one that differs from its original."""
    dokumen = putusan.versi.dokumen
    sebab = f"{putusan.oleh.nama} meneruskan {dokumen.judul} milik {dokumen.pegawai.nama}: {kalimat_kembali(putusan)}"
    kunci = f"verifikasi:{putusan.pk}:diteruskan"
    kabari_pemegang(Peran.ADMINISTRATOR, sebab[:300], kunci=kunci, tautan=alamat(dokumen), nada="bahaya")


def harian(subjek: str, klaim: Klaim) -> None:
    """End what was left open, remind of minutes, close second looks whose paper was replaced."""
    ingatkan()
    gugurkan_yang_lewat()
