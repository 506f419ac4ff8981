"""Steps of an appointment over the real verbs, by people of the sample office."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.tanda_tangan import tandatangani
from docservice.pegawai.models import UnitKerja
from docservice.pengelola import actions
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.surat_pakta import siapkan_pakta
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from signing import Secret
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory

ADMIN, ADMIN_LAIN, KABAN, FASILITATOR, CALON, KEPALA, KEPALA_DINKES, PPPK = 5, 6, 2, 15, 13, 25, 18, 23
"""25 heads Bappeda here and 18 Dinkes; 13 is proposed as a second fasilitator of Bappeda."""


def unit(singkatan: str) -> UnitKerja:
    return UnitKerja.objects.get(singkatan=singkatan)


def usul(kantor: KantorUji, calon: int = CALON, oleh: int = KEPALA, **lain: Any) -> Pengangkatan:
    isi: dict[str, Any] = {
        "pegawai": kantor.orang(calon),
        "unit": unit("BAPPEDA"),
        "usul_nomor": "800/41/BAPPEDA/2026",
        "usul_tanggal": date(2026, 10, 1),
        "mampu_komputer": True,
        "paham_kepegawaian": True,
    }
    return actions.usulkan(by=kantor.akun(oleh), **(isi | lain))


def sk(kantor: KantorUji, oleh: int = ADMIN) -> Dokumen:
    jenis = JenisDokumen.objects.get(pk="SK_PENGELOLA")
    return DokumenFactory.create(
        pegawai=kantor.orang(2), jenis=jenis, status=StatusDokumen.TERVERIFIKASI, dibuat_oleh=kantor.akun(oleh)
    )


def keputusan(kantor: KantorUji) -> dict[str, Any]:
    return {"sk_nomor": "Kep.100.3.3.1/501/2026", "sk_tanggal": date(2026, 10, 20), "berkas": sk(kantor)}


def ditetapkan(kantor: KantorUji, calon: int = CALON, **lain: Any) -> Pengangkatan:
    """Proposed, reviewed and decreed; the pledge is still to be signed."""
    satu = actions.tinjau(by=kantor.akun(ADMIN), pengangkatan=usul(kantor, calon, **lain))
    isi = keputusan(kantor) | {"mulai": timezone.localdate()}
    return actions.tetapkan(by=kantor.akun(ADMIN), pengangkatan=[satu], **isi)[0]


def bergolongan(kantor: KantorUji, nomor: int) -> None:
    """A validated rank row, which the pledge prints."""
    _tervalidasi(kantor, nomor, "golongan", {"golongan": "III/a"})


def berkontrak(kantor: KantorUji, nomor: int) -> None:
    """The same of a PPPK."""
    _tervalidasi(kantor, nomor, "kontrak_pppk", {"golongan": "IX", "nomor": "PK-1/2022", "jabatan": "Pranata Komputer"})


def _tervalidasi(kantor: KantorUji, nomor: int, jenis: str, data: dict[str, str]) -> None:
    akun = kantor.akun(ADMIN)
    Riwayat.objects.create(
        pegawai=kantor.orang(nomor),
        jenis=jenis,
        tmt=date(2022, 2, 1),
        data=data,
        status=StatusRiwayat.TERVALIDASI,
        dibuat_oleh=akun,
        divalidasi_oleh=akun,
        divalidasi_pada=timezone.now(),
    )


def teken(kantor: KantorUji, nomor: int, naskah: Naskah, passphrase: str = "") -> Upaya:
    """Signed by this person through the usual walk; the attempt and its fate."""
    rahasia = Secret(passphrase or settings.DEVELOPMENT_PASSPHRASE)
    return tandatangani(by=kantor.akun(nomor), naskah=[(naskah.pk, naskah.draf_sha256)], passphrase=rahasia)[0]


def aktif(kantor: KantorUji, calon: int = CALON) -> Pengangkatan:
    """All the way: the pledge is signed with the person's own certificate."""
    satu = ditetapkan(kantor, calon)
    bergolongan(kantor, calon)
    teken(kantor, calon, siapkan_pakta(by=kantor.akun(calon), pengangkatan=satu))
    return segar(satu)


def segar(satu: Pengangkatan) -> Pengangkatan:
    return Pengangkatan.objects.select_related("penugasan", "surat").get(pk=satu.pk)


def peran(kantor: KantorUji, nomor: int, kode: str = Peran.FASILITATOR) -> Penugasan:
    return Penugasan.objects.get(pengguna=kantor.akun(nomor), peran=kode)
