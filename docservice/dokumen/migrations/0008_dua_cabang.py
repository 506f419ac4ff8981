from django.db import migrations


class Migration(migrations.Migration):
    """Two that were written side by side; neither needs the other."""

    dependencies = [("dokumen", "0007_ketiadaan"), ("dokumen", "0007_versi_jenis")]

    operations = []
