"""The public check: what a QR proves, what an uploaded file proves (screens §5.14).

A QR proves that the record exists, not that the paper in hand is unaltered: only an upload yields *asli*.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Kelas, StatusDokumen
from docservice.naskah.models import TautanCek, Upaya
from docservice.naskah.penyedia import percaya
from docservice.naskah.render import url_cek
from docservice.naskah.status import StatusPencabutan, StatusUpaya
from docservice.umum.waktu import tanggal_jam, tanggal_panjang
from signing import Report, validate


@dataclass(frozen=True)
class HasilCek:
    """``kasus`` for machines; the rest is shown. ``fakta`` are pairs to compare with the paper."""

    kasus: str
    judul: str
    kalimat: str
    nada: str
    ikon: str
    fakta: list[tuple[str, str]] = field(default_factory=list)
    rincian: list[str] = field(default_factory=list)


def samarkan(nama: str) -> str:
    """*Dam•• Pan••••*: enough to compare, too little to collect."""
    return " ".join(kata[:3] + "•" * max(0, len(kata) - 3) for kata in nama.split())


def cek_token(token: str) -> HasilCek:
    """What the QR of a decree leads to."""
    sidik = TautanCek.sidik_dari(token)
    tautan = TautanCek.objects.filter(sidik=sidik, aktif=True).select_related("naskah__dokumen__pegawai").first()
    if tautan is None or tautan.naskah.dokumen is None:
        return HasilCek(
            "tidak_terdaftar",
            "Kode ini tidak terdaftar",
            "Dokumen dengan kode ini tidak kami terbitkan. Periksa alamat halaman ini, lalu pindai ulang.",
            "bahaya",
            "silang-bulat",
        )
    dokumen = tautan.naskah.dokumen
    if dokumen.status == StatusDokumen.TIDAK_BERLAKU:
        return _tidak_berlaku(dokumen)
    return HasilCek(
        "terdaftar",
        "Dokumen ini terdaftar asli",
        "Bandingkan data di bawah dengan kertas Anda. Bila ada yang berbeda, kertas itu tidak asli.",
        "baik",
        "perisai-centang",
        _fakta(dokumen),
    )


def _tidak_berlaku(dokumen: Dokumen, laporan: Report | None = None) -> HasilCek:
    """Issued here and genuine, but another decree took its place: the day of that one, not its number."""
    satu = dokumen.pencabutan.get(status=StatusPencabutan.BERLAKU)
    return HasilCek(
        "tidak_berlaku",
        "Terdaftar, tetapi tidak berlaku lagi",
        f"{satu.sebutan} keputusan tanggal {tanggal_panjang(satu.keputusan_tanggal)}. "
        "Minta dokumen terbaru kepada pemiliknya.",
        "netral",
        "lingkaran-coret",
        [*_fakta(dokumen, laporan), ("Tidak berlaku sejak", tanggal_panjang(satu.berlaku))],
        _rincian(laporan) if laporan else [],
    )


def alamat_cek(dokumen: Dokumen) -> str:
    """The address in the QR of an issued document; empty for others, and where its token was not kept."""
    if dokumen.sumber != Dokumen.Sumber.TERBITAN:
        return ""
    tautan = TautanCek.objects.filter(naskah__dokumen=dokumen, aktif=True).exclude(segel="").first()
    return url_cek(token) if tautan and (token := tautan.token) else ""


def cek_berkas(isi: bytes) -> HasilCek:
    """Compare an uploaded file with what was issued here, and judge its signatures. Nothing is kept."""
    if not isi.startswith(b"%PDF-"):
        return _tak_terbaca()
    versi = _terbitan(isi)
    laporan = validate(isi, trust=percaya())
    if versi is not None and versi.dokumen.status == StatusDokumen.TIDAK_BERLAKU:
        return _tidak_berlaku(versi.dokumen, laporan)
    if versi is not None and laporan.verdict == "valid":
        return HasilCek(
            "asli",
            "Berkas Anda asli",
            "Sama persis dengan yang kami terbitkan dan tanda tangannya sah.",
            "baik",
            "perisai-centang",
            _fakta(versi.dokumen, laporan),
            _rincian(laporan),
        )
    return _menurut_tanda_tangan(laporan)


def _terbitan(isi: bytes) -> VersiDokumen | None:
    sidik = hashlib.sha256(isi).hexdigest()
    terbitan = VersiDokumen.objects.filter(sha256=sidik, dokumen__sumber=Dokumen.Sumber.TERBITAN)
    return terbitan.select_related("dokumen__pegawai", "dokumen__penanda_tangan", "dokumen__jenis").first()


def _menurut_tanda_tangan(laporan: Report) -> HasilCek:
    rincian = _rincian(laporan)
    match str(laporan.verdict):
        case "valid":
            penerbit = laporan.signatures[0].signer or "penanda tangan"
            return HasilCek(
                "sah_tidak_terdaftar",
                "Tanda tangan sah, tetapi tidak terdaftar di sini",
                f"Tanyakan kepada instansi penerbit: {penerbit}.",
                "takpasti",
                "tanya-bulat",
                rincian=rincian,
            )
        case "indeterminate":
            sebab = laporan.reasons[0] if laporan.reasons else "Status sertifikat belum dapat diperiksa."
            kalimat = f"{sebab} Coba lagi besok, atau hubungi BKPSDMD."
            judul = "Keaslian belum dapat dipastikan"
            return HasilCek("belum_pasti", judul, kalimat, "takpasti", "tanya-bulat", rincian=rincian)
        case "unsigned":
            return HasilCek(
                "tidak_bertanda_tangan",
                "Berkas ini tidak bertanda tangan elektronik",
                "Hasil pindai atau foto kertas tidak dapat diperiksa di sini. Pakai kode QR pada kertasnya.",
                "netral",
                "berkas",
            )
        case "unreadable":
            return _tak_terbaca()
    return HasilCek(
        "tidak_asli",
        "Dokumen ini tidak asli",
        "Berkas yang Anda unggah sudah berubah setelah ditandatangani. Jangan dipakai.",
        "bahaya",
        "silang-bulat",
        rincian=rincian,
    )


def _tak_terbaca() -> HasilCek:
    return HasilCek(
        "tak_terbaca",
        "Berkas tidak dapat dibaca",
        "Berkas rusak atau berkata sandi. Unggah berkas PDF seperti saat Anda terima.",
        "bahaya",
        "berkas-coret",
    )


def _rincian(laporan: Report) -> list[str]:
    """Every reason of the verifier, once, in its order."""
    semua = [*laporan.reasons, *(sebab for tanda in laporan.signatures for sebab in tanda.reasons)]
    return list(dict.fromkeys(semua))


def _fakta(dokumen: Dokumen, laporan: Report | None = None) -> list[tuple[str, str]]:
    """What one may compare with the paper; the confidential class names nobody."""
    fakta = [("Jenis", dokumen.jenis.nama), ("Nomor", dokumen.nomor)]
    if dokumen.tanggal:
        fakta.append(("Tanggal", tanggal_panjang(dokumen.tanggal)))
    if dokumen.kelas != Kelas.RAHASIA:
        nama, akhir = samarkan(dokumen.pegawai.nama), dokumen.pegawai.nip[-4:]
        fakta.append(("Atas nama", f"{nama}, NIP berakhiran {akhir}"))
    if pejabat := dokumen.penanda_tangan:
        fakta.append(("Penanda tangan", f"{pejabat.jabatan}, {pejabat.nama_lengkap}"))
    upaya = Upaya.objects.filter(naskah__dokumen=dokumen, status=StatusUpaya.SIGNED).first()
    if tsa := laporan and next((satu.timestamp for satu in laporan.signatures if satu.timestamp), ""):
        fakta.append(("Ditandatangani", f"{tanggal_jam(datetime.fromisoformat(tsa), detik=True)} (TSA)"))
    elif upaya and upaya.selesai:
        fakta.append(("Ditandatangani", tanggal_jam(upaya.selesai, detik=True)))
    return fakta
