from django.db import migrations

from docservice.audit.pemicu import lepas, pasang


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
