"""A statement its own author signs: drawn, shown, signed with the author's certificate, checked, archived (Law 6).

What is shown are the very bytes that will be signed, number and day included.
"""

from __future__ import annotations

import io
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

import templates_sk
from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.naskah import render
from docservice.naskah.arsipkan import arsipkan
from docservice.naskah.gaya import gaya
from docservice.naskah.lulus import LEVEL, cacat_berkas
from docservice.naskah.models import jenis_berlaku
from docservice.naskah.penyedia import nasib_proses_mati, penanda
from docservice.pengelola import isi
from docservice.pengelola.actions import aktifkan
from docservice.pengelola.models import Pembekuan, Pengangkatan, Pernyataan, UpayaPernyataan
from docservice.pengelola.status import ALUR_PERNYATAAN, StatusPengangkatan, StatusPernyataan
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from signing import Outcome, OutcomeStatus, Secret, SigningRequest
from storage.render import PREVIEW

MASA_PAKTA = timedelta(days=364)
"""A year with its first day (BABEL 27(1)a: renewed every year)."""
SEBELUM_HABIS = timedelta(days=30)
JENIS_DOKUMEN = {Pernyataan.Jenis.PAKTA: "PAKTA", Pernyataan.Jenis.KESANGGUPAN: "PNY_KESANGGUPAN"}
SUNYI = timedelta(minutes=2)
BERUBAH = "Surat ini berubah sejak Anda buka. Baca lagi sebelum menandatangani."
CACAT = "Tanda tangan yang diterima tidak lulus pemeriksaan kami. Surat tidak disimpan; hubungi administrator."


def siapkan_pakta(*, by: Pengguna, pengangkatan: Pengangkatan) -> Pernyataan:
    """The pledge of whoever was decreed, ready to read and sign; asking again the same day gives the same."""
    if pengangkatan.pegawai.pengguna_id != by.pk:
        raise TidakBerwenang("Pakta integritas ditandatangani oleh orangnya sendiri.")
    hari_ini = timezone.localdate()
    ada = pengangkatan.pernyataan.filter(jenis=Pernyataan.Jenis.PAKTA).first()
    if ada and ada.status == StatusPernyataan.TERBIT and perlu_diperbarui(ada, hari_ini):
        ada = None
    elif pengangkatan.status != StatusPengangkatan.DITETAPKAN and (ada is None or ada.dokumen_id):
        raise SudahBerubah(f"Pengangkatan ini sekarang “{pengangkatan.get_status_display()}”.")
    if ada and (ada.tanggal == hari_ini or ada.status != StatusPernyataan.SIAP):
        return ada
    satu = Pernyataan(
        pengangkatan=pengangkatan,
        pegawai=pengangkatan.pegawai,
        jenis=Pernyataan.Jenis.PAKTA,
        tanggal=hari_ini,
        berlaku_sampai=hari_ini + MASA_PAKTA,
    )
    data = isi.pakta(pengangkatan.pegawai, pengangkatan.peran, pengangkatan.sebutan, hari_ini, hari_ini + MASA_PAKTA)
    return _gambar(satu, data, by, urut=pengangkatan.pk, lama=ada)


def perlu_diperbarui(pakta: Pernyataan, pada: date) -> bool:
    """Renewed in its last thirty days and after; the role it belongs to must still be in force."""
    aktif = pakta.pengangkatan is not None and pakta.pengangkatan.status == StatusPengangkatan.AKTIF
    return aktif and pakta.berlaku_sampai is not None and pakta.berlaku_sampai - SEBELUM_HABIS <= pada


def siapkan_kesanggupan(*, by: Pengguna, pembekuan: Pembekuan) -> Pernyataan:
    """The statement of readiness of the fasilitator whose unit was frozen."""
    if pembekuan.penugasan.pengguna_id != by.pk:
        raise TidakBerwenang("Surat kesanggupan ditandatangani oleh fasilitator yang dibekukan.")
    hari_ini, ada = timezone.localdate(), pembekuan.pernyataan
    if ada and (ada.tanggal == hari_ini or ada.status != StatusPernyataan.SIAP):
        return ada
    pegawai = by.pegawai
    satu = Pernyataan(
        penugasan=pembekuan.penugasan, pegawai=pegawai, jenis=Pernyataan.Jenis.KESANGGUPAN, tanggal=hari_ini
    )
    satu = _gambar(satu, isi.kesanggupan(pegawai, pembekuan, hari_ini), by, urut=pembekuan.pk, lama=ada)
    Pembekuan.objects.filter(pk=pembekuan.pk).update(pernyataan=satu)
    return satu


def _gambar(
    satu: Pernyataan, data: dict[str, object], by: Pengguna, *, urut: int, lama: Pernyataan | None
) -> Pernyataan:
    """Draw outside any transaction, then one row; yesterday's unsigned one becomes today's."""
    kata = "PAKTA" if satu.jenis == Pernyataan.Jenis.PAKTA else "KESANGGUPAN"
    satu.nomor = f"800.1.9.3/{urut:04d}/{kata}/{satu.tanggal.year}"
    hasil = _lukis(satu.jenis, {**data, "nomor": satu.nomor})
    satu.sha256 = render.simpan(hasil.pdf)
    satu.kolom = hasil.signature.field_name if hasil.signature else ""
    satu.gambar = [list(lembar) for lembar in render.gambar(hasil.pdf, (PREVIEW,))]
    if lama is not None:
        satu.pk, satu.dibuat_pada = lama.pk, lama.dibuat_pada
    with transaction.atomic():
        satu.save()
        catat("pernyataan.disiapkan", by=by, objek=satu, nomor=satu.nomor, sha256=satu.sha256)
    return satu


def _lukis(jenis: str, data: dict[str, object]) -> templates_sk.Rendered:
    try:
        return templates_sk.render(jenis_berlaku(jenis), data, gaya=gaya())
    except templates_sk.DataError as salah:
        isian = {satu.field: satu.message for satu in salah.errors}
        raise IsianSalah(f"Ada {len(isian)} hal yang perlu diperbaiki di data Anda.", isian=isian) from None


def tandatangani(*, by: Pengguna, pernyataan: Pernyataan, sha256: str, passphrase: Secret) -> Pernyataan:
    """Sign what was shown. The attempt is on record before the call; an unknown outcome is never tried again."""
    with passphrase:
        signer = penanda()  # not ready: refused before anything is begun
        upaya = _buka(by, pernyataan, sha256)
        with gudang.kerja().open(sha256) as berkas:
            pdf = berkas.read()
        permintaan = SigningRequest(
            reference=str(upaya.pk), pdf=pdf, field_name=upaya.pernyataan.kolom, certify=True, permissions=1
        )
        hasil = signer.sign_batch(by.nip, [permintaan], passphrase, level=LEVEL)[0]
    if hasil.status != OutcomeStatus.SIGNED:
        return _tutup(upaya, hasil)
    tertanda = hasil.pdf or b""
    if sebab := cacat_berkas(pdf, tertanda, nip=by.nip):
        tolakan = Outcome(hasil.reference, OutcomeStatus.REFUSED, provider_code=sebab, provider_text=CACAT)
        return _tutup(upaya, tolakan)
    return _terbitkan(by, upaya, tertanda)


def _buka(by: Pengguna, pernyataan: Pernyataan, sha256: str) -> UpayaPernyataan:
    with transaction.atomic():
        satu = Pernyataan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=pernyataan.pk)
        if satu.pegawai.pengguna_id != by.pk:
            raise TidakBerwenang("Surat ini ditandatangani oleh orangnya sendiri.")
        if satu.sha256 != sha256 or satu.tanggal != timezone.localdate():
            raise SudahBerubah(BERUBAH)
        _pindah(satu, StatusPernyataan.SEDANG, by)
        return UpayaPernyataan.objects.create(pernyataan=satu, sha256=sha256)


def _tutup(upaya: UpayaPernyataan, hasil: Outcome) -> Pernyataan:
    """Record the fate; only what may have been signed stays in doubt."""
    with transaction.atomic():
        satu = Pernyataan.objects.select_for_update(of=("self",)).get(pk=upaya.pernyataan_id)
        upaya.hasil, upaya.selesai = hasil.status.value, timezone.now()
        upaya.kode, upaya.pesan = (hasil.provider_code or "")[:60], (hasil.provider_text or "")[:300]
        upaya.save()
        ragu = hasil.status == OutcomeStatus.UNKNOWN
        _pindah(satu, StatusPernyataan.TAK_PASTI if ragu else StatusPernyataan.SIAP, None)
    return satu


def _terbitkan(by: Pengguna, upaya: UpayaPernyataan, pdf: bytes) -> Pernyataan:
    """Bytes first, then one transaction: archived, and what the statement was for takes place."""
    sidik = gudang.arsip().put(io.BytesIO(pdf)).sha256
    with transaction.atomic():
        sumber = Pernyataan.objects.select_for_update(of=("self",)).select_related("pegawai", "pengangkatan")
        satu = sumber.get(pk=upaya.pernyataan_id)
        upaya.hasil, upaya.hasil_sha256, upaya.selesai = OutcomeStatus.SIGNED.value, sidik, timezone.now()
        upaya.save()
        satu.dokumen = _arsipkan(satu, by, sidik, len(pdf))
        _pindah(satu, StatusPernyataan.TERBIT, by, sha256=sidik)
        if satu.pengangkatan and satu.pengangkatan.status == StatusPengangkatan.DITETAPKAN:
            aktifkan(by=by, pengangkatan=satu.pengangkatan)
    return satu


def _arsipkan(satu: Pernyataan, by: Pengguna, sidik: str, ukuran: int) -> Dokumen:
    kode, tahun = JENIS_DOKUMEN[Pernyataan.Jenis(satu.jenis)], str(satu.tanggal.year)
    return arsipkan(
        by=by,
        pegawai=satu.pegawai,
        kode=kode,
        akhiran=tahun,
        minor=tahun if JenisDokumen.objects.get(pk=kode).per_tahun else "",
        nomor=satu.nomor,
        tanggal=satu.tanggal,
        penanda_tangan=satu.pegawai,
        sidik=sidik,
        ukuran=ukuran,
        kunci=f"pernyataan:{satu.pk}",
    )


def _pindah(satu: Pernyataan, ke: str, by: Pengguna | None, **rincian: str) -> None:
    ALUR_PERNYATAAN.periksa(satu.status, ke)
    satu.status = ke
    satu.save(update_fields=["status", "dokumen"])
    catat(ALUR_PERNYATAAN.jejak(ke), by=by, objek=satu, **rincian)


def tutup_yang_mati(subjek: str, klaim: Klaim) -> None:
    """Attempts whose process died."""
    status = nasib_proses_mati()
    for upaya in UpayaPernyataan.objects.filter(hasil="", mulai__lt=timezone.now() - SUNYI):
        _tutup(upaya, Outcome(str(upaya.pk), status, provider_code="proses_terhenti"))


def sidik_dokumen(pernyataan: Pernyataan) -> str:
    """SHA-256 of the signed file; empty while there is none."""
    versi = pernyataan.dokumen.versi_terbuka if pernyataan.dokumen else None
    return versi.sha256 if versi else ""
