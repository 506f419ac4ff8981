import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('naskah', '0003_naskah_mandiri'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BerkasLambang',
            fields=[
                ('sidik', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('isi', models.BinaryField()),
            ],
            options={
                'verbose_name': 'berkas lambang',
                'verbose_name_plural': 'berkas lambang',
            },
        ),
        migrations.AddField(
            model_name='naskah',
            name='gaya',
            field=models.JSONField(default=dict, help_text='gaya naskah daerah pada hari naskah disusun'),
        ),
        migrations.CreateModel(
            name='GayaNaskah',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('berlaku_dari', models.DateField()),
                ('berlaku_sampai', models.DateField(blank=True, null=True)),
                ('keputusan_nomor', models.CharField(max_length=120)),
                ('keputusan_tanggal', models.DateField()),
                ('isi', models.JSONField()),
                ('lambang', models.JSONField(default=dict)),
                ('dibuat_pada', models.DateTimeField(auto_now_add=True)),
                ('ditulis_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'gaya naskah',
                'verbose_name_plural': 'gaya naskah',
                'ordering': ('-berlaku_dari', '-pk'),
            },
        ),
    ]
