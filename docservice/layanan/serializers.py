"""Shapes of the layanan room's API."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from docservice.dokumen.models import Dokumen
from docservice.dokumen.serializers import DokumenSerializer
from docservice.layanan.kelayakan import Hasil
from docservice.layanan.models import (
    AturanLayanan,
    Keberatan,
    Layanan,
    Permohonan,
    PesanPermohonan,
    PutusanPermohonan,
    SyaratLayanan,
    TahapLayanan,
)
from docservice.layanan.status import KodeAlasan, StatusPermohonan
from docservice.pegawai.serializers import PegawaiRingkasSerializer

DASAR = ("berlaku_dari", "berlaku_sampai", "keputusan_nomor", "keputusan_tanggal")


class LayananSerializer(serializers.ModelSerializer[Layanan]):
    dibuka = serializers.BooleanField(read_only=True)
    keterangan = serializers.CharField(
        source="kalimat_tutup",
        read_only=True,
        help_text="Mengapa tertutup dan kapan dibuka lagi; kosong selama dibuka.",
    )

    class Meta:
        model = Layanan
        fields = ("kode", "nama", "kelompok", "hasil", "dibuka", "keterangan", "hari_kerja", *DASAR)


class SyaratSerializer(serializers.ModelSerializer[SyaratLayanan]):
    jenis = serializers.CharField(source="jenis_id", read_only=True)
    nama = serializers.CharField(source="jenis.nama", read_only=True)

    class Meta:
        model = SyaratLayanan
        fields = ("varian", "jenis", "nama", "tahun_terakhir", "bila", "wajib", *DASAR)


class AturanSerializer(serializers.ModelSerializer[AturanLayanan]):
    nilai = serializers.JSONField(read_only=True)

    class Meta:
        model = AturanLayanan
        fields = ("varian", "kode", "nilai", "dasar", *DASAR)


class TahapSerializer(serializers.ModelSerializer[TahapLayanan]):
    status_kata = serializers.CharField(source="get_status_display", read_only=True)

    class Meta:
        model = TahapLayanan
        fields = ("status", "status_kata", "urutan", "hari_kerja", *DASAR)


class LayananRinciSerializer(LayananSerializer):
    """With the rules in force today, each with the decision that set it."""

    syarat = SyaratSerializer(source="syarat_berlaku", many=True, read_only=True)
    aturan = AturanSerializer(source="aturan_berlaku", many=True, read_only=True)
    tahap = TahapSerializer(source="tahap_berlaku", many=True, read_only=True)

    class Meta(LayananSerializer.Meta):
        fields = (*LayananSerializer.Meta.fields, "syarat", "aturan", "tahap")  # type: ignore[assignment]


class ButirSerializer(serializers.Serializer[Any]):
    """One line of the check."""

    kode = serializers.CharField()
    nama = serializers.CharField()
    hasil = serializers.ChoiceField(choices=[h.value for h in Hasil])
    keterangan = serializers.CharField()
    nilai = serializers.CharField(allow_blank=True)
    dasar = serializers.CharField(allow_blank=True)
    jenis_dokumen = serializers.CharField(allow_blank=True)
    minor = serializers.CharField(allow_blank=True)
    dokumen = serializers.IntegerField(allow_null=True)
    sumber = serializers.CharField(allow_blank=True, help_text="Dari mana nilainya diketahui.")
    tanggal = serializers.DateField(allow_null=True, help_text="Sejak kapan nilainya diketahui.")
    mulai = serializers.DateField(allow_null=True, help_text="Mulai kapan syarat ini terpenuhi dengan sendirinya.")


class PemeriksaanSerializer(serializers.Serializer[Any]):
    """Three lists that are never mixed: to be put right, waiting for others, not possible now."""

    pegawai = PegawaiRingkasSerializer()
    varian = serializers.CharField()
    lengkap = serializers.BooleanField(help_text="Benar berarti dapat diajukan sekarang.")
    kurang = ButirSerializer(many=True)
    menunggu = ButirSerializer(many=True)
    tidak_terpenuhi = ButirSerializer(source="tidak", many=True)
    terpenuhi = ButirSerializer(many=True)
    data = serializers.DictField(help_text="Yang akan diminta.")  # type: ignore[assignment] # a field of ours


class PutusanPermohonanSerializer(serializers.ModelSerializer[PutusanPermohonan]):
    oleh = serializers.CharField(source="oleh.nama", read_only=True, default=None, allow_null=True)
    ke_kata = serializers.CharField(source="get_ke_display", read_only=True)

    class Meta:
        model = PutusanPermohonan
        fields = ("oleh", "peran", "pada", "ke", "ke_kata", "kode", "alasan")


class PermohonanSerializer(serializers.ModelSerializer[Permohonan]):
    pegawai = PegawaiRingkasSerializer(read_only=True)
    layanan = serializers.CharField(source="layanan_id", read_only=True)
    judul = serializers.CharField(read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    data = serializers.DictField(read_only=True)  # type: ignore[assignment] # as above

    class Meta:
        model = Permohonan
        fields = (
            "id",
            "nomor",
            "layanan",
            "varian",
            "judul",
            "pegawai",
            "status",
            "status_kata",
            "sejak",
            "data",
            "pertek_nomor",
            "pertek_tanggal",
            "catatan",
            "batas",
            "dibuat_pada",
        )


class KeberatanSerializer(serializers.ModelSerializer[Keberatan]):
    putusan_kata = serializers.CharField(source="get_putusan_display", read_only=True)
    dijawab_oleh = serializers.CharField(source="dijawab_oleh.nama", read_only=True, default=None, allow_null=True)

    class Meta:
        model = Keberatan
        fields = ("alasan", "diajukan_pada", "putusan", "putusan_kata", "jawaban", "dijawab_oleh", "dijawab_pada")
        read_only_fields = fields


class PermohonanRinciSerializer(PermohonanSerializer):
    """``by`` in the context: only papers that person may see are named."""

    putusan = PutusanPermohonanSerializer(many=True, read_only=True)
    berkas = serializers.SerializerMethodField()
    keberatan = serializers.SerializerMethodField()

    class Meta(PermohonanSerializer.Meta):
        fields = (*PermohonanSerializer.Meta.fields, "putusan", "berkas", "keberatan")  # type: ignore[assignment]

    @extend_schema_field(DokumenSerializer(many=True))
    def get_berkas(self, permohonan: Permohonan) -> Any:
        dokumen = Dokumen.objects.visible_to(self.context["by"]).filter(berkas_permohonan__permohonan=permohonan)
        return DokumenSerializer(dokumen.select_related("pegawai__unit"), many=True).data

    @extend_schema_field(KeberatanSerializer(allow_null=True))
    def get_keberatan(self, permohonan: Permohonan) -> Any:
        satu = getattr(permohonan, "keberatan", None)
        return KeberatanSerializer(satu).data if satu else None


class AjukanPermohonanSerializer(serializers.Serializer[dict[str, Any]]):
    layanan = serializers.CharField(max_length=2, help_text="Kode layanan.")
    pernyataan = serializers.BooleanField(help_text="Data dan dokumen ini benar.")


class AlasanPermohonanSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(allow_blank=True, max_length=300)
    kode = serializers.ChoiceField(
        choices=KodeAlasan.choices,
        allow_blank=True,
        help_text="Golongan alasannya; yang boleh bergantung pada putusannya.",
    )


class PesanSerializer(serializers.ModelSerializer[PesanPermohonan]):
    oleh = serializers.CharField(source="oleh.nama", read_only=True)
    isi = serializers.CharField(allow_blank=True, max_length=1000)

    class Meta:
        model = PesanPermohonan
        fields = ("id", "oleh", "peran", "isi", "pada")
        read_only_fields = ("peran",)


class AjukanKeberatanSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(allow_blank=True, max_length=1000)


class JawabKeberatanSerializer(serializers.Serializer[dict[str, Any]]):
    putusan = serializers.ChoiceField(choices=Keberatan.Putusan.choices)
    jawaban = serializers.CharField(allow_blank=True, max_length=1000)


class PertekSerializer(serializers.Serializer[dict[str, Any]]):
    nomor = serializers.CharField(allow_blank=True, max_length=120)
    tanggal = serializers.DateField()


class SaringPeriksaSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, help_text="NIP; kosong berarti saya sendiri.")


class SaringPermohonanSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, source="pegawai__nip", help_text="NIP pemohon.")
    layanan = serializers.CharField(required=False, help_text="Kode layanan.")
    status = serializers.ChoiceField(choices=StatusPermohonan.choices, required=False)
