"""What follows a decision by itself."""

from __future__ import annotations

from docservice.akun.kabar import kabari
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.actions import alamat
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import Verifikasi


def kabari_putusan(subjek: str, klaim: Klaim) -> None:
    """After the seconds of undo: tell the owner."""
    putusan = Verifikasi.objects.select_related("versi__dokumen__pegawai__pengguna").get(pk=subjek)
    dokumen = putusan.versi.dokumen
    with klaim.selesai():
        if putusan.diurungkan_pada:
            return
        if putusan.hasil == Verifikasi.Hasil.TERVERIFIKASI:
            teks, nada = (
                f"{dokumen.judul} Anda sudah terverifikasi ({putusan.get_basis_display().lower()} dilihat).",
                "baik",
            )
        else:
            teks, nada = f"{dokumen.judul} Anda dikembalikan: {kalimat_kembali(putusan)}", "kembali"
        kunci = f"verifikasi:{putusan.pk}"
        kabari(dokumen.pegawai.pengguna, teks[:300], kunci=kunci, tautan=alamat(dokumen), nada=nada)
