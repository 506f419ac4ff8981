"""Shapes of the reconciliation room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.rekonsiliasi.bidang import LABEL
from docservice.rekonsiliasi.models import Beda, Rekonsiliasi
from docservice.rekonsiliasi.serupa import SEKALI
from docservice.rekonsiliasi.status import PILIHAN_PUTUSAN, StatusBeda
from docservice.umum.api import Nomor


class JumlahSerializer(serializers.Serializer[Any]):
    """Headcount as far as the asker may see."""

    di_bkn = serializers.IntegerField(read_only=True)
    di_sini = serializers.IntegerField(read_only=True)
    keduanya = serializers.IntegerField(read_only=True)
    sama = serializers.IntegerField(read_only=True)
    beda = serializers.IntegerField(read_only=True)
    hanya_bkn = serializers.IntegerField(read_only=True)
    hanya_sini = serializers.IntegerField(read_only=True)


class RekonsiliasiSerializer(serializers.ModelSerializer[Rekonsiliasi]):
    status_kata = serializers.CharField(source="get_status_display", read_only=True)

    class Meta:
        model = Rekonsiliasi
        fields = (
            "id",
            "nama",
            "per_tanggal",
            "status",
            "status_kata",
            "alasan",
            "jumlah",
            "diproses",
            "dibuat_pada",
            "dibandingkan_pada",
            "ditutup_pada",
        )


class GalatSerializer(serializers.Serializer[dict[str, Any]]):
    baris = serializers.IntegerField(read_only=True)
    kalimat = serializers.CharField(read_only=True)


class RekonsiliasiRinciSerializer(RekonsiliasiSerializer):
    """``sha256`` of the export and of the result; ``galat``: every reason why the export was not taken."""

    kepala = serializers.SerializerMethodField(help_text="Banyaknya pegawai di BKN, di sini, dan di keduanya.")
    galat = serializers.SerializerMethodField()

    class Meta:
        model = Rekonsiliasi
        fields = (
            *RekonsiliasiSerializer.Meta.fields,
            "sumber",
            "hasil_json",
            "hasil_xlsx",
            "kolom",
            "asing",
            "galat",
            "kepala",
        )

    def get_kepala(self, satu: Rekonsiliasi) -> dict[str, int]:
        hitung: dict[str, int] = dict(JumlahSerializer(self.context["jumlah"]).data)
        return hitung

    def get_galat(self, satu: Rekonsiliasi) -> list[dict[str, Any]]:
        return [{"baris": baris, "kalimat": kalimat} for baris, kalimat in satu.galat]


class BedaSerializer(serializers.ModelSerializer[Beda]):
    """Values as people read them; of sealed numbers only that they differ."""

    nip = serializers.CharField(source="orang.nip", read_only=True)
    nama = serializers.CharField(source="orang.nama", read_only=True)
    unit = serializers.CharField(source="orang.unit.nama", read_only=True, allow_null=True, default=None)
    bidang_kata = serializers.CharField(source="label", read_only=True)
    kita = serializers.CharField(source="kata_kita", read_only=True)
    bkn = serializers.CharField(source="kata_bkn", read_only=True)
    diputus_oleh = serializers.CharField(source="diputus_oleh.nama", read_only=True, allow_null=True, default=None)
    usulan = serializers.IntegerField(source="usulan_id", read_only=True, allow_null=True)

    class Meta:
        model = Beda
        fields = (
            "id",
            "nip",
            "nama",
            "unit",
            "bidang",
            "bidang_kata",
            "kita",
            "bkn",
            "status",
            "alasan",
            "diputus_oleh",
            "diputus_pada",
            "usulan",
        )


class SaringBedaSerializer(serializers.Serializer[dict[str, Any]]):
    bidang = serializers.ChoiceField(choices=sorted(LABEL.items()), required=False)
    status = serializers.ChoiceField(choices=StatusBeda.choices, required=False)
    q = serializers.CharField(required=False, max_length=120, help_text="NIP atau bagian nama.")


class UnggahEksporSerializer(serializers.Serializer[dict[str, Any]]):
    berkas = serializers.FileField(use_url=False, help_text="Ekspor SIASN, XLSX atau CSV.")
    per_tanggal = serializers.DateField()


class PutusanSerializer(serializers.Serializer[dict[str, Any]]):
    """The differences by id, or ``serupa``: one of them, for all undecided ones that say the same."""

    beda = serializers.ListField(child=Nomor(), max_length=SEKALI, required=False, default=list)
    serupa = Nomor(required=False)
    putusan = serializers.ChoiceField(choices=PILIHAN_PUTUSAN)
    alasan = serializers.CharField(max_length=300)


class HasilPutusanSerializer(serializers.Serializer[Any]):
    diputuskan = serializers.IntegerField(read_only=True)
    dilewati = serializers.IntegerField(read_only=True)


class AlasanBatalSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(max_length=300)
