"""Statements, their numbers and every attempt to sign them move to the one ledger and register."""

from typing import Any

from django.db import migrations
from django.db.models import Max

STATUS = {"siap_tte": "menunggu_tte", "sedang": "sedang", "tak_pasti": "tak_pasti", "terbit": "terbit"}
NOMOR = {"siap_tte": "dikembalikan", "sedang": "dicadangkan", "tak_pasti": "dicadangkan", "terbit": "dipakai"}
SERI = {"pakta_integritas": "PAKTA", "surat_kesanggupan_fasilitator": "KESANGGUPAN"}
JUDUL = {
    "pakta_integritas": "Pakta integritas",
    "surat_kesanggupan_fasilitator": "Surat pernyataan kesanggupan fasilitator",
}


def pindahkan(apps: Any, schema_editor: Any) -> None:
    """Issued ones stay statements; of the others the letter waits where it stood, its attempts with it."""
    urutan: dict[int, int] = {}
    for satu in apps.get_model("pengelola", "Pernyataan").objects.order_by("pk"):
        if satu.status == "siap_tte" and not satu.upaya.exists():
            _lepaskan(apps, satu)  # only drawn: drawn again when it is next asked for
            continue
        ke = urutan[satu.pengangkatan_id] = urutan.get(satu.pengangkatan_id, 0) + 1 if satu.pengangkatan_id else 1
        naskah = _naskah(apps, satu, ke)
        nomor = _nomor(apps, satu, naskah)
        for upaya in satu.upaya.order_by("pk"):
            _upaya(apps, upaya, naskah, nomor)
        satu.upaya.all().delete()
        if satu.status == "terbit":
            satu.naskah = naskah
            satu.save()
        else:
            _lepaskan(apps, satu)


def _lepaskan(apps: Any, satu: Any) -> None:
    apps.get_model("pengelola", "Pembekuan").objects.filter(pernyataan=satu).update(pernyataan=None)
    satu.delete()


def _rujukan(apps: Any, satu: Any, ke: int) -> str:
    if satu.pengangkatan_id:
        return f"pakta:{satu.pengangkatan_id}:{ke}"
    pembekuan = apps.get_model("pengelola", "Pembekuan").objects.filter(pernyataan=satu).first()
    return f"kesanggupan:{pembekuan.pk}" if pembekuan else f"pernyataan:{satu.pk}"


def _naskah(apps: Any, satu: Any, ke: int) -> Any:
    """Its data is what its lists and the tray ask for; an unsigned one is drawn anew when its author opens it."""
    pegawai = satu.pegawai
    data = {
        "nomor": satu.nomor,
        "unit_kerja": pegawai.unit.nama,
        "penanda_tangan": {"jabatan": pegawai.jabatan, "nama": pegawai.nama, "nip": pegawai.nip},
    }
    if satu.berlaku_sampai:
        data["berlaku_sampai"] = satu.berlaku_sampai.isoformat()
    Naskah = apps.get_model("naskah", "Naskah")
    naskah = Naskah.objects.create(
        jenis=satu.jenis,
        perihal=JUDUL[satu.jenis],
        rujukan=_rujukan(apps, satu, ke),
        pegawai=pegawai,
        penanda_tangan=pegawai,
        data=data,
        status=STATUS[satu.status],
        draf_sha256=satu.sha256,
        gambar_draf=satu.gambar,
        dokumen=satu.dokumen,
        disusun_oleh=pegawai.pengguna,
    )
    Naskah.objects.filter(pk=naskah.pk).update(dibuat_pada=satu.dibuat_pada)
    return naskah


def _nomor(apps: Any, satu: Any, naskah: Any) -> Any:
    """As printed. Its place in the series is the one it names, or the next that is free."""
    NomorRegister, seri = apps.get_model("naskah", "NomorRegister"), SERI[satu.jenis]
    lajur = NomorRegister.objects.filter(lingkup=seri, tahun=satu.tanggal.year)
    bagian = satu.nomor.split("/")
    urut = int(bagian[1]) if len(bagian) > 1 and bagian[1].isdecimal() else 0
    if not urut or lajur.filter(urut=urut).exists():
        urut = (lajur.aggregate(n=Max("urut"))["n"] or 0) + 1
    hitung, _ = apps.get_model("naskah", "Penghitung").objects.get_or_create(lingkup=seri, tahun=satu.tanggal.year)
    hitung.terakhir = max(hitung.terakhir, urut)
    hitung.tanggal_terakhir = max(hitung.tanggal_terakhir or satu.tanggal, satu.tanggal)
    hitung.save()
    return NomorRegister.objects.create(
        lingkup=seri,
        tahun=satu.tanggal.year,
        urut=urut,
        nomor=satu.nomor,
        tanggal=satu.tanggal,
        naskah=naskah,
        status=NOMOR[satu.status],
        alasan="" if satu.status != "siap_tte" else "belum ditandatangani",
    )


def _upaya(apps: Any, lama: Any, naskah: Any, nomor: Any) -> None:
    Upaya = apps.get_model("naskah", "Upaya")
    baru = Upaya.objects.create(
        naskah=naskah,
        kelompok=f"pernyataan-{lama.pernyataan_id}-{lama.pk}"[:32],
        urutan=1,
        oleh=naskah.disusun_oleh,
        status=lama.hasil or "terbuka",
        nomor=nomor,
        draf_sha256=lama.sha256,
        final_sha256=lama.sha256,
        hasil_sha256=lama.hasil_sha256,
        kode=lama.kode,
        pesan=lama.pesan,
        denyut=lama.mulai,
        selesai=lama.selesai,
    )
    Upaya.objects.filter(pk=baru.pk).update(mulai=lama.mulai)


class Migration(migrations.Migration):
    dependencies = [("pengelola", "0002_pernyataan_bernaskah")]

    operations = [migrations.RunPython(pindahkan)]
