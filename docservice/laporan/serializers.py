"""Shapes of the reports."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.dokumen.models import JenisDokumen
from docservice.laporan.models import CatatanEvaluasi, Pemutakhiran
from docservice.pegawai.models import UnitKerja


class CapaianSerializer(serializers.Serializer[Any]):
    """One person: what is proved, under way, missing."""

    nip = serializers.CharField(source="pegawai.nip")
    nama = serializers.CharField(source="pegawai.nama_lengkap")
    terbukti = serializers.ListField(child=serializers.CharField())
    diproses = serializers.ListField(child=serializers.CharField())
    kurang = serializers.ListField(child=serializers.CharField())
    dijelaskan = serializers.ListField(child=serializers.CharField(), help_text="Tidak dimiliki, dengan alasannya.")
    jumlah = serializers.IntegerField()
    lengkap = serializers.BooleanField()


class PemutakhiranSerializer(serializers.ModelSerializer[Pemutakhiran]):
    """A campaign; an empty ``unit`` is the whole region."""

    unit = serializers.PrimaryKeyRelatedField(
        queryset=UnitKerja.objects.filter(berlaku_sampai=None), allow_null=True, default=None
    )
    dokumen = serializers.PrimaryKeyRelatedField(
        queryset=JenisDokumen.objects.filter(hanya_admin=False), many=True, default=list
    )
    riwayat = serializers.ListField(child=serializers.CharField(max_length=20), default=list)
    keterangan = serializers.CharField(max_length=300, allow_blank=True, default="")

    class Meta:
        model = Pemutakhiran
        fields = (
            "id",
            "judul",
            "unit",
            "dokumen",
            "riwayat",
            "mulai",
            "tenggat",
            "keterangan",
            "dibuat_pada",
            "ditutup_pada",
        )
        read_only_fields = ("mulai", "dibuat_pada", "ditutup_pada")


class DiingatkanSerializer(serializers.Serializer[Any]):
    jumlah = serializers.IntegerField(help_text="Pegawai yang belum lengkap.")


class HitunganSerializer(serializers.Serializer[Any]):
    """How far so many required papers are."""

    perlu = serializers.IntegerField()
    terverifikasi = serializers.IntegerField()
    menunggu = serializers.IntegerField()
    dikembalikan = serializers.IntegerField()
    belum_ada = serializers.IntegerField()
    dijelaskan = serializers.IntegerField(help_text="Dinyatakan tidak dimiliki.")
    kedaluwarsa = serializers.IntegerField(help_text="Terverifikasi, tetapi masa berlakunya lewat; termasuk belum ada.")
    persen = serializers.IntegerField()


class KelengkapanUnitSerializer(HitunganSerializer):
    """How far the archives of one unit have come, over the people one may see."""

    id = serializers.IntegerField(source="unit.pk")
    unit = serializers.CharField(source="unit.nama")
    pegawai = serializers.IntegerField()


class KelengkapanJenisSerializer(HitunganSerializer):
    """The same for one required paper; ``minor`` is the year of a yearly one."""

    jenis = serializers.CharField(source="jenis.kode")
    minor = serializers.CharField()
    nama = serializers.CharField()


class TitikSerializer(serializers.Serializer[Any]):
    """Required papers verified at the end of a month; ``bulan`` is its first day."""

    bulan = serializers.DateField()
    jumlah = serializers.IntegerField()
    perlu = serializers.IntegerField()
    persen = serializers.IntegerField()


class EvaluasiUnitSerializer(KelengkapanUnitSerializer):
    """A unit with what it gained within three months and how many notes stand about it."""

    naik = serializers.IntegerField()
    catatan = serializers.IntegerField()

    def to_representation(self, instance: Any) -> dict[str, Any]:
        isi: dict[str, Any] = KelengkapanUnitSerializer(instance.capaian).data
        return isi | {"naik": instance.naik, "catatan": instance.catatan}


class CatatanEvaluasiSerializer(serializers.ModelSerializer[CatatanEvaluasi]):
    oleh = serializers.CharField(source="oleh.nama", read_only=True)

    class Meta:
        model = CatatanEvaluasi
        fields = ("id", "isi", "tenggat", "oleh", "sebagai", "pada")
        read_only_fields = ("sebagai", "pada")


class EvaluasiSerializer(serializers.Serializer[Any]):
    """Twelve months, the oldest first, and the notes, the newest first."""

    kemajuan = TitikSerializer(many=True)
    catatan = CatatanEvaluasiSerializer(many=True)
