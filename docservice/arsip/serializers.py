"""Shapes of the search."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.arsip.models import PencarianTersimpan, PermintaanDaftar
from docservice.arsip.tanya import LABEL_SARINGAN, LABEL_URUT, PALING_PANJANG, Tanya
from docservice.dokumen.serializers import DokumenSerializer
from docservice.umum.api import TupelSerializer


class CariSerializer(serializers.Serializer[dict[str, Any]]):
    """Filters repeat: choices inside one widen, different ones narrow."""

    q = serializers.CharField(required=False, allow_blank=True, default="")
    persis = serializers.BooleanField(default=False, help_text="Tanpa bentuk kata lain dan nama mirip.")
    jenis = serializers.ListField(child=serializers.CharField(), required=False)
    unit = serializers.ListField(child=serializers.CharField(), required=False)
    tahun = serializers.ListField(child=serializers.CharField(), required=False)
    golongan = serializers.ListField(child=serializers.CharField(), required=False)
    status = serializers.ListField(child=serializers.CharField(), required=False)
    kelas = serializers.ListField(child=serializers.CharField(), required=False)
    urut = serializers.ChoiceField(choices=list(LABEL_URUT.items()), default="sesuai")
    offset = serializers.IntegerField(min_value=0, max_value=10_000, default=0)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)


def tanya_dari(isi: dict[str, Any]) -> Tanya:
    """The question out of cleaned :class:`CariSerializer` input."""
    saring = {nama: isi[nama] for nama in LABEL_SARINGAN if nama in isi}
    return Tanya(isi["q"], saring, isi["urut"], isi["persis"])


class PotonganSerializer(TupelSerializer):
    teks = serializers.CharField()
    tanda = serializers.BooleanField(help_text="Kata yang dicari.")


class TemuanSerializer(serializers.Serializer[Any]):
    dokumen = DokumenSerializer()
    cuplikan = PotonganSerializer(many=True)
    halaman = serializers.IntegerField(allow_null=True, help_text="Halaman tempat cuplikan itu berada.")
    halaman_lain = serializers.IntegerField(help_text="Banyaknya halaman lain yang memuatnya.")


class PilihanSaringSerializer(serializers.Serializer[Any]):
    nilai = serializers.CharField()
    kata = serializers.CharField(source="label")
    jumlah = serializers.IntegerField()
    dipilih = serializers.BooleanField()


class SaringanSerializer(serializers.Serializer[Any]):
    """Counts of exactly what the asker may see."""

    jenis = PilihanSaringSerializer(many=True)
    unit = PilihanSaringSerializer(many=True)
    tahun = PilihanSaringSerializer(many=True)
    golongan = PilihanSaringSerializer(many=True)
    status = PilihanSaringSerializer(many=True)
    kelas = PilihanSaringSerializer(many=True)


class HasilCariSerializer(serializers.Serializer[Any]):
    jumlah = serializers.IntegerField()
    temuan = TemuanSerializer(many=True)
    saringan = SaringanSerializer()
    catatan = serializers.ListField(child=serializers.CharField())
    dicari_juga = serializers.ListField(child=serializers.CharField())
    mungkin = serializers.CharField(allow_blank=True, help_text="Ejaan yang lebih mungkin, bila tidak ada hasil.")
    darurat = serializers.BooleanField(help_text="Indeks sedang dipulihkan; ini menurut nama, NIP, dan nomor saja.")


class SaringSaranSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(max_length=200)


class SaranCariSerializer(serializers.Serializer[Any]):
    macam = serializers.ChoiceField(choices=[(m, m) for m in ("orang", "tersimpan", "jenis", "teks")])
    teks = serializers.CharField()
    keterangan = serializers.CharField(allow_blank=True)
    alamat = serializers.CharField(help_text="Alamat halaman hasilnya.")


class TersimpanSerializer(serializers.ModelSerializer[PencarianTersimpan]):
    class Meta:
        model = PencarianTersimpan
        fields = ("id", "nama", "tanya", "dibuat_pada")


class SimpanSerializer(serializers.Serializer[dict[str, Any]]):
    nama = serializers.CharField(max_length=80)
    tanya = serializers.CharField(
        max_length=PALING_PANJANG, help_text="Seperti di alamat halaman cari: q=…&jenis=…&urut=…"
    )


class MintaDaftarSerializer(serializers.Serializer[dict[str, Any]]):
    tanya = serializers.CharField(max_length=PALING_PANJANG, help_text="Seperti di alamat halaman cari.")
    keperluan = serializers.CharField(min_length=10, max_length=300)
    bentuk = serializers.ChoiceField(choices=PermintaanDaftar.Bentuk.choices, default="xlsx")


class PermintaanDaftarSerializer(serializers.ModelSerializer[PermintaanDaftar]):
    pemohon = serializers.CharField(source="pemohon.nama", read_only=True)
    diputus_oleh = serializers.CharField(source="diputus_oleh.nama", read_only=True, default="")
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    dapat_diambil = serializers.BooleanField(read_only=True)

    class Meta:
        model = PermintaanDaftar
        fields = (
            "id",
            "pemohon",
            "tanya",
            "keperluan",
            "bentuk",
            "jumlah",
            "milik_sendiri",
            "status",
            "status_kata",
            "diputus_oleh",
            "diputus_pada",
            "alasan",
            "dibuat_pada",
            "dapat_diambil",
        )


class PutusanDaftarSerializer(serializers.Serializer[dict[str, Any]]):
    setuju = serializers.BooleanField()
    alasan = serializers.CharField(required=False, allow_blank=True, default="", max_length=300)
