"""NIK and NPWP that were read on pages before they were left out: covered in the rows, and in the index by the outbox."""

from django.db import migrations

from search import hidden


def samarkan(apps, schema_editor):
    halaman, isian = apps.get_model("dokumen", "Halaman"), apps.get_model("dokumen", "Isian")
    kena = set()
    for satu in halaman.objects.exclude(teks="").only("pk", "teks", "kata", "versi").iterator(chunk_size=200):
        teks = hidden(satu.teks)
        if teks != satu.teks:
            kata = hidden(" ".join(str(k[0]) for k in satu.kata)).split(" ") if satu.kata else []
            if len(kata) != len(satu.kata):  # a word with a space in it: each by itself
                kata = [hidden(str(k[0])) for k in satu.kata]
            isi = [[tulisan, *lama[1:]] for tulisan, lama in zip(kata, satu.kata, strict=True)]
            halaman.objects.filter(pk=satu.pk).update(teks=teks, kata=isi)
            kena.add(satu.versi_id)
    for satu in isian.objects.filter(nama="nik").only("pk", "nilai").iterator(chunk_size=200):
        isian.objects.filter(pk=satu.pk).update(nilai=hidden(f"nik: {satu.nilai}").partition(": ")[2])
    versi = apps.get_model("dokumen", "VersiDokumen").objects.filter(pk__in=kena)
    pesan = apps.get_model("dokumen", "PesanIndeks")
    pesan.objects.bulk_create(pesan(dokumen=nomor) for nomor in set(versi.values_list("dokumen", flat=True)))


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0008_versi_jenis")]

    operations = [migrations.RunPython(samarkan, migrations.RunPython.noop)]
