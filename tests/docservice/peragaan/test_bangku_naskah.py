"""The benchmark of drawing runs and its figures are sane; how good they are is for a quiet machine to say."""

from docservice.peragaan.bangku import naskah


def test_the_benchmark_measures_every_kind_of_work():
    hasil = naskah.ukur(putaran=1, batch=20)
    assert all(isinstance(nilai, int | float) and nilai >= 0 for nilai in hasil.values())
    assert {"nisbah", "per_detik", "memori_bertambah_mb", "impor_detik", "lampiran_tiga_ratus_orang"} <= hasil.keys()
    assert hasil["impor_detik"] < 2
