"""How people and units look in the API."""

from __future__ import annotations

from rest_framework import serializers

from docservice.pegawai.models import Pegawai


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
