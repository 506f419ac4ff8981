import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A statement is a naskah (ADR 23): room for the link first."""

    dependencies = [("naskah", "0003_naskah_mandiri"), ("pengelola", "0001_pengangkatan")]

    operations = [
        migrations.AddField(
            model_name="pernyataan",
            name="naskah",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="pernyataan", to="naskah.naskah"
            ),
        )
    ]
