"""The id of a row at BKN gets a place of its own, for every kind; education had it among what its owner typed."""

from django.db import migrations, models


def pindahkan(apps, schema_editor):
    riwayat = apps.get_model("riwayat", "Riwayat")
    terpakai = set()
    for satu in riwayat.objects.filter(jenis="pendidikan").only("data", "siasn_id", "status").iterator():
        siasn_id = (satu.data.pop("siasn_id", None) or "").strip()
        if siasn_id and siasn_id not in terpakai:
            satu.siasn_id = siasn_id
            terpakai.add(siasn_id)
        satu.save(update_fields=["data", "siasn_id"])


class Migration(migrations.Migration):
    dependencies = [("riwayat", "0010_nip_kerabat")]

    operations = [
        migrations.AddField(
            model_name="riwayat",
            name="siasn_id",
            field=models.CharField(blank=True, max_length=60, verbose_name="ID di SIASN"),
        ),
        migrations.RunPython(pindahkan, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="riwayat",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("siasn_id", ""), _negated=True), ("status", "divalidasi_admin")),
                fields=("jenis", "siasn_id"),
                name="id_siasn_sekali",
            ),
        ),
    ]
