"""What an uploader does about the pages of a paper: take an empty one out, put them in order. Each is a next version.

The version before stays as it was (Law 2).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path, PurePath

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.dokumen.actions import unggah
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.saran import check_may_menanggapi
from docservice.umum.errors import IsianSalah, KesalahanDomain, SudahBerubah
from docservice.umum.izin import lolos
from storage import UnsafeToRender, pages_in_order, without_page


def check_may_menyusun(by: Pengguna, versi: VersiDokumen) -> None:
    check_may_menanggapi(by, versi)
    if versi.tipe != "pdf" or versi.jumlah_halaman < 2 or not versi.dapat_dibuka:
        raise SudahBerubah("Halaman berkas ini tidak dapat disusun sendiri. Foto ulang kertasnya.")
    if versi.bertanda_tangan:
        raise SudahBerubah("Berkas ini bertanda tangan elektronik, jadi halamannya tidak dapat diubah.")


def may_menyusun(by: Pengguna, versi: VersiDokumen) -> bool:
    return lolos(check_may_menyusun, by, versi)


def hapus_halaman(*, by: Pengguna, versi: VersiDokumen, nomor: int) -> VersiDokumen:
    """The paper without page *nomor*."""
    check_may_menyusun(by, versi)
    gagal = SudahBerubah("Halaman ini tidak dapat dihapus. Foto ulang kertasnya tanpa halaman itu.")
    return _versi_baru(
        by, versi, lambda asal, jadi: without_page(asal, nomor, jadi), kunci=f"tanpa:{versi.pk}:{nomor}", gagal=gagal
    )


def urutkan_halaman(*, by: Pengguna, versi: VersiDokumen, nomor: Sequence[str]) -> VersiDokumen:
    """The paper with its pages as numbered: *nomor* says for each page, in its present order, where it belongs."""
    check_may_menyusun(by, versi)
    banyak = versi.jumlah_halaman
    if sorted(nomor) != sorted(map(str, range(1, banyak + 1))):
        raise IsianSalah.pada({"urutan": f"Tulis tiap nomor dari 1 sampai {banyak} satu kali."})
    urutan = sorted(range(1, banyak + 1), key=lambda halaman: int(nomor[halaman - 1]))
    if urutan == list(range(1, banyak + 1)):
        raise IsianSalah.pada({"urutan": "Urutannya masih sama. Ubah nomor halaman yang perlu dipindah."})
    gagal = SudahBerubah("Halaman berkas ini tidak dapat diurutkan. Foto ulang kertasnya menurut urutan.")
    kunci = f"urut:{versi.pk}:{sha256(repr(urutan).encode()).hexdigest()[:16]}"
    return _versi_baru(by, versi, lambda asal, jadi: pages_in_order(asal, urutan, jadi), kunci=kunci, gagal=gagal)


def _versi_baru(
    by: Pengguna, versi: VersiDokumen, susun: Callable[[Path, Path], object], *, kunci: str, gagal: KesalahanDomain
) -> VersiDokumen:
    with tempfile.TemporaryDirectory() as folder, gudang.arsip().local_path(versi.sha256) as path:
        jadi = Path(folder, "jadi.pdf")
        try:
            susun(path, jadi)
        except UnsafeToRender:
            raise gagal from None
        with jadi.open("rb") as isi:
            baru = unggah(
                by=by,
                pegawai=versi.dokumen.pegawai,
                jenis=versi.dokumen.jenis,
                dokumen=versi.dokumen,
                berkas=isi,
                nama_berkas=f"{PurePath(versi.nama_berkas).stem[:180]}.pdf",
                kunci=kunci,
            )
    jawaban = {"jenis_dipastikan_pada": versi.jenis_dipastikan_pada, "penjelasan": versi.penjelasan}
    VersiDokumen.objects.filter(pk=baru.pk).update(**jawaban)  # said of the same paper
    return baru
