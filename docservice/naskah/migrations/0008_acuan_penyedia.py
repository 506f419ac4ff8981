import re

from django.db import migrations, models

_ACUAN = re.compile(r"id dokumen ([A-Za-z0-9_.-]{1,100})")


def dari_kalimat(apps, schema_editor):
    """Until now the provider's reference stood in its sentence only; what is still open has to be asked for."""
    upaya = apps.get_model("naskah", "Upaya")
    for satu in upaya.objects.filter(status="unknown").iterator():
        if found := _ACUAN.search(satu.pesan):
            upaya.objects.filter(pk=satu.pk).update(acuan=found[1])


class Migration(migrations.Migration):
    dependencies = [("naskah", "0007_pencabutan")]

    operations = [
        migrations.AddField(
            model_name="upaya",
            name="acuan",
            field=models.CharField(
                blank=True, help_text="nama hasilnya pada penyedia, untuk ditanyakan lagi", max_length=100
            ),
        ),
        migrations.RunPython(dari_kalimat, migrations.RunPython.noop),
    ]
