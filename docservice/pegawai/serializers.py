"""How people and units look in the API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.akun.models import Pengguna
from docservice.pegawai.daerah import BIDANG
from docservice.pegawai.models import Daerah, Pegawai, PeristiwaUnit, Perpindahan, UnitKerja


class PegawaiRingkasSerializer(serializers.ModelSerializer[Pegawai]):
    """Enough to say whose paper it is."""

    nama = serializers.CharField(source="nama_lengkap", read_only=True)
    unit = serializers.CharField(source="unit.nama", read_only=True)

    class Meta:
        model = Pegawai
        fields = ("id", "nip", "nama", "jabatan", "unit")


class PegawaiSerializer(PegawaiRingkasSerializer):
    class Meta(PegawaiRingkasSerializer.Meta):
        fields = (
            *PegawaiRingkasSerializer.Meta.fields,
            "jenis_asn",
            "jenis_jabatan",
            "kedudukan_hukum",
            "tmt_cpns",
        )  # type: ignore[assignment]


class PerpindahanSerializer(serializers.ModelSerializer[Perpindahan]):
    class Meta:
        model = Perpindahan
        fields = (
            *("id", "dari", "ke", "nama_dari", "nama_ke", "jabatan_lama", "jabatan", "tmt"),
            *("sk_nomor", "sk_tanggal", "diterapkan_pada"),
        )


UnitHidup: Any = serializers.PrimaryKeyRelatedField


class PindahMasukSerializer(serializers.Serializer[dict[str, Any]]):
    unit = UnitHidup(queryset=UnitKerja.objects.filter(berlaku_sampai=None))
    tmt = serializers.DateField()
    sk_nomor = serializers.CharField(max_length=120)
    sk_tanggal = serializers.DateField()
    jabatan = serializers.CharField(max_length=150, required=False, default="", allow_blank=True)


class DaerahSerializer(serializers.ModelSerializer[Daerah]):
    """Also what comes in: whoever sends it says all of it."""

    class Meta:
        model = Daerah
        fields = BIDANG


class KopMasukSerializer(serializers.Serializer[dict[str, Any]]):
    alamat = serializers.CharField(max_length=200, allow_blank=True)
    kontak = serializers.CharField(max_length=150, allow_blank=True)


class UnitSerializer(serializers.ModelSerializer[UnitKerja]):
    class Meta:
        model = UnitKerja
        fields = ("id", "nama", "singkatan", "alamat", "kontak", "induk", "jalur", "berlaku_dari", "berlaku_sampai")


class PeristiwaUnitSerializer(serializers.ModelSerializer[PeristiwaUnit]):
    class Meta:
        model = PeristiwaUnit
        fields = ("jenis", "sejak", "sebelum", "sesudah", "penerus", "dasar_nomor", "dasar_tanggal")


class UnitRinciSerializer(UnitSerializer):
    peristiwa = PeristiwaUnitSerializer(many=True)

    class Meta(UnitSerializer.Meta):
        fields = (*UnitSerializer.Meta.fields, "peristiwa")  # type: ignore[assignment]


class DasarMasukSerializer(serializers.Serializer[dict[str, Any]]):
    sejak = serializers.DateField()
    dasar_nomor = serializers.CharField(max_length=120)
    dasar_tanggal = serializers.DateField()


class NamaMasukSerializer(DasarMasukSerializer):
    nama = serializers.CharField(max_length=200)
    singkatan = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)


class BentukMasukSerializer(NamaMasukSerializer):
    induk = UnitHidup(queryset=UnitKerja.objects.filter(berlaku_sampai=None))


class IndukMasukSerializer(DasarMasukSerializer):
    induk = UnitHidup(queryset=UnitKerja.objects.filter(berlaku_sampai=None))


class TutupMasukSerializer(DasarMasukSerializer):
    penerus = UnitHidup(
        queryset=UnitKerja.objects.filter(berlaku_sampai=None), required=False, allow_null=True, default=None
    )


class AkunMasukSerializer(serializers.Serializer[dict[str, Any]]):
    aktif = serializers.BooleanField(help_text="Salah: nonaktifkan; sesi berakhir dan token dicabut.")
    alasan = serializers.CharField(max_length=300)


class AkunSerializer(serializers.ModelSerializer[Pengguna]):
    aktif = serializers.BooleanField(source="is_active", read_only=True)

    class Meta:
        model = Pengguna
        fields = ("nip", "nama", "aktif")
